"""Clean text: one form of the characters, lines joined, furniture found, and the way back."""

from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st

from taizhang.reading import clean, from_text
from taizhang.records import Span

# what stands in a source, what clean text makes of it
FORMS = {
    "full-width digits": ("增长２８．４％", "增长28.4%"),
    "middle-dot decimal": ("增长19·5％，", "增长19.5%，"),
    "middle dot of a date": ("“5·18”博物馆日", "“5·18”博物馆日"),
    "half-width marks": ("砚江,开放;创新(试点)吗?好!", "砚江，开放；创新（试点）吗？好！"),
    "thousands": ("产量１，１００吨、27,203,319元", "产量1,100吨、27,203,319元"),
    "commas between numbers": ("2025,300个,5,7", "2025，300个，5，7"),
    "ratio sign": ("由2.9∶1缩小至2：1", "由2.9:1缩小至2:1"),
    "colon of the sentence": ("目标是:增长5%", "目标是：增长5%"),
    "corner brackets": ("「取之於民」", "“取之於民”"),
    "straight quotes": ('加快"两新一重"建设', "加快“两新一重”建设"),
    "zero width": ("地区\u200b生产\ufeff总\xad值", "地区生产总值"),
    "spaces": ("增长 5.3%、 龚　正 AI 大模型", "增长5.3%、龚正AI大模型"),
    "Latin words": ("Public domain 文本", "Public domain文本"),
    "spaced digits": ("1 9 9 8 年增长8 ．8 ％", "1998年增长8.8%"),
    "written year": ("一九八○年、二O二五年、二百○八所", "一九八〇年、二〇二五年、二百〇八所"),
    "radicals of a text layer": ("⼈⼤代表⼯作", "人大代表工作"),
    "note mark": ("四大主导产业［2］占比", "四大主导产业占比"),
    "dash lost by OCR": ("增长2%一3%", "增长2%—3%"),
    "ended by a Latin stop": ("增长5%.", "增长5%。"),
    "traditional": ("國會實現經濟發展，為一百零八億度", "国会实现经济发展，为一百零八亿度"),
    "broken number": ("规模以上工业企业营收达到了74.4\n万亿元。", "规模以上工业企业营收达到了74.4万亿元。"),
    "page break in quotes": ("制定意见,加快“两新\n\n一重”项目建设。", "制定意见，加快“两新一重”项目建设。"),
    "inline element": (
        "稳中求进。细颗粒物PM\n2.5\n年平均浓度下降。",
        "稳中求进。细颗粒物PM2.5年平均浓度下降。",
    ),
    "subscript without a sentence before": (
        "广义货币M\n2\n增长7%，贷款多增。",
        "广义货币M2增长7%，贷款多增。",
    ),
    "title in quotes": ("根据《\n纲要（草案）\n》提出的目标。", "根据《纲要（草案）》提出的目标。"),
    "indent": (
        "一、回顾\n\n　　过去一年，成绩不小。\n　　新的一年。",
        "一、回顾\n过去一年，成绩不小。\n新的一年。",
    ),
    "heading of its own": ("一、2025年工作回顾\n过去一年很好。", "一、2025年工作回顾\n过去一年很好。"),
    "run-in list": ("主要目标是：\n增长5%；\n就业稳定。", "主要目标是：\n增长5%；\n就业稳定。"),
    "date line in two": (
        "政府工作报告\n——2026年1月26日在砚江市第六届\n人民代表大会第五次会议上\n各位代表：",
        "政府工作报告\n——2026年1月26日在砚江市第六届人民代表大会第五次会议上\n各位代表：",
    ),
    "annex": ("附件1\n2026年十件实事\n稳中求进。", "附件1\n2026年十件实事\n稳中求进。"),
    "page jump": ("开放。步道成为(下转3版)\n(上接1版)\n城市名片。", "开放。步道成为城市名片。"),
    "ends in blanks": ("\n\n  报告。 \n\n", "报告。"),
    "empty": ("", ""),
}


