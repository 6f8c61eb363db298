"""What an exhibit leaves in a notebook: the picture for the eye, the record for the press."""

import os
import subprocess
import sys
from pathlib import Path

import pandas as pd
import pytest
from matplotlib.figure import Figure

from analysis import exhibits
from analysis.briefing.document.data import cells
from analysis.briefing.reading.notebook import document
from analysis.charts import style
from analysis.errors import FrameError, ParameterError, RenderError
from analysis.exhibits import MIME, Exhibits
from analysis.model import Citation, KeyFigure, Passage
from analysis.model.frames import CLAIMS
from tests.briefing import notebooks

STATEMENTS = pd.DataFrame(
    {
        "claim_id": ["dead-tv", "dead-soldier"],
        "source_id": ["b", "a"],
        "cite": ["2 p3", "1 p4"],
        "speaker": ["State TV", "A soldier"],
        "summary": ["Dead.", "Bodies."],
        "wording": ["dozens", None],
    }
)
LEDGER = STATEMENTS.assign(
    reading=["12 to 99 persons", ""],
    counted="fatalities",
    place="Kweires",
    day="",
    grade=["D3", "C4"],
    verdict="single",
)
REGISTER = pd.DataFrame(
    {
        "source_id": ["a", "b"],
        "number": [1, 2],
        "title": ["First", "Second <b>"],
        "author": ["Somebody", None],
        "publisher": [None, None],
        "published": ["2015-11-10~", "2015-10-12"],
        "published_inferred": ["day", None],
        "published_note": ["A Tuesday.", None],
        "reliability": ["C", "D"],
        "url": [None, None],
        "licence": ["not stated", None],
        "claims": [1, 1],
    }
)
ROWS = pd.DataFrame(
    {
        "place": ["Kweires (كويرس)", "<script>"],
        "day": pd.to_datetime(["2015-11-10", None]),
        "low": [12.0, None],
        "held": [True, False],
        "claim_ids": ["dead-tv", "dead-tv dead-soldier"],
        "source_ids": ["b", "b a"],
    }
)
NOTE = Passage(("One is left out ", Citation("b", "dead-tv", "2 p3"), "."))
CAPTION = {"title": "T", "subtitle": "C <b>", "notes": [NOTE], "shown": "2 of 2 shown."}
COLUMNS = {"place": "Place", "day": "Day", "low": "Low", "claim_ids": "Source"}


@pytest.fixture
def show():
    return Exhibits(STATEMENTS, REGISTER)


@pytest.fixture
def outputs(monkeypatch):
    """Call something and get what it displayed, one bundle per output."""

    def displayed(call, *args, **kwargs):
        bundles = []
        monkeypatch.setattr(exhibits, "display", lambda data, raw: bundles.append(data))
        call(*args, **kwargs)
        return bundles

    return displayed


def chart(frame):
    ax = Figure().subplots()
    style.describe(ax, f"A chart of {len(frame)} rows.")
    return ax


def bare(frame):
    return Figure().subplots()


def test_a_corpus_without_a_claim_is_refused():
    with pytest.raises(FrameError, match="claims: found none; expected at least one"):
        Exhibits(STATEMENTS.head(0), REGISTER.assign(claims=0))


def test_raw_claims_are_no_statements():
    raw = pd.DataFrame({name: ["x"] for name in CLAIMS.names})
    with pytest.raises(FrameError, match=r"Exhibits: statements: found claims .* derive\.statements makes"):
        Exhibits(raw, REGISTER)


def test_a_chart_without_alternative_text_is_refused_by_the_press(show, outputs):
    made = [notebooks.output(data) for data in outputs(show.figure, "x", bare, ROWS, title="T", subtitle="C")]
    with pytest.raises(RenderError, match=r"cell 1, field alt: found ''; .*style\.describe"):
        document(notebooks.notebook(notebooks.cell("", made)))


