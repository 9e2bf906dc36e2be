"""Numerals: number words of Chinese and Arabic script, as decimals.

Shares come as a fraction of one: 百分之三十六点九 and 36.9% give 0.369, 三成五 0.35, 打八折 0.8, 三分之一
0.3333…  Digits that are read one by one give the number that they spell (二零二一 → 2021).
"""

import re
from decimal import Decimal
from functools import lru_cache
from itertools import pairwise

_DIGITS = {
    char: value
    for row in ("零一二三四五六七八九", "〇壹贰叁肆伍陆柒捌玖", "○弌貳參亖伍陸柒捌玖", "0123456789")
    for value, char in enumerate(row)
} | {"两": 2, "兩": 2, "俩": 2, "倆": 2, "仨": 3, "叄": 3}
_SMALL = {"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000}
_TENS = {"廿": 20, "卅": 30, "卌": 40}
_LARGE = {"万": 10**4, "萬": 10**4, "亿": 10**8, "億": 10**8, "兆": 10**12}

# Number words remembered: reports have few that differ, and they are short.
_REMEMBERED = 1024

DIGIT = "零〇○一二两兩三四五六七八九"
"""Everyday Chinese digits, for a character class."""

_FIGURES = r"(?:\d{1,3}(?:,\d{3})+(?!\d)|\d+)(?:[.·]\d+)?"
ARABIC = rf"(?:\d+[百千万](?:\d+[十百千万])+|{_FIGURES})"
"""Pattern of an Arabic number in half-width digits, also one mixed with units (3千5百)."""

CHINESE = rf"[{DIGIT}十百千万萬亿億廿卅卌]+(?:点[{DIGIT}]+[十百千万萬亿億]*)?"
"""Pattern of a Chinese number; a run of its characters, well-formed or not."""

_TO_HALF = {
    code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F) if chr(code) not in "，；：！？（）"
} | str.maketrans("萬億兩點", "万亿两点")
_WIDE = re.compile("[" + "".join(map(chr, _TO_HALF)) + "]")


def half_width(text: str) -> str:
    """Give the text with half-width digits, letters and signs and simplified numerals, one for one.

    Chinese punctuation stays: a comma between two clauses is no thousands mark.
    """
    # Nearly every sentence is in one form already, and a search costs a tenth of a translation.
    return text.translate(_TO_HALF) if _WIDE.search(text) else text


@lru_cache(maxsize=_REMEMBERED)
def integer(words: str) -> int | None:
    """Read a whole number in Chinese characters or mixed with digits (3千5百); None if it is none.

    A digit that closes a number after a unit counts in the next lower unit: 一万五 → 15000.
    """
    if all(char in _DIGITS for char in words):
        return int("".join(str(_DIGITS[char]) for char in words)) if words else None
    total = section = 0
    digits: int | None = None
    last = closing = 1
    for previous, char in pairwise(f" {words}"):
        if char in _DIGITS:
            digits, closing = _read_digit(char, digits, closing)
            continue
        if char in _TENS:
            section += _TENS[char]
            last = 10
        elif char in _SMALL:
            last = _SMALL[char]
            section += (digits or 1) * last
        elif char in _LARGE:
            last = _LARGE[char]
            section += digits or 0
            if previous in _LARGE:
                total *= last
            elif 0 < total < last:
                total, section = (total + section) * last, 0
            else:
                total, section = total + (section or 1) * last, 0
        else:
            return None
        digits, closing = None, last // 10
    return total + section + (digits or 0) * max(closing, 1)


def _read_digit(char: str, digits: int | None, closing: int) -> tuple[int, int]:
    """Add one digit to those read since the last unit; a zero or a second digit ends what may close."""
    digit = _DIGITS[char]
    if digits is None:
        return digit, closing if digit else 1
    if char.isdecimal():
        return digits * 10 + digit, 1
    return digit, 1 if digits == 0 else closing


def number(words: str) -> Decimal | None:
    """Read a number in half-width Arabic digits, Chinese characters or both, with its multipliers.

    None where the words are no number (点), or longer than any number that means something.
    """
    if len(words) > _LONGEST:
        return None
    match = _PLAIN.fullmatch(words)
    if match:
        return Decimal(match[1].replace(",", "").replace("·", ".")) * multiplier(match[2])
    whole, point, rest = words.partition("点")
    if not point:
        found = integer(words)
        return None if found is None else Decimal(found)
    tail = rest.rstrip("十百千万萬亿億兆")
    decimals = "".join(str(_DIGITS[char]) for char in tail if char in _DIGITS)
    start = integer(whole)
    if start is None or len(decimals) != len(tail) or not tail:
        return None
    return Decimal(f"{start}.{decimals}") * multiplier(rest[len(tail) :])


@lru_cache(maxsize=_REMEMBERED)
def shortened(words: str) -> tuple[Decimal, str] | None:
    """Read a number as a report's table would print it: the number and the multiplier left to the unit.

    四百零六万 → (406, 万), 七十二亿六千万 → (72.6, 亿), 1.46万亿 → (1.46, 万亿); a number that does not
    close with 万 or 亿 is written out (四十二万七千 → 427000). None where the words are no number.
    """
    match = _PLAIN.fullmatch(words) if len(words) <= _LONGEST else None
    if match:
        return Decimal(match[1].replace(",", "").replace("·", ".")), match[2]
    found = number(words)
    if found is None:
        return None
    stem = words.rstrip("万萬亿億兆")
    unit = words[len(stem) :] if stem else words[-1]
    if unit in ("万", "萬") and ("亿" in stem or "億" in stem):
        unit = "亿"
    if not unit or unit[0] in _SMALL:
        return found, ""
    return (found / multiplier(unit)).normalize() + 0, unit


def multiplier(words: str) -> int:
    """Give the product of multiplier characters: 万亿 → 10**12, nothing → 1."""
    product = 1
    for char in words:
        product *= _SMALL.get(char) or _LARGE[char]
    return product


_LONGEST = 64
_PLAIN = re.compile(rf"({_FIGURES})([十百千万萬亿億兆]*)")
