"""Heads: the quantity that a sentence names first, of those that it tells of one by one (学生人数，高校增长…，中学增长…)."""

from taizhang.figures.discourse import Discourse
from taizhang.figures.settling import MOVING
from taizhang.figures.wording import QUANTITY, tidy, trim_left, verb_places
from taizhang.lexicon.late import late

_HEAD = late(
    r"[\s　]*([^，。；：、\d]{3,24}[数量额积])，"
    r"(?:(?:同|与|和)?[比较]?[^，。；\d]{2,14}?(?:相?比|比较)，|[比较同与和][^，。；\d]{2,14}，)?"
)
_LONGEST = 8


def of_head(story: Discourse, index: int, core: str) -> str:
    """Give one of those that a sentence tells of one by one the quantity at its head; empty for others."""
    slot = story.slots[index]
    if slot.value.measure not in MOVING or len(core) > _LONGEST or slot.right:
        return ""
    if QUANTITY.search(core) or verb_places(core):
        return ""
    head = _HEAD.match(story.sentence)
    if not head or head.end() > slot.value.start:
        return ""
    quantity = tidy(trim_left(head[1], story.area))
    first = story.slots[0].value.start
    led = story.sentence.startswith(story.slots[0].left.lstrip("，"), head.end())
    told = not story.names or story.last.endswith(quantity)
    return core + quantity if led and told and first >= head.end() and QUANTITY.search(quantity) else ""
