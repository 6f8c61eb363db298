# Units that are measured and rates, in words, by name in the table of units.

unit-none = no unit
unit-rate = { $unit } per { $time }
unit-m = m
unit-km = km
unit-miles = { $number ->
    [one] mile
   *[other] miles
}
unit-nautical-miles = { $number ->
    [one] nautical mile
   *[other] nautical miles
}
unit-yards = { $number ->
    [one] yard
   *[other] yards
}
unit-feet = { $number ->
    [one] foot
   *[other] feet
}
unit-m2 = m²
unit-km2 = km²
unit-hectares = { $number ->
    [one] hectare
   *[other] hectares
}
unit-acres = { $number ->
    [one] acre
   *[other] acres
}
unit-dunams = { $number ->
    [one] dunam
   *[other] dunams
}
unit-feddans = { $number ->
    [one] feddan
   *[other] feddans
}
unit-square-miles = { $number ->
    [one] square mile
   *[other] square miles
}
unit-kg = kg
unit-tonnes = { $number ->
    [one] tonne
   *[other] tonnes
}
unit-short-tons = { $number ->
    [one] short ton
   *[other] short tons
}
unit-long-tons = { $number ->
    [one] long ton
   *[other] long tons
}
unit-litres = { $number ->
    [one] litre
   *[other] litres
}
unit-m3 = m³
unit-USD = USD
unit-EUR = EUR
unit-GBP = GBP
unit-SYP = SYP
unit-SDG = SDG
unit-UAH = UAH
unit-RUB = RUB
unit-ILS = ILS
unit-minutes = { $number ->
    [one] minute
   *[other] minutes
}
unit-hours = { $number ->
    [one] hour
   *[other] hours
}
unit-days = { $number ->
    [one] day
   *[other] days
}
unit-weeks = { $number ->
    [one] week
   *[other] weeks
}
unit-months = { $number ->
    [one] month
   *[other] months
}
unit-years = { $number ->
    [one] year
   *[other] years
}
unit-percent = percent
unit-percentage-points = { $number ->
    [one] percentage point
   *[other] percentage points
}

time-hour = hour
time-night = night
time-day = day
time-week = week
time-month = month
time-year = year
