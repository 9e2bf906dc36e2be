"""The words around a number: bound, linking verb, adverbs, and the bound after its unit."""

import re
from dataclasses import dataclass, field

from taizhang.lexicon.tables import toml_table
from taizhang.lexicon.words import lengths


@dataclass
class Predicate:
    """What stands directly before a number.

    Attributes:
        head: where these words begin.
        verb: the linking verb nearest the number, with 到 至 了 where they follow it.
        moves: rise or fall, for each moving verb, nearest first; ``to`` for one that reaches a level.
        yearly: 年均, 每年 or the like stands among the words.
        rel: bound before the number, None where there is none.
        bound: that bound's words.
        verbs: all linking verbs, nearest first.
    """

    head: int
    verb: str = ""
    moves: list[str] = field(default_factory=list)
    yearly: bool = False
    rel: str | None = None
    bound: str = ""
    verbs: list[str] = field(default_factory=list)


_WORDS = toml_table("predicates")
_BOUNDS = toml_table("bounds")
_YEARLY = {"年均", "平均每年", "每年", "年平均", "每年平均", "逐年", "年年"}


def _kinds() -> dict[str, tuple[str, str]]:
    """Give for each word its kind and, for a bound, the sign; a word of two lists has the first kind."""
    kinds: dict[str, tuple[str, str]] = {}
    for sign, words in _BOUNDS["before"].items():
        kinds |= dict.fromkeys(words, ("bound", sign))
    for move in ("rise", "fall"):
        for verb in _WORDS[move]:
            kinds.setdefault(verb, (move, ""))
            kinds.setdefault(f"{verb}了", (move, ""))
            for to in _WORDS["to"]:
                kinds.setdefault(verb + to, ("to", move))
    for kind in ("noun", "state", "adverb", "glued"):
        for word in _WORDS[kind]:
            kinds.setdefault(word, (kind, ""))
    return kinds


_KINDS = _kinds()
# The lengths of the words that end in a character, the longest first.
_LENGTHS = lengths((word[-1], len(word)) for word in _KINDS)
_AFTER_RELS = {word: sign for sign, words in _BOUNDS["after"].items() for word in words}
_AFTER = re.compile(
    "|".join(sorted(map(re.escape, _AFTER_RELS), key=lambda word: (-len(word), word)))
    + r"|(?P<many>[多余](?=[，,。；;、：）)]|的|$)|还多(?:(?<=[半成番倍]还多)))"
)


_ROUND = {word: sign for sign, words in _BOUNDS["before_round"].items() for word in words}


def before_round(text: str, start: int) -> Predicate | None:
    """Read 上 or 过 before a number without digits (上千万); None where neither stands there."""
    word = text[start - 1 : start]
    return Predicate(start - 1, rel=_ROUND[word], bound=word) if word in _ROUND else None


def before_number(text: str, floor: int, start: int) -> Predicate:
    """Read the words before a number from right to left, not beyond ``floor``."""
    found = Predicate(start)
    place = start
    while place > floor:
        for length in _LENGTHS.get(text[place - 1], ()):
            known = _KINDS.get(text[place - length : place]) if place - length >= floor else None
            if known:
                break
        else:
            break
        kind, more = known
        if kind == "glued":
            break
        word = text[place - length : place]
        _note(found, kind, more, word)
        place -= length
    found.head = place
    return found


def _note(found: Predicate, kind: str, more: str, word: str) -> None:
    if kind == "bound":
        if found.rel is None and (not found.verbs or more == "~"):
            found.rel, found.bound = more, word
        return
    if kind == "adverb":
        found.yearly = found.yearly or word in _YEARLY
        return
    found.verb = found.verb or word
    found.verbs.append(word)
    if kind in ("rise", "fall", "to"):
        found.moves.append(kind)


def after_number(text: str, tail: int) -> tuple[str | None, int]:
    """Read the bound behind a unit: its sign (None where there is none) and where it ends."""
    match = _AFTER.match(text, tail)
    if match is None:
        return None, tail
    return ">" if match["many"] else _AFTER_RELS[match[0]], match.end()
