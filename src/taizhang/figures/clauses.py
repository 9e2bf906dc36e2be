"""Clauses: where a sentence breaks, with quotes and brackets kept whole."""

import re
from bisect import bisect_left
from functools import lru_cache
from typing import NamedTuple

# A comma or colon between two digits belongs to the number; 、 breaks before a predicate of its own.
_BREAK = re.compile(
    r"，(?!以及)|；|：|。|！|？|\n|;|!|\?|——(?![^，。；]{1,4}(?:线|铁路|公路|段|间))|……"
    r"|,(?:(?<![0-9],)|(?![0-9]))|:(?:(?<![0-9]:)|(?![0-9]))|、(?=并(?![网购轨联])|且|力争|努力|超额|基本实现|居(?![民住家委])|位居|规模居|增速居|实现设区"
    r"|争取|完成(?!率)|惠及|覆盖(?![率面])|带动|拉动|撬动|赋能|释放|辐射)"
)
REACH = 600
"""How many characters off a word may stand that bears on a value or a time, before or behind it."""
CLAUSE_END = re.compile(r"[，,。；;、）)]|$")
"""What ends the words behind a number, be it in a bracket or a list."""
_OPENS = re.compile(r"[“‘《（(\"]")
# A quotation or bracket no longer than this is kept whole; a longer one is likely a lost mark.
_ENCLOSED = re.compile(
    r"“[^”“]{1,60}”|‘[^’‘]{1,60}’|《[^》《]{1,60}》|（[^）（]{1,60}）|\([^)(]{1,60}\)|\"[^\"]{1,60}\""
)


class Clause(NamedTuple):
    """A stretch of a sentence between two breaks; ``opener`` is the mark before it, empty for the first."""

    start: int
    end: int
    opener: str


def hide_enclosed(text: str) -> str:
    """Blank out quotations and brackets, length kept, so that marks and joints within them do not count."""
    if not _OPENS.search(text):
        return text
    return _ENCLOSED.sub(lambda found: "□" * len(found[0]), text)


@lru_cache(maxsize=2)  # subjects and times ask for the same sentence, one after the other
def split_clauses(sentence: str) -> tuple[Clause, ...]:
    """Split a sentence into its clauses; what stands in quotation marks or brackets is not split."""
    hidden = hide_enclosed(sentence)
    clauses, start, opener = [], 0, ""
    for mark in _BREAK.finditer(hidden):
        clauses.append(Clause(start, mark.start(), opener))
        start, opener = mark.end(), mark[0]
    clauses.append(Clause(start, len(hidden), opener))
    return tuple(clauses)


def first_break(text: str) -> int:
    """Give where the first clause of a text ends, be it within quotation marks or brackets."""
    mark = _BREAK.search(text)
    return mark.start() if mark else len(text)


def within_reach(position: int) -> int:
    """Give where to begin to look back from a position of a sentence.

    No word bears on a value further off, and a sentence without an end must not cost the square of its length.
    """
    return max(0, position - REACH)


def first_told(pattern: re.Pattern[str], sentence: str, position: int) -> re.Match[str] | None:
    """Give the first match of a pattern before a position of a sentence, within reach of it."""
    return pattern.search(sentence, within_reach(position), position)


def last_told(pattern: re.Pattern[str], sentence: str, position: int) -> re.Match[str] | None:
    """Give the last match of a pattern before a position of a sentence, within reach of it."""
    return next(reversed([*pattern.finditer(sentence, within_reach(position), position)]), None)


def clause_at(clauses: tuple[Clause, ...], position: int) -> int:
    """Give the index of the clause in which ``position`` lies."""
    return bisect_left(clauses, (position + 1,)) - 1
