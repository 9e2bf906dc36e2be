"""What units were asked for."""

from django.conf import settings
from django.db import models

from taizhang.office.models.tasks import Task
from taizhang.office.models.units import Unit


class Ask(models.Model):
    """One demand on a unit: a request or a reminder, with the fields it asks to fill in."""

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="asks")
    task = models.ForeignKey(Task, on_delete=models.PROTECT, related_name="asks")
    kind = models.CharField(max_length=10)
    fields = models.IntegerField(default=0)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(db_index=True)
