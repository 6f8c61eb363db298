"""How an executed notebook becomes a document: cells, outputs, records of exhibits, foreign HTML.

Prints nothing.
"""
