"""What must hold of the figures of any text, whatever it says."""

from collections import Counter
from collections.abc import Sequence
from decimal import Decimal
from functools import cache
from math import prod
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from taizhang import read_text
from taizhang.lexicon.tables import toml_table
from taizhang.records import Entry

_SIGNS = (
    "，。；：、！？（）“”《》％%0123456789０１２３.．·—-～〇一二三四五六七八九十百千万亿"
    "两半几多余约第年月元个比例由从到增长下降\n\u3000"
)
# The same examples every time: a chance find belongs in a test of its own.
FEW = settings(deadline=None, max_examples=40, derandomize=True)
ANY_TEXT = st.one_of(st.text(max_size=300), st.text(st.sampled_from(_SIGNS), max_size=300))

NUMBERS = st.one_of(
    st.integers(1, 99999).map(str),
    st.decimals(Decimal("0.1"), Decimal("99.9"), places=1).map(str),
    st.sampled_from(["1.2万", "35万", "4.06万亿", "120多", "近30", "三十五万", "一千二百"]),
)
SENTENCES = st.sampled_from(
    [
        "城镇新增就业{}万人，城镇调查失业率{}%。",
        "地区生产总值达到{}亿元、增长{}%。",
        "改造老旧小区{}个，新建口袋公园{}个。",
        "粮食产量由{}万吨增加到{}万吨。",
        "工业、农业投资分别增长{}%、{}%。",
        "砚江港货物吞吐量超过{}万吨，是2015年的{}倍。",
        "力争高速公路里程达到{}公里，森林覆盖率提高到{}%左右。",
    ]
).flatmap(lambda frame: st.tuples(NUMBERS, NUMBERS).map(lambda pair: frame.format(*pair)))
HEAD = (
    "砚江市人民政府工作报告\n各位代表：\n现在，我代表市人民政府向大会报告工作，请予审议。\n"
    "一、2025年工作回顾\n"
)
# A paragraph as reports open them, long enough for its script and the width of its lines to show.
OPENING = (
    "过去一年，全市上下团结奋斗，经济运行总体平稳，社会保持稳定，各项事业取得新的进步，人民生活继续改善。"
)
BODIES = st.lists(SENTENCES, min_size=1, max_size=6)


def entries(body: str) -> tuple[Entry, ...]:
    return read_text(HEAD + body + "\n", name="yj", area="砚江市", year=2026).entries


def numbers(found: Sequence[Entry]) -> list[tuple[object, ...]]:
    return [(entry.value, entry.low, entry.high, entry.unit, entry.rel, entry.measure) for entry in found]


def told(found: Sequence[Entry]) -> list[tuple[object, ...]]:
    return [(*number, entry.role, entry.period) for number, entry in zip(numbers(found), found, strict=True)]


@given(ANY_TEXT)
@FEW
def test_any_text_passes_and_spans_cut_their_words(text: str) -> None:
    for year in (None, 2026):
        report = read_text(text, year=year)
        for entry in report.entries:
            assert text[entry.span.start : entry.span.end] == entry.text
            assert entry.sentence is not None
            assert entry.sentence.start <= entry.span.start < entry.span.end <= entry.sentence.end


@given(ANY_TEXT)
@FEW
def test_reading_is_the_same_twice(text: str) -> None:
    assert read_text(text, year=2026).entries == read_text(text, year=2026).entries


@given(BODIES)
@FEW
def test_the_amount_is_the_value_times_its_multiplier(body: list[str]) -> None:
    factors = {"十": 10, "百": 100, "千": 1000, "万": 10**4, "亿": 10**8}
    found = entries("".join(body))
    assert found
    for entry in found:
        factor = prod(factors[char] for char in entry.unit.removesuffix(entry.base_unit))
        assert entry.value is not None
        assert entry.amount == entry.value * factor


@given(BODIES)
@FEW
def test_full_width_forms_give_the_same(body: list[str]) -> None:
    text = "".join(body)
    wide = text.translate({code: code + 0xFEE0 for code in (*range(0x30, 0x3A), ord("%"), ord("."))})
    assert told(entries(wide)) == told(entries(text))


