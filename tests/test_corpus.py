"""Many reports: the same rows whichever engine runs, nothing twice, nothing lost, bad files as rows."""

import csv
import json
import os
import pickle
import signal
import socket
import subprocess
import sys
import threading
import time
from decimal import Decimal
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest

import taizhang
from taizhang.corpus.codebook import write_codebook
from taizhang.corpus.engines import run
from taizhang.corpus.formats import as_dict, write_panel
from taizhang.corpus.gather import gather
from taizhang.corpus.panel import COLUMNS, chosen_indicators, panel, wide
from taizhang.corpus.readings import harvest, unpack
from taizhang.corpus.store import Store
from taizhang.records import ReportError

SAMPLES = Path(taizhang.__file__).parent / "samples"

# The command line as a process of its own.
TAIZHANG = [sys.executable, "-c", "from taizhang.cli.app import main; main()"]


def cli(*words: object, **options) -> subprocess.CompletedProcess[str]:
    command = [*TAIZHANG, *map(str, words)]
    return subprocess.run(
        command, capture_output=True, text=True, encoding="utf-8", check=False, timeout=180, **options
    )


def gathered(tmp_path: Path, folder: Path, **options) -> Store:
    store = Store(tmp_path / "work.sqlite")
    gather([str(folder)], store, **options)
    return store


def vary(folder: Path, count: int) -> Path:
    """Write reports of many years and places by changing the samples."""
    folder.mkdir()
    text = (SAMPLES / "yanjiang-2026.txt").read_text(encoding="utf-8")
    for number in range(count):
        changed = text.replace("砚江市", f"砚{chr(0x4E00 + number)}市").replace(
            "5.3%", f"{5 + number % 9 / 10}%"
        )
        (folder / f"report-{number:05}.txt").write_text(changed, encoding="utf-8")
    return folder


def test_a_target_meets_the_result_of_the_next_year(tmp_path):
    store = gathered(tmp_path, SAMPLES)
    rows = list(panel(store, chosen_indicators(["gdp", "城镇调查失业率"])))
    row = next(row for row in rows if row.year == 2025 and row.indicator == "gdp")
    assert (row.target_status, row.target_type, row.target_value) == ("stated", "around", Decimal("5.5"))
    assert (row.result_value, row.gap, row.verdict) == (Decimal("5.3"), Decimal("-0.2"), "met")
    assert "地区生产总值增长5.5%左右" in row.target_sentence
    assert "地区生产总值3018亿元、增长5.3%" in row.result_sentence
    text = (SAMPLES / "yanjiang-2025.txt").read_text(encoding="utf-8")
    assert text[row.target_start : row.target_end] == row.target_words
    statuses = {(row.year, row.indicator): row.target_status for row in rows}
    assert statuses[2024, "gdp"] == "no_report"
    assert statuses[2021, "surveyed_unemployment"] == "stated"


@pytest.mark.slow
def test_rows_are_the_same_on_one_core_and_on_two(tmp_path):
    folder = vary(tmp_path / "reports", 40)
    found = []
    for workers in (1, 2):
        store = Store(tmp_path / f"{workers}.sqlite")
        gather([str(folder)], store, workers=workers)
        found.append(list(panel(store)))
        store.close()
    assert found[0] == found[1]
    assert len({row.area for row in found[0]}) == 40


def test_a_target_told_again_is_no_result(tmp_path):
    """去年政府工作报告提出 … is what was wanted; what came of it follows 实际."""
    told = "去年政府工作报告提出，居民消费价格涨幅要从4.8%降到2%左右，经过努力，实际回落到1.1%。"
    edited(
        tmp_path / "reports", "a.txt", 2026, ("居民消费价格", "有关价格"), ("过去一年，", f"过去一年，{told}")
    )
    path = tmp_path / "reports" / "a.txt"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("2025年，全市地区", f"{told}2025年，全市地区", 1), encoding="utf-8")
    rows = panel(gathered(tmp_path, tmp_path / "reports"), chosen_indicators(["cpi"]))
    assert [row.result_value for row in rows if row.year == 2025] in ([], [Decimal("1.1")])


