"""The record: one chain of hashes over every change."""

import hashlib
import json
from dataclasses import dataclass
from datetime import UTC

from django.db import models, transaction

from taizhang.office.models import Change, Head
from taizhang.office.services.acting import Actor, Conflict, now

_FIELDS = ("seq", "actor_id", "who", "origin", "action", "subject", "subject_id", "before", "after", "words")
_FIRST = "0" * 64
# Computed by the clock, or never to be shown.
_PASSED_OVER = frozenset({"password", "last_login"})


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether the record is whole, with its last hash; else the first broken row and what is wrong with it."""

    whole: bool
    rows: int
    broken: int | None = None
    why: str = ""
    last: str = ""


def snapshot(subject: models.Model) -> dict[str, str | None]:
    """Give the fields of a row as words, for a before and an after."""
    return {
        one.attname: None if (value := getattr(subject, one.attname)) is None else str(value)
        for one in subject._meta.concrete_fields  # noqa: SLF001 (Django's documented public name)
        if one.attname not in _PASSED_OVER
    }


def append(
    actor: Actor,
    action: str,
    subject: models.Model,
    before: dict[str, str | None] | None = None,
    after: dict[str, str | None] | None = None,
    words: str = "",
) -> Change:
    """Add a row to the end of the chain; call it inside the transaction of the change itself.

    The head of the chain is locked until that transaction ends, so two writers make one chain: the
    second waits (PostgreSQL: row lock; SQLite: BEGIN IMMEDIATE already lets in one writer at a time).
    """
    if not transaction.get_connection().in_atomic_block:
        raise RuntimeError("the record is written in the transaction of the change")
    before = before or {}
    after = snapshot(subject) if after is None else after
    changed = [key for key in {**before, **after} if before.get(key) != after.get(key)]
    head = Head.objects.select_for_update().get(pk=1)
    row = Change(
        seq=head.last + 1,
        at=now(),
        actor=actor.person,
        who=actor.who,
        origin=actor.origin[:80],
        action=action,
        subject=subject._meta.model_name,  # noqa: SLF001
        subject_id=str(subject.pk),
        before=_words({key: before[key] for key in changed if key in before}),
        after=_words({key: after[key] for key in changed if key in after}),
        words=words,
        previous=head.hash,
    )
    row.hash = digest(row)
    row.save(force_insert=True)
    head.last, head.hash = row.seq, row.hash
    head.save()
    return row


def digest(row: Change) -> str:
    """Hash every field of a row together with the hash of the row before."""
    content = {name: getattr(row, name) for name in _FIELDS}
    content["at"] = row.at.astimezone(UTC).isoformat(timespec="microseconds")
    return hashlib.sha256((row.previous + _words(content)).encode()).hexdigest()


def verify() -> Verdict:
    """Walk the chain from its first row to its head; name the first row that does not fit.

    Others may write meanwhile: the rows must reach the head as it was before the walk and must not go
    beyond the head as it is after it.
    """
    before = Head.objects.filter(pk=1).first()
    seen, previous, passed = 0, _FIRST, before is not None and before.last == 0 and before.hash == _FIRST
    for row in Change.objects.order_by("seq").iterator(chunk_size=2000):
        if row.seq != seen + 1:
            return Verdict(False, seen, seen + 1, "这一行不见了")
        if row.previous != previous:
            return Verdict(False, seen, row.seq, "与前一行的哈希接不上")
        if row.hash != digest(row):
            return Verdict(False, seen, row.seq, "内容与哈希不符，这一行被改动过")
        seen, previous = row.seq, row.hash
        passed = passed or (before is not None and (before.last, before.hash) == (row.seq, row.hash))
    after = Head.objects.filter(pk=1).first()
    if not passed or after is None or after.last < seen or (after.last == seen and after.hash != previous):
        return Verdict(False, seen, seen + 1, "末尾的行被删去，或链头被改动过")
    return Verdict(True, seen, last=previous)


def check_version(subject: models.Model, version: int | None) -> None:
    """Stop the action when someone else changed ``subject`` since ``version`` was seen.

    Raises:
        Conflict: with the rows of the record that came in between.
    """
    if version is None or subject.version == version:
        return
    rows = Change.objects.filter(subject=subject._meta.model_name, subject_id=str(subject.pk))  # noqa: SLF001
    between = []
    for row in rows.order_by("-seq")[:50]:
        seen = json.loads(row.after).get("version")
        if seen is not None and int(seen) <= version:
            break
        between.append(row)
    raise Conflict(subject, between[::-1])


def _words(content: dict[str, object]) -> str:
    return json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
