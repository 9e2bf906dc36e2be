"""Reports that were uploaded, what was read in them, and the jobs that do the reading."""

from django.conf import settings
from django.db import models

from taizhang.office.models.tasks import Task
from taizhang.office.models.uploads import Upload


class Report(models.Model):
    """A report; ``text`` is the decoded source to which all spans refer."""

    title = models.CharField(max_length=200)
    area = models.CharField(max_length=60, blank=True, default="")
    year = models.IntegerField(null=True, blank=True)
    upload = models.ForeignKey(Upload, null=True, on_delete=models.PROTECT, related_name="reports")
    state = models.CharField(max_length=10, default="waiting")
    text = models.TextField(blank=True, default="")
    health = models.JSONField(default=list)
    headings = models.JSONField(default=list)
    error = models.TextField(blank=True, default="")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)
    closed = models.BooleanField(default=False)
    version = models.IntegerField(default=1)

    class Meta:
        ordering = ("-at", "-pk")

    def __str__(self) -> str:
        return self.title


class Row(models.Model):
    """A row read (or added) in a report: the machine's reading stays beside the human's."""

    report = models.ForeignKey(Report, on_delete=models.PROTECT, related_name="rows")
    kind = models.CharField(max_length=8)
    start = models.IntegerField()
    end = models.IntegerField()
    machine = models.JSONField(null=True)
    human = models.JSONField(null=True)
    state = models.CharField(max_length=10, default="open", db_index=True)
    source = models.ForeignKey("self", null=True, on_delete=models.PROTECT, related_name="made")
    task = models.ForeignKey(Task, null=True, on_delete=models.PROTECT, related_name="rows")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(null=True)
    version = models.IntegerField(default=1)

    class Meta:
        ordering = ("start", "end", "pk")

    @property
    def reading(self) -> dict[str, object]:
        """What holds now: the human's reading where there is one."""
        return self.human if self.human is not None else (self.machine or {})


class Job(models.Model):
    """Work outside the request, with its progress."""

    report = models.ForeignKey(Report, on_delete=models.PROTECT, related_name="jobs")
    state = models.CharField(max_length=10, default="queued", db_index=True)
    done = models.IntegerField(default=0)
    total = models.IntegerField(default=6)
    message = models.CharField(max_length=200, blank=True, default="")
    at = models.DateTimeField(auto_now_add=True)
    beat = models.DateTimeField(null=True)
