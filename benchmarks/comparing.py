"""How long the comparison of claims takes: many claims on many events, and thousands under one key.

    python -m benchmarks.comparing

Makes up statements without a corpus behind them: only what the comparison asks for is filled.
"""

import random
from time import perf_counter

import pandas as pd

from analysis.derive import compared
from analysis.model.frames import EVENTS, PLACES, STATEMENTS

TAGS = (None, None, None, "children", "women", "civilians", "children; civilians")
METHODS = ("reported", "reported", "reported", "documented", "estimated")
WORDS = ("dozens", "about 50", "over 40", "")


def statements(claims: int, events: int, places: int = 300, seed: int = 7) -> pd.DataFrame:
    """So many figures of the dead, spread over events; without events all on one key, by place and week."""
    chance = random.Random(seed)  # noqa: S311 (nothing is kept secret)
    days = pd.date_range("2023-04-15", periods=900, unit="us")
    rows = []
    for number in range(claims):
        start = chance.randrange(880)
        week = not events or chance.random() < 0.1
        low = chance.randrange(1, 400)
        end = start + 6 if week else start
        rows.append(
            {
                "claim_id": f"c{number}",
                "source_id": f"r{number % 5000}",
                "original_id": f"r{number % 5000}",
                "source_number": number % 5000 + 1,
                "published_start": days[start + 10],
                "published_end": days[start + 10],
                "speaker": f"Speaker {number % 400}",
                "speaker_kind": "agency",
                "voice_id": f"s{number % 400}",
                "origin_id": f"s{number % 400}",
                "chain_id": f"s{number % 400}",
                "chain": f"Speaker {number % 400}",
                "stance": "denies" if chance.random() < 0.03 else "asserts",
                "about": f"c{chance.randrange(claims)}",
                "event_id": f"e{chance.randrange(events)}" if events else None,
                "actor_id": f"a{chance.randrange(60)}" if events and chance.random() < 0.4 else None,
                "place_id": f"p{chance.randrange(places)}" if not events or chance.random() < 0.3 else None,
                "measure": "fatalities",
                "measure_kind": "flow",
                "measure_unit": "persons",
                "unit": "persons",
                "counts": chance.choice(TAGS),
                "method": chance.choice(METHODS),
                "wording": chance.choice(WORDS),
                "low": low,
                "best": low,
                "high": low + chance.randrange(20),
                "as_of": "x",
                "as_of_start": days[start],
                "as_of_end": days[end],
                "as_of_start_latest": days[start],
                "as_of_end_earliest": days[end],
                "as_of_span": "lasts" if week else "day",
                "as_of_precision": "span" if week else "day",
                "as_of_from": "claim" if week or chance.random() < 0.5 else "event",
                "numbers_from": "coder",
            }
        )
    return _whole(rows, STATEMENTS)


def events_of(count: int) -> pd.DataFrame:
    """So many events of a week each."""
    days = pd.date_range("2023-04-15", periods=900, unit="us")
    spans = [(days[number % 880], days[number % 880 + 6]) for number in range(count)]
    rows = [
        {"event_id": f"e{number}", "place_id": f"p{number % 300}", "start": start, "end": end}
        for number, (start, end) in enumerate(spans)
    ]
    return _whole(rows, EVENTS)


def places_of(count: int = 300) -> pd.DataFrame:
    """So many places: a country, its provinces, their districts and towns."""
    rows = [
        {
            "place_id": f"p{number}",
            "name": f"Place {number}",
            "parent_id": f"p{number // 6}" if number else None,
        }
        for number in range(count)
    ]
    return _whole(rows, PLACES)


def _whole(rows: list[dict[str, object]], contract: object) -> pd.DataFrame:
    """The rows by their contract, what is not given filled so that its kind allows it."""
    frame = pd.DataFrame(rows).reindex(columns=list(contract.names))  # type: ignore[attr-defined]
    fill = {column.name: False for column in contract.columns if column.kind == "bool"}  # type: ignore[attr-defined]
    return contract.shaped(frame.fillna(fill))  # type: ignore[attr-defined, no-any-return]


def main() -> None:
    """Print how long each kind of corpus takes to compare, and into how many groups it falls."""
    cases = (("65,000 claims on 3,000 events", 65_000, 3_000), ("5,000 claims under one key", 5_000, 0))
    for name, claims, events in cases:
        told = statements(claims, events)
        begun = perf_counter()
        groups = compared(told, places_of(), events_of(events))
        seconds = perf_counter() - begun
        print(f"{name}: {seconds:.1f} s, {len(groups):,} groups, {groups['part_of'].notna().sum():,} parts")


if __name__ == "__main__":
    main()
