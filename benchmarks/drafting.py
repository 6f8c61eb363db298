"""How well reports are drafted: what is proposed for texts against what a person coded from them.

    python -m benchmarks.drafting                          # the made-up reports of seeds/exercise
    python -m benchmarks.drafting CORPUS TEXT=SOURCE_ID …  # other texts, coded in CORPUS
    python -m benchmarks.drafting --gold GOLD.csv FOLDER   # texts of which single amounts are coded

A proposal and a claim are of one amount where they are of one paragraph and their words overlap. A gold file
has the columns file, locator, wording, low, high, measure, speaker, place, date; the last four may be empty.
"""

import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pandas as pd

from analysis import load
from analysis.derive.drafting import drafted
from analysis.errors import DateError
from analysis.model import Corpus, span_of
from analysis.model.drafts import Draft, Proposal
from analysis.model.measures import MEASURES
from analysis.model.wording import reading_of

EXERCISE = Path("seeds/exercise")


@dataclass
class Score:
    """Counts of what was asked, proposed and right, by what is scored; `missed` are told in words."""

    asked: Counter[str]
    given: Counter[str]
    right: Counter[str]
    missed: list[str]

    def count(self, what: str, given: bool, right: bool) -> None:
        """One comparison of a field that the gold fills."""
        self.asked[what] += 1
        self.given[what] += given
        self.right[what] += given and right

    def told(self) -> Iterator[str]:
        """One line for each field: how many are coded, how often it is filled, and right where filled."""
        for what, asked in self.asked.items():
            given, right = self.given[what], self.right[what]
            share = f"{right / given:.0%}" if given else "-"
            filled = f"filled {given:>4} ({given / asked:.0%})"
            yield f"{what:<24} coded {asked:>4}  {filled}  right {right:>4} ({share})"


def scored(draft: Draft, gold: pd.DataFrame, score: Score) -> None:
    """Hold a draft against the coded rows of its report (`locator, wording, measure, low, high, speaker_id,
    place_id, as_of`; what is missing is not asked)."""
    texts = {one.locator: one.text for one in draft.report.paragraphs}
    claims = [one for one in draft.proposals if one.table == "claims"]
    for row in gold.to_dict("records"):
        text = texts.get(row["locator"], "")
        start = text.find(str(row["wording"]))
        if start < 0:
            score.missed.append(f"{draft.source_id} {row['locator']}: not in the text: {row['wording']!r}")
            continue
        end = start + len(str(row["wording"]))
        hits = [
            one for one in claims if one.locator == row["locator"] and one.start < end and start < one.end
        ]
        score.count("amounts", True, bool(hits))
        if not hits:
            score.missed.append(
                f"{draft.source_id} {row['locator']}: missed {row['wording']!r} ({row['measure']})"
            )
            continue
        best = max(hits, key=lambda one: (one.filled("measure") == row["measure"], -abs(one.start - start)))
        _fields(draft, best, row, score)


def _fields(draft: Draft, one: Proposal, row: dict[str, object], score: Score) -> None:
    filled = one.filled("measure")
    unit = row.get("unit") if isinstance(row.get("unit"), str) else ""
    reading = reading_of(one.wording, str(unit)) or reading_of(one.wording)
    if pd.notna(row["low"]) or pd.notna(row["high"]):
        ends = (reading.quantity.low, reading.quantity.high) if reading else (None, None)
        same = all(_same(end, row[name]) for end, name in zip(ends, ("low", "high"), strict=True))
        score.count("intervals", reading is not None, same)
        if not same and reading is not None:
            score.missed.append(
                f"{draft.source_id} {row['locator']}: interval {one.wording!r} {ends}, coded {row['low']}"
                f" {row['high']}"
            )
    if row["measure"]:
        score.count("measures", bool(filled), filled == row["measure"])
        offered = [candidate.value for candidate in one.fields.get("measure", ())]
        score.count("measures, offered", bool(offered), row["measure"] in offered)
        if filled and filled != row["measure"]:
            score.missed.append(
                f"{draft.source_id} {row['locator']}: measure {one.wording!r} {filled}, coded"
                f" {row['measure']}"
            )
    for field, name in (("speaker_id", "speakers"), ("place_id", "places")):
        if isinstance(row[field], str) and row[field]:
            given = one.filled(field)
            score.count(name, bool(given), given == row[field])
            offered = [candidate.value for candidate in one.fields.get(field, ())]
            score.count(f"{name}, offered", bool(offered), row[field] in offered)
            if given and given != row[field]:
                said = one.fields[field][0]
                score.missed.append(
                    f"{draft.source_id} {row['locator']}: {name} of {one.wording!r} {given} ({said.rule}),"
                    f" coded {row[field]}"
                )
    if isinstance(row["as_of"], str) and row["as_of"]:
        given = one.filled("as_of")
        score.count("dates overlapping", bool(given), bool(given) and _overlap(given, str(row["as_of"])))
        if given and not _overlap(given, str(row["as_of"])):
            score.missed.append(
                f"{draft.source_id} {row['locator']}: date of {one.wording!r} {given}, coded {row['as_of']}"
            )


