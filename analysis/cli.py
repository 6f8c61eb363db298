"""The command `sitrep`: each command parses, calls one function and prints what comes back."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer

from analysis.errors import CorpusError, ParameterError, SitrepError

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
) -> None:
    """Run a notebook and publish its briefing: page, data and manifest."""
    # Commands import what they call, so that the others, and --help, start at once.
    with _refusals():
        from analysis.briefing.build import build
        from analysis.briefing.notebooks import found

        typer.echo(build(found(notebook, NOTEBOOKS), parameter or [], reports) / "briefing.html")


@app.command()
def check(
    corpus: Annotated[
        Path | None,
        typer.Argument(
            help=f"Folder of a coded corpus; if none, {CORPORA[0]}, or the one shipped with Sitrep."
        ),
    ] = None,
) -> None:
    """Check a corpus and say everything that is wrong in it; writes nothing."""
    with _refusals():
        from analysis.load import check

        folder = corpus or next((place for place in CORPORA if place.is_dir()), CORPORA[0])
        faults = check(folder)
        if faults:
            raise CorpusError(str(folder), faults)
        typer.echo(f"{folder}: no faults")


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


@contextmanager
def _refusals() -> Iterator[None]:
    """Print what Sitrep refuses without a traceback: exit 2 for wrong parameters, 1 for all else.

    That a file or folder cannot be read or written is the user's to mend, and told likewise; so is a system
    that has no sockets for kernels and no locks for folders.
    """
    try:
        if sys.platform not in ("linux", "darwin"):
            raise SitrepError(f"Sitrep runs on Linux and macOS; this is {sys.platform}")
        yield
    except SitrepError as refusal:
        typer.echo(refusal, err=True)
        raise typer.Exit(2 if isinstance(refusal, ParameterError) else 1) from None
    except KeyboardInterrupt:
        typer.echo("stopped; nothing was published", err=True)
        raise typer.Exit(130) from None
    except OSError as refusal:
        typer.echo(f"{refusal.filename or 'file'}: {refusal.strerror or refusal}", err=True)
        raise typer.Exit(1) from None
