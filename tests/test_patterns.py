"""Characters that patterns are searched by: where one is left out, what begins with it would never be found."""

import re
from re import _constants as op
from re import _parser
from string import whitespace
from typing import Any

import pytest

from taizhang.figures import values, wording
from taizhang.outline import headings

Items = Any  # a parsed pattern or a part of one


def firsts(items: Items) -> tuple[set[str], bool]:
    """Give the characters that a parsed pattern may begin with, and whether it may match nothing."""
    found: set[str] = set()
    for code, value in items:
        if code is op.FAILURE or (code is op.ASSERT_NOT and not value[1]):
            return found, False  # (?!) fits nowhere
        if code in (op.ASSERT, op.ASSERT_NOT, op.AT):
            continue
        chars, empty = _first(code, value)
        found |= chars
        if not empty:
            return found, False
    return found, True


def _first(code: Any, value: Any) -> tuple[set[str], bool]:
    if code is op.LITERAL:
        return {chr(value)}, False
    if code is op.IN:
        return {char for each in value for char in _of_class(*each)}, False
    if code in (op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT):
        chars, empty = firsts(value[2])
        return chars, empty or not value[0]
    if code is op.BRANCH:
        several = [firsts(branch) for branch in value[1]]
        return {char for chars, _ in several for char in chars}, any(empty for _, empty in several)
    if code is op.SUBPATTERN:
        return firsts(value[3])
    if code is op.ATOMIC_GROUP:
        return firsts(value)
    if code is op.GROUPREF_EXISTS:
        return firsts(value[2] or [])  # where a pattern begins, no group is set
    raise AssertionError(f"a pattern begins with {code}: any character may stand there")


def _of_class(code: Any, value: Any) -> set[str]:
    if code is op.LITERAL:
        return {chr(value)}
    if code is op.RANGE:
        return {chr(char) for char in range(value[0], value[1] + 1)}
    assert code is op.CATEGORY
    return set({op.CATEGORY_DIGIT: "0123456789", op.CATEGORY_SPACE: whitespace}[value])


@pytest.mark.parametrize(
    ("pattern", "known"),
    [
        (wording._RIGHT_TIME, set(wording._TIME_FIRST)),
        (wording._RIGHT_WORDS, {word[0] for word in wording._RIGHT_FIRST}),
        (wording._INNER, set(wording._INNER_FIRST)),
        *((mark, headings._MARK_FIRST) for _, mark in headings._MARKS),
    ],
    ids=["times at the right edge", "links at the right edge", "inner adverbs", *headings._MARK_NAMES],
)
def test_first_characters_are_all_known(pattern: re.Pattern[str], known: set[str]) -> None:
    chars, empty = firsts(_parser.parse(pattern.pattern))
    assert not empty
    assert not chars - known


@pytest.mark.parametrize(
    "clause",
    ["约占产量", "接近总额的", "至少增产", "不低于总额的", "不得高于总额的", "不足成本的", "超过全球"],
)
def test_the_first_look_for_a_far_bound_knows_its_words(clause: str) -> None:
    assert values._FAR.search(clause)