def test_done_files_are_not_read_again(tmp_path, monkeypatch):
    folder = vary(tmp_path / "reports", 3)
    store = gathered(tmp_path, folder)
    monkeypatch.setattr("taizhang.corpus.gather.harvest", lambda _path: pytest.fail("read twice"))
    gather([str(folder)], store)
    (folder / "report-00001.txt").write_text("新的报告：砚江市政府工作报告。", encoding="utf-8")
    assert [Path(file).name for file, _ in _undone_after_listing(store, folder)] == ["report-00001.txt"]


def _undone_after_listing(store: Store, folder: Path) -> list[tuple[str, str]]:
    from taizhang.corpus.readings import content_key

    store.list_files((str(path), content_key(path)) for path in sorted(folder.iterdir()))
    return store.undone()


def test_a_bad_file_is_a_row_of_errors(tmp_path):
    folder = vary(tmp_path / "reports", 2)
    (folder / "empty.txt").write_text("")
    (folder / "broken.pdf").write_bytes(b"%PDF-1.7 nothing")
    store = gathered(tmp_path, folder)
    assert {Path(file).name for file, _ in store.errors()} == {"empty.txt", "broken.pdf"}
    assert len(store.places()) == 2


def test_a_report_twice_is_kept_and_flagged(tmp_path):
    folder = tmp_path / "reports"
    folder.mkdir()
    text = (SAMPLES / "yanjiang-2025.txt").read_text(encoding="utf-8")
    (folder / "a.txt").write_text(text, encoding="utf-8")
    (folder / "b.txt").write_text(text + "\n", encoding="utf-8")
    (folder / "c.txt").write_text(text, encoding="utf-8")
    rows = list(panel(gathered(tmp_path, folder), chosen_indicators(["gdp"])))
    stated = [row for row in rows if row.target_status == "stated"]
    assert sorted(Path(row.target_file).name for row in stated) == ["a.txt", "b.txt", "c.txt"]
    assert all(row.duplicate for row in stated)


def test_a_wrong_file_name_is_doubted_and_the_text_holds(tmp_path):
    path = tmp_path / "重庆市2019.txt"
    path.write_text((SAMPLES / "yanjiang-2026.txt").read_text(encoding="utf-8"), encoding="utf-8")
    (packed,) = harvest(path).readings
    reading = unpack(packed.body)
    assert (reading.area, reading.year) == ("砚江市", 2026)
    assert len(reading.doubts) == 2


def edited(folder: Path, name: str, year: int, *changes: tuple[str, str]) -> Path:
    """Write a sample with words changed."""
    folder.mkdir(exist_ok=True)
    text = (SAMPLES / f"yanjiang-{year}.txt").read_text(encoding="utf-8")
    for old, new in changes:
        text = text.replace(old, new)
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_a_report_without_a_year_is_told_of(tmp_path):
    edited(tmp_path / "reports", "x.txt", 2026, ("2026", ""), ("2025", ""), ("2024", ""))
    errors = gathered(tmp_path, tmp_path / "reports").errors()
    assert ["没有年份" in sentence for _, sentence in errors] == [True]


def test_reports_without_a_place_are_kept_and_not_joined(tmp_path):
    nameless = (("我代表市人民政府", "我"), ("砚江市", ""), ("砚江", ""))
    for year in (2025, 2026):
        edited(tmp_path / "reports", f"{year}.txt", year, *nameless)
    store = gathered(tmp_path, tmp_path / "reports")
    rows = [row for row in panel(store, chosen_indicators(["gdp"])) if row.target_value]
    assert [(row.area, row.year) for row in rows] == [("", 2025), ("", 2026)]
    assert [row.result_value for row in rows] == [None, None]
    assert not any(row.duplicate for row in rows)
    assert len([1 for _, sentence in store.errors() if "没有地区" in sentence]) == 2


def test_places_of_one_name_are_told_apart(tmp_path):
    for year, city in ((2025, "南京市"), (2026, "福州市")):
        edited(tmp_path / "reports", f"{city}鼓楼区{year}.txt", year, ("砚江市", "鼓楼区"), ("砚江", "鼓楼"))
    rows = list(panel(gathered(tmp_path, tmp_path / "reports"), chosen_indicators(["gdp"])))
    stated = {row.year: row for row in rows if row.target_value}
    assert {year: row.area_code for year, row in stated.items()} == {2025: "320106", 2026: "350102"}
    assert stated[2025].result_value is None


