"""Changes told by both ends: 由20元提高到40元, 分别从645元、4318元提高到801元、7226元."""

import re
from bisect import bisect_left, bisect_right
from itertools import pairwise

from taizhang.figures.values import Value
from taizhang.lexicon.late import late

# 回落到 and the like tell a growth by both its ends too.
_STATES = frozenset({"level", "rank", "growth", "avg_growth"})
# 由 … (comma) verb 到: the verb's last character stands before 到, 至, 为 or 成.
_CHANGE = re.compile(
    r"[由从](?!无到有)(?:(?![由从])[^，；。])*?，?"
    r"[^，；。\d]{0,6}?(?:[高升加长降少大展缓缩整合跃涨变增减翻破转压改伸落扩充宽窄低短小快慢强提调简并复化移进退滑]了?(?:到|至|为|成)|跃居|升居|重组[为成])"
)


# What a value starts from that is told on by how much it moves: 由90项再减三成, 从去年的6亿元起步.
_ON_FROM = re.compile(r"(?:起步|起|的?基础上)?，?再(?:压?减|降|增|提高|翻|砍)|起步")
_FROM = late(r"[由从][^，。；、\d]{0,10}$")

# A rate that only begins so has no earlier time: 缴费从3%起步, but 从去年的3%起步.
_FROM_THEN = late(r"[由从][^，。；]{0,6}[年底末初前在](?:底|末)?的?[^，。；、\d]{0,4}$")
# So many bodies became so many: 12户企业重组整合为8户.
_MERGED = re.compile(r"[^，。；、\d]{0,16}(?:重组|整合|合并|撤并|优化|精简|压减)+(?:为|到|至)")


def find_changes(sentence: str, values: list[Value]) -> list[str]:
    """Say of each value whether it is the ``start`` or the ``end`` of a change (else empty)."""
    ends = [""] * len(values)
    levels = [index for index, value in enumerate(values) if not value.skip and value.measure in _STATES]
    for index in levels:
        if _starts_alone(sentence, values[index]):
            ends[index] = "start"
    if len(levels) < 2:
        return ends
    begins = [values[index].start for index in levels]
    stops = [values[index].end for index in levels]
    for match in _CHANGE.finditer(sentence):
        starts = levels[bisect_right(begins, match.start()) : bisect_left(stops, match.end())]
        behind = bisect_right(stops, match.end())
        after = levels[behind : behind + len(starts)]
        for index in starts:
            ends[index] = "start"
        for _, index in zip(starts, after, strict=False):
            ends[index] = "end"
    _mark_merged(sentence, values, levels, ends)
    return ends


def _starts_alone(sentence: str, value: Value) -> bool:
    """Say whether a value is the start of a move of which only the size is told: 由90项再减三成."""
    if sentence.startswith("起步", value.tail) and not _FROM_THEN.search(
        sentence, max(0, value.start - 14), value.start
    ):
        return False
    told = value.measure == "level" and _ON_FROM.match(sentence, value.tail)
    return bool(told and _FROM.search(sentence, max(0, value.start - 12), value.start))


def _mark_merged(sentence: str, values: list[Value], levels: list[int], ends: list[str]) -> None:
    """Mark both ends where so many bodies became so many: 12户企业重组整合为8户."""
    for first, last in pairwise(levels):
        start, end = values[first], values[last]
        between = sentence[start.tail : end.start]
        if not ends[first] and start.unit == end.unit and _MERGED.fullmatch(between):
            ends[first], ends[last] = "start", "end"
