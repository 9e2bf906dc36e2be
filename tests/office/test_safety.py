"""``taizhang office check`` names every unsafe thing, and nothing where nothing is unsafe."""

import subprocess
import sys

import pytest
from django.conf import settings as office_settings
from django.db import connection

from taizhang.office import safety
from taizhang.office.demo import PASSWORD
from taizhang.office.models import Change, Person
from taizhang.office.settings import INSECURE_KEY


@pytest.fixture
def safe(city, settings, tmp_path, monkeypatch):
    """An office as it should be: nothing is found."""
    folder = tmp_path / "data"
    folder.mkdir(mode=0o700)
    settings.TAIZHANG_DATA, settings.SECRET_KEY, settings.DEBUG = folder, "k3!" + "abcdefghij" * 6, False
    settings.ALLOWED_HOSTS, settings.HTTPS = ["taizhang.example.gov"], True
    monkeypatch.delenv("TAIZHANG_PROXY", raising=False)
    assert list(safety.unsafe()) == []
    return settings


def found():
    return " ".join(safety.unsafe())


@pytest.mark.parametrize(
    ("name", "value", "word"),
    [
        ("SECRET_KEY", INSECURE_KEY, "密钥"),
        ("SECRET_KEY", "short", "密钥"),
        ("SECRET_KEY", "a" * 80, "密钥"),
        ("DEBUG", True, "调试"),
        ("ALLOWED_HOSTS", ["*"], "主机名"),
        ("ALLOWED_HOSTS", [".gov"], "主机名"),
        ("ALLOWED_HOSTS", ["localhost"], "主机名"),
        ("HTTPS", False, "HTTPS"),
    ],
)
def test_an_unsafe_setting_is_named(safe, name, value, word):
    setattr(safe, name, value)
    assert word in found()


@pytest.mark.parametrize(
    ("change", "word"),
    [
        ({"must_change": True}, "unit 还没有改过初始密码"),
        ({"word": PASSWORD}, "unit 用的是演示密码"),
        ({"word": "unit"}, "unit 的密码就是登录名"),
    ],
)
def test_an_unsafe_password_is_named(safe, change, word):
    person = Person.objects.get(login="unit")
    if "word" in change:
        person.set_password(change["word"])
    person.must_change = change.get("must_change", False)
    person.save()
    assert word in found()
    Person.objects.filter(login="unit").update(is_active=False)
    assert list(safety.unsafe()) == []


def test_a_folder_and_a_key_open_to_others_are_named(safe):
    safe.TAIZHANG_DATA.chmod(0o755)
    assert "数据文件夹" in found()
    safe.TAIZHANG_DATA.chmod(0o700)
    key = safe.TAIZHANG_DATA / "secret_key"
    key.write_text("x")
    key.chmod(0o644)
    assert "密钥文件" in found()


def test_a_proxy_that_anybody_can_be_is_named(safe, monkeypatch):
    monkeypatch.setenv("TAIZHANG_PROXY", "*")
    assert "代理" in found()


@pytest.mark.parametrize(
    ("host", "options", "password", "words"),
    [
        ("db.example.gov", {}, "x", ["没有加密"]),
        ("db.example.gov", {"sslmode": "require"}, "", ["没有密码"]),
        ("db.example.gov", {"sslmode": "verify-full"}, "x", []),
        ("127.0.0.1", {}, "", []),
        ("/run/postgresql", {}, "", []),
    ],
)
def test_an_open_way_to_the_database_is_named(safe, monkeypatch, host, options, password, words):
    known = {
        "ENGINE": "django.db.backends.postgresql",
        "HOST": host,
        "OPTIONS": options,
        "PASSWORD": password,
    }
    monkeypatch.setattr(office_settings, "DATABASES", {"default": known})
    said = found()
    assert [word for word in ("没有加密", "没有密码") if word in said] == words


def test_a_broken_record_and_a_guard_put_away_are_named(safe, city):
    city.task()
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
            cursor.execute("DROP TRIGGER office_change_append_only ON office_change")
        else:
            cursor.execute("DROP TRIGGER office_change_no_update")
    assert "office_change 的只增不改保护" in found()
    Change.objects.filter(seq=1).update(who="别人")
    assert "在第1行断开" in found()


@pytest.mark.parametrize("command", ["check", "tick", "verify"])
def test_an_office_that_is_not_there_is_told_in_a_sentence(tmp_path, command):
    code = f"import sys; sys.argv = ['taizhang', 'office', '{command}', '--data', {str(tmp_path)!r}]; from taizhang.cli.app import main; main()"
    env = {"PATH": "/usr/bin:/bin", "HOME": str(tmp_path)}
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False, env=env)
    assert done.returncode == 1
    assert "还没有办公端" in done.stderr
    assert done.stderr.count("\n") == 1
