"""The dead as claimed: claimant by claimant, with the values all claims share or the gap between them."""

import numpy as np
import pandas as pd
from matplotlib.axes import Axes

from analysis.charts import style
from analysis.charts.marks import intervals
from analysis.charts.style.lettering import counted, listed, one_line
from analysis.model import written
from analysis.model.frames import CLAIMED, GROUPS, takes
from analysis.model.origins import shared_in_words

COLUMNS = CLAIMED.only(*intervals.COLUMNS, "speaker", "party")

COMPARED = GROUPS.only(
    "event", "actor", "place", "measure", "unit", "claim_ids", "common_low", "common_high", "verdict",
    "voices", "parties", "shared_voice", "shared_party", "shared_via", "shared_author", "shared_source",
)  # fmt: skip

VERDICTS = {
    "single": "One claim only",
    "agree": "The claims agree",
    "overlap": "The claims overlap",
    "contradict": "The claims contradict",
    "indeterminate": "The claims cannot be compared",
}

MOST_PANELS = 12
"""Beyond this many comparisons all claims stand in one panel."""


@style.themed
@takes(claimed=COLUMNS, compared=COMPARED)
def casualty_claims(claimed: pd.DataFrame, compared: pd.DataFrame, *, ax: Axes | None = None) -> Axes:
    """Draw statements of deaths as intervals, one row each, one panel per comparison.

    Takes the columns `COLUMNS` of `frames.CLAIMED` and `COMPARED` of `frames.GROUPS`. Groups of other claims
    are passed over. Values that all claims of a group share are shaded; where they contradict, the gap is
    dashed. Claims in no group stand in a panel of their own. Raises FrameError where a column or every claim
    is missing.
    """
    style.not_empty(claimed, "casualty_claims")
    drawn = set(claimed["claim_id"])
    touched = [bool(drawn & set(one_line(keys).split())) for keys in compared["claim_ids"]]
    compared = compared.loc[np.array(touched, dtype=bool)]
    panels = _panels(claimed, compared)
    subtitle = (
        f"{_verdict(compared)} Numbers are as read from the words. Bar: lowest to highest value; dot: best "
        "value, if given."
    )
    if style.TALLEST / len(claimed) < intervals.LINE:
        subtitle += f" All {len(claimed):,} claims are drawn; some of them are labelled."
    footer = style.sources_of(claimed)
    sheet = style.titled(ax, _title(claimed, compared), subtitle, footer, height=intervals.height_of(panels))
    intervals.draw_panels(sheet, panels)
    style.describe(sheet.ax, _alternative(claimed, compared))
    return sheet.ax


def _panels(claims: pd.DataFrame, compared: pd.DataFrame) -> list[intervals.Panel]:
    """One panel for each comparison, one for the claims in none; one in all if there are too many."""
    if len(compared) > MOST_PANELS:
        note = f"{counted(len(compared), 'comparison')}, too many to draw apart"
        return [intervals.Panel("All claims", note, claims, _labels(claims, speaking=False))]
    panels, met = [], set()
    for group in compared.itertuples():
        keys = one_line(group.claim_ids).split()
        rows = claims[claims["claim_id"].isin(keys)]
        met |= set(rows["claim_id"])
        if len(rows):
            panels.append(_panel(group, rows))
    rest = claims[~claims["claim_id"].isin(met)]
    if len(rest):
        units = listed(list(dict.fromkeys(rest["unit"].map(one_line))))
        panels.append(
            intervals.Panel(f"Not compared, in {units}", counted(len(rest), "claim"), rest, _labels(rest))
        )
    return panels


def _panel(group: object, rows: pd.DataFrame) -> intervals.Panel:
    band, gap = None, group.verdict == "contradict"
    if gap:
        band = _gap(rows)
    elif len(rows) > 1 and not (pd.isna(group.common_low) and pd.isna(group.common_high)):
        band = (float(group.common_low), float(group.common_high))
    of = f", {one_line(group.actor)}" if one_line(group.actor) else ""
    where = one_line(group.event) or one_line(group.place) or "no event named"
    scale = "; logarithmic axis" if intervals.wants_log(rows) else ""
    heading = f"{where}: {one_line(group.measure)}{of}, in {one_line(group.unit)}{scale}"
    return intervals.Panel(
        heading, _judged(group, band, gap), rows, _labels(rows), band, gap and band is not None
    )


