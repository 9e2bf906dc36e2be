"""What templates need: messages, names from the rules, lights, numbers."""

import json
import re
from collections.abc import Callable
from contextlib import suppress
from decimal import Decimal, InvalidOperation
from typing import Any

from django import template
from django.http import QueryDict
from django.utils.html import format_html
from django.utils.safestring import SafeString

from taizhang.office import messages
from taizhang.office.models import Person, Post, Task, Unit
from taizhang.office.models.progress import REPORTED
from taizhang.office.models.tasks import DIRECTIONS, PACES
from taizhang.office.rules import rules
from taizhang.office.services import rights
from taizhang.office.services.exporting import LIGHT_NAMES

register = template.Library()
_KEYS: dict[str, Any] = {
    "lead_id": Unit,
    "unit_id": Unit,
    "post_id": Post,
    "parent_id": Task,
    "holder_id": Person,
}


@register.simple_tag
def t(key: str, **facts: object) -> str:
    """Say a message of the catalogue in the language spoken."""
    return messages.t(key, **facts)


@register.filter
def said(key: object) -> str:
    """Say a name that stands in a variable."""
    return messages.t(str(key)) if key else ""


@register.filter
def said_again(sentence: str) -> str:
    """Say a stored reason in the language spoken."""
    return messages.said_again(sentence) if sentence else ""


@register.filter
def state_name(state: str) -> str:
    """The name of a state."""
    return messages.t(rules().states[state].name) if state in rules().states else state


@register.filter
def step_name(step: str) -> str:
    """The name of a step, or of another action that stands in the record."""
    if step in rules().steps:
        return messages.t(rules().steps[step].name)
    return messages.name("action", step)


@register.filter
def code_name(code: object, sort: str) -> str:
    """What a code of a sort is called, see ``data/names.toml``."""
    return messages.name(sort, str(code)) if code else ""


@register.filter
def field_value(value: str | None, field: str) -> str:
    """A field's value in the record as a person says it: names for keys and codes."""
    if not value:
        return ""
    known: dict[str, Callable[[str], str]] = {
        "kind": kind_name,
        "clock": clock_name,
        "lights": lambda code: messages.t(rules().lights[code].name) if code in rules().lights else code,
        "ladder": lambda code: messages.t(rules().ladders[code].name) if code in rules().ladders else code,
        "state": state_name,
        "reported": reported_name,
        "direction": lambda code: messages.t(dict(DIRECTIONS).get(code, code)),
        "pace": lambda code: messages.t(dict(PACES).get(code, code)),
    }
    if field in known:
        return known[field](value)
    if field in _KEYS:
        return str(_KEYS[field].objects.filter(pk=value).first() or value)
    if field in ("weight", "baseline", "target"):
        with suppress(InvalidOperation):  # what a person wrote and was refused is shown as written
            return plain(value)
    return value


@register.filter
def kind_name(kind: str) -> str:
    """The name of a kind of item."""
    return messages.t(rules().kinds[kind].name) if kind in rules().kinds else kind


@register.filter
def clock_name(clock: str) -> str:
    """The name of a clock."""
    return messages.t(rules().clocks[clock].name) if clock in rules().clocks else clock


@register.filter
def role_name(role: str) -> str:
    """The name of a role."""
    return messages.t(rules().roles[role].name) if role in rules().roles else role


@register.filter
def reported_name(status: str) -> str:
    """The name of a status that a unit reports."""
    return messages.t(dict(REPORTED).get(status, "")) if status else ""


@register.filter
def light(colour: str) -> SafeString:
    """A light: its colour, a shape of its own, and its name."""
    if not colour:
        return SafeString("")
    name = messages.t(LIGHT_NAMES.get(colour, colour))
    return format_html('<span class="light {}">{}</span>', colour, name)


@register.filter
def plain(number: Decimal | float | str | None) -> str:
    """A number without idle zeros."""
    if number is None or number == "":
        return ""
    words = f"{Decimal(str(number)):f}"
    return words.rstrip("0").rstrip(".") if "." in words else words


@register.filter
def percent(share: Decimal | float | None) -> str:
    """A share as whole per cent."""
    return "" if share is None else f"{float(share) * 100:.0f}"


@register.filter
def blanks(words: str) -> str:
    """A sentence of the rules before its facts are known: dots in their places."""
    return re.sub(r"{\w+}", "…", words)


@register.filter
def loads(words: str) -> Any:
    """JSON as values."""
    return json.loads(words) if words else {}


@register.filter
def item(mapping: dict[str, Any], key: str) -> Any:
    """The value of a key that stands in a variable."""
    return mapping.get(key, "") if mapping else ""


@register.simple_tag
def may(person: Person, action: str, subject: Task | Unit | None = None) -> bool:
    """Whether someone may do something, to show what leads there."""
    return person.is_authenticated and rights.may(person, action, subject)


@register.simple_tag(takes_context=True)
def address(context: dict[str, Any], **changes: object) -> str:
    """The address of this page with some of its query changed (an empty value leaves it out)."""
    query: QueryDict = context["request"].GET.copy()
    for key, value in changes.items():
        query.pop(key, None)
        if value not in ("", None):
            query[key] = str(value)
    return f"?{query.urlencode()}"
