"""Headings, parts, sentences and the head of a report, on words of a city that does not exist."""

import itertools
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

import taizhang
from taizhang.outline import lay_out
from taizhang.outline.sentences import cut_sentences
from taizhang.reading import from_text

MODERN = """2026年砚江市政府工作报告
——2026年1月16日在砚江市第九届人民代表大会第五次会议上
砚江市市长 沈知远
各位代表：
现在，我代表市人民政府，向大会报告工作，请予审议。
一、2025年和“十四五”时期工作回顾
2025年是很不平凡的一年。地区生产总值增长5.6%。
（一）稳住经济大盘。工业增加值增长6.1%。
（二）办好民生实事。新增学位3200个。
各位代表！回望“十四五”，砚江走过了不平凡的五年。经济总量迈上新台阶。
各位代表！成绩来之不易，根本在于党中央的坚强领导。在此，我代表市人民政府，向全市人民表示衷心的感谢！
同时，我们也清醒看到，发展中还存在不少问题：产业层次不高。
二、“十五五”时期主要目标任务
“十五五”时期，要实现经济总量翻一番。
三、2026年工作安排
今年经济社会发展主要预期目标是：地区生产总值增长5.5%。重点抓好两个方面的工作。
（一）扩大有效投资。开工重点项目120个。
（二）改善生态环境。空气优良天数达到330天。
各位代表！新征程对政府工作提出了新的更高要求。各级政府必须坚持依法行政。
各位代表！让我们更加紧密地团结起来，共同谱写砚江新篇章！
相关报道："""

OLD = """各位代表：

　　我代表国务院，向第六届全国人民代表大会第一次会议作政府工作报告，请予审议。



过去五年的回顾


　　五年来，工业和农业都有很大发展。

\u3000\u3000
农村面貌开始改变。
粮食连年增产。



今后五年的主要任务


　　今后五年要做好三件事。



（一）关于经济建设


　　要提高经济效益。



结束语


　　各位代表！让我们为实现宏伟目标而奋斗！"""


def outline_of(text: str):
    return taizhang.read_text(text).outline


def roles(text: str) -> list[str]:
    return [part.role for part in outline_of(text).parts]


def headings(text: str) -> list[tuple[int, str]]:
    return [(heading.level, heading.text) for heading in outline_of(text).headings]


def test_head_of_a_city_report() -> None:
    found = outline_of(MODERN)
    assert (found.title, found.speaker, found.date) == ("2026年砚江市政府工作报告", "沈知远", "2026-01-16")
    assert (found.area, found.year) == ("砚江市", 2026)


def test_a_report_given_in_december_speaks_of_the_next_year() -> None:
    text = "——2023年12月28日在云溪区第二届人民代表大会第三次会议上\n各位代表：\n一、2024年工作安排\n稳增长。"
    assert (outline_of(text).date, outline_of(text).year) == ("2023-12-28", 2024)


def test_parts_of_a_modern_report_in_order() -> None:
    assert roles(MODERN) == [
        "opening",
        "review",
        "review_term",
        "acknowledgements",
        "problems",
        "plan",
        "year_goals",
        "year_tasks",
        "self",
        "closing",
    ]


@pytest.mark.parametrize(
    "lead",
    [
        "——这五年，经济总量迈上新台阶。",
        "各位代表！随着各项任务的完成，“十四五”胜利收官。五年来，经济总量迈上新台阶。",
        "各位代表！“十四五”规划主要目标任务圆满完成。五年来，经济总量迈上新台阶。",
        "回望“十四五”，经济总量迈上新台阶。",
    ],
)
def test_the_years_before_are_looked_back_on_after_the_last_one(lead: str) -> None:
    last = "各位代表！回望“十四五”，砚江走过了不平凡的五年。经济总量迈上新台阶。"
    assert "review_term" in roles(MODERN.replace(last, lead))


def test_parts_follow_each_other_without_gaps() -> None:
    parts = outline_of(MODERN).parts
    assert all(before.span.end == after.span.start for before, after in itertools.pairwise(parts))


def test_tasks_begin_at_the_sentence_that_announces_them() -> None:
    tasks = next(part for part in outline_of(MODERN).parts if part.role == "year_tasks")
    assert tasks.span.words(MODERN).startswith("重点抓好两个方面的工作。")


