"""The data package of a corpus, `datapackage.json`: read, and trusted with nothing outside of its folder.

Knows of no table what it holds.
"""
