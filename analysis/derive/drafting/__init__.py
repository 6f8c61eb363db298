"""What may be coded from the text of a report, right or empty; what is not sure is a choice.

Amounts with their words, what they count, who says so, when and where; a person decides.
"""

from analysis.derive.drafting.drafted import drafted
from analysis.derive.drafting.head import key_of

__all__ = ["drafted", "key_of"]