def test_run_in_headings_end_before_their_full_stop() -> None:
    assert headings(MODERN)[1] == (2, "（一）稳住经济大盘")
    first = outline_of(MODERN).headings[1]
    assert first.span.words(MODERN) == "（一）稳住经济大盘"


def test_old_report_without_numbered_chapters() -> None:
    assert headings(OLD) == [
        (1, "过去五年的回顾"),
        (3, "农村面貌开始改变"),
        (1, "今后五年的主要任务"),
        (2, "（一）关于经济建设"),
        (1, "结束语"),
    ]
    assert roles(OLD) == ["opening", "review_term", "plan", "closing"]
    assert (outline_of(OLD).area, outline_of(OLD).year) == ("全国", 1983)


def test_a_chapter_on_the_world_tells_what_is_so_until_it_looks_ahead() -> None:
    text = "政府工作报告\n（1996年3月）\n各位代表：\n我代表国务院报告工作。\n一、1995年工作回顾\n去年，生产发展。\n"
    text += "二、1996年主要任务\n今年要抓好生产。\n三、统一和外交工作\n同邻国的贸易额达到9亿元。\n我国将继续支持邻国。\n"
    assert roles(text) == ["opening", "review", "year_goals", "review", "year_tasks"]


def part_of(text: str, words: str) -> str:
    found = outline_of(text)
    place = text.index(words)
    return next(part.role for part in found.parts if part.span.start <= place < part.span.end)


YEAR_THEN_TERM = """2026年砚江市政府工作报告
——2026年1月16日在砚江市第九届人民代表大会第五次会议上
各位代表：
现在，我代表市人民政府，向大会报告工作，请予审议。
一、2025年工作回顾
去年，砚江市面临的困难不少，挑战很多。
新增学位3200个。
"""


@pytest.mark.parametrize(
    "line",
    [
        "各位代表！2025年的落幕，也为“十四五”画上了圆满句号。五年来，开工桥梁31座。",
        "回首“十四五”，砚江人一步一个脚印，开工桥梁31座。",
        "五载风雨兼程，砚江开工桥梁31座。",
        "历史的指针划过“十四五”，砚江开工桥梁31座。",
        "经过全市上下接续努力，“十四五”主要目标任务顺利完成，开工桥梁31座。",
        "脚步丈量大地。“十四五”以来，我们持之以恒修路，开工桥梁31座。",
        "各位代表，2025年是“十四五”收官之年。这五年，开工桥梁31座。",
        "在“十四五”时期，我们开工桥梁31座。",
        "“十四五”的五年，我们开工桥梁31座。",
        "总的看，“十四五”期间，我们开工桥梁31座。",
        "盘点五年答卷，我们开工桥梁31座。",
        "站在新的起点上回望过去五年，我们开工桥梁31座。",
        "市八次党代会以来的五年，我们开工桥梁31座。",
        "各位代表！本届政府即将届满。五年来，我们开工桥梁31座。",
        "五年时光，弹指一挥，我们开工桥梁31座。",
        "岁月无声，实干有痕。过去五年，我们开工桥梁31座。",
    ],
)
def test_a_paragraph_that_turns_from_the_year_to_the_years_before(line: str) -> None:
    text = f"{YEAR_THEN_TERM}{line}\n改造小区64个。\n二、2026年工作安排\n今年要稳增长。"
    assert part_of(text, "3200") == "review"
    assert part_of(text, "31座") == part_of(text, "64个") == "review_term"


@pytest.mark.parametrize(
    "line",
    [
        "三年来，能耗累计下降9%。",
        "五年来首次实现出口转正，增长9%。",
        "五年来累计培育企业9家。",
        "经过五年建设，大桥通车，全长9公里。",
        "存在问题整改到位，共9项。",
        "五年规划编制有序推进，调研9次。",
        "“十四五”规划重大工程全部开工，投资9亿元。",
    ],
)
def test_other_years_told_of_in_passing_do_not_begin_their_review(line: str) -> None:
    text = f"{YEAR_THEN_TERM}{line}\n改造小区64个。\n二、2026年工作安排\n今年要稳增长。"
    assert part_of(text, "64个") == "review"


