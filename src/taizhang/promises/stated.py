"""Stated or not: whether a report sets a target for an indicator. "Not stated" is an answer."""

from collections.abc import Iterable

import msgspec

from taizhang.lexicon.indicators import code_of
from taizhang.outline import Layout
from taizhang.promises.passage import find_year_passage
from taizhang.records import HeadlineTarget


class Statement(msgspec.Struct, frozen=True):
    """The answer for one indicator.

    ``answer`` is ``stated``, ``not_stated`` (the passage is there and is silent on it) or ``passage_not_found``
    (the report has no passage of headline targets, so that nothing can be said).
    """

    name: str
    answer: str
    targets: tuple[HeadlineTarget, ...] = ()


def stated(
    layout: Layout, targets: tuple[HeadlineTarget, ...], names: Iterable[str]
) -> tuple[Statement, ...]:
    """Say for each indicator whether the headline targets of a report set it.

    Args:
        layout: the report.
        targets: its headline targets.
        names: indicators under any name that the catalogue knows (GDP, 经济增长); other names are compared
            with the words of the targets.
    """
    silent = "not_stated" if targets or find_year_passage(layout) else "passage_not_found"
    answers = []
    for name in names:
        found = tuple(target for target in targets if _is_about(target, name))
        answers.append(Statement(name, "stated" if found else silent, found))
    return tuple(answers)


def _is_about(target: HeadlineTarget, name: str) -> bool:
    code = code_of(name, measure=target.measure or "growth")
    if code is None:
        return name in target.indicator
    return code in _target_codes(target)


def _target_codes(target: HeadlineTarget) -> tuple[str, ...]:
    """Give the codes of the series that a target is about; several where one clause sets several."""
    return tuple(target.code.split("+")) if target.code else ()
