"""The page in a real browser: accessibility, the content policy, no sideways scrolling, links, print."""

from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe

from analysis.briefing.page.html import page
from analysis.briefing.reading.notebook import document
from tests.briefing import notebooks
from tests.briefing.notebooks import cell, markdown, notebook, output

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
VIEWS = [(width, mode) for width in (360, 1280) for mode in ("light", "dark")]


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


def test_citations_lead_there_and_back(browser, tmp_path):
    file = tmp_path / "briefing.html"
    file.write_text(page(document(notebooks.briefing())), encoding="utf-8")
    tab, _ = opened(browser, file)
    tab.locator("a.cite").nth(1).click()
    assert tab.url.endswith("#claim-a-dead-tv")
    tab.locator(".citing a").first.click()
    assert "#cite-" in tab.url
    with tab.expect_download() as download:
        tab.locator("details.data summary").click()
        tab.locator("details.data a[download]").click()
    assert download.value.suggested_filename == "kweires-dead-1.csv"
    assert Path(download.value.path()).read_text(encoding="utf-8").startswith("speaker,dead_low")
    tab.context.close()


def test_it_prints(browser, file):
    tab, heard = opened(browser, file)
    assert tab.pdf(prefer_css_page_size=True).startswith(b"%PDF")
    assert heard == []
    tab.context.close()
