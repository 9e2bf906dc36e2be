"""Counts in words: which Chinese numbers count (建成两座水厂) and which only stand in words (一批, 几个, 百万大军)."""

import re

from taizhang.figures.clauses import CLAUSE_END
from taizhang.figures.expressions import Value
from taizhang.figures.numbers import Number
from taizhang.lexicon.late import late
from taizhang.lexicon.tables import toml_table

_UNITS = toml_table("units")["units"]
DURATIONS = frozenset(toml_table("nonfigures")["durations"])
COUNTERS = frozenset(_UNITS["counters"] + _UNITS["people"] + _UNITS["counts"])
_DIGITLESS = re.compile(r"[百千万亿]+$")
_ODD_CHINESE = re.compile(r"十?[百千万亿][百千]+[万亿]?$|亿万$|[一二三四五六七八九]{2,}$")
_VAGUE_BEFORE = re.compile(r"(?:(?<![尾总人户件次个指基倍岁])数|几)$")
# A bare number that a change starts from: 收入比由2.16缩小到2.11.
MOVED_FROM = re.compile(r"[由从](?:不足|不到|仅有?|只有)?$")
# A small count that others follow: 由两个城市增加到五十多个.
_GREW_TO = late(
    r"[^，,。；;、\d]{0,8}(?:增加|发展|扩大|扩展|减少|压缩|缩减|精简|合并|增|减|降)(?:到|至|为)了?(?:近|约|超过)?"
    r"[\d一二三四五六七八九十百千万]"
)
# How many each of them has, however few: 平均每户一头半, 平均每户两头以上.
_EACH_SO_MANY = re.compile(r"(?:平均每|每[人户]平均)[^，。；、\d]{1,8}$")
MARKS_PASSED = re.compile(r"个?[百千万亿元级]{1,5}的?新?(?:台阶|关口|大关)")
"""What follows a number of marks passed one after another, itself no bound: 连续迈上4个万亿元台阶."""
# Things that few are chosen of: their small number is a count.
_WON_BY = frozenset({"处", "所", "家", "座", "项", "件", "部", "条", "名", "位", "艘", "颗"})
_WON = late(
    r"[^，。；、\d的]{2,12}?(?:[\d]+[个项家所][^，。；、\d的]{2,8})?"
    r"(?:入选|入围|跻身|荣获|获评|获批|上榜|列入|被评为|获得?(?:国家|全国|省)|晋升|创建为)"
)
# Of these a small number is a count where they are named before it: 砚江、临沧等四个城市, 有六个省.
_PLACES_COUNTED = late(
    r"[^，。；、\d的]{0,4}?(?:城市(?!群)|省(?!级)|国家(?!级)|县(?!级)|市(?!级|场)|自治区|地区|镇|乡|村|企业|学校|医院)(?!中)"
)
# One of these stands for none at all or for all there is: 不丢一寸土地, 不拿群众一针一线.
_IDIOMS = frozenset({"寸", "针", "砖"})
# Works are counted however few were built: 建成两座水厂.
_WORKS = frozenset({"座", "艘", "所"})
_BUILT = re.compile(r"(?:建成|新建|改建|扩建|修建|兴建|建造|新建成|投产|竣工)了?$")
_NAMED_WORKS = late(r"[座艘]|条[^，。；、\d的]{0,6}(?:铁路|高铁|高速|公路|航线|地铁|国道)")
_NAMED = late(r"(?<=[，。；])[^，。；的\d]{3,}$|^[^，。；的\d]{3,}$")
_JOINT = re.compile("、|(?<=..)[和与](?=..)")
LISTED_REACH = 40
HELD = re.compile(r"(?:举办|举行|召开|承办|连办|办了|办好)了?$")
_MEETING = re.compile(
    r"(?:全体)?(?:产业|全会|会议|代表大会|党代会|大会|工业革命|产业革命|国内革命|世界大战|、)"
)


