"""Who acts, and what stops an action: refusal, conflict."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from datetime import date, datetime

from django.utils import timezone

from taizhang.office.models import Change, Person


@dataclass(frozen=True, slots=True)
class Actor:
    """Who acts and from where (an address, ``command``, ``clock``)."""

    person: Person | None
    origin: str

    @property
    def who(self) -> str:
        """Name as it goes into the record, with the posts held."""
        if self.person is None:
            return "时钟" if self.origin == "clock" else "系统"
        posts = "、".join(str(post) for post in self.person.posts.filter(closed=False).select_related("unit"))
        return f"{self.person.name}（{posts}）"[:120] if posts else self.person.name


CLOCK = Actor(None, "clock")
COMMAND = Actor(None, "command")


class Refused(Exception):  # noqa: N818 (no error: an answer to a person)
    """An action that cannot be taken; ``sentence`` is a key of the catalogue, ``facts`` fill it."""

    def __init__(self, sentence: str, **facts: object) -> None:
        super().__init__(sentence.format(**facts))
        self.sentence = sentence
        self.facts = facts


class Forbidden(Refused):
    """Somebody who may not."""


@dataclass
class Conflict(Exception):  # noqa: N818
    """Somebody else acted in between; ``changes`` are their rows of the record."""

    subject: object
    changes: list[Change] = field(default_factory=list)


_pretended: ContextVar[datetime | None] = ContextVar("taizhang_moment", default=None)


@contextmanager
def pretending(moment: datetime) -> Iterator[None]:
    """Let everything inside happen at ``moment``: for the demo city's past year and for tests."""
    token = _pretended.set(moment)
    try:
        yield
    finally:
        _pretended.reset(token)


def now() -> datetime:
    """This moment, with its zone."""
    return _pretended.get() or timezone.now()


def today() -> date:
    """The day in the office's time zone."""
    return timezone.localdate(now())
