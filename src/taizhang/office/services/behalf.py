"""Who takes a step: whom the table of rights names, or the clerk for a unit in which nobody has an account."""

from taizhang.office.models import Person, Post, Task
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
    return (
        step in STEPS
        and task.lead is not None
        and rights.may(person, RIGHT, task)
        and not rights.may(person, f"step.{step}", task)
        and not _somebody(step, task)
    )


def require(person: Person | None, step: str, task: Task) -> None:
    """Stop somebody who may not take the step.

    Raises:
        Forbidden: neither their own right nor the unit's want of an account lets them.
    """
    if not may_take(person, step, task):
        name = rules().steps[step].name if step in rules().steps else step
        raise Forbidden("没有权限：{action}", action=name)


def _somebody(step: str, task: Task) -> bool:
    """Whether anybody with an account may take the step for the lead unit."""
    allow = rules().actions[f"step.{step}"].allow
    posts = Post.objects.filter(closed=False, unit__closed=False, role__in=allow, holder__is_active=True)
    return any(
        post.unit_id == task.lead_id
        or (allow[post.role] != "own" and task.lead.path.startswith(post.unit.path))
        for post in posts.exclude(holder__login=None).select_related("unit")
    )