@pytest.mark.parametrize(("source", "cleaned"), FORMS.values(), ids=FORMS)
def test_one_form(source, cleaned):
    assert clean(from_text(source)).text == cleaned


@pytest.mark.parametrize("indent", ["　　", ""])
@pytest.mark.parametrize("width", [26, 40])
def test_lines_of_one_width(indent, width):
    """A text whose lines an editor broke, in characters, gives the paragraphs back."""
    sample = (files("taizhang.samples") / "yanjiang-2026.txt").read_text(encoding="utf-8")
    whole = clean(from_text(sample)).text
    broken = [
        (indent + line)[start : start + width]
        for line in whole.split("\n")
        for start in range(0, len(indent + line), width)
    ]
    again = clean(from_text("\n".join(broken))).text
    assert again.replace("\n", "") == whole.replace("\n", "")
    assert len(set(whole.split("\n")) - set(again.split("\n"))) <= (0 if indent else 3)


def test_furniture_of_a_saved_page():
    body = "各位代表：\n现在，我代表市人民政府，向大会报告工作，请予审议，并请市政协委员提出意见。\n"
    head = "下载\n打印\n【字号：\n加大\n】\n砚江市政府工作报告\n来源：砚江日报\n时间：2026-02-03\n"
    text = f"{head}{body}相关报道：\n其他新闻"
    found = clean(from_text(text))
    words = [span.words(text) for span in found.furniture]
    assert words == [
        "下载\n打印\n【字号：\n加大\n】",
        "来源：砚江日报\n时间：2026-02-03",
        "相关报道：\n其他新闻",
    ]
    assert found.text == f"砚江市政府工作报告\n{body.strip()}"


def test_reader_furniture_is_left_out_and_listed():
    source = from_text("砚江日报 第2版\n地区生产总值增长5%。")
    source = type(source)(name="a", text=source.text, furniture=(Span(0, 8),))
    found = clean(source)
    assert found.text == "地区生产总值增长5%。"
    assert found.furniture == (Span(0, 8),)


def test_span_takes_in_what_was_left_out():
    text = "营收达到了规模以上企业的７４．４\n　万亿元。"
    found = clean(from_text(text))
    start = found.text.index("74.4万亿元")
    assert found.span(start, start + len("74.4万亿元")).words(text) == "７４．４\n　万亿元"


_PIECES = (
    "地区生产总值|增长|5.3|１２|％|%|，|,|。|\n|\n\n|　　| |“|”|(|)|一、|（二）|(上接2版)|万亿元"
    "|\u200b|PM|2.5|億|國|：|∶|·|○|年|\r\n"
)
_WORDS = st.lists(st.sampled_from(_PIECES.split("|")), max_size=60).map("".join)


@given(_WORDS | st.text(max_size=200))
def test_the_way_back(text):
    found = clean(from_text(text))
    assert len(found.text) == len(found.origin)
    assert list(found.origin) == sorted(set(found.origin))
    assert all(0 <= place < len(text) for place in found.origin)
    for span in found.furniture:
        assert 0 <= span.start < span.end <= len(text)
    if found.text:
        assert found.span(0, len(found.text)).end <= len(text)


def test_cleaning_is_the_same_twice(shared):
    for path in sorted((shared / "corpus").glob("*.txt")):
        once = clean(from_text(path.read_text(encoding="utf-8"))).text
        twice = clean(from_text(once)).text
        # the indents that set off a heading of whole sentences are gone the second time
        assert twice.replace("\n", "") == once.replace("\n", ""), path.name


@given(_WORDS)
def test_full_and_half_width_give_the_same(text):
    wide = text.translate({code: code + 0xFEE0 for code in b"0123456789%"})
    assert clean(from_text(wide)).text == clean(from_text(text)).text


@given(
    st.integers(1, 400),
    st.sampled_from(["\n", " ", ",", "(", "“", '"', "1,", "地\n", "5\n", "版", ":", "\r\n", "○"]),
)
def test_odd_repetitions_pass(count, unit):
    clean(from_text(unit * count))
