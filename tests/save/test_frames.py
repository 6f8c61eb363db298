"""The page on frames is what the contracts say today."""

from pathlib import Path

from analysis.model.frames import ALL, STATEMENTS
from analysis.save.frames import frames_page

PAGE = Path(__file__).parents[2] / "docs" / "frames.md"


def test_the_page_is_not_stale():
    assert PAGE.read_text("utf-8") == frames_page(), (
        "run `python -m analysis.save.frames` and commit the page"
    )


def test_every_frame_has_its_section_and_the_columns_that_are_its_own():
    page = frames_page()
    sections = {part.split("\n", 1)[0]: part for part in page.split("\n## ")[1:]}
    assert list(sections) == [contract.name for contract in ALL]
    assert "| `origin_id` | str |" in sections["statements"]
    assert "All columns of [`statements`](#statements), and:" in sections["claimed"]
    assert "`origin_id`" not in sections["claimed"]
    assert "| `low` | float64, in `unit` |" in sections["claims"]
    assert "One of `single`, `agree`" in sections["groups"]
    assert sum(part.count("\n| `") for part in sections.values()) == sum(
        len(contract.columns) - (len(contract.base.columns) if contract.base else 0) for contract in ALL
    )
    assert STATEMENTS.base is not None
