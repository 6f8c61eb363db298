"""The nouns that reports count with, and the unit that each counts."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from analysis.model.units import UNITS, Unit

_NOUNS = {
    "persons": """
        civilians noncombatants fighters soldiers rebels militants insurgents jihadists jihadis terrorists
        gendarmes extremists combatants belligerents officers commanders generals colonels majors captains
        lieutenants sergeants recruits conscripts reservists volunteers mercenaries contractors guards
        bodyguards sentries snipers pilots airmen gunners paratroopers commandos rangers marines sailors
        scouts peacekeepers observers advisers advisors trainers instructors trainees cadets deserters
        defectors mutineers veterans operatives agents spies informants collaborators infiltrators
        intruders loyalists supporters sympathisers sympathizers followers partisans guerrillas guerillas
        separatists secessionists islamists militiamen gunmen servicemen servicewomen policemen
        policewomen guardsmen crewmen tribesmen clansmen auxiliaries irregulars regulars men women boys
        girls children babies infants toddlers newborns minors teenagers youths adolescents adults seniors
        mothers fathers parents sons daughters brothers sisters siblings husbands wives widows orphans
        relatives grandchildren cousins twins villagers residents inhabitants locals citizens nationals
        foreigners tourists pilgrims worshippers worshipers mourners students pupils schoolchildren
        schoolgirls schoolboys teachers professors journalists reporters correspondents cameramen doctors
        medics paramedics nurses surgeons physicians midwives patients workers labourers laborers
        employees farmers herders fishermen shepherds miners traders merchants vendors drivers passengers
        commuters pedestrians bystanders onlookers protesters protestors demonstrators activists
        campaigners dissidents politicians officials ministers diplomats ambassadors lawmakers legislators
        deputies senators mayors governors judges lawyers prosecutors clerics imams priests monks nuns
        bishops elders chiefs leaders members opponents settlers nomads pastoralists hostages captives
        prisoners detainees inmates convicts abductees internees suspects perpetrators assailants
        attackers assassins killers bandits occupiers invaders smugglers traffickers pirates robbers
        criminals gangsters hitmen refugees migrants immigrants emigrants returnees evacuees escapees idps
        deportees seekers expellees survivors casualties fatalities deaths victims martyrs injuries bodies
        corpses cadavers lives souls humans persons individuals beneficiaries recipients pensioners
        responders rescuers firefighters servants humanitarians occupants sheikhs nationalists kurds arabs
        turks jews muslims christians shiites sunnis alawites yazidis houthis tutsis hutus""",
    "families": "families households hhs",
    "animals": "goats cows camels donkeys horses pigs chickens oxen bulls",
    "vehicles": """
        jeeps pickups technicals humvees mraps apcs ifvs bulldozers vans minibuses tractors excavators
        bicycles""",
    "motorcycles": "motorbikes",
    "trucks": "lorries",
    "aircraft": "gunships",
    "planes": "jets warplanes aeroplanes airplanes airliners",
    "helicopters": "choppers",
    "drones": "uavs quadcopters",
    "mines": "landmines",
    "guns": "howitzers cannons",
    "weapons": "rifles firearms kalashnikovs pistols",
    "strikes": "airstrikes",
    "explosions": "blasts detonations",
    "protests": "demonstrations",
    "warehouses": "storehouses",
    "buildings": "flats apartments shops mosques churches factories bakeries",
    "houses": "homes dwellings",
    "clinics": "dispensaries",
    "schools": "kindergartens madrasas",
    "places": """
        locations hamlets municipalities communities suburbs heights posts strongholds airports airfields
        sites areas counties regions islands crossings wards communes enclaves farms""",
    "provinces": "governorates",
    "districts": "subdistricts",
    "neighbourhoods": "neighborhoods quarters",
    "hills": "hilltops",
    "checkpoints": "roadblocks",
    "vessels": "ships boats warships frigates corvettes tankers freighters dinghies",
    "wells": "boreholes",
}
"""Plural nouns by what they count, beside the names of the units themselves; a singular is made by rule. Left
out is what counts two things: bombers, carriers, rounds, missions."""

_UNCHANGED = {
    "persons": """
        people police personnel troops staff crew dead wounded injured infantry cavalry peshmerga
        mujahideen mujahedeen mujahidin fedayeen janjaweed taliban druze rohingya elderly gendarmerie
        militia townspeople clergy sudanese lebanese""",
    "animals": "livestock cattle sheep",
    "aircraft": "aircraft",
    "vessels": "watercraft",
}
"""Nouns whose one form stands for one and for many."""

_PAIRS = {
    "persons": """
        suicide bombers security forces government forces regime forces regular forces police forces
        special forces loyalist forces civil defenders""",
    "vehicles": "personnel carriers fuel tankers water tankers fighting vehicles",
    "planes": "fighter planes transport planes",
    "drones": "aerial vehicles aerial drones",
    "shells": "mortar rounds artillery rounds mortar bombs",
    "bombs": "explosive devices explosive barrels",
    "strikes": "air raids air attacks bombing raids",
    "sorties": "combat missions combat flights bombing missions flight missions",
    "depots": """
        ammunition dumps arms dumps weapons dumps munitions dumps munition dumps fuel dumps weapons caches
        arms caches ammunition caches""",
    "containers": "fuel tanks water tanks oil tanks gas tanks storage tanks",
    "facilities": "power plants power stations water plants pumping stations health centres health centers",
}
"""Nouns whose two last words together say what is counted: a suicide bomber is no aircraft, and an unmanned
aerial vehicle no vehicle."""

_IRREGULAR = {
    "wives": "wife",
    "buses": "bus",
    "minibuses": "minibus",
    "oxen": "ox",
    "children": "child",
    "schoolchildren": "schoolchild",
    "grandchildren": "grandchild",
    "corpses": "corpse",
    "persons": "person",
    "lives": "life",
    "lorries": "lorry",
}

_PEOPLE_ENDINGS = re.compile(
    r"[a-z]{3,}(men|women|people|folk|ists|ians|keepers|workers|makers|goers|hunters)"
)
_DEMONYM_ENDINGS = re.compile(r"[a-z]{2,}(ans|is|ese|ites)")
_NOT_PEOPLE = frozenset(
    "specimen specimens regimen abdomen checklists timekeepers pacemakers caravans sedans clans plans "
    "loans cans fans vans oceans taxis skis oasis basis crisis analysis suites sites websites".split()
)


class Noun(NamedTuple):
    """A noun as a report counts with it: the unit it counts, and whether it may stand for one or for many."""

    unit: Unit
    one: bool
    many: bool


def singular(plural: str) -> str:
    """The form for one of a plural noun.

    >>> [singular(word) for word in ("families", "churches", "houses", "policemen", "children", "tanks")]
    ['family', 'church', 'house', 'policeman', 'child', 'tank']
    """
    if plural in _IRREGULAR:
        return _IRREGULAR[plural]
    if plural.endswith("men"):
        return plural[:-2] + "an"
    if plural.endswith("ies"):
        return plural[:-3] + "y"
    return plural[:-2] if plural.endswith(("sses", "ches", "shes", "xes")) else plural.removesuffix("s")


def _pairs(words: str) -> list[str]:
    parts = words.split()
    return [f"{first} {last}" for first, last in zip(parts[::2], parts[1::2], strict=True)]


def _all_nouns() -> Iterator[tuple[str, Noun]]:
    own = {name: name for name, unit in UNITS.items() if unit.dimension == "count"}
    for table in (own, _NOUNS):
        for name, words in table.items():
            for word in words.split():
                yield word, Noun(UNITS[name], one=False, many=True)
                yield singular(word), Noun(UNITS[name], one=True, many=False)
    for name, words in _UNCHANGED.items():
        for word in words.split():
            yield word, Noun(UNITS[name], one=True, many=True)
    for name, words in _PAIRS.items():
        for pair in _pairs(words):
            first, last = pair.split()
            yield pair, Noun(UNITS[name], one=False, many=True)
            yield f"{first} {singular(last)}", Noun(UNITS[name], one=True, many=False)


NOUNS = dict(_all_nouns())
"""Every noun of the table, in both numbers, pairs of words among them."""


def noun_of(words: list[str]) -> Noun | None:
    """The noun at the end of `words`; what stands before it only describes it.

    >>> noun_of("heavily armed rebel fighters".split()).unit.name
    'persons'
    >>> noun_of("unmanned aerial vehicles".split()).unit.name, noun_of(["gewogs"])
    ('drones', None)
    """
    for before in reversed(words[:-1]):
        pair = NOUNS.get(f"{before} {words[-1]}")
        if pair is not None:
            return pair
    return NOUNS.get(words[-1])


def names_people(word: str, wording: str) -> bool:
    """Whether a noun that the table lacks is plainly one for people, in a wording as it was printed.

    Plain are the endings of trades (shopkeepers, boatmen, tourists) and, with a capital, those of peoples
    (Syrians, Iraqis, Lebanese). Other nouns are refused: most words that end in -ers are things in a war
    (launchers, carriers, bunkers), and a household counted as a person is a falsehood.

    >>> names_people("shopkeepers", "35 shopkeepers"), names_people("launchers", "35 launchers")
    (True, False)
    >>> names_people("iraqis", "12 Iraqis"), names_people("sedans", "12 sedans")
    (True, False)
    """
    if word in _NOT_PEOPLE:
        return False
    if _PEOPLE_ENDINGS.fullmatch(word):
        return True
    return bool(_DEMONYM_ENDINGS.fullmatch(word)) and word.capitalize() in wording
