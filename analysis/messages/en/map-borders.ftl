# Where the lines of a map come from.

map-borders-world = Boundaries: Natural Earth, 1:50 million. { map-borders-status }
map-borders-own = Provinces: as in the file given.
map-borders-countries = Countries: Natural Earth, 1:50 million. { map-borders-status }
map-borders-status = Lines show who administers an area, and some are disputed; they imply no judgement on the status of any territory.
