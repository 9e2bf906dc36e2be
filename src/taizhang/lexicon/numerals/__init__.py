"""Numerals: number words of Chinese and Arabic script, as decimals; and ranges of them.

``find`` and ``find_ranges`` load when they are first asked for: reading a report does without their patterns.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

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

if TYPE_CHECKING:
    from taizhang.lexicon.numerals.finding import find
    from taizhang.lexicon.numerals.ranges import NumberRange, find_ranges

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
_LATER = {"find": "finding", "find_ranges": "ranges", "NumberRange": "ranges"}


def __getattr__(name: str) -> Any:
    if name not in _LATER:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_LATER[name]}"), name)
