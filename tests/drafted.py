"""A small draft made by hand, for what reads, writes and decides on drafts."""

from analysis.model.drafts import Candidate, Draft, Proposal
from analysis.model.reports import Paragraph, ReportText

TEXT = "At least 12 people were killed. The army denied it."
REPORT = ReportText(
    *("harbour.txt", "a" * 64, "Harbour shelled", "O. Dunvane", "Halyard", "VESHMARA", "Tuesday"),
    (Paragraph("p1", TEXT), Paragraph("p2", "Nobody knows why.")),
)
HEAD = Proposal(
    *("harbour-head", "sources", "harbour", "", (0, 0), 0, 0, "", ""),
    {"title": (Candidate("Harbour shelled", "the head of the report", 0, 0, True),)},
)
DEAD = Proposal(
    *("harbour-p1-0", "claims", "harbour", "p1", (0, 31), 0, 18, "At least 12 people", "12 or more"),
    {
        "measure": (Candidate("fatalities", "a word nearby", 24, 30, True),),
        "place_id": (
            Candidate("aleppo", "a name", 0, 0, False),
            Candidate("kweires-air-base", "a name", 0, 0, False),
        ),
    },
)
DENIAL = Proposal(
    *("harbour-p1-s32", "claims", "harbour", "p1", (32, 51), 32, 32, "", ""),
    {"stance": (Candidate("denies", "a word of the sentence", 41, 47, False),)},
)
DRAFT = Draft(REPORT, "harbour", (HEAD, DEAD), (DENIAL,))
