"""Times and roles: which year a value speaks of, whether it is a result, a target or neither."""

from dataclasses import dataclass, field

from taizhang.figures.values import Value
from taizhang.outline import Passage
from taizhang.records import Reason


@dataclass(slots=True)
class Setting:
    """Role, period, base and strength of one value."""

    role: str
    period: str
    base: str | None = None
    strength: str | None = None
    why: list[Reason] = field(default_factory=list)


@dataclass(slots=True)
class Clock:
    """What one sentence leaves for the next ones of its paragraph about time (到2025年… set once)."""

    period: str | None = None


def find_settings(
    sentence: str,  # noqa: ARG001
    values: list[Value],
    indicators: list[str],  # noqa: ARG001
    passage: Passage,  # noqa: ARG001
    year: int | None,
    clock: Clock,  # noqa: ARG001
) -> list[Setting]:
    """Give the setting of each value (parallel to ``values``).

    Args:
        sentence: the clean sentence.
        values: its values, in order.
        indicators: the first indicator of each value (empty for those with ``skip``).
        passage: the passage that the sentence stands in.
        year: year of the report.
        clock: what the sentences before left; updated.
    """
    return [Setting("actual", str(year - 1) if year else "") for _ in values]
