"""Ranges: two numbers that are the bounds of one value (4.5-5%, 二百八十万到三百万千瓦)."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from decimal import Decimal

from taizhang.figures.numbers import Number
from taizhang.lexicon.late import late
from taizhang.lexicon.numerals import integer, multiplier

_JOIN = re.compile(r"\s*(?:[-—–―－~～]+|至|到)\s*")
_ROUND = late(r"[二两三四五六七八九][十百千万亿]*")
_FROM = re.compile(r"[从由自][^，,。；;、]{0,20}$")


def joined(text: str, found: Iterable[Number]) -> Iterator[Number]:
    """Yield the numbers of a text, those that bound one range joined into one."""
    last: Number | None = None
    for number in found:
        if last is None:
            last = number
            continue
        both = _range(text, last, number)
        if both is None:
            yield last
        last = both or number
    if last is not None:
        yield last


def _range(text: str, low: Number, high: Number) -> Number | None:
    if low.high is not None or high.high is not None or low.kind not in _PLAIN or high.kind not in _PLAIN:
        return None
    join = _JOIN.fullmatch(text, low.tail, high.start)
    if join is None:
        return _pair(text, low, high)
    worded = join[0].strip() in ("至", "到") and low.unit != low.mult
    if worded and _FROM.search(text, max(0, low.start - 24), low.start):
        return None
    scaled = _scaled(low, high)
    if scaled is None or (scaled > high.value and high.kind != "chinese"):
        return None
    bounds = sorted((scaled, high.value))
    return replace(high, start=low.start, value=bounds[0], high=bounds[1], words=low.words + high.words)


_PLAIN = ("arabic", "chinese", "share")


def _scaled(low: Number, high: Number) -> Decimal | None:
    """Give the lower bound in the unit of the upper one, None where they are not of one kind."""
    if low.unit == high.unit or not low.unit:
        return low.value
    rest = low.unit[len(low.mult) :]
    if rest and rest != high.unit[len(high.mult) :]:
        return None
    return low.value * multiplier(low.mult) / multiplier(high.mult)


def _pair(text: str, low: Number, high: Number) -> Number | None:
    """Join a digit to the number whose first digit is the next one: 两、三倍; 二、三百亿度."""
    neighbours = low.kind == high.kind == "chinese" and len(low.words) == 1 and not low.unit
    if not (neighbours and high.unit and text[low.end : high.start] == "、" and _ROUND.fullmatch(high.words)):
        return None
    first = integer(high.words[0])
    if not first or first - low.value != 1:
        return None
    return replace(high, start=low.start, value=high.value * low.value / first, high=high.value)
