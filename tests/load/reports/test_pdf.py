"""A PDF with text: reading order, paragraphs, what is left off, and what is refused."""

import base64

import pytest

from analysis.errors import ReportError

FIRST = (
    "The harbour of Veshmara was shelled overnight, and the government's spokesperson said that 12 people "
    "were killed and twenty-four wounded in the residential neighbourhood behind the customs house."
)
SECOND = (
    "Between 11 and 30 June an estimated 61,200 displacements were recorded by the humanitarian coordination "
    "bureau, many people having fled more than once, and most of them on foot."
)
THIRD = (
    "People in need: 210,000. Of these 84,000 were food-insecure in June, up from 71,000 in December 2032."
)
SCAN = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg=="
)
"""The smallest picture."""
TOWNS = (
    "Ançul",
    "Bēluñe",
    "Dumtsal",
    "Harçel",
    "Voghrim",
    "Pazhun",
    "Tilgush",
    "Meshgad",
    "Zhurvel",
    "Zhervi",
)


def paragraphs(count: int) -> list[str]:
    """So many paragraphs, no two of which are alike."""
    texts = (FIRST, SECOND, THIRD)
    return [f"In {TOWNS[n // 3 % 10]}: {texts[n % 3]} So {TOWNS[n % 10]} told us." for n in range(count)]


RUNNING = (
    "header: [Relief Bureau #h(1fr) Situation Report No. 31], "
    "footer: context align(center)[Page #counter(page).display() of #counter(page).final().first()]"
)


def source(count: int, page: str = "", text: str = 'lang: "en", hyphenate: true', head: str = "") -> str:
    """A report of so many paragraphs, each of its own number, as Typst sets it."""
    body = "\n\n".join(paragraphs(count))
    settings = f'#set page(paper: "a5"{", " + page if page else ""})\n#set text(size: 10pt, {text})\n'
    title = (
        head
        or "#text(size: 16pt)[Shells fall on the harbour of Veshmara]\n\nBy Orsel Dunvane\n\n2 July 2033\n\n"
    )
    return settings + "#set par(justify: true, spacing: 1.4em)\n" + title + body


def plain(text: str) -> str:
    return text.replace("\u2019", "'")


@pytest.mark.parametrize("page", ["", RUNNING, RUNNING + ", columns: 2", "margin: 3cm"])
def test_paragraphs_are_whole_over_lines_columns_and_pages(read, pressed, page):
    found = read(pressed(source(30, page)), "report.pdf")
    assert (found.title, found.author) == ("Shells fall on the harbour of Veshmara", "Orsel Dunvane")
    assert found.published == "2 July 2033"
    assert [plain(one.text) for one in found.paragraphs] == paragraphs(30)


def test_a_heading_over_both_columns_comes_first(read, pressed):
    head = '#place(top, scope: "parent", float: true)[#text(size: 16pt)[Shells fall on Veshmara]]\n'
    found = read(pressed(source(24, "columns: 2", head=head)), "report.pdf")
    assert found.title == "Shells fall on Veshmara"
    assert [plain(one.text) for one in found.paragraphs] == paragraphs(24)


def test_paragraphs_are_told_by_their_indent_too(read, pressed):
    text = source(12).replace("spacing: 1.4em", "spacing: 0.65em, first-line-indent: 1.2em")
    found = read(pressed(text), "report.pdf")
    assert [plain(one.text) for one in found.paragraphs] == paragraphs(12)


def test_a_pdf_is_known_by_its_content(read, pressed):
    content = pressed(source(6))
    assert read(content, "a.txt").paragraphs == read(content, "a.pdf").paragraphs


def test_a_scan_is_refused_whole_or_by_its_page(read, pressed, tmp_path):
    (tmp_path / "scan.png").write_bytes(SCAN)
    picture = '#image("scan.png", width: 100%, height: 95%)\n'
    with pytest.raises(ReportError, match=r"scan.pdf: found 2 pages without text, as of a scan; expected"):
        read(pressed(f"{picture}#pagebreak()\n{picture}"), "scan.pdf")
    text = FIRST + "\n#pagebreak()\n"
    with pytest.raises(ReportError, match=r"scan.pdf, page 2: found a picture without text, as of a scan"):
        read(pressed(f"{text}{picture}#pagebreak()\n{text}"), "scan.pdf")
    assert plain(read(pressed(f"{picture}#pagebreak()\n{text}"), "scan.pdf").paragraphs[0].text) == FIRST


def test_text_from_right_to_left_is_refused(read, pressed):
    words = "قال متحدث إن اثني عشر شخصا قتلوا في الميناء يوم الأحد. " * 5
    with pytest.raises(ReportError, match="from right to left, whose order a PDF loses; expected text"):
        read(pressed(f'#set text(font: "DejaVu Sans", lang: "ar")\n{words}'), "arabic.pdf")


def test_a_locked_and_a_broken_pdf_are_refused(read, pressed):
    with pytest.raises(ReportError, match=r"report.pdf: found a PDF locked by a password; expected"):
        read(locked(), "report.pdf")
    with pytest.raises(ReportError, match=r"report.pdf: found a broken PDF"):
        read(b"%PDF-1.7\nnothing else", "report.pdf")


def locked() -> bytes:
    """The smallest PDF that asks for a password: its keys are of no password at all."""
    parts = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] >>",
        f"<< /Filter /Standard /V 1 /R 2 /P -4 /O <{'01' * 32}> /U <{'02' * 32}> >>",
    ]
    body, places = "%PDF-1.4\n", []
    for number, part in enumerate(parts, 1):
        places.append(len(body))
        body += f"{number} 0 obj\n{part}\nendobj\n"
    table = f"xref\n0 {len(parts) + 1}\n0000000000 65535 f \n" + "".join(
        f"{at:010} 00000 n \n" for at in places
    )
    size = f"/Size {len(parts) + 1} /Root 1 0 R /Encrypt 4 0 R /ID [<00> <00>]"
    return f"{body}{table}trailer\n<< {size} >>\nstartxref\n{len(body)}\n%%EOF".encode()
