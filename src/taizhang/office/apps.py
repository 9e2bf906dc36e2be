"""The Django application of the office."""

from django.apps import AppConfig


class OfficeConfig(AppConfig):
    """Units, tasks, reports and the record."""

    name = "taizhang.office"
    label = "office"
    default_auto_field = "django.db.models.BigAutoField"