def test_the_year_in_which_the_years_end_does_not_turn_to_its_review() -> None:
    text = YEAR_THEN_TERM.replace("2025年工作回顾", "“十四五”时期和2025年工作回顾")
    text += "“十四五”时期，砚江稳步前行。\n2025年，全市总产值达到900亿元，是2020年的1.4倍。\n改造小区64个。\n"
    assert part_of(text, "64个") == "review_term"


@pytest.mark.parametrize(
    ("heading", "role"),
    [
        ("二、牢记嘱托、勇毅前行，“十四五”谱写砚江新篇章", "review_term"),
        ("二、乘风破浪的五年", "review_term"),
        ("二、谋划今后关键的五年", "plan"),
        ("二、“十四五”规划落地情况", "review_term"),
        ("二、五年耕耘，砚江换新颜", "review_term"),
        ("二、奋力实现“十五五”良好开局", "year_goals"),
        ("二、锻造过硬政府队伍", "self"),
        ("二、存在的困难和问题", "problems"),
        ("二、工作中的缺点和错误", "problems"),
        ("二、2025年各部门的发展", "review"),
        ("二、奋楫扬帆，2026年再启新程", "year_goals"),
    ],
)
def test_chapters_whose_headings_only_hint(heading: str, role: str) -> None:
    text = f"{YEAR_THEN_TERM}{heading}\n全市财力达到64亿元。\n三、2026年工作安排\n今年要稳增长。"
    assert part_of(text, "64亿元") == role


@pytest.mark.parametrize(
    ("heading", "role"),
    [
        ("强化规划引领，提升城市品质", "year_tasks"),
        ("“十五五”时期主要目标", "plan"),
        ("兴办文化事业，做好老年人的工作", "year_tasks"),
    ],
)
def test_plans_named_after_the_chapter_on_the_year(heading: str, role: str) -> None:
    text = f"{YEAR_THEN_TERM}二、2026年工作安排\n今年要稳增长。\n三、{heading}\n修桥64座。\n"
    assert part_of(text, "64座") == role


def test_sections_of_a_review_that_name_their_part() -> None:
    text = YEAR_THEN_TERM.replace("2025年工作回顾", "过去五年工作回顾")
    text += "（一）“十四五”主要成就\n财力翻番，达到90亿元。\n（二）2025年主要工作\n财力增长7%。\n"
    text += "（三）存在的短板和不足\n财力人均2100元。\n（四）体会\n稳字当头，守住6条底线。\n二、2026年工作安排\n要稳增长。"
    assert [part_of(text, words) for words in ("90亿元", "7%", "2100元", "6条")] == [
        "review_term",
        "review",
        "problems",
        "review",
    ]


def test_problems_told_one_by_one() -> None:
    text = f"{YEAR_THEN_TERM}我们也清醒看到，工作还有不少短板：\n一是产业偏重，占比70%。\n二是财力偏弱，仅有64亿元。\n"
    assert part_of(text, "64亿元") == "problems"


@pytest.mark.parametrize(
    "line",
    [
        "要突出抓好以下工作：",
        "将聚力做好以下几方面工作：",
        "今年的任务如下：",
        "我们将在以下方面聚力攻坚：",
        "重点做好八件事情工作。",
    ],
)
def test_what_announces_the_tasks(line: str) -> None:
    text = f"{YEAR_THEN_TERM}二、2026年工作安排\n今年要稳增长，增速6%。\n{line}\n开工64个项目。"
    assert (part_of(text, "6%"), part_of(text, "64个")) == ("year_goals", "year_tasks")


BRIEF = """2026年云溪县政府工作报告
各位代表：
现在，我代表县人民政府，向大会报告工作，请予审议。
"""


def test_a_report_without_chapters() -> None:
    text = f"""{BRIEF}过去一年，云溪攻坚克难，财力增长7%。
各位代表，2025年是“十四五”收官之年。五年来，云溪修桥31座。
到2025年底，云溪通路村达到96个。
“十五五”时期，云溪将再修桥40座。
2026年是“十五五”开局之年，财力要增长6%。
今年要重点做好以下工作：
一是修桥8座。
"""
    found = [part_of(text, words) for words in ("7%", "31座", "96个", "40座", "6%", "8座")]
    assert found == ["review", "review_term", "review_term", "plan", "year_goals", "year_tasks"]


