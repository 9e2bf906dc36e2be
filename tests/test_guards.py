"""Guards: the first look that spares a pattern at most places lets through all that the pattern can begin with."""

import re
from re import _constants as sre  # type: ignore[attr-defined]
from re import _parser  # type: ignore[attr-defined]

import pytest

from taizhang.figures import values, wording

_GUARD = re.compile(r"\(\?=\[(?P<first>[^\]]+)\]\)")


def firsts(items: list) -> tuple[set[str], bool]:
    """Give the characters that a parsed pattern can begin with, and whether it can match nothing."""
    found: set[str] = set()
    for kind, what in items:
        if kind is sre.LITERAL:
            begins, empty = {chr(what)}, False
        elif kind is sre.IN:
            begins, empty = members(what), False
        elif kind is sre.BRANCH:
            branches = [firsts(list(branch)) for branch in what[1]]
            begins, empty = (
                set().union(*(one for one, _ in branches)),
                any(nothing for _, nothing in branches),
            )
        elif kind is sre.SUBPATTERN:
            begins, empty = firsts(list(what[3]))
        elif kind is sre.ATOMIC_GROUP:
            begins, empty = firsts(list(what))
        elif kind in (sre.MAX_REPEAT, sre.MIN_REPEAT, sre.POSSESSIVE_REPEAT):
            begins, nothing = firsts(list(what[2]))
            empty = nothing or what[0] == 0
        elif kind is sre.GROUPREF_EXISTS:
            sides = [firsts(list(side)) for side in what[1:] if side is not None]
            begins, empty = (
                set().union(*(one for one, _ in sides)),
                len(sides) == 1 or any(e for _, e in sides),
            )
        elif kind in (sre.ASSERT, sre.ASSERT_NOT, sre.AT):
            begins, empty = set(), True
        else:
            raise AssertionError(f"{kind}: any character may stand first")
        found |= begins
        if not empty:
            return found, False
    return found, True


def members(what: list) -> set[str]:
    """Give the characters of a set; sets that name what may not stand are of no use in a guard."""
    found: set[str] = set()
    for kind, value in what:
        if kind is sre.LITERAL:
            found.add(chr(value))
        elif kind is sre.RANGE:
            found |= {chr(code) for code in range(value[0], value[1] + 1)}
        else:
            raise AssertionError(f"{kind}: any character may stand first")
    return found


@pytest.mark.parametrize("name", ["_RIGHT_TIME", "_INNER"])
def test_a_guard_lets_through_what_the_pattern_begins_with(name: str) -> None:
    pattern = getattr(wording, name).pattern
    guard = _GUARD.match(pattern)
    assert guard
    begins, _ = firsts(list(_parser.parse(pattern[guard.end() :])))
    assert begins <= members(_parser.parse(f"[{guard['first']}]")[0][1])


@pytest.mark.parametrize(
    "clause",
    ["约占产量", "接近总额的", "至少增产", "不低于总额的", "不得高于总额的", "不足成本的", "超过全球"],
)
def test_the_first_look_for_a_far_bound_knows_its_words(clause: str) -> None:
    assert values._FAR.search(clause)