def test_places_that_may_be_several_are_not_joined(tmp_path):
    for year in (2025, 2026):
        edited(tmp_path / "reports", f"{year}.txt", year, ("砚江市", "鼓楼区"), ("砚江", "鼓楼"))
    store = gathered(tmp_path, tmp_path / "reports")
    rows = [row for row in panel(store, chosen_indicators(["gdp"])) if row.target_value]
    assert [(row.area, row.year, row.result_value) for row in rows] == [
        ("鼓楼区", 2025, None),
        ("鼓楼区", 2026, None),
    ]
    assert all("不止一处" in sentence for _, sentence in store.errors())
    assert len(store.errors()) == 2


@pytest.mark.parametrize("ending", [".csv", ".sdmx.csv", ".xlsx", ".dta", ".parquet", ""])
def test_every_format_holds_every_row(tmp_path, ending):
    pandas = pytest.importorskip("pandas")
    rows = list(map(as_dict, panel(gathered(tmp_path, SAMPLES))))
    out = tmp_path / f"panel{ending}"
    assert write_panel(rows, out, list(COLUMNS)) == len(rows) > 20
    readers = {".csv": pandas.read_csv, ".dta": pandas.read_stata, ".xlsx": pandas.read_excel}
    if ending == ".sdmx.csv":
        frame = pandas.read_csv(out)
        assert set(frame["ROLE"]) >= {"TARGET", "RESULT"}
        return
    frame = readers.get(ending, pandas.read_parquet)(out)
    assert len(frame) == len(rows)
    values = sorted(float(row["target_value"]) for row in rows if row["target_value"] is not None)
    assert sorted(frame["target_value"].dropna()) == pytest.approx(values)


def test_codebook_tells_every_column(tmp_path):
    codebook, package = write_codebook(tmp_path / "panel.csv", list(COLUMNS), 1)
    with codebook.open(encoding="utf-8-sig", newline="") as lines:
        told = {row["name"]: row for row in csv.DictReader(lines)}
    assert list(told) == list(COLUMNS)
    assert all(row["zh"] and row["en"] and row["zh"] != row["name"] for row in told.values())
    fields = json.loads(package.read_text(encoding="utf-8"))["resources"][0]["schema"]["fields"]
    assert [field["name"] for field in fields] == list(COLUMNS)


def test_wide_form_has_one_row_a_place_and_year(tmp_path):
    rows = list(wide(panel(gathered(tmp_path, SAMPLES), chosen_indicators(["gdp", "cpi"]))))
    assert [row["year"] for row in rows] == sorted({row["year"] for row in rows})
    row = next(row for row in rows if row["year"] == 2025)
    assert (row["gdp_target"], row["gdp_result"]) == (Decimal("5.5"), Decimal("5.3"))


def test_command_refuses_what_would_lose_something(tmp_path):
    out = tmp_path / "panel.csv"
    out.write_text("mine")
    done = cli("panel", SAMPLES, "--out", out)
    assert done.returncode == 1
    assert "已经存在" in done.stderr
    assert out.read_text() == "mine"


@pytest.mark.slow
@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--indicators", "幸福指数大全"], "指标目录里没有"),
        (["--form", "tall"], "long"),
        (["--cluster", "127.0.0.1:1"], "连不上集群"),
    ],
)
def test_bad_wishes_are_answered(tmp_path, words, said):
    done = cli("panel", SAMPLES, "--out", tmp_path / "x.csv", *words)
    assert done.returncode == 1
    assert said in done.stderr
    assert "Traceback" not in done.stderr
    assert not (tmp_path / "x.csv").exists()


def test_a_folder_without_reports(tmp_path):
    (tmp_path / "none").mkdir()
    done = cli("panel", tmp_path / "none", "--out", tmp_path / "x.csv")
    assert done.returncode == 1
    assert "没有可读的文件" in done.stderr


