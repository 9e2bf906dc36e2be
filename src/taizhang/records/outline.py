"""The outline of a report: headings, parts and their role, furniture, health."""

import msgspec

from taizhang.records.spans import Span


class Heading(msgspec.Struct, frozen=True):
    """A heading of level 1 to 3, run-in headings too."""

    level: int
    span: Span
    text: str


class Part(msgspec.Struct, frozen=True):
    """A stretch of the report with one role.

    ``role`` is one of opening, review, review_term, problems, acknowledgements, plan, year_goals,
    year_tasks, self, closing.
    """

    role: str
    span: Span


class Finding(msgspec.Struct, frozen=True):
    """Something missing or damaged in the source: a code, the place, a sentence for a person."""

    code: str
    span: Span
    message: str


class Outline(msgspec.Struct, frozen=True):
    """One row a document; ``date`` is ISO (2026-01-28)."""

    doc: str
    title: str | None = None
    speaker: str | None = None
    date: str | None = None
    area: str | None = None
    year: int | None = None
    headings: tuple[Heading, ...] = ()
    parts: tuple[Part, ...] = ()
    furniture: tuple[Span, ...] = ()
    health: tuple[Finding, ...] = ()
