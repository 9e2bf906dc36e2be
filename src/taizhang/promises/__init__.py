"""Promises: headline targets, tasks and projects."""

from taizhang.promises.headline import headline_targets, plan_targets
from taizhang.promises.lists import lists
from taizhang.promises.mentions import ProjectMention, project_mentions
from taizhang.promises.stated import Statement, stated
from taizhang.promises.tasks import tasks

__all__ = [
    "ProjectMention",
    "Statement",
    "headline_targets",
    "lists",
    "plan_targets",
    "project_mentions",
    "stated",
    "tasks",
]
