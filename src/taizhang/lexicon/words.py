"""Word sets: the longest word of a list at a place of a text, and the pattern of a list of words."""

import re
from collections.abc import Iterable, Mapping
from types import MappingProxyType


class WordSet:
    """Words to be found at a place, the longest first.

    >>> WordSet(["建设", "建设改造"]).at("建设改造农村公路", 0)
    '建设改造'
    """

    def __init__(self, words: Iterable[str]) -> None:
        self._words = frozenset(words)
        self._by_first = lengths((word[0], len(word)) for word in self._words)
        self._by_last = lengths((word[-1], len(word)) for word in self._words)

    def __contains__(self, word: str) -> bool:
        return word in self._words

    def at(self, text: str, start: int) -> str:
        """Give the longest word that begins at ``start``, empty where none does."""
        for length in self._by_first.get(text[start : start + 1], ()):
            word = text[start : start + length]
            if word in self._words:
                return word
        return ""

    def ending(self, text: str, end: int) -> str:
        """Give the longest word that ends before ``end``, empty where none does."""
        for length in self._by_last.get(text[max(end - 1, 0) : end], ()):
            if length <= end and text[end - length : end] in self._words:
                return text[end - length : end]
        return ""


def lengths(pairs: Iterable[tuple[str, int]]) -> dict[str, tuple[int, ...]]:
    """Give the lengths of the words of each first or last character, the longest first."""
    found: dict[str, set[int]] = {}
    for char, length in pairs:
        found.setdefault(char, set()).add(length)
    return {char: tuple(sorted(lengths, reverse=True)) for char, lengths in found.items()}


def alternation(words: Iterable[str], stops: Mapping[str, str] = MappingProxyType({})) -> str:
    """Give a pattern that matches any of the words, longer ones first; none before what its ``stops`` match.

    Words of one first character stand together in the pattern, so that at a place few have to be tried. Words of
    two characters alone do not: their second ones would make a character class, ten times as slow to compile.

    >>> alternation(["公里", "公顷", "公", "米制", "米粒"], {"公": "园"})
    '公(?:里|顷|(?!园))|米制|米粒'
    """
    rests: dict[str, list[str]] = {}
    for word in sorted(set(words), key=lambda word: (-len(word), word)):
        stop = f"(?!{stops[word]})" if word in stops else ""
        rests.setdefault(word[0], []).append(re.escape(word[1:]) + stop)
    return "|".join(
        f"{re.escape(first)}(?:{'|'.join(rest)})"
        if len(rest) > 1 and max(map(len, rest)) > 1
        else "|".join(re.escape(first) + end for end in rest)
        for first, rest in rests.items()
    )


def begins(words: Iterable[str]) -> str:
    """Give a pattern that holds where one of the words may begin: a look at one character spares trying them all.

    >>> begins(["公里", "公顷", "米"])
    '(?=[公米])'
    """
    return f"(?=[{''.join(sorted({re.escape(word[0]) for word in words}))}])"