@given(BODIES)
@FEW
def test_traditional_script_gives_the_same(body: list[str]) -> None:
    text = OPENING + "".join(body)
    table = str.maketrans(*_pairs())
    report = read_text((HEAD + text + "\n").translate(table), name="yj", area="砚江市", year=2026)
    found = entries(text)
    assert told(report.simplified) == told(found)
    own = [(entry.indicator, entry.unit) for entry in report.entries]
    assert own == [(entry.indicator.translate(table), entry.unit.translate(table)) for entry in found]


@cache
def _pairs() -> tuple[str, str]:
    """Simplified characters and their traditional forms, where the simplified one has but one."""
    pairs = [pair for pair in toml_table("traditional")["pairs"].split() if len(pair) == 2]
    uses = Counter(pair[1] for pair in pairs)
    once = {pair[1]: pair[0] for pair in pairs if uses[pair[1]] == 1}
    return "".join(once), "".join(once.values())


@given(st.lists(SENTENCES, min_size=4, max_size=8), st.integers(28, 44))
@FEW
def test_lines_broken_at_any_width_give_the_same(body: list[str], width: int) -> None:
    text = OPENING + "".join(body)
    assert told(entries("\n".join(_lines(text, width)))) == told(entries(text))


def _lines(text: str, width: int) -> list[str]:
    """Break a text as a page does: no line begins with a mark."""
    lines = []
    while len(text) > width:
        end = width
        while end < len(text) and text[end] in "，。、":
            end += 1
        lines.append(text[:end])
        text = text[end:]
    return [*lines, text] if text else lines


@given(SENTENCES, BODIES, BODIES)
@FEW
def test_nothing_outside_a_sentence_changes_its_values(
    sentence: str, before: list[str], after: list[str]
) -> None:
    text = HEAD + "".join((*before, sentence, *after))
    start = len(HEAD) + sum(map(len, before))
    report = read_text(text, area="砚江市", year=2026)
    inside = [entry for entry in report.entries if start <= entry.span.start < start + len(sentence)]
    assert numbers(inside) == numbers(entries(sentence))


def _list_of(count: int) -> str:
    items = "、".join(f"{name}产业" for name in ("甲", "乙", "丙", "丁", "戊") * (count // 5))
    return f"{items}增加值分别增长{'、'.join(f'{item % 9 + 1}%' for item in range(count))}。"


@pytest.mark.slow
@pytest.mark.parametrize(
    "text_of",
    [
        lambda count: "改造老旧小区17个、惠及居民3万户，城乡低保标准分别提高到815元和615元，" * count,
        lambda count: "12 " * count * 10,
        lambda count: "一百二十三、" * count * 4,
        _list_of,
        lambda count: "建设改造提升发展推进" * count * 10,
        lambda count: "如果加快周转，减少2%的占用，就可以节约10亿元，" * count,
        lambda count: "由年初的5%提高到7%，连续4年居全国第3位，" * count,
        lambda count: "两年平均增长9%，" * count * 3,
        lambda count: "增长9%，" * count * 8,
        lambda count: "1988年9%、1989年8%降到7%，" * count * 2,
        lambda count: "增长9%，完成6%的预期目标，" * count * 8,
        lambda count: "2024年和2025年产值分别增长6%和5%，" * count * 2,
    ],
    ids=[
        "a sentence without end",
        "numerals in a row",
        "Chinese numerals",
        "a deep list",
        "no break",
        "verbs without an object",
        "changes in a row",
        "runs of years in a row",
        "growths in a row",
        "years in a row",
        "goals in a row",
        "each year its own, in a row",
    ],
)
def test_time_grows_with_the_text(text_of) -> None:
    def seconds(count: int) -> float:
        text = text_of(count)
        start = process_time()
        assert read_text(text).entries is not None
        return process_time() - start

    seconds(20)
    assert seconds(1200) < 6 * seconds(300) + 0.4
