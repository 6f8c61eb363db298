"""The words by which a sentence says what is not counted, by measure: data, which a reader of reports can
check."""

import re


def _words(text: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{text})\b", re.IGNORECASE)


STATEMENTS = (
    (
        "agreement",
        _words(r"agree(?:d|s|ment)?|ceasefire|truce|deal|accord|signed|treaty|pact|mediat(?:ed|es|ing|ion)"),
    ),
    # Amounts that no number names: some of many, and what is only called large.
    (
        "places_taken",
        _words(
            r"(?:(?:seiz|captur|retak|recaptur|liberat)(?:ed|es|ing)|took|taken|retook|retaken)"
            r"[^,;.]{0,30} (?:villages?|towns?|cit(?:y|ies)|bases?)"
        ),
    ),
    (
        "losses",
        _words(r"destroy(?:ed|s|ing)[^,;.]{0,30} (?:depots?|tanks?|vehicles?|aircraft|drones?|ships?|guns?)"),
    ),
    (
        "strength",
        _words(
            r"(?:significant|substantial|considerable|sizeable|large) (?:\w+ )?"
            r"(?:forces?|contingents?|garrisons?)"
        ),
    ),
    ("end", _words(r"ended|ends?|lifted|lifting|broke the siege|stopped|halted|over|finally")),
    ("start", _words(r"began|begun|started|launched|opened|since|erupted|broke out")),
    (
        "control",
        _words(
            r"captured?|seiz(?:ed|es|ure)|took|taken|retook|retaken|recaptured?|liberat(?:ed|ion)|control(?:s|led)?"
            r"|holds?|held|overran|fell to|lost|in (?:our|its|their) hands|occup(?:y|ied|ies)"
        ),
    ),
    (
        "relation",
        _words(
            r"back(?:ed|s|ing)|allied|alliance|supports?|supported|supporting|member of|one of the|joined"
            r"|left the"
            r"|split|defected|sided|loyal|factions?|fought for|on the side|against it|neutral|rivals?"
            r"|bolstered"
        ),
    ),
    (
        "occurrence",
        _words(
            r"attack(?:ed|s|ing)?|clash(?:ed|es)?|shell(?:ed|ing)|bomb(?:ed|ing)|strikes?|struck|hit|raid(?:ed|s)?|fighting"
            r"|fought|offensive|assault|ambush(?:ed)?|battle|storm(?:ed|ing)|destroyed|protest(?:ed|s)?|fired|advanc(?:ed|ing)"
            r"|defeat(?:ed|s|ing)?|drove|chase|launched|exchanged|kidnapped|looted"
        ),
    ),
    (
        "participation",
        _words(r"took part|targeting|target(?:ed|s)?|defenders?|besieg(?:ed|ing)|involved|alongside|joined"),
    ),
    (
        "status",
        _words(
            r"contest(?:ed|ing)|besieged|surrounded|closed|open|cut off|damaged|remains?|deserted|without"
            r"|deadlocked"
        ),
    ),
    (
        "intent",
        _words(
            r"will|would|plans?|planned|intends?|vowed|aim(?:s|ed|ing)?|goal|threaten(?:ed|s)?|promised"
            r"|ready to"
        ),
    ),
    (
        "explanation",
        _words(r"because|due to|reason|in response|retaliation|blamed|fears?|prevented|as a result"),
    ),
    (
        "comparison",
        _words(
            r"more than|less than|heavier|largest|worst|biggest|than any|substantial|compared|fewer|increase"
        ),
    ),
    (
        "assessment",
        _words(
            r"significant|success(?:es)?|believe[sd]?|describ(?:ed|es)|expect(?:ed|s)?|likely|appear(?:s|ed)?|seems?"
            r"|called|effective|narrative|not being|tempo|catastroph\w+|dire"
        ),
    ),
    ("duration", _words(r"for (?:\w+ ){0,3}(?:years?|months?|weeks?|days?)|lasted|ongoing")),
)
"""Measures of what is said and not counted, with the words by which a sentence may say it."""
