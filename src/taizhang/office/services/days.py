"""Working days of the Chinese calendar."""

from datetime import date, timedelta
from functools import lru_cache

import chinese_calendar

LAST_KNOWN = max(chinese_calendar.holidays).year
"""Last year for which the days off are known; after it Monday to Friday are taken as working days."""


@lru_cache(maxsize=8192)
def is_workday(day: date) -> bool:
    """Say whether offices work on ``day``."""
    try:
        return bool(chinese_calendar.is_workday(day))
    except NotImplementedError:
        return day.weekday() < 5


def add_workdays(start: date, count: int) -> date:
    """Give the ``count``-th working day after ``start``."""
    day = start
    while count > 0:
        day += timedelta(days=1)
        count -= is_workday(day)
    return day


def workdays_between(start: date, end: date) -> int:
    """Count working days after ``start`` up to and with ``end``."""
    return sum(is_workday(start + timedelta(days=gone)) for gone in range(1, (end - start).days + 1))
