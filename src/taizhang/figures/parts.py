"""Parts: what the parts of a quantity share with it (新增铁路里程…，其中高速铁路… → 新增高速铁路里程)."""

import re

from taizhang.figures.coordination import SHARED_TAIL
from taizhang.figures.discourse import Discourse, Whole
from taizhang.figures.settling import QUANTITY
from taizhang.figures.topics import DEPENDENTS
from taizhang.figures.wording import alternation, leading_verbs, verb_places
from taizhang.lexicon.tables import toml_table

_AMONG = re.compile(r"(?:^|[，。；：])\s*其中")
_SIBLING_REACH = 4
_SHORTEST_HOLDER = 2
_OPPOSITES: dict[str, list[str]] = toml_table("subjects")["opposites"]
_OPPOSED = re.compile(alternation(_OPPOSITES))
# A stock in all tells nothing of what was added to it.
_STOCKS = ("总量", "总数", "余额")
_COUNTERS = frozenset("个项条座所家处台种件")


def of_whole(story: Discourse, index: int, name: str) -> str:
    """Give back to the name of a part what it shares with the whole told before it."""
    slot = story.slots[index]
    begins = _begins(story, index)
    if begins:
        story.divided = _whole(story, index)
    whole = story.divided
    counts = bool(slot.right) and slot.value.unit in _COUNTERS
    if whole is None or slot.value.measure != whole.measure or not (counts or slot.value.unit == whole.unit):
        story.divided = None
        return name
    part = name.removeprefix(whole.verbs)
    if verb_places(part):
        return name
    quantity = QUANTITY.search(part) or part in DEPENDENTS
    verbs = whole.verbs if begins or not quantity else ""
    return verbs + part + ("" if quantity or slot.right else whole.tail)


def of_sibling(story: Discourse, core: str) -> str:
    """Give back to a quantity what one that stands against it has before (公路货物周转量…；旅客周转量…).

    Empty where none of the last names is such a quantity.
    """
    mine = _OPPOSED.match(core)
    if not mine:
        return ""
    for names in reversed(story.names[-_SIBLING_REACH:]):
        for word in _OPPOSITES[mine[0]]:
            place = names[-1].find(word, _SHORTEST_HOLDER)
            if place > 0 and not names[-1].startswith("进", place - 1):
                return names[-1][:place] + core
    return ""


def _begins(story: Discourse, index: int) -> bool:
    """Say whether a value is the first of the parts of what was told before."""
    slot, before = story.slots[index], story.before(index)
    ahead = story.sentence[before.value.tail if before is not None else 0 : slot.value.start]
    return _AMONG.search(ahead) is not None


def _whole(story: Discourse, index: int) -> Whole | None:
    before, value = story.before(index), story.slots[index].value
    if before is None and value.measure == "level":
        return None
    last = story.last if before is not None else next(reversed(story.carried.subjects), "")
    tail = SHARED_TAIL.search(last)
    unit = value.unit if before is None else before.value.unit
    counts = value.measure == "level" and value.unit != "%" and not last.endswith(_STOCKS)
    deed = last.removeprefix("国家计划")
    return Whole(leading_verbs(deed) if counts else "", tail[0] if tail else "", unit, value.measure)
