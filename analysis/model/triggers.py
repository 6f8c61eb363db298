"""The words that say what an amount counts, by measure: data, which a reader of reports can check."""

import re
from typing import NamedTuple

PEOPLE = ("persons", "families")
TROOPS = frozenset(
    "soldier soldiers fighter fighters troop troops marine marines militant militants rebel rebels gunman "
    "gunmen militiaman militiamen combatant combatants insurgent insurgents recruit recruits reservists "
    "mercenaries defenders serviceman servicemen jihadists officers commandos paratroopers guards".split()
)
"""Nouns of people under arms."""

OF_TROOPS = {"besieged": "besieged_troops"}
"""What is said of people, and the measure of people under arms of whom it is said."""

BODIES, DEATHS = "bodies", "fatalities"
"""A tag, and the measure by which alone it is told."""


class Trigger(NamedTuple):
    """Words that make an amount of one of `units` a claim of `measure`; `counts` is the tag that they say."""

    measure: str
    units: tuple[str, ...]
    words: re.Pattern[str]
    counts: str = ""


def _of(measure: str, units: tuple[str, ...], words: str, counts: str = "") -> Trigger:
    return Trigger(measure, units, re.compile(rf"\b(?:{words})\b", re.IGNORECASE), counts)


MATERIEL = (
    *("vehicles", "aircraft", "vessels", "drones", "missiles", "weapons", "guns", "launchers", "systems"),
    *("rockets", "shells", "mines", "mortars", "bombs"),
)
STORES = ("depots", "warehouses", "barrels", "containers", "tunnels", "animals")
SITES = ("facilities", "buildings", "bridges", "wells")
FIRED = ("shells", "rockets", "missiles", "mortars", "bombs")
EVENTS = (
    *("attacks", "incidents", "clashes", "battles", "explosions", "ambushes", "shellings", "bombings"),
    *("violations", "raids"),
)
GOODS = ("tonnes", "m3", "parcels", "kits", "doses", "bags", "tents", "shelters", "kg", "litres")
AREA = ("km2", "hectares", "acres", "dunams", "feddans", "square miles", "m2")
MONEY = ("USD", "EUR", "GBP", "SYP", "SDG", "UAH", "RUB", "ILS")
TIME = ("years", "months", "weeks", "days", "hours")
_LOST = r"lost|losses|lose|loses"

