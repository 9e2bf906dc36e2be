"""Strength: how firmly a government means a target (力争, 确保)."""

import re
from dataclasses import dataclass

from taizhang.figures.clauses import Clause, clause_at
from taizhang.figures.values import Value
from taizhang.lexicon.late import late
from taizhang.lexicon.tables import joined_pattern

_SEMICOLON = frozenset("；;。！？")


# What may stand before the word for it to lead a list of clauses; after a subject it governs its own clause.
_OPENING = late(
    r"\s*(?:我们|要|将|也|并|还|都|就|应|应该|应当|必须|继续|全力|积极|进一步"
    r"|同时|今年|全年|明年|今后|未来|年内|到?[一二12][^，]{3}年(?:底|末)?"
    r"|[（(][^）)]*[）)]|“?十[一二三四五六]五”?(?:末|期末|时期|期间)?|在[^，]{1,12}[内中上下]|经过[^，]{1,12}|各级政府|全省|全市|全区|,|，)*\s*"
)
# A clause with a modal verb of its own begins anew.
_ANEW = late(r"[^，。；]{0,10}?(?<![主重需首只])(?:要(?![求素点是])|将|应当|必须)")
_CONDITION = re.compile(r"(?!在)[^，。；]{0,16}(?:的?前提下|的?基础上|的?情况下|的需要|的同时)")
_BACKWARD = re.compile(r"确保(?:如期|全面)?(?:实现|完成)(?:这一|上述|这些|这个|该|以上)(?:目标|任务|要求)")


@dataclass(frozen=True)
class Will:
    """Words that say how firmly a target is meant, and the stretch of the sentence that they govern."""

    start: int
    end: int
    strength: str
    words: str


def find_wills(sentence: str, values: list[Value], clauses: tuple[Clause, ...]) -> list[Will]:
    """Find the words of strength of a sentence and what they govern.

    They govern what follows them in a list of clauses, up to the next semicolon; a wish without a value
    (争取更好结果) governs nothing.
    """
    wills = []
    for strength in ("strive", "bind"):
        for match in joined_pattern("strength", strength).finditer(sentence):
            here = clause_at(clauses, match.start())
            if (
                _is_noun(sentence, match.start())
                or _CONDITION.match(sentence, match.end())
                or _is_wish(sentence, match.end(), clauses[here].end, values)
            ):
                continue
            leads = _OPENING.fullmatch(sentence, clauses[here].start, match.start()) is not None
            end = _reach(sentence, clauses, here) if leads else clauses[here].end
            if _BACKWARD.match(sentence, match.start()):
                wills.append(Will(-1, match.start(), strength, match.group()))
            wills.append(Will(match.start(), end, strength, match.group()))
    return sorted(wills, key=lambda will: will.start)


def strength_of(value: Value, wills: list[Will]) -> Will | None:
    """Give the nearest words of strength that govern a value."""
    return next((will for will in reversed(wills) if will.start < value.start < will.end), None)


def _reach(sentence: str, clauses: tuple[Clause, ...], here: int) -> int:
    for clause in clauses[here + 1 :]:
        if clause.opener in _SEMICOLON or _ANEW.match(sentence, clause.start, clause.end):
            return clause.start
    return clauses[-1].end


def _is_wish(sentence: str, start: int, end: int, values: list[Value]) -> bool:
    if any(start <= value.start < end and not value.skip for value in values):
        return False
    return joined_pattern("strength", "wish").search(sentence, start, end) is not None


def _is_noun(sentence: str, start: int) -> bool:
    return (
        joined_pattern("strength", "noun_before").search(sentence[max(0, start - 4) : start] + "$")
        is not None
    )
