"""Grids in print: cells with blocks, spans, repeated heads, what is cut and that it is said."""

import json

import pytest

from analysis.briefing.document.blocks import Cell, CodeBlock, Exhibit, Grid, Head, Listing, Picture, Table
from analysis.briefing.document.runs import Cite, Link, Text
from analysis.briefing.pdf import press
from tests.briefing.pdf.inside import elements, overprints, squeezed, text_of, untagged, words_of
from tests.briefing.pdf.papers import DOT, cell, opened, printed, said


def plain_grid(rows, columns, **more):
    """A grid of that many rows and columns under one line of heads."""
    head = (tuple(cell(f"head{n}", header="col") for n in range(columns)),)
    body = tuple(tuple(cell(f"r{row}c{n}") for n in range(columns)) for row in range(rows))
    return Grid(head, body, columns, **more)


def test_cells_hold_lists_code_pictures_and_tables():
    inner = Grid((), ((cell("deep1"), cell("deep2")),), 2)
    blocks = (Listing(((said("one"),), (said("two"),))), CodeBlock("line1\n  line2", "", folded=False))
    row = (Cell(blocks), Cell((inner, Picture("a dot", "p", drawing=DOT))))
    content = printed(Grid((), (row,), 2))
    text = text_of(content)
    for part in ("• one", "• two", "line1\n", "line2", "deep1 deep2"):
        assert part in text
    with opened(content) as file:
        outer = next(elements(file.Root.StructTreeRoot, "/Table"))
        kinds = [str(each.S) for each in elements(outer)]
        assert {"/L", "/Code", "/Table", "/Figure"} <= set(kinds)
        assert [untagged(page) for page in file.pages] == [[]]


def test_a_grid_has_its_caption_above_and_heads_that_head():
    corner = (cell(header="col", down=2), cell("Dead", header="col", across=2, align="center"))
    under = (cell("low", header="col", align="right"), cell("high", header="col", align="right"))
    row = (cell("Kweires", header="row"), cell("12", align="right"), cell("99", align="right"))
    content = printed(Grid((corner, under), (row,), 3, (Text("Losses"),)))
    with opened(content) as file:
        table = next(elements(file.Root.StructTreeRoot, "/Table"))
        spans = [
            [int(each.get("/ColSpan", 1)) for each in head.A if each.O == "/Table"]
            for head in elements(table, "/TH")
        ]
        assert spans == [[1], [2], [1], [1]]
        assert len(list(elements(table, "/TD"))) == 3
        assert [str(each.S) for each in elements(file.Root.StructTreeRoot)].count("/Caption") == 1
    places = {word[0]: word for word in words_of(content)}
    assert places["Losses"][3] < places["Dead"][3] < places["low"][3] < places["12"][3]
    assert places["99"][4] == pytest.approx(places["high"][4], abs=1)


def test_a_cell_that_spans_rows_stands_beside_all_of_them():
    rows = (
        (cell("both", header="row", down=2), cell("first")),
        (cell("second"),),
        (cell("own"), cell("third")),
    )
    places = {word[0]: word for word in words_of(printed(Grid((), rows, 2)))}
    assert places["first"][2] == places["second"][2] == places["third"][2] > places["both"][4]


def test_heads_are_repeated_on_each_page_and_cut_rows_are_said():
    content = printed(plain_grid(500, 3))
    text = text_of(content)
    assert "The first 200 of 500 rows are printed." in text
    assert "r199c2" in text
    assert "r200c0" not in text
    with opened(content) as file:
        assert text.count("head1") == len(file.pages) > 1


def test_columns_without_room_are_printed_below_the_first_with_the_names_of_their_rows():
    head = (cell(header="col"), cell("group", header="col", across=30))
    under = (cell("place", header="col"), *(cell(f"column{n}", header="col") for n in range(30)))
    rows = tuple(
        (cell(name, header="row"), *(cell(f"{name}{n}.50") for n in range(30))) for name in ("Homs", "Hama")
    )
    content = printed(Grid((head, under), rows, 31, (Text("Caption"),)))
    text = text_of(content)
    parts = text.count("Columns ")
    assert parts > 1
    assert text.count("place") == text.count("group") == parts
    assert text.count("Caption") == 1
    words = text.split()
    assert all(words.count(f"{name}{n}.50") == 1 for name in ("Homs", "Hama") for n in range(30))
    assert words.count("Homs") == words.count("Hama") == parts
    assert "Columns 1 to " in text
    assert " to 31 of 31" in text


@pytest.mark.parametrize(
    "run", [Link((Text("head"),), "https://example.org/"), Cite("1 p3", "report-a", "cite-1")]
)
def test_heads_that_lead_somewhere_are_not_repeated(run):
    head = ((Cell((said(run),), "col"), cell("other", header="col")),)
    rows = tuple((cell(f"r{n}"), cell("x")) for n in range(120))
    content = printed(Grid(head, rows, 2))
    assert text_of(content).count("other") == 1
    heads = (Head((run,)), Head((Text("other"),)))
    table = Table(Exhibit("a", 1, "A table"), heads, tuple(((Text("x"),), (Text("y"),)) for _ in rows), 120)
    assert text_of(printed(table)).count("other") == 1


