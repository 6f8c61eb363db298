"""How data come in: the only readers of files.

A corpus, the check of a corpus, outlines for maps, the text of a report,
and what was drafted from it.
"""

from analysis.load.boundaries import boundaries
from analysis.load.corpus import check, corpus, review
from analysis.load.drafts import drafts
from analysis.load.reports.report import report

__all__ = ["boundaries", "check", "corpus", "drafts", "report", "review"]
