"""How it looks: one chart, one file, one function `chart(frame, *, ax=None) -> Axes`.

A chart draws a prepared frame and returns its Axes, which keep the alternative text (`style.description`).
It may order rows and letter a place once, but never aggregates what it draws from claims, nor joins, loads,
shows or saves; `style.svg` is the one way out. No chart of nothing: an empty frame is refused.
"""

from analysis.charts.control_timeline import control_timeline
from analysis.charts.event_map import event_map
from analysis.charts.event_timeline import event_timeline
from analysis.charts.faction_network import faction_network
from analysis.charts.force_intervals import force_intervals
from analysis.charts.harm_claims import harm_claims
from analysis.charts.tie_timeline import tie_timeline
from analysis.charts.voice_chains import voice_chains

__all__ = [
    "control_timeline",
    "event_map",
    "event_timeline",
    "faction_network",
    "force_intervals",
    "harm_claims",
    "tie_timeline",
    "voice_chains",
]
