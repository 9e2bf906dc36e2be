"""The record: every change, chained by hash. The database refuses to change or delete its rows."""

from django.conf import settings
from django.db import models


class Change(models.Model):
    """One change; ``hash`` covers every other field and the hash of the row before."""

    seq = models.BigIntegerField(primary_key=True)
    at = models.DateTimeField(db_index=True)
    actor = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    who = models.CharField(max_length=120)
    origin = models.CharField(max_length=80)
    action = models.CharField(max_length=40, db_index=True)
    subject = models.CharField(max_length=30)
    subject_id = models.CharField(max_length=40)
    before = models.TextField()
    after = models.TextField()
    words = models.TextField(blank=True, default="")
    previous = models.CharField(max_length=64)
    hash = models.CharField(max_length=64)

    class Meta:
        ordering = ("seq",)
        indexes = (models.Index(fields=("subject", "subject_id"), name="record_subject"),)


class Head(models.Model):
    """The end of the chain; its one row is locked by whoever adds to the record."""

    last = models.BigIntegerField(default=0)
    hash = models.CharField(max_length=64, default="0" * 64)
