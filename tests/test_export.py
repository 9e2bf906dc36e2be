"""Ledgers as files: every ending opens, holds all rows, and no cell starts a formula."""

import csv
import json
import zipfile
from pathlib import Path

import pytest

import taizhang
from taizhang.export import ENDINGS, write
from taizhang.export.tables import ENTRIES, safe_text
from taizhang.records import ReportError

SAMPLES = Path(taizhang.__file__).parent / "samples"


@pytest.fixture(scope="module")
def report() -> taizhang.Report:
    return taizhang.read(SAMPLES / "yanjiang-2026.txt")


@pytest.mark.parametrize("ending", ENDINGS)
def test_every_ending_is_written_whole(report, tmp_path, ending):
    out = tmp_path / f"ledger{ending}"
    write([report], out)
    assert out.stat().st_size > 0
    assert [path.name for path in tmp_path.iterdir()] == [out.name]


def test_jsonl_spans_cut_their_words(report, tmp_path):
    out = tmp_path / "x.jsonl"
    write([report], out)
    rows = [json.loads(line) for line in out.read_text(encoding="utf-8").splitlines()]
    assert len(rows) == len(report.entries) > 0
    assert all(report.text[slice(*row["span"])] == row["text"] for row in rows)
    assert "why" not in rows[0]


def test_csv_opens_in_excel(report, tmp_path):
    out = tmp_path / "x.csv"
    write([report], out)
    assert out.read_bytes().startswith(b"\xef\xbb\xbf")
    with out.open(encoding="utf-8-sig", newline="") as lines:
        rows = list(csv.DictReader(lines))
    assert len(rows) == len(report.entries)
    assert tuple(rows[0]) == ENTRIES.columns


def test_workbook_holds_a_sheet_for_each_kind(report, tmp_path):
    openpyxl = pytest.importorskip("openpyxl")
    out = tmp_path / "x.xlsx"
    write([report], out)
    book = openpyxl.load_workbook(out)
    assert book.sheetnames == ["主要预期目标", "任务分解表", "指标台账", "文本健康"]
    entries = book["指标台账"]
    assert entries.max_row == len(report.entries) + 1
    assert entries.freeze_panes
    assert entries.auto_filter.ref
    heads = [cell.value for cell in book["任务分解表"][1]]
    wanted = ["序号", "类别", "任务内容", "目标值", "牵头单位(建议)", "配合单位", "完成时限", "依据原文"]
    assert heads[:8] == wanted


def test_no_text_starts_a_formula(tmp_path):
    report = taizhang.read_text("一、2025年工作回顾\n=cmd|calc产业投资增长5%。", name="=1+1", year=2026)
    write([report], tmp_path / "x.xlsx")
    with zipfile.ZipFile(tmp_path / "x.xlsx") as book:
        sheets = [book.read(name) for name in book.namelist() if "worksheets/" in name]
    assert not any(b"<f>" in sheet for sheet in sheets)
    assert [safe_text(cell) for cell in ("=1", "+1", "-1", "@a", "安", "")] == [
        "'=1",
        "'+1",
        "'-1",
        "'@a",
        "安",
        "",
    ]


@pytest.mark.parametrize(
    ("name", "what", "words"),
    [("x.docx", "entries", "结尾"), ("x.csv", "all", "一次只写一种"), ("x.jsonl", "poems", "--what")],
)
def test_a_wrong_wish_is_answered_and_leaves_nothing(report, tmp_path, name, what, words):
    with pytest.raises(ReportError, match=words):
        write([report], tmp_path / name, what)
    assert not list(tmp_path.iterdir())


def test_a_folder_that_is_not_there(report, tmp_path):
    with pytest.raises(ReportError, match="没有这个目录"):
        write([report], tmp_path / "none" / "x.jsonl")


def test_page_needs_nothing_from_outside(report, tmp_path):
    out = tmp_path / "x.html"
    write([report], out)
    page = out.read_text(encoding="utf-8")
    assert "http://" not in page
    assert "https://" not in page
    assert len(page.encode()) < 1_500_000
    assert page.count('data-table="entries" data-id') == len(report.entries)
