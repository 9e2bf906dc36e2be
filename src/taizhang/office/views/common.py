"""What pages share: naming their action, the actor, reading forms."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any, TypeVar

from django.db import models
from django.http import Http404, HttpRequest, HttpResponse

from taizhang import __version__
from taizhang.office.messages import spoken
from taizhang.office.services.acting import Actor, Refused, today

View = TypeVar("View", bound=Callable[..., HttpResponse])
Found = TypeVar("Found", bound=models.Model)


def page(action: str, find: Callable[..., object] | None = None) -> Callable[[View], View]:
    """Name the action of a page, and how its subject is found from the address.

    ``public`` opens to everybody, ``self`` to whoever is signed in; any other action to whom the table
    of rights gives it on the subject.
    """

    def mark(view: View) -> View:
        view.action = action  # type: ignore[attr-defined]
        view.find = find  # type: ignore[attr-defined]
        return view

    return mark


def one(model: type[Found], **lookup: object) -> Found:
    """Find a row, or answer 404."""
    found = model.objects.filter(**lookup).first()
    if found is None:
        raise Http404
    return found


def actor(request: HttpRequest) -> Actor:
    """Who acts in a request, and from what address."""
    return Actor(request.user, request.META.get("REMOTE_ADDR", ""))


def page_context(_: HttpRequest) -> dict[str, Any]:
    """What every page shows: language, day, version."""
    return {"language": spoken(), "today": today(), "app_version": __version__}


def version_of(request: HttpRequest, name: str = "version") -> int:
    """The version that the person saw, from the field ``name``.

    Raises:
        Refused: the form does not say; then nobody could tell whether somebody else acted in between.
    """
    version = whole(request.POST.get(name))
    if version is None:
        raise Refused("表单里没有版本号，看不出别人是否先改了；请重新打开这一页再做")
    return version


def whole(raw: str | None) -> int | None:
    """A whole number, None for anything else."""
    return int(raw) if raw and raw.isascii() and raw.isdigit() and len(raw) < 16 else None


def number(raw: str | None, below: int = 10**15) -> Decimal | None:
    """A number as a person writes it, smaller than ``below``; None where nothing is written.

    Raises:
        Refused: it is no number.
    """
    if not raw or not raw.strip():
        return None
    try:
        value = Decimal(raw.strip().replace(",", "").replace("，", ""))
    except InvalidOperation as error:
        raise Refused("“{value}”不是数", value=raw) from error
    if not value.is_finite() or abs(value) >= below:
        raise Refused("“{value}”不是数", value=raw)
    return round(value, 4)


def day(raw: str | None) -> date | None:
    """A day (2026-12-31); None where nothing is written.

    Raises:
        Refused: it is no day.
    """
    if not raw or not raw.strip():
        return None
    try:
        return date.fromisoformat(raw.strip())
    except ValueError as error:
        raise Refused("“{value}”不是日期", value=raw) from error
