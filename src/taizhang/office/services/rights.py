"""Rights: default-deny, by the roles of the posts that a person holds, within a scope."""

from dataclasses import dataclass

from django.db.models import Q, QuerySet

from taizhang.office.models import Person, Post, Progress, Report, Task, Unit, Upload
from taizhang.office.rules import rules
from taizhang.office.services.acting import Forbidden


@dataclass(frozen=True, slots=True)
class Reason:
    """What one post says about an action: the scope that the table gives and whether it reaches."""

    post: Post
    scope: str
    reaches: bool


@dataclass(frozen=True, slots=True)
class Decision:
    """Whether someone may, and the reason of every post they hold."""

    allowed: bool
    reasons: tuple[Reason, ...]


def decide(person: Person | None, action: str, subject: object = None) -> Decision:
    """Say whether ``person`` may do ``action`` (on ``subject``: a task, unit, report or file), and why."""
    rule = rules().actions.get(action)
    if person is None or rule is None or not person.is_active:
        return Decision(False, ())
    reasons = tuple(
        Reason(post, scope, _reaches(post, scope, subject, rule.parts))
        for post in posts_of(person)
        for scope in (rule.allow.get(post.role, ""),)
    )
    return Decision(any(reason.reaches for reason in reasons), reasons)


def may(person: Person | None, action: str, subject: object = None) -> bool:
    """Say whether ``person`` may do ``action``."""
    return decide(person, action, subject).allowed


def require(person: Person | None, action: str, subject: object = None) -> None:
    """Stop somebody who may not.

    Raises:
        Forbidden: the table gives no post of theirs this action within its scope.
    """
    if not may(person, action, subject):
        name = rules().actions[action].name if action in rules().actions else action
        raise Forbidden("没有权限：{action}", action=name)


def posts_of(person: Person) -> list[Post]:
    """Posts that someone holds now; asked of the database once for each request."""
    cached = person.__dict__.get("_held_posts")
    if cached is None:
        cached = list(person.posts.filter(closed=False, unit__closed=False).select_related("unit"))
        person.__dict__["_held_posts"] = cached
    return cached


def visible_tasks(person: Person, action: str = "task.view") -> QuerySet[Task]:
    """Tasks that someone may see (or export …), as one query."""
    rule = rules().actions[action]
    reach = Q(pk__in=[])
    for post in posts_of(person):
        match rule.allow.get(post.role):
            case "all":
                return Task.objects.all()
            case "below":
                reach |= _in_units(rule.parts, Q(path__startswith=post.unit.path))
            case "own":
                reach |= _in_units(rule.parts, Q(pk=post.unit_id))
    return Task.objects.filter(reach)


def visible_units(person: Person, action: str = "unit.view") -> QuerySet[Unit]:
    """Units that someone may see."""
    allow = rules().actions[action].allow
    reach = Q(pk__in=[])
    for post in posts_of(person):
        match allow.get(post.role):
            case "all":
                return Unit.objects.all()
            case "below":
                reach |= Q(path__startswith=post.unit.path)
            case "own":
                reach |= Q(pk=post.unit_id)
    return Unit.objects.filter(reach)


def _in_units(parts: tuple[str, ...], units: Q) -> Q:
    chosen = Unit.objects.filter(units).values("pk")
    reach = Q(pk__in=[])
    if "lead" in parts:
        reach |= Q(lead__in=chosen)
    if "support" in parts:
        reach |= Q(pk__in=Task.supports.through.objects.filter(unit__in=chosen).values("task"))
    return reach


def _reaches(post: Post, scope: str, subject: object, parts: tuple[str, ...]) -> bool:
    if not scope:
        return False
    if scope == "all" or subject is None:
        return True
    units = _units_of(subject, parts)
    if scope == "own":
        return any(unit.pk == post.unit_id for unit in units)
    return any(unit.path.startswith(post.unit.path) for unit in units)


def _units_of(subject: object, parts: tuple[str, ...]) -> list[Unit]:
    match subject:
        case Unit():
            return [subject]
        case Task():
            lead = [subject.lead] if "lead" in parts and subject.lead else []
            return lead + (list(subject.supports.all()) if "support" in parts else [])
        case Progress():
            return _units_of(subject.task, parts)
        case Upload():
            tasks = Task.objects.filter(progress__evidence__file=subject).distinct()
            return [unit for task in tasks for unit in _units_of(task, parts)]
        case Report():
            return []
    return []
