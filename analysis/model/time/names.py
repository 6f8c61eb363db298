"""The English names of months and weekdays as reports write them, whole and short."""

MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

MONTH = "|".join(MONTHS).lower() + "|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec"
WEEKDAY = "|".join(WEEKDAYS).lower() + "|mon|tues?|wed|thu|thurs?|fri|sat|sun"
"""What a regular expression matches, in small letters."""


def month_number(name: str) -> int:
    """The number of a month, 1 to 12, by its name."""
    return [month[:3] for month in MONTHS].index(name[:3].capitalize()) + 1


def weekday_number(name: str) -> int:
    """The number of a weekday by its name, 0 for Monday as in `date.weekday`."""
    return [weekday[:3] for weekday in WEEKDAYS].index(name[:3].capitalize())
