"""Subjects: what each value of a sentence measures."""

from dataclasses import dataclass, field

from taizhang.figures.values import Value
from taizhang.records import Reason


@dataclass(slots=True)
class Subject:
    """The indicator of one value.

    A value has several subjects where 均/分别/双双 or a shared multiple gives it to several items.
    """

    indicator: str
    why: list[Reason] = field(default_factory=list)


@dataclass(slots=True)
class Carried:
    """What one sentence leaves for the next ones: the subjects that may be carried over."""

    subjects: list[str] = field(default_factory=list)


def find_subjects(
    sentence: str,  # noqa: ARG001
    values: list[Value],
    carried: Carried,  # noqa: ARG001
    area: str | None,  # noqa: ARG001
) -> list[list[Subject]]:
    """Give the subjects of each value (parallel to ``values``; empty for those with ``skip``).

    Args:
        sentence: the clean sentence.
        values: its values, in order.
        carried: what the sentences before left; updated.
        area: the issuing place, left out of indicators.
    """
    return [[] for _ in values]
