"""Find every number of a text, in whatever script it is written."""

import re
from decimal import Context, Decimal, localcontext

from taizhang.lexicon.numerals.reading import ARABIC, CHINESE, number
from taizhang.lexicon.tables import toml_table

_CAPITAL = "壹贰貳叁參叄肆伍陆陸柒捌玖"
_SIMPLE = str.maketrans(
    "〇○壹贰貳叁參叄肆伍陆陸柒捌玖拾佰仟萬億兩点點負俩倆",
    "零零一二二三三三四五六六七八九十百千万亿两点点负两两",
)
_FULL = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
_FRACTIONS = {
    "½": "0.5", "¼": "0.25", "¾": "0.75", "⅕": "0.2", "⅖": "0.4", "⅗": "0.6", "⅘": "0.8",
    "⅛": "0.125", "⅜": "0.375", "⅝": "0.625", "⅞": "0.875",
}  # fmt: skip
_THIRDS = {"⅓": (1, 3), "⅔": (2, 3), "⅙": (1, 6), "⅚": (5, 6)}
_POWERS = {"k": 10**3, "K": 10**3, "M": 10**6, "G": 10**9, "T": 10**12}
_SETS = {"打": 12, "双": 2, "雙": 2, "对": 2, "對": 2}
_EXACT = Context(prec=28)

_AR = rf"{ARABIC}|\.\d+"
_CN = CHINESE
_UP = rf"(?=[零〇拾佰仟万萬亿億兆]*[{_CAPITAL}拾佰仟])[{_CAPITAL}零〇拾佰仟万萬亿億兆]{{2,}}"
_ONE = rf"(?:{_AR}|{_CN}|{_UP})"
_WORDS = toml_table("numeral_words")
_NO_NUMBER = "|".join([*sorted(_WORDS["words"], key=lambda word: (-len(word), word)), *_WORDS["followed"]])
_SCAN = re.compile(
    rf"(?P<word>{_NO_NUMBER})"
    r"|(?P<sign>负|零下|(?<![\w%.)])[-−+](?=[\d.]))?\s?"
    rf"(?:(?P<of>[百千万])分之\s?(?P<part_sign>负)?(?P<part>{_ONE}|半)"
    rf"|(?:(?P<whole>{_ONE})又)?(?P<below>{_ONE})分之(?P<above>{_ONE})"
    r"|(?:(?P<units>\d+)\s)?(?<![\d/])(?P<top>\d+)/(?P<bottom>\d+)(?![\d/])"
    rf"|(?P<glyph_whole>\d+)?\s?(?P<glyph>[{''.join(_FRACTIONS)}{''.join(_THIRDS)}])"
    r"|(?P<mantissa>\d+(?:\.\d+)?)\s?(?:(?:[eE](?P<exponent>[+-]?\d{1,3}))|\^(?P<power>[+-]?\d{1,3}))(?![\w.])"
    rf"|(?P<cut>(?:{_AR}|{_CN}|[半对]))折(?![旧合扣叠射腾磨返中断])"
    rf"|(?P<tenths>(?:\d+(?:\.\d+)?|{_CN}|半))成(?P<more>[一二三四五六七八九半\d])?"
    r"(?![为立员长果效熟绩分功就本都人交片套千万百不])"
    r"|(?P<half>一半|半(?=[个個年天月小斤公里吨米成]))|(?P<half_dozen>半打)"
    rf"|(?P<plain>{_ONE})(?P<many>[多余几來来])?(?P<mult>(?:[十千万萬亿億兆]|百(?!分))*)(?P<more_many>[多余](?!年))?"
    r"(?P<thousand>[kKMGT](?![\w]))?(?P<set>[打双雙对對](?![造开击破好通响工牢算赢胜下接外应比于全边方]))?"
    r"(?P<half_more>[个個倍斤年天里]半)?)"
    r"(?P<share>\s?(?:[%‰]|个?百分点|個百分點))?"
)
_FIRST = {*(word[0] for word in _WORDS["words"]), *_FRACTIONS, *_THIRDS, *_CAPITAL}
_BEGIN = re.compile(
    rf"[-.+\d\s零〇○一二两三四五六七八九十百千万萬亿億兆廿卅卌半对負负拾佰仟{''.join(sorted(_FIRST))}]"
)
_LETTER = re.compile(r"[A-Za-z_]")


