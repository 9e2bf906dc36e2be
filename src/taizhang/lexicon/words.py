"""Word sets: the longest word of a list at a place of a text."""

from collections.abc import Iterable


class WordSet:
    """Words to be found at a place, the longest first.

    >>> WordSet(["建设", "建设改造"]).at("建设改造农村公路", 0)
    '建设改造'
    """

    def __init__(self, words: Iterable[str]) -> None:
        self._words = frozenset(words)
        self._lengths = tuple(sorted({len(word) for word in self._words}, reverse=True))

    def __contains__(self, word: str) -> bool:
        return word in self._words

    def at(self, text: str, start: int) -> str:
        """Give the longest word that begins at ``start``, empty where none does."""
        for length in self._lengths:
            if text[start : start + length] in self._words and start + length <= len(text):
                return text[start : start + length]
        return ""

    def ending(self, text: str, end: int) -> str:
        """Give the longest word that ends before ``end``, empty where none does."""
        for length in self._lengths:
            if length <= end and text[end - length : end] in self._words:
                return text[end - length : end]
        return ""
