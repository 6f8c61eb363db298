"""Scale: checking, deriving and wording a corpus of 65,000 claims, beside Frictionless validating its files.

python -m benchmarks.scale
"""

import resource
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import frictionless
import pandas as pd

from analysis import derive, load, prose
from analysis.model import Corpus
from benchmarks.large import large_corpus

MODEL = Path("seeds/aleppo-2015")


def main() -> None:
    """Targets on two cores: check under 5 s, all of derive and prose under 15 s and 1 GB."""
    with tempfile.TemporaryDirectory() as place:
        folder = large_corpus(Path(place) / "large", MODEL)
        print("\nScale: 65,000 claims, 5,000 reports, 3,000 events, 60 factions")
        peer = _timed("frictionless validate", lambda: frictionless.validate(folder / "datapackage.json"))
        _timed("sitrep check", lambda: load.check(folder), peer)
        coded: list[Corpus] = []
        _timed("load.corpus", lambda: coded.append(load.corpus(folder)), peer)
        _timed("derive and prose", lambda: briefed(coded[0], load.boundaries(folder)), peer)
        most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(f"  {'memory at most':<28} {most:9.0f} MB")


def briefed(coded: Corpus, boundaries: pd.DataFrame) -> None:
    """Every frame and every sentence of the briefing."""
    statements = derive.statements(coded)
    groups = derive.compared(statements, coded.places, coded.events)
    timeline = derive.timeline(coded, statements)
    prose.events.situation(timeline, statements)
    derive.spots(timeline, coded.places, boundaries)
    held = derive.holdings(coded, statements)
    prose.control.holdings(held, statements)
    ties = derive.ties(coded, statements, derive.last_day(coded.sources))
    sides, changed = derive.sides(ties, coded.actors), derive.changed(ties)
    prose.factions.notes(derive.bonds(ties, statements), sides, changed)
    for claimed in _claimed(statements):
        prose.forces.figures(claimed)
    front = derive.claimed_front(statements)
    prose.highlights(timeline, held, front, statements, groups)
    figures = derive.key_figures(statements, groups)
    prose.key_figures(figures)
    prose.claims.totals(groups)
    prose.claims.contradictions(statements, groups)
    pairs = derive.uncompared(statements, groups, coded.places, coded.events)
    prose.claims.uncompared(pairs, statements, groups)
    derive.gathered(derive.voices(coded, statements))
    prose.claims.ledger(derive.ledger(statements, groups))
    prose.needs.table(derive.needs(coded, statements, timeline), statements)
    derive.register(coded, statements)


def _claimed(statements: pd.DataFrame) -> list[pd.DataFrame]:
    return [
        derive.claimed_forces(statements),
        derive.claimed_casualties(statements),
        derive.claimed_front(statements),
        derive.claimed_others(statements),
    ]


def _timed(name: str, work: Callable[[], object], peer: float | None = None) -> float:
    """Run once and print the seconds by the clock and of the processor, and the clock's ratio to the peer."""
    clock, processor = time.perf_counter(), time.process_time()
    work()
    taken, busy = time.perf_counter() - clock, time.process_time() - processor
    ratio = f"   {taken / peer:6.3f} x frictionless" if peer else ""
    print(f"  {name:<28} {taken:9.2f} s   processor {busy:6.2f} s{ratio}")
    return taken


if __name__ == "__main__":
    main()
