"""The page in a real browser: accessibility, the content policy, no sideways scrolling, links, print."""

import io
import re
from pathlib import Path

import pikepdf
import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from analysis.briefing.page.html import page, register_script
from analysis.briefing.reading.notebook import document
from tests.briefing import notebooks
from tests.briefing.notebooks import cell, exhibit, markdown, notebook, output

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
VIEWS = [(360, "light"), (360, "dark"), (768, "light"), (1280, "light"), (1280, "dark")]


def stock():
    """A notebook of somebody else, with all that may go wrong."""
    frame = (
        "<div><style scoped>td{color:red}</style><table border=1><thead><tr><th></th><th>a</th></tr></thead>"
    )
    frame += f"<tbody><tr><th>0</th><td>{'n' * 10_000}</td></tr></tbody></table></div>"
    failed = {"output_type": "error", "ename": "ValueError", "evalue": "n" * 10_000, "traceback": ["line"]}
    text = f"# {'Long' * 2500}\n\n### كويرس\n\n[x](https://example.org) text\n\n"
    text += f"| a | b |\n|---|---|\n| {'m' * 10_000} | 2 |"
    return notebook(
        markdown(text),
        cell("x = 1\n" * 5, [output({"text/html": frame}), failed]),
        cell(
            "", [output({"image/svg+xml": notebooks.drawn("stock")}), output({"image/png": notebooks.PIXEL})]
        ),
        cell("", [{"output_type": "stream", "name": "stderr", "text": "w" * 5000}]),
    )


@pytest.fixture(scope="module", params=["aleppo", "briefing", "stock"])
def file(request, tmp_path_factory) -> Path:
    if request.param == "aleppo":
        return request.getfixturevalue("briefing") / "briefing.html"
    made = notebooks.briefing(3) if request.param == "briefing" else stock()
    path = tmp_path_factory.mktemp("pages") / f"{request.param}.html"
    path.write_text(page(document(made)), encoding="utf-8")
    return path


def opened(browser, file, width=1280, mode="light", **context):
    """The page in a window of its own, with what the console says and what it requests."""
    tab = browser.new_context(
        viewport={"width": width, "height": 900}, color_scheme=mode, **context
    ).new_page()
    heard: list[str] = []
    tab.on("console", lambda message: heard.append(message.text))
    tab.on("pageerror", lambda error: heard.append(str(error)))
    tab.on("request", lambda request: heard.append(request.url))
    tab.goto(file.as_uri())
    tab.evaluate("document.fonts.ready.then(() => 1)")
    return tab, [line for line in heard if line != file.as_uri() and not line.startswith("data:")]


@pytest.mark.parametrize(("width", "mode"), VIEWS)
def test_no_accessibility_rule_is_broken(browser, file, width, mode):
    tab, _ = opened(browser, file, width, mode, bypass_csp=True)
    tab.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)")
    result = Axe().run(tab, options={"runOnly": {"type": "tag", "values": RULES}})
    assert result.violations_count == 0, result.generate_report()
    tab.context.close()


@pytest.mark.parametrize(("width", "mode"), VIEWS)
def test_the_page_is_quiet_and_fits(browser, file, width, mode):
    tab, heard = opened(browser, file, width, mode)
    assert heard == []
    assert tab.evaluate("document.documentElement.scrollWidth") == width
    assert tab.evaluate("[...document.fonts].filter(each => each.status === 'error').length") == 0
    tab.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)")
    assert tab.evaluate("document.documentElement.scrollWidth") == width
    tab.context.close()


def test_the_policy_stops_scripts(browser, file, tmp_path):
    bad = tmp_path / "bad.html"
    text = file.read_text(encoding="utf-8").replace(
        "</main>", "<script>document.title = 'ran'</script></main>"
    )
    bad.write_text(text, encoding="utf-8")
    tab, heard = opened(browser, bad)
    assert tab.title() != "ran"
    assert any("Content Security Policy" in line for line in heard)
    tab.context.close()


@pytest.fixture(scope="module")
def made(tmp_path_factory) -> Path:
    """A small briefing with citations, cards and a register."""
    path = tmp_path_factory.mktemp("pages") / "briefing.html"
    path.write_text(page(document(notebooks.briefing())), encoding="utf-8")
    return path


def test_citations_lead_there_and_back(browser, made):
    tab, _ = opened(browser, made)
    tab.locator("a.cite").nth(1).click()
    assert tab.url.endswith("#claim-a-dead-tv")
    tab.locator(".citing a").first.click()
    assert "#cite-" in tab.url
    tab.locator(".exhibit .ways a", has_text="Data and code").first.click()
    assert tab.url.endswith("#data-kweires-dead-1")
    with tab.expect_download() as download:
        tab.locator("#data-kweires-dead-1 a[download]").click()
    assert download.value.suggested_filename == "kweires-dead-1.csv"
    assert Path(download.value.path()).read_text(encoding="utf-8").startswith("speaker,dead_low")
    tab.context.close()


