"""Slowing down those who guess: one login at one address, and an address that tries many logins."""

from axes.attempts import get_cool_off_threshold
from axes.handlers.database import AxesDatabaseHandler
from axes.models import AccessAttempt
from django.conf import settings
from django.db.models import Sum
from django.http import HttpRequest


class Throttle(AxesDatabaseHandler):
    """Counts as django-axes does, and what an address tried on all logins together.

    An address may stand for a whole building, so it has a limit of its own (``ADDRESS_FAILURE_LIMIT``), and
    signing in with one's own login does not wipe out what was tried on others'.
    """

    def get_failures(self, request: HttpRequest, credentials: dict[str, str] | None = None) -> int:
        """Failures that count, on the scale of ``AXES_FAILURE_LIMIT``."""
        tried = AccessAttempt.objects.filter(
            ip_address=request.axes_ip_address, attempt_time__gte=get_cool_off_threshold(request)
        ).aggregate(all=Sum("failures_since_start"))["all"]
        at_address: int = (tried or 0) * settings.AXES_FAILURE_LIMIT // settings.ADDRESS_FAILURE_LIMIT
        return max(int(super().get_failures(request, credentials)), at_address)
