"""The shape of the house: which way imports go, and where words and libraries are."""

import ast
import re
from inspect import isfunction, ismodule, signature
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
TEMPLATES = (".typ", ".j2", ".css")
MODULES = sorted((ROOT / "analysis").rglob("*.py"))
SOURCES = sorted(path for path in (ROOT / "analysis").rglob("*") if path.suffix in (".py", *TEMPLATES))

BASE = {"errors", "palette", "messages", "typefaces"}
STAGES = {
    "errors": set(),
    "palette": set(),
    "messages": {"errors"},
    "typefaces": {"errors"},
    "screen": BASE,
    "model": BASE,
    "load": BASE | {"model"},
    "derive": BASE | {"model"},
    "prose": BASE | {"model"},
    "charts": BASE | {"model"},
    "exhibits": BASE | {"model", "charts", "screen"},
    "save": BASE | {"model", "load"},
    "briefing": BASE,
    # Widgets join the stages, as notebooks do, and print what they show.
    "live": BASE | {"screen", "model", "load", "derive", "charts", "prose", "exhibits", "save", "briefing"},
    # The command joins what it runs; each is imported when it is called.
    "cli": BASE | {"briefing", "load", "derive", "save"},
}
"""What the parts of `analysis` may import, besides themselves."""

RUN_SIDE = {
    *("kernels", "manifest", "notebooks", "parameters", "publish", "run"),
    *("declarations", "execution", "grammar", "launch", "manuscript", "places", "values"),
    *("exchange", "snapshot", "stops", "workroom"),
}
PRINTINGS = {"document", "reading", "page", "pdf"}
ROOMS = {
    "briefing": {
        "document": set(),
        "reading": {"document"},
        "page": {"document"},
        "pdf": {"document"},
        **dict.fromkeys(RUN_SIDE, RUN_SIDE),
        "binding": {*PRINTINGS, "manifest"},
        "build": RUN_SIDE | {"binding"},
        "verify": RUN_SIDE | {"build"},
        "exporters": PRINTINGS,
    },
    "charts": {"style": set(), "marks": {"style"}, "*": {"style", "marks"}},
    "load": {
        "packages": set(),
        "corpora": {"packages"},
        "world": set(),
        "reports": {"corpora"},
        "drafts": {"packages", "corpora"},
        "outlines": {"packages", "corpora", "world"},
        "workbooks": {"packages"},
        "boundaries": {"packages", "corpora", "outlines", "workbooks", "world"},
        "corpus": {"corpora", "boundaries", "drafts", "workbooks"},
    },
    "model": {
        "phrases": {"numerals", "phrasebook", "quantities", "units", "wording_rules"},
        "wording": {"numerals", "phrasebook", "phrases", "quantities", "units", "wording_rules"},
        "frames": {"drafts"},
        "amounts": {"numerals", "phrasebook", "phrases", "units", "wording"},
        "time": {"bounds"},
        "corpus": {"frames"},
        "drafts": {"reports"},
        "*": {"bounds", "phrasebook", "quantities", "time", "units"},
    },
}
"""What the rooms of a part may import of their own part; `*` is any other file: a chart imports no chart."""

ONLY_IN = {
    "fluent": {"messages/catalogue.py"},
    "babel": {f"messages/{name}.py" for name in ("catalogue", "dates", "lists", "numbers")},
    "jupyter_client": {"briefing/execution.py"},
    "typst": {"briefing/pdf/press.py"},
    "nh3": {"briefing/document/drawings.py", "briefing/reading/tree.py"},
    "mistune": {"briefing/reading/markdown.py"},
    "ziamath": {"briefing/document/formulas.py"},
    "latex2mathml": {"briefing/document/formulas.py"},
    "pydantic_core": {"load/packages/patterns.py"},
    "openpyxl": {f"load/workbooks/{name}.py" for name in ("cells", "parts")},
    "xlsxwriter": {"save/sheets.py"},
    "anywidget": {"live/coder.py", "live/explorer.py"},
    "ipywidgets": {"live/explorer.py"},
    "rapidfuzz": {"derive/drafting/choices.py"},
    "pdfplumber": {"load/reports/pdf.py"},
    "trafilatura": {"load/reports/html.py"},
    "frictionless": {"load/corpora/constraints.py", "load/packages/package.py"},
}
"""Libraries that are met in these files alone, so that another one could take their place."""

