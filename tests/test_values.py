"""Value expressions of invented sentences."""

from decimal import Decimal

import pytest

from taizhang.figures.values import find_values

CASES = [
    ("地区生产总值增长6%以上。", [("6", "%", ">=", "growth")]),
    ("砚江市粮食总产量达到百分之三十六点九左右。", [("36.9", "%", "~", "level")]),
    ("发电一百零八亿度。", [("108", "亿度", "=", "level")]),
    ("单位地区生产总值能耗下降3%左右。", [("-3", "%", "~", "growth")]),
    ("提高0.64个百分点。", [("0.64", "个百分点", "=", "change")]),
]


@pytest.mark.parametrize(("sentence", "expected"), CASES, ids=[case[0] for case in CASES])
def test_values(sentence: str, expected: list[tuple[str, str, str, str]]) -> None:
    found = [value for value in find_values(sentence) if value.skip is None]
    assert [(value.value, value.unit, value.rel, value.measure) for value in found] == [
        (Decimal(number), unit, rel, measure) for number, unit, rel, measure in expected
    ]