def test_a_full_disk_says_so_and_keeps_what_is_done(tmp_path):
    store = gathered(tmp_path, vary(tmp_path / "reports", 2))
    pages = store._base.execute("pragma page_count").fetchone()[0]
    store._base.execute(f"pragma max_page_count = {pages}")
    more = vary(tmp_path / "more", 60)
    with pytest.raises(ReportError, match="写不进去"):
        gather([str(more)], store)
    store.close()
    again = Store(tmp_path / "work.sqlite")
    gather([str(tmp_path / "reports")], again)
    assert len(again.places()) == 2


@pytest.mark.slow
def test_a_killed_run_goes_on_where_it_stopped(tmp_path):
    folder, out = vary(tmp_path / "reports", 800), tmp_path / "panel.csv"
    command = [*TAIZHANG, "panel", folder, "--out", out]
    running = subprocess.Popen([*map(str, command), "--workers", "2"], start_new_session=True)
    base = out.with_name("panel.csv.work.sqlite")
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline and (not base.exists() or _done(base) < 50):
        time.sleep(0.02)
    # Only the run itself is killed, as the system does when memory is short; its workers must not outlive it.
    running.kill()
    running.wait()
    deadline = time.monotonic() + 20
    while _alive(running.pid) and time.monotonic() < deadline:
        time.sleep(0.1)
    left = _alive(running.pid)
    if left:
        os.killpg(running.pid, signal.SIGKILL)
    assert not left
    before = _done(base)
    assert 50 <= before < 800
    done = cli("panel", folder, "--out", out, "--workers", "2")
    assert done.returncode == 0, done.stderr
    assert _done(base) == 800
    with out.open(encoding="utf-8-sig", newline="") as lines:
        assert len({row["area"] for row in csv.DictReader(lines)}) == 800


def _alive(group: int) -> bool:
    try:
        os.killpg(group, 0)
    except ProcessLookupError:
        return False
    return True


def _done(base: Path) -> int:
    import sqlite3

    try:
        with sqlite3.connect(f"file:{base}?mode=ro", uri=True, timeout=5) as connection:
            return connection.execute("select count(*) from harvest").fetchone()[0]
    except sqlite3.OperationalError:
        return 0


def test_something_else_at_the_address_of_a_cluster():
    pytest.importorskip("ray")

    class Page(BaseHTTPRequestHandler):
        def log_message(self, *_words):
            """Say nothing."""

    server = HTTPServer(("127.0.0.1", 0), Page)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    start = time.monotonic()
    try:
        with pytest.raises(ReportError, match="连不上集群"):
            list(run(str, range(3), cluster=f"127.0.0.1:{server.server_port}"))
    finally:
        server.shutdown()
        server.server_close()
    assert time.monotonic() - start < 20


@pytest.fixture
def two_nodes(monkeypatch):
    """Two Ray nodes with one core each on this machine; gives the address of the first."""
    pytest.importorskip("ray")
    # This cluster is ours alone and lives for one test: no tokens are asked for or kept.
    monkeypatch.setenv("RAY_AUTH_MODE", "disabled")
    monkeypatch.setenv("PYTHONPATH", str(Path(__file__).parent))  # the nodes load this file's functions
    ray = Path(sys.executable).with_name("ray")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{free.getsockname()[1]}"
    head = ["--head", f"--port={address.rpartition(':')[2]}", "--include-dashboard=false"]
    try:
        for part in (head, [f"--address={address}"]):
            done = subprocess.run(
                [ray, "start", *part, "--num-cpus=1", "--disable-usage-stats"],
                capture_output=True,
                text=True,
                check=False,
                timeout=120,
            )
            assert done.returncode == 0, done.stderr
        yield address
    finally:
        subprocess.run([ray, "stop", "--force"], capture_output=True, check=False, timeout=60)


def where(number: int) -> tuple[int, str]:
    """Say which node a piece of work ran on."""
    import ray

    time.sleep(0.05)
    return number, ray.get_runtime_context().get_node_id()


