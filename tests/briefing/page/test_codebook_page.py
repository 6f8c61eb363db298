"""The codebook as a page: offline, no rule of accessibility broken, no sideways scrolling."""

from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from typer.testing import CliRunner

from analysis.cli import app
from tests.briefing.page.test_browser import RULES, VIEWS, opened


@pytest.fixture(scope="module")
def printed(tmp_path_factory) -> Path:
    """The page of the codebook of an empty corpus."""
    folder = tmp_path_factory.mktemp("made") / "war"
    assert CliRunner().invoke(app, ["init", str(folder), "--title", "War | of “words”: حرب"]).exit_code == 0
    result = CliRunner().invoke(app, ["codebook", str(folder), "--page"])
    page = folder / "codebook.html"
    assert result.stdout == f"{folder / 'README.md'}\n{page}\n"
    return page


@pytest.mark.parametrize(("width", "mode"), VIEWS)
def test_it_breaks_no_accessibility_rule_is_quiet_and_fits(browser, printed, width, mode) -> None:
    tab, heard = opened(browser, printed, width, mode, bypass_csp=True)
    assert heard == []
    assert tab.evaluate("document.documentElement.scrollWidth") == width
    result = Axe().run(tab, options={"runOnly": {"type": "tag", "values": RULES}})
    assert result.violations_count == 0, result.generate_report()
    tab.context.close()


def test_every_table_of_the_corpus_can_be_gone_to_from_the_top(browser, printed) -> None:
    tab, _ = opened(browser, printed)
    assert tab.locator("h1").inner_text() == "War | of “words”: حرب"
    links = tab.locator("nav a")
    tables = [path.stem for path in printed.parent.glob("*.csv")]
    assert set(tables) < set(links.all_inner_texts())
    for place in links.all():
        assert tab.locator(place.get_attribute("href")).count() == 1
    tab.context.close()


@pytest.mark.parametrize("width", [768, 1280])
def test_examples_are_seen_beside_what_they_are_examples_of(browser, printed, width) -> None:
    tab, _ = opened(browser, printed, width)
    too_wide = "one => one.scrollWidth > one.parentElement.clientWidth"
    assert not tab.evaluate(f"[...document.querySelectorAll('table')].some({too_wide})")
    tab.context.close()
