# What charts of claims letter and describe: intervals by claimant, who met whom, who said what.

## Claims as intervals: forces, the dead, the front

interval-bar = Bar: lowest to highest value as read from the words.
interval-dot = Dot: best value, where one is given.
interval-arrow = Arrow: open end.
interval-labelled = All { $claims } claims are drawn; some of them are labelled.
interval-best = { $numbers }, best { $best }
interval-reading = { $quoted } = { $numbers }
interval-unread = no number: { $words }
interval-said = { $numbers } ({ $quoted })

## Forces, and figures that have no chart of their own

forces-title = { count-claims } of { $counted }
forces-title-silent = { $number } without a number
forces-panel = { count-claims }; { $axis }
forces-alt = Interval chart of { count-claims } of { $counted }, by unit: { $units }.
attribution = { $speaker }, report { $number } { $locator }
attribution-denies = denied by { $speaker }
attribution-doubts = doubted by { $speaker }
attribution-via = { $speaker }, through { $via }, report { $number } { $locator }
forces-alt-claim = { $label }, in { $unit }: { $said }, { $attribution }.
forces-alt-silent = { count-claims } without a number.
forces-alt-not-shown = Not shown: anything that no report counts.

## Harm to people

casualties-title = { $subject }: { count-claims }
casualties-title-apart = { $subject }: { count-claims } whose numbers do not overlap
casualties-title-some-apart = { $subject }: { count-claims }, not all of whose numbers overlap
casualties-breach = more than the whole it is part of
casualties-beside = { $standing }; { $behind }
casualties-title-apart-in = { $subject }: { count-claims }; in { count-comparisons } numbers do not overlap

casualties-judged = { $verdict ->
    [single] One claim
    [agree] The claims agree
    [overlap] The claims overlap
    [apart] The claims are apart
   *[indeterminate] The claims do not decide
}{ $reason }
casualties-verdicts = { count-comparisons }: { $verdicts }.
casualties-verdicts-count = { $number } { $verdict }
casualties-verdicts-later = { $number } in which a later count differs
casualties-verdicts-none = Nothing to compare.

casualties-panel = { $where }: { $measure }, in { $unit }
casualties-panel-of = { $where }: { $measure }, { $actor }, in { $unit }
casualties-panel-all = { $counted }, in { $unit }
casualties-panel-rest = Not compared, in { $unit }
casualties-gap = one ends at { $end }, another starts at { $start }
casualties-common = all allow { $numbers }
casualties-party = of a party: { $party }
casualties-no-party = of no party

casualties-alt = Interval chart of { count-claims } of harm ({ $counted }), one row each, claimant by claimant.
casualties-alt-claim = { $speaker }: { $said }, { $label }, in { $unit }.
casualties-alt-not-shown = Not shown: harm that no report counts.

## The front

front-title = The front as claimed: { $first }, then { $last }
front-title-one = The front: { count-claims } of { $counted }
front-title-several = The front: { count-claims } of { $counted }, for { $subjects }
front-between = Days between are not known.
front-kind = { $measure } in { $unit }
front-panel = { $kind }, { $axis }
front-panel-one = Rows follow the days, not to their scale
front-panel-several = Rows by faction and place, then by day, not to their scale
front-alt = Interval chart of { count-claims } of { $counted }, in { $units }.
front-alt-claim = { $subject }, { $date }: { $said }, { $attribution }.
front-alt-joined = Nothing joins the claims.
front-alt-not-shown = Not shown: the line of the front, and days between.

## Who said what

grid-title = { $speakers ->
    [one] { count-speakers } in { count-reports } makes { count-claims }
   *[other] { count-speakers } in { count-reports } make { count-claims }
}
grid-cells = Number of claims by speaker and subject.
grid-empty = An empty crossing: nothing coded from the report.
grid-named = All { $crossings } crossings are drawn; { $named } of { $lines } lines are named.
grid-subjects = { $named } of { $subjects } subjects are named.
grid-author = author: { $author }
grid-report = { $number } { $title }

grid-alt = Grid of { count-reports } with { count-speakers } by { count-measures }: { $names }.
grid-alt-most = Most claims at one crossing, { $claims }: { $speaker } in report { $report } on { $measure }.
grid-alt-most-shared = { $crossings } crossings share the most claims, { $claims } each.
grid-alt-origin = Common origin: { $origins }.
grid-alt-no-origin = No two reports name one author.
grid-alt-not-shown = Not shown: what was said, and how sure it is.
