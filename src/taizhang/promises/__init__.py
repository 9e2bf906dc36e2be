"""Promises: headline targets, tasks and projects."""

from taizhang.promises.headline import headline_targets, plan_targets
from taizhang.promises.lists import lists
from taizhang.promises.tasks import tasks

__all__ = ["headline_targets", "lists", "plan_targets", "tasks"]
