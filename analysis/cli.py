"""The command `sitrep`: each command parses, calls one function and prints what comes back."""

import errno
import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from analysis.briefing import grammar
from analysis.briefing.stops import Stopped, stoppable
from analysis.errors import ParameterError, SitrepError

if TYPE_CHECKING:
    from analysis.load.corpora.readings import Readings
    from analysis.load.corpus import Review

app = typer.Typer(
    help="Briefings on armed conflict in which every figure says who said it.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)

SHIPPED = Path(__file__).parent
"""Where notebooks and the example corpus lie that came with Sitrep: in a checkout these are links."""

NOTEBOOKS = (Path("notebooks"), (SHIPPED / "notebooks").resolve())
CORPORA = (Path("seeds/aleppo-2015"), (SHIPPED / "seeds/aleppo-2015").resolve())
"""What is looked for in the working folder first, and taken from what came with Sitrep otherwise."""

REPORTS = Path("reports")

NO_RIGHTS = "; choose another folder, or have its permissions changed"
REMEDIES = dict.fromkeys((errno.EACCES, errno.EPERM, errno.EROFS), NO_RIGHTS)
REMEDIES |= {errno.ENOSPC: "; free some space there", errno.ENAMETOOLONG: "; choose a shorter name"}
"""What to do where the system refuses to read or write."""

WIDTH = 150
"""The width of tables that are printed, whatever the terminal's."""


@app.command()
def build(
    notebook: Annotated[str, typer.Argument(help="Name of a notebook that list shows, or a path to one.")],
    parameter: Annotated[
        list[str] | None,
        typer.Option(
            "--parameter", "-p", metavar="NAME=VALUE", help="A parameter; may be given several times."
        ),
    ] = None,
    reports: Annotated[Path, typer.Option(help="Folder to publish into.")] = REPORTS,
    timeout: Annotated[
        float | None,
        typer.Option(min=1, metavar="SECONDS", help="How long the run may take; if none, 600 for each cell."),
    ] = None,
    name: Annotated[
        str | None,
        typer.Option(metavar="NAME", help="Name of the briefing's folder; if none, it tells what is in it."),
    ] = None,
) -> None:
    """Run a notebook and publish its briefing: page, data and manifest.

    Example: sitrep build briefing -p region=Aleppo
    """
    # Commands import what they call, so that the others, and --help, start at once.
    with _refusals():
        from analysis.briefing.build import build
        from analysis.briefing.notebooks import check_name, found

        check_name(str(reports))
        folder = build(found(notebook, NOTEBOOKS), parameter or [], reports, name, timeout)
        typer.echo(folder / "briefing.html")


@app.command()
def check(
    corpus: Annotated[
        Path | None,
        typer.Argument(
            help=f"Folder of a coded corpus; if none, {CORPORA[0]}, or the one shipped with Sitrep."
        ),
    ] = None,
    readings: Annotated[
        bool, typer.Option("--readings", help="List how each wording and each phrase of time is read.")
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print what is found as JSON.")] = False,
    watch: Annotated[bool, typer.Option("--watch", help="Check again at each save, until stopped.")] = False,
) -> None:
    """Check a corpus: what is wrong in it, then what may be; writes nothing.

    Example: sitrep check seeds/darfur --watch
    """
    with _refusals():
        from analysis.load import review

        folder = corpus or next((place for place in CORPORA if place.is_dir()), CORPORA[0])
        if watch:
            faults = _watched(folder, readings, as_json)
        else:
            found = review(folder)
            _print_check(folder, found, readings, as_json)
            faults = len(found.faults)
        if faults:
            raise typer.Exit(1)


@app.command()
def draft(
    report: Annotated[Path, typer.Argument(help="A report: text, HTML as saved from a browser, or PDF.")],
    into: Annotated[Path, typer.Option("--into", metavar="CORPUS", help="The corpus it is coded for.")],
    source: Annotated[
        str | None,
        typer.Option(
            metavar="SOURCE_ID", help="Key of the report; if none, it is known or made by its title."
        ),
    ] = None,
    keep_text: Annotated[
        bool, typer.Option("--keep-text", help="Keep the text of the report beside the corpus.")
    ] = False,
) -> None:
    """Propose how a report may be coded, in tables beside the corpus; a person decides.

    Example: sitrep draft report.html --into seeds/aleppo-2015
    """
    with _refusals():
        from analysis import load
        from analysis.derive.drafting import drafted, key_of
        from analysis.save.drafts import told, write

        text, coded, before = load.report(report), load.corpus(into, "restricted"), load.drafts(into)
        key = source or key_of(text, coded.sources, before.reports)
        made = drafted(text, coded, key)
        write(made, into, keep_text=keep_text)
        typer.echo("\n".join(told(made, into)))


@app.command()
def review(
    corpus: Annotated[Path, typer.Argument(help="Folder of the corpus beside which reports were drafted.")],
    book: Annotated[Path, typer.Argument(help="Workbook to write; a new name, ending in .xlsx.")],
) -> None:
    """Write the open proposals of a corpus as a workbook, to decide on them in a spreadsheet.

    Example: sitrep review seeds/aleppo-2015 proposals.xlsx
    """
    with _refusals():
        from analysis.save.review import write_review

        count = write_review(corpus, book)
        typer.echo(f"{book}: {count} open; decide there, then: sitrep accept {book} --into {corpus}")


@app.command()
def accept(
    book: Annotated[
        Path, typer.Argument(help="A workbook of proposals, as review writes it, with decisions.")
    ],
    into: Annotated[Path, typer.Option("--into", metavar="CORPUS", help="Folder of the corpus.")],
) -> None:
    """Put what was accepted in a workbook of proposals into the corpus: all of it, or nothing.

    Example: sitrep accept proposals.xlsx --into seeds/aleppo-2015
    """
    with _refusals():
        from analysis.save.accept import accept

        done = accept(book, into)
        typer.echo(f"{into}: {len(done.accepted)} accepted, {done.rejected} rejected, {done.open} open")
        for key in done.accepted:
            typer.echo(f"  {key}")


@app.command()
def init(
    folder: Annotated[Path, typer.Argument(help="Folder to make; a new name, or an empty folder.")],
    title: Annotated[str, typer.Option(help="Title of the corpus; if none, the folder's name.")] = "",
) -> None:
    """Make an empty corpus with its codebook and a guide to coding.

    Example: sitrep init seeds/darfur --title "Darfur, 2023 to 2025"
    """
    with _refusals():
        from analysis.save.template import init

        typer.echo(init(folder, title, (SHIPPED / "seeds/exercise").resolve()))


@app.command()
def codebook(
    corpus: Annotated[Path, typer.Argument(help="A coded corpus: its folder or workbook.")],
    page: Annotated[
        bool, typer.Option("--page", help="Print it as a page too, codebook.html beside it.")
    ] = False,
) -> None:
    """Write the codebook of a corpus, its README.md, from its data package.

    Example: sitrep codebook seeds/darfur --page
    """
    with _refusals():
        from analysis.save.codebook import write_codebook

        written = write_codebook(corpus)
        typer.echo(written)
        if page:
            from analysis.briefing.binding import page_of

            target = written.with_name("codebook.html" if corpus.is_dir() else f"{corpus.stem}-codebook.html")
            target.write_text(page_of(written.read_text("utf-8")), "utf-8")
            typer.echo(target)


@app.command()
def convert(
    source: Annotated[Path, typer.Argument(help="A corpus: a folder, or a workbook (.xlsx).")],
    target: Annotated[Path, typer.Argument(help="What to write: a workbook from a folder, or a folder.")],
) -> None:
    """Turn a corpus into one workbook, or a workbook into a folder, without loss.

    Example: sitrep convert seeds/aleppo-2015 aleppo.xlsx
    """
    with _refusals():
        from analysis.save.workbook import convert

        typer.echo(convert(source, target))


@app.command("list")
def list_notebooks() -> None:
    """List the notebooks, where they lie, and their parameters with types, defaults and help.

    Example: sitrep list
    """
    with _refusals():
        from analysis.briefing.notebooks import listed

        for entry in listed(NOTEBOOKS):
            typer.echo(f"{entry.name:<13} {entry.place}")
            for one in entry.parameters:
                typer.echo(f"  {one.name:<9} {one.type:<10} {one.default!r:<24} {one.help}".rstrip())
            if entry.refusal:
                typer.echo(f"  cannot be built: {entry.refusal}")


@app.command()
def verify(
    folder: Annotated[
        Path, typer.Argument(help="A published folder: that of a briefing, with its manifest.")
    ],
    rebuild: Annotated[
        bool, typer.Option("--rebuild", help="Build it anew, and compare every file byte for byte.")
    ] = False,
    parameter: Annotated[
        list[str] | None,
        typer.Option(
            "--parameter", "-p", metavar="NAME=PATH", help="Where a folder lies that the briefing read."
        ),
    ] = None,
) -> None:
    """Check a published briefing against its manifest, and against a new build.

    Example: sitrep verify reports/aleppo-2015 --rebuild
    """
    with _refusals():
        from analysis.briefing.verify import checked_folder, rebuilt

        files, faults = checked_folder(folder)
        against = "its manifest"
        if rebuild and not faults:
            faults, against = rebuilt(folder, parameter or [], NOTEBOOKS), "a new build"
        if faults:
            count = "1 difference" if len(faults) == 1 else f"{len(faults)} differences"
            lines = [f"{folder}: {count} from {against}", *(f"  {fault}" for fault in faults)]
            typer.echo("\n".join(lines), err=True)
            raise typer.Exit(1)
        typer.echo(f"{folder}: {files} files, the same as in {against}")


def _width() -> int:
    """The width of the terminal; what goes into a file or a pipe is as wide everywhere."""
    return shutil.get_terminal_size().columns if sys.stdout.isatty() else WIDTH


def _print_check(folder: Path, found: "Review", readings: bool, as_json: bool) -> None:
    """What a check found, as a table or as one JSON object, with the readings where they are asked for."""
    from analysis.save import checking

    if as_json:
        typer.echo(checking.as_json(folder, found, readings=readings))
        return
    if readings:
        _print_readings(found.readings)
    typer.echo(checking.as_table(folder, found, _width()), err=bool(found.faults))


def _watched(folder: Path, readings: bool, as_json: bool) -> int:
    """Tell everything at first, then at each save what has been mended, what is new and how much is left, or
    all of it as JSON on one line; how many faults there are at the end comes back."""
    from analysis.save import checking

    faults = 0
    with suppress(KeyboardInterrupt):  # that is how a watch ends
        for number, change in enumerate(checking.changes(folder)):
            faults = len(change.found.faults)
            if as_json:
                typer.echo(checking.as_json(folder, change.found, None, readings=readings))
            elif not number:
                _print_check(folder, change.found, readings, as_json)
                typer.echo(f"watching {folder}; Ctrl-C ends it")
            else:
                told = [f"  mended: {fault}" for fault in change.mended]
                told += [f"  new: {fault}" for fault in change.new]
                typer.echo("\n".join([*told, checking.left(folder, change.found)]))
    return faults


def _print_readings(readings: "Readings") -> None:
    """Two tables, as wide as they need to be, so that they are the same wherever they are printed."""
    from rich.box import SIMPLE_HEAD
    from rich.console import Console
    from rich.table import Table

    console = Console(width=WIDTH, color_system=None, highlight=False, markup=False, emoji=False)
    for title, rows in (("Words", readings.words), ("Phrases of time", readings.phrases)):
        if rows:
            table = Table(*rows[0]._fields, title=title, title_justify="left", box=SIMPLE_HEAD)
            for row in rows:
                table.add_row(*map(str, row))
            console.print(table)


@contextmanager
def _refusals() -> Iterator[None]:
    """Print what Sitrep refuses without a traceback: exit 2 for wrong parameters, 1 for all else.

    That a file or folder cannot be read or written is the user's to mend, and told likewise; so is a system
    that has no sockets for kernels and no locks for folders.
    """
    try:
        if sys.platform not in ("linux", "darwin"):
            raise SitrepError(f"Sitrep runs on Linux and macOS; this is {sys.platform}")
        grammar.postpone()
        with stoppable():
            yield
    except SitrepError as refusal:
        typer.echo(refusal, err=True)
        raise typer.Exit(2 if isinstance(refusal, ParameterError) else 1) from None
    except Stopped as stop:
        typer.echo("stopped; nothing was published", err=True)
        raise typer.Exit(128 + stop.number) from None
    except BrokenPipeError:  # whoever read what we print, such as `head`, has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise typer.Exit(1) from None
    except OSError as refusal:
        remedy = REMEDIES.get(refusal.errno or 0, "")
        typer.echo(f"{refusal.filename or 'file'}: {refusal.strerror or refusal}{remedy}", err=True)
        raise typer.Exit(1) from None
