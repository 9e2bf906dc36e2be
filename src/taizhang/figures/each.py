"""Each: what one of a kind has on average, for things after the first (平均每个公社有中学一所、学生九十人)."""

from taizhang.figures.clauses import last_told, within_reach
from taizhang.figures.discourse import Discourse
from taizhang.figures.wording import verb_places
from taizhang.lexicon.late import late

_NUMERALS = r"\d零一二三四五六七八九十百千万亿两"
_EACH_ONE = late(
    rf"((?:平均(?:一个|每[个户座所名家])|(?<![^，。；：])每[个户座所名家][^，。；、有{_NUMERALS}]{{0,8}}平均)"
    rf"[^，。；、有{_NUMERALS}]{{0,10}}?)(?:拥有|占有|有)"
)
_OTHERS = late("[。；：]|平均|每|全[国省市县]|总")
_AVERAGE = "平均"
# No thing of such a list has a longer name.
_LONGEST = 6


def of_each(story: Discourse, index: int) -> str:
    """Name what each one has, told after another thing that it has; empty for other values."""
    slot = story.slots[index]
    thing = slot.core or slot.right
    if not index or slot.value.measure != "level" or slot.value.unit == "%" or not 1 < len(thing) <= _LONGEST:
        return ""
    if (slot.core and slot.right) or verb_places(thing):
        return ""
    if story.sentence.rfind(_AVERAGE, within_reach(slot.value.start), slot.value.start) < 0:
        return ""
    each = last_told(_EACH_ONE, story.sentence, slot.value.start)
    apart = _OTHERS.search(story.sentence, each.end(), slot.value.start) if each else None
    first = story.slots[index - 1]
    if not each or apart or first.value.start < each.end():
        return ""
    return each[1] + thing
