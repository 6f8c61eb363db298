# The widget in which a report is coded.

coder-accept = Accept
coder-reject = Reject
coder-new = New claim
coder-next = Next
coder-guess = Take first choices
coder-undo = Undo
coder-keys = Enter accepts, Shift and Enter as the last of its sentence · X rejects · J next, K back · N new claim from this sentence · U undo · a letter beside a field takes its next choice, Shift and the letter types, 1 to 9 choose, 0 empties · space takes first choices · Shift and 1 to 9 accepts as this measure · . all fields
coder-report = The report
coder-claim = Claim
coder-sentence = Claim from this sentence
coder-text = Text of the report
coder-accepted = accepted
coder-rejected = rejected
coder-open = open
coder-from = from
coder-newvoice = new: “{ $words }”
coder-newevent = new event: { $name }
coder-done = Everything is decided.
coder-left = { $open } of { $all } amounts open.
coder-reads = read as
coder-writing = Writing …
coder-undone = Taken back.
coder-nothing = Nothing was accepted or rejected here since the notebook ran; what was before is changed in the tables.
coder-missing = { $name } is needed
coder-empty = This report has no paragraph to code.
coder-matter = { $matter }: { $about }.

# Rows that the widget makes.

coder-event = { $kind }, { $place }
coder-date-told = As { $locator } of { $source } tells it; resolved by the day of the report.
coder-date-resolved = Resolved by the day of the report.

# The desk on which a corpus is explored.

explore-corpus = Corpus
explore-region = Region
explore-start = From
explore-end = To
explore-factions = Factions
explore-measure = Measure
explore-event = Event
explore-all = all
explore-print = Print this view
explore-timeline = Timeline
explore-map = Map
explore-forces = Forces
explore-harm = Harm
explore-claims = { $shown } of { $total } claims are listed.