def find(text: str) -> list[tuple[int, int, Decimal]]:
    """Find the numbers of a text, in order and without overlap: ``(start, end, value)``.

    Read are Arabic digits (half and full width, thousands marks, powers 1.5e5), Chinese characters
    (everyday, capital, traditional, 廿 卅), both mixed (3千5百, 1.46万亿), fractions (三分之一, 3/4, ½,
    五又四分之一), halves (两个半), dozens and pairs (三十打), and signs (负, 零下, -). Shares come as a
    fraction of one: 百分之三十六点九 and 36.9% give 0.369, 三成五 0.35, 打八折 0.8. 多, 余 and 几 inside a
    number are part of it and count nothing. Words that only hold a numeral character (统一, 一切) are
    passed over.
    """
    ready = _normal(text)
    found = []
    position = 0
    while begin := _BEGIN.search(ready, position):
        match = _SCAN.match(ready, begin.start())
        position = max(match.end() if match else 0, begin.end())
        if match is None:
            continue
        value = None if match["word"] or _glued(ready, match) else _value(match)
        if value is not None:
            start, end = _trimmed(match)
            found.append((start, end, value))
    return found


def _normal(text: str) -> str:
    """Give the text in half width and simplified numerals, one character for one."""
    return text.translate(_FULL).replace("兩", "两").replace("點", "点").replace("負", "负").replace("−", "-")


def _trimmed(match: re.Match[str]) -> tuple[int, int]:
    words = match[0]
    return match.start() + len(words) - len(words.lstrip()), match.end() - (len(words) - len(words.rstrip()))


def _glued(ready: str, match: re.Match[str]) -> bool:
    """Say whether digits hang on a letter (C919), where they are a name."""
    return match.start() > 0 and match[0][0].isdigit() and bool(_LETTER.match(ready, match.start() - 1))


def _read(words: str | None) -> Decimal | None:
    if not words:
        return None
    return number(f"0{words}" if words[0] == "." else words.translate(_SIMPLE))


def _value(match: re.Match[str]) -> Decimal | None:
    with localcontext(_EXACT):
        value = _size(match)
        if value is None:
            return None
        share = (match["share"] or "").strip()
        if share:
            value /= 1000 if share == "‰" else 100
        if value == value.to_integral_value() and value.adjusted() < _EXACT.prec:
            value = value.quantize(Decimal(1))
        return -value if match["sign"] in ("负", "零下", "-") else value


def _size(match: re.Match[str]) -> Decimal | None:
    if match["of"]:
        part = Decimal("0.5") if match["part"] == "半" else _read(match["part"])
        sign = -1 if match["part_sign"] else 1
        return None if part is None else sign * part / {"百": 100, "千": 1000, "万": 10000}[match["of"]]
    if match["below"]:
        return _fraction(_read(match["above"]), _read(match["below"]), _read(match["whole"]))
    if match["bottom"]:
        return _fraction(_read(match["top"]), _read(match["bottom"]), _read(match["units"]))
    if match["glyph"]:
        return _glyph(match["glyph"]) + (_read(match["glyph_whole"]) or 0)
    if match["mantissa"]:
        base = Decimal(match["mantissa"])
        return base.scaleb(int(match["exponent"])) if match["exponent"] else _power(base, int(match["power"]))
    if match["cut"]:
        return _cut(match["cut"])
    if match["tenths"]:
        return _tenths(match["tenths"], match["more"])
    if match["half"]:
        return Decimal("0.5")
    return Decimal(6) if match["half_dozen"] else _plain(match)


def _plain(match: re.Match[str]) -> Decimal | None:
    value = _read(match["plain"] + match["mult"])
    if value is None:
        return None
    if match["thousand"]:
        value *= _POWERS[match["thousand"]]
    if match["half_more"]:
        value += Decimal("0.5")
    return value * _SETS[match["set"]] if match["set"] else value


def _fraction(above: Decimal | None, below: Decimal | None, whole: Decimal | None) -> Decimal | None:
    return None if above is None or not below else above / below + (whole or 0)


def _glyph(sign: str) -> Decimal:
    if sign in _FRACTIONS:
        return Decimal(_FRACTIONS[sign])
    above, below = _THIRDS[sign]
    return Decimal(above) / Decimal(below)


def _power(base: Decimal, exponent: int) -> Decimal | None:
    return base**exponent if base or exponent > 0 else None


def _cut(words: str) -> Decimal | None:
    """Read a price cut: 八折 0.8, 七五折 0.75, 半折 and 对折 0.5."""
    if words in ("半", "对"):
        return Decimal("0.5")
    found = _read(words)
    if found is None:
        return None
    return found / (10 if found <= 10 else 100)


def _tenths(words: str, more: str | None) -> Decimal | None:
    found = Decimal("0.5") if words == "半" else _read(words)
    if found is None:
        return None
    extra = Decimal(5) if more == "半" else _read(more) or Decimal(0)
    return found / 10 + extra / 100
