"""Paragraphs of a clean text, and the Chinese and Arabic numbers that outlines are made of."""

import msgspec

#: A number in Chinese numerals or digits, as headings and dates write it.
NUMBER = r"[一二两三四五六七八九十百零〇○\d]{1,5}"
_DIGITS = {char: value for value, char in enumerate("零一二三四五六七八九")} | {"〇": 0, "○": 0, "两": 2}


class Paragraph(msgspec.Struct, frozen=True, gc=False):
    """A line of clean text without the blanks around it: ``text`` is what stands at ``[start, end)``."""

    start: int
    end: int
    text: str


def find_paragraphs(text: str) -> list[Paragraph]:
    """Cut a clean text into its paragraphs, blank ones left out."""
    found = []
    position = 0
    for line in text.split("\n"):
        words = line.strip()
        if words:
            start = position + line.index(words[0])
            found.append(Paragraph(start, start + len(words), words))
        position += len(line) + 1
    return found


def number_of(numeral: str) -> int | None:
    """Read a small number: 十四 → 14, 二○三五 → 2035, 12 → 12; None for anything else."""
    if numeral.isascii() and numeral.isdigit():
        return int(numeral)
    if all(char in _DIGITS for char in numeral) and numeral:
        return int("".join(str(_DIGITS[char]) for char in numeral))
    tens, ten, ones = numeral.partition("十")
    if not ten or (tens and tens not in _DIGITS) or (ones and ones not in _DIGITS):
        return None
    return (_DIGITS[tens] if tens else 1) * 10 + (_DIGITS[ones] if ones else 0)
