"""What a briefing is, ready to print: blocks of runs, drawings, data, and how they refer to each other.

Reads and prints nothing.
"""