TRIGGERS = (
    _of(
        "fatalities",
        PEOPLE,
        r"kill(?:ed|s|ing|ings)?|dead|die|died|dies|dying|deaths?(?! (?:sentences?|penalty|threats?|squads?))"
        r"|death tolls?|toll|fatalit(?:y|ies)|bodies|corpses?|slain|massacred?|executed|executing|executions"
        r"|(?:lost|claimed|claiming) (?:their |the )?lives|lives lost|perished|martyred|eliminated"
        r"|elimination|neutrali[sz]ed|liquidated|fallen|graves?|murdered|beheaded|lynched",
    ),
    _of("injured", PEOPLE, r"wound(?:ed|s|ing)?|injur(?:ed|es|ing|ies|y)|hurt|maimed"),
    _of("missing", PEOPLE, r"missing|unaccounted for|disappeared"),
    _of(
        "abducted", PEOPLE, r"abduct(?:ed|s|ing|ions?)|kidnap(?:ped|s|ping|pings)?|hostages?|seized and taken"
    ),
    _of(
        "detained",
        PEOPLE,
        r"detain(?:ed|s|ing|ees?)?|detentions?|arrest(?:ed|s|ing)?|imprisoned|in custody|jailed",
    ),
    _of(
        "displacements",
        PEOPLE,
        r"fled|flee|flees|fleeing|uprooted|driven from|evacuated|forced (?:to flee|from|out)|left (?:their"
        r"|the)"
        r"|newly displaced|(?:were|was|been|being|have) displaced|displacing|displacements?|crossed into"
        r"|(?:has|have) displaced|displaced(?= (?:more|over|about|around|some|nearly|at|an|up|[0-9]))",
    ),
    _of(
        "displaced",
        PEOPLE,
        r"displaced (?:people|persons|families|households|residents|civilians)|IDPs?|internally displaced"
        r"|(?:remain|are|still|living|live) displaced|sheltering|sheltered|host families|in camps"
        r"|displaced|homeless",
    ),
    _of(
        "returned", PEOPLE, r"returned|returnees?|have come back|came home|gone (?:back|home)|return(?:ing)?"
    ),
    _of("refugees", PEOPLE, r"refugees?|asylum[ -]seekers"),
    _of("besieged", PEOPLE, r"besieged|under siege|trapped|cut off|encircled|surrounded"),
    _of(
        "in_need",
        PEOPLE,
        r"in need|needs?|need(?:ing)? (?:of )?(?:aid|assistance|help|humanitarian|urgent)|require(?:s|d)?"
        r"(?: humanitarian| urgent)?(?: aid| assistance)|dependent on aid|depend on",
    ),
    _of(
        "food_insecure",
        PEOPLE,
        r"food[- ]insecure|food insecurity|hunger|hungry|famine|starv(?:ing|ation)|acute(?:ly)? (?:food"
        r"|hunger)",
    ),
    _of(
        "surrendered",
        PEOPLE,
        r"surrender(?:ed|s|ing)?|laid down (?:their )?(?:arms|weapons)|gave themselves up",
    ),
    _of(
        "prisoners",
        ("persons",),
        r"prisoners?(?: of war)?|POWs?|captives?|held captive|taken prisoner|captured",
    ),
    _of(
        "strength",
        ("persons",),
        r"strong|number(?:s|ed|ing)?|deployed|deploy|deploying|stationed|massed|amassed|reinforcements|garrison"
        r"|ranks|under arms|recruits?|recruited|mobili[sz]ed|defenders|strength|commands|has some|sent|forces"
        r"|landed|auxiliaries",
    ),
    _of(
        "population",
        PEOPLE,
        r"inhabitants|residents|population|lived|live|home to|houses|census|city of|town of|populated",
    ),
    _of("sorties", ("sorties",), r"sorties?|missions|flights|flew|flown|conducted"),
    _of(
        "air_strikes",
        ("strikes", "attacks", "raids"),
        r"air ?-?strikes?|air raids?|air attacks?|warplanes?|jets"
        r"|airstrikes?|bombing raids?|from the air|drone (?:strikes?|attacks?)",
    ),
    _of(
        "shells",
        FIRED,
        r"fired|firing|fire|launched|launching|fell|landed|hit|struck|rained|dropped|shelled|shelling|lobbed"
        r"|averaged?|expended",
    ),
    _of("losses", MATERIEL, r"shot down|downed|intercepted|brought down", "destroyed"),
    _of(
        "losses",
        (*MATERIEL, *STORES),
        r"destroy(?:ed|s|ing)|destruction|burn(?:ed|t)|blown up|sunk|sank|knocked out"
        r"|wiped out|eliminated",
        "destroyed",
    ),
    _of("losses", MATERIEL, r"damag(?:ed|es|ing)|disabled", "damaged"),
    _of("losses", (*MATERIEL, *STORES), r"captur(?:ed|es|ing)|seiz(?:ed|es|ing)|looted|taken", "captured"),
    _of("losses", MATERIEL, r"abandon(?:ed|s|ing)|left behind", "abandoned"),
    _of("losses", MATERIEL, _LOST),
    _of(
        "drones", ("drones",), r"launch(?:ed|es|ing)|attack(?:ed|s|ing)?|fired|sent|swarm|hit|struck|crashed"
    ),
    _of("strength", MATERIEL, r"deployed|massed|amassed|backed by|reinforced|armed with|fleet|in service"),
    _of(
        "facilities_hit",
        (*SITES, "buildings"),
        r"hit|shell(?:ed|ing)|struck|bomb(?:ed|ing)|destroy(?:ed|ing)|damag(?:ed|ing)|attack(?:ed|s)?|burn(?:ed|t)"
        r"|level+ed|flattened|demolished|razed|targeted|set(?:ting)? (?:on fire|ablaze|fire to)|looted"
        r"|torched",
    ),
    _of(
        "facilities_hit",
        EVENTS,
        r"(?:attacks|raids|strikes) on (?:\w+ ){0,2}(?:hospitals?|clinics?|schools?"
        r"|health\w*|markets?|facilities|aid|water)|against health",
    ),
    _of(
        "attacks",
        EVENTS,
        r"attacks?|incidents?|clashes|battles?|explosions?|ambush(?:es)?|shellings?|bombings?"
        r"|violations?|raids?|assaults?",
    ),
    _of(
        "places_taken",
        ("places",),
        r"captur(?:ed|es|ing)|seiz(?:ed|es|ing)|took|taken|retook|retaken|recaptur(?:ed|ing)|liberat(?:ed|ing)"
        r"|regained|fell|fallen|overran|overrun|conquered|control of|occupied|freed|cleared",
    ),
    _of(
        "area_gained",
        AREA,
        r"regained|gain(?:ed|s)?|captur(?:ed|ing)|tak(?:en|ing)|took|advanced|retook|retaken"
        r"|recaptured|seized|liberated|given up|lost|conquered",
    ),
    _of(
        "area_held", AREA, r"control(?:s|led)?|hold|holds|held|in (?:our|its|their) hands|occup(?:y|ies|ied)"
    ),
    _of(
        "territory_share",
        ("percent",),
        r"territory|country|land area|(?:of|in) the (?:town|city|province|region|state|district|camp|area)"
        r"|in (?:our|its|their) hands|control(?:s|led|ling)?|hold|holds|held|captured|of the (?:island"
        r"|capital)",
    ),
    _of(
        "aid_trucks",
        ("trucks", "convoys"),
        r"aid|food|relief|supplies|humanitarian|entered|arrived|reached"
        r"|cross(?:ed|ing)?|convoys?|delivered|fuel|flour|loads?|carrying|let through|turned back|looted",
    ),
    _of(
        "aid_delivered",
        GOODS,
        r"aid|food|flour|wheat|rice|medicines?|medical|relief|supplies|deliver(?:ed|y|ing)"
        r"|distribut(?:ed|ion|ing)|brought|handed out|donated|rations|provided|reached|with",
    ),
    _of(
        "aid_funding",
        MONEY,
        r"donors?|donated|fund(?:ed|ing|s)?|appeal|pledg(?:ed|es|ing)|aid|response|required"
        r"|humanitarian|contributed|allocated|relief|gave|given|grants?",
    ),
    _of(
        "duration",
        TIME,
        r"last(?:ed|s|ing)?|siege|besieged|blockade|for|since|war|fighting|went on|under way"
        r"|ongoing|held out|battle|offensive|ceasefire|truce|captivity",
    ),
    _of(
        "front_distance",
        ("km", "m", "miles", "yards", "nautical miles"),
        r"from|outside|away from|short of"
        r"|(?:north|south|east|west)(?:ern|east|west)? of|to the (?:north|south|east|west)",
    ),
)
"""Every trigger; which of several counts is decided by where it stands."""

