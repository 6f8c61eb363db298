"""Contracts of ties between factions, the lines that they come to, and the sides that follow."""

from analysis.model.frames.contract import Contract, count, flag, text
from analysis.model.frames.tables import ATTESTED, NO_CLAIM, RELATIONS, RELATIONS_KNOWN, span

TIES = Contract(
    "ties",
    "one row per tie between two factions, as last reported on or before the day asked for",
    ("actor_id", "relation", "other_id", "date"),
    "derive.ties",
    (
        *RELATIONS.only("actor_id", "relation", "other_id", "date").columns,
        text("claim_ids", "Key of the claim that carries it."),
        *span("", "date"),
        *ATTESTED,
        text("actor", "Name of the faction from which the tie starts."),
        text("other", "Name of the faction to which it runs."),
        text("source_ids", "Key of the claim's report.", NO_CLAIM),
    ),
)

SIDES = Contract(
    "sides",
    "one row per faction named in a tie",
    ("actor_id",),
    "derive.sides",
    (
        text("actor_id", "Key of the faction."),
        text("actor", "Name of the faction."),
        text("actor_ar", "Name in Arabic script.", "not known"),
        text("kind", "What sort of actor it is."),
        text("colour", "Colour of the faction, #rrggbb.", "the house grey"),
        count("side", "Number of its side, from 1, the largest first.", "on no side, for want of such a tie"),
        flag("torn", "Whether its side also fights within itself, so that the ties do not decide."),
    ),
)

BONDS = Contract(
    "bonds",
    "one row per pair of factions and kind of tie, what holds both ways once; the best attested first",
    ("actor_id", "relation", "other_id"),
    "derive.bonds",
    (
        text("actor_id", "Key of the faction from which the tie starts."),
        text("actor", "Its name."),
        text("relation", "Kind of tie.", values=RELATIONS_KNOWN),
        text("other_id", "Key of the faction to which it runs."),
        text("other", "Its name."),
        *ATTESTED,
        flag("named", "Whether anyone whom a report names says so, or the report itself."),
        count("authors", "How many authors tell of it; a report that names none is one of its own."),
        text("claim_ids", "Keys of the claims that carry it, joined by spaces, the latest first.", NO_CLAIM),
        text("cites", "How these are cited, in the same order, joined by semicolons.", NO_CLAIM),
        text("claim_sources", "Keys of their reports, one for each in the same order.", NO_CLAIM),
        text("source_ids", "Keys of these reports, each once, joined by spaces.", NO_CLAIM),
    ),
)
