"""Bounded: things counted by a bound that they reach, which is told before their number (亩产九十斤以上的有三十个县)."""

from taizhang.figures.clauses import within_reach
from taizhang.figures.discourse import Discourse
from taizhang.figures.wording import tidy, trim_left
from taizhang.lexicon.late import late

_NUMERALS = r"\d零〇○一二三四五六七八九十百千万亿两.%"
# What is measured, how much of it they reach, and that there are some.
_REACHING = late(
    rf"(?<![^，。；：、])([^，。；、{_NUMERALS}]*?)((?:超过|低于|高于|不足)?[{_NUMERALS}][^，。；有]{{0,24}}?"
    r"(?:以[上下内]|[斤担吨亩元倍人户度成%])的)，?(?:已经?|就|总共|共|约|还|也|仍)*有(?:近|约|超过)?$"
)
_BEFORE = late(
    rf"([^，。；、{_NUMERALS}]{{2,}}?)(?:超过|低于|高于|不足)?[{_NUMERALS}][^，。；有]{{0,24}}?的，?[^，。；]{{0,4}}有"
)
_NOUN = late(rf"[^，。；、{_NUMERALS}（]{{1,12}}(?=[，。；、（]|$)")
_NOUN_BEHIND = late(r"[^，。；、：（\d]")
_HAS = "有"
SUCH_PLANNED = late(
    r"((?<![^，。；：中])(?:没有|未|提前|超额|全面|基本)*(?:完成|达到|超过|接近|低于|高于)[^，。；]{0,10}(?:计划|指标|任务|目标))"
    r"的[^，。；]{0,3}有$"
)
"""Those that met a plan, before their number: 没有完成计划的有五个."""


def bounded(story: Discourse, index: int) -> str:
    """Name things by the bound by which they are counted; what it measures is told with it or with the bound before."""
    slot = story.slots[index]
    bound = _beside(story, index) or _bound(story, slot.value.start, slot.value.tail)
    if not bound:
        return ""
    noun = _NOUN.match(story.sentence, slot.value.tail)
    things = noun[0] if noun else story.last.rpartition("的")[2] if "的" in story.last else ""
    slot.core = bound
    return bound + things if things else bound.removesuffix("的")


def _beside(story: Discourse, index: int) -> str:
    """Give the bound of those that are counted just before: 八十斤以上的有九个县、二万亩棉田."""
    slot, before = story.slots[index], story.before(index)
    if not slot.joint or slot.left or before is None or before.clause != slot.clause:
        return ""
    return before.core if _bound(story, before.value.start, before.value.tail) else ""


def _bound(story: Discourse, start: int, end: int) -> str:
    """Give the bound that is told just before a number, empty where there is none."""
    if story.sentence.rfind(_HAS, max(0, start - 3), start) < 0:
        return ""
    near = within_reach(start)
    found = _REACHING.search(story.sentence, near, start)
    if not found:
        planned = SUCH_PLANNED.search(story.sentence, near, start)
        return f"{planned[1]}的" if planned and _NOUN_BEHIND.match(story.sentence, end) else ""
    earlier = None if found[1] else _BEFORE.search(story.sentence, near, found.start())
    measured = tidy(trim_left(earlier[1] if earlier else found[1], story.area))
    return measured + found[2] if measured else ""
