"""An installed Sitrep does without a checkout what the README shows."""

import json
import os
import shutil
import subprocess
import sys
import sysconfig
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
STRANGE = "raise RuntimeError('a stranger was imported')"


@pytest.fixture(scope="module")
def wheel(tmp_path_factory) -> Path:
    """The wheel, built from a copy, as building leaves files behind; links stay links."""
    source, target = tmp_path_factory.mktemp("source"), tmp_path_factory.mktemp("wheel")
    for name in ("pyproject.toml", "README.md", "LICENSE"):
        shutil.copy(ROOT / name, source)
    for name in ("analysis", "notebooks", "seeds", "tests"):
        spare = shutil.ignore_patterns("__pycache__", ".*")
        shutil.copytree(ROOT / name, source / name, symlinks=True, ignore=spare)
    pip("wheel", "--no-build-isolation", "--wheel-dir", target, source)
    (made,) = target.glob("*.whl")
    return made


@pytest.fixture(scope="module")
def installed(wheel, tmp_path_factory) -> Path:
    """An environment with the wheel in it; all other packages are those of the environment of the tests."""
    place = tmp_path_factory.mktemp("environment")
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", place], check=True)
    (packages,) = place.glob("lib/python*/site-packages")
    (packages / "others.pth").write_text(
        f"{sysconfig.get_path('purelib')}\n{sysconfig.get_path('platlib')}\n"
    )
    pip("--python", place / "bin" / "python", "install", wheel)
    return place


@pytest.fixture
def sitrep(installed, tmp_path):
    """The installed command, run in an empty folder."""
    usual = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}

    def run(*words):
        command = [installed / "bin" / "sitrep", *words]
        done = subprocess.run(command, cwd=tmp_path, env=usual, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
        return done.stdout

    return run


def pip(*words):
    command = [sys.executable, "-m", "pip", *words, "--quiet", "--no-deps", "--no-index"]
    subprocess.run(command, check=True)


def test_the_wheel_holds_the_package_the_notebooks_and_the_corpora(wheel):
    own = [
        path for path in (ROOT / "analysis").rglob("*") if path.is_file() and "__pycache__" not in path.parts
    ]
    carried = [*(ROOT / "notebooks").glob("*.ipynb"), *(ROOT / "seeds").rglob("*.*")]
    expected = {path.relative_to(ROOT).as_posix() for path in own}
    expected |= {f"analysis/{path.relative_to(ROOT).as_posix()}" for path in carried}
    with zipfile.ZipFile(wheel) as opened:
        names = {name for name in opened.namelist() if ".dist-info/" not in name}
    assert wheel.name.startswith("sitrep_press-")
    assert names == expected


def test_list_and_check_work_in_an_empty_folder(sitrep, installed, tmp_path):
    (home,) = installed.glob("lib/python*/site-packages/analysis")
    assert f"briefing      {home}/notebooks/briefing.ipynb" in sitrep("list").splitlines()
    assert sitrep("check").startswith(f"{home}/seeds/aleppo-2015: no faults\n2 questions\n")
    assert list(tmp_path.iterdir()) == []


def test_the_briefing_is_the_one_that_a_checkout_builds(sitrep, installed, briefing, tmp_path):
    (home,) = installed.glob("lib/python*/site-packages/analysis")
    before = {path for path in home.rglob("*") if "__pycache__" not in path.parts}
    assert sitrep("build", "briefing") == "reports/aleppo-2015/briefing.html\n"
    for name in ("briefing.html", "briefing.pdf"):
        assert (tmp_path / "reports" / "aleppo-2015" / name).read_bytes() == (briefing / name).read_bytes(), (
            name
        )
    ours, theirs = (
        json.loads((folder / "manifest.json").read_text("utf-8"))["environment"]["code"]
        for folder in (briefing, tmp_path / "reports" / "aleppo-2015")
    )
    assert ours == theirs
    assert {path for path in home.rglob("*") if "__pycache__" not in path.parts} == before


def test_a_notebook_and_a_corpus_of_one_s_own_beside_a_stranger_s_analysis(sitrep, tmp_path):
    shutil.copytree(ROOT / "seeds" / "aleppo-2015", tmp_path / "seeds" / "mine")
    (tmp_path / "notebooks").mkdir()
    shutil.copy(ROOT / "notebooks" / "forces.ipynb", tmp_path / "notebooks" / "own.ipynb")
    for folder in (tmp_path, tmp_path / "notebooks"):
        (folder / "analysis.py").write_text(STRANGE)
    made = sitrep("build", "own", "-p", "corpus=seeds/mine")
    assert made == "reports/mine-own/briefing.html\n"
    assert "Reports and the claims in them" in (tmp_path / made.strip()).read_text("utf-8")


def test_from_init_to_a_briefing_by_the_guide(sitrep, tmp_path):
    sitrep("init", "war", "--title", "A war of five events")
    rows = {
        "sources": "source_id,title,kind,published\nbulletin,Five days,news_report,2031-05-09\n",
        "speakers": "speaker_id,name,kind\nwriter,the bulletin,author\n",
        "places": "place_id,name,kind\nharbour,Harbour,town\n",
        "events": "event_id,kind,date,place_id,title\n",
        "claims": "claim_id,source_id,locator,speaker_id,event_id,measure,wording,summary\n",
    }
    for day in range(1, 6):
        rows["events"] += f"raid-{day},fighting,2031-05-0{day},harbour,Raid {day}\n"
        rows["claims"] += (
            f"p{day}-dead,bulletin,p{day},writer,raid-{day},fatalities,{day} dead,Dead of a raid.\n"
        )
    for table, text in rows.items():
        (tmp_path / "war" / f"{table}.csv").write_text(text, "utf-8")
    assert sitrep("check", "war").startswith("war: no faults\n")
    page = tmp_path / sitrep("build", "briefing", "-p", "corpus=war").strip()
    assert "Raid 5" in page.read_text("utf-8")
    assert sitrep("convert", "war", "war.xlsx") == "war.xlsx\n"
    assert sitrep("check", "war.xlsx").startswith("war.xlsx: no faults\n")
    assert sitrep("codebook", "war", "--page") == "war/README.md\nwar/codebook.html\n"
    (tmp_path / "report.txt").write_text("Title: Raid\n\nNine people were killed, the mayor said.\n", "utf-8")
    assert "1 paragraph" in sitrep("draft", "report.txt", "--into", "war")
