"""How a briefing is bound: notebooks run, read as documents, printed, published.

Imports no pandas and no matplotlib: what computes and draws is the kernel's.
"""
