"""A small city for the tests of the office, on SQLite or (DATABASE_URL) on PostgreSQL."""

import os
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time

import pytest

pytest.importorskip("django", reason="the office's extra is not installed")
os.environ["TAIZHANG_DATA"] = tempfile.mkdtemp(prefix="taizhang-office-")
os.environ["TAIZHANG_HOSTS"] = "testserver,127.0.0.1,localhost"
os.environ["DJANGO_SETTINGS_MODULE"] = "taizhang.office.settings"

import django

django.setup()

from django.conf import settings
from django.test import Client
from django.utils import timezone
from taizhang.office.models import Person, Post, Task, Unit
from taizhang.office.services.acting import Actor
from taizhang.office.services.opening import TaskForm, open_task

# Argon2 is slow by design; one test of its own looks at the real one.
settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]

UNITS = (
    ("city", "砚江市人民政府", None),
    ("office", "市政府办公室", "city"),
    ("housing", "市住房和城乡建设局", "city"),
    ("finance", "市财政局", "city"),
    ("county", "临溪县人民政府", "city"),
    ("county_housing", "临溪县住房和城乡建设局", "county"),
)
PEOPLE = (
    ("admin", "office", "admin"),
    ("clerk", "office", "clerk"),
    ("leader", "city", "leader"),
    ("head", "housing", "head"),
    ("unit", "housing", "liaison"),
    ("support", "finance", "liaison"),
    ("reader", "housing", "viewer"),
    ("county", "county", "head"),
    ("county_unit", "county_housing", "liaison"),
)
PASSWORD = "ink-river-2026"


@dataclass
class City:
    """Units and actors by their short names."""

    units: dict[str, Unit]
    actors: dict[str, Actor]
    password: str = PASSWORD

    def task(self, title: str = "改造老旧小区80个", lead: str | None = "housing", **form: object) -> Task:
        form.setdefault("supports", [self.units["finance"]] if lead != "finance" else [])
        unit = self.units[lead] if lead else None
        return open_task(self.actors["clerk"], TaskForm(title=title, lead=unit, **form))

    def client(self, login: str) -> Client:
        client = Client()
        client.force_login(self.actors[login].person, backend="django.contrib.auth.backends.ModelBackend")
        return client


def build_city() -> City:
    units: dict[str, Unit] = {}
    for key, name, parent in UNITS:
        unit = Unit.objects.create(name=name, parent=units.get(parent or ""))
        unit.path = f"{unit.parent.path if unit.parent else '/'}{unit.pk}/"
        unit.save()
        units[key] = unit
    actors = {}
    for login, unit_key, role in PEOPLE:
        person = Person.objects.create_person(login, login, PASSWORD)
        Post.objects.create(unit=units[unit_key], title=role, role=role, holder=person)
        actors[login] = Actor(person, "test")
    return City(units, actors)


@pytest.fixture
def city(db: None) -> City:
    return build_city()


@pytest.fixture
def at() -> Callable[..., datetime]:
    """Make the moment of a day in the office's time zone."""

    def moment(year: int, month: int, day: int, hour: int = 10) -> datetime:
        return timezone.make_aware(datetime.combine(date(year, month, day), time(hour)))

    return moment
