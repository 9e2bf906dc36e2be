"""The command line as its user meets it: one sentence and a non-zero exit, nothing half-written."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

import taizhang

SAMPLES = Path(taizhang.__file__).parent / "samples"
SAMPLE = SAMPLES / "yanjiang-2026.txt"


def run(*words: object, stdin: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-c", "from taizhang.cli.app import main; main()", *map(str, words)]
    return subprocess.run(command, input=stdin, capture_output=True, check=False, timeout=60)


def test_read_shows_the_ledger():
    done = run("read", SAMPLE)
    assert done.returncode == 0, done.stderr.decode()
    shown = done.stdout.decode()
    assert "2026年砚江市政府工作报告" in shown
    assert "地区生产总值" in shown


def test_read_writes_rows(tmp_path):
    out = tmp_path / "x.jsonl"
    assert run("read", SAMPLE, SAMPLES / "yanjiang-2025.txt", "--out", out).returncode == 0
    docs = {json.loads(line)["doc"] for line in out.read_text(encoding="utf-8").splitlines()}
    assert docs == {"yanjiang-2025", "yanjiang-2026"}


def test_read_says_which_indicators_are_stated(tmp_path):
    bare, out = tmp_path / "bare.txt", tmp_path / "x.jsonl"
    bare.write_text("2026年砚江市政府工作报告\n一、2025年工作回顾\n地区生产总值增长5%。\n", encoding="utf-8")
    asked = ("--what", "targets", "--indicators", "GDP，森林覆盖率")
    assert run("read", SAMPLE, bare, *asked, "--out", out).returncode == 0
    rows = [json.loads(line) for line in out.read_text(encoding="utf-8").splitlines()]
    assert [(row["doc"], row["indicator"], row["answer"]) for row in rows] == [
        ("yanjiang-2026", "GDP", "stated"),
        ("yanjiang-2026", "森林覆盖率", "not_stated"),
        ("bare", "GDP", "passage_not_found"),
        ("bare", "森林覆盖率", "passage_not_found"),
    ]
    assert rows[0]["sentence"] == "地区生产总值增长5%左右"
    shown = run("read", SAMPLE, *asked).stdout.decode()
    assert all(word in shown for word in ("写明", "未写明", "地区生产总值增长5%左右"))


@pytest.mark.parametrize(
    "words", [("--indicators", "GDP"), ("--what", "targets", "--indicators", "，")], ids=["what", "names"]
)
def test_indicators_asked_for_wrongly_are_told(words):
    done = run("read", SAMPLE, *words)
    assert done.returncode == 1
    assert "--indicators" in done.stderr.decode()


def test_text_prints_what_spans_count():
    assert run("text", SAMPLE).stdout.decode() == taizhang.read(SAMPLE).text


def test_a_bad_file_is_told_and_the_rest_goes_on(tmp_path):
    out = tmp_path / "x.jsonl"
    done = run("read", tmp_path / "none.txt", SAMPLE, "--out", out)
    assert done.returncode == 1
    assert "none.txt" in done.stderr.decode()
    assert b"Traceback" not in done.stderr
    assert out.stat().st_size > 0


def test_where_nothing_was_read_nothing_is_overwritten(tmp_path):
    out = tmp_path / "x.jsonl"
    out.write_text("mine")
    (tmp_path / "empty.txt").touch()
    assert run("read", tmp_path / "empty.txt", "--out", out).returncode == 1
    assert out.read_text() == "mine"


def test_explain_names_rules_and_words():
    entry = taizhang.read(SAMPLE).entries[0]
    done = run("explain", SAMPLE, "--at", entry.span.start)
    assert done.returncode == 0, done.stderr.decode()
    assert entry.indicator in done.stdout.decode()
    done = run("explain", SAMPLE, "--at", 0)
    assert done.returncode == 1
    assert "没有指标" in done.stderr.decode()


def test_trace_tells_promises_and_projects():
    done = run("trace", SAMPLES / "yanjiang-2025.txt", SAMPLE)
    assert done.returncode == 0, done.stderr.decode()
    shown = done.stdout.decode()
    assert "兑现" in shown
    assert "云台湖水库" in shown


def test_pace_tells_what_a_doubling_takes():
    done = run("pace", SAMPLES / "yanjiang-2021.txt")
    assert done.returncode == 0, done.stderr.decode()
    # Twice in fifteen years: 2 ** (1 / 15) - 1.
    assert "4.73%" in done.stdout.decode()


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["yanjiang-2026.txt", "yanjiang-2025.txt"], "不早于"),
        (["yanjiang-2026.txt", "yanjiang-2026.txt"], "同一"),
        (["yanjiang-2026.txt"], "两份"),
    ],
)
def test_what_cannot_be_traced_is_answered(words, said):
    done = run("trace", *(SAMPLES / word for word in words))
    assert done.returncode == 1
    assert said in done.stderr.decode()
    assert b"Traceback" not in done.stderr


def test_score_of_the_gold_itself_is_whole(tmp_path):
    report = taizhang.read(SAMPLE)
    run("read", SAMPLE, "--out", tmp_path / "pred.jsonl")
    with (tmp_path / "gold.jsonl").open("w", encoding="utf-8") as gold:
        gold.write(json.dumps({"doc": report.name, "covered": "all"}) + "\n")
        for line in (tmp_path / "pred.jsonl").read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            row["start"], row["end"] = row["span"]
            gold.write(json.dumps({**row, "sent": row["span"]}) + "\n")
    done = run("score", tmp_path / "pred.jsonl", tmp_path / "gold.jsonl")
    figures = dict(line.split() for line in done.stdout.decode().splitlines() if line)
    assert figures["strict_F1"] == figures["detect_F1"] == "1"


@pytest.mark.slow
def test_help_starts_at_once():
    command = [
        sys.executable,
        "-X",
        "importtime",
        "-c",
        "from taizhang.cli.app import main; main()",
        "--help",
    ]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    loaded = {line.rsplit("|", 1)[-1].strip() for line in done.stderr.splitlines()}
    heavy = {
        "taizhang.report",
        "msgspec",
        "rich",
        "docx",
        "pypdfium2",
        "trafilatura",
        "lxml",
        "xlsxwriter",
        "django",
    }
    assert not loaded & heavy
