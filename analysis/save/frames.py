"""The page of the documentation on frames, printed from their contracts so that the two cannot differ."""

from collections.abc import Iterator
from pathlib import Path

from analysis.model.frames import ALL, Column, Contract
from analysis.save.codebook import table_row

PAGE = Path("docs/frames.md")


def frames_page() -> str:
    """Every contract in Markdown: what one row is, the key, what makes the frame, and its columns."""
    return "\n".join(_lines()) + "\n"


def _lines() -> Iterator[str]:
    yield from ("# Frames", "")
    yield "Every frame that crosses from one stage to the next, made from `analysis.model.frames` by"
    yield "`python -m analysis.save.frames`, never by hand. A function that takes a frame names its contract"
    yield "and refuses a frame that lacks a column of it; more columns are welcome. Where no missing value is"
    yield "explained, none occurs."
    yield from ("", "| frame | one row is | made by |", "|---|---|---|")
    for contract in ALL:
        link = f"[`{contract.name}`](#{contract.name})"
        yield table_row(link, contract.grain.removeprefix("one row per "), f"`{contract.made_by}`")
    for contract in ALL:
        yield from ("", *_frame(contract))


def _frame(contract: Contract) -> Iterator[str]:
    """The section of one frame; columns that stand in another are left to its section."""
    key = ", ".join(f"`{name}`" for name in contract.key)
    sentence = f"{contract.grain[:1].upper()}{contract.grain[1:]}"
    yield from (f"## {contract.name}", "", f"{sentence}. Key: {key}. Made by `{contract.made_by}`.", "")
    inherited = contract.base.columns if contract.base else ()
    if contract.base:
        yield from (f"All columns of [`{contract.base.name}`](#{contract.base.name}), and:", "")
    yield from ("| column | kind | meaning | missing |", "|---|---|---|---|")
    for column in contract.columns[len(inherited) :]:
        yield table_row(f"`{column.name}`", _kind(column), _meaning(column), column.missing)


def _kind(column: Column) -> str:
    return f"{column.kind}, in {column.unit}" if column.unit else column.kind


def _meaning(column: Column) -> str:
    values = ", ".join(f"`{value}`" for value in column.values)
    return f"{column.meaning} One of {values}." if values else column.meaning


if __name__ == "__main__":
    # Writes the page anew: python -m analysis.save.frames, from the folder of the project.
    PAGE.write_text(frames_page(), encoding="utf-8")
