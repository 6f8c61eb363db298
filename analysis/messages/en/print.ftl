# What page and PDF say around a briefing's own words, and what they say of what they leave out.

## The cover and the page

mark-restricted = Restricted: names sources that must not be made public.
fact-scope = Scope
fact-as_of = As of
fact-edition = Edition
title-as-of = { $title }, as of { $day }
running-as-of = as of { $day }
page-number = Page { $page } of { $pages }
skip = Skip to content
contents = Contents
story = What happened
trust = How far to trust this
key-figures = Key figures
making = How this was made

## Exhibits

exhibit = Exhibit { $number }
exhibit-titled = Exhibit { $number }: { $title }
table-numbered = Table { $number }
of-exhibit = of exhibit { $number }
sources-further = and { $number } more, in the register.
data = Data
data-of = Data of exhibit { $number }
data-rows = { $number ->
    [one] { $number } row
   *[other] { $number } rows
}
data-missing = missing
data-save = Save as CSV
data-beside = data/{ $name }.csv beside this page
data-too-large = Too many rows to keep in this page: { $file }.
data-rows-further = { $number ->
    [one] { $number } more row is
   *[other] { $number } more rows are
} in { $file }.
data-attached = Data attached: { $file }.
code = Code
rows-shown = The first { $shown } of { $total } rows are shown.
rows-shown-file = The first { $shown } of { $total } rows are shown; all are in { $file }.
rows-printed = The first { $shown } of { $total } rows are printed.
rows-printed-file = The first { $shown } of { $total } rows are printed; all are in the attached file { $file }.
columns-part = Columns { $first } to { $last } of { $total }
columns-printed = The first { $shown } of { $total } columns are printed.
lines-cut = { $number ->
    [one] { $number } line is
   *[other] { $number } lines are
} cut after { $length } characters.
lines-further = { $number ->
    [one] { $number } more line is
   *[other] { $number } more lines are
} not printed.

## The register

report-author = Author
report-publisher = Publisher
report-published = Published
report-reliability = Reliability
report-licence = Licence
report-address = Address
report-inferred = { $date } (inferred: { $note })
reliability-graded = { $grade }, { $words }
grade-A = completely reliable
grade-B = usually reliable
grade-C = fairly reliable
grade-D = not usually reliable
grade-E = unreliable
grade-F = reliability cannot be judged
statements = { $number ->
    [one] { $number } statement
   *[other] { $number } statements
}
statements-further = { $number ->
    [one] { $number } more statement of this report is
   *[other] { $number } more statements of this report are
} not listed.
reports-further = { $number ->
    [one] { $number } more report is
   *[other] { $number } more reports are
} not listed here; the manifest beside this briefing names every report.
report-numbered = report { $number }
statement-of = claim { $label }
back-to-citation = Back to citation { $number } of { $what }

## Other notebooks: code, outputs, pictures, errors

notebook-untitled = Notebook
parameters = Parameters
parameters-of-run = Parameters of this run
code-elsewhere = Code outside the exhibits
code-of-cell = Code of { $place }
code-of-exhibits = { $number ->
    [one] Code of { $number } exhibit
   *[other] Code of { $number } exhibits
}
code-in-page = How this was made is not printed here; the page of this briefing has it: { $held }.
place-cell = cell { $number }
place-output = cell { $number }, output { $output }
place-of-cell = notebook cell
printed-by = Printed by { $place }
warnings-by = Warnings and messages by { $place }
output-of = Output of { $place }
html-of = HTML of { $place }
picture = Picture
picture-undescribed = Picture without a description, { $place }
picture-left-out = Left out: picture { $name }; this page loads nothing.
# A kind of thing that a page cannot show, and what it is or where it was to come from.
left-out-named = Left out: { $what } ({ $name }).
left-out-nameless = Left out: { $what }.
left-out-audio = a sound
left-out-picture = a picture
left-out-video = a film
left-out-frame = a frame
left-out-canvas = a picture that a program draws
left-out-drawing = a drawing that cannot be shown
left-out-part = a part of a drawing (HTML in it, or a picture from elsewhere)
left-out-formula = a formula
left-out-widget = a widget
left-out-colours = the background colours of the table
in-brackets = { " (" }{ $words })
details = Details
raw-of-cell = Raw text of { $place }
picture-unreadable = Left out: a picture that cannot be read ({ $alt }).
output-left-out = Left out: output of { $place }, of a type this page cannot show ({ $types }).
error-ended = { $place } ended with an error.
error-named = { $name }: { $message }
error-where = Where it happened
error-traceback = Traceback of { $place }

## The PDF's last page

letters-lacking = { $number ->
    [one] The typefaces of this file lack { $number } character used here. It shows as { $sign }.
   *[other] The typefaces of this file lack { $number } characters used here. They show as { $sign }.
}
attached-data = data of exhibit { $number }, { $title }
attached-manifest = what this briefing was made from: inputs, parameters, versions, checksums
