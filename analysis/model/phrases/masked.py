"""What holds a number in a text and is no amount: days, hours, years, ages, ordinals, names."""

import re

_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?"
)
_YEAR = r"(?:,?\s+[0-9]{4}\b)?"
_TO = r"\s*(?:-|\u2013|to|and)\s*"
_TIME = r"(?:days?|hours?|minutes?|weeks?|months?|years?|nights?|decades?|hrs|mins)\b"
_FEW = (
    r"(?:[0-9]+(?:\.[0-9]+)?|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen"
    r"|twenty|thirty|forty(?:-eight)?|fifty|sixty|seventy-two|several|few|couple of)"
)
_WITHIN = (
    r"(?:in|(?<!for )over|during|within|past|last|previous|first|next|coming|preceding|every|after|the)\s"
    r"(?:the\s)?(?:past\s|last\s|previous\s|first\s|next\s|coming\s|more\sthan\s|at\sleast\s|some\s"
    r"|about\s|around\s|over\s|nearly\s)?"
)
_SHAPED = (
    r"(?:day|hour|minute|week|month|year|night|decade|mile|km|kilometre|kilometer|metre|meter|point|storey"
    r"|story|strong|man|member|bed|seat|room|party|way|sided)"
)
_NAMED = (
    r"(?:No\.|Nos\.|number|Resolution|resolution|Article|article|Route|Highway|Unit|Annex|Table|Figure"
    r"|Chapter|Phase|phase|IPC|Page|page|Section|section|Room|Flight|Group of|Zone|Sector)"
)

_DAYS = (
    rf"\b[0-9]{{1,2}}(?:st|nd|rd|th)?(?:{_TO}[0-9]{{1,2}})?\s+(?:of\s+)?{_MONTH}{_YEAR}",
    rf"\b{_MONTH}\s+[0-9]{{1,2}}(?:st|nd|rd|th)?\b(?:{_TO}[0-9]{{1,2}}\b)?{_YEAR}",
    rf"\b{_MONTH}\s+[0-9]{{4}}\b",
    r"\b[0-9]{1,4}[/.-][0-9]{1,2}[/.-][0-9]{2,4}\b",
    r"\b[0-9]{1,2}(?:[.:][0-9]{2})?\s?(?:[ap]\.m\.|[ap]m\b)",
    r"\b[0-9]{1,2}:[0-9]{2}\b|\b[0-9]{4}\s(?:GMT|UTC|hours)\b",
    (
        r"\b(?i:in|since|by|until|till|from|during|of|early|late|mid|between|before|after|through|and|the)"
        r"[ -](?:1[89]|20)[0-9]{2}s?\b(?![,.][0-9])(?:\s*[-\u2013/]\s*[0-9]{2,4}\b)?"
    ),
)
_DURATIONS = (
    rf"\b(?i:{_WITHIN}{_FEW}(?:\s(?:to|or|and)\s{_FEW})?[\s-]{_TIME})(?:\s(?:ago|earlier|later|old))?",
    rf"\b{_FEW}[\s-]{_TIME}\s(?:ago|earlier|later|before|after|old|into|since)\b",
    rf"\b{_FEW}-{_SHAPED}s?(?:-\w+)?",
)
_AGES = (
    r"\b(?:aged?|ages)\s(?:between\s)?[0-9]+(?:\s?(?:and|to|-|\u2013)\s?[0-9]+)?",
    r"\b(?:were|are|was|is)\s(?:over|under|above|below)\s[0-9]{1,2}\b(?=\s*(?:[.,;)]|and\b|years?\b))",
    r"\b[0-9]+-year-olds?\b",
    r"(?<=[A-Za-z\u00c0-\u024f]),\s[0-9]{1,2},(?=\s(?:who|said|says|told|from|an?|was|is|added|recalled)\b)",
)
_NAMES = (
    r"^\s*\(?[0-9]{1,3}[.)](?=\s)",
    r"\b(?:family|families|group|crew|team) of [\w-]+\b",
    r"(?<=[a-z] )(?:Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten)(?=\s[A-Z])",
    r"\b(?:[0-9]+(?:st|nd|rd|th)|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)\b",
    rf"\b{_NAMED}\s[0-9]+(?:\.[0-9]+)?(?:[-\u2013+][0-9]*)?",
    r"\b[A-Z][A-Za-z]*-?[0-9]+[A-Za-z]*(?:-[0-9]+)*\b",
    (
        r"\b[0-9]+\s(?:Army|Corps|Division|Brigade|Regiment|Battalion|Squadron|Infantry|Armou?red|Mountain"
        r"|Airborne|Tank|Front)\b"
    ),
    r"\b[0-9]+(?:\.[0-9]+)?\s?(?:\u00b0|degrees)",
    r"\b[0-9]+-[0-9]+(?=\s(?:vote|win))",
)
_PRONOUNS = (
    (
        r"\b(?:one|two|three|four|five|six|several|many)"
        r"\s(?:times|ways?|sides?|things|fronts?|parts|points|rounds of)\b"
    ),
    r"\b(?i:this|that|no|any|every|each|the|which|another) one\b",
    r"\b(?i:one)\s(?:of|another|day|side|after|by|thing|hand|such|point|week|morning|night|evening|man's)\b",
    r"\b(?i:one)\s\w+(?:,[^,]{1,20},)?\s(?:said|says|told|added|recalled)\b",
    r"\b(?:at|for)\s(?:once|one)\b|\b(?i:one)\s(?:said|says|told|added|saying|reporting|adding|putting|who|that|is|was)\b",
)

MASKS = re.compile("|".join((*_DAYS, *_DURATIONS, *_AGES, *_NAMES, *_PRONOUNS)))
"""Finds what holds a number and is no amount, where it begins leftmost."""
