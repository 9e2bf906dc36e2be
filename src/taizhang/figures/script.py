"""Script: indicators and units of a report in traditional script, written back as the report writes them."""

from itertools import pairwise

import msgspec

from taizhang.outline import Layout
from taizhang.reading.characters import is_traditional, one_form
from taizhang.records import Entry


def as_written(layout: Layout, entries: tuple[Entry, ...]) -> tuple[Entry, ...]:
    """Give the entries in the report's own characters (entry contract, rule 12: 一百零八億度 → 億度).

    Amounts, base units, codes, ids and reasons stay as they are: by them reports in both scripts are compared.
    """
    if not is_traditional(layout.source.text):
        return entries
    writing = _Writing(one_form(layout.source.text), layout.source.text)
    return tuple(
        msgspec.structs.replace(entry, indicator=writing.of(entry.indicator), unit=writing.of(entry.unit))
        for entry in entries
    )


class _Writing:
    """How a text writes simplified characters, told by their neighbours: 公里, but 這裏."""

    def __init__(self, plain: str, own: str) -> None:
        pairs = list(pairwise(plain))
        self._alone = dict(zip(plain, own, strict=True))
        self._before = dict(zip(pairs, own[:-1], strict=True))
        self._after = dict(zip(pairs, own[1:], strict=True))

    def of(self, words: str) -> str:
        """Write words as the text does; digits and signs stay as they are."""
        return "".join(
            self._one(words, place) if char > "\u2e80" else char for place, char in enumerate(words)
        )

    def _one(self, words: str, place: int) -> str:
        char = words[place]
        follows, leads = (char, words[place + 1 : place + 2]), (words[place - 1 : place], char)
        return self._before.get(follows) or self._after.get(leads) or self._alone.get(char, char)
