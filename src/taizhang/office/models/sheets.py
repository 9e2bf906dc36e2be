"""Saved views of the ledger and sheets waiting to be imported."""

from django.conf import settings
from django.db import models


class SavedView(models.Model):
    """A person's named query of the ledger."""

    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="saved_views")
    name = models.CharField(max_length=60)
    query = models.CharField(max_length=1000)

    class Meta:
        ordering = ("name",)
        constraints = (models.UniqueConstraint(fields=("person", "name"), name="one_view_a_name"),)


class ImportDraft(models.Model):
    """A sheet that was read and shown, to be taken over whole or not at all."""

    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    name = models.CharField(max_length=200)
    rows = models.JSONField()
    at = models.DateTimeField(auto_now_add=True)
    applied_at = models.DateTimeField(null=True)
