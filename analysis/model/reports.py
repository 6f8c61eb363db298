"""The text of a report as it is read for coding: its head and its paragraphs."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Paragraph:
    """One paragraph: `locator` as claims cite it (`p1` is the first after the head), and its text."""

    locator: str
    text: str


@dataclass(frozen=True)
class ReportText:
    """A report that was read from a file.

    `title`, `author` (without "By"), `publisher`, `dateline` (the place it was sent from) and `published` (as
    printed) are empty where the report does not tell; `page_url` is the address that a saved page names.
    `checksum` is the SHA-256 of the file's bytes.
    """

    file: str
    checksum: str
    title: str
    author: str
    publisher: str
    dateline: str
    published: str
    paragraphs: tuple[Paragraph, ...]
    page_url: str = ""