def test_a_fragment_of_no_known_year_looks_back() -> None:
    assert roles("财力增长7%。\n今年，财力增长6%。\n") == ["review"]


def test_the_years_go_on_after_a_paragraph_on_the_last_of_them() -> None:
    text = YEAR_THEN_TERM.replace("2025年工作回顾\n去年", "过去五年的工作\n五年来")
    text += (
        "刚刚过去的2025年，砚江财力增长7%。\n全年修桥3座。\n从2022年起，砚江连年修渠31条。\n改造小区64个。\n"
    )
    found = [part_of(text, words) for words in ("7%", "3座", "31条", "64个")]
    assert found == ["review", "review", "review_term", "review_term"]


def test_a_chapter_of_lessons_looks_back() -> None:
    text = f"{YEAR_THEN_TERM}二、五年工作的主要体会\n要守住64条底线。\n三、2026年工作安排\n今年要稳增长。"
    assert part_of(text, "64条") == "review_term"


def test_what_is_to_come_in_the_world_inside_a_paragraph_on_the_past() -> None:
    text = "政府工作报告\n（1987年3月）\n各位代表：\n我代表国务院报告工作。\n一、1986年工作回顾\n去年，生产发展。\n"
    text += "二、1987年主要任务\n今年要抓好生产。\n三、外交工作\n一年来，我国同4国建交。中国将继续援助9国。\n"
    assert (part_of(text, "4国"), part_of(text, "9国")) == ("review", "year_tasks")


BUDGETS = """政府工作报告
（一九五七年六月）
各位代表：
我代表国务院报告工作，请予审议。
一、第一个五年计划已经达到的高度
四年来，修堤三十里。
二、同过去比较
旧时修堤一里。
三、一九五六年预算的执行和一九五七年预算
一九五六年，支出为七亿元。
一九五七年国家预算，支出为八亿元。
四、一九五七年的国民经济计划
修堤四十里。
"""


def test_chapters_of_plans_and_budgets() -> None:
    found = [part_of(BUDGETS, words) for words in ("三十里", "一里", "七亿元", "八亿元", "四十里")]
    assert found == ["review_term", "review", "review", "year_goals", "year_goals"]


def test_a_year_s_plan_after_chapters_that_say_nothing() -> None:
    text = BUDGETS.replace("三、一九五六年预算的执行和一九五七年预算", "三、积累的比例")
    assert part_of(text, "四十里") == "year_goals"


@pytest.mark.parametrize(
    "line",
    [
        "2026年，全市财力要增长6%。",
        "今年工作的总体思路：稳中求进，财力增长6%。",
        "按照市委部署，今年财力要增长6%。",
        "新的一年，财力要增长6%。",
    ],
)
def test_the_year_in_a_chapter_on_the_plan_and_the_year(line: str) -> None:
    text = f"{YEAR_THEN_TERM}二、“十五五”规划和2026年工作安排\n“十五五”时期，砚江要修桥31座。\n{line}\n"
    assert (part_of(text, "31座"), part_of(text, "6%")) == ("plan", "year_goals")


TERM_THEN_YEAR = YEAR_THEN_TERM.replace("2025年工作回顾\n去年", "“十四五”工作回顾\n五年来")


@pytest.mark.parametrize(
    "line",
    [
        "在刚刚过去的2025年，我们修桥31座。",
        "2025年以来，我们修桥31座。",
        "特别是过去一年，我们修桥31座。",
        "回首2025年，我们修桥31座。",
        "2025年在砚江历史上分量很重。我们修桥31座。",
        "2025年，是砚江奋力爬坡的一年。我们修桥31座。",
        "2025年主要做了以下工作：修桥31座。",
        "作为收官之年的2025年，我们修桥31座。",
        "过去这一年，我们修桥31座。",
    ],
)
def test_a_paragraph_that_turns_from_the_years_to_the_last_of_them(line: str) -> None:
    text = f"{TERM_THEN_YEAR}{line}\n改造小区64个。\n二、2026年工作安排\n今年要稳增长。"
    assert part_of(text, "3200") == "review_term"
    assert part_of(text, "31座") == part_of(text, "64个") == "review"


