"""What every test can rely on."""

import os
from pathlib import Path

import pytest
from hypothesis import settings

ROOT = Path(__file__).parent.parent

settings.register_profile("fast", max_examples=60, deadline=None, derandomize=True)
settings.register_profile("long", max_examples=2000, deadline=None)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "fast"))


@pytest.fixture(scope="session")
def aleppo() -> Path:
    """The folder of the founding corpus."""
    return ROOT / "seeds" / "aleppo-2015"


@pytest.fixture(scope="session")
def briefing(tmp_path_factory) -> Path:
    """The folder of the Aleppo briefing, built once."""
    from analysis.briefing.build import build

    return build(ROOT / "notebooks" / "briefing.ipynb", [], tmp_path_factory.mktemp("reports"))
