"""A real server, killed in the midst of what it does; two writers in two processes; a real PostgreSQL."""

import os
import re
import shutil
import signal
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.parse
import urllib.request
import zlib
from functools import cache
from http.cookiejar import CookieJar

import pytest

pytestmark = pytest.mark.slow
WRITER = """
import sys
from pathlib import Path
from taizhang.office import commands
commands.start_django(Path(sys.argv[1]))
from taizhang.office.models import Person
from taizhang.office.services.acting import Actor
from taizhang.office.services.opening import TaskForm, open_task
clerk = Actor(Person.objects.get(login="admin"), sys.argv[2])
for number in range(40):
    open_task(clerk, TaskForm(title=f"{sys.argv[2]} {number}"))
"""


def environment(folder):
    known = {key: value for key, value in os.environ.items() if not key.startswith(("TAIZHANG_", "DJANGO_"))}
    known |= {"TAIZHANG_DATA": str(folder), "DJANGO_SETTINGS_MODULE": "taizhang.office.settings"}
    if "DATABASE_URL" in os.environ:
        own = database_of(folder)
        known["DATABASE_URL"] = own_database(own, TEMPLATES.get(own, "template1"))
    return known


@cache
def own_database(name, template="template1"):
    """Make a database for one folder, as each folder has its own file on SQLite."""
    import psycopg

    url = os.environ["DATABASE_URL"]
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name} TEMPLATE {template}")
    return urllib.parse.urlunsplit(urllib.parse.urlsplit(url)._replace(path=f"/{name}"))


def database_of(folder):
    return f"t{zlib.crc32(str(folder).encode())}"


def office(folder, *words):
    command = [sys.executable, "-c", "from taizhang.cli.app import main; main()"]
    return subprocess.run(
        [*command, *words], env=environment(folder), capture_output=True, text=True, check=False
    )


TEMPLATES = {}
"""On PostgreSQL, databases that are made as copies of others."""


@pytest.fixture(scope="session")
def first_office(tmp_path_factory):
    """An office as the first start makes it, and its administrator's password: made once, copied for each test."""
    folder = tmp_path_factory.mktemp("first")
    return folder, made_ready(folder)


@pytest.fixture
def prepared(first_office, tmp_path):
    """A fresh office in the test's folder; gives the administrator's password."""
    folder, password = first_office
    shutil.copytree(folder, tmp_path, dirs_exist_ok=True)
    TEMPLATES[database_of(tmp_path)] = database_of(folder)
    return password


def made_ready(folder):
    code = f"from pathlib import Path; from taizhang.office import commands; commands.prepare(Path({str(folder)!r}))"
    done = subprocess.run(
        [sys.executable, "-c", code], env=environment(folder), capture_output=True, text=True, check=True
    )
    return done.stdout.split()[-1]


def test_two_writers_keep_one_chain(tmp_path, prepared):
    writers = [
        subprocess.Popen([sys.executable, "-c", WRITER, str(tmp_path), name], env=environment(tmp_path))
        for name in ("甲", "乙")
    ]
    assert [writer.wait(timeout=120) for writer in writers] == [0, 0]
    said = office(tmp_path, "office", "verify")
    assert said.returncode == 0, said.stdout + said.stderr
    assert "83" in said.stdout  # eighty tasks and the three rows of the first start


class Browser:
    """As much of a browser as a form needs."""

    def __init__(self, port):
        self.base = f"http://127.0.0.1:{port}"
        self.jar = CookieJar()
        self.opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(self.jar))

    def get(self, path):
        return self.opener.open(self.base + path, timeout=20).read().decode()

    def post(self, path, form):
        form = {**form, "csrfmiddlewaretoken": self.token}
        data = urllib.parse.urlencode(form).encode()
        return self.opener.open(self.base + path, data, timeout=20)

    def sign_in(self, login, password):
        self.token = re.search(r'csrfmiddlewaretoken" value="(\w+)"', self.get("/login"))[1]
        self.post("/login", {"login": login, "password": password})
        self.token = re.search(r'csrfmiddlewaretoken" value="(\w+)"', self.get("/password"))[1]