def _gap(rows: pd.DataFrame) -> tuple[float, float] | None:
    """The gap between the claim that ends first and the claim that starts last."""
    low, high = (rows[end].fillna(rows["best"]).to_numpy(float) for end in ("low", "high"))
    if np.isnan(low).all() or np.isnan(high).all():
        return None
    ends, starts = float(np.nanmin(high)), float(np.nanmax(low))
    return (ends, starts) if ends < starts else None


def _labels(rows: pd.DataFrame, *, speaking: bool = True) -> list[tuple[str, str]]:
    """The claimant with the party behind it, or what is counted where rows of many events stand together."""
    if not speaking:
        return [(one_line(row.label), one_line(row.speaker)) for row in rows.itertuples()]
    parties = (one_line(row.party) for row in rows.itertuples())
    behind = (f"of a party: {party}" if party else "of no party" for party in parties)
    return [(one_line(row.speaker), below) for row, below in zip(rows.itertuples(), behind, strict=True)]


def _judged(group: object, band: tuple[float, float] | None, gap: bool) -> str:
    """The verdict on one comparison in words, with the voices and parties behind it."""
    words = VERDICTS.get(group.verdict, one_line(group.verdict).capitalize())
    behind = _behind(group)
    if band is not None and gap:
        behind += f"; one ends at {_one(band[0])}, another starts at {_one(band[1])}"
    elif band is not None:
        behind += f"; all allow {written(*band)}"
    origin = one_line(shared_in_words(group._asdict()))
    origin = f"; {origin}" if origin else ""
    return f"{words}: {behind}{origin}"


def _one(value: float) -> str:
    return written(value, value)


def _behind(group: object) -> str:
    """The voices and parties behind a comparison."""
    if pd.isna(group.parties):
        parties = "an undecided number of parties"
    else:
        parties = counted(int(group.parties), "party", "parties") if group.parties else "no party"
    return f"{counted(int(group.voices), 'voice')}, {parties}"


def _verdict(compared: pd.DataFrame) -> str:
    """The verdict over all comparisons, for the subtitle."""
    if len(compared) == 1:
        group = compared.iloc[0]
        return f"{VERDICTS.get(group['verdict'], group['verdict'])}; {_behind(group)}."
    numbers = {verdict: int((compared["verdict"] == verdict).sum()) for verdict in VERDICTS}
    words = [f"{number:,} {verdict}" for verdict, number in numbers.items() if number]
    return (
        f"{counted(len(compared), 'comparison')}: {listed(words)}."
        if len(compared)
        else "Nothing to compare."
    )


def _title(claims: pd.DataFrame, compared: pd.DataFrame) -> str:
    labels = list(dict.fromkeys(claims["label"].map(one_line)))
    subject = labels[0].replace(": ", ", ") if len(labels) == 1 else "The dead"
    subject = f"{subject[:1].upper()}{subject[1:]}: {counted(len(claims), 'claim')}"
    contradict = int((compared["verdict"] == "contradict").sum())
    if contradict and len(compared) == 1:
        met = set(one_line(compared["claim_ids"].iloc[0]).split())
        if len(claims) == 2 and set(claims["claim_id"]) <= met:
            return f"{subject} whose numbers do not overlap"
        return f"{subject}, not all of whose numbers overlap"
    if contradict:
        return f"{subject}; in {counted(contradict, 'comparison')} numbers do not overlap"
    return subject


def _alternative(claims: pd.DataFrame, compared: pd.DataFrame) -> str:
    """The chart in words: each claim when there are few, the verdicts, and what is not shown."""
    parts = [
        f"Interval chart of {counted(len(claims), 'claim')} of deaths, one row each, claimant by claimant."
    ]
    for row in claims.head(8).itertuples():
        words = f" (“{one_line(row.wording)}”)" if one_line(row.wording) else ""
        number = intervals.number_words(row)
        parts.append(
            f"{one_line(row.speaker)}: {number}{words}, {one_line(row.label)}, in {one_line(row.unit)}."
        )
    if len(claims) > 8:
        parts.append(f"{counted(len(claims) - 8, 'further claim')}.")
    parts.append(_verdict(compared))
    parts.append("Not shown: deaths that no report counts.")
    return " ".join(parts)
