"""Words that coders use for a value called otherwise here: near in meaning, not in spelling."""

from collections.abc import Iterable
from typing import NamedTuple


class Meaning(NamedTuple):
    """A value that stands for the words, and why."""

    value: str
    words: str
    reason: str


MEANINGS: dict[str, tuple[Meaning, ...]] = {
    "claims.measure": (
        Meaning(
            "fatalities",
            "killed deaths dead killings casualties toll",
            "who died is counted so, as in UCDP and ACLED",
        ),
        Meaning("injured", "wounded wounds injuries hurt", "WHO and OCHA speak of the injured"),
        Meaning(
            "displaced",
            "idp idps displaced_persons fled homeless",
            "IDMC's stock of internally displaced people",
        ),
        Meaning("refugees", "refugee asylum_seekers", "who crossed a border, in UNHCR's terms"),
        Meaning("returned", "returnees returns", "who went home, in the terms of IOM and UNHCR"),
        Meaning("abducted", "kidnapped kidnappings abductions hostages", "ACLED speaks of abduction"),
        Meaning("detained", "arrests arrested detentions", "ACLED's arrests"),
        Meaning("air_strikes", "airstrike airstrikes air_raids bombings", "a blow from the air"),
        Meaning("shells", "shelling bombardment rockets", "what artillery fires is counted in shells"),
        Meaning("sorties", "flights missions", "one aircraft's one flight"),
        Meaning("strength", "troops fighters soldiers forces manpower", "how many men a force has"),
        Meaning(
            "losses",
            "tanks vehicles equipment destroyed",
            "things lost, by unit; their fate stands in counts",
        ),
        Meaning("front_distance", "distance", "how far the front is from a place"),
        Meaning("territory_share", "territory share", "how much of an area, in percent"),
        Meaning("places_taken", "captured seized villages", "how many places were taken"),
        Meaning("occurrence", "event happened incident", "that it happened, without a number"),
    ),
    "events.kind": (
        Meaning(
            "fighting",
            "battle battles clash clashes combat skirmish firefight",
            "ACLED's battles are armed clashes",
        ),
        Meaning(
            "offensive", "advance assault campaign operation counter_offensive", "a planned advance over days"
        ),
        Meaning("seizure", "capture taking fall conquest takeover", "the taking of a place"),
        Meaning("withdrawal", "retreat pullout evacuation_of_troops", "the leaving of a place"),
        Meaning("siege", "blockade encirclement", "the surrounding of a place"),
        Meaning("siege_ended", "siege_lifted relief siege_broken", "the end of a siege"),
        Meaning("air_strikes", "airstrike airstrikes air_raid bombing air_attack", "blows from the air"),
        Meaning("drone_strike", "drone drones uav_strike", "a blow by a drone"),
        Meaning(
            "shelling",
            "bombardment artillery rocket_fire mortar",
            "fire of artillery, rockets or mortars (ACLED)",
        ),
        Meaning(
            "attack_on_civilians",
            "massacre violence_against_civilians one_sided_violence terror",
            "UCDP's one-sided violence",
        ),
        Meaning("killings", "executions execution assassination killed", "killing outside of fighting"),
        Meaning("abduction", "kidnapping hostage_taking disappearance", "ACLED's term"),
        Meaning("detention", "arrest arrests imprisonment", "ACLED's arrests"),
        Meaning(
            "displacement",
            "idp flight exodus fled expulsion",
            "IDMC's term for people driven from their homes",
        ),
        Meaning("protest", "demonstration riot march rally", "ACLED's protests"),
        Meaning("agreement", "peace_deal treaty accord deal negotiations", "what parties agreed on"),
        Meaning("ceasefire", "truce armistice cessation_of_hostilities pause", "a halt of fighting"),
        Meaning(
            "ceasefire_broken", "truce_broken violation ceasefire_violation", "fighting against a ceasefire"
        ),
        Meaning("exchange_of_prisoners", "prisoner_swap prisoner_exchange swap", "release for release"),
        Meaning("defection", "surrender desertion change_of_side", "a change of side"),
        Meaning(
            "aid_delivery", "humanitarian_aid convoy aid relief_convoy", "relief that reached people (OCHA)"
        ),
        Meaning("aid_blocked", "access_denied looting_of_aid", "OCHA's access constraint"),
        Meaning(
            "attack_on_infrastructure",
            "hospital_attack sabotage looting",
            "harm to hospital, school, water or power",
        ),
    ),
    "places.kind": (
        Meaning("province", "governorate state oblast admin1 region", "the first level below the country"),
        Meaning("district", "county admin2 raion locality", "the second level"),
        Meaning("base", "air_base airbase barracks garrison", "a military site"),
        Meaning("airport", "airfield aerodrome", "aircraft land there"),
        Meaning("camp", "idp_camp refugee_camp settlement", "a place of displaced people"),
        Meaning("hospital", "clinic health_facility", "where the sick are treated"),
        Meaning("road", "highway motorway street", "a way for vehicles"),
        Meaning("border", "frontier crossing border_crossing", "where countries meet"),
        Meaning("front", "front_line frontline line_of_contact", "where sides face each other"),
        Meaning("infrastructure", "dam power_plant refinery pipeline", "works that serve people"),
        Meaning("area", "neighbourhood suburb valley", "no fixed outline"),
    ),
    "actors.kind": (
        Meaning("state", "country government", "a state or its government"),
        Meaning("state_force", "army military police navy air_force", "an armed force of a state"),
        Meaning("armed_group", "militia rebels rebel_group insurgents non_state", "UCDP's non-state actor"),
        Meaning("coalition", "alliance umbrella", "a union of groups"),
        Meaning("organisation", "ngo un agency igo council", "a body that does not fight"),
    ),
    "speakers.kind": (
        Meaning("agency", "wire news_agency", "a wire"),
        Meaning("medium", "newspaper tv television radio outlet broadcaster", "an outlet"),
        Meaning("author", "journalist reporter correspondent byline", "who wrote the report"),
        Meaning("official", "spokesman spokesperson spokeswoman minister", "who speaks for a government"),
        Meaning("combatant", "soldier fighter commander rebel", "who fights"),
        Meaning("witness", "resident civilian activist survivor", "who saw it"),
        Meaning("organisation", "ngo un monitor", "a body that reports"),
        Meaning("unattributed", "anonymous unnamed unknown nobody", "the report names nobody"),
    ),
    "sources.kind": (
        Meaning("news_report", "article news story report wire", "a piece of news"),
        Meaning("press_release", "communique statement", "issued by who speaks in it"),
        Meaning("social_media", "tweet post telegram facebook", "a post"),
        Meaning("broadcast", "tv radio video", "seen or heard"),
        Meaning("situation_report", "sitrep flash_update", "a report of a humanitarian body"),
    ),
    "claims.stance": (
        Meaning("denies", "rejects refutes disputes", "says that it is not so"),
        Meaning("doubts", "questions sceptical unverified", "does not say that it is not so"),
        Meaning("asserts", "claims says reports states", "says it"),
        Meaning("revises", "updates corrects raises", "replaces the speaker's earlier figure"),
        Meaning("part_of", "includes including subset", "counts a part of what another claim counts"),
    ),
    "claims.counts": (
        Meaning("civilians", "civilian noncombatants residents", "who belongs to no armed force"),
        Meaning("combatants", "fighters soldiers militants troops", "fighters of any side"),
        Meaning("children", "child minors kids boys girls", "under 18"),
        Meaning("women", "woman female females", "women of 18 or more"),
        Meaning("men", "man male males", "men of 18 or more"),
        Meaning("elderly", "old seniors", "old people"),
        Meaning("aid_workers", "humanitarians humanitarian_workers ngo_staff", "staff of aid organisations"),
        Meaning("health_workers", "doctors nurses", "who treats"),
        Meaning("journalists", "reporters media_workers", "journalists and their crews"),
        Meaning("commanders", "leaders officers generals", "leaders of armed forces"),
        Meaning("families", "households", "families or households"),
    ),
    "claims.method": (
        Meaning("documented", "verified recorded counted confirmed", "counted case by case: a floor"),
        Meaning("estimated", "estimate modelled approximate", "not counted"),
        Meaning("projected", "forecast expected predicted", "of the future"),
    ),
    "participants.role": (
        Meaning("supporter", "ally backer sponsor", "helps one side"),
        Meaning("target", "object targeted", "was aimed at"),
        Meaning("victim", "civilians casualty", "suffered it without fighting"),
        Meaning("mediator", "broker guarantor", "brought the parties together"),
    ),
    "relations.relation": (
        Meaning("supports", "backs arms funds", "the first helps the other"),
        Meaning("member_of", "part_of belongs_to", "the first is part of the other"),
        Meaning("fights", "enemy opposes against", "each fights the other"),
        Meaning("allied_with", "ally alliance", "both fight on one side"),
        Meaning("left", "defected split broke_with", "the first is no longer with the other"),
    ),
    "control.status": (
        Meaning("held", "controlled controls occupied", "the faction has the place"),
        Meaning("part_held", "partial partly partially", "it has a part of it"),
        Meaning("contested", "disputed fighting", "it fights for it"),
        Meaning("besieged", "encircled surrounded", "it has the place, shut in"),
    ),
}
"""By table and column. A value counts as meant only where the corpus has it; spelling has no say here: a
ceasefire looks like a seizure and is none."""


def meaning_of(table: str, column: str, cell: str, allowed: Iterable[object]) -> Meaning | None:
    """What the cell means among the values allowed, None where the table of meanings does not know it."""
    word = "_".join(cell.casefold().replace("-", " ").replace("_", " ").split())
    known = set(map(str, allowed))
    meanings = MEANINGS.get(f"{table}.{column}", ())
    return next((one for one in meanings if word in one.words.split() and one.value in known), None)
