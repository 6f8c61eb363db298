"""The command `sitrep`: each command parses, calls one function and prints what comes back."""

import errno
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from analysis.briefing import grammar
from analysis.briefing.stops import Stopped, stoppable
from analysis.errors import CorpusError, ParameterError, SitrepError

if TYPE_CHECKING:
    from analysis.load.corpora.readings import Readings

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
    """Run a notebook and publish its briefing: page, data and manifest."""
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
) -> None:
    """Check a corpus: what is wrong in it, then what may be; writes nothing."""
    with _refusals():
        from analysis.load import review

        folder = corpus or next((place for place in CORPORA if place.is_dir()), CORPORA[0])
        found = review(folder)
        if readings:
            _print_readings(found.readings)
        fault = CorpusError(str(folder), found.faults) if found.faults else None
        typer.echo(fault or f"{folder}: no faults", err=fault is not None)
        if found.questions:
            typer.echo("1 question" if len(found.questions) == 1 else f"{len(found.questions)} questions")
        for question in found.questions:
            typer.echo(f"  {question}")
        if fault:
            raise typer.Exit(1)


@app.command()
def codebook(corpus: Annotated[Path, typer.Argument(help="Folder of a coded corpus.")]) -> None:
    """Write the codebook of a corpus, its README.md, from its data package."""
    with _refusals():
        from analysis.save.codebook import write_codebook

        typer.echo(write_codebook(corpus))


@app.command("list")
def list_notebooks() -> None:
    """List the notebooks, where they lie, and their parameters with types, defaults and help."""
    with _refusals():
        from analysis.briefing.notebooks import listed

        for entry in listed(NOTEBOOKS):
            typer.echo(f"{entry.name:<11} {entry.place}")
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
    """Check a published briefing against its manifest, and against a new build."""
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