def start(folder, port):
    command = [
        sys.executable,
        "-c",
        "from taizhang.cli.app import main; main()",
        "serve",
        "--port",
        str(port),
    ]
    server = subprocess.Popen(
        command, env=environment(folder), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    until = time.monotonic() + 60
    while time.monotonic() < until:
        try:
            urllib.request.urlopen(f"http://127.0.0.1:{port}/alive", timeout=1)
        except (urllib.error.URLError, OSError):
            time.sleep(0.2)
        else:
            return server
    server.kill()
    raise AssertionError("the server did not start")


def test_a_killed_server_keeps_every_acknowledged_action(tmp_path, prepared, unused_port):
    password = prepared
    acknowledged = []
    server = start(tmp_path, unused_port)
    browser = Browser(unused_port)
    browser.sign_in("admin", password)
    browser.post("/password", {"old": password, "new": "a-river-of-ink"})
    browser.token = re.search(r'csrfmiddlewaretoken" value="(\w+)"', browser.get("/tasks/new"))[1]

    def write():
        number = 0
        while True:
            try:
                browser.post("/tasks/new", {"title": f"第{number}件", "kind": "report"})
            except (urllib.error.URLError, OSError):
                return
            acknowledged.append(f"第{number}件")
            number += 1

    writer = threading.Thread(target=write)
    writer.start()
    until = time.monotonic() + 60
    while len(acknowledged) < 30 and time.monotonic() < until:
        time.sleep(0.01)
    os.kill(server.pid, signal.SIGKILL)
    server.wait()
    writer.join(timeout=30)
    assert len(acknowledged) > 5

    server = start(tmp_path, unused_port)
    try:
        browser = Browser(unused_port)
        browser.sign_in("admin", "a-river-of-ink")
        kept = "".join(browser.get(f"/ledger?page={page}") for page in (1, 2, 3, 4))
        assert [title for title in acknowledged if f">{title}<" not in kept] == []
        said = office(tmp_path, "office", "verify")
        assert said.returncode == 0, said.stdout + said.stderr
    finally:
        server.kill()
        server.wait()


def test_a_reading_whose_process_was_killed_is_taken_up_again(city):
    from taizhang.office.models import Job, Report
    from taizhang.office.services import reading
    from taizhang.office.services.acting import now

    job = Job.objects.create(report=Report.objects.create(title="报告"), state="running", beat=now())
    assert reading._claim() is None
    Job.objects.update(beat=now() - reading.SILENT * 1.1)
    assert reading._claim() == job


def test_the_commands_speak_in_sentences(tmp_path, prepared):
    unsafe = office(tmp_path, "office", "check")
    assert unsafe.returncode == 1
    for word in ("HTTPS", "TAIZHANG_HOSTS", "admin"):
        assert word in unsafe.stdout
    assert "密钥" not in unsafe.stdout
    assert office(tmp_path, "office", "tick").returncode == 0
    assert office(tmp_path, "office", "verify").returncode == 0
    wrong = office(tmp_path / "secret_key" / "x", "serve", "--port", "1")
    assert wrong.returncode == 1
    assert wrong.stderr.count("\n") == 1


def test_the_demo_city_is_alive(demo_city):
    assert office(demo_city, "office", "verify").returncode == 0
    unsafe = office(demo_city, "office", "check")
    assert "clerk 用的是演示密码" in unsafe.stdout


@pytest.mark.skipif("DATABASE_URL" in os.environ, reason="this is the run on PostgreSQL")
def test_the_whole_suite_on_postgresql(run_on_postgresql):
    said, _ = run_on_postgresql.communicate(timeout=1500)
    assert run_on_postgresql.returncode == 0, said[-4000:]


@pytest.fixture
def unused_port():
    import socket

    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]
