"""The published sample is what the code makes of the corpus today, byte for byte."""

from pathlib import Path

import pytest

from analysis.briefing.verify import checked_folder

SAMPLE = Path(__file__).parent.parent / "reports" / "aleppo-2015"
FILES = sorted(path.relative_to(SAMPLE).as_posix() for path in SAMPLE.rglob("*") if path.is_file())
CLOCKED = {"briefing.ipynb", "manifest.json"}
"""They hold the time of a run, or the versions of a machine."""


def test_the_sample_has_what_a_briefing_has(briefing):
    built = {path.relative_to(briefing).as_posix() for path in briefing.rglob("*") if path.is_file()}
    assert set(FILES) - CLOCKED == built - CLOCKED


@pytest.mark.parametrize("name", [name for name in FILES if name not in CLOCKED])
def test_the_sample_is_not_stale(briefing, name):
    same = (briefing / name).read_bytes() == (SAMPLE / name).read_bytes()
    assert same, (
        f"reports/aleppo-2015/{name} differs from what is built now; run `make briefing` and commit it"
    )


def test_the_sample_is_what_its_manifest_says():
    assert checked_folder(SAMPLE) == (len(FILES) - 1, [])


def test_the_sample_keeps_within_its_size():
    assert (SAMPLE / "briefing.html").stat().st_size <= 600_000
    assert (SAMPLE / "briefing.pdf").stat().st_size <= 1_000_000
