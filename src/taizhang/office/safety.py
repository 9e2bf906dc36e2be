"""What is unsafe before the office is opened to others (``taizhang office check``)."""

import os
import stat
from collections.abc import Iterator
from pathlib import Path

from django.conf import settings
from django.contrib.auth.hashers import check_password
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from taizhang.office.demo import PASSWORD
from taizhang.office.models import Person
from taizhang.office.services import record
from taizhang.office.settings import INSECURE_KEY

SHORTEST_KEY, FEWEST_SIGNS = 50, 5
ENCRYPTED = frozenset({"require", "verify-ca", "verify-full"})
GUARDED = ("change", "progress", "evidence", "note", "upload")
"""Tables that the database itself guards against change, see the migrations."""


def unsafe() -> Iterator[str]:
    """Name every unsafe thing in one sentence, Chinese first; nothing at all is good."""
    yield from _settings()
    yield from _database_connection()
    yield from _folder()
    executor = MigrationExecutor(connection)
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):
        yield "数据库：还没有升级到这个版本；先运行一次 taizhang serve。 The database is older than the program."
        return
    yield from _record()
    yield from _passwords()


def _settings() -> Iterator[str]:
    key, hosts = settings.SECRET_KEY, settings.ALLOWED_HOSTS
    if key == INSECURE_KEY or len(key) < SHORTEST_KEY or len(set(key)) < FEWEST_SIGNS:
        yield "密钥：缺省的、太短或太简单；设 TAIZHANG_SECRET_KEY（不少于50字符）。 Secret key: default, short or plain."
    if settings.DEBUG:
        yield "调试：TAIZHANG_DJANGO_DEBUG=1 会把内部信息给访问者看；去掉它。 Debug is on."
    for host in hosts:
        if host == "*" or host.startswith("."):
            yield f"主机名：TAIZHANG_HOSTS 不能是 {host}；写明网站的名称。 Hosts: {host} lets in any name."
    if set(hosts) <= {"127.0.0.1", "localhost", "[::1]"}:
        yield "主机名：还只有本机；用 TAIZHANG_HOSTS 写明网站的名称。 Hosts: only this machine."
    if not settings.HTTPS:
        yield "加密：没有HTTPS；放在反向代理之后并设 TAIZHANG_HTTPS=1。 HTTPS is off."
    if os.environ.get("TAIZHANG_PROXY") == "*":
        yield "代理：TAIZHANG_PROXY=* 会相信任何人自报的地址；写明代理的地址。 Any proxy is believed."


def _database_connection() -> Iterator[str]:
    known = settings.DATABASES["default"]
    if "postgresql" not in known["ENGINE"]:
        return
    here = known["HOST"] in ("", "localhost", "127.0.0.1", "::1") or known["HOST"].startswith("/")
    if not here and known.get("OPTIONS", {}).get("sslmode") not in ENCRYPTED:
        yield "数据库：连接没有加密；在 DATABASE_URL 末尾加 ?sslmode=require。 The way to the database is not encrypted."
    if not here and not known["PASSWORD"]:
        yield "数据库：没有密码；在 DATABASE_URL 里写上。 The database has no password."


def _folder() -> Iterator[str]:
    folder = Path(settings.TAIZHANG_DATA)
    if os.name != "posix" or not folder.is_dir():
        return
    mode = stat.S_IMODE(folder.stat().st_mode)
    if mode & 0o077:
        yield f"数据文件夹：其他用户可读（{mode:o}）；chmod 700。 The data folder is open to other users."
    key = folder / "secret_key"
    if key.is_file() and (mode := stat.S_IMODE(key.stat().st_mode)) & 0o077:
        yield f"密钥文件：其他用户可读（{mode:o}）；chmod 600 {key.name}。 The key file is open to other users."


def _record() -> Iterator[str]:
    verdict = record.verify()
    if not verdict.whole:
        yield f"记录：在第{verdict.broken}行断开；运行 taizhang office verify。 The record breaks at row {verdict.broken}."
    catalogue = "sqlite_master WHERE type = 'trigger'" if connection.vendor == "sqlite" else "pg_trigger"
    column = "name" if connection.vendor == "sqlite" else "tgname"
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {column} FROM {catalogue}")  # noqa: S608 (both are ours)
        found = {name for (name,) in cursor.fetchall()}
    endings = ("no_update", "no_delete", "no_replace") if connection.vendor == "sqlite" else (
        "append_only",
        "no_truncate",
    )  # fmt: skip
    for table in GUARDED:
        if any(f"office_{table}_{ending}" not in found for ending in endings):
            yield f"记录：数据库里 office_{table} 的只增不改保护被去掉了。 Table office_{table} is not guarded."


def _passwords() -> Iterator[str]:
    for person in Person.objects.filter(is_active=True).exclude(login=None):
        if person.must_change:
            yield f"密码：{person.login} 还没有改过初始密码。 {person.login} still has the first password."
        elif check_password(PASSWORD, person.password):
            yield f"密码：{person.login} 用的是演示密码。 {person.login} has the demo password."
        elif check_password(person.login, person.password):
            yield f"密码：{person.login} 的密码就是登录名。 {person.login} has the login as password."
