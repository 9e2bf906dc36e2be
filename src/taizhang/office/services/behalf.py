"""Who takes a step: whom the table of rights names, or the clerk for a unit in which nobody has an account."""

from taizhang.office.models import Person, Post, Task, Unit
from taizhang.office.rules import rules
from taizhang.office.services import rights
from taizhang.office.services.acting import Forbidden

RIGHT = "step.on_behalf"
"""The right to write down what a unit without an account says on the telephone or on paper."""
STEPS = frozenset({"sign", "feedback", "ask_close", "ask_extend", "ask_adjust"})
"""Steps of the unit itself."""


def may_take(person: Person | None, step: str, task: Task) -> bool:
    """Say whether ``person`` may take ``step`` on ``task``, by their own right or on the unit's behalf."""
    return rights.may(person, f"step.{step}", task) or stands_in(person, step, task)


def stands_in(person: Person | None, step: str, task: Task) -> bool:
    """Say whether ``person`` would take the step for a unit in which nobody can."""
    lead = task.lead
    return lead is not None and _for_others(person, step, task) and not _reached(step, lead, _posts(step))


def require(person: Person | None, step: str, task: Task) -> None:
    """Stop somebody who may not take the step.

    Raises:
        Forbidden: neither their own right nor the unit's want of an account lets them.
    """
    if not may_take(person, step, task):
        name = rules().steps[step].name if step in rules().steps else step
        raise Forbidden("没有权限：{action}", action=name)


def waiting(person: Person, step: str, tasks: list[Task]) -> list[Task]:
    """Those of ``tasks`` that wait for ``person`` to take ``step`` for units in which nobody can."""
    if not rights.may(person, RIGHT):
        return []
    posts = _posts(step)
    leads = {task.lead for task in tasks if task.lead is not None}
    silent = {unit for unit in leads if not _reached(step, unit, posts)}
    return [task for task in tasks if task.lead in silent and _for_others(person, step, task)]


def _for_others(person: Person | None, step: str, task: Task) -> bool:
    return step in STEPS and rights.may(person, RIGHT, task) and not rights.may(person, f"step.{step}", task)


def _posts(step: str) -> list[Post]:
    """Posts of people with an account, of roles that may take the step."""
    allow = rules().actions[f"step.{step}"].allow
    posts = Post.objects.filter(closed=False, unit__closed=False, role__in=allow, holder__is_active=True)
    return list(posts.exclude(holder__login=None).select_related("unit"))


def _reached(step: str, unit: Unit, posts: list[Post]) -> bool:
    """Whether a holder of ``posts`` may take the step for a unit."""
    allow = rules().actions[f"step.{step}"].allow
    return any(
        post.unit_id == unit.pk or (allow[post.role] != "own" and unit.path.startswith(post.unit.path))
        for post in posts
    )
