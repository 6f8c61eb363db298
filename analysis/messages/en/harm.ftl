# Harm to people, claimant by claimant, and of whom there is no figure.

harm-of = { $measure } of { $actor }
harm-by = { $measure } by { $actor }
harm-anyone = no faction named
harm-earlier = an earlier figure of the same voice
harm-revised = since revised
harm-breach = more than the whole it is a part of

harm-judged = { $verdict ->
    [agree] the claims agree
    [overlap] the claims overlap
   *[other] the numbers do not decide
}

harm-no-figure = no figure
harm-civilians = civilians
harm-among = civilians, counted apart
harm-none-fatalities = dead
harm-none-injured = injured
harm-none-missing = missing
harm-none-displaced = displaced

harm-alt = Harm to people: a table of { $claims ->
    [one] { $claims } claim
   *[other] { $claims } claims
} in { $rows ->
    [one] { $rows } row
   *[other] { $rows } rows
}, claimant by claimant, { $scales ->
    [0] without a scale
    [one] with one scale of numbers
   *[other] with { $scales } scales of numbers
}.

harm-title-none = Harm to people
harm-title = { $matter }: { $words }, by { $speaker }{ $number ->
    [0] {""}
    [one] , and one more figure
   *[other] , and { $more } more figures
}
harm-title-revised = { $matter }: first { $first }, then { $last }
harm-title-many = { $claims ->
    [one] One figure of harm
   *[other] { $words } figures of harm
}
harm-subtitle = Each claim in its words, in { $units }; marks are the house’s reading of them.
harm-subtitle-none = “No figure” means that no report gives one; it is not a count of zero.
harm-judged-of = { $matter }: { $verdict }
