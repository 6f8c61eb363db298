# What only the PDF says around a briefing's own words.

producer = Sitrep
product = conflict briefing
reports-lead = { $number ->
    [one] Report
   *[other] Reports
}
register-label = Claim
register-statement = Statement, words used, the house’s reading, verdict
register-speaker = Speaker
register-day = Day, place
register-day-place = { $day }; { $place }
register-usual-day = Day where none is given
register-grade = Grade
register-verdict = · { $verdict }
attached-files = Attached to this file: { $files }.
