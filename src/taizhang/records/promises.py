"""Promises: headline targets and task rows."""

from decimal import Decimal

import msgspec

from taizhang.records.spans import Span


class HeadlineTarget(msgspec.Struct, frozen=True, omit_defaults=True):
    """One clause of the passage that sets the year's main expected targets.

    ``type`` is point, around, floor, ceiling, range, relative, assigned or direction; ``to`` names the
    other series of a relative target; ``tail`` is true where 努力争取更好结果 (or the like) hangs on it.
    """

    doc: str
    span: Span
    text: str
    indicator: str
    type: str
    value: Decimal | None = None
    low: Decimal | None = None
    high: Decimal | None = None
    unit: str | None = None
    measure: str | None = None
    to: str | None = None
    tail: bool = False
    id: str = ""
    code: str | None = None
    period: str | None = None


class Task(msgspec.Struct, frozen=True, omit_defaults=True):
    """One commitment of the year's tasks, as a supervision office breaks a report down.

    ``kind`` is figure, event, project, reform, service or direction; ``stage`` (projects) is plan, sign,
    start, build or finish; ``checkable`` says whether a yes or no can be given at the year's end.
    ``entries`` are ids of the entries in it; ``list_kind`` names the list that it stands in
    (livelihood, problems), ``unit`` the suggested lead unit, ``unit_reason`` why.
    """

    doc: str
    span: Span
    text: str
    verb: str
    object: str
    kind: str
    checkable: bool
    projects: tuple[str, ...] = ()
    stage: str | None = None
    entries: tuple[str, ...] = ()
    section: tuple[str, ...] = ()
    list_kind: str | None = None
    unit: str | None = None
    unit_reason: str | None = None
    id: str = ""
    project_ids: tuple[str, ...] = ()


class Listing(msgspec.Struct, frozen=True):
    """A list that a report holds: ``kind`` is livelihood (民生实事) or problems; ``items`` are its parts."""

    doc: str
    kind: str
    title: str
    span: Span
    items: tuple[Span, ...] = ()
