"""What is written for people to go on with: the codebook of a corpus.

Reads only through `load`.
"""
