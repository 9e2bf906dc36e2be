"""Tracing: a promise finds its result, and only its own."""

from decimal import Decimal

import pytest

from taizhang.records import Entry, ReportError, Span
from taizhang.report import Report, read_text
from taizhang.tracing import link_entries, pairs, trace

EARLIER = "一、今年主要预期目标\n地区生产总值增长6%左右，城镇新增就业5万人以上，居民消费价格涨幅3%左右。"
LATER = "一、过去一年工作回顾\n地区生产总值增长5.8%，城镇新增就业5.6万人，居民消费价格上涨1.1%。"


def entry(indicator: str, number: str, unit: str, period: str, **fields: str) -> Entry:
    return Entry(
        doc=fields.get("doc", "x"),
        span=Span(0, 1),
        text=number + unit,
        indicator=indicator,
        unit=unit,
        rel=fields.get("rel", "="),
        measure=fields.get("measure", "level"),
        role=fields.get("role", "actual"),
        period=period,
        value=Decimal(number),
        amount=Decimal(number) * (10000 if unit.startswith("万") else 1),
        base_unit=unit.removeprefix("万"),
        year=int(fields.get("year", 2026)),
    )


def report(text: str, year: int, name: str, area: str = "砚江市") -> Report:
    return read_text(text, name=name, area=area, year=year)


def test_two_reports_give_a_link_for_every_target() -> None:
    links = trace(report(EARLIER, 2025, "a"), report(LATER, 2026, "b"))
    found = {link.target.indicator: (link.result and link.result.text, link.verdict) for link in links}
    assert found == {
        "地区生产总值": ("5.8%", "met"),
        "城镇新增就业": ("5.6万", "met"),
        "居民消费价格": ("1.1%", "met"),
    }


@pytest.mark.parametrize(
    ("earlier", "later", "words"),
    [
        (report(EARLIER, 2025, "a"), report(EARLIER, 2025, "a"), "same report"),
        (report(EARLIER, 2025, "a"), report(LATER, 2026, "b", "墨川市"), "two places"),
        (report(LATER, 2026, "b"), report(EARLIER, 2025, "a"), "not earlier"),
        (report("我们要努力。", 2025, "a"), report(LATER, 2026, "b"), "No target"),
        (read_text("我们要努力。", name="a"), report(LATER, 2026, "b"), "No year"),
    ],
)
def test_reports_that_are_no_pair_get_a_sentence(earlier: Report, later: Report, words: str) -> None:
    with pytest.raises(ReportError, match=words):
        trace(earlier, later)


def test_pairs_are_yearly_neighbours_then_five_years_apart() -> None:
    reports = [report(LATER, year, str(year)) for year in (2026, 2021, 2020, 2025)]
    assert [(a.year, b.year) for a, b in pairs(reports)] == [
        (2020, 2021), (2025, 2026), (2020, 2025), (2021, 2026),
    ]  # fmt: skip


OTHER_SCOPES = """
轨道交通运营及在建里程 1000 公里 2025 level | 轨道交通运营里程 580 公里 2025 level
机场旅客吞吐能力 8000 万人次 2025 level | 机场旅客吞吐量 5000 万人次 2025 level
城镇登记失业率 4.5 % 2025 level | 城镇调查失业率 5 % 2025 level
财政收入 5 % 2025 growth | 税收收入 6 % 2025 growth
地区生产总值 6 % 2025 growth | 地区生产总值 7 % 2021-2025 avg_growth
小麦最低收购价 7 元 2025 level | 稻谷最低收购价 7 元 2025 level
"""


@pytest.mark.parametrize("case", OTHER_SCOPES.strip().splitlines())
def test_another_scope_is_no_result(case: str) -> None:
    promise, result = (
        entry(name, number, unit, period, measure=measure, role=role)
        for (name, number, unit, period, measure), role in zip(
            (side.split() for side in case.split("|")), ("target", "actual"), strict=True
        )
    )
    judged = link_entries([promise], [result], 2025, 2026)[0]
    assert (judged.result, judged.verdict) == (None, "not_reported")