def test_a_stranger_s_package_that_takes_in_parts_of_ours_is_told_with_both_places(tmp_path):
    (tmp_path / "analysis").mkdir()
    extended = "from pkgutil import extend_path\n__path__ = extend_path(__path__, __name__)"
    (tmp_path / "analysis" / "__init__.py").write_text(extended)
    ours = Path(exhibits.__file__).parent
    code = "from analysis.exhibits import Exhibits; Exhibits(None, None)"
    run = subprocess.run(
        [sys.executable, "-c", code],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(ours.parent)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert f"two packages are called analysis: found {tmp_path}/analysis; expected {ours}" in run.stderr


def test_a_table_without_its_column_is_refused_naming_the_nearest(show, outputs):
    with pytest.raises(FrameError, match=r"missing column plce \(nearest here: place\)"):
        show.table("x", ROWS, {"plce": "Place"}, title="T", subtitle="C")


def test_prose_in_an_unknown_role_is_refused_naming_the_nearest(show, outputs):
    with pytest.raises(ParameterError, match=r"prose: found role 'bullet'; .*nearest: bullets"):
        show.prose([Passage(("Dozens.",))], role="bullet")


def test_a_figure_carries_picture_record_and_caption(show, outputs):
    (picture,) = outputs(show.figure, "x", chart, ROWS, **CAPTION)
    record = picture[MIME]
    assert picture["image/svg+xml"].startswith("<svg")
    assert (record["number"], record["name"], record["alt"]) == (1, "x", "A chart of 2 rows.")
    assert record["notes"][0][1] == {"cite": {"source": "b", "claim": "dead-tv", "label": "2 p3"}}
    assert (record["subtitle"], record["shown"], record["breaks"]) == ("C <b>", "2 of 2 shown.", [])
    assert [source["number"] for source in record["sources"]] == [1, 2]
    seen = picture["text/html"]
    assert "Exhibit 1" in seen
    assert "C &lt;b&gt;" in seen
    assert picture["image/svg+xml"] in seen
    assert "2 of 2 shown." in seen


def test_live_a_citation_is_numbered_as_in_print_and_tells_what_is_said(show, outputs):
    (said,) = outputs(show.prose, [NOTE])
    link = '<a class="cite" href="#claim-dead-tv" title="State TV: “dozens” Dead.">2 p3</a>'
    assert link in said["text/html"]
    (listed,) = outputs(show.register, "r", LEDGER, title="Reports")
    assert 'id="claim-dead-tv"' in listed["text/html"]


def test_live_the_typefaces_come_once_and_again_with_their_cell(show, outputs):
    def faces(*call, **words):
        return outputs(*call, **words)[0]["text/html"].count("@font-face")

    first = faces(show.figure, "x", chart, ROWS, **CAPTION)
    assert first >= 5
    assert faces(show.figure, "y", chart, ROWS, **CAPTION) == 0
    assert faces(show.figure, "x", chart, ROWS, **CAPTION) == first


def test_the_press_keeps_a_picture_once_and_no_typefaces(show, outputs, monkeypatch):
    monkeypatch.setenv(exhibits.PRESS, "1")
    picture, caption = outputs(show.figure, "x", chart, ROWS, **CAPTION)
    assert "text/html" not in picture
    assert "Exhibit 1" in caption["text/html"]
    assert "<svg" not in caption["text/html"]
    assert "<style" not in caption["text/html"]
    assert caption[MIME]["kind"] == "caption"


def test_data_keeps_types_and_what_is_missing(show, outputs):
    data = outputs(show.figure, "x", chart, ROWS, title="T", subtitle="C")[0][MIME]["data"]
    assert [column["type"] for column in data["columns"]] == [
        "string",
        "date",
        "number",
        "boolean",
        "string",
        "string",
    ]
    assert [cells(line)[1:4] for line in data["rows"]] == [["2015-11-10", "12.0", "true"], ["", "", "false"]]


def test_an_exhibit_keeps_its_number_when_its_cell_runs_again(show, outputs):
    for _ in range(2):
        outputs(show.figure, "x", chart, ROWS, title="T", subtitle="C")
        record = outputs(show.table, "y", ROWS, COLUMNS, title="T", subtitle="C")[0][MIME]
        assert record["number"] == 2


def test_nothing_to_show_is_said_instead_of_drawn(show, outputs):
    (said,) = outputs(show.figure, "x", chart, ROWS.iloc[:0], title="The dead", subtitle="C")
    (run,) = said[MIME]["blocks"][0]["runs"]
    assert run["text"] == "The dead: no rows in this scope. That is not a statement that nothing happened."


def test_cells_are_text_with_citations(show, outputs):
    record = outputs(show.table, "y", ROWS, COLUMNS, title="T", subtitle="C")[0][MIME]
    place, day, low, cites = record["rows"][0]
    assert place == [{"text": "Kweires (كويرس)"}]
    assert (day, low) == ([{"text": "2015-11-10"}], [{"text": "12"}])
    assert cites == [{"cite": {"source": "b", "claim": "dead-tv", "label": "2 p3"}}]
    assert record["rows"][1][1:3] == [[], []]
    assert [column["header"] for column in record["columns"]] == [True, False, False, False]


def test_a_count_that_is_missing_is_an_empty_cell(show, outputs):
    rows = ROWS.assign(voices=pd.array([2, None], dtype="Int64"))
    record = outputs(show.table, "y", rows, {"voices": "Voices"}, title="T", subtitle="C")[0][MIME]
    assert record["rows"] == [[[{"text": "2"}]], [[]]]
    assert record["columns"][0]["align"] == "right"
    assert [cells(line)[-1] for line in record["data"]["rows"]] == ["2", ""]


def test_a_long_table_is_capped_and_says_so(show, outputs):
    record = outputs(show.table, "y", ROWS, COLUMNS, title="T", subtitle="C", most=1)[0][MIME]
    assert (len(record["rows"]), record["total"], len(record["data"]["rows"])) == (1, 2, 2)


def test_prose_and_key_figures_lead_to_their_claims(show, outputs):
    cite = Citation("b", "dead-tv", "2 p3")
    (said,) = outputs(show.prose, [Passage(("Dozens", " ", cite, "."))], role="bullets")
    assert said[MIME]["blocks"][0]["items"][0][2]["cite"]["label"] == "2 p3"
    figure = KeyFigure("Dead", "12 to 99", "persons", "dozens", "State TV", "", (cite,))
    (strip,) = outputs(show.key_figures, [figure])
    assert strip[MIME]["items"][0]["cites"][0]["cite"]["claim"] == "dead-tv"


def test_a_story_is_paragraphs_of_sentences_and_what_no_report_tells(show, outputs):
    (said,) = outputs(show.story, [[NOTE, NOTE], []], [Passage(("No report gives a figure.",))])
    record = said[MIME]
    assert (record["kind"], len(record["paragraphs"])) == ("story", 1)
    assert [run.get("text") for run in record["paragraphs"][0]][3] == " "
    assert record["absent"] == [{"text": "No report gives a figure."}]


def test_trust_is_told_item_by_item(show, outputs):
    (said,) = outputs(show.trust, [("Voices", NOTE)])
    assert said[MIME]["items"][0]["head"] == "Voices"
    assert said[MIME]["items"][0]["runs"][1]["cite"]["claim"] == "dead-tv"


def test_a_long_register_lists_what_was_cited_first_and_counts_the_rest(show, outputs):
    """Citations lead somewhere also where a corpus holds more than a reader would turn the pages of."""
    outputs(show.prose, [NOTE])
    record = outputs(show.register, "r", LEDGER, title="Reports", reports=1, statements=1)[0][MIME]
    first, second = record["entries"]
    assert (first["unlisted"], second["unlisted"]) == (True, False)
    assert [claim["claim_id"] for claim in second["statements"]] == ["dead-tv"]
    assert (first["more"], second["more"]) == (1, 0)


def test_the_register_lists_every_claim_by_report_with_what_it_came_to(show, outputs):
    record = outputs(show.register, "r", LEDGER, title="Reports")[0][MIME]
    first, second = record["entries"]
    assert (first["number"], first["basis"], first["note"]) == (1, "inferred", "A Tuesday.")
    assert first["statements"][0] | {"speaker": ""} == {
        "claim_id": "dead-soldier",
        "cite": "1 p4",
        "speaker": "",
        "summary": "Bodies.",
        "wording": "",
        "reading": "",
        "counted": "fatalities",
        "place": "Kweires",
        "day": "",
        "grade": "C4",
        "verdict": "single",
    }
    assert second["statements"][0]["wording"] == "dozens"


def test_live_output_never_turns_data_into_markup(show, outputs):
    for data in outputs(show.table, "y", ROWS, COLUMNS, title="<script>", subtitle="C"):
        assert "<script>" not in data["text/html"]


def test_a_claim_or_report_that_is_not_there_is_refused_naming_the_nearest(show, outputs):
    with pytest.raises(FrameError, match="claim 'dead-tw' is not among the statements; nearest: dead-tv"):
        outputs(show.table, "y", ROWS.assign(claim_ids="dead-tw"), COLUMNS, title="T", subtitle="C")
    with pytest.raises(FrameError, match="report 'bb' is not in the register; nearest: b"):
        outputs(show.table, "z", ROWS.assign(source_ids="bb"), COLUMNS, title="T", subtitle="C")
