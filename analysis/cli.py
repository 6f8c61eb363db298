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

NOTEBOOKS = Path("notebooks")
REPORTS = Path("reports")
CORPUS = Path("seeds/aleppo-2015")


@app.command()
def build(
    notebook: Annotated[str, typer.Argument(help="Name of a notebook in notebooks/, or a path to one.")],
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
def check(corpus: Annotated[Path, typer.Argument(help="Folder of a coded corpus.")] = CORPUS) -> None:
    """Check a corpus and say everything that is wrong in it; writes nothing."""
    with _refusals():
        from analysis.load import check

        faults = check(corpus)
        if faults:
            raise CorpusError(str(corpus), faults)
        typer.echo(f"{corpus}: no faults")


@app.command()
def codebook(corpus: Annotated[Path, typer.Argument(help="Folder of a coded corpus.")]) -> None:
    """Write the codebook of a corpus, its README.md, from its data package."""
    with _refusals():
        from analysis.save.codebook import write_codebook

        typer.echo(write_codebook(corpus))


@app.command("list")
def list_notebooks() -> None:
    """List the notebooks and their parameters with types, defaults and help."""
    with _refusals():
        from analysis.briefing.notebooks import listed

        for notebook, parameters in listed(NOTEBOOKS).items():
            typer.echo(notebook)
            for one in parameters:
                typer.echo(f"  {one.name:<9} {one.type:<10} {one.default!r:<24} {one.help}".rstrip())


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
