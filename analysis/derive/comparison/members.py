"""The claims of each group: those compared, and those that stand beside, replaced, denying or doubting."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

import pandas as pd

from analysis.derive.comparison.claim import Claim, claims_of
from analysis.derive.comparison.revisions import earlier


@dataclass
class Members:
    """The claims of one group in the order of the corpus: those compared, and the keys of those that are not:
    of an earlier day by the same voice, or revised by another claim. `fell` says that an earlier figure of a
    voice lies above its later one."""

    compared: list[Claim] = field(default_factory=list)
    earlier_ids: list[str] = field(default_factory=list)
    revised_ids: list[str] = field(default_factory=list)
    fell: bool = False

    @property
    def all_ids(self) -> list[str]:
        """The keys of all claims that state a figure of the group."""
        return [*(claim.claim_id for claim in self.compared), *self.earlier_ids, *self.revised_ids]


def members_of(rows: pd.DataFrame) -> dict[int, Members]:
    """The claims of each group, by its number, from the figures with their revisions."""
    groups: defaultdict[int, Members] = defaultdict(Members)
    revised = rows["revised_by"].notna()
    for group, replaced, claim in zip(rows["group"], revised, claims_of(rows), strict=True):
        members = groups[int(group)]
        if replaced:
            members.revised_ids.append(claim.claim_id)
        else:
            members.compared.append(claim)
    for members in groups.values():
        if len(members.compared) > 1:
            _set_earlier_apart(members)
    return dict(groups)


def objections(statements: pd.DataFrame, stance: str) -> dict[str, list[str]]:
    """For each claim the keys of those that deny or doubt it, by the stance asked for.

    A doubt about no claim is of the whole report, so of all that other voices say in it.
    """
    against: defaultdict[str, list[str]] = defaultdict(list)
    objecting = statements[statements["stance"].eq(stance)]
    for claim, about in objecting.loc[objecting["about"].notna(), ["claim_id", "about"]].itertuples(
        index=False
    ):
        against[about].append(claim)
    of_report = objecting[objecting["about"].isna() & objecting["stance"].eq("doubts")]
    if len(of_report):
        columns = ["claim_id", "source_id", "voice_id"]
        told = statements[columns].merge(of_report[columns], on="source_id", suffixes=("", "_doubting"))
        others = told[told["voice_id"] != told["voice_id_doubting"]]
        for claim, doubt in others[["claim_id", "claim_id_doubting"]].itertuples(index=False):
            against[claim].append(doubt)
    return dict(against)


def against(claims: Iterable[str], objecting: Mapping[str, list[str]]) -> list[str]:
    """The objections against any of these claims, each once."""
    return list(dict.fromkeys(key for claim in claims for key in objecting.get(claim, ())))


def _set_earlier_apart(members: Members) -> None:
    """Move the earlier figures of a voice beside, and note where its later figure is lower."""
    replaced = earlier(members.compared)
    if not replaced:
        return
    past = [claim for claim in members.compared if claim.claim_id in replaced]
    members.compared = [claim for claim in members.compared if claim.claim_id not in replaced]
    members.earlier_ids = [claim.claim_id for claim in past]
    members.fell = any(
        one.voice_id == other.voice_id
        and one.low is not None
        and other.allowed.high is not None
        and one.low > other.allowed.high
        for one in past
        for other in members.compared
    )
