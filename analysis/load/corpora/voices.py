"""What is asked of the chain of voices through which a statement came."""

from collections.abc import Iterator, Mapping

from analysis.errors import Fault, nearest
from analysis.load.corpora.csv import TextTable
from analysis.load.packages.quoting import quoted


def voice_faults(tables: Mapping[str, TextTable]) -> Iterator[Fault]:
    """A chain names known voices, each once, and neither the speaker nor the report's own outlet."""
    claims, speakers = tables["claims"], tables["speakers"]
    cells = claims.cells("speaker_id", "via_id", "source_id").dropna(subset="via_id")
    names = _lookup(speakers, "speaker_id", "name")
    outlets = _lookup(tables["sources"], "source_id", "publisher")
    whole = speakers.complete and not speakers.frame.empty
    for line, speaker, via, source in cells.itertuples(name=None):
        chain = chain_of(via)
        problem = _misjoined(via, chain) or _problem(chain, speaker, outlets.get(source, ""), names, whole)
        if problem:
            yield claims.fault(line, "via_id", *problem)


def chain_of(cell: str) -> list[str]:
    """The keys in a chain, origin first."""
    return [key.strip() for key in cell.split(";") if key.strip()]


def _misjoined(cell: str, chain: list[str]) -> tuple[str, str, str] | None:
    """A chain is written in one way: whoever is to be withheld is looked for in it."""
    joined = "; ".join(chain)
    return None if cell == joined else (quoted(cell), "keys joined by '; '", joined)


def _problem(
    chain: list[str], speaker: str, outlet: str, names: Mapping[str, str], whole: bool
) -> tuple[str, str, str] | None:
    """What was found, what was expected and what is near; None where the chain is right."""
    for place, key in enumerate(chain):
        others = "; ".join(one for one in dict.fromkeys(chain) if one not in (key, speaker))
        if whole and key not in names:
            return f"unknown key {quoted(key)}", "keys that stand in speakers.csv", nearest(key, names)
        if key == speaker:
            return f"{quoted(key)}, who is the speaker", "another speaker, or an empty cell", others
        if key in chain[:place]:
            return f"{quoted(key)} twice", "each voice once, origin first", "; ".join(dict.fromkeys(chain))
        if outlet and names.get(key, "").casefold() == outlet.casefold():
            found = f"{quoted(key)}, the outlet of the report itself"
            return found, "the voices between the speaker and the report, or an empty cell", others
    return None


def _lookup(table: TextTable, key: str, value: str) -> dict[str, str]:
    cells = table.cells(key, value).dropna().drop_duplicates(key)
    return dict(zip(cells[key], cells[value], strict=True))
