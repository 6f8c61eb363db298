"""How data come in: the only readers of files. A corpus, the check of a corpus, and outlines for maps."""

from analysis.load.boundaries import boundaries
from analysis.load.corpus import check, corpus, review

__all__ = ["boundaries", "check", "corpus", "review"]
