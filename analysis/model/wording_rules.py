"""The table of rules that read words as an interval, printed into every codebook, each with its reason.

The first rules give the interval, and a reading names the one that did. The others say what may stand around
a number; a reading names those that were met as its hints, so that a question can be asked about them.
"""

from dataclasses import dataclass

TOLERANCE = 0.10
"""How far "about" reaches to either side, as a share of the number. A house convention: no conflict dataset
publishes one, and a tenth is the step at which such figures are usually rounded."""

LAX = frozenset(
    {"about", "nearly", "more than", "fewer than", "plural", "few", "several", "a number of", "some of"}
)
"""The rules that read an end into words that name another or none: the house reads, another house may read
wider, and take "more than 100" for 100 or more."""

IMPLAUSIBLE = 100
"""A range whose ends lie further apart than this factor ("2-3,000") was not meant as it reads."""


@dataclass(frozen=True)
class WordingRule:
    """One way in which words stand for an interval: the words, an example and its unit, what it means, and
    why."""

    name: str
    words: tuple[str, ...]
    example: str
    meaning: str
    reason: str
    unit: str = "persons"


AMOUNTS = (
    WordingRule("number", (), "1,600", "1,600", "A number without a hedge is taken as it stands."),
    WordingRule(
        "about",
        (
            *("about", "around", "roughly", "approximately", "approx", "an estimated", "estimated", "est"),
            *(
                "estimated at",
                "estimated to be",
                "circa",
                "c",
                "ca",
                "some",
                "in the region of",
                "~",
                "\u2248",
            ),
            *("or so", "or thereabouts", "give or take"),
        ),
        "about 2,000",
        "1,800 to 2,200, best 2,000",
        "A house tolerance of a tenth to either side, out to the next whole thing; no conflict dataset "
        "publishes one.",
    ),
    WordingRule(
        "nearly",
        (
            *("nearly", "almost", "close to", "just under", "just short of", "just below", "approaching"),
            *("nearing", "not quite", "little short of"),
        ),
        "nearly 300",
        "270 to 300",
        "Below the number, by no more than the house tolerance of a tenth, out to the next whole thing.",
    ),
    WordingRule(
        "at least",
        (
            *("over", "well over", "just over", "far over", "a little over", "slightly over", "above"),
            *("well above", "just above", "at least", "at the very least", "at a minimum", "a minimum of"),
            *(
                "minimum of",
                "minimum",
                "min",
                "no fewer than",
                "no less than",
                "not less than",
                "not fewer than",
            ),
            *("upwards of", "upward of", "exceeding", "exceeded", "exceeds", "exceed", "in excess of"),
            *(
                "surpassed",
                "surpassing",
                "surpasses",
                "topped",
                "topping",
                "tops",
                "passed",
                "passes",
                "\u2265",
            ),
            *("or more", "or above", "plus", "+"),
        ),
        "over 1,600",
        "1,600 or more, open",
        "Only a floor is stated; a ceiling would be invented. The mark that was passed counts as the floor.",
    ),
    WordingRule(
        "more than",
        (
            *("more than", "well more than", "far more than", "many more than", "much more than", ">"),
            *("slightly more than", "a little more than", "just more than", "greater than"),
        ),
        "more than ten",
        "11 or more of whole things, open; of what is measured 10 or more",
        "The comparison shuts out the number itself, and whole things come one by one.",
    ),
    WordingRule(
        "at most",
        (
            *("up to", "as many as", "as much as", "at most", "at the most", "no more than", "not more than"),
            *(
                "a maximum of",
                "maximum of",
                "maximum",
                "max",
                "under",
                "well under",
                "below",
                "well below",
                "\u2264",
            ),
            *("within", "or fewer", "or less"),
        ),
        "up to 500",
        "500 or fewer, open",
        "Only a ceiling is stated; zero would be a claim that nobody made.",
    ),
    WordingRule(
        "fewer than",
        ("fewer than", "less than", "far fewer than", "far less than", "well short of", "<"),
        "fewer than ten",
        "9 or fewer of whole things, open; of what is measured 10 or fewer",
        "The comparison shuts out the number itself, and whole things come one by one.",
    ),
    WordingRule("range", ("to", "and", "or"), "between 30 and 40", "30 to 40", "Both ends are stated."),
    WordingRule(
        "plural",
        (
            *("tens of thousands", "hundreds of thousands", "tens of millions", "hundreds of millions"),
            *("tens", "dozens", "scores", "hundreds", "thousands", "millions"),
        ),
        "dozens",
        "12 to 99; hundreds 100 to 999; thousands 1,000 to 9,999",
        "A plural reaches to where the next larger word would be used; 12 for dozens and 100 for hundreds "
        "are the floors ACLED codes for these words.",
    ),
    WordingRule(
        "few",
        ("a few", "a handful of", "a handful"),
        "a few hundred",
        "2 to 9, or 2 to 9 of the scale named: 200 to 999",
        "At least two, and less than the next larger word.",
    ),
    WordingRule(
        "several",
        ("several",),
        "several years",
        "3 to 9, or 3 to 9 of the scale named",
        "More than two, and less than the next larger word.",
        "years",
    ),
    WordingRule(
        "couple",
        ("a couple of", "a couple", "a pair of", "a pair", "both"),
        "a couple of villages",
        "2",
        "Two in the plain sense of the word; of a scale (a couple of hundred) it is too loose to be read.",
        "villages",
    ),
    WordingRule(
        "a number of",
        ("a number of", "multiple", "various", "numerous", "many"),
        "a number of villages",
        "2 or more, open",
        "The plural says at least two and nothing more.",
        "villages",
    ),
    WordingRule(
        "some of", ("some of", "some"), "some of the villages", "1 or more, open", "At least one.", "villages"
    ),
    WordingRule(
        "none",
        ("none", "no", "nobody", "no one", "not one", "not a single"),
        "no civilians",
        "0",
        "Zero is a claim, made in words; nobody is no person.",
    ),
    WordingRule(
        "fraction",
        ("half", "thirds", "third", "quarters", "quarter", "fifths", "fifth", "tenths", "tenth"),
        "two thirds of the city",
        "66.7 of a hundred; half 50, a third 33.3",
        "A share is counted in percent and in nothing else; most and majority are left to the coder.",
        "percent",
    ),
    WordingRule(
        "single",
        ("a", "an", "a single", "a lone", "another"),
        "a soldier",
        "1",
        "The singular says one; with a second thing beside it (a man and his son) nothing is read.",
    ),
)
"""The rules that give an interval; the order is that of the codebook."""

