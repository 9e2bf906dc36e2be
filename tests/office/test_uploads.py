import io
import zipfile

import pytest
from django.conf import settings

from taizhang.office.services import uploads
from taizhang.office.services.acting import Refused
from taizhang.office.services.flow import StepForm, take


def package(*names):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as made:
        for name in names:
            made.writestr(name, "x")
    return out.getvalue()


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("空.txt", b""),
        ("程序.exe", b"MZ"),
        ("脚本.svg", b"<svg/>"),
        ("没有结尾", b"x"),
        ("假.pdf", b"<html>"),
        ("假.docx", package("xl/workbook.xml")),
        ("宏.docx", package("word/document.xml", "word/vbaProject.bin")),
        ("断.xlsx", b"PK\x03\x04rest"),
        ("假.png", b"\xff\xd8\xff"),
        ("二进制.txt", b"\x00\x01\x02"),
    ],
)
def test_what_is_not_taken(name, data):
    with pytest.raises(Refused):
        uploads.check(name, data)


def bomb(part, size):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr(part, b"\0" * size)
    return out.getvalue()


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("胀.xlsx", bomb("xl/workbook.xml", 65 * 1024 * 1024)),
        ("胀.docx", bomb("word/document.xml", 17 * 1024 * 1024)),
    ],
)
def test_what_swells_when_unpacked_is_not_taken(name, data):
    assert len(data) < 100_000
    with pytest.raises(Refused, match="展开后太大"):
        uploads.check(name, data)


def test_macros_of_old_files_are_not_taken():
    with pytest.raises(Refused, match="宏"):
        uploads.check("旧.xls", b"\xd0\xcf\x11\xe0" + "_VBA_PROJECT".encode("utf-16-le"))


@pytest.mark.parametrize(
    ("name", "data", "kind"),
    [
        ("报告.docx", package("word/document.xml"), "docx"),
        ("表.XLSX", package("xl/workbook.xml"), "xlsx"),
        ("报告.pdf", b"%PDF-1.7", "pdf"),
        ("网页.mht", b"From: <Saved by Blink>", "mht"),
        ("旧稿.wps", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "wps"),
        ("扫描.tiff", b"II*\x00", "tif"),
        ("照片.JPEG", b"\xff\xd8\xff\xe0", "jpg"),
        ("报告.txt", "各位代表".encode("gb18030"), "txt"),
        ("报告.txt", "各位代表".encode("utf-16"), "txt"),
    ],
)
def test_what_is_taken(name, data, kind):
    assert uploads.check(name, data) == kind


def test_too_large(monkeypatch):
    monkeypatch.setattr(settings, "UPLOAD_LIMIT", 10)
    with pytest.raises(Refused, match="太大"):
        uploads.check("报告.txt", b"x" * 11)


def test_kept_outside_the_web_root_under_its_hash(city):
    upload = uploads.store_bytes(city.actors["unit"], "../../etc/passwd.txt", b"abc")
    assert upload.name == "passwd.txt"
    path = uploads.path_of(upload)
    assert path.read_bytes() == b"abc"
    assert path.is_relative_to(settings.UPLOAD_FOLDER)
    assert path.name == upload.sha256


def test_every_upload_warns_of_secret_matter(city):
    task = city.task()
    take(city.actors["clerk"], task.pk, "assign", StepForm(), None)
    take(city.actors["unit"], task.pk, "sign", StepForm(), None)
    for login, path in (("clerk", "/reports/upload"), ("clerk", "/sheets"), ("unit", f"/tasks/{task.pk}")):
        assert "严禁上传涉密内容" in city.client(login).get(path).content.decode(), path


def test_the_secret_matter_warning_must_be_confirmed(city):
    client = city.client("clerk")
    assert "涉密" in client.get("/reports/upload").content.decode()
    file = io.BytesIO("报告".encode())
    file.name = "报告.txt"
    assert client.post("/reports/upload", {"file": file}).status_code == 422