OPEN = "[...document.querySelectorAll(':popover-open')].map(each => each.id)"
FOCUSED = "document.activeElement.getAttribute('popovertarget')"


@pytest.mark.parametrize("script", [True, False])
def test_a_card_opens_and_closes_by_keyboard_and_gives_focus_back(browser, made, script):
    tab, heard = opened(browser, made, java_script_enabled=script)
    keys, seen = tab.keyboard, tab.locator(".card:popover-open")
    button = tab.locator(".story .open").first
    button.focus()
    keys.press("Enter")
    assert seen.get_attribute("id") == "card-claim-a-dead-tv"
    keys.press("Tab")
    assert seen.locator(".close:focus").count() == 1
    keys.press("Enter")
    assert (seen.count(), button.and_(tab.locator(":focus")).count()) == (0, 1)
    keys.press("Enter")
    keys.press("Escape")
    assert (seen.count(), button.and_(tab.locator(":focus")).count()) == (0, 1)
    keys.press("Space")
    assert seen.count() == 1
    tab.mouse.click(5, 5)
    assert seen.count() == 0
    assert heard == []
    tab.context.close()


def test_a_list_of_citations_opens_one_card_after_the_other(browser, made):
    tab, _ = opened(browser, made)
    tab.locator(".story .open").nth(1).click()
    assert tab.evaluate(OPEN) == ["cards-1"]
    tab.locator("#cards-1 .one").nth(1).click()
    assert tab.evaluate(OPEN) == ["cards-1", "card-claim-a-dead-soldier"]
    tab.keyboard.press("Escape")
    assert tab.evaluate(OPEN) == ["cards-1"]
    assert tab.evaluate(FOCUSED) == "card-claim-a-dead-soldier"
    tab.keyboard.press("Escape")
    assert tab.evaluate(OPEN) == []
    tab.context.close()


@pytest.mark.parametrize(("width", "mode"), VIEWS)
def test_an_open_card_breaks_no_rule_and_fits(browser, made, width, mode):
    tab, _ = opened(browser, made, width, mode, bypass_csp=True)
    tab.locator(".story .open").first.click()
    result = Axe().run(tab, options={"runOnly": {"type": "tag", "values": RULES}})
    assert result.violations_count == 0, result.generate_report()
    box = tab.locator(".card:popover-open").bounding_box()
    assert 0 <= box["x"] <= box["x"] + box["width"] <= width
    tab.context.close()


ROWS = "[...document.querySelectorAll('.claim')].filter(each => each.checkVisibility()).map(each => each.id)"


def test_the_register_is_searched_filtered_and_sorted_and_says_how_many_it_found(browser, made):
    tab, heard = opened(browser, made)
    finder, said = tab.locator(".finder"), tab.locator(".finder [role=status]")
    expect(said).to_have_text("3 of 3 statements")
    finder.locator("input").fill("DITZ")
    assert tab.evaluate(ROWS) == ["claim-b-aux"]
    expect(said).to_have_text("1 of 3 statements")
    assert not tab.locator("#source-report-a").is_visible()
    tab.evaluate("location.hash = 'claim-a-dead-tv'")
    expect(tab.locator("#claim-a-dead-tv")).to_be_visible()
    assert finder.locator("input").input_value() == ""
    finder.locator("select").nth(3).select_option("C3")
    assert tab.evaluate(ROWS) == ["claim-a-dead-tv", "claim-a-dead-soldier"]
    finder.locator("button").click()
    finder.locator("select[data-order]").select_option(label="Speaker")
    assert tab.evaluate(ROWS) == ["claim-a-dead-soldier", "claim-a-dead-tv", "claim-b-aux"]
    assert not tab.locator("#source-report-a").is_visible()
    finder.locator("select[data-order]").select_option("")
    assert tab.evaluate(ROWS) == ["claim-a-dead-tv", "claim-a-dead-soldier", "claim-b-aux"]
    assert tab.locator("#source-report-a").is_visible()
    assert heard == []
    tab.context.close()


def test_without_scripts_the_whole_register_is_read_and_nothing_is_offered_that_does_not_work(browser, made):
    tab, _ = opened(browser, made, java_script_enabled=False)
    assert tab.locator(".claim").count() == 3
    assert not tab.locator(".finder").is_visible()
    tab.context.close()


def test_a_thousand_rows_are_searched_at_once(browser, tmp_path):
    file = tmp_path / "long.html"
    record = notebooks.register()
    one = record["entries"][0]["statements"][0]
    record["entries"][0]["statements"] = [
        {**one, "claim_id": f"c{number}", "cite": f"1 p{number}"} for number in range(1000)
    ]
    file.write_text(page(document(notebook(exhibit(record)))), encoding="utf-8")
    tab, _ = opened(browser, file)
    program = """() => {
      const field = document.querySelector(".finder input"), start = performance.now()
      field.value = "p77"
      field.dispatchEvent(new Event("input"))
      document.body.offsetHeight
      return [performance.now() - start, document.querySelectorAll(".claim:not([hidden])").length]
    }"""
    spent, found = tab.evaluate(program)
    assert found == 11
    assert spent < 1000
    tab.context.close()


