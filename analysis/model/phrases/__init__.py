"""How the words of a claim are read: the number, the hedge before it, the noun behind it, and the rest."""