SPEECHLESS = {
    # The families of type that matplotlib is asked for.
    "charts/": {"Source Sans Pro", "DejaVu Sans"},
    "prose/": set(),
    "exhibits.py": set(),
    "screen.py": set(),
    # The content policy, and the page that is set to load every typeface.
    "briefing/page/": {
        "default-src 'none'; img-src data:; media-src data:; style-src 'unsafe-inline'; font-src data:"
    },
    "briefing/pdf/": {"DejaVu Sans Mono", '#set document(title: "Faces")'},
}
"""Folders and files of `analysis` whose words come from the catalogue, and phrases in code that are none."""

PHRASE = r"[^\W\d_]+ [^\W\d_]+"
"""Two words of letters, parted by a blank."""

MARKUP = r"<[^<>]*>?"
"""A tag, or what stands in code of one."""

HEAVY = {"pandas", "matplotlib", "numpy", "shapely", "networkx"}


def place_of(module: Path) -> tuple[str, str]:
    """The part of `analysis` that a file belongs to, and the room of it, empty for the part's own file."""
    part, *rest = module.relative_to(ROOT / "analysis").with_suffix("").parts
    return part, "" if rest in ([], ["__init__"]) else rest[0]


def imported(module: Path) -> list[str]:
    """Every dotted name a module imports, wherever in the file, `from` imports with what they take."""
    names = []
    for node in ast.walk(ast.parse(module.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            names += [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{module}: relative import"
            names += [f"{node.module}.{alias.name}" for alias in node.names]
    return names


@pytest.mark.parametrize("module", MODULES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_imports_go_one_way(module):
    own, _ = place_of(module)
    if own == "__init__":
        assert imported(module) == []
        return
    for name in imported(module):
        top, *rest = name.split(".")
        if top == "analysis" and rest[0] != "__version__":
            assert rest[0] == own or rest[0] in STAGES[own], f"{own} must not import {name}"


@pytest.mark.parametrize("module", MODULES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_imports_go_one_way_between_rooms_too(module):
    part, room = place_of(module)
    rooms = ROOMS.get(part, {})
    if not rooms or not room:
        return
    allowed = rooms[room] if room in rooms else rooms["*"]
    for name in imported(module):
        top, *rest = name.split(".")
        if top == "analysis" and rest[0] == part:
            assert rest[1] == room or rest[1] in allowed, f"{part}/{room} must not import {name}"


def functions_of_frames():
    """The functions that a notebook calls with a frame, by name, with the parameters that are frames."""
    from analysis import charts, derive, prose

    modules = [getattr(prose, name) for name in prose.__all__ if ismodule(getattr(prose, name))]
    stages = [(charts, charts.__all__), (derive, derive.__all__), (prose, prose.__all__)]
    stages += [(module, [name for name in vars(module) if not name.startswith("_")]) for module in modules]
    for stage, names in stages:
        for name in names:
            function = getattr(stage, name)
            if isfunction(function) and function.__module__.startswith(stage.__name__):
                asked = signature(function).parameters.values()
                framed = {one.name for one in asked if "DataFrame" in str(one.annotation)}
                if framed:
                    yield pytest.param(function, framed, id=f"{stage.__name__}.{name}")


@pytest.mark.parametrize(("function", "framed"), list(functions_of_frames()))
def test_a_function_asks_for_its_frames_by_contract(function, framed):
    assert set(getattr(function, "takes", {})) == framed, "expected @takes(name=CONTRACT) for each frame"


@pytest.mark.parametrize("library", ONLY_IN)
def test_a_library_is_met_in_few_places(library):
    met = {
        path.relative_to(ROOT / "analysis").as_posix()
        for path in MODULES
        if any(name.split(".")[0] == library for name in imported(path))
    }
    assert met == ONLY_IN[library]


def phrases(source: str) -> list[str]:
    """The texts in code that hold two words in a row, but for docstrings and what is raised."""
    tree = ast.parse(source)
    silent = {
        text
        for node in ast.walk(tree)
        if isinstance(node, ast.Raise)
        or (isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant))
        for text in ast.walk(node)
    }
    texts = [node for node in ast.walk(tree) if isinstance(node, ast.Constant) and node not in silent]
    strings = [text.value for text in texts if isinstance(text.value, str)]
    return [string for string in strings if re.search(PHRASE, re.sub(MARKUP, "", string))]


def test_a_phrase_in_code_is_found_and_one_that_is_raised_is_none():
    code = '"""Two words."""\ndef f(n):\n    """Two words."""\n    raise ValueError(f"no {n} here now")\n'
    assert phrases(code) == []
    assert phrases('a = {"key": f"{n} more rows"}\nb = "M 1"\nc = "one"') == [" more rows"]


@pytest.mark.parametrize("part", SPEECHLESS)
def test_words_come_from_the_catalogue(part):
    found = {
        f"{path.name}: {phrase}"
        for path in MODULES
        if path.relative_to(ROOT / "analysis").as_posix().startswith(part)
        for phrase in phrases(path.read_text("utf-8"))
        if phrase not in SPEECHLESS[part]
    }
    assert found == set(), "say them with a message of analysis/messages"


def test_templates_say_nothing_by_themselves():
    """What a template prints comes from the document or the catalogue, labels for screen readers included."""
    found = []
    for path in sorted((ROOT / "analysis").rglob("*.j2")):
        spoken = re.sub(r"\{%.*?%\}|\{\{.*?\}\}|\{#.*?#\}", "", path.read_text("utf-8"), flags=re.DOTALL)
        labels = re.findall(r'(?:aria-label|title|alt)="([^"]*)"', spoken)
        found += [(path.name, word) for word in re.findall(r"[^\W\d_]{2,}", re.sub(r"<[^<>]*>", "", spoken))]
        found += [(path.name, word) for label in labels for word in re.findall(r"[^\W\d_]{2,}", label)]
    for path in sorted((ROOT / "analysis").rglob("*.typ")):
        code = re.sub(r"//.*", "", path.read_text("utf-8"))
        texts = re.findall(r'"([^"]*)"', code)
        found += [(path.name, text) for text in texts if re.search(r"^[A-Z][a-z]|[a-z] [a-z]", text)]
    families = {"Source Serif Pro", "Source Sans Pro", "DejaVu Sans", "DejaVu Sans Mono"}
    assert [each for each in found if each[1] not in families] == []


@pytest.mark.parametrize(
    "folder", sorted({path.parent for path in MODULES}), ids=lambda path: path.relative_to(ROOT).as_posix()
)
def test_a_folder_says_what_lives_in_it(folder):
    words = ast.get_docstring(ast.parse((folder / "__init__.py").read_text("utf-8"))) or ""
    assert words.split("\n")[0].endswith("."), f"{folder.name}: expected one sentence saying what lives there"


@pytest.mark.parametrize(
    "module", sorted((ROOT / "analysis/briefing").rglob("*.py")), ids=lambda path: path.stem
)
def test_the_press_needs_no_pandas_and_no_matplotlib(module):
    assert not {name.split(".")[0] for name in imported(module)} & HEAVY


def test_modules_do_not_import_in_circles():
    names = {
        ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__"): path
        for path in MODULES
    }
    edges = {}
    for name, path in names.items():
        targets = set()
        for dotted in imported(path):
            longest = next(
                (dotted.rsplit(".", cut)[0] for cut in range(3) if dotted.rsplit(".", cut)[0] in names), None
            )
            targets |= {longest} - {None, name}
        edges[name] = targets
    done: set[str] = set()

    def visit(name, path):
        assert name not in path, " -> ".join([*path[path.index(name) :], name])
        if name not in done:
            for target in sorted(edges[name]):
                visit(target, [*path, name])
            done.add(name)

    for name in names:
        visit(name, [])


@pytest.mark.parametrize("file", SOURCES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_files_stay_small(file):
    assert len(file.read_text("utf-8").splitlines()) <= 400


def test_templates_and_styles_are_counted_too():
    assert {file.suffix for file in SOURCES} == {".py", *TEMPLATES}


@pytest.mark.parametrize("module", MODULES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_functions_stay_small(module):
    source = module.read_text("utf-8")
    for node in ast.walk(ast.parse(source)):
        assert not isinstance(node, ast.Assert), f"line {node.lineno}: assert is for tests"
        if isinstance(node, ast.FunctionDef):
            start = node.body[1].lineno if ast.get_docstring(node) and len(node.body) > 1 else node.lineno
            assert node.end_lineno - start <= 60, f"{node.name} is too long"


def test_there_is_no_drawer_for_odds_and_ends():
    drawers = {"utils", "helpers", "common", "misc", "manager", "core", "base", "tools", "shared", "lib"}
    assert not {part for path in MODULES for part in (path.stem, path.parent.name)} & drawers
