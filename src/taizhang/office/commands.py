"""What ``taizhang serve`` and ``taizhang office …`` do."""

import os
import secrets
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from taizhang.records import ReportError

TICK_EVERY = 600
"""Seconds between two runs of the clocks under ``serve``."""
LOOK_EVERY = 1.0
"""Seconds between two looks at the queue of reports to be read."""


def start_django(data: Path | None = None) -> None:
    """Make Django ready, with ``data`` as the data folder where it is given."""
    if data is not None:
        os.environ["TAIZHANG_DATA"] = str(data)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "taizhang.office.settings")
    import django  # noqa: PLC0415 (settings must be named first)

    django.setup()


def prepare(data: Path | None = None, *, demo: bool = False, say: Callable[[str], None] = print) -> None:
    """Create what is missing: data folder, secret key, database, administrator (password said once).

    Raises:
        ReportError: the folder cannot be written or the database not be reached.
    """
    folder = Path(data or os.environ.get("TAIZHANG_DATA", "data")).resolve()
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        _make_key(folder)
    except OSError as error:
        raise ReportError(
            f"{folder}: cannot be written ({error.strerror}); name another folder with --data"
        ) from error
    start_django(folder)
    from django.core.management import call_command  # noqa: PLC0415
    from django.db import OperationalError  # noqa: PLC0415

    from taizhang.office.models import Person  # noqa: PLC0415
    from taizhang.office.rules import rules  # noqa: PLC0415

    rules()
    try:
        call_command("migrate", verbosity=0, interactive=False)
    except OperationalError as error:
        raise ReportError(f"the database cannot be reached: {error}; check DATABASE_URL") from error
    if not Person.objects.exists():
        for sentence in _first_people(demo):
            say(sentence)
    elif demo:
        say("库里已有数据，不再填入演示数据。 The database is not empty; no demo data were added.")


def serve(
    data: Path | None = None,
    *,
    demo: bool = False,
    host: str = "127.0.0.1",
    port: int = 8000,
    say: Callable[[str], None] = print,
) -> None:
    """Prepare, then serve until stopped, moving clocks and reading reports besides."""
    prepare(data, demo=demo, say=say)
    from waitress.server import create_server  # noqa: PLC0415

    from taizhang.office.services import reading, urging  # noqa: PLC0415
    from taizhang.office.wsgi import application  # noqa: PLC0415

    try:
        server = create_server(application, host=host, port=port, threads=8, ident="taizhang", **_proxy())
    except OSError as error:
        raise ReportError(
            f"port {port} cannot be opened ({error.strerror}); name another with --port"
        ) from error
    threading.Thread(target=_again, args=(urging.tick, TICK_EVERY), daemon=True, name="clocks").start()
    threading.Thread(target=_again, args=(reading.work_one, LOOK_EVERY), daemon=True, name="reading").start()
    say(f"台账已启动 Taizhang is open at http://{host}:{port}/")
    with suppress(KeyboardInterrupt):
        server.run()


def _proxy() -> dict[str, str]:
    """Which proxy is believed when it says who asks and whether by HTTPS; nobody, unless there is one."""
    proxy = os.environ.get("TAIZHANG_PROXY", "127.0.0.1" if os.environ.get("TAIZHANG_HTTPS") == "1" else "")
    return (
        {"trusted_proxy": proxy, "trusted_proxy_headers": "x-forwarded-for x-forwarded-proto"}
        if proxy
        else {}
    )


def check(data: Path | None = None) -> list[str]:
    """List what is unsafe before the office is opened to others; an empty list is good."""
    with _started(data):
        from taizhang.office import safety  # noqa: PLC0415

        return list(safety.unsafe())


def tick(data: Path | None = None) -> str:
    """Move the clocks once; say what was done."""
    with _started(data):
        from taizhang.office.services import urging  # noqa: PLC0415

        done = urging.tick()
    return (
        f"走了{done.days}天，{done.changed}项灯色变化，{done.urged}次催办。 "
        f"{done.days} day(s), {done.changed} light(s) changed, {done.urged} urging(s)."
    )


def verify(data: Path | None = None) -> tuple[bool, str]:
    """Check the chain of the record; say the first broken row if there is one."""
    with _started(data):
        from taizhang.office.services import record  # noqa: PLC0415

        verdict = record.verify()
    if verdict.whole:
        return True, (
            f"记录完整，共{verdict.rows}行，末行哈希 {verdict.last}（抄存在别处，整条链重写也能看出）。 "
            f"The record is whole: {verdict.rows} rows; keep the last hash elsewhere."
        )
    return (
        False,
        f"记录在第{verdict.broken}行断开：{verdict.why}。 The record breaks at row {verdict.broken}.",
    )


@contextmanager
def _started(data: Path | None) -> Iterator[None]:
    """Run a command on an office that is there; say so where it is not."""
    start_django(data)
    from django.conf import settings  # noqa: PLC0415
    from django.db import DatabaseError  # noqa: PLC0415

    from taizhang.office.models import Person  # noqa: PLC0415

    try:
        Person.objects.exists()
        yield
    except DatabaseError as error:
        raise ReportError(
            f"{settings.TAIZHANG_DATA}: 这里还没有办公端，或连不上数据库；先运行 taizhang serve，再看 --data 与 "
            f"DATABASE_URL / no office here, or its database cannot be reached ({str(error).splitlines()[0]})"
        ) from error


def _make_key(folder: Path) -> None:
    path = folder / "secret_key"
    if path.exists() or os.environ.get("TAIZHANG_SECRET_KEY"):
        return
    with (
        suppress(FileExistsError),
        os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as out,
    ):
        out.write(secrets.token_urlsafe(50))


def _first_people(demo: bool) -> Iterator[str]:
    from taizhang.office.models import Person, Post, Unit  # noqa: PLC0415

    if demo:
        from taizhang.office import demo as city  # noqa: PLC0415

        yield from city.fill()
        return
    from django.db import transaction  # noqa: PLC0415

    from taizhang.office.services import record  # noqa: PLC0415
    from taizhang.office.services.acting import COMMAND  # noqa: PLC0415

    password = secrets.token_urlsafe(12)
    with transaction.atomic():
        unit = Unit.objects.create(name="市政府办公室")
        unit.path = f"/{unit.pk}/"
        unit.save()
        person = Person.objects.create_person("管理员", "admin", password)
        person.must_change = True
        person.save()
        for title, role in (("系统管理员", "admin"), ("督查员", "clerk")):
            record.append(
                COMMAND, "post", Post.objects.create(unit=unit, title=title, role=role, holder=person)
            )
        record.append(COMMAND, "person", person)
    yield f"管理员 admin 的密码（只显示这一次） password of admin, shown once: {password}"


def _again(act: Callable[[], object], pause: float) -> None:
    """Do ``act`` again and again; an error is told and does not end it."""
    import logging  # noqa: PLC0415

    from django.db import close_old_connections  # noqa: PLC0415

    while True:
        try:
            more = act()
        except Exception:
            logging.getLogger("taizhang").exception("%s failed; it is tried again", act.__name__)
            more = False
        close_old_connections()
        if more is not True:
            time.sleep(pause)