@pytest.mark.parametrize(
    "line",
    [
        "面向“十五五”，砚江要修桥31座。",
        "市政府根据市委建议，编制了“十五五”规划纲要，要修桥31座。",
        "按照市委部署，未来五年要修桥31座。",
    ],
)
def test_a_paragraph_that_turns_to_the_plan_in_a_chapter_on_both(line: str) -> None:
    text = f"{YEAR_THEN_TERM}二、“十四五”成就和“十五五”目标\n“十四五”时期，修路64里。\n{line}\n再修渠9条。"
    assert [part_of(text, words) for words in ("64里", "31座", "9条")] == ["review_term", "plan", "plan"]


def test_every_chapter_of_a_part_names_its_own_years() -> None:
    text = """政府工作报告
——1991年3月25日在砚江市第七届人民代表大会第四次会议上
一、今后十年的奋斗目标
砚江要修堤三十里。
二、“八五”期间的主要任务
砚江要修堤十里。
三、发展教育
砚江要建校九所。
四、未来三年的改革
砚江要并乡两个。
"""
    sentences = lay_out(from_text(text)).sentences
    spans = [one.passage.span_years for one in sentences[-4:]]
    assert spans == [(1991, 2000), (1991, 1995), (1991, 1995), (1991, 1993)]


@pytest.mark.parametrize("marks", [("1.", "2."), ("1、", "2、"), ("第一，", "第二，"), ("", "")])
def test_chapters_that_are_numbered_otherwise(marks: tuple[str, str]) -> None:
    text = f"{BRIEF}{marks[0]}2025年工作回顾\n财力增长7%。\n{marks[1]}2026年工作安排\n财力要增长6%。\n"
    assert (part_of(text, "7%"), part_of(text, "6%")) == ("review", "year_goals")


def test_the_last_list_of_a_report_without_last_words() -> None:
    text = (
        f"{BRIEF}一、2026年工作安排\n财力增长6%。\n重点做好以下工作：\n1.硬化村道64公里。\n2.新建水窖90口。\n"
    )
    assert part_of(text, "90口") == "year_tasks"
    noted = f"{text}1.两新：指设备更新和以旧换新。\n2.其他：略去9条。\n"
    assert part_of(noted, "90口") == "year_tasks"
    assert "略去" not in outline_of(noted).parts[-1].span.words(noted)


def test_what_is_appended_behind_last_words_without_a_call() -> None:
    text = f"{BRIEF}一、2026年工作安排\n财力增长6%。\n各位代表！打铁必须自身硬，压减支出5%。\n"
    text += "各位代表！星光不负赶路人。我们将不负重托，再谱新篇！\n附件1\n重点项目表\n一、水利：水窖90口。\n"
    assert (part_of(text, "5%"), part_of(text, "星光")) == ("self", "closing")
    assert "90口" not in outline_of(text).parts[-1].span.words(text)


def test_the_years_before_in_a_chapter_on_the_plan() -> None:
    text = (
        f"{YEAR_THEN_TERM}二、“十五五”规划纲要草案说明\n草案共16章。\n过去五年，砚江财力翻番，达到90亿元。\n"
    )
    text += "“十五五”时期，财力要达到130亿元。\n三、2026年工作安排\n今年要稳增长。"
    assert [part_of(text, words) for words in ("16章", "90亿元", "130亿元")] == [
        "plan",
        "review_term",
        "plan",
    ]


def test_the_second_review_that_a_heading_names() -> None:
    text = YEAR_THEN_TERM.replace("2025年工作回顾", "2025年和“十四五”工作回顾")
    text += "各位代表！春去秋来，我们用五年光阴修桥31座。\n二、2026年工作安排\n今年要稳增长。\n"
    text += "重点做好以下工作：\n修路。\n"
    assert part_of(text, "31座") == "review_term"


