# What only the PDF says around a briefing's own words.

producer = Sitrep
product = conflict briefing
reports-lead = { $number ->
    [one] Report
   *[other] Reports
}
register-label = Claim
register-statement = Statement
register-speaker = Speaker
register-reading = Read as
register-day = Day, place
register-day-place = { $day }; { $place }
register-grade = Grade
register-verdict = Verdict
attached-files = Attached to this file: { $files }.
