"""The desk in JupyterLab and a real browser, from the keyboard, down to the tables."""

import csv
import json
import shutil
from itertools import product

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from analysis import load
from tests.conftest import ROOT, Copy
from tests.lab import lab, opened, outputs, run_all
from tests.live.conftest import REPORT

expect.set_options(timeout=30_000)

NOTEBOOK = ROOT / "notebooks" / "code_a_report.ipynb"
SOURCE = "halyard-market"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]


@pytest.fixture(scope="module")
def address(tmp_path_factory):
    """A JupyterLab in a folder that `room` fills, and that folder."""
    folder = tmp_path_factory.mktemp("desk")
    with lab(folder, tmp_path_factory.mktemp("home")) as found:
        yield found, folder


class Desk:
    """The notebook open in a browser, and the corpus that it codes into."""

    def __init__(self, page, folder, notebook) -> None:
        self.page, self.folder, self.notebook = page, folder, notebook
        self.copy = Copy(folder)

    @property
    def root(self):
        return self.page.locator(".sitrep-coder")

    @property
    def state(self):
        return self.root.locator(".state")

    def open(self, address):
        opened(self.page, address, self.notebook)
        run_all(self.page)
        assert not [each for cell in outputs(self.page) for each in cell if each["output_type"] == "error"]
        self.root.wait_for()
        self.root.focus()

    def press(self, *keys):
        for key in keys:
            self.page.keyboard.press(key)
        expect(self.state).not_to_contain_text("Writing")

    def chosen(self, words):
        """The key of a choice that the current field offers, by its words."""
        texts = self.root.locator(".choices button").all_inner_texts()
        return str(next(number for number, text in enumerate(texts, 1) if words in text))

    def claims(self):
        """The claims that were added to those that ship, as rows by column."""
        with open(ROOT / "seeds" / "exercise" / "claims.csv", newline="", encoding="utf-8") as file:
            shipped = sum(1 for _ in csv.reader(file))
        header, *_ = rows = self.copy.rows("claims")
        return [dict(zip(header, row, strict=True)) for row in rows[shipped:]]

    def statuses(self):
        frame = load.drafts(self.folder).proposals
        return dict(zip(frame["proposal_id"], frame["status"], strict=True))


@pytest.fixture
def desk(browser, address, request):
    url, room = address
    name = request.node.name.replace("[", "-").strip("]")
    shutil.copytree(ROOT / "seeds" / "exercise", room / name / "exercise")
    notebook = json.loads(NOTEBOOK.read_text("utf-8"))
    given = next(cell for cell in notebook["cells"] if "parameters" in cell["metadata"].get("tags", []))
    report = f"corpus = {str(room / name / 'exercise')!r}\nreport = {str(REPORT)!r}\nsource_id = {SOURCE!r}"
    given["source"] = report.splitlines(keepends=True)
    (room / name / "code.ipynb").write_text(json.dumps(notebook), "utf-8")
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    made = Desk(context.new_page(), room / name / "exercise", f"{name}/code.ipynb")
    made.open(url)
    yield made
    context.close()


def test_three_proposals_and_a_new_claim_reach_the_tables_and_undo_takes_one_back(desk, address):
    cells = len(outputs(desk.page))
    desk.press("Enter", "Enter")
    assert desk.root.locator("mark.accepted").count() == 2
    desk.press("Shift+Digit1")  # a claim from the sentence costs as much as accepting one
    desk.press("j")
    expect(desk.root.locator(".words q")).to_have_text("nine dead")
    desk.press("Enter")
    rows = desk.claims()
    assert [row["measure"] for row in rows] == ["fatalities", "fatalities", "occurrence", "fatalities"]
    assert {(row["source_id"], row["locator"]) for row in rows} == {(SOURCE, "p1")}
    assert [rows[number]["wording"] for number in (0, 1, 3)] == [
        "at least 71 people",
        "22 children",
        "nine dead",
    ]
    assert all(row["wording"] in REPORT.read_text("utf-8") for row in rows)
    accepted = [key for key, status in desk.statuses().items() if status == "accepted"]
    assert len(accepted) == 4

    desk.press("u")
    expect(desk.state).to_contain_text("Taken back.")
    assert len(desk.claims()) == 3
    desk.press("u", "u")
    assert [row["wording"] for row in desk.claims()] == ["at least 71 people"]
    assert desk.root.locator("mark.accepted").all_inner_texts() == ["at least 71 people"]

    desk.press("x", "d", "d", "a", "b", "m")  # none of them reaches the notebook, where they would cut cells
    assert len(outputs(desk.page)) == cells

    desk.open(address[0])
    assert desk.root.locator("mark.accepted").all_inner_texts() == ["at least 71 people"]
    desk.press("u")
    expect(desk.state).to_contain_text("Nothing was accepted or rejected here")
    assert len(desk.claims()) == 1


