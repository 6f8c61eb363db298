"""Events counted by kind and month: a row of columns for each kind, all on one scale."""

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.colors import to_rgba

from analysis.charts import style
from analysis.charts.marks import days
from analysis.charts.marks.labels import LINE, detail, head, letter
from analysis.charts.marks.publications import bands, draw_bands, head_of, letter_bands
from analysis.charts.marks.runs import Run, flowed
from analysis.charts.style import INK, RULE
from analysis.charts.style.lettering import capitalised, one_line
from analysis.messages import code_words, date_words, number_words, paragraph, say

TALL, LEAST, BELOW = 22.0, 0.8, 9.0
"""Height of the highest column, of the lowest that is seen, and from a row to the next, in points."""

AXIS = 30.0


def draw(counts: pd.DataFrame, *, reports: pd.DataFrame | None, ax: Axes | None) -> Axes:
    """Draw `frames.EVENT_COUNTS`: for each kind a column for each month, solid where the month is sure."""
    dated = counts.dropna(subset="start")
    kinds = list(dict.fromkeys(counts["kind"].map(one_line)))
    rows = {kind: counts[counts["kind"].map(one_line) == kind] for kind in kinds}
    shown = days.window(dated["start"], dated["end"])
    found = bands(reports, shown)
    labels = [flowed(_label(kind, rows[kind]), style.width_for(ax)) for kind in kinds]
    tops = [head_of(found)]
    for lines in labels:
        tops.append(tops[-1] + len(lines) * LINE + TALL + BELOW)
    sheet = style.sheet(ax, height=tops[-1] + AXIS)
    sheet.place(sheet.ax, 0, tops[0], sheet.width, tops[-1])
    style.bare(sheet.ax)
    sheet.ax.set_ylim(tops[-1] - tops[0], 0)
    most = max(int(counts["events"].max()), 1)
    for kind, lines, top in zip(kinds, labels, tops, strict=False):
        letter(sheet, top, lines)
        _columns(sheet.ax, kind, rows[kind].dropna(subset="start"), top - tops[0] + len(lines) * LINE, most)
    draw_bands(sheet.ax, found, shown, tops[-1] - tops[0])
    days.draw_axis(sheet, shown, tops[-1])
    letter_bands(sheet, found, shown)
    style.cut_at(sheet, [height - 1 for height in tops[1:-1]])
    style.describe(sheet.ax, _alternative(counts, kinds, rows))
    return sheet.ax


def _label(kind: str, rows: pd.DataFrame) -> list[Run]:
    """What sort of event, how many, when most, and how many without a day."""
    events = int(rows["events"].sum())
    dated = rows.dropna(subset="start")
    said = [say("counted-events", events=events, number=number_words(events))]
    if len(dated) > 1:
        top = dated.loc[dated["events"].idxmax()]
        said.append(say("counted-most", number=number_words(int(top["events"])), month=_month(top)))
    undated = int(rows.loc[rows["start"].isna(), "events"].sum())
    said += [say("counted-undated", number=number_words(undated))] if undated else []
    return [head(_name(kind)), detail(", ".join(said))]


def _name(kind: str) -> str:
    return capitalised(code_words("kind", kind)) if kind else say("counted-further")


def _month(row: pd.Series) -> str:
    form = "%Y" if (row["end"] - row["start"]).days > 31 else "%Y-%m"
    return date_words(row["start"].strftime(form), short=True)


def _columns(ax: Axes, kind: str, rows: pd.DataFrame, top: float, most: int) -> None:
    """The columns of one kind above a thin line: one path for what is sure, one for all."""
    floor = top + TALL
    ax.axhline(floor, color=RULE, linewidth=0.8, zorder=1)
    left, right = rows["start"].map(days.number), rows["end"].map(days.number) + 1
    for name, share in (("events", 0.35), ("sure", 0.8)):
        tall = (rows[name] / most * TALL).where(rows[name] == 0, (rows[name] / most * TALL).clip(lower=LEAST))
        bars = ax.bar(
            (left + right) / 2,
            -tall,
            (right - left) * 0.86,
            bottom=floor,
            color=to_rgba(INK, share),
            zorder=3,
        )
        bars.set_label(f"{kind} {name}")


def _alternative(counts: pd.DataFrame, kinds: list[str], rows: dict[str, pd.DataFrame]) -> str:
    """The chart in words: how many events of how many kinds, and of each kind how many and when most."""
    told = [" ".join(run.text for run in _label(kind, rows[kind])) for kind in kinds]
    total = int(counts["events"].sum())
    return paragraph(
        say("counted-alt", events=total, number=number_words(total)),
        *(say("sentence", text=text) for text in told),
        say("timeline-alt-not-shown"),
    )
