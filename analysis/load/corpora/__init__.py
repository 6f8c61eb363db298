"""A coded corpus: a folder of tables, read, checked and typed.

No event databases, and nothing is written.
"""