@pytest.mark.slow
def test_two_ray_nodes_give_the_rows_of_one_core(tmp_path, two_nodes):
    folder = vary(tmp_path / "reports", 60)
    found = []
    for name, options in (("alone", {}), ("cluster", {"cluster": two_nodes})):
        store = Store(tmp_path / f"{name}.sqlite")
        gather([str(folder)], store, **options)
        found.append(list(panel(store)))
        store.close()
    assert found[0] == found[1]
    assert len({row.area for row in found[0]}) == 60
    # Both nodes took part, and what they gave came back in order.
    placed = list(run(where, range(80), cluster=two_nodes))
    assert [number for number, _ in placed] == list(range(80))
    assert len({node for _, node in placed}) == 2


@pytest.mark.slow
def test_ten_thousand_empty_files(tmp_path):
    folder = tmp_path / "empty"
    folder.mkdir()
    for number in range(10_000):
        (folder / f"{number}.txt").touch()
    start = time.monotonic()
    done = cli("panel", folder, "--out", tmp_path / "x.csv")
    assert time.monotonic() - start < 60
    assert done.returncode == 1
    assert "没有一个文件读得出报告" in done.stderr
    assert "Traceback" not in done.stderr
    assert not (tmp_path / "x.csv").exists()
    with (tmp_path / "x.csv.errors.csv").open(encoding="utf-8-sig", newline="") as lines:
        assert len({row["file"] for row in csv.DictReader(lines)}) == 10_000


@pytest.mark.slow
def test_ctrl_c_stops_with_a_sentence_and_goes_on(tmp_path):
    folder, out = vary(tmp_path / "reports", 1500), tmp_path / "panel.csv"
    command = [*TAIZHANG, "panel", folder, "--out", out]
    running = subprocess.Popen(
        [*map(str, command), "--workers", "2"],
        start_new_session=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    )
    base = out.with_name("panel.csv.work.sqlite")
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline and (not base.exists() or _done(base) < 50):
        time.sleep(0.02)
    os.killpg(running.pid, signal.SIGINT)  # a terminal sends it to every process of the run
    said = running.communicate(timeout=60)[1]
    before = _done(base)
    assert 50 <= before < 1500
    assert running.returncode == 1
    (sentence,) = [line for line in said.splitlines() if "/s " not in line]
    assert sentence.startswith(
        f"taizhang: 已停下，做完的都留在 {base.name}；重新运行同一命令会接着做 / stopped"
    )
    assert not out.exists()
    assert cli("panel", folder, "--out", out).returncode == 0
    with out.open(encoding="utf-8-sig", newline="") as lines:
        assert len({row["area"] for row in csv.DictReader(lines)}) == 1500


def test_a_file_that_cannot_be_read_is_a_row_of_errors(tmp_path):
    folder = vary(tmp_path / "reports", 1)
    (folder / "gone.txt").symlink_to(tmp_path / "nowhere.txt")
    done = cli("panel", folder / "report-00000.txt", folder / "gone.txt", "--out", tmp_path / "x.csv")
    assert done.returncode == 0, done.stderr
    with (tmp_path / "x.csv.errors.csv").open(encoding="utf-8-sig", newline="") as lines:
        assert [Path(row["file"]).name for row in csv.DictReader(lines)] == ["gone.txt"]
    # Once it can be read it is, though the run is the same.
    (tmp_path / "nowhere.txt").write_text(
        (SAMPLES / "yanjiang-2025.txt").read_text(encoding="utf-8"), encoding="utf-8"
    )
    cli("panel", folder / "report-00000.txt", folder / "gone.txt", "--out", tmp_path / "y.csv")
    assert not (tmp_path / "y.csv.errors.csv").exists()


@pytest.mark.skipif(sys.platform == "win32", reason="limits of a process are a thing of Unix")
@pytest.mark.parametrize("ending", [".csv", ".xlsx", ".dta", ".parquet", ""])
def test_an_output_that_does_not_fit_the_disk_leaves_nothing_behind(tmp_path, ending):
    store = gathered(tmp_path, SAMPLES)
    rows = list(map(as_dict, panel(store))) * 400
    out = tmp_path / f"panel{ending}"
    code = f"""
import pickle, resource, sys
from pathlib import Path
from taizhang.corpus.formats import write_panel
from taizhang.corpus.panel import COLUMNS
from taizhang.records import ReportError
rows = pickle.load(open({str(tmp_path / "rows")!r}, "rb"))
resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000))
try:
    write_panel(rows, Path({str(out)!r}), list(COLUMNS))
except ReportError as error:
    print(error)
"""
    (tmp_path / "rows").write_bytes(pickle.dumps(rows))
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, encoding="utf-8", check=False
    )
    assert "无法写入" in done.stdout, done.stderr
    assert not out.exists()
    assert not list(tmp_path.glob(".panel*"))


