"""The desk on which a corpus is explored: from its own side, and in JupyterLab with a real browser."""

import json
import re

import pytest
from playwright.sync_api import expect

from analysis.live.explorer import Explorer
from analysis.live.views import NAMES, Choice, Views, Whole
from tests.conftest import ROOT
from tests.lab import WAIT, lab, opened, outputs, run_all

ALEPPO = ROOT / "seeds" / "aleppo-2015"


@pytest.fixture(scope="module")
def explorer(tmp_path_factory):
    return Explorer(str(ALEPPO), str(tmp_path_factory.mktemp("reports")))


@pytest.fixture(autouse=True)
def afresh(request):
    if "explorer" in request.fixturenames:
        made = request.getfixturevalue("explorer")
        made.start.value = made.end.value = made.region.value = ""
        made.factions.value, made.measure.value, made.event.value = (), "", ""
        made.tabs.selected_index = 0


def listed(explorer):
    return int(re.search(r"(\d+) claims are listed", explorer.claims.value)[1])


def test_every_view_is_drawn_with_its_finding(explorer):
    for number, name in enumerate(NAMES):
        explorer.tabs.selected_index = number
        markup = explorer.drawings[name].markup
        assert "<svg" in markup, name
        assert re.search(r'<p class="title">\w', markup), name


def test_a_faction_and_a_span_narrow_the_views_and_the_claims(explorer):
    whole, every = explorer.drawings["timeline"].markup, listed(explorer)
    explorer.start.value = "2015-11"
    later = explorer.drawings["timeline"].markup
    assert later != whole
    assert listed(explorer) < every
    explorer.factions.value = ("hezbollah",)
    assert explorer.drawings["timeline"].markup != later


def test_a_view_whose_rows_stay_as_they_are_is_not_drawn_again(explorer, monkeypatch):
    drawn = explorer.drawings["timeline"].markup
    monkeypatch.setattr("analysis.live.views.style.svg", lambda *_: pytest.fail("drawn again"))
    explorer.measure.value = "fatalities"
    explorer.shown()
    assert explorer.drawings["timeline"].markup == drawn


def test_a_view_is_drawn_again_where_only_what_stands_beside_its_rows_has_changed():
    views = Views(Whole(str(ALEPPO)))
    before = views.picture("timeline", Choice())
    views.whole.register = views.whole.register.tail(1)
    after = views.picture("timeline", Choice())
    assert "reports 2 and 3" in before.svg
    assert "reports 2 and 3" not in after.svg


def test_an_empty_view_says_so_and_nothing_half(explorer):
    explorer.start.value = "2015-11"
    explorer.factions.value = ("ahrar-al-sham",)
    explorer.tabs.selected_index = NAMES.index("harm")
    markup = explorer.drawings["harm"].markup
    assert "no rows in this scope" in markup
    assert "<svg" not in markup
    assert "in ;" not in markup


def test_the_next_choice_lets_go_of_a_single_claim(explorer):
    events, every = explorer._views.whole.event_of, listed(explorer)
    explorer.chosen(None, {"claim": events.index[events.isna()][0]}, [])
    explorer.measure.value = "fatalities"
    explorer.measure.value = ""
    assert listed(explorer) == every


def test_a_click_on_a_claim_lists_every_claim_on_its_event(explorer):
    events = explorer._views.whole.event_of
    event = events.value_counts().index[0]
    explorer.chosen(None, {"claim": events.index[events.eq(event)][0]}, [])
    assert explorer.event.value == event
    assert listed(explorer) == events.eq(event).sum() > 1
    assert explorer.claims.value.count('<tr id="claim-') == listed(explorer)


def test_a_click_on_a_claim_of_no_event_lists_that_claim(explorer):
    events = explorer._views.whole.event_of
    claim = events.index[events.isna()][0]
    explorer.chosen(None, {"claim": claim}, [])
    assert listed(explorer) == 1


@pytest.mark.parametrize(("field", "value", "words"), [
    ("start", "20x5", "expected an EDTF date"), ("region", "Alepo", "nearest: Aleppo"),
])  # fmt: skip
def test_a_choice_that_cannot_be_is_told_in_the_words_of_the_command(explorer, field, value, words):
    getattr(explorer, field).value = value
    assert words in explorer.told.value
    getattr(explorer, field).value = ""
    assert explorer.told.value == ""


def test_another_corpus_offers_its_own_names(explorer):
    explorer.corpus.value = str(ROOT / "seeds" / "exercise")
    assert "zhurvel-front" in [key for _, key in explorer.factions.options]
    explorer.corpus.value = str(ROOT / "seeds" / "nowhere")
    assert "datapackage.json" in explorer.told.value
    explorer.corpus.value = str(ALEPPO)
    assert explorer.told.value == ""


def test_markup_in_a_corpus_stays_text(copy):
    copy.plant("claims", "a-p7-sorties", summary="Sorties < 2,000 & more.")
    assert "Sorties &lt; 2,000 &amp; more." in Explorer(str(copy.folder)).claims.value


def test_in_jupyterlab_choices_change_pictures_and_claims_and_the_view_is_printed(browser, tmp_path):
    notebook = json.loads((ROOT / "notebooks" / "explore.ipynb").read_text("utf-8"))
    given = next(cell for cell in notebook["cells"] if "parameters" in cell["metadata"].get("tags", []))
    given["source"] = f"corpus = {str(ALEPPO)!r}\nreports = 'reports'"
    (tmp_path / "room").mkdir()
    (tmp_path / "home").mkdir()
    (tmp_path / "room" / "explore.ipynb").write_text(json.dumps(notebook), "utf-8")
    expect.set_options(timeout=WAIT)
    page = browser.new_context(viewport={"width": 1280, "height": 1200}).new_page()
    with lab(tmp_path / "room", tmp_path / "home") as address:
        opened(page, address, "explore.ipynb")
        run_all(page)
        drawing = page.locator(".sitrep.figure svg").first
        drawing.wait_for()
        assert not [one for cell in outputs(page) for one in cell if one["output_type"] == "error"]
        claims = page.locator(".sitrep.register .quiet").first
        before, picture = claims.inner_text(), drawing.inner_html()
        page.get_by_label("From", exact=True).fill("2015-11")
        page.get_by_label("From", exact=True).press("Enter")
        expect(claims).not_to_have_text(before)
        assert drawing.inner_html() != picture
        before = claims.inner_text()
        page.get_by_label("Factions", exact=True).select_option(label="Hezbollah")
        expect(claims).not_to_have_text(before)
        before = claims.inner_text()
        page.locator(".sitrep.figure svg a").first.click()
        expect(claims).not_to_have_text(before)
        page.get_by_role("button", name="Print this view").click()
        page.get_by_role("link", name=re.compile(r"briefing\.pdf")).wait_for()
        page.screenshot(path=tmp_path / "explore.png")
    (printed,) = (tmp_path / "room" / "reports").glob("aleppo-2015-*")
    assert {"briefing.html", "briefing.pdf"} <= {path.name for path in printed.iterdir()}