def _same(end: float | None, coded: object) -> bool:
    return (end is None) == bool(pd.isna(coded)) and (
        end is None or abs(float(str(coded)) - end) <= 0.11 * max(end, 1)
    )


def _overlap(one: str, other: str) -> bool:
    try:
        first, second = span_of(one), span_of(other)
    except DateError:
        return False
    return not (
        (first.high and second.low and first.high < second.low)
        or (second.high and first.low and second.high < first.low)
    )


def coded_amounts(corpus: Corpus, source: str) -> pd.DataFrame:
    """The claims of a report that carry an explicit amount, with the day of the event where `as_of` is
    empty."""
    claims = corpus.claims[(corpus.claims["source_id"] == source) & corpus.claims["wording"].notna()]
    counted = claims["measure"].map(lambda name: name not in MEASURES or bool(MEASURES[name].units))
    explicit = claims["wording"].str.contains(
        r"[0-9]|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fourteen|dozens?"
        r"|hundreds?|thousands?|several|few|couple|half|third|thirds|a number of|over a year)\b",
        case=False,
    )
    kept = claims[counted & explicit].copy()
    events = corpus.events.set_index("event_id")["date"]
    kept["as_of"] = kept["as_of"].fillna(kept["event_id"].map(events))
    return kept


def main(arguments: list[str]) -> None:
    """Print the score of every report, all together, and what was missed."""
    score = Score(Counter(), Counter(), Counter(), [])
    proposed = Counter[str]()
    for draft, gold in pairs(arguments):
        scored(draft, gold, score)
        claims = [one for one in draft.proposals if one.table == "claims"]
        used = [one for one in claims if any(_touches(one, row, draft) for row in gold.to_dict("records"))]
        proposed.update(
            {
                "proposed": len(claims),
                "coded": len(used),
                "not coded, with a measure": sum(
                    bool(one.filled("measure")) for one in claims if one not in used
                ),
            }
        )
        for one in claims:
            if one not in used and one.filled("measure"):
                score.missed.append(
                    f"{draft.source_id} {one.locator}: not coded {one.wording!r} {one.filled('measure')}"
                )
    print(*score.missed, sep="\n")
    print(*score.told(), sep="\n")
    print(dict(proposed))


def _touches(one: Proposal, row: dict[str, object], draft: Draft) -> bool:
    text = next((part.text for part in draft.report.paragraphs if part.locator == row["locator"]), "")
    start = text.find(str(row["wording"]))
    return (
        one.locator == row["locator"]
        and start >= 0
        and one.start < start + len(str(row["wording"]))
        and start < one.end
    )


def pairs(arguments: list[str]) -> Iterator[tuple[Draft, pd.DataFrame]]:
    """Each draft with the coded rows of its report, for the arguments of the command."""
    if arguments[:1] == ["--gold"]:
        yield from _gold_pairs(Path(arguments[1]), Path(arguments[2]))
        return
    corpus = load.corpus(arguments[0] if arguments else EXERCISE, "restricted")
    texts = dict(argument.split("=") for argument in arguments[1:])
    if not texts:
        found = (EXERCISE / "reports").glob("*.txt")
        texts = {str(path): path.stem for path in sorted(found) if path.stem != "radio-bulletin"}
    for path, source in texts.items():
        yield drafted(load.report(path), corpus, source), coded_amounts(corpus, source)


def _gold_pairs(gold: Path, folder: Path) -> Iterator[tuple[Draft, pd.DataFrame]]:
    """Drafts against an empty corpus: what names nobody knows is scored by hand."""
    corpus = load.corpus(EXERCISE, "restricted")
    rows = pd.read_csv(gold, dtype={"measure": str, "wording": str}).assign(speaker_id="", place_id="")
    rows["as_of"], rows["measure"] = rows["date"], rows["measure"].fillna("")
    for file, part in rows.groupby("file", sort=True):
        yield drafted(load.report(folder / str(file)), corpus, Path(str(file)).stem), part


if __name__ == "__main__":
    main(sys.argv[1:])
