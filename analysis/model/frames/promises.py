"""What the code relies on in the tables of a corpus beyond their columns: keys, ranges and forms of text."""

POINTERS: dict[str, dict[str, tuple[str, str]]] = {
    "sources": {"copy_of": ("sources", "source_id")},
    "speakers": {"party": ("actors", "actor_id")},
    "claims": {
        "source_id": ("sources", "source_id"),
        "speaker_id": ("speakers", "speaker_id"),
        "about": ("claims", "claim_id"),
        "event_id": ("events", "event_id"),
        "actor_id": ("actors", "actor_id"),
        "by_id": ("actors", "actor_id"),
        "place_id": ("places", "place_id"),
    },
    "events": {"place_id": ("places", "place_id")},
    "participants": {
        "event_id": ("events", "event_id"),
        "actor_id": ("actors", "actor_id"),
        "for_id": ("actors", "actor_id"),
        "claim_id": ("claims", "claim_id"),
    },
    "relations": {
        "actor_id": ("actors", "actor_id"),
        "other_id": ("actors", "actor_id"),
        "claim_id": ("claims", "claim_id"),
    },
    "places": {"parent_id": ("places", "place_id")},
    "control": {
        "place_id": ("places", "place_id"),
        "actor_id": ("actors", "actor_id"),
        "claim_id": ("claims", "claim_id"),
    },
}
"""The columns that are keys of a table, with that table and its column: frames are joined by them."""

RANGES: dict[str, dict[str, tuple[float, float | None]]] = {
    "claims": dict.fromkeys(("low", "best", "high"), (0, None)),
    "places": {
        "latitude": (-90, 90),
        "longitude": (-180, 180),
        "where_prec": (1, 7),
        "radius_km": (0, 20_000),
    },
}
"""The least and the most that a number may be, whatever the data package says, None where there is no most:
nobody counts less than none, and no place lies farther than half round the world."""

WHOLE: dict[str, tuple[str, ...]] = {"places": ("where_prec",)}
"""The columns of numbers that are steps of a scale."""

_KEY = "[a-z0-9]+(-[a-z0-9]+)*"
_ADDRESS = r'https?://[^\s<>"]+'

FORMS: dict[str, dict[str, str]] = {
    "sources": {"source_id": _KEY, "url": _ADDRESS, "archived_url": _ADDRESS},
    "speakers": {"speaker_id": _KEY},
    "claims": {"claim_id": _KEY},
    "measures": {"measure": "[a-z][a-z0-9]*(_[a-z0-9]+)*"},
    "events": {"event_id": _KEY},
    "actors": {"actor_id": _KEY, "colour": "#[0-9A-Fa-f]{6}"},
    "places": {"place_id": _KEY},
}
"""The forms that a whole cell has, whatever else the data package asks of it: keys are joined by blanks and
become anchors of the page, addresses become links, colours are drawn."""
