"""Context: words around a value that name what its own clause leaves out."""

import re
from collections.abc import Callable
from functools import cache

from taizhang.lexicon.tables import toml_table
from taizhang.records import Entry
from taizhang.tracing.names import grams, name_of

Words = Callable[[Entry], str]
_BEFORE_SENTENCE, _BEFORE, _AFTER = 30, 70, 25
_TOPIC = 4


def words_around(text: str) -> Words:
    """Give the function that cuts the words around an entry out of its report's text."""

    def cut(entry: Entry) -> str:
        opening = entry.sentence.start - _BEFORE_SENTENCE if entry.sentence else 0
        start = max(0, opening, entry.span.start - _BEFORE)
        return "".join(text[start : entry.span.end + _AFTER].split())

    return cut


def restates(entry: Entry, around: str) -> bool:
    """Say whether the words around a figure tell that it is a promise told again, no result."""
    place = around.rfind("".join(entry.text.split()))
    if place < 0:
        return False
    table = _wordings()
    sentence = around[:place].rpartition("。")[2]
    if table["restated_sentence"].search(sentence):
        return True
    clause = re.split("[，；：]", sentence)[-1]
    behind = around[place + len("".join(entry.text.split())) :]
    return bool(
        table["restated_behind"].search(behind)
        and table["restated_before"].search(clause)
        and not table["reached"].search(table["negated"].sub("", clause))
    )


@cache
def _wordings() -> dict[str, re.Pattern[str]]:
    table = toml_table("tracing")
    keys = (
        "restated_sentence",
        "restated_before",
        "restated_behind",
        "reached",
        "negated",
        "constant_prices",
    )
    return {key: re.compile(table[key]) for key in keys}


def in_other_prices(target: Entry, around: str) -> bool:
    """Say whether an amount of money was promised in the prices of a named year."""
    return (
        target.measure == "level"
        and (target.base_unit or "").endswith("元")
        and bool(_wordings()["constant_prices"].search(around))
    )


def told_by(content: frozenset[str], around: str) -> float:
    """Say how much of what a name speaks of is told by the words around another entry (0 to 1)."""
    return len(content & grams(name_of(around).core)) / len(content) if content else 1.0


def same_topic(one: str, other: str) -> str:
    """Give the longest piece of content that two contexts share, empty where it is too short to tell."""
    pieces, others = _pieces(one), _pieces(other)
    best = ""
    for piece in pieces:
        for start in range(len(piece) - _TOPIC + 1):
            end = start + max(_TOPIC, len(best) + 1)
            while end <= len(piece) and any(piece[start:end] in text for text in others):
                best = piece[start:end]
                end += 1
    return best


@cache
def _empty_words() -> re.Pattern[str]:
    table = toml_table("tracing")
    words = [word for word in (*table["idle"], *table["thin"], *table["topicless"]) if len(word) > 1]
    return re.compile(r"[\W\d年月日]+|" + "|".join(sorted(words, key=len, reverse=True)))


def _pieces(around: str) -> list[str]:
    return [piece for piece in _empty_words().split(around) if len(piece) >= _TOPIC]
