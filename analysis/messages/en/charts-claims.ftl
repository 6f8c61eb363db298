# What charts of claims letter and describe: intervals by claimant, who met whom, who said what.

## Who took part in the same events

meetings-title = { $actor } and { $other } took part in { count-events } together or against each other
meetings-title-most = { count-pairs } of factions took part in the same events; most often { $actor } and { $other }, in { count-events }
meetings-title-shared = { count-pairs } of factions took part in the same events; { $top } pairs most often, in { count-events } each
meetings-title-level = { count-pairs } of factions took part in the same events, in { count-events } each
meetings-cells = Events in which both took part; darker is more. Supporters stand with whom they support.
meetings-empty = An empty cell means that no report has both in one event, not that they never were.
meetings-named = All { $factions } factions are drawn, { $named ->
    [one] { $named } is named.
   *[other] { $named } are named.
}
meetings-title-none = No two factions are said to have met in an event
meetings-key-opposed = in opposed roles
meetings-key-alongside = on one side, or in other roles
meetings-key-both = a + b: opposed + not opposed
meetings-key-targets = only hit in the same event: no meeting
meetings-both = { $opposed } + { $other }

meetings-alt = Matrix of { count-factions } by { $factions }: { count-pairs } took part in the same events.
meetings-alt-opposed = Pairs in opposed roles at least once: { $pairs }.
meetings-alt-targets = Pairs that were only hit in the same event, which is no meeting: { $pairs }.
meetings-alt-pair = { $actor } and { $other }: { count-events }; in opposed roles: { $opposed }, on one side: { $alongside }.
meetings-alt-not-shown = Not shown: when and where that was, and events that no report tells.

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
