"""How claims are compared: what of each bears on it, which are of one thing, what lies in what.

`derive.claims` joins these; each is frames or plain values in, and the same out.
"""
