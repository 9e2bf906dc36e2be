"""The catalogue: names meet their indicator, parts stay apart, nothing is taken for its neighbour."""

import pytest

from taizhang.lexicon.departments import departments, suggest
from taizhang.lexicon.indicators import by_id, catalogue, code_of, definition_of, lookup
from taizhang.lexicon.places import find, parent


def test_the_catalogue_is_whole():
    indicators = catalogue()
    assert len(indicators) >= 250
    for indicator in indicators.values():
        assert indicator.direction in {"more", "less", "ceiling", "band", "none"}
        assert indicator.kind in {"stock", "flow", "rate", "ratio", "price", "level"}
        assert definition_of(indicator)
        assert set(indicator.not_) <= set(indicators), indicator.id


def test_no_name_stands_for_two_indicators():
    owners: dict[str, str] = {}
    for indicator in catalogue().values():
        for name in (indicator.zh, *indicator.aliases):
            assert owners.setdefault(name, indicator.id) == indicator.id, name


@pytest.mark.parametrize(
    ("name", "unit", "measure", "code"),
    [
        ("地区生产总值", "%", "growth", "gdp"),
        ("GDP", "%", "growth", "gdp"),
        ("全市地区生产总值增速", "%", "growth", "gdp"),
        ("经济", "%", "growth", "gdp"),
        ("国民生产总值", "亿元", "level", "gnp"),
        ("钢", "万吨", "level", "steel"),
        ("钢", "个", "level", None),
        ("专精特新“小巨人”企业", "家", "level", "little_giants"),
        ("新增高新技术企业", "家", "level", "hightech_firms:新增"),
        ("高新技术企业", "家", "level", "hightech_firms"),
        ("农产品进出口总额", "%", "growth", "trade_total:农产品"),
        ("地区生产总值、一般公共预算收入", "%", "growth", "gdp+budget_revenue"),
        ("蓝莓加工产值", "亿元", "level", "sector_output:蓝莓加工"),
        ("产值", "亿元", "level", None),
        ("天气", "", "", None),
    ],
)
def test_names(name, unit, measure, code):
    assert code_of(name, unit, measure) == code


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("轨道交通运营里程", "轨道交通运营及在建里程"),
        ("一般公共预算收入", "税收收入"),
        ("城镇登记失业率", "城镇调查失业率"),
        ("高速公路通车里程", "高速公路通车及在建里程"),
        ("港口货物吞吐能力", "港口货物吞吐量"),
    ],
)
def test_neighbours_stay_apart(one, other):
    a, b = lookup(one), lookup(other)
    assert a
    assert b
    assert a.id != b.id
    assert b.id in a.not_ or a.id in b.not_


def test_a_part_leads_back_to_its_whole():
    whole = by_id("trade_total:农产品")
    assert whole
    assert whole.id == "trade_total"


def test_headline_rows_are_known(shared):
    import json

    rows = [json.loads(line) for line in (shared / "gold" / "targets.jsonl").open(encoding="utf-8")]
    known = [
        row for row in rows if code_of(row["indicator"], row.get("unit") or "", row.get("measure") or "")
    ]
    assert len(known) >= 0.98 * len(rows)


@pytest.mark.parametrize(
    ("name", "code", "level"),
    [
        ("全国", "100000", "nation"),
        ("重庆", "500000", "province"),
        ("重庆市渝中区", "500103", "county"),
        ("江苏省南京市鼓楼区", "320106", "county"),
        ("襄樊市", "420600", "city"),
        ("黔南州", "522700", "city"),
    ],
)
def test_places(name, code, level):
    place = find(name)
    assert place
    assert (place.code, place.level) == (code, level)


def test_places_that_are_not_told_apart():
    assert find("鼓楼区") is None
    assert find("砚江市") is None
    above = parent(find("南京市"))
    assert above
    assert above.name == "江苏省"


@pytest.mark.parametrize(
    ("task", "unit"),
    [
        ("改造老旧小区80个", "市住房和城乡建设局"),
        ("新建高标准农田10万亩", "市农业农村局"),
        ("开行中欧班列150列以上", "市商务局"),
        ("新增养老床位1200张", "市民政局"),
        ("改造农村公路400公里", "市交通运输局"),
    ],
)
def test_a_lead_unit_is_suggested_with_its_reason(task, unit):
    found = suggest(task)
    assert found
    assert found[0] == unit
    assert found[1]
    assert unit in departments()


def test_no_unit_without_a_reason():
    assert suggest("你好") is None


@pytest.mark.parametrize(
    ("area", "unit"),
    [
        (None, "市商务局"),
        ("砚江市", "市商务局"),
        ("重庆市", "市商务局"),
        ("江苏省", "省商务厅"),
        ("广西壮族自治区", "自治区商务厅"),
        ("全国", "商务部"),
        ("南京市鼓楼区", "区商务局"),
    ],
)
def test_a_unit_is_called_as_at_the_level_of_its_government(area, unit):
    assert suggest("推动外贸稳量提质", area=area)[0] == unit
