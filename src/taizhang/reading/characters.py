"""Characters of clean text: one form of each digit, sign and mark, one for one, so that positions hold."""

import re
import unicodedata
from collections.abc import Callable
from functools import cache

from taizhang.lexicon.tables import toml_table

INVISIBLE = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f\x80-\x84\x86-\x9f\xad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f"
    "\ufe00-\ufe0f\ufeff\ufff9-\ufffb]"
)
"""Characters that print nothing: zero-width spaces and joiners, byte order marks, controls."""

_SPACES = "\xa0\u1680" + "".join(map(chr, range(0x2000, 0x200B))) + "\u202f\u205f\u3000"
_BREAKS = "\r\x0b\x0c\x85\u2028\u2029"
_ALIKE = {
    **dict.fromkeys(_SPACES, " "),
    **dict.fromkeys(_BREAKS, "\n"),
    **dict.fromkeys("「〝„‟", "“"),
    **dict.fromkeys("」〞", "”"),
    **dict.fromkeys("『", "‘"),
    **dict.fromkeys("』", "’"),
    **dict.fromkeys("―─━–", "—"),
    **dict.fromkeys("‐‑‒−﹣", "-"),
    **dict.fromkeys("〜～∼˜", "~"),
    **dict.fromkeys("•‧∙⋅・･", "·"),
    **dict.fromkeys("﹪٪", "%"),
    **dict(zip("();!?", "（）；！？", strict=True)),
    "﹐": "，",
    "﹑": "、",
    "﹒": ".",
    "﹔": "；",
    "﹕": "：",
    "﹗": "！",
    "﹙": "（",
    "﹚": "）",
    "〈": "《",
    "〉": "》",
    "＂": '"',
    "｡": "。",
    "､": "、",
    "｢": "“",
    "｣": "”",
    "︰": "：",
}
# Marks of Chinese prose stay full-width: the rules read one form of them.
_STAY = set("，；：？！（）")


def _compatible(first: int, last: int) -> dict[str, str]:
    """Give the characters of a Unicode block whose compatibility form is one other character."""
    forms = ((chr(code), unicodedata.normalize("NFKC", chr(code))) for code in range(first, last + 1))
    return {char: form for char, form in forms if len(form) == 1 and form != char}


def _alike() -> dict[int, str]:
    # full-width forms, radicals and compatibility ideographs (text layers of PDFs are full of them)
    table = _compatible(0xFF01, 0xFF5E) | _compatible(0x2E80, 0x2FDF) | _compatible(0xF900, 0xFAFF)
    for char in _STAY:
        table.pop(char, None)
    return str.maketrans(table | _ALIKE)


_TABLE = _alike()
_ODD_CLASS = "[" + "".join(re.escape(chr(code)) for code in sorted(_TABLE)) + "]"
# A pattern that begins with one character of a class is searched for faster than one with a run of them.
_ODD = re.compile(f"{_ODD_CLASS}{_ODD_CLASS}*")

_NUMERAL = "一二三四五六七八九〇"
_ZEROS = str.maketrans("OoΟ0", "〇〇〇〇")
_UNIT = "%‰万亿千百倍个公平立微亩斤米度家户件项吨元人分多余"
# Each rule puts another character, or others, in the place of as many; it is tried where its sign occurs.
# Patterns begin with the sign itself and look back from behind it, which is several times faster.
_RULES: tuple[tuple[str, re.Pattern[str], str | Callable[[re.Match[str]], str]], ...] = (
    # 1，100 and 27,203,319 are numerals; any other comma is one of the sentence
    ("，", re.compile(r"，(?=\d{3}(?!\d))(?<=\d，)(?<!\d{4}，)"), ","),
    (",", re.compile(r",(?!(?<=\d,)(?<!\d{4},)\d{3}(?!\d))(?!(?<=[A-Za-z],)[ A-Za-z])"), "，"),
    # ratios: 2.35∶1, 2：1
    ("∶", re.compile("∶"), ":"),
    ("：", re.compile(r"：(?=\d)(?<=\d：)"), ":"),
    (":", re.compile(r":(?:(?<!\d:)(?!//)|(?![\d/]))"), "："),
    # decimals: 19·5%; a date (5·12) keeps its dot
    ("·", re.compile(rf"·(?=\d+[{_UNIT}])(?<=\d·)"), "."),
    (
        ".",
        re.compile(
            r"\.(?=[\u4e00-\u9fff“”（\n]|\Z)(?<=[\u4e00-\u9fff”）%]\.)(?<!\n[一二三四五六七八九十]\.)"
        ),
        "。",
    ),
    # a range whose dash was taken for the numeral by OCR: 2%一3%
    ("%一", re.compile(r"%一(?=\d)"), "%—"),
    # zeros of written numerals and years: 一九八○年, 二百○八所, 二O二五年
    ("○", re.compile(rf"○(?:(?<=[{_NUMERAL}百千万亿○]○)|(?=[{_NUMERAL}]))"), "〇"),
    ("年", re.compile(rf"[一二][{_NUMERAL}OoΟ0]{{3}}年"), lambda year: year[0].translate(_ZEROS)),
)
_TRADITIONAL_SHARE = 0.01


@cache
def _simplified() -> dict[int, str]:
    pairs = toml_table("traditional")["pairs"].split()
    return {ord(pair[0]): pair[1] for pair in pairs}


@cache
def _telling() -> re.Pattern[str]:
    return re.compile(f"[{toml_table('traditional')['telling']}]")


def is_traditional(text: str) -> bool:
    """Say whether a text is written in traditional script, by its most frequent characters."""
    sample = text[:20_000]
    return len(_telling().findall(sample)) > _TRADITIONAL_SHARE * len(sample)


def _straight_quotes(line: re.Match[str]) -> str:
    """Turn the straight quotes of a paragraph into a pair each; an odd number tells nothing and stays."""
    parts = line[0].split('"')
    if len(parts) % 2 == 0:
        return line[0]
    return "".join(part + ("“", "”")[number % 2] for number, part in enumerate(parts[:-1])) + parts[-1]


def numbers_in_one_form(text: str) -> str:
    """Mend commas and colons of numbers whose halves stood on two lines; the length stays."""
    for sign, pattern, form in _RULES[:1] + _RULES[3:4]:
        if sign in text:
            text = pattern.sub(form, text)
    return text


def one_form(text: str) -> str:
    """Write digits, signs, marks, spaces and script in one form; the length stays.

    Digits, Latin letters, % and the decimal point become half-width, commas, stops, colons and brackets of
    the sentence full-width; a comma or colon inside a number stays half-width (1,100, 2.35:1).
    """
    text = _ODD.sub(lambda run: run[0].translate(_TABLE), text)
    for sign, pattern, form in _RULES:
        if sign in text:
            text = pattern.sub(form, text)
    if '"' in text:
        text = re.sub(r'[^\n]*"[^\n]*', _straight_quotes, text)
    if is_traditional(text):
        text = text.translate(_simplified())
    return text
