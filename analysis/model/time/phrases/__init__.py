"""Phrases of time, such as "overnight Friday", read against the day of the report by a table of rules."""