def test_chapters_that_look_back_before_the_plan_of_the_year() -> None:
    text = """政府工作报告
——一九五七年六月二十五日在砚江省第一届人民代表大会第四次会议上
一、第一个五年计划已经达到的水平
砚江建成船厂五座。
二、一九五六年各部门的发展
砚江造船六只。
三、工作中的缺点和错误
停工船厂七座。
四、同过去比较
造船增加八只。
五、一九五六年预算的执行和一九五七年预算
支出九万元。
一九五七年国家预算是本着节约的原则编制的，支出十万元。
六、一九五七年的国民经济计划
造船十一只。
"""
    parts = [part_of(text, words) for words in ("五座", "六只", "七座", "八只", "九万", "十万", "十一只")]
    assert parts == ["review_term", "review", "problems", "review", "review", "year_goals", "year_goals"]


def test_years_counted_by_the_head_outweigh_plans_that_the_text_names() -> None:
    text = """政府工作报告
——2022年1月8日在砚江市第九届人民代表大会第一次会议上
一、过去五年工作回顾
五年来，“十三五”圆满收官，砚江修桥31座。
二、奋斗目标
今后五年，是“十四五”发力之时，砚江修桥40座。
"""
    spans = {one.passage.role: one.passage.span_years for one in lay_out(from_text(text)).sentences}
    assert (spans["review_term"], spans["plan"]) == ((2017, 2021), (2022, 2026))


@pytest.mark.parametrize(
    ("line", "level", "heading"),
    [
        ("一、工作回顾", 1, "一、工作回顾"),
        ("(一)抓产业升级。新建厂房。", 2, "（一）抓产业升级"),
        ("（一）抓产业升级", 2, "（一）抓产业升级"),
        ("**（一）抓产业升级**", 2, "（一）抓产业升级"),
        ("## 一、工作回顾", 1, "一、工作回顾"),
        ("【一、工作回顾】", 1, "一、工作回顾"),
        ("一、工作回顾：", 1, "一、工作回顾"),
        ("一是全力稳增长。项目开工。\n二是全力促就业。培训工人。", 3, "一是全力稳增长"),
        ("第一，抓好春耕。备足种子。\n第二，抓好水利。修好堤坝。", 3, "第一，抓好春耕"),
        ("这是奋力爬坡的五年。", 3, "这是奋力爬坡的五年"),
    ],
)
def test_heading_styles(line: str, level: int, heading: str) -> None:
    text = f"各位代表：\n现在，我代表市人民政府报告工作，请予审议。\n{line}\n地区生产总值增长5%。"
    assert (level, heading) in headings(text)


def test_items_of_a_list_are_no_headings() -> None:
    text = (
        "各位代表：\n现在，我代表市人民政府报告工作，请予审议。\n一、重点工作\n"
        "一要支持各类企业增加投入，更新设备，扩大规模，改进管理，开拓市场，提高效益，带动就业，增加税收，回报社会。\n"
        "二要稳定外贸。发展服务贸易。\n"
    )
    assert headings(text) == [(1, "一、重点工作")]


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("产值增长5%。税收增长3%。", ["产值增长5%。", "税收增长3%。"]),
        (
            "他说：“产值上去了。税收也上去了。”大家鼓掌。",
            ["他说：“产值上去了。税收也上去了。”", "大家鼓掌。"],
        ),
        ("开展“奋进。向前”行动，开工十项。", ["开展“奋进。向前”行动，开工十项。"]),
        ("开工（含续建。）十项。", ["开工（含续建。）十项。"]),
        ("没有句号\n下一段。", ["没有句号", "下一段。"]),
        ("引号“没有关上。下一句。", ["引号“没有关上。", "下一句。"]),
    ],
)
def test_where_sentences_end(text: str, sentences: list[str]) -> None:
    assert [text[start:end] for start, end in cut_sentences(text, 0, len(text))] == sentences


def test_sentences_leave_headings_out_and_know_their_passage() -> None:
    layout = lay_out(from_text(MODERN))
    words = {layout.clean.text[one.start : one.end]: one.passage for one in layout.sentences}
    passage = words["工业增加值增长6.1%。"]
    assert (passage.role, passage.section) == (
        "review",
        ("一、2025年和“十四五”时期工作回顾", "（一）稳住经济大盘"),
    )
    assert words["经济总量迈上新台阶。"].span_years == (2021, 2025)
    assert words["“十五五”时期，要实现经济总量翻一番。"].span_years == (2026, 2030)