def test_a_refusal_stands_beside_its_field_and_loses_nothing(desk):
    desk.press("Shift+p")
    desk.page.keyboard.type("lower-qay")
    desk.press("Escape", "Shift+z")
    desk.page.keyboard.type("Dead of the market.")
    desk.press("Enter")
    fault = desk.root.locator(".fault")
    expect(fault).to_have_count(1)
    assert "place_id: found unknown key 'lower-qay'" in fault.inner_text()
    assert "nearest valid: lower-quay" in fault.inner_text()
    assert desk.claims() == []
    values = {name: desk.root.locator(f'[name="{name}"]').input_value() for name in ("place_id", "summary")}
    assert values == {"place_id": "lower-qay", "summary": "Dead of the market."}
    expect(desk.root.locator(".row.current label")).to_contain_text("place_id")
    desk.press(desk.chosen("dolmace"), "Enter")
    (row,) = desk.claims()
    assert (row["place_id"], row["summary"]) == ("dolmace", "Dead of the market.")


def test_keys_pressed_while_a_claim_is_written_wait_for_the_next(desk):
    for key in ("Enter", "p", "Enter", "j", "x"):
        desk.page.keyboard.press(key)
    expect(desk.root.locator("mark.rejected")).to_have_count(1)
    first, second = desk.claims()
    assert (first["wording"], second["wording"]) == ("at least 71 people", "22 children")
    assert (first["place_id"], second["place_id"]) == ("", "dolmace")
    assert desk.root.locator("mark.rejected").inner_text() == "nine dead"


def test_an_event_chosen_once_makes_a_paragraph_few_actions(desk):
    """The first paragraph: three amounts and a claim without a number, all of one event at one place."""
    desk.press("e")
    desk.press(desk.chosen("market-strike"))
    expect(desk.root.locator('[name="place_id"]')).to_have_value("lower-quay")
    for key in ("Enter", "Enter", "Shift+Digit1", "j", "Enter"):
        desk.press(key)
    rows = desk.claims()
    assert [(row["event_id"], row["place_id"]) for row in rows] == [("market-strike", "lower-quay")] * 4
    assert int(desk.root.get_attribute("data-actions")) == 7
    assert sum(1 for row in rows for cell in row.values() if cell) >= 35


def test_the_desk_can_be_read_in_every_theme_and_width(desk):
    desk.press("Enter", "Enter", "Shift+p")
    desk.page.keyboard.type("nowhere")
    desk.press("Enter", "1", "Enter")
    expect(desk.root.locator(".fault")).to_have_count(1)
    for theme, width in product(("Light", "Dark"), (1280, 800)):
        desk.page.set_viewport_size({"width": width, "height": 900})
        change = "theme => window.jupyterapp.commands.execute('apputils:change-theme', { theme })"
        desk.page.evaluate(change, f"JupyterLab {theme}")
        desk.page.wait_for_selector(
            f'body[data-jp-theme-light="{str(theme == "Light").lower()}"]', state="attached"
        )
        found = Axe().run(desk.page, context=".sitrep-coder", options={"runOnly": RULES})
        told = [(one["id"], [node["html"] for node in one["nodes"]]) for one in found.response["violations"]]
        assert told == [], (theme, width)
        assert desk.root.evaluate("root => root.scrollWidth <= root.clientWidth"), (theme, width)
        desk.root.focus()
        assert desk.root.evaluate("root => getComputedStyle(root).outlineStyle") == "solid"
