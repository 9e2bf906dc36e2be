"""What is said about a task: reports of progress, evidence, requests, leaders' words. Only ever added to."""

from django.conf import settings
from django.db import models

from taizhang.office.models.tasks import Task
from taizhang.office.models.units import Unit
from taizhang.office.models.uploads import Upload

REPORTED = (("ontrack", "正常推进"), ("slow", "进度偏慢"), ("blocked", "受阻"), ("finished", "已完成"))


class Progress(models.Model):
    """A unit's report of progress, kept as given."""

    task = models.ForeignKey(Task, on_delete=models.PROTECT, related_name="progress")
    unit = models.ForeignKey(Unit, null=True, on_delete=models.PROTECT, related_name="+")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(db_index=True)
    period = models.CharField(max_length=10)
    value = models.DecimalField(max_digits=20, decimal_places=4, null=True, blank=True)
    stage = models.CharField(max_length=60, blank=True, default="")
    words = models.TextField()
    difficulties = models.TextField(blank=True, default="")
    reported = models.CharField(max_length=12, choices=REPORTED, default="ontrack")

    class Meta:
        ordering = ("at", "pk")


class Evidence(models.Model):
    """A file or a link that shows what a report of progress says."""

    progress = models.ForeignKey(Progress, on_delete=models.PROTECT, related_name="evidence")
    file = models.ForeignKey(Upload, null=True, blank=True, on_delete=models.PROTECT, related_name="evidence")
    link = models.URLField(max_length=500, blank=True, default="")


class Demand(models.Model):
    """A request for more time or a change, and the decision on it."""

    task = models.ForeignKey(Task, on_delete=models.PROTECT, related_name="demands")
    kind = models.CharField(max_length=12)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    reason = models.TextField()
    deadline = models.DateField(null=True, blank=True)
    target = models.DecimalField(max_digits=20, decimal_places=4, null=True, blank=True)
    state = models.CharField(max_length=10, default="pending", db_index=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    decided_at = models.DateTimeField(null=True, blank=True)
    decision = models.TextField(blank=True, default="")

    class Meta:
        ordering = ("at", "pk")


class Note(models.Model):
    """A leader's instruction on a task."""

    task = models.ForeignKey(Task, on_delete=models.PROTECT, related_name="notes")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    words = models.TextField()

    class Meta:
        ordering = ("at", "pk")
