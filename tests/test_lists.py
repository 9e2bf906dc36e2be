"""Lists: livelihood matters and problems of 砚江市, invented."""

import pytest

import taizhang
from taizhang.promises import lists
from taizhang.records import Listing

HEAD = (
    "2026年政府工作报告\n一、2025年工作回顾\n地区生产总值增长5%。\n"
    "{problems}二、2026年重点工作\n重点做好以下工作：\n（一）增进民生福祉\n稳住就业。\n{livelihood}"
    "（二）扩大内需\n稳住商品消费。\n"
)


def read(livelihood: str = "", problems: str = "", annex: str = "") -> taizhang.Report:
    return taizhang.read_text(
        HEAD.format(livelihood=livelihood, problems=problems) + annex, area="砚江市", year=2026
    )


def items(report: taizhang.Report, listing: Listing) -> list[str]:
    return [span.words(report.text) for span in listing.items]


LIVELIHOOD = [
    (
        "今年将办好2件民生实事，包括：改造老旧小区60个；建成口袋公园12个。\n",
        ["改造老旧小区60个", "建成口袋公园12个"],
    ),
    ("扎实办好民生实事。改造老旧小区60个。建成口袋公园12个。\n", ["改造老旧小区60个", "建成口袋公园12个"]),
    (
        "今年再办好2件民生实事。一是改造老旧小区60个。二是建成口袋公园12个。\n",
        ["一是改造老旧小区60个", "二是建成口袋公园12个"],
    ),
    (
        "今年要办好2件民生实事：\n（1）改造老旧小区60个。惠及居民5万户。\n（2）建成口袋公园12个。配建停车位300个。\n",
        ["（1）改造老旧小区60个。惠及居民5万户", "（2）建成口袋公园12个。配建停车位300个"],
    ),
]


@pytest.mark.parametrize(("words", "expected"), LIVELIHOOD)
def test_livelihood_matters_are_a_list(words, expected):
    report = read(livelihood=words)
    (listing,) = lists(report.layout)
    assert listing.kind == "livelihood"
    assert items(report, listing) == expected


@pytest.mark.parametrize(("words", "expected"), LIVELIHOOD[:3])
def test_tasks_know_that_they_stand_in_the_list(words, expected):
    rows = read(livelihood=words).tasks
    listed = "".join(row.text for row in rows if row.list_kind == "livelihood")
    assert all(words in listed for words in ("改造老旧小区60个", "建成口袋公园12个"))
    assert {row.list_kind for row in rows if row.text.startswith("稳住")} == {None}


def test_a_list_behind_the_report_is_read_too():
    annex = (
        "附件\n2026年砚江市民生实事\n"
        "1.改造老旧小区60个，惠及居民5万户，同步加装电梯120部，完善停车、充电、养老、托育等配套设施。\n"
        "2.建成口袋公园12个，配建停车位300个，让居民推窗见绿、出门入园，走得进去、坐得下来、愿意留下。\n"
    )
    report = read(annex=annex)
    (listing,) = lists(report.layout)
    assert len(listing.items) == 2
    listed = [row.object for row in report.tasks if row.list_kind]
    assert listed[:3] == ["老旧小区", "居民", "电梯"]


def test_a_mention_in_passing_is_no_list():
    assert lists(read(livelihood="办好民生实事，发展社会事业，提高生活品质。\n").layout) == ()


def test_problems_are_a_list():
    problems = (
        "同时，我们也清醒认识到，发展中还存在不少困难和问题，主要是：产业规模偏小；就业压力较大。"
        "对此，我们将认真解决。\n"
    )
    report = read(problems=problems)
    (listing,) = lists(report.layout)
    assert listing.kind == "problems"
    assert items(report, listing) == ["产业规模偏小", "就业压力较大"]
