"""Chains of attribution: frames for voices, edges for parties, citations that lead somewhere."""

from matplotlib.colors import to_hex

from analysis.charts import style, voice_chains
from tests.charts.drawn import labelled, words_of


def test_a_frame_for_each_voice_and_a_dashed_one_for_nobody_named(voices):
    ax = voice_chains(voices)
    named, nobody, relays = (labelled(ax, name) for name in ("voice", "nobody", "relay"))
    assert (len(named), len(nobody), len(relays)) == (3, 1, 1)
    assert nobody[0].get_linestyle() != named[0].get_linestyle() == relays[0].get_linestyle()
    assert relays[0].get_x() > nobody[0].get_x() + nobody[0].get_width()


def test_who_speaks_for_a_party_has_an_edge_in_its_colour_and_its_name_once(voices):
    ax = voice_chains(voices)
    edges = [to_hex(edge.get_color()) for edge in labelled(ax, "party")]
    assert edges == ["#b8621b", "#b8621b", style.NO_FACTION]
    words = words_of(ax).split(" | ")
    assert words.count("Syria") == 1
    assert words.count("United States") == 1, "a voice that has the name of its party is not told twice"


def test_headings_count_what_reports_say_in_their_own_voice(voices):
    words = words_of(voice_chains(voices))
    assert "Report 1, unsigned: 6 statements, 2 in its own voice" in words
    assert "Reports 2 and 3, Jason Ditz: 8 statements, 6 in their own" in words
    assert "unnamed author" not in words
    alone = words_of(voice_chains(voices.head(1).assign(group_claims=2)))
    assert "Report 1, unsigned: 2 statements, all in its own voice" in alone
    assert "none in its own voice" in words_of(voice_chains(voices.assign(group_own=0)))


def test_what_a_voice_says_is_a_figure_in_its_words_or_the_statement(voices):
    words = words_of(voice_chains(voices)).replace(" | ", " ")
    assert "“dozens”: fatalities, ISIS" in words
    assert "It is widely rated a success." in words
    assert "1,800 to 2,200 persons: strength" in words_of(voice_chains(voices.assign(wording=None)))
    denied = words_of(voice_chains(voices.assign(stance="denies")))
    assert "“dozens”" not in denied
    assert "Fighters died." in denied
    assert "assessment" not in words + denied


def test_citations_lead_to_their_claims_and_more_statements_are_counted(voices):
    ax = voice_chains(voices)
    cites = {text.get_text(): text.get_url() for text in ax.texts if text.get_url()}
    assert cites["[1\u00a0p3a]"] == "#claim-a3"
    assert {to_hex(text.get_color()) for text in ax.texts if text.get_url()} == {style.ACCENT}
    assert words_of(ax).count("and 1 more") == 2


def test_rows_that_stand_for_several_say_how_many(voices):
    several = voices.assign(speaker=None, via=None, voices=12)
    words = words_of(voice_chains(several))
    for said in ("Syria: 12 voices", "nobody named, in 12 passages"):
        assert said in words
    assert "12 voices of no party" in words_of(voice_chains(several.assign(party=None, party_id=None)))
    many = words_of(voice_chains(several.assign(numbers=None, reports=1600)))
    assert "1,600 reports: 6 statements" in many


def test_the_pdf_may_cut_between_rows_and_never_through_one(voices):
    ax = voice_chains(voices)
    tall = ax.figure.get_size_inches()[1] * 72
    cuts = [share * tall for share in style.breaks(ax)]
    frames = [patch for name in ("voice", "nobody", "relay") for patch in labelled(ax, name)]
    assert len(cuts) == 3
    assert not [cut for cut in cuts for one in frames if one.get_y() < cut < one.get_y() + one.get_height()]


def test_long_names_and_words_are_wrapped_within_the_sheet(voices):
    long = voices.assign(speaker="a name that goes on " * 6, summary="words " * 60, via="A relay; Another")
    ax = voice_chains(long)
    wide = ax.figure.get_size_inches()[0] * 72
    assert all(patch.get_x() + patch.get_width() <= wide for patch in labelled(ax, "voice"))
    assert words_of(ax).count("words") >= 60


def test_the_key_explains_only_what_is_drawn(voices):
    assert "Dashed frame" in words_of(voice_chains(voices))
    plain = words_of(voice_chains(voices.assign(unnamed=False, party=None, party_id=None)))
    assert "Dashed frame" not in plain
    assert "Thick edge" not in plain