def test_columns_that_are_cut_are_said():
    rows = ((cell("wide", across=1000), cell("lost")), tuple(cell(f"c{n}") for n in range(1000)))
    text = text_of(printed(Grid((), rows, 1001)))
    assert "The first 64 of 1,001 columns are printed." in text
    assert "c63" in text.split()
    assert "c64" not in text.split()
    assert "wide" in text


@pytest.mark.parametrize(
    "rows",
    [
        ((cell("a", down=999), cell("b", across=999)), (cell("c"), cell("d"), cell("e"))),
        ((cell("a"), cell("b", down=3)), (cell("c", across=3),), (cell("d", across=2, down=2), cell("e"))),
        (
            (cell("a", across=0, down=0), cell("b", across=-4, down=-1)),
            (),
            (),
            (cell("c"), cell("d"), cell("e")),
        ),
        ((cell("a"),), (cell("b"), cell("c")), (cell("d", across=2), cell("e", down=2))),
    ],
)
@pytest.mark.parametrize("heads", [0, 1, 2])
def test_spans_that_do_not_fit_lose_no_cell(rows, heads):
    for width in (1, 2, 5):
        content = printed(Grid(rows[:heads], rows[heads:], width))
        assert set("abcde") <= set(text_of(content).split())
        assert overprints(words_of(content)) == []


@pytest.mark.parametrize(
    "grid", [Grid((), (), 0), Grid((), ((),), 0), Grid(((),), ((), ()), 3), Grid((), ((Cell(),),), 1)]
)
def test_a_grid_of_nothing_prints_nothing(grid):
    assert "after" in text_of(printed(grid, said("after")))


def test_a_grid_of_heads_alone_prints():
    assert "head1" in text_of(printed(plain_grid(0, 2)))


def test_a_tall_cell_goes_on_over_pages():
    content = printed(Grid((), ((cell("x"), Cell(tuple(said(f"paragraph{n}") for n in range(120)))),), 2))
    pages = {word[1] for word in words_of(content) if word[0].startswith("paragraph")}
    assert len([word for word in words_of(content) if word[0].startswith("paragraph")]) == 120
    assert len(pages) > 1


def test_a_row_span_over_pages_loses_nothing():
    rows = ((cell("all", down=300), cell("r0")), *((cell(f"r{n}"),) for n in range(1, 150)))
    assert {f"r{n}" for n in range(150)} <= set(text_of(printed(Grid((), rows, 2))).split())


def test_a_table_within_a_table_that_breaks_over_pages_is_printed():
    for before in range(30, 50, 5):
        spans = ((cell("x", down=6), cell("r0")), *((cell(f"r{n}"),) for n in range(1, 6)))
        row = (Cell((Grid((), spans, 2),)), Cell(tuple(said(f"p{n}") for n in range(60))))
        content = printed(*(said("line") for _ in range(before)), Grid((), ((cell("first"),), row), 2))
        assert {f"r{n}" for n in range(6)} | {f"p{n}" for n in range(60)} <= set(text_of(content).split())


def test_where_tables_within_tables_are_refused_their_cells_follow_one_another(monkeypatch):
    """Typst 0.15 refuses some that break over pages."""
    print_all = press._Press.printed

    def refusing(self, manuscript):
        if json.dumps(manuscript.data).count('"kind": "grid"') > 1:
            raise press._Refusal("no table within a table")
        return print_all(self, manuscript)

    monkeypatch.setattr(press._Press, "printed", refusing)
    inner = Grid((), ((cell("deep1"), cell("deep2")),), 2)
    text = text_of(printed(Grid((), ((cell("outer"), Cell((inner,))),), 2)))
    assert {"outer", "deep1", "deep2"} <= set(text.split())


def test_words_stay_in_their_column():
    long = "n" * 200
    rows = (tuple(cell(f"{long} word{n}") for n in range(16)),)
    words = words_of(printed(Grid((), rows, 16)))
    assert max(word[4] for word in words) < 595.28 - 40
    assert overprints(words) == []


def test_grids_within_grids_to_any_depth_print():
    grid = Grid((), ((cell("deepest"), cell("beside")),), 2)
    for _ in range(300):
        grid = Grid((), ((cell("k"), Cell((grid,))),), 2)
    text = text_of(printed(grid)).replace("\n", "")
    assert "deepest" in text


@pytest.mark.parametrize("words", [5_000, 20_000])
def test_a_cell_of_many_pages_prints_whole(words):
    content = printed(Grid((), ((cell("word " * words), cell("n" * words)),), 2))
    text = text_of(content)
    assert text.count("word") == words
    assert squeezed(text).count("n") >= words


def test_the_longest_cells_of_an_exhibit_take_the_most_width():
    long = "what the reports hold of it " * 6
    rows = tuple(
        ((Text("a need"),), (Text(long),), (Text("what to look for, and where to look for it"),))
        for _ in range(6)
    )
    heads = (Head((Text("Need"),)), Head((Text("Held"),)), Head((Text("Look"),)))
    words = words_of(printed(Table(Exhibit("a", 1, "A table"), heads, rows, 6)))
    lefts = {word[0]: word[2] for word in words}
    assert lefts["Look"] - lefts["Held"] > 230
    assert lefts["Held"] - lefts["Need"] < 70
