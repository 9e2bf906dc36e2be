"""Word sets: the longest word of a list at a place of a text."""

from collections.abc import Iterable


class WordSet:
    """Words to be found at a place, the longest first.

    >>> WordSet(["建设", "建设改造"]).at("建设改造农村公路", 0)
    '建设改造'
    """

    def __init__(self, words: Iterable[str]) -> None:
        self._words = frozenset(words)
        self._by_first = _lengths((word[0], len(word)) for word in self._words)
        self._by_last = _lengths((word[-1], len(word)) for word in self._words)

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


def _lengths(pairs: Iterable[tuple[str, int]]) -> dict[str, tuple[int, ...]]:
    """Give the lengths of the words of each first or last character, the longest first."""
    found: dict[str, set[int]] = {}
    for char, length in pairs:
        found.setdefault(char, set()).add(length)
    return {char: tuple(sorted(lengths, reverse=True)) for char, lengths in found.items()}
