"""Tracing: a promise finds its result, and only its own."""

import re
from decimal import Decimal
from pathlib import Path

import pytest

from taizhang import tracing
from taizhang.lexicon.messages import name_of
from taizhang.records import Entry, ReportError, Span
from taizhang.report import Report, read_text
from taizhang.tracing import climbs, contradictions, judge_headlines, link_entries, pairs, trace

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
        base=fields.get("base"),
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


def test_a_link_quotes_both_sentences_and_names_its_rules() -> None:
    link = trace(report(EARLIER, 2025, "a"), report(LATER, 2026, "b"))[0]
    quoted = {why.field: why.words for why in link.why if why.rule == "sentence"}
    assert quoted == {"target": EARLIER.splitlines()[1], "result": LATER.splitlines()[1]}
    assert [why.rule for why in link.why][:2] == ["same_code", "floor_around"]


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


def test_a_scope_that_the_words_around_tell_is_no_other_scope() -> None:
    name = "普通高等学校、职业学校本科奖学金助学金支出"
    promise = entry("奖学金助学金支出", "9", "亿元", "2025", measure="level", role="target")
    result = entry(name, "10", "亿元", "2025", measure="level", role="actual")

    def linked(around: str) -> str:
        words = (lambda _: around, lambda _: "")
        return link_entries([promise], [result], 2025, 2026, words)[0].verdict

    assert linked("在高等学校、职业学校建立奖学金助学金制度") == "met"
    assert linked("建立奖学金助学金制度") == "not_reported"


VERDICTS = """
森林覆盖率 57 % 2025 level = | 森林覆盖率 55 % 2025 level > | missed
森林覆盖率 57 % 2025 level = | 森林覆盖率 57.2 % 2025 level = | met
城乡居民收入比 2.35 :1 2025 level = | 城乡居民收入比 2.21 :1 2025 level = | met
居民消费价格 3 % 2025 growth ~ | 居民消费价格总水平 1.1 % 2025 growth = | met
居民消费价格 3 % 2025 growth ~ | 居民消费价格总水平 4.8 % 2025 growth = | missed
单位地区生产总值能耗 -3 % 2025 growth ~ | 单位地区生产总值能耗 -3.8 % 2025 growth = | met
单位地区生产总值能耗 -3 % 2025 growth ~ | 单位地区生产总值能耗 -1 % 2025 growth = | missed
城镇登记失业率 4.5 % 2025 level < | 城镇登记失业率 4.1 % 2025 level = | met
空气质量优良天数 325 天 2025 level >= | 空气质量优良天数比率 90 % 2025 level = | met
粮食产量 1000 万斤 2025 level >= | 粮食总产量 510 万公斤 2025 level = | met
空气优良天数 -3 % 2030 growth = | 空气优良天数 -1 % 2025 growth = | not_reported
单位地区生产总值能耗 -14 % 2028 growth = | 单位地区生产总值能耗 -3 % 2025 growth = | not_reported
地区生产总值 7 % 2021-2025 avg_growth = | 地区生产总值 42 % 2021-2025 growth = | met
合作医疗试点县 40 % 2025 level = | 合作医疗试点县占全国总数 51 % 2025 level = | met
减少农村贫困人口 10 万人 2025 level >= | 农村贫困人口 -12 万人 2025 change = | met
人才资源总量 660 万人 2030 level > | 人才资源总量 600 万人 2025 level = | undetermined
安排社会保障资金 2930 万元 2025 level = | 安排社会保障资金 2906 万元 2025 level = | missed
养老金 10 % 2025-2026 avg_growth = | 养老金 10 % 2025 growth = | met
养老金 10 % 2025-2029 avg_growth = | 养老金 10 % 2025 growth = | not_reported
淘汰落后炼铁产能 300 万吨 2025 level = | 淘汰落后炼铁产能 320 万吨 2025 level = | met
"""


@pytest.mark.parametrize("case", VERDICTS.strip().splitlines())
def test_verdicts(case: str) -> None:
    promise, result, verdict = (side.split() for side in case.split("|"))
    assert judge(promise, result) == verdict[0]


def judge(promise: list[str], result: list[str]) -> str:
    target, actual = (
        entry(name, number, unit, period, measure=measure, rel=rel, role=role)
        for (name, number, unit, period, measure, rel), role in ((promise, "target"), (result, "actual"))
    )
    return link_entries([target], [actual], 2025, 2026)[0].verdict


HEADLINES = """
居民收入增长与经济增长同步 | 居民人均可支配收入增长5.6% | met
居民收入增长与经济增长同步 | 居民人均可支配收入增长3.6% | missed
居民收入增长与经济增长同步 | 城镇居民人均可支配收入增长5.5%，农村居民人均可支配收入增长7% | met
居民收入增长快于经济增长 | 居民人均可支配收入增长5.8% | missed
进出口总额稳定增长 | 进出口总额增长3.1% | met
二氧化硫排放量继续下降 | 二氧化硫排放量增长1% | missed
能耗强度降低完成国家下达任务 | 文化事业繁荣 | not_reported
"""


@pytest.mark.parametrize("case", HEADLINES.strip().splitlines())
def test_worded_headline_targets(case: str) -> None:
    promise, told, verdict = case.split(" | ")
    earlier = report(f"今年经济社会发展主要预期目标是：地区生产总值增长6%左右，{promise}。", 2025, "a")
    later = report(f"一、过去一年工作回顾\n地区生产总值增长5.8%，{told}。", 2026, "b")
    judged = judge_headlines(earlier.targets, 2025, later.entries)
    assert [one.verdict for one in judged] == ["met", verdict]


def test_climb_tells_the_pace_that_a_target_takes() -> None:
    climb = climbs(
        [
            entry("高速公路通车里程", "3400", "公里", "2020", year=2021),
            entry("高速公路通车里程", "4600", "公里", "2025", role="target", year=2021),
        ],
        2021,
    )[0]
    assert (climb.start, climb.end, climb.yearly, climb.rate) == (2020, 2025, 240, Decimal("6.23"))


def test_doubling_implies_a_rate() -> None:
    doubling = entry("经济总量", "2", "倍", "2035", role="target", measure="multiple", base="2020")
    assert climbs([doubling], 2021)[0].rate == Decimal("4.73")


def test_two_versions_of_one_figure_are_found() -> None:
    text = "一、2025年工作回顾\n地区生产总值达到{}亿元。\n我们很高兴。\n地区生产总值突破{}亿元。"
    found = contradictions(report(text.format(2310, 2510), 2026, "a").entries)
    assert [finding.code for finding in found] == ["contradiction"]
    assert not contradictions(report(text.format(2310, 2300), 2026, "a").entries)


def test_every_rule_has_a_name_for_people() -> None:
    source = "".join(path.read_text(encoding="utf-8") for path in Path(tracing.__file__).parent.glob("*.py"))
    rules = set(re.findall(r'Reason\(\s*"\w+",\s*"(\w+)"', source))
    assert rules
    assert not [rule for rule in rules if name_of("rule", rule) == rule]
