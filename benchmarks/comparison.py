"""Comparison: what the figures of many reports on one event come to, beside an aggregate of them.

    python -m benchmarks.comparison maverick_event_report.csv

Reads report-level data in the columns of the R package eventreport (one row per report: `event_id`,
`source_author`, `deaths_low`, `deaths_best`, `deaths_high`). A zero there is what a coder wrote where a
report is silent, so it is read as silence, not as a claim that nobody died.
"""

import sys
from collections import Counter
from statistics import multimode

import pandas as pd

from analysis.model.agreement import Agreement, Figure, agreement


def figures(reports: pd.DataFrame) -> list[Figure]:
    """One figure per report of an event; zeros and blanks are silence."""
    numbers = reports[["deaths_low", "deaths_best", "deaths_high"]].astype(float)
    numbers = numbers.where(numbers > 0)
    rows = numbers.astype(object).where(numbers.notna(), None).itertuples(index=False)
    return [Figure(row.deaths_low, row.deaths_high, row.deaths_best) for row in rows]


def aggregated(reports: pd.DataFrame) -> str:
    """Least, most and mode of the best values as an aggregate prints them; a tie is indeterminate."""
    best = [float(value) for value in reports["deaths_best"].dropna()]
    modes = multimode(best)
    mode = f"{modes[0]:g}" if len(modes) == 1 else "indeterminate"
    return f"min {min(best):g}, max {max(best):g}, mode {mode}" if best else "nothing"


def origin(reports: pd.DataFrame) -> str:
    """Whether the figures come from one outlet or several, as far as the data name it."""
    named = reports["source_author"].dropna().nunique() if "source_author" in reports else 0
    return "one" if named <= 1 else "several"


def main(path: str, shown: int = 10) -> None:
    """Print the distribution of agreement and origin, and the events that an aggregate hides most."""
    table = pd.read_csv(path, low_memory=False)
    verdicts: Counter[str] = Counter()
    because: Counter[str] = Counter()
    shapes: Counter[str] = Counter()
    odd: list[tuple[float, str, Agreement, pd.DataFrame]] = []
    for event, reports in table.groupby("event_id", sort=True):
        said = [figure for figure in figures(reports) if figure.has_number]
        if not said:
            verdicts["without a figure"] += 1
            continue
        found = agreement(said)
        verdicts[found.verdict] += 1
        verdicts["of one origin, several figures"] += len(said) > 1 and origin(reports) == "one"
        if found.verdict != "apart":
            continue
        because[found.because] += 1
        shapes["at least two thirds compatible"] += found.compatible * 3 >= found.compared * 2
        floors = [figure.low for figure in said if figure.low is not None]
        shapes["floors differ by at most one"] += max(floors) - min(floors) <= 1
        shapes["ratio of floors 1.5 or more"] += found.ratio is not None
        odd.append((found.ratio or 1.0, str(event), found, reports))
    print(f"{table['event_id'].nunique():,} events, {len(table):,} reports")
    for name, counter in (("verdict", verdicts), ("apart because", because), ("apart, of which", shapes)):
        print(f"{name}: " + "; ".join(f"{key} {number}" for key, number in counter.most_common()))
    print("Farthest apart, beside what an aggregate would print:")
    for ratio, event, found, reports in sorted(odd, key=lambda each: (-each[0], each[1]))[:shown]:
        values = [f"{value:g}" for value in sorted(reports["deaths_best"].dropna())]
        told = f"{found.compatible} of {found.compared} compatible, floors {ratio:.1f} times apart"
        print(f"  {event}: {', '.join(values)} | {told} | {aggregated(reports)}")


if __name__ == "__main__":
    main(*sys.argv[1:2])