def test_a_partitioned_folder_is_replaced_whole_and_strange_folders_are_left_alone(tmp_path):
    pytest.importorskip("pyarrow")
    pandas = pytest.importorskip("pandas")
    out = tmp_path / "panel"
    assert cli("panel", SAMPLES, "--out", out).returncode == 0
    assert cli("panel", SAMPLES / "yanjiang-2026.txt", "--out", out).returncode == 1
    done = cli("panel", SAMPLES / "yanjiang-2026.txt", "--out", out, "--overwrite")
    assert done.returncode == 0, done.stderr
    assert set(pandas.read_parquet(out)["year"].astype(int)) == {2026}
    package = json.loads((tmp_path / "panel.datapackage.json").read_text(encoding="utf-8"))
    assert [(tmp_path / part).is_file() for part in package["resources"][0]["path"]] == [True]
    (out / "mine.txt").write_text("mine")
    done = cli("panel", SAMPLES, "--out", out, "--overwrite")
    assert done.returncode == 1
    assert "mine.txt" in done.stderr
    assert (out / "mine.txt").read_text() == "mine"


def test_a_sheet_that_is_too_small_says_so(tmp_path, monkeypatch):
    monkeypatch.setattr("taizhang.corpus.formats._SHEET_ROWS", 5)
    rows = list(map(as_dict, panel(gathered(tmp_path, SAMPLES))))
    with pytest.raises(ReportError, match="放不下"):
        write_panel(rows, tmp_path / "x.xlsx", list(COLUMNS))
    assert not (tmp_path / "x.xlsx").exists()


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--out", "x.pdf"], "结尾应为"),
        (["--out", "none/x.csv"], "没有这个目录"),
        (["--out", "x.csv", "--form", "wide"], "--indicators"),
        (["--out", "x.sdmx.csv", "--form", "wide", "--indicators", "gdp"], "没有宽表"),
    ],
)
def test_bad_wishes_are_answered_before_anything_is_read(tmp_path, words, said):
    done = cli("panel", SAMPLES, *words, cwd=tmp_path)
    assert done.returncode == 1
    assert said in done.stderr
    assert not list(tmp_path.iterdir())


def test_observations_of_sdmx_have_keys_of_their_own(tmp_path):
    folder = tmp_path / "reports"
    for name in ("a.txt", "b.txt"):
        edited(folder, name, 2025, ("各位代表", f"各位代表（{name}）"))
    rows = map(as_dict, panel(gathered(tmp_path, folder)))
    write_panel(rows, tmp_path / "x.sdmx.csv", list(COLUMNS))
    with (tmp_path / "x.sdmx.csv").open(encoding="utf-8", newline="") as lines:
        head, *found = csv.reader(lines)
    assert head[:3] == ["STRUCTURE", "STRUCTURE_ID", "ACTION"]
    assert head.index("OBS_VALUE") == 9
    assert {len(row) for row in found} == {len(head)}
    assert {tuple(row[:3]) for row in found} == {("dataflow", "TAIZHANG:PANEL(1.0)", "I")}
    keys = [tuple(row[:9]) for row in found]
    assert len(set(keys)) == len(keys)
    assert all(all(key) for key in keys)
    assert {key[8] for key in keys} == {"1", "2"}
    write_codebook(tmp_path / "x.sdmx.csv", list(COLUMNS), 1)
    package = json.loads((tmp_path / "x.sdmx.csv.datapackage.json").read_text(encoding="utf-8"))
    assert [field["name"] for field in package["resources"][0]["schema"]["fields"]] == head