SURROUNDINGS = (
    WordingRule(
        "unlisted noun",
        (),
        "35 shopkeepers",
        "35 persons",
        "The table of nouns does not know the word, but its ending or capital says people; other nouns that "
        "the table lacks are refused, as are those that count another unit: 3,240 families are no persons.",
    ),
    WordingRule(
        "converted",
        (),
        "12 miles",
        "19.3 km",
        "The words name another unit of the same kind; months are not years, nor areas lengths, and tons may "
        "be three things. Families are persons only where somebody says how many to a family.",
        "km",
    ),
    WordingRule(
        "part",
        ("including", "among them", "of whom", "of them", "mostly", "mainly"),
        "79, including 43 children",
        "79",
        "The whole is the figure; the part named beside it is a claim of its own.",
    ),
    WordingRule(
        "of a whole",
        (),
        "12 of 18 villages",
        "12",
        "The whole from which they come is named and is no part of the count.",
        "villages",
    ),
    WordingRule(
        "joined",
        (),
        "40 killed and wounded",
        "40",
        "One figure for two kinds; how much is of each is not said.",
    ),
    WordingRule(
        "further",
        ("another", "a further", "an additional", "more", "others", "other"),
        "another 40",
        "40",
        "These come on top of others, which the figure does not hold.",
    ),
    WordingRule(
        "window",
        ("in", "over", "since", "during", "within", "yesterday", "overnight"),
        "over 140 in 24 hours",
        "140 or more, open",
        "The words name the time for which the figure holds; a rate (a day, daily) is another unit.",
    ),
    WordingRule(
        "average",
        ("an average of", "on average"),
        "an average of 30 trucks a day",
        "30",
        "A mean is read of rates only; of totals it is no count.",
        "trucks per day",
    ),
    WordingRule(
        "given twice",
        (),
        "20 km (12 miles)",
        "20 km",
        "The same figure stands in brackets in another unit and agrees with it.",
        "km",
    ),
)
"""What may stand around a number, each with the hint that a reading gives for it."""

WORDING_RULES = AMOUNTS + SURROUNDINGS
"""Every reading goes through these."""
