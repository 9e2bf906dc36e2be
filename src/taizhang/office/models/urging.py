"""Urging, and the days on which the clocks were moved."""

from django.conf import settings
from django.db import models

from taizhang.office.models.tasks import Task


class Urge(models.Model):
    """One urging of a task: a rung of the ladder (by the clock) or a person's own words."""

    task = models.ForeignKey(Task, on_delete=models.PROTECT, related_name="urges")
    day = models.DateField()
    rung = models.CharField(max_length=40)
    since = models.DateField(null=True, blank=True)
    severity = models.IntegerField(default=0)
    to = models.CharField(max_length=80)
    words = models.TextField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ("at", "pk")
        constraints = (
            models.UniqueConstraint(
                fields=("task", "rung", "severity", "since"),
                condition=models.Q(since__isnull=False),
                name="one_urge_a_rung",
            ),
        )


class TickDay(models.Model):
    """A day for which all clocks were moved and all urging was done."""

    day = models.DateField(unique=True)
    at = models.DateTimeField()
    urged = models.IntegerField(default=0)
    changed = models.IntegerField(default=0)
