"""Find ranges of numbers: 大于二十小于等于三十五, 20到30之间, 最多为5, 5%—20%."""

import re
from decimal import Decimal
from typing import NamedTuple

from taizhang.lexicon.numerals.finding import find


class NumberRange(NamedTuple):
    """A range of numbers and where it stands.

    ``low`` or ``high`` is None where the range has no such end. ``closed`` writes which ends belong to it as
    mathematics does: ``[]`` both, ``(]`` the upper one, ``[)`` the lower one, ``()`` none. Two numbers joined
    by 到 or a dash take the lower end in and leave the upper one out, 之间 leaves out both: the convention of
    Recognizers-Text, so that results compare. 以上, 以下 and 以内 hold their number, as they do in law.
    """

    start: int
    end: int
    low: Decimal | None
    high: Decimal | None
    closed: str


_N = "\ue000"
_UNIT = r"[^\W\d_\ue000到至从自和与跟且并但而又不大小多少高低超以之最等在]{0,3}"
_LOW_CLOSED = (
    r"大于等于|大于或等于|不小于|不少于|不低于|至少有?为?|最少有?为?|最小为?|最低为?"
    r"|>=|≥|等于或大于|多于或等于|超过或等于|不下于"
)
_LOW_OPEN = r"大于|多于|高于|超过|超出|超|>|高过|大过|多过|突破"
_HIGH_CLOSED = (
    r"小于等于|小于或等于|不大于|不超过|不多于|不高于|至多有?为?|最多有?为?|最大为?|最高为?"
    r"|<=|≤|等于或小于|少于或等于|低于或等于"
)
_HIGH_OPEN = r"小于|少于|低于|不到|不足|未满|不满|<|小过|少过|低过"
_COMPARE = (
    rf"(?P<lc{{0}}>{_LOW_CLOSED})|(?P<hc{{0}}>{_HIGH_CLOSED})"
    rf"|(?P<lo{{0}}>{_LOW_OPEN})|(?P<ho{{0}}>{_HIGH_OPEN})|(?P<eq{{0}}>等于|=)"
)
_AND = r"\s?[,，、]?\s?(?:并且|而且|同时|且|又|但是?|和|与|并|或者|或)?(?:是|也)?\s?"
_RANGE = re.compile(
    rf"(?P<between>(?:位于|介于|处于|在)?\s?{_N}{_UNIT}\s?(?:和|与|跟|到|至|[-—–―~～、]+)"
    rf"\s?{_N}{_UNIT}(?:之间|中间))"
    rf"|(?P<till>(?:从|自|由)?\s?{_N}{_UNIT}\s?(?:到|至|[-—–―~～]+)\s?{_N})"
    rf"|(?P<two>(?:{_COMPARE.format(1)})\s?{_N}{_UNIT}{_AND}(?:{_COMPARE.format(2)})\s?{_N})"
    rf"|(?P<than>比\s?{_N}{_UNIT}\s?(?:还|要|更)?(?:(?P<than_more>[大多高])|(?P<than_less>[小少低])))"
    rf"|(?P<both>{_N}{_UNIT}(?:(?P<up>及?以上|或以上|或更[多大高]|之上)"
    r"|(?P<down>及?以[下内]|或以下|或更[少小低]|之[下内])))"
    rf"|(?P<one>(?:{_COMPARE.format(3)})\s?{_N})"
)


def find_ranges(text: str) -> list[NumberRange]:
    """Find the ranges of a text, in order; single numbers with no bound are no ranges."""
    numbers = find(text)
    flat, places = _flatten(text, numbers)
    found = []
    index = 0
    for match in _RANGE.finditer(flat):
        while index < len(numbers) and places[match.start()] > numbers[index][0]:
            index += 1
        values = _values(text, numbers[index : index + match[0].count(_N)])
        low, high, closed = _bounds(match, values)
        found.append(NumberRange(places[match.start()], places[match.end()], low, high, closed))
    return found


def _values(text: str, numbers: list[tuple[int, int, Decimal]]) -> list[Decimal]:
    """Give the values; a bare first number shares what is written once, behind the second (5-10万, 5—6%)."""
    values = [value for _, _, value in numbers]
    if len(numbers) == 2 and text[numbers[0][0] : numbers[0][1]].isdecimal():
        shared = _SHARED.search(text, numbers[1][0], numbers[1][1])
        scale = _SCALES.get(shared[0]) if shared else None
        if scale and values[0] * scale < values[1]:
            values[0] *= scale
    return values


_SHARED = re.compile(r"(?:万亿|[万亿%％‰])$")
_SCALES = {
    "万": Decimal(10**4), "亿": Decimal(10**8), "万亿": Decimal(10**12),
    "%": Decimal("0.01"), "％": Decimal("0.01"), "‰": Decimal("0.001"),
}  # fmt: skip


def _flatten(text: str, numbers: list[tuple[int, int, Decimal]]) -> tuple[str, list[int]]:
    """Put one sign for each number; also give for each place of the result its place in the text."""
    pieces: list[str] = []
    places: list[int] = []
    position = 0
    for start, end, _ in numbers:
        pieces += [text[position:start].translate(_HALF), _N]
        places += [*range(position, start), start]
        position = end
    pieces.append(text[position:].translate(_HALF))
    places += range(position, len(text) + 1)
    return "".join(pieces), places


_HALF = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}


def _bounds(match: re.Match[str], values: list[Decimal]) -> tuple[Decimal | None, Decimal | None, str]:
    first, last = values[0], values[-1]
    if match["between"]:
        return min(first, last), max(first, last), "()"
    if match["till"]:
        return min(first, last), max(first, last), "[)"
    if match["two"]:
        return _both(_side(match, 1, first), _side(match, 2, last))
    if match["than"]:
        return (first, None, "()") if match["than_more"] else (None, first, "()")
    if match["both"]:
        return (first, None, "[)") if match["up"] else (None, first, "(]")
    return _side(match, 3, first)


def _side(match: re.Match[str], part: int, value: Decimal) -> tuple[Decimal | None, Decimal | None, str]:
    if match[f"eq{part}"]:
        return value, value, "[]"
    if match[f"lc{part}"] or match[f"lo{part}"]:
        return value, None, "[)" if match[f"lc{part}"] else "()"
    return None, value, "(]" if match[f"hc{part}"] else "()"


def _both(
    one: tuple[Decimal | None, Decimal | None, str], other: tuple[Decimal | None, Decimal | None, str]
) -> tuple[Decimal | None, Decimal | None, str]:
    """Lay two half-open ranges over each other: > 20 and <= 35."""
    lower, upper = (one, other) if one[0] is not None else (other, one)
    return lower[0], upper[1], lower[2][0] + upper[2][1]
