"""Value expressions: where a sentence states a number, its unit and its bound."""

import re
from dataclasses import dataclass, field
from decimal import Decimal

from taizhang.lexicon import numerals
from taizhang.lexicon.tables import toml_table
from taizhang.records import Reason


@dataclass(slots=True)
class Value:
    """A numeric expression of a sentence, in positions of that sentence.

    Attributes:
        start: where the number's own words begin (2049 in ``治理违法建设2049万平方米``).
        end: one past the number's words, with what belongs to the number (%, 万, 倍).
        head: where the predicate of the value begins: linking verb, adverbs and bound words included
            (``增长`` in ``地区生产总值增长6%以上``). What stands left of it is the subject's.
        tail: one past the last word that belongs to the expression (unit, 以上, 左右, 以内).
        value: number in the text's own unit, None for a range.
        low: lower bound of a range.
        high: upper bound of a range.
        unit: unit as the contract wants it.
        rel: ``=``, ``>=``, ``>``, ``<=``, ``<``, ``~`` or ``range``.
        measure: level, growth, avg_growth, change, multiple or rank.
        verb: the linking verb's words (增长, 达到, 降至), empty where there is none.
        skip: None for an entry; else why it is none: date, ordinal, name, vague, part.
        why: the rules that decided.
    """

    start: int
    end: int
    head: int
    tail: int
    value: Decimal | None = None
    low: Decimal | None = None
    high: Decimal | None = None
    unit: str = ""
    rel: str = "="
    measure: str = "level"
    verb: str = ""
    skip: str | None = None
    why: list[Reason] = field(default_factory=list)


def _words(*groups: list[str]) -> str:
    return "|".join(
        sorted({re.escape(word) for group in groups for word in group}, key=lambda w: (-len(w), w))
    )


_UNITS = toml_table("units")
_BOUNDS = toml_table("bounds")
_PREDICATES = toml_table("predicates")

_PLAIN_UNIT = _words(*(group for name, group in _UNITS.items() if name != "per"))
_UNIT = rf"(?:{_PLAIN_UNIT})(?:/(?:{_words(_UNITS['per'])}))?"
_NUMBER = re.compile(
    rf"(?P<share>(?P<of>[百千万])分之(?P<part>{numerals.ARABIC}|{numerals.CHINESE}))"
    rf"|(?P<below>{numerals.CHINESE})分之(?P<above>{numerals.CHINESE})"
    rf"|(?P<times>翻(?P<fold>[一两二三四])?番|减半)"
    rf"|(?P<half>过半数?|一半|零增长|[一二三四五六七八九]成(?![为立员长果效千熟绩分功]))"
    rf"|(?P<rank>(?:位?居|列|排名?|升至|跃居|保持|跃升至|上升到|升到)[^，。；、\d]{{0,10}}?"
    rf"(?:第?(?P<place>{numerals.ARABIC}|[一二三四五六七八九十]+)位|首位|榜首"
    rf"|第(?P<nth>{numerals.ARABIC}|[一二三四五六七八九十]+)))"
    rf"|(?P<arabic>{numerals.ARABIC})"
    rf"|(?P<chinese>{numerals.CHINESE})"
)
_AFTER = re.compile(
    rf"\s*(?P<many>[多余几来])?(?P<mult>[十百千万亿]*?)(?P<more>[多余来])?(?P<unit>{_UNIT})"
    r"|\s*(?P<many2>[多余几来])?(?P<mult2>[十百千万亿]*)(?P<more2>[多余来])?"
)
_BOUND_AFTER = re.compile(
    "|".join(rf"(?P<b{i}>{_words(words)})" for i, words in enumerate(_BOUNDS["after"].values()))
)
_AFTER_RELS = tuple(_BOUNDS["after"])
_BEFORE_RELS = tuple(_BOUNDS["before"])


def _reversed(words: list[str]) -> str:
    return _words([word[::-1] for word in words])


