# The map: what its marks are, the map in words, and the sentences beside it.

## In the drawing

map-scale = { $km } km
map-scale-centre = { $km } km from the centre
map-counted = { $place }: { $events }
map-front-number = { $km } km
map-key-point = place known
map-key-circle = extent as coded
map-key-halo = somewhere around
map-key-outline = whole area named
map-key-border = along a border
map-key-unknown = extent not known
map-key-cell = events of a cell, by number
map-key-front = front, as claimed
map-key-front-unnamed = front, by nobody named

## The drawing in words

map-alt = Map of { count-events } at { count-places }.
map-alt-place = { $place }: { count-events }, { $shape }.
map-cell = A cell of the grid
map-shape-point = an exact place
map-shape-circle = a circle of its coded extent
map-shape-halo = somewhere around it
map-shape-outline = the whole area
map-shape-border = along the border
map-shape-unknown = extent not known
map-shape-cell = counted together
map-alt-front = { $actor }, distance from { $place }: { $km } km on the map{ $words ->
    [none] .
   *[other] , in words { $words }.
}
map-alt-extent = They lie at { $latitudes }, { $longitudes }.
map-degrees = { NUMBER($at, minimumFractionDigits: 2) } { map-degrees-side }
map-degrees-span = { NUMBER($low, minimumFractionDigits: 2) } to { NUMBER($high, minimumFractionDigits: 2) } { map-degrees-side }
map-degrees-across = { $first } to { $next }
map-degrees-date-line = { $first } to { $next }, across the 180th meridian
map-degrees-side = { $side ->
    [south] degrees south
    [west] degrees west
    [east] degrees east
   *[north] degrees north
}
map-alt-not-shown = Size and importance of events are not shown.

## The finding, and what stands beside it

map-title-none = Where events happened
map-title = { $told ->
    [one] The one event lies in { $place }
    [both] Both events lie in { $place }
    [all] All { $events } events lie in { $place }
    [some-one] One of { $events } events lies in { $place }
   *[some] { $number } of { $events } events lie in { $place }
}
map-title-front = Distance of { $actor } from { $place }: { $first } ({ $from }), { $last } ({ $to })
map-title-front-short = { $actor } from { $place }: { $first } ({ $from }), { $last } ({ $to })
map-subtitle = Places that reports name. An area is drawn as an area; only a place known exactly is a point.
map-gathered = Events at { $places } places, counted by province, and by cells of a grid where they lie in none.
map-outside = Grey: outside the scope, shown as context.
map-front = { $speaker } put the distance of { $actor } from { $place } at { $words }{ $cites }.
map-front-dated = { $speaker } put the distance of { $actor } from { $place } { $day } at { $words }{ $cites }.
map-front-whole = A distance of which no side is named is a whole ring, measured from the edge of the place.
map-fronts-more = { $number ->
    [one] { $words } earlier distance is
   *[other] { $words } earlier distances are
} in the claims.
map-missing = Not on the map: { $number } of { $events ->
    [one] { $events } event
   *[other] { $events } events
}; { $reasons }.
map-missing-reason = { $reason }, { $number } ({ $names })
map-shown = { $told ->
    [one] The one event is shown.
    [both] Both events are shown.
    [all] All { $events } events are shown.
    [some-one] One of { $events } events is shown.
   *[some] { $shown } of { $events } events are shown.
}
