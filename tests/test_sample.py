"""The published samples are what the code makes of their corpora today, byte for byte."""

from pathlib import Path

import pytest

from analysis.briefing.verify import checked_folder

REPORTS = Path(__file__).parent.parent / "reports"
SAMPLES = {"aleppo-2015": "briefing", "exercise": "exercise_briefing"}
"""The folder of each sample, and the fixture that builds it anew."""

CLOCKED = {"briefing.ipynb", "manifest.json"}
"""They hold the time of a run, or the versions of a machine."""

PAGE, PDF = 450_000, 600_000
"""Bytes that the page and the PDF of Aleppo may have."""


def files_of(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


FILES = [(sample, name) for sample in SAMPLES for name in sorted(files_of(REPORTS / sample) - CLOCKED)]


@pytest.fixture
def built(request, sample) -> Path:
    return request.getfixturevalue(SAMPLES[sample])


@pytest.mark.parametrize("sample", SAMPLES)
def test_a_sample_has_what_a_briefing_has(built, sample):
    assert files_of(REPORTS / sample) == files_of(built)


@pytest.mark.parametrize(("sample", "name"), FILES)
def test_a_sample_is_not_stale(built, sample, name):
    same = (built / name).read_bytes() == (REPORTS / sample / name).read_bytes()
    assert same, f"reports/{sample}/{name} differs from what is built now; run `make briefing` and commit it"


@pytest.mark.parametrize("sample", SAMPLES)
def test_a_sample_is_what_its_manifest_says(sample):
    folder = REPORTS / sample
    assert checked_folder(folder) == (len(files_of(folder)) - 1, [])


def test_the_sample_of_aleppo_keeps_within_its_size():
    assert (REPORTS / "aleppo-2015" / "briefing.html").stat().st_size <= PAGE
    assert (REPORTS / "aleppo-2015" / "briefing.pdf").stat().st_size <= PDF
