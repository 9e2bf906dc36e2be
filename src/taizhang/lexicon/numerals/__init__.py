"""Numerals: number words of Chinese and Arabic script, as decimals; and ranges of them."""

from taizhang.lexicon.numerals.finding import find
from taizhang.lexicon.numerals.ranges import NumberRange, find_ranges
from taizhang.lexicon.numerals.reading import (
    ARABIC,
    CHINESE,
    DIGIT,
    half_width,
    integer,
    multiplier,
    number,
    shortened,
)

__all__ = [
    "ARABIC",
    "CHINESE",
    "DIGIT",
    "NumberRange",
    "find",
    "find_ranges",
    "half_width",
    "integer",
    "multiplier",
    "number",
    "shortened",
]
