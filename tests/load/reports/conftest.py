"""Files of reports, made for a test: text, pages, and PDFs that Typst sets."""

from collections.abc import Callable
from pathlib import Path

import pytest
import typst

from analysis.load import report
from analysis.model.reports import ReportText


@pytest.fixture
def read(tmp_path: Path) -> Callable[..., ReportText]:
    """Write text or bytes into a file of this name, and read the report in it."""

    def reading(content: str | bytes, name: str = "report.txt") -> ReportText:
        path = tmp_path / name
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return report(path)

    return reading


@pytest.fixture
def pressed(tmp_path: Path) -> Callable[[str], bytes]:
    """A PDF that Typst sets from its source."""

    def pressing(source: str) -> bytes:
        (tmp_path / "source.typ").write_text(source, "utf-8")
        return typst.compile(str(tmp_path / "source.typ"))

    return pressing
