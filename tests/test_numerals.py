"""Numerals: a table of words and their values, ranges, and properties."""

from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from taizhang.lexicon.numerals import find, find_ranges, integer, number, shortened

CASES = Path(__file__).parent / "cases" / "numerals.txt"


def cases() -> list[list[str]]:
    lines = CASES.read_text(encoding="utf-8").splitlines()
    return [line.split(" = ") for line in lines if not line.startswith("#")]


def decimal(words: str) -> Decimal:
    above, _, below = words.partition("/")
    return Decimal(above) / Decimal(below or 1)


@pytest.mark.parametrize(("words", "value"), cases())
def test_number(words: str, value: str) -> None:
    found = find(words)
    assert [(start, end) for start, end, _ in found] == [(0, len(words))]
    assert abs(found[0][2] - decimal(value)) < Decimal("1e-20")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("统一领导，唯一出路，一切行动", []),
        ("四川和三峡，十分重要", []),
        ("C919、T3B航站楼", []),
        ("共有三十五人，占百分之四", ["三十五", "百分之四"]),
        ("打八折后5元", ["八折", "5"]),
        ("第三十一名", ["三十一"]),
        ("2026/1/28", ["2026", "1", "28"]),
        ("从1,5到3", ["1", "5", "3"]),
    ],
)
def test_found_in_text(text: str, words: list[str]) -> None:
    assert [text[start:end] for start, end, _ in find(text)] == words


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("四百零六万", ("406", "万")),
        ("七十二亿六千万", ("72.6", "亿")),
        ("1.46万亿", ("1.46", "万亿")),
        ("四十二万七千", ("427000", "")),
        ("一万二千二百", ("12200", "")),
        ("一百零八億", ("108", "億")),
    ],
)
def test_shortened(words: str, expected: tuple[str, str]) -> None:
    value, mult = shortened(words) or (Decimal(0), "")
    assert (value, mult) == (Decimal(expected[0]), expected[1])


RANGES = """
大于二十小于等于三十五 | 20 35 (]
大于20，小于30 | 20 30 ()
大于等于20且小于30 | 20 30 [)
20到30之间 | 20 30 ()
在20和30之间 | 20 30 ()
二十至三十 | 20 30 [)
从10到20 | 10 20 [)
20~30 | 20 30 [)
5%—20% | 0.05 0.2 [)
5—6% | 0.05 0.06 [)
5-10万 | 50000 100000 [)
大约两百到五百 | 200 500 [)
20元到30元 | 20 30 [)
最多为5 | . 5 (]
不超过一百 | . 100 (]
不少于十 | 10 . [)
至少三个 | 3 . [)
超过100 | 100 . ()
突破3万 | 30000 . ()
小于负一 | . -1 ()
低于5% | . 0.05 ()
不足一半 | . 0.5 ()
五百以上 | 500 . [)
30岁以下 | . 30 (]
10公里以内 | . 10 (]
比5大 | 5 . ()
比十更少 | . 10 ()
>=3 | 3 . [)
＜５ | . 5 ()
等于20 | 20 20 []
超过20万但不到30万 | 200000 300000 ()
"""


@pytest.mark.parametrize("case", RANGES.strip().splitlines())
def test_range(case: str) -> None:
    text, expected = case.split(" | ")
    low, high, closed = expected.split(" ")
    found = find_ranges(text)
    assert len(found) == 1
    ends = [None if end == "." else Decimal(end) for end in (low, high)]
    assert [found[0].low, found[0].high, found[0].closed] == [*ends, closed]


def test_single_numbers_are_no_ranges() -> None:
    assert find_ranges("共有35人，其中20名是教师。") == []


@given(st.integers(min_value=0, max_value=10**12))
def test_whole_numbers_read_back(value: int) -> None:
    assert integer(spelled(value)) == value


def spelled(value: int) -> str:
    """Spell a whole number as Chinese writes it, each unit named."""
    if value == 0:
        return "零"
    words, rest = "", value
    for unit, name in ((10**12, "兆"), (10**8, "亿"), (10**4, "万"), (1000, "千"), (100, "百"), (10, "十")):
        if rest >= unit:
            words += spelled(rest // unit) + name
            rest %= unit
            words += "零" if 0 < rest < unit // 10 else ""
    return words + ("零一二三四五六七八九"[rest] if rest else "")


@given(st.integers(min_value=-(10**15), max_value=10**15), st.integers(min_value=0, max_value=4))
def test_half_and_full_width_agree(value: int, places: int) -> None:
    words = str(Decimal(value).scaleb(-places))
    if "E" in words:
        return
    full = words.translate({code: code + 0xFEE0 for code in range(0x21, 0x7F)})
    assert [found[2] for found in find(full)] == [found[2] for found in find(words)] == [Decimal(words)]


@given(
    st.text(
        alphabet="零一二三十百千万亿点分之半成折双打负第年月%‰.,-/0123456789到至大于小以上之间 abcE^",
        max_size=40,
    )
)
def test_any_text_passes(text: str) -> None:
    places = [place for start, end, _ in find(text) for place in (start, end)]
    assert places == sorted(places)
    for found in find_ranges(text):
        assert 0 <= found.start < found.end <= len(text)


@given(st.text(max_size=80))
def test_any_words_pass(text: str) -> None:
    assert number(text) is None or isinstance(number(text), Decimal)
    find_ranges(text)