def vague(text: str, number: Number, value: Value) -> str | None:
    """Say why a Chinese number is no figure (vague, name, ordinal), None for one that is.

    Args:
        text: the sentence.
        number: the number.
        value: what was read of it so far.
    """
    if number.kind != "chinese":
        return None
    words = number.words
    if words in ("一两", "一二"):
        return "vague"
    if _VAGUE_BEFORE.search(text[max(0, number.start - 2) : number.start]):
        return "vague"
    whole = text[number.start : number.end]
    if number.unit == "倍" and words in "十百千" and text.startswith("的", number.tail):
        return "vague"
    bounds = number.high is not None and ("到" in whole or "至" in whole)  # 二至三个百分点
    if not bounds and _ODD_CHINESE.fullmatch(words):
        return "vague"
    if _DIGITLESS.match(whole):
        if text.startswith("的", value.tail):
            return "name"
        large = "万" in whole or "亿" in whole or (number.unit in COUNTERS and value.rel in (">", "~"))
        bound = value.rel in (">", ">=", "~", "<") and value.head < number.start
        told = number.unit.strip("万亿") or value.rel == ">=" or CLAUSE_END.match(text, number.tail)
        return None if large and bound and told else "vague"
    if len(words) == 1 and not number.mult:
        return _small(text, number, value)
    if not number.unit.strip("万亿"):
        return None if number.mult or "百" in words or "千" in words else "name"
    return None


def _small(text: str, number: Number, value: Value) -> str | None:
    """Judge a single Chinese digit, which is more often part of a word than a figure."""
    unit = number.unit
    if number.words == "一" and unit in _IDIOMS:
        return "name"
    if unit == "次" and _MEETING.match(text, number.tail):
        return None if HELD.search(text[max(0, number.start - 4) : number.start]) else "ordinal"
    if unit in ("次", "届", "场"):
        before = text[max(0, number.start - 2) : number.start]
        return "name" if number.words == "一" or before.endswith(("届", "委")) else None
    if unit in COUNTERS and MOVED_FROM.search(text, max(0, number.start - 3), number.start):
        return None if _GREW_TO.match(text, number.tail) else "vague"
    if number.words != "一" and _counts(text, number):
        return None
    if number.words in "百千" and number.many and unit in COUNTERS:
        return None
    several = number.words != "一" or number.value != 1
    if several and _EACH_SO_MANY.search(text, max(0, number.start - 12), number.start):
        return None
    if number.words == "十" and number.many in ("多", "余") and unit in COUNTERS:
        return None
    if unit in COUNTERS or unit in DURATIONS:
        ends = CLAUSE_END.match(text, number.tail)
        told = value.head < number.start or unit not in ("个", "位", "种", "类", "头", "名")
        climbed = unit == "位" and value.measure == "change"  # 比上年前移一位
        counted = (ends and told and (climbed or number.words != "一")) or (
            number.words == "十" and value.rel == "<"
        )
        return None if counted else "vague"
    return None if unit else "name"


def _counts(text: str, number: Number) -> bool:
    """Say whether a small number counts things that are few by their kind."""
    if (number.unit == "个" and _places(text, number)) or MARKS_PASSED.match(text, number.tail):
        return True
    if number.unit in _WON_BY and (_won(text, number) or _all_named(text, number)):
        return True
    return _made(text, number)


def _won(text: str, number: Number) -> bool:
    """Say whether a clause begins with so many things that were chosen or admitted (三处遗址入选名录)."""
    opens = number.start == 0 or text[number.start - 1] in "，。；、：　"
    return opens and _WON.match(text, number.tail) is not None


def _made(text: str, number: Number) -> bool:
    """Say whether a small number counts works that were built, or batches of things counted next."""
    if number.unit == "批":
        return text[number.tail : number.tail + 1].isdigit()
    built = _BUILT.search(text, max(0, number.start - 4), number.start)
    return number.unit in _WORKS and built is not None


def _places(text: str, number: Number) -> bool:
    """Say whether a small number counts places or bodies that are told of just before it, or that there are."""
    told = number.words == "十" or text[number.start - 1 : number.start] in ("等", "有", "，", "；")
    return told and _PLACES_COUNTED.match(text, number.tail) is not None


def _all_named(text: str, number: Number) -> bool:
    """Say whether works are named before their small number, as many as it says: 砚江、临沧两座水库."""
    if not _NAMED_WORKS.match(text, number.end):
        return False
    named = _NAMED.search(text, max(0, number.start - LISTED_REACH), number.start)
    return named is not None and len(_JOINT.findall(named[0])) + 1 == number.value
