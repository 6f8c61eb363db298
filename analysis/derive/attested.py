"""Last attested: the last day on which a report that carries a row was published, or of which it speaks."""

import pandas as pd

from analysis.model.frames import AGAINST, SOURCES, STATEMENTS, takes


@takes(statements=STATEMENTS)
def telling(statements: pd.DataFrame) -> pd.DataFrame:
    """The statements that say something was so: no denials, no doubts, and nothing that is only projected."""
    return statements[_tells(statements)]


def _tells(statements: pd.DataFrame) -> pd.Series:
    tells: pd.Series = ~statements["stance"].isin(AGAINST) & (statements["method"] != "projected")
    return tells


@takes(statements=STATEMENTS, sources=SOURCES)
def with_attested(
    rows: pd.DataFrame, carried: pd.DataFrame, statements: pd.DataFrame, sources: pd.DataFrame
) -> pd.DataFrame:
    """The rows with the columns `frames.tables.ATTESTED`.

    `rows` have the days that are stated of each in `start` and `end`; `carried` has one row per pair of a
    row's index label in `row` and a key in `claim_id`. A report vouches up to its publication, a window's
    last day, and no further than the day of which its claim speaks, unless the row states a later one. A
    day that no coder gave the claim, that of its event, bounds only what ended: what began on that day is
    vouched for as late as the report. The latest of them counts; where nothing is dated, it is missing.
    """
    spoken = ["claim_id", "source_id", "as_of_end", "as_of_end_earliest", "as_of_from"]
    printed = ["source_id", "published_end", "published_end_earliest"]
    vouched = carried.merge(
        statements[spoken][_tells(statements)], on="claim_id", validate="many_to_one"
    ).merge(sources[printed], on="source_id", how="left", validate="many_to_one")
    ended = rows["end"].reindex(vouched["row"]).set_axis(vouched.index)
    stated = ended.fillna(rows["start"].reindex(vouched["row"]).set_axis(vouched.index))
    speaks = vouched["as_of_end"].notna()
    bounds = vouched["as_of_from"].eq("claim") | ended.notna()
    days = pd.DataFrame({"row": vouched["row"]})
    for name, suffix in (("attested", ""), ("attested_from", "_earliest")):
        as_of = _later(vouched[f"as_of_end{suffix}"], stated).where(speaks)
        published = vouched[f"published_end{suffix}"]
        days[name] = as_of.where(published.isna() | (bounds & (as_of <= published)), published)
    latest = days.groupby("row").max().reindex(rows.index)
    return rows.assign(
        **{name: latest[name].astype("datetime64[us]") for name in ("attested", "attested_from")}
    )


def _later(one: pd.Series, other: pd.Series) -> pd.Series:
    """The later of two days row by row, where one is missing the other."""
    return one.where(other.isna() | (one >= other), other)