PRESSED = "button, summary, .ways a, .foot a, .contents a, .permalink, th a"
SMALL = f"[...document.querySelectorAll('main :is({PRESSED})')]"
SMALL += """
  .filter(each => each.checkVisibility())
  .filter(each => { const box = each.getBoundingClientRect(); return box.width < 23.9 || box.height < 23.9 })
  .map(each => each.outerHTML)"""


@pytest.mark.parametrize("width", [360, 1280])
def test_targets_are_large_enough(browser, made, width):
    tab, _ = opened(browser, made, width)
    assert tab.evaluate(SMALL) == []
    tab.context.close()


COLUMNS = "getComputedStyle(document.querySelector('.key-figures ul')).gridTemplateColumns.split(' ').length"
ROW = "getComputedStyle(document.querySelector('.claim')).display"


@pytest.mark.parametrize(
    ("width", "columns", "row"), [(360, 1, "grid"), (768, 2, "grid"), (1280, 3, "table-row")]
)
def test_key_figures_and_rows_of_the_register_suit_the_width(browser, made, width, columns, row):
    tab, _ = opened(browser, made, width)
    assert (tab.evaluate(COLUMNS), tab.evaluate(ROW)) == (columns, row)
    tab.context.close()


@pytest.mark.parametrize(("width", "beside"), [(360, False), (768, True), (1280, True)])
def test_notes_stand_beside_a_drawing_where_both_have_room(browser, briefing, width, beside):
    tab, _ = opened(browser, briefing / "briefing.html", width)
    drawing, notes = (tab.locator(f".pair>.{part}").first.bounding_box() for part in ("drawing", "notes"))
    assert (notes["x"] >= drawing["x"] + drawing["width"]) is beside
    tab.context.close()


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_in_forced_colours_drawings_stand_on_the_paper_they_were_painted_for(browser, made, mode):
    tab, _ = opened(browser, made, 768, mode, forced_colors="active")
    ground = tab.evaluate("getComputedStyle(document.querySelector('.drawing svg')).backgroundColor")
    channels = [int(each) for each in re.findall(r"\d+", ground)]
    assert min(channels) > 240 if mode == "light" else max(channels) < 40
    tab.context.close()


@pytest.mark.parametrize(("motion", "scrolls"), [("reduce", "auto"), ("no-preference", "smooth")])
def test_nothing_moves_for_whoever_asks_for_less_motion(browser, made, motion, scrolls):
    tab, _ = opened(browser, made, reduced_motion=motion)
    assert tab.evaluate("getComputedStyle(document.documentElement).scrollBehavior") == scrolls
    tab.context.close()


@pytest.mark.parametrize("width", [360, 1280])
def test_without_its_script_no_accessibility_rule_is_broken(browser, made, tmp_path, width):
    file = tmp_path / "still.html"
    file.write_text(made.read_text("utf-8").replace(register_script(), ""), encoding="utf-8")
    tab, _ = opened(browser, file, width, bypass_csp=True)
    assert not tab.locator(".finder").is_visible()
    result = Axe().run(tab, options={"runOnly": {"type": "tag", "values": RULES}})
    assert result.violations_count == 0, result.generate_report()
    tab.context.close()


def test_nothing_is_a_tab_stop_that_does_nothing(browser, made):
    tab, _ = opened(browser, made)
    stops = "[...document.querySelectorAll('[tabindex=\"0\"]')].filter(each => each.checkVisibility()).length"
    assert tab.evaluate(stops) == 0
    tab.context.close()


def test_it_prints(browser, file):
    tab, heard = opened(browser, file)
    assert tab.pdf(prefer_css_page_size=True).startswith(b"%PDF")
    assert heard == []
    tab.context.close()


def test_the_printed_page_is_at_most_one_page_longer_than_the_pdf(browser, briefing):
    tab, _ = opened(browser, briefing / "briefing.html")
    printed = pikepdf.open(io.BytesIO(tab.pdf(prefer_css_page_size=True)))
    assert len(printed.pages) <= len(pikepdf.open(briefing / "briefing.pdf").pages) + 1
    tab.context.close()


def test_paper_has_no_buttons_no_cards_and_no_controls(browser, made):
    tab, _ = opened(browser, made)
    tab.emulate_media(media="print")
    for part in (".open", ".card", ".finder", ".contents", ".ways", ".made", ".permalink"):
        assert not any(each.is_visible() for each in tab.locator(part).all()), part
    assert tab.locator("#claim-a-dead-tv").is_visible()
    tab.context.close()