def test_a_heading_that_counts_ten_years_sets_the_span() -> None:
    text = """政府工作报告
——1991年3月25日在砚江市第七届人民代表大会第四次会议上
一、过去十年的主要成就
八十年代，砚江变化巨大。“七五”期间，建成船厂五座。
"""
    layout = lay_out(from_text(text))
    assert {one.passage.span_years for one in layout.sentences if one.passage.role == "review_term"} == {
        (1981, 1990)
    }


def test_a_heading_that_names_a_plan_sets_its_span() -> None:
    text = """政府工作报告
——1991年3月25日在砚江市第七届人民代表大会第四次会议上
一、今后十年的奋斗目标
今后十年，砚江要翻一番。
二、“八五”期间的主要任务
建成船厂五座。
"""
    spans = {one.passage.section: one.passage.span_years for one in lay_out(from_text(text)).sentences}
    assert list(spans.values())[-2:] == [(1991, 2000), (1991, 1995)]


@pytest.mark.parametrize(
    ("words", "year"),
    [
        ("三、2021年工作安排\n产值增长6%。", 2021),
        ("一、2019年工作回顾\n产值增长6%。", 2020),
        ("今年是中国共产党建党100周年，责任重大。", 2021),
        ("今年是“十五五”开局之年，责任重大。", 2026),
        ("今年是“十三五”收官之年，责任重大。", 2020),
        ("我代表国务院，向第八届全国人民代表大会第三次会议作报告，请予审议。", 1995),
        ("从去年三月第五届全国人民代表大会第一次会议以来，形势很好。", 1979),
        (
            "一九五七年工业增长一成，一九五七年农业增长半成。一九五八年要再增长一成，一九五八年已经开工。",
            1958,
        ),
    ],
)
def test_year_of_the_report(words: str, year: int) -> None:
    assert taizhang.read_text(f"各位代表：\n{words}").year == year


@pytest.mark.parametrize(
    ("front", "area"),
    [
        ("——2026年1月8日在云溪县第十八届人民代表大会第六次会议上", "云溪县"),
        ("青岭自治州人民政府工作报告", "青岭自治州"),
        ("在日照湖市第三届人民代表大会第一次会议上", "日照湖市"),
    ],
)
def test_area_of_the_report(front: str, area: str) -> None:
    text = f"{front}\n各位代表：\n现在，我代表人民政府向大会报告工作，请予审议。"
    assert taizhang.read_text(text).area == area


def test_explanations_of_terms_are_no_part_of_the_report() -> None:
    text = MODERN.replace("相关报道：", "名词解释\n1.四好农村路：建好、管好、护好、运营好农村公路。")
    assert roles(text) == roles(MODERN)
    assert "四好" not in outline_of(text).parts[-1].span.words(text)


@given(st.text(alphabet="一二三、（）(是第，。“”《》\n 　各位代表！今年2026年报告12感谢问题五"))
def test_any_text_passes_through(text: str) -> None:
    layout = lay_out(from_text(text))
    for heading in layout.outline.headings:
        assert 0 <= heading.span.start < heading.span.end <= len(text)
    ends = [0, *itertools.chain.from_iterable((one.start, one.end) for one in layout.sentences)]
    assert ends == sorted(ends)


@given(st.text())
def test_any_characters_pass_through(text: str) -> None:
    layout = lay_out(from_text(text))
    assert all(passage.start <= passage.end for passage in layout.passages)


def test_a_line_of_a_million_characters() -> None:
    layout = lay_out(from_text("今年地区生产总值增长百分之五" * 75_000))
    assert len(layout.sentences) == 1


def test_the_place_and_year_of_every_real_report(shared) -> None:
    for row in json.loads((shared / "corpus" / "index.json").read_text(encoding="utf-8")):
        report = taizhang.read(shared / "corpus" / f"{row['id']}.txt")
        area = row["area"].replace("中华人民共和国", "全国")
        assert (row["id"], report.year, report.area) == (row["id"], int(row["year"]), area)