FRONT = re.compile(
    r"\b(?:forces?|troops|units?|fighters|front(?:line| line)?|lines?|rebels?|army|militants?|advanc\w+|tanks"
    r"|soldiers|positions?|push\w*)\b",
    re.IGNORECASE,
)
"""Whose distance is one of a front; the distance of two towns is not."""

TAGS = {
    "children": "child children minors infants babies toddlers newborns schoolchildren boys girls teenagers",
    "women": "woman women mothers",
    "men": "man men",
    "elderly": "elderly",
    "civilians": "civilian civilians noncombatants",
    "combatants": "combatant combatants",
    "aid_workers": "humanitarians",
    "health_workers": "nurse nurses doctor doctors surgeons physicians midwives",
    "journalists": "journalist journalists reporter reporters correspondents",
    "medics": "medic medics paramedics",
    "police": "police policeman policemen",
    "commanders": "commander commanders general generals",
    "foreigners": "foreigners",
    "peacekeepers": "peacekeeper peacekeepers",
    "bodies": "bodies corpses",
}
"""Nouns by the tag of `counts` that they say."""

TAG_OF = {noun: tag for tag, nouns in TAGS.items() for noun in nouns.split()}
"""The tag that a noun says."""

OWN_NOUNS = frozenset(("population", "refugees", "strength"))
"""Measures whose words are mostly a noun for people, of whom a verb says what happened to them."""
