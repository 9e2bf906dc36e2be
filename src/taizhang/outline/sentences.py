"""Sentences of a clean text: where one ends and the next begins."""

import re

_TOKEN = re.compile(r"[。！？!?…\n“‘（(《]")
_CLOSING = {"“": "”", "‘": "’", "（": "）", "(": ")", "《": "》"}
_QUOTES = "”’"
_STOPS = "。！？!?"
_TRAILERS = "。！？!?…”’）)》"
# A quote or bracket that stays open longer than this holds sentences of its own, or was never closed.
_LONGEST_ASIDE = 120
# After a quote with a stop in it, these carry its sentence on.
_GOES_ON = "，、；：的是和等这,;:"


def cut_sentences(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Give the sentences of ``text[start:end]`` as ``(start, end)``, blanks around them left out.

    A sentence ends in 。！？ or with the paragraph. A stop inside quotes or brackets ends none, as long
    as the sentence goes on after them.
    """
    found: list[tuple[int, int]] = []
    begin = position = start
    while match := _TOKEN.search(text, position, end):
        char = match.group()
        position = match.end()
        if char in _CLOSING:
            position, ended = _skip_aside(text, position, end, _CLOSING[char])
        else:
            ended = char in _STOPS or char == "\n" or position >= end or text[position] == "\n"
            while ended and char != "\n" and position < end and text[position] in _TRAILERS:
                position += 1
        if ended:
            _keep(found, text, begin, position)
            begin = position
    _keep(found, text, begin, end)
    return found


def _skip_aside(text: str, position: int, end: int, closing: str) -> tuple[int, bool]:
    """Give the position after an aside (its start, if never closed) and whether a sentence ends there.

    A quote that ends in a stop ends its sentence; a bracket only where it is a sentence of its own.
    """
    limit = min(end, position + _LONGEST_ASIDE)
    line = text.find("\n", position, limit)
    close = text.find(closing, position, limit if line < 0 else line)
    if close < 0:
        return position, False
    after = close + 1
    goes_on = after < end and (text[after] in _GOES_ON or text[after] in _STOPS)
    own = closing in _QUOTES or text[max(0, position - 2) : position - 1] in tuple(_STOPS)
    return after, text[close - 1] in _STOPS and close > position and own and not goes_on


def _keep(found: list[tuple[int, int]], text: str, start: int, end: int) -> None:
    """Add a stretch without the blanks around it, unless nothing else is in it."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        found.append((start, end))
