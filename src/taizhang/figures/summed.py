"""Summed: totals told after their parts, which are of what all the parts are (甲有九个码头，乙有三个码头，共计十二个)."""

from taizhang.figures.discourse import Discourse
from taizhang.figures.wording import leading_verbs
from taizhang.lexicon.late import late

_IN_ALL = late(r"(?:共计|合计|总计|总共|一共|共有|共)(?:有|为|达)?(?:近|约)?$")
# A short sentence before, which says of what branch all this is told: 造船工业。造船工业部有….
_BRANCH = late(r"\s*([^，。；：]{1,8}(?:业|交通|运输|水利|建设|教育|卫生))。")
_SHORTEST = 2
# No total has more parts told before it.
_MOST = 40


def summed(story: Discourse, index: int) -> str:
    """Name a total by what its parts share; empty where it is not the sum of the values told before."""
    slot = story.slots[index]
    if slot.core or slot.right or index < _SHORTEST or ("计" not in slot.left and "共" not in slot.left):
        return ""
    total = slot.value
    if total.value is None or not _IN_ALL.search(slot.left):
        return ""
    size, left = 0, total.value
    for before in reversed(story.slots[max(0, index - _MOST) : index]):
        part = before.value.value
        if before.value.unit != total.unit or part is None or left <= 0:
            break
        size, left = size + 1, left - part
    names = [told[-1] for told in story.names[index - size : index]] if size > 1 and not left else []
    shared = _shared(names) if names else ""
    if len(shared) < _SHORTEST:
        return ""
    branch = _BRANCH.fullmatch(story.carried.plain)
    return shared if not branch or shared.startswith(branch[1]) else branch[1] + shared


def _shared(names: list[str]) -> str:
    """Give what names end with alike, with the deeds that they tell of it: 新建学校、改建学校 → 新建、改建学校."""
    deeds = [leading_verbs(name) for name in names]
    things = {name[len(deed) :] for name, deed in zip(names, deeds, strict=True)}
    if all(deeds) and len(things) == 1:
        return "、".join(dict.fromkeys(deeds)) + things.pop()
    size = 0
    while size < min(map(len, names)) and len({name[-size - 1] for name in names}) == 1:
        size += 1
    return names[0][len(names[0]) - size :].lstrip("的、和有")
