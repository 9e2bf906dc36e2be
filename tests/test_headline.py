"""Headline targets: invented passages of 砚江市."""

from decimal import Decimal

import pytest

import taizhang
from taizhang.promises import plan_targets, stated
from taizhang.records import HeadlineTarget

HEAD = "2026年政府工作报告\n一、2025年工作回顾\n地区生产总值增长5%。\n二、2026年工作安排\n"
INTRO = "今年经济社会发展主要预期目标是："


def rows(words: str) -> list[HeadlineTarget]:
    return list(taizhang.read_text(HEAD + words, area="砚江市", year=2026).targets)


def short(row: HeadlineTarget) -> tuple:
    numbers = tuple(number for number in (row.value, row.low, row.high) if number is not None)
    return row.indicator, row.type, *numbers


# words of the passage, its rows: indicator, type, numbers
PASSAGES = [
    (
        INTRO + "地区生产总值增长6%左右，城镇新增就业2万人以上，城镇调查失业率控制在5.5%以内。",
        [
            ("地区生产总值", "around", 6),
            ("城镇新增就业", "floor", 2),
            ("城镇调查失业率", "ceiling", Decimal("5.5")),
        ],
    ),
    (
        INTRO + "地区生产总值增长5%—5.5%；粮食产量70万吨。",
        [("地区生产总值", "range", 5, Decimal("5.5")), ("粮食产量", "point", 70)],
    ),
    (
        INTRO + "国际收支基本平衡，生态环境质量持续改善。",
        [("国际收支", "direction"), ("生态环境质量", "direction")],
    ),
    (INTRO + "单位地区生产总值能耗降低完成省下达任务。", [("单位地区生产总值能耗", "assigned")]),
    (INTRO + "完成国家下达的节能降碳任务。", [("节能降碳", "assigned")]),
    (INTRO + "登记失业率控制在4.2%。", [("登记失业率", "ceiling", Decimal("4.2"))]),
    (
        "主要目标为：\n地区生产总值增长6%左右；\n固定资产投资增长8%；\n重点抓好八个方面工作。",
        [("地区生产总值", "around", 6), ("固定资产投资", "point", 8)],
    ),
    (
        "全市发展主要预期目标建议如下：\n——地区生产总值增长6%左右；\n——固定资产投资增长8%。\n做好工作。",
        [("地区生产总值", "around", 6), ("固定资产投资", "point", 8)],
    ),
    (INTRO + "生态环境质量保持优良。", [("生态环境质量", "direction")]),
    (INTRO + "固定资产投资增速保持在全国平均水平以上。", [("固定资产投资", "relative")]),
    (INTRO + "粮食产量70万吨，加强对就业、物价等主要目标的统筹平衡。", [("粮食产量", "point", 70)]),
    ("今年经济增长预期目标为6%左右，是积极稳妥的。", [("经济增长", "around", 6)]),
]


@pytest.mark.parametrize(("words", "expected"), PASSAGES)
def test_passages_are_read_clause_by_clause(words, expected):
    assert [short(row) for row in rows(words)] == expected


def test_a_relative_target_names_the_other_series():
    (row,) = rows(INTRO + "居民收入增长与经济增长基本同步。")
    assert (row.indicator, row.type, row.to, row.value) == ("居民收入", "relative", "经济增长", None)


def test_numeric_and_relative_parts_of_a_clause_are_two_rows():
    first, second = rows(INTRO + "居民收入增长6%左右、与经济增长同步。")
    assert (first.indicator, first.type) == ("居民收入", "around")
    assert (second.indicator, second.type, second.to) == ("居民收入", "relative", "经济增长")


@pytest.mark.parametrize("joint", ["，在实际工作中努力争取更好结果", "、力争更好结果"])
def test_the_hope_for_more_hangs_on_the_target_before_it(joint):
    first, second = rows(INTRO + f"地区生产总值增长6%左右{joint}，粮食产量70万吨。")
    assert (first.tail, second.tail) == (True, False)
    assert first.text == "地区生产总值增长6%左右"


def test_targets_say_their_year():
    (row,) = rows(INTRO + "地区生产总值增长6%左右。")
    assert row.period == "2026"


def test_what_comes_after_the_passage_is_no_target():
    words = INTRO + "地区生产总值增长6%左右。这一目标，考虑了就业增长2万人的需要。实现上述目标，要稳中求进。"
    assert [row.indicator for row in rows(words)] == ["地区生产总值"]


def test_the_passage_ends_where_the_tasks_begin():
    words = (
        INTRO
        + "地区生产总值增长5%左右，居民收入增长和经济增长同步。\n"
        + "（一）坚持内需主导。实施重点项目90个，完成年度投资200亿元。加快建设墨池水库。\n"
        + "（二）建设宜居城乡。改造老旧小区80个。"
    )
    assert [row.indicator for row in rows(words)] == ["地区生产总值", "居民收入"]


def test_targets_of_the_plan_are_not_those_of_the_year():
    words = (
        "2026年政府工作报告\n一、“十五五”时期主要目标任务\n“十五五”时期经济社会发展的主要目标是："
        "地区生产总值年均增长6%左右，森林覆盖率达到52%。\n二、2026年工作安排\n"
        + INTRO
        + "地区生产总值增长5%以上，固定资产投资增长7%。\n重点抓好八个方面工作。"
    )
    report = taizhang.read_text(words, area="砚江市", year=2026)
    assert [short(row)[1:] for row in report.targets] == [("floor", 5), ("point", 7)]
    plan = plan_targets(report.layout, report.entries)
    assert [row.indicator for row in plan] == ["地区生产总值", "森林覆盖率"]
    assert [row.period for row in plan] == ["2026-2030", "2030"]


def test_a_report_without_a_plan_has_no_targets_of_one():
    report = taizhang.read_text(HEAD + INTRO + "地区生产总值增长5%以上。", year=2026)
    assert plan_targets(report.layout, report.entries) == ()


def test_a_report_without_the_passage_has_no_targets():
    assert rows("（一）扩大内需\n稳住商品消费。") == []


def test_not_stated_is_an_answer():
    report = taizhang.read_text(HEAD + INTRO + "地区生产总值增长6%左右，粮食产量70万吨。", year=2026)
    answers = stated(report.layout, report.targets, ["GDP", "粮食产量", "城镇调查失业率"])
    assert [(each.answer, len(each.targets)) for each in answers] == [
        ("stated", 1),
        ("stated", 1),
        ("not_stated", 0),
    ]


def test_without_the_passage_nothing_can_be_said():
    report = taizhang.read_text(HEAD + "（一）扩大内需\n稳住商品消费。", year=2026)
    (answer,) = stated(report.layout, report.targets, ["GDP"])
    assert answer.answer == "passage_not_found"


def test_parts_that_do_not_stand_alone_stay_one_clause():
    words = INTRO + "水、空气质量、居民收入与经济增长同步、粮食产量70万吨。"
    assert [(row.type, row.value) for row in rows(words)] == [("point", 70)]
