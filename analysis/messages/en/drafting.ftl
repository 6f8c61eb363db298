# What is proposed for coding a report.

draft-summary = { $noun }, as told here.
draft-summary-place = { $noun }, { $place }.
draft-rule-vocabulary = the vocabulary
