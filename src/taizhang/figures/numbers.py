"""Numbers of a sentence with the unit that is written after them; nothing is judged here yet."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from taizhang.lexicon import numerals
from taizhang.lexicon.late import late
from taizhang.lexicon.tables import toml_table
from taizhang.lexicon.words import alternation, begins

_CN = numerals.CHINESE
_ANY = f"(?:{numerals.ARABIC}|{_CN})"
# Of so many or more, what is rare is told by its count: 孕产妇死亡率降到十万分之六十二.
_RARE = 10**5
# What is more is no part of anything that is told, and too long to be divided exactly.
_LARGEST_PART = 10**16
_PER_UNIT = {"百": ("%", 1), "千": ("‰", 1), "万": ("%", 100)}


@dataclass
class Number:
    """A number and its unit.

    ``kind`` is arabic, chinese, share (百分之三, 三成, 三分之一), fold (翻番, 减半), zero (零增长),
    place (第一, 首位, 前十), ratio (2.35:1) or parts
    (4:38:58, the parts of a whole or a time of day). ``words`` are the digits alone, ``mult`` the multiplier that
    went to the unit, ``many`` 多 余 几 来 inside the number, ``nearly`` that it is a fold not quite reached (翻了近一番).
    """

    start: int
    end: int
    tail: int
    value: Decimal
    unit: str
    kind: str
    words: str
    mult: str = ""
    many: str = ""
    high: Decimal | None = None
    nearly: bool = False


_TABLE = toml_table("units")
_ALL_UNITS = [unit for group in _TABLE["units"].values() for unit in group] + _TABLE["rules"]["product"]
_UNIT_FIRSTS = "".join(sorted({re.escape(unit[0]) for unit in _ALL_UNITS}))
_STOPS = {unit: stop for unit, stop in _TABLE["not_before"].items() if stop}
_UNIT = rf"{begins(_ALL_UNITS)}(?:{alternation(_ALL_UNITS, _STOPS)})(?:/(?:{alternation(_TABLE['rules']['per'])}))?"
_DURATIONS = frozenset({"天", "小时", "分钟", "秒"})
_ARABIC_ONLY = frozenset(_TABLE["rules"]["arabic_only"])

_NATURAL_UNITS = {word: unit for unit, words in _TABLE["natural"].items() for word in words}
_NATURAL = re.compile(rf"[^，,。；;、]{{0,16}}?({alternation(_NATURAL_UNITS)})")

_GAP = r"[ \u3000]{0,2}"
# What may follow a lone digit that counts: a numeral, a unit, 多, a share, a joint. Others stand in words (进一步, 一批).
_GOES_ON = (
    f"{_UNIT_FIRSTS}{numerals.DIGIT}十百千万萬亿億廿卅卌多余几来成番分点点半比以到至和及与或、，.．)）:："
)
_SURE = "0-9百千万萬亿億廿卅卌第"
# All first characters come first, and what is asked of them is asked from behind: so the search is several times faster.
_BEGIN = re.compile(
    rf"[{_SURE}{numerals.DIGIT}十翻减倍过首榜前半](?:(?<=[{_SURE}])|(?<=零)(?=增长)|(?<=[到至为]零)|(?<=半)(?=数)|(?<=翻)|(?<=[减过])(?=半)|(?<=倍)(?=增)"
    rf"|(?<=首)(?=位)|(?<=榜)(?=首)|(?<=前)(?=[0-9一二两三四五六七八九十])"
    rf"|(?=[{_GOES_ON}\s—–―－~～-])|(?<=[届后数几至到—–―－~～（(-].))"
)
_NUMBER = re.compile(
    rf"(?P<share>(?P<of>[百千万])分之(?P<part>{_ANY})"
    rf"(?:(?:到|至|[-—–－~～]+)(?P<upto>(?>{_ANY}))(?![个倍元分年])"
    rf"|、(?P<next>[二三四五六七八九])(?=的|左右|上下|以|，|。))?)"
    rf"|(?P<below>(?>{_CN}))分之(?P<above>{_CN})"
    rf"|(?P<tenths>(?:\d(?:\.\d)?|[一两二三四五六七八九])成(?P<half>[半一二三四五六七八九])?)"
    r"(?!分(?!布)|[为立员长果效熟绩功就本都人交片套千万十百不])"
    r"|(?P<fold>翻了?(?P<nearly>近|将近|约)?(?P<times>[一两二三四])?番|减半|倍增(?=[，,。；;、]|$))"
    r"|(?P<half_share>过半数?(?!的时|[年天月]|个月|小时|世纪|学期)|一半|半数(?=以上|以下|的|[，。；]))"
    r"|(?P<zero>零(?<!社零)增长)"
    r"|(?P<over>\d{1,2})/(?P<under>\d{1,3})(?![\d/年万])"
    r"|(?P<parts>\d+(?:\.\d+)?(?:[:：∶]\d+(?:\.\d+)?){2,})"
    rf"|(?P<ratio>(?P<left>\d+(?:\.\d+)?){_GAP}[:：∶比]{_GAP}(?P<right>\d+(?:\.\d+)?)(?![\d:：]))"
    rf"|(?P<worded>(?P<worded_left>{_CN})比(?P<worded_right>[一二三四五六七八九十]+(?:点[〇零一二三四五六七八九]+)?)(?![{numerals.DIGIT}十百千万亿年点]))"
    rf"|(?P<place>第(?P<nth>{_ANY})(?:位(?!于|置)|名(?!单))?"
    r"|首位|榜首"
    r"|前(?P<top>\d{1,3}|[一二两三四五六七八九十]{1,3})(?:位(?!数)|名|(?=[，,。；;、）)的强]|$)))"
    rf"|(?P<arabic>{numerals.ARABIC})"
    rf"|(?P<chinese>{_CN})"
)
# A number after which none of what is more than a number may stand: the pattern above need not be tried.
_ALONE = re.compile(
    rf"(?P<arabic>(?>{numerals.ARABIC}))(?![成/:：∶比 \u3000])|(?P<chinese>(?>{_CN}))(?![分成半增比])"
)
_AFTER = re.compile(
    rf"{_GAP}(?P<many>[多余几来])?(?P<mult>[十百千万萬亿億]*?)(?P<more>[多余来])?(?P<hundred_millions>(?<=[万萬][多余])[亿億])?{_GAP}(?P<unit>{_UNIT})"
    r"|(?P<many2>[多余几来])?(?P<mult2>[十百千万萬亿億]*)(?P<more2>[多余来](?!自|源|到|说|看|宾|往))?"
)
# What else the things may be counted by: 3.1万套（户）, 100条（段）.
_OTHER_UNIT = re.compile(r"[（(][套户间条个段处家所座栋张次件台组集批例项册][）)]")
_NEIGHBOURS = re.compile(
    rf"(?<![{numerals.DIGIT}])([一二三四五六七八])([二三四五六七八九])(?![{numerals.DIGIT}点])"
)
_PART = re.compile(r"\d+(?:\.\d+)?")
_HALF_MORE = late(r"(?<=[倍亩斤头吨担])半(?!年|数)")
# So many great things of a kind that were made are counted: 打造6大产业集群.
_MADE = late(r"(?:建设|建成|壮大|打造|培育|形成|构建)$")
_GREAT = late(
    r"大(?!型|量|力|规模|数据|类|户)[^，。；、\d的]{2,12}?(?:集群|基地|产业链|园区|中心|平台|枢纽)(?![^，。；、]{0,6}(?:工程|行动|计划|培育))"
)
_OWN_THOUSAND = re.compile(r"瓦|克|伏|米")
_MANY_OF = re.compile(r"个多(百分点|千分点|月|小时|星期|季度|世纪)")
# A rate of so many in a hundred thousand: 孕产妇死亡率8.5/10万.
_OF_PEOPLE = re.compile("/(?:10|十)万")
# Medals are told by their metal: 夺得9金5银6铜.
_MEDAL = late(r"[金银铜](?=[0-9、，。；和]|$)")
# What more is asked of, where it follows a number.
_TOLD_BY = frozenset("个亿/大金银铜")
_MANY_TENTHS = late(r"[多余](?![数样种次元于项方])")
_MIXED = re.compile(r"亿(?P<rest>\d{1,4})(?P<thousands>千)?(?P<many>[多余])?万(?P<more>[多余])?(?![\d亿])")
_BROKEN_DIGIT = re.compile(r"l(?=[万亿]?元)")


def may_count(text: str) -> bool:
    """Say whether a text has a character that a number begins with."""
    return _BEGIN.search(text) is not None


def numbers(text: str) -> Iterator[Number]:
    """Yield the numbers of a text in order, without overlap.

    The text must have half-width digits; see ``taizhang.lexicon.numerals.half_width``.
    """
    position = 0
    while begin := _BEGIN.search(text, position):
        match = _ALONE.match(text, begin.start()) or _NUMBER.match(text, begin.start())
        if match is None:
            position = begin.end()
            continue
        if match.lastgroup == "parts" and (shares := _shares(match)):
            yield from shares
            position = match.end()
            continue
        found = _read(text, match)
        if found is None:
            position = match.end()
        else:
            yield found
            position = max(found.tail, match.end())


def _shares(match: re.Match[str]) -> list[Number]:
    """Read the parts of a whole, which make a hundred together (8.7:41.2:50.1), as so many shares."""
    parts = [Decimal(part[0]) for part in _PART.finditer(match["parts"])]
    if not 98 <= sum(parts) <= 102:
        return []
    spans = (part.span() for part in _PART.finditer(match.string, match.start(), match.end()))
    return [
        Number(start, end, end, value, "%", "arabic", match.string[start:end])
        for value, (start, end) in zip(parts, spans, strict=True)
    ]


def _read(text: str, match: re.Match[str]) -> Number | None:
    kind = match.lastgroup
    if kind == "arabic" or kind == "chinese":  # noqa: PLR1714
        return _plain(text, match, kind)
    start, end = match.span()
    words = match[0]
    if match["share"]:
        value = numerals.number(match["part"])
        if value is None:
            return None
        upto = match["upto"] or match["next"]
        high = numerals.number(upto) if upto else None
        unit, parts = _PER_UNIT[match["of"]]
        if parts > 1:
            value, high = value / parts, high and high / parts
        return Number(start, end, end, value, unit, "share", match["part"], high=high)
    if match["below"]:
        above, below = numerals.number(match["above"]), numerals.number(match["below"])
        if not above or not below or max(above, below) > _LARGEST_PART:
            return None
        if below >= _RARE:
            return Number(start, end, end, above, f"/{below // 10**4}万", "share", words)
        return Number(start, end, end, round(100 * above / below, 2), "%", "share", words)
    if match["tenths"]:
        half = match["half"]
        more = 5 if half == "半" else numerals.integer(half) or 0 if half else 0
        tenths = numerals.number(words.split("成")[0]) or Decimal(0)
        many = "" if half or not _MANY_TENTHS.match(text, end) else text[end]
        end += len(many)
        return Number(start, end, end, 10 * tenths + more, "%", "share", words, many=many)
    if match["fold"]:
        value = (
            Decimal("0.5")
            if words == "减半"
            else Decimal(2 ** (numerals.integer(match["times"] or "一") or 1))
        )
        return Number(start, end, end, value, "倍", "fold", words, nearly=bool(match["nearly"]))
    if match["half_share"]:
        return Number(start, end, end, Decimal(50), "%", "share", words)
    if match["zero"]:
        return Number(start, end, end, Decimal(0), "%", "zero", words)
    if match["under"]:
        whole = int(match["under"])
        share = round(100 * Decimal(match["over"]) / whole, 2) if whole else None
        return None if share is None else Number(start, end, end, share, "%", "share", words)
    if match["parts"]:
        return Number(start, end, end, Decimal(0), "", "parts", words)
    if match["ratio"]:
        return _ratio(match, Decimal(match["left"]), match["right"])
    if match["worded"]:
        left, right = numerals.number(match["worded_left"]), numerals.number(match["worded_right"])
        return _ratio(match, left, str(right)) if left and right else None
    place = numerals.number(match["nth"] or match["top"] or "一")
    return None if place is None else Number(start, end, end, place, "位", "place", words)


def _ratio(match: re.Match[str], left: Decimal, right: str) -> Number:
    unit = ":1" if Decimal(right) == 1 else f":{right}"
    return Number(match.start(), match.end(), match.end(), left, unit, "ratio", match[0])


def _plain(text: str, match: re.Match[str], kind: str) -> Number | None:
    start, end = match.span()
    words = match[0]
    following = text[end : end + 1]
    if following in _TOLD_BY and (found := _by_what_follows(text, start, end, kind)):
        return found
    if following == "l" and kind == "arabic" and (broken := _BROKEN_DIGIT.match(text, end)):
        words, end = words + "1", broken.end()
    elif kind == "chinese" and words[-1] == "千" and len(words) > 1 and _OWN_THOUSAND.match(text, end):
        words, end = words[:-1], end - 1
    after = _AFTER.match(text, end)
    if after is None:
        return None
    first_many, first_mult, first_more, hundred_millions, unit, second_many, second_mult, second_more = (
        after.groups(default="")
    )
    mult = first_mult + hundred_millions or second_mult
    many = first_many or first_more or second_many or second_more
    if many == "几":
        mult = mult.lstrip("十百千")
    stop = after.start("unit") if unit else after.end()
    counted = words[-1] in "百千万亿" or (unit in _DURATIONS and len(words) > 1)  # 三天, but 一百零七天
    if kind == "chinese" and unit in _ARABIC_ONLY and not mult and not counted:
        unit = ""
    first, second = _about(words) if kind == "chinese" and len(words) > 1 else (words, None)
    shortened = numerals.shortened(first + mult)
    upper = numerals.shortened(second + mult) if second else None
    if shortened is None:
        return None
    value, mult = shortened
    tail = after.end()
    share = unit in ("%", "‰") or unit.endswith(("百分点", "千分点"))
    number_end = tail if share else start + len(text[start:stop].rstrip())
    if not unit:
        tail = number_end
    elif text.startswith(("（", "("), tail) and (other := _OTHER_UNIT.match(text, tail)):
        tail, unit = other.end(), unit + other[0]
    hundreds = kind == "chinese" and len(words) > 1 and words[-1] in "百千"  # 五千农户
    if not unit and (mult or many or hundreds):
        unit = _natural_measure(text, number_end)
    if unit.endswith("钱"):
        unit = unit.removesuffix("钱")  # 3分钱
    if text.startswith("半", tail) and (half := _HALF_MORE.match(text, tail)):
        value, tail = value + Decimal("0.5"), half.end()
    high = upper[0] if upper else None
    return Number(start, number_end, tail, value, mult + unit, kind, words, mult, many, high)


def _by_what_follows(text: str, start: int, end: int, kind: str) -> Number | None:
    """Read a number that more than a unit follows: 3个多百分点, 9金5银, 8.5/10万, 6大产业集群, 1亿3千万人次."""
    words, following = text[start:end], text[end]
    if following == "个":
        more = _MANY_OF.match(text, end)
        value = numerals.number(words) if more else None
        if not more or not value:
            return None
        unit = f"个{more[1]}"
        stop = more.end() if unit.endswith("点") else end
        return Number(start, stop, more.end(), value, unit, kind, words, many="多")
    value = numerals.number(words) if kind == "arabic" else None
    if value is None:
        return None
    if following == "亿":
        mixed = _MIXED.match(text, end)
        return _mixed(text, start, words, value, mixed) if mixed else None
    if following == "/":
        rate = _OF_PEOPLE.match(text, end)
        return Number(start, end, rate.end(), value, rate[0], kind, words) if rate else None
    if following == "大":
        great = _GREAT.match(text, end) and _MADE.search(text, max(0, start - 2), start)
        return Number(start, end, end + 1, value, "个", kind, words) if great else None
    return Number(start, end, end, value, "枚", kind, words) if _MEDAL.match(text, end) else None


def _mixed(text: str, start: int, words: str, whole: Decimal, mixed: re.Match[str]) -> Number:
    """Read digits with two multipliers in the larger one: 1亿3千多万人次 → 1.3 亿人次."""
    rest = Decimal(mixed["rest"]) * (1000 if mixed["thousands"] else 1)
    value = whole + rest / 10**4
    unit = _AFTER.match(text, mixed.end())
    name = unit["unit"] if unit and unit["unit"] else ""
    tail = unit.end() if unit and name else mixed.end()
    many = mixed["many"] or mixed["more"] or ""
    return Number(start, mixed.end(), tail, value.normalize(), "亿" + name, "arabic", words, "亿", many)


def _about(words: str) -> tuple[str, str | None]:
    """Split an approximate number into its two bounds: 三四百 → 三百, 四百."""
    pair = _NEIGHBOURS.search(words)
    if pair is None or numerals.integer(pair[2]) != (numerals.integer(pair[1]) or 0) + 1:
        return words, None
    return words[: pair.end(1)] + words[pair.end() :], words[: pair.start()] + words[pair.start(2) :]


def _natural_measure(text: str, end: int) -> str:
    """Give the measure that goes without saying (28万医务工作者 → 人), empty where the words do not tell."""
    noun = _NATURAL.match(text, end)
    return _NATURAL_UNITS[noun[1]] if noun else ""
