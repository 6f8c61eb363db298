"""What is written for people to go on with: the codebook of a corpus, and the page on frames.

Reads only through `load`.
"""
