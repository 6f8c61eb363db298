"""What befell the things counted: killed, displaced, destroyed; and of whom it can be said."""

LIVING_FATES = frozenset(
    "killed dead wounded injured hurt missing displaced detained arrested abducted kidnapped martyred "
    "slain executed imprisoned jailed hospitalised hospitalized evacuated rescued freed released "
    "trapped stranded homeless uprooted besieged died die dies dying perished drowned fled flee "
    "surrendered deserted defected returned massacred shot beheaded maimed murdered starved starving "
    "disappeared fallen fell burnt mobilised mobilized recruited infected".split()
)
"""Words for what befalls people and animals only."""

THING_FATES = frozenset(
    "destroyed damaged downed intercepted seized sunk burned looted recaptured liberated retaken "
    "razed levelled leveled targeted launched fired dropped conducted flown delivered shelled bombed "
    "struck demolished cleared closed repaired disabled".split()
)
"""Words for what befalls things; behind a noun they may be said of people too, in a communiqué."""

ANY_FATES = frozenset(
    "captured reported confirmed documented registered recorded verified counted identified taken "
    "lost abandoned remaining found recovered observed involved affected hit attacked eliminated "
    "neutralised neutralized liquidated deployed projected expected".split()
)

FATES = LIVING_FATES | THING_FATES | ANY_FATES

AUXILIARIES = frozenset(
    "was were is are has have had been be being got also reportedly still believed feared thought "
    "presumed known allegedly officially visually said to out carried".split()
)
"""Words that lead to a fate: `were reportedly killed`, `feared dead`."""

BEFALLEN = FATES | AUXILIARIES

LIVING = frozenset(("persons", "families", "animals"))
"""Units of what can be killed, wounded or displaced."""
