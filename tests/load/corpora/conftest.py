"""What questions are asked of a corpus beyond those of the clean one."""

import pytest

from analysis.load import review


@pytest.fixture
def asked(copy):
    """A copy with all columns, and a function that gives its questions beyond those of the clean one."""
    copy.add_columns("claims", "stance", "about", "method", "counts")
    before = set(review(copy.folder).questions)

    def further() -> list[tuple[str, int, str, str, str]]:
        found = review(copy.folder)
        assert found.faults == ()
        new = [one for one in found.questions if one not in before]
        return [(one.file, one.row, one.column, one.found, one.asks) for one in new]

    copy.further = further
    return copy
