"""What charts draw with and share: spans, axes of days, intervals, ties, the ground of a map.

No chart of its own.
"""
