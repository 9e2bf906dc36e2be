"""Assembling entries: permanent ids, base units, reasons."""

from decimal import Decimal

import pytest

from taizhang.figures.expressions import base_amount
from taizhang.report import read_text

TEXT = "一、2025年工作回顾\n全年城镇新增就业5.6万人，运输箱量和货值均增长3倍以上。地区生产总值增长5%。\n"


def test_ids_are_unique_and_outlive_the_name() -> None:
    first = read_text(TEXT, name="a", year=2026).entries
    again = read_text(TEXT, name="b", year=2026).entries
    ids = [entry.id for entry in first]
    assert len(set(ids)) == len(ids) == 4
    assert ids == [entry.id for entry in again]


def test_rows_of_one_value_share_its_span() -> None:
    rows = [entry for entry in read_text(TEXT, year=2026).entries if entry.text.startswith("3")]
    assert [row.indicator for row in rows] == ["运输箱量", "货值"]
    assert len({row.span for row in rows}) == 1


@pytest.mark.parametrize(
    ("value", "unit", "amount", "base"),
    [
        ("56.6", "万人", "566000", "人"),
        ("1.46", "万亿元", "1460000000000", "元"),
        ("5", "个百分点", "5", "个百分点"),
    ],
)
def test_base_amount(value: str, unit: str, amount: str, base: str) -> None:
    assert base_amount(Decimal(value), unit) == (Decimal(amount), base)


def test_every_field_says_why() -> None:
    for entry in read_text(TEXT, year=2026).entries:
        assert {"indicator", "role", "period"} <= {reason.field for reason in entry.why}


def test_a_quantity_that_is_kept_stands_without_the_keeping() -> None:
    rows = read_text("各位代表：\n守住全市耕地不少于3万亩这条红线。\n", year=2026).entries
    assert [(row.indicator, row.rel) for row in rows] == [("耕地", ">=")]


def test_the_people_of_a_place_are_background() -> None:
    rows = read_text(
        "砚江省2026年政府工作报告\n各位代表：\n这是全省478万人民拼搏奋斗的结果。\n", year=2026
    ).entries
    assert [(row.indicator, row.role) for row in rows] == [("人民", "context")]


def test_each_of_several_years_has_its_value() -> None:
    told = "渔业产值2023年、2024年、2025年分别增长3%、4%和5%，前年和去年港口投资分别达到8亿元和9亿元。"
    rows = read_text(f"砚江省2026年政府工作报告\n各位代表：\n{told}\n", year=2026).entries
    assert [row.period for row in rows] == ["2023", "2024", "2025", "2024", "2025"]


def test_amounts_tell_which_sum_a_share_is_of() -> None:
    told = "渔业收入达到10亿元，其中养殖收入8.9亿元，占88%；发电量5亿千瓦时，其中水电9000万千瓦时，占18%。"
    rows = read_text(f"砚江省2026年政府工作报告\n各位代表：\n{told}\n", year=2026).entries
    shares = [row.indicator for row in rows if row.unit == "%"]
    assert shares == ["养殖收入占渔业收入比重", "水电占发电量比重"]


def test_as_many_things_as_the_number_says_are_told_by_their_noun() -> None:
    told = "轻型船舶、光学玻璃、智能锁具3个集群入选全国名单，创建盐湖化工、冷链物流2个产业集群。"
    rows = read_text(f"砚江省2026年政府工作报告\n各位代表：\n{told}\n", year=2026).entries
    assert [row.indicator for row in rows] == ["集群入选全国名单", "创建产业集群"]


def test_a_report_in_traditional_script_keeps_its_characters() -> None:
    text = "各位代表：\n一、2025年工作回顾\n這裏的經濟發展很快，電力産量達到一百零八億度，鐵路里程達到三千公里。\n"
    report = read_text(text, year=2026)
    assert [(row.indicator, row.unit) for row in report.entries] == [
        ("電力産量", "億度"),
        ("鐵路里程", "公里"),
    ]
    assert [(row.indicator, row.base_unit) for row in report.simplified] == [
        ("电力产量", "度"),
        ("铁路里程", "公里"),
    ]


@pytest.mark.parametrize(
    ("told", "total"),
    [
        ("砚江有水电站9座，临沧有水电站3座，共计12座。", "水电站"),
        ("新建渔校5所、改建渔校4所，合计9所。", "新建、改建渔校"),
        ("造船工业。造船工业部有五十个建设项目，地方有十个建设项目，共计六十个。", "造船工业建设项目"),
    ],
)
def test_a_total_is_of_what_its_parts_share(told: str, total: str) -> None:
    rows = read_text(f"政府工作报告\n各位代表：\n{told}\n", year=1958).entries
    assert rows[-1].indicator == total
