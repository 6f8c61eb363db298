# What the page says, and the PDF does not.

## The first screen

page-producer = Sitrep
page-kind = conflict briefing
page-fact = { $fact }.
page-as-of = As of { $day }.
key-figures-read = Key figures as spoken, and the house’s reading

## Exhibits

exhibit-labelled = Exhibit { $number } · { $label }
exhibit-reports = { $number ->
    [one] Report
   *[other] Reports
}
permalink = Permanent link to exhibit { $number }
data-and-code = Data and code
picture-report = [{ $number }] { $title }
picture-edition = { $title }. { $edition }.
data-columns-empty = { $number ->
    [one] { $number } column, which holds nothing here, is
   *[other] { $number } columns, which hold nothing here, are
} in the file only.
back-to-exhibit = Back to exhibit { $number }

## Cards that a citation opens

card-open = What { $label } says
cards-open = What these { $number } statements say
cards = Statements cited
cards-head = { $number ->
    [one] { $number } statement
   *[other] { $number } statements
}
card-head = Statement { $label }
card-close = Close
card-row = Its row in the register
card-report = [{ $number }] “{ $title }”, { $place }
card-paragraph = paragraph { $number }
card-grade = { $grade }: report, { $report }; statement, { $statement }
card-copy = Sitrep: “{ $title }”, { $edition }; report “{ $report }”, { $place }

## The register

claim-label = No.
claim-statement = Statement
claim-speaker = Speaker
claim-reading = House’s reading
claim-measure = Measure
claim-place = Place
claim-day = Day
claim-grade = Grade
claim-verdict = Verdict
claim-report = Report
claim-read-as = read as { $reading }
find = Search the register
find-text = Search
find-all = all
find-order = Order
find-by-report = by report
find-reset = Show all
find-hits = { $shown } of { $total } statements

## The annex

cite-head = To cite this briefing:
cite-briefing = Sitrep: “{ $title }”. { $facts }. { $edition }.
permalinks = Each exhibit keeps its address from edition to edition: that of the first is { $exhibit } behind the address of this page.
permalinks-claims = Each statement has one as well, such as { $claim }.