_MOVES = [*_PREDICATES["rise"], *_PREDICATES["fall"]]
_BEFORE = re.compile(
    "|".join(
        [
            rf"(?P<to>{_reversed([verb + to for verb in _MOVES for to in _PREDICATES['to']])})",
            *(rf"(?P<b{i}>{_reversed(words)})" for i, words in enumerate(_BOUNDS["before"].values())),
            rf"(?P<rise>{_reversed(_PREDICATES['rise'])})",
            rf"(?P<fall>{_reversed(_PREDICATES['fall'])})",
            rf"(?P<state>{_reversed(_PREDICATES['state'])})",
            rf"(?P<adverb>{_reversed(_PREDICATES['adverb'])})",
        ]
    )
)
_LIST_JOIN = re.compile(r"\s*(?:[、,，]|和|及|与|以及|或)\s*")
_RANGE_JOIN = re.compile(r"\s*(?:[-—–~～至到]+)\s*")
_GROWTH_NOUN = re.compile(r"涨幅|增幅|增速|增长率|增长速度|降幅|年均增长|递增")
_YEARLY = re.compile(r"年均|平均每年|每年平均|年平均|每年[^，。；]{0,8}(?:增长|递增)")
_DATE_UNITS = {
    "年",
    "月",
    "日",
    "个月",
    "世纪",
    "届",
    "时",
    "季度",
    "个季度",
    "学年",
    "周",
    "周年",
    "个工作日",
    "工作日",
}
_QUOTED = re.compile(r"[“「『‘][^”」』’“]{0,14}[”」』’]")
_TO_HALF = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F) if chr(code) not in "，；：！？（）"}
_THOUSANDS = re.compile(r"瓦|克|伏")
_MEASURED = {"倍", "元", "亩", "斤", "吨"}
_CLAUSE = re.compile(r"[，。；：！？]")


def find_values(sentence: str) -> list[Value]:
    """Find every numeric expression of a sentence, also those that are no entries (``skip``), in order."""
    text = sentence.translate(_TO_HALF)
    quoted = [match.span() for match in _QUOTED.finditer(text)]
    values: list[Value] = []
    position = 0
    while match := _NUMBER.search(text, position):
        value = _read(text, match, values[-1] if values else None)
        position = match.end()
        if value is None:
            continue
        if value.skip is None and any(start < value.start < end for start, end in quoted):
            value.skip = "name"
        values.append(value)
        position = max(position, value.tail)
    return _cover(text, values)


def _read(text: str, match: re.Match[str], before: Value | None) -> Value | None:
    start, end = match.span()
    kind = match.lastgroup
    if match["rank"]:
        place = numerals.number(match["place"] or match["nth"] or "一")
        return Value(start, end, start, end, place, unit="位", measure="rank", verb="")
    if match["times"]:
        if match["times"] == "减半":
            return Value(start, end, start, end, Decimal("0.5"), unit="倍", measure="multiple")
        fold = numerals.integer(match["fold"] or "一") or 1
        return _bound(
            text, Value(start, end, start, end, Decimal(2**fold), unit="倍", measure="multiple"), before
        )
    if match["half"]:
        word = match["half"]
        share = 50 if "半" in word else 0 if word == "零增长" else 10 * (numerals.integer(word[0]) or 0)
        value = Value(start, end, start, end, Decimal(share), unit="%")
        value.measure = "growth" if word == "零增长" else "level"
        return _bound(text, value, before)
    if match["below"]:
        above, below = numerals.number(match["above"]), numerals.number(match["below"])
        if not above or not below:
            return None
        return _bound(text, Value(start, end, start, end, round(100 * above / below, 2), unit="%"), before)
    if match["share"]:
        number = numerals.number(match["part"])
        if number is None:
            return None
        unit = {"百": "%", "千": "‰", "万": "‱"}[match["of"]]
        return _bound(text, Value(start, end, start, end, number, unit=unit), before)
    return _plain(text, match, before, chinese=kind == "chinese")


