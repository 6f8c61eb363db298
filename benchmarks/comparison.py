"""Comparison: what the figures of many reports on one event come to, beside an aggregate of them.

    python -m benchmarks.comparison maverick_event_report.csv

Reads report-level data in the columns of the R package eventreport (one row per report: `event_id`,
`source_author`, `deaths_low`, `deaths_best`, `deaths_high`) as statements, and compares them as a briefing
does. A zero there is what a coder wrote where a report is silent, so it is read as silence, not as a claim
that nobody died. What the data do not say (who spoke, of which part, as of when) is left empty: every figure
of an event is of the same dead, and its voice is the outlet.
"""

import sys
from statistics import multimode

import pandas as pd

from analysis.derive import compared
from analysis.model.frames import EVENTS, PLACES, STATEMENTS

NUMBERS = {"low": "deaths_low", "best": "deaths_best", "high": "deaths_high"}


def statements(reports: pd.DataFrame) -> pd.DataFrame:
    """One statement per report with a figure, its dead as told by the outlet; one not named is its own."""
    numbers = reports[list(NUMBERS.values())].astype(float)
    numbers = numbers.where(numbers > 0).set_axis(list(NUMBERS), axis=1)
    said = numbers["low"].notna() | numbers["high"].notna()
    keys = "r" + reports.index.astype(str)
    outlet = reports["source_author"].fillna("not named, " + pd.Series(keys, index=reports.index))
    known = {"measure": "fatalities", "measure_kind": "flow", "measure_unit": "persons", "unit": "persons"}
    known |= {"stance": "asserts", "method": "reported", "numbers_from": "coder", "speaker_kind": "medium"}
    rows = numbers.assign(**known, event_id=reports["event_id"].astype(str), claim_id=keys, source_id=keys)
    rows = rows.assign(
        original_id=keys, source_number=range(1, len(rows) + 1), voice_id=outlet, speaker=outlet
    )
    rows = rows.assign(
        origin_id=outlet, chain_id=outlet, chain=outlet, proves_event=True, as_of_approximate=False
    )
    return STATEMENTS.shaped(rows[said].reindex(columns=list(STATEMENTS.names)))


def aggregated(best: pd.Series) -> str:
    """Least, most and mode of the best values as an aggregate prints them; a tie is indeterminate."""
    values = [float(value) for value in best.dropna()]
    modes = multimode(values)
    mode = f"{modes[0]:g}" if len(modes) == 1 else "indeterminate"
    return f"min {min(values):g}, max {max(values):g}, mode {mode}" if values else "nothing"


def counted(title: str, values: pd.Series) -> None:
    """Print how often each value occurs, the most frequent first."""
    print(f"{title}: " + "; ".join(f"{name} {number}" for name, number in values.value_counts().items()))


def main(path: str, shown: int = 10) -> None:
    """Print the distribution of agreement and origin, and the events that an aggregate hides most."""
    table = pd.read_csv(path, low_memory=False)
    groups = compared(statements(table), PLACES.of([]), EVENTS.of([])).set_index("event_id")
    told = groups[groups["compared"] > 1]
    silent = table["event_id"].nunique() - len(groups)
    print(f"{table['event_id'].nunique():,} events, {len(table):,} reports; without a figure {silent:,}")
    counted("verdict", groups["verdict"])
    counted("origin of two or more figures", told["origin"])
    apart = told[told["verdict"] == "apart"]
    counted("apart because", apart["because"])
    thirds = int((apart["compatible"] * 3 >= apart["compared"] * 2).sum())
    close = int((apart["union_high"] - apart["union_low"] <= 1).sum())
    print(f"apart, of which two thirds compatible {thirds}; all within one {close}")
    print(f"apart, of which floors differ by 1.5 times or more {int(apart['ratio'].notna().sum())}")
    print("Farthest apart, beside what an aggregate would print:")
    best = table.assign(event_id=table["event_id"].astype(str)).groupby("event_id")["deaths_best"]
    for event, group in (
        apart.sort_values(["ratio", "group_id"], ascending=[False, True]).head(shown).iterrows()
    ):
        values = best.get_group(str(event))
        said = f"{group['compatible']} of {group['compared']} compatible, {group['ratio']:.1f} times apart"
        listed = ", ".join(f"{value:g}" for value in sorted(values.dropna()))
        print(f"  {event}: {listed} | {said} | {aggregated(values)}")


if __name__ == "__main__":
    main(*sys.argv[1:2])
