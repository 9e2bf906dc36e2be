"""The tables that papers print, on a panel whose figures are known."""

import subprocess
import sys
from pathlib import Path

import pytest

import taizhang

pandas = pytest.importorskip("pandas")

from taizhang.corpus import papers  # noqa: E402
from taizhang.corpus.charts import draw  # noqa: E402
from taizhang.records import ReportError  # noqa: E402


@pytest.fixture
def frame(tmp_path):
    rows = []
    for year in (2020, 2021):
        for area, code, level, target, result, kind in (
            ("全国", "100000", "nation", 6.0, 6.2, "around"),
            ("江苏省", "320000", "province", 7.0 + (year - 2020), 6.5, "floor"),
            ("南京市", "320100", "city", 8.0, 8.5, "point"),
        ):
            rows.append(
                {
                    "area": area,
                    "area_code": code,
                    "level": level,
                    "year": year,
                    "indicator": "gdp",
                    "indicator_name": "地区生产总值",
                    "target_status": "stated",
                    "target_type": kind,
                    "measure": "growth",
                    "target_value": target,
                    "target_low": None,
                    "target_high": None,
                    "target_strength": None,
                    "result_value": result,
                    "gap": result - target,
                    "verdict": "met" if result >= target else "missed",
                }
            )
    path = tmp_path / "panel.csv"
    pandas.DataFrame(rows).to_csv(path, index=False)
    return papers.load_panel(path, "gdp")


def test_describe(frame):
    table = papers.describe(frame)
    row = table[(table["level"] == "province") & (table["series"] == "target")].iloc[0]
    assert (row["count"], row["mean"], row["min"], row["max"]) == (2, 7.5, 7.0, 8.0)


def test_markup_is_the_target_minus_the_one_above(frame):
    table = papers.markup(frame).set_index(["area", "year"])["markup"]
    assert table["江苏省", 2020] == 1.0
    assert table["江苏省", 2021] == 2.0
    assert table["南京市", 2020] == 1.0
    assert table["南京市", 2021] == 0.0


def test_markup_of_a_district_of_a_municipality(frame):
    part = frame[(frame["level"] == "province") & (frame["year"] == 2020)]
    city = part.assign(area="上海市", area_code="310000", target=5.0)
    district = part.assign(area="浦东新区", area_code="310115", level="county", target=5.5)
    table = papers.markup(pandas.concat([city, district])).set_index("area")["markup"]
    assert table["浦东新区"] == 0.5


def test_a_second_statement_of_a_report_is_no_second_target(frame):
    again = frame[frame["area"] == "江苏省"].assign(target_type="relative", target=None, target_value=None)
    table = papers.wording(pandas.concat([frame, again]), "area", papers.load_wording_map("yu-2019"))
    assert table["area"].tolist() == ["全国", "江苏省", "南京市"]
    assert table["targets"].tolist() == [2, 2, 2]
    assert table["硬约束 hard"].tolist() == [0.0, 1.0, 0.0]


def test_wording_shares_follow_the_chosen_map(frame, tmp_path):
    table = papers.wording(frame, "level", papers.load_wording_map("yu-2019")).set_index("level")
    assert table.loc["province", "硬约束 hard"] == 1.0
    assert table.loc["nation", "软约束 soft"] == 1.0
    own = tmp_path / "own.toml"
    own.write_text('title = "own"\n[[rules]]\nclass = "all"\n', encoding="utf-8")
    assert papers.wording(frame, "year", papers.load_wording_map(str(own)))["all"].tolist() == [1.0, 1.0]


@pytest.mark.parametrize(
    ("kind", "strength", "wanted"),
    [
        ("floor", "none", "硬约束 hard"),
        ("point", "bind", "硬约束 hard"),
        ("around", "strive", "硬约束 hard"),  # 余泳泽等 2019, table 5: 力争 is a word of hard constraint
        ("around", "none", "软约束 soft"),
        ("point", "none", "一般 neutral"),
    ],
)
def test_yu_2019_as_published(kind, strength, wanted):
    assert papers.load_wording_map("yu-2019").class_of(kind, strength) == wanted


def test_attainment_and_persistence(frame):
    table = papers.attainment(frame)
    assert table[table["level"] == "province"]["share_met"].tolist() == [0.0, 0.0]
    assert table[table["level"] == "city"]["share_met"].tolist() == [1.0, 1.0]
    changes = papers.persistence(frame).set_index("level")["mean_change"]
    assert changes["province"] == 1.0


def test_bad_wishes(frame, tmp_path):
    with pytest.raises(ReportError, match="yu-2019"):
        papers.load_wording_map("nobody")
    (tmp_path / "bad.toml").write_text("rules = 3")
    with pytest.raises(ReportError, match="不对"):
        papers.load_wording_map(str(tmp_path / "bad.toml"))
    with pytest.raises(ReportError, match="读不出"):
        papers.load_panel(tmp_path / "none.csv")
    (tmp_path / "other.csv").write_text("a,b\n1,2\n")
    with pytest.raises(ReportError, match="缺"):
        papers.load_panel(tmp_path / "other.csv")


@pytest.mark.slow
@pytest.mark.parametrize("kind", papers.TABLES)
@pytest.mark.parametrize("ending", [".png", ".svg", ".html"])
def test_every_table_is_drawn(frame, tmp_path, kind, ending):
    pytest.importorskip("matplotlib")
    table = (
        papers.wording(frame, "year", papers.load_wording_map("li-2019"))
        if kind == "wording"
        else getattr(papers, kind)(frame)
    )
    out = tmp_path / f"figure{ending}"
    draw(kind, table, out, "地区生产总值")
    again = tmp_path / f"again{ending}"
    draw(kind, table, again, "地区生产总值")
    assert out.read_bytes() == again.read_bytes()
    assert out.stat().st_size > 3_000


SAMPLES = Path(taizhang.__file__).parent / "samples"
DOCS = Path(__file__).parent.parent / "docs" / "panel.md"


@pytest.fixture
def partitioned(tmp_path, monkeypatch):
    from taizhang.corpus.formats import as_dict, write_panel
    from taizhang.corpus.gather import gather
    from taizhang.corpus.panel import COLUMNS, panel
    from taizhang.corpus.store import Store

    store = Store(tmp_path / "work.sqlite")
    gather([str(SAMPLES)], store)
    write_panel(map(as_dict, panel(store)), tmp_path / "panel", list(COLUMNS))
    monkeypatch.chdir(tmp_path)


def test_documented_query_of_duckdb(partitioned):
    duckdb = pytest.importorskip("duckdb")
    query = DOCS.read_text(encoding="utf-8").partition("```sql\n")[2].partition("```")[0]
    assert [row[0] for row in duckdb.sql(query).fetchall()] == [2021, 2025, 2026]


def test_documented_query_of_polars(partitioned, capsys):
    pytest.importorskip("polars")
    query = DOCS.read_text(encoding="utf-8").partition("```python\n")[2].partition("```")[0]
    exec(query, {})
    assert "2025" in capsys.readouterr().out


@pytest.mark.slow
def test_example_gives_table_and_figure(tmp_path):
    example = DOCS.parent.parent / "examples" / "growth_targets.py"
    done = subprocess.run(
        [sys.executable, example, SAMPLES, tmp_path],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert "hard" in done.stdout
    assert (tmp_path / "wording.svg").stat().st_size > 3_000