def _plain(text: str, match: re.Match[str], before: Value | None, *, chinese: bool) -> Value | None:
    start, end = match.span()
    after = _AFTER.match(text, end)
    if after is None:
        return None
    mult = after["mult"] or after["mult2"] or ""
    many = after["many"] or after["more"] or after["many2"] or after["more2"]
    unit = after["unit"] or ""
    words = match[0]
    if chinese and words[-1] == "千" and len(words) > 1 and _THOUSANDS.match(text, end):
        words, mult, unit = words[:-1], "", "千" + unit
    shortened = numerals.shortened(words + mult)
    if shortened is None:
        return None
    number, mult = shortened
    if chinese and len(match[0]) == 1 and not mult:
        skip = None if unit in _MEASURED else "vague"
        if not unit:
            return None
        value = Value(start, end, start, after.end(), number, unit=unit, skip=skip)
        return _bound(text, value, before)
    value = Value(
        start,
        after.end("unit") if unit in ("%", "‰") else after.start("unit") if unit else after.end(),
        start,
        after.end(),
        number,
    )
    value.unit = mult + unit
    if many:
        value.rel = ">"
    named = re.match(r"[A-Za-z]", text[start - 1 : start]) or re.match(r"[A-Za-z+号]", text[end : end + 1])
    bare = not unit and not mult and not many and (chinese or len(words) < 3)
    if text[start - 1 : start] == "第":
        value.skip = "ordinal"
    elif unit in _DATE_UNITS or (not unit and not mult and len(words) == 4 and words[:2] in ("19", "20")):
        value.skip = "date"
    elif named or bare:
        value.skip = "name"
    return _bound(text, value, before)


def _bound(text: str, value: Value, before: Value | None) -> Value:
    """Read the words around a number: bound, verb, measure, sign."""
    after = _BOUND_AFTER.match(text, value.tail)
    rel = None
    if after:
        rel = _AFTER_RELS[int(str(after.lastgroup)[1:])]
        value.tail = after.end()
    low = max(before.tail if before else 0, value.start - 24)
    left = text[low : value.start][::-1]
    place, front = 0, None
    kinds: list[str] = []
    while token := _BEFORE.match(left, place):
        kind = str(token.lastgroup)
        if kind[0] == "b":
            front = front or _BEFORE_RELS[int(kind[1:])]
        elif kind != "adverb":
            if not kinds:
                value.verb = token[0][::-1]
            kinds.append(kind)
        place = token.end()
    value.head = value.start - place
    joined = not place and before is not None and _LIST_JOIN.fullmatch(text, before.tail, value.start)
    if rel:
        value.rel = rel
    elif value.rel == "=" and front:
        value.rel = front
    if joined and before is not None:
        _inherit(value, before)
    else:
        clause = text[max([low, *(m.end() for m in _CLAUSE.finditer(text, low, value.start))]) : value.start]
        _measure(value, kinds, clause)
    return value


def _inherit(value: Value, before: Value) -> None:
    value.verb = before.verb
    if value.unit[-1:] != before.unit[-1:] or before.skip:
        return
    value.measure = before.measure
    if before.value is not None and before.value < 0 and value.value is not None:
        value.value = -value.value


def _measure(value: Value, kinds: list[str], clause: str) -> None:
    if value.measure != "level":
        return
    moving = [kind for kind in kinds if kind in ("rise", "fall")]
    if value.unit.endswith(("百分点", "千分点")):
        value.measure = "change"
    elif "to" not in kinds and (moving or _GROWTH_NOUN.search(clause)):
        if value.unit in ("%", "倍", "‰"):
            value.measure = "avg_growth" if _YEARLY.search(clause) else "growth"
        elif moving:
            value.measure = "change"
    elif value.unit == "倍":
        value.measure = "multiple"
    if "fall" in kinds and value.measure != "level" and value.value is not None:
        value.value = -value.value


def _cover(text: str, values: list[Value]) -> list[Value]:
    """Join ranges, and let the bound after a list of bare values cover all of them."""
    joined: list[Value] = []
    for value in values:
        last = joined[-1] if joined else None
        if last and _RANGE_JOIN.fullmatch(text, last.tail, value.start) and not (last.skip or value.skip):
            sign = -1 if last.value is not None and last.value < 0 else 1
            first, second = last.value, value.value
            if first is not None and second is not None and last.unit in ("", value.unit):
                low, high = sorted((first, sign * abs(second)))
                last.value, last.low, last.high, last.rel = None, low, high, "range"
                last.end, last.tail, last.unit = value.end, value.tail, value.unit
                continue
        joined.append(value)
    for last, value in zip(reversed(joined[:-1]), reversed(joined[1:]), strict=True):
        bare = last.rel == "=" and last.unit == value.unit and value.head == value.start
        if bare and value.rel in ("~", ">=") and _LIST_JOIN.fullmatch(text, last.tail, value.start):
            last.rel = value.rel
    return joined