def test_both_reports_of_a_year_stand_in_the_wide_form(tmp_path):
    folder = tmp_path / "reports"
    for name in ("a.txt", "b.txt"):
        edited(
            folder,
            name,
            2025,
            ("各位代表", f"各位代表（{name}）"),
            ("增长5.5%", f"增长{'ab'.index(name[0]) + 5}%"),
        )
    rows = [
        row
        for row in wide(panel(gathered(tmp_path, folder), chosen_indicators(["gdp"])))
        if row["year"] == 2025
    ]
    assert [(row["gdp_target"], row["gdp_unit"], row["duplicate"]) for row in rows] == [
        (Decimal(5), "%", True),
        (Decimal(6), "%", True),
    ]


# Taken by hand from the texts: type, target, result a year later; None where the text states none.
NATION = {
    "gdp": {
        1998: ("point", "8", "7.8"),
        1999: ("around", "7", None),
        2004: ("around", "7", "9.5"),
        2005: ("around", "8", "9.9"),
        2006: ("around", "8", "10.7"),
        2007: ("around", "8", None),
        2008: ("around", "8", "9"),
        2009: ("around", "8", "8.7"),
        2010: ("around", "8", "10.3"),
        2011: ("around", "8", "9.2"),
        2012: ("point", "7.5", "7.8"),
        2013: ("around", "7.5", "7.7"),
        2014: ("around", "7.5", "7.4"),
    },
    "cpi": {
        2005: ("ceiling", "4", "1.8"),
        2006: ("ceiling", "3", "1.5"),
        2007: ("ceiling", "3", "4.8"),
        2008: ("around", "4.8", None),
        2009: ("around", "4", None),
        2010: ("around", "3", "3.3"),
        2011: ("around", "4", None),
        2012: ("around", "4", "2.6"),
        2013: ("around", "3.5", "2.6"),
        2014: ("around", "3.5", "2"),
    },
    "new_jobs": {
        2005: ("point", "900", "970"),
        2006: ("point", "900", "1184"),
        2007: ("floor", "900", None),
        2008: ("point", "1000", "1113"),
        2009: ("floor", "900", "1102"),
        2010: ("floor", "900", "1168"),
        2011: ("floor", "900", "1221"),
        2012: ("floor", "900", "1266"),
        2013: ("floor", "900", "1310"),
        2014: ("floor", "1000", "1322"),
    },
}
# GDP targets of the provinces for 2026, by code: type and value or bounds.
PROVINCES = {
    "110000": ("around", "5"),
    "130000": ("floor", "5"),
    "140000": ("range", "4.5", "5"),
    "150000": ("around", "5"),
    "220000": ("around", "5"),
    "230000": ("range", "4.5", "5"),
    "310000": ("around", "5"),
    "320000": ("point", "5"),
    "360000": ("range", "5", "5.5"),
    "410000": ("around", "5"),
    "430000": ("around", "5"),
    "440000": ("range", "4.5", "5"),
    "460000": ("around", "6"),
    "500000": ("floor", "5"),
    "520000": ("around", "5"),
    "530000": ("around", "4.5"),
    "610000": ("around", "5"),
}


@pytest.fixture(scope="module")
def real_rows(shared, tmp_path_factory):
    store = Store(tmp_path_factory.mktemp("real") / "work.sqlite")
    gather([str(shared / "corpus")], store, workers=2)
    return list(panel(store, chosen_indicators(list(NATION))))


@pytest.mark.slow
@pytest.mark.parametrize("indicator", list(NATION))
def test_the_national_series_is_that_of_the_texts(real_rows, indicator):
    found = {
        row.year: (row.target_type, row.target_value, row.result_value)
        for row in real_rows
        if (row.area, row.indicator) == ("全国", indicator) and 1998 <= row.year <= 2014 and row.target_value
    }
    assert found == {
        year: (kind, Decimal(target), Decimal(result) if result else None)
        for year, (kind, target, result) in NATION[indicator].items()
    }


@pytest.mark.slow
def test_the_provincial_table_of_growth_targets_is_that_of_the_texts(real_rows):
    rows = [
        row
        for row in real_rows
        if (row.level, row.year, row.indicator) == ("province", 2026, "gdp") and row.target_type != "relative"
    ]
    assert len(rows) == 17
    found = {
        row.area_code: (row.target_type, *filter(None, (row.target_value, row.target_low, row.target_high)))
        for row in rows
    }
    assert found == {code: (kind, *map(Decimal, values)) for code, (kind, *values) in PROVINCES.items()}
