"""Input that cannot be read: one clear sentence in bounded time, never a traceback."""

import os
import zipfile

import pytest

from taizhang.reading import expand, load
from taizhang.records import ReportError

REPORT = "各位代表：现在，我代表市人民政府，向大会报告工作。地区生产总值增长5%，完成投资3亿元。"
NOVEL = "那天傍晚，他独自走在河边，听见远处有人唱歌。月亮升起来了，她还没有回来，屋里的灯一直亮着。" * 30
PROGRAM = "def main():\n    for i in range(10):\n        print('hello', i)\n" * 50
ENTITY = '<?xml version="1.0"?><!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/hostname">]>'
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def word_of(path, document):
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", document)
    return path


FILES = {
    "empty": (b"", "空"),
    "blank": (b" \n\n ", "空"),
    "binary": (bytes(range(256)) * 40, "二进制"),
    "noise": (bytes((i * 7919) % 256 for i in range(50_000)), "。"),
    "English": (b"The government report says that growth was five percent. " * 50, "中文"),
    "novel": (NOVEL.encode(), "看不出"),
    "program": (PROGRAM.encode(), "中文"),
    "long line": (REPORT.encode() * 80_000, "长"),
    "broken pdf": (b"%PDF-1.7\n1 0 obj\n<<>>\ngarbage", "PDF 已损坏"),
    "broken docx": (b"PK\x03\x04" + b"[Content_Types].xml" + b"\x00" * 100, "损坏"),
    "workbook": (b"PK\x03\x04" + b"\x00" * 26 + b"xl/workbook.xml", "csv"),
    "program file": (b"\x7fELF" + b"\x00" * 100, "ELF"),
    "old word": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600, ".doc"),
    "encrypted word": (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le") + b"\x00" * 600,
        "加密",
    ),
    "page without text": (b"<html><head><title>x</title></head><body><img></body></html>", "没有文字"),
}


@pytest.mark.parametrize(("data", "sentence"), FILES.values(), ids=FILES)
def test_unreadable(tmp_path, data, sentence):
    path = tmp_path / "report.bin"
    path.write_bytes(data)
    with pytest.raises(ReportError, match=sentence) as error:
        list(load(path))
    assert str(path) in str(error.value)
    assert "\n" not in str(error.value)


def test_a_text_far_too_large_is_not_read(tmp_path):
    path = tmp_path / "report.txt"
    with path.open("wb") as file:
        file.write(REPORT.encode())
        file.truncate(200 << 20)
    with pytest.raises(ReportError, match="MB"):
        list(load(path))


def test_word_bomb(tmp_path):
    path = word_of(tmp_path / "bomb.docx", "<w:t>" + " " * (100 << 20))
    with pytest.raises(ReportError, match="过大"):
        list(load(path))


def test_external_entities(tmp_path):
    document = (
        f'{ENTITY}<w:document xmlns:w="{W}"><w:body><w:p><w:t>&x;{REPORT}</w:t></w:p></w:body></w:document>'
    )
    with pytest.raises(ReportError, match="外部实体"):
        list(load(word_of(tmp_path / "entity.docx", document)))


def test_missing(tmp_path):
    with pytest.raises(ReportError, match="没有这个文件"):
        list(load(tmp_path / "nothing.txt"))
    with pytest.raises(ReportError, match="没有可读"):
        list(load(tmp_path))
    named = [tmp_path / "nothing.txt", tmp_path / "*.docx", tmp_path]
    assert expand(named) == named


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything")
def test_no_permission(tmp_path):
    path = tmp_path / "report.txt"
    path.write_text(REPORT, encoding="utf-8")
    path.chmod(0)
    with pytest.raises(ReportError, match="权限"):
        list(load(path))


def test_a_page_nested_without_end_is_read_to_its_words(tmp_path):
    path = tmp_path / "deep.html"
    path.write_text("<html><body>" + "<div><b>" * 1000 + REPORT, encoding="utf-8")
    (source,) = load(path)
    assert source.text == REPORT


@pytest.mark.parametrize(
    ("name", "data", "sentence"),
    [
        ("a.jsonl", b'{"text": "x"}\nnot json\n', "2"),
        ("a.jsonl", b"[1]\n", "对象"),
        ("a.jsonl", b'{"text": "' + b"a" * 2_000_001 + b'"}', "2000001"),
        ("a.csv", b"text\n" + b"a" * 2_000_001, "表格"),
        ("a.csv", b"year,place\n2026,X\n", "没有一列"),
    ],
)
def test_tables(tmp_path, name, data, sentence):
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(ReportError, match=sentence):
        list(load(path))
