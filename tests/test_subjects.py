"""Subjects: what each value measures, on sentences of a city that does not exist."""

import re

import pytest

from taizhang.figures.subjects import Carried, find_subjects
from taizhang.figures.values import Value

CASES = [
    # {value|measure} marks a value; the indicators expected for each value, joined by |
    ("全年城镇新增就业{5.6万人}。", ["城镇新增就业"]),
    ("地区生产总值达到{2.5万亿元}、增长{3.9%|growth}。", ["地区生产总值", "地区生产总值"]),
    ("改造老旧小区{177个}，打通“断头路”{25条}。", ["改造老旧小区", "打通“断头路”"]),
    ("建成投用{200个}社区养老服务站。", ["建成投用社区养老服务站"]),
    ("{28万}医务工作者白衣为甲。", ["医务工作者"]),
    (
        "基础设施、工业、高技术产业投资分别增长{9.6%|growth}、{5.8%|growth}、{26.6%|growth}。",
        ["基础设施投资", "工业投资", "高技术产业投资"],
    ),
    ("城乡居民收入分别增长{5%|growth}、{7%|growth}。", ["城镇居民收入", "农村居民收入"]),
    ("对东盟、欧盟进出口分别增长{3%|growth}、{7%|growth}。", ["对东盟进出口", "对欧盟进出口"]),
    ("签约项目{260个}、总金额{338亿元}。", ["签约项目", "签约项目总金额"]),
    ("发放低保金{51亿元}、临时救助金{4亿元}。", ["发放低保金", "发放临时救助金"]),
    ("一九五七年，我国工业总产值将比一九五二年增长{百分之九十|growth}。", ["工业总产值"]),
    ("市属重点国企由{51家}整合为{33家}。", ["市属重点国企", "市属重点国企"]),
    ("运输箱量和货值均增长{3倍|growth}。", ["运输箱量|货值"]),
]


def read(marked: str) -> tuple[str, list[Value]]:
    """Take the marks out of a sentence and make its values."""
    text, values, end = "", [], 0
    for mark in re.finditer(r"\{([^}|]+)(?:\|(\w+))?\}", marked):
        text += marked[end : mark.start()]
        start = len(text)
        text += mark[1]
        values.append(Value(start, len(text), start, len(text), measure=mark[2] or "level"))
        end = mark.end()
    return text + marked[end:], values


@pytest.mark.parametrize(("marked", "expected"), CASES)
def test_indicator(marked: str, expected: list[str]) -> None:
    sentence, values = read(marked)
    found = find_subjects(sentence, values, Carried(), "砚江市")
    assert ["|".join(subject.indicator for subject in subjects) for subjects in found] == expected
