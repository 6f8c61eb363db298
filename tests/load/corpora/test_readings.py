"""Every wording of a corpus is listed once with its reading, and every phrase of time with its days."""

from analysis.load import corpus, review


def test_every_wording_of_every_claim_is_listed(aleppo) -> None:
    claims = corpus(aleppo).claims
    worded = claims[claims["wording"].notna()]
    listed = review(aleppo).readings.words
    assert {(one.measure, one.wording) for one in listed} == set(
        zip(worded["measure"], worded["wording"], strict=True)
    )
    assert sum(one.claims for one in listed) == len(worded)
    assert list(listed) == sorted(listed)


def test_a_reading_says_numbers_unit_rule_and_hints(aleppo) -> None:
    read = {one.wording: one for one in review(aleppo).readings.words}
    front = read["just a few hundred meters from the northern edge"]
    assert (front.unit, front.reading, front.rule, front.hints) == (
        "km",
        "0.2 to 0.999",
        "few",
        "converted from m",
    )
    assert read["around 1000"].reading == "900 to 1,100, best 1,000"
    assert read["over 1,600"].reading == "1,600 or more"
    assert (read["significant"].reading, read["significant"].rule) == ("", "not read: no rule")
    assert (read["second"].unit, read["second"].rule) == ("", "counts nothing")


def test_numbers_by_hand_are_counted_and_the_reading_stays(copy) -> None:
    copy.plant("claims", "a-p7-sorties", low="1700")
    read = {one.wording: one for one in review(copy.folder).readings.words}
    assert (read["over 1,600"].reading, read["over 1,600"].coded) == ("1,600 or more", 1)


def test_phrases_are_listed_by_report_also_those_that_nothing_reads(copy) -> None:
    copy.plant("sources", "kweires-siege-lifted", published="2015-11-10")
    copy.plant("claims", "a-p7-sorties", as_of="on Friday")
    copy.plant("claims", "a-p2-besieged-troops", as_of="on Friday")
    copy.plant("claims", "a-p3-isis-dead-soldier", as_of="one fine day")
    read = [tuple(one) for one in review(copy.folder).readings.phrases]
    assert read == [
        ("on Friday", "2015-11-10", "2015-11-06?", "weekday", 2),
        ("one fine day", "2015-11-10", "", "not read", 1),
    ]
