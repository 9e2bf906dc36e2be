import re
import subprocess
import sys
import tomllib
from importlib.resources import files
from pathlib import Path

import pytest

from taizhang.office import messages
from taizhang.office.rules import COLUMNS, load_rules
from taizhang.office.services import exporting, review
from taizhang.office.views.reports import FIELD_NAMES
from taizhang.records import ReportError

OFFICE = Path(str(files("taizhang.office")))


def test_the_shipped_rules_fit_together():
    known = load_rules()
    assert {"report", "meeting", "instruction", "livelihood", "problem", "proposal"} <= set(known.kinds)
    assert [len(known.stages[name].stages) for name in ("investment", "construction", "decision")] == [
        3,
        11,
        4,
    ]


@pytest.mark.parametrize(
    ("file", "old", "new", "said"),
    [
        ("kinds", 'clock = "monthly"', 'clock = "weekly"', "no clock 'weekly'"),
        ("kinds", 'id = "meeting"', 'id = "report"', "twice"),
        ("kinds", 'en = "Report task"', "", "missing required field `en`"),
        ("clocks", 'expects = "sign"', 'expects = "dance"', "'dance', which is no step"),
        (
            "lights",
            "overdue_days = { min = 1 }",
            "overdo_days = { min = 1 }",
            "no fact is called 'overdo_days'",
        ),
        ("lights", 'light = "red"', 'light = "pink"', "'pink' is not among"),
        ("rights", 'clerk = "all"', 'clerk = "some"', "scope 'some'"),
        ("rights", 'id = "step.sign"', 'id = "step.sing"', "no action step.sign"),
        ("flow", 'to = "working"', 'to = "nowhere"', "no state 'nowhere'"),
        ("urging", 'to = ["unit"]', 'to = ["mayor"]', "nobody is called 'mayor'"),
        ("burden", "reminders = 20", "remainders = 20", "no cap is called"),
        ("columns", '"期限" =', '"大限" =', "no column is called '大限'"),
        ("columns", '"牵头单位" = [', '"牵头单位" = ["协办单位", ', "'协办单位' stands for"),
        ("stages", "[[template]]", "[[template", "stages.toml"),
    ],
)
def test_a_slip_in_a_file_is_told_in_a_sentence(tmp_path, file, old, new, said):
    text = (OFFICE / "data" / f"{file}.toml").read_text(encoding="utf-8")
    assert old in text
    (tmp_path / f"{file}.toml").write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(ReportError, match=re.escape(said)):
        load_rules(tmp_path)


def test_columns_of_sheets_may_be_called_as_an_office_calls_them(tmp_path):
    (tmp_path / "columns.toml").write_text('"任务名称" = ["攻坚事项"]', encoding="utf-8")
    known = load_rules(tmp_path).columns
    assert (known["攻坚事项"], known["任务名称"], "重点任务" in known) == ("任务名称", "任务名称", False)
    assert tuple(name for name, _ in exporting.COLUMNS) == COLUMNS


def test_an_offices_own_file_stands_in_for_the_shipped_one(tmp_path):
    text = (OFFICE / "data" / "burden.toml").read_text(encoding="utf-8")
    (tmp_path / "burden.toml").write_text(text.replace("requests = 30", "requests = 3"), encoding="utf-8")
    assert load_rules(tmp_path).burden.cap["requests"] == 3


def spoken_keys():
    for path in OFFICE.rglob("*.html"):
        text = path.read_text(encoding="utf-8")
        for quote in ('"', "'"):
            for key in re.findall(rf"{{% t {quote}([^{quote}]+){quote}", text):
                yield path.name, key
    for path in OFFICE.rglob("*.py"):
        text = path.read_text(encoding="utf-8")
        for key in re.findall(r'\b(?:t|Refused|Forbidden)\(\s*"([^"]+)"', text):
            yield path.name, key


def test_every_message_is_in_the_catalogue():
    known = messages.catalogue()
    missing = {(where, key) for where, key in spoken_keys() if re.search("[一-鿿]", key) and key not in known}
    assert not missing


def test_every_code_on_record_and_in_rows_has_a_name():
    actions = {
        key
        for path in OFFICE.rglob("*.py")
        for key in re.findall(
            r'record\.append\(\s*\w+, "([\w.]+)"|_end\(actor, "([\w.]+)"', path.read_text(encoding="utf-8")
        )
        for key in key
        if key
    }
    assert {"row.accept", "open"} <= actions
    codes = {("choice", code) for codes in review.CHOICES.values() for code in codes if code}
    codes |= {("action", code) for code in actions - set(load_rules().steps)}
    codes |= {
        ("fact", fact)
        for scheme in load_rules().lights.values()
        for rule in scheme.rules
        for fact in rule.when
    }
    assert {code for code in codes if messages.name(*code) == code[1]} == set()


def test_what_the_rules_say_has_its_english():
    known = load_rules()
    said = {rule.why for scheme in known.lights.values() for rule in scheme.rules}
    said |= {clock.note for clock in known.clocks.values()}
    said |= {point.name for clock in known.clocks.values() for point in clock.points}
    said |= {clock.every.name for clock in known.clocks.values() if clock.every}
    said |= set(FIELD_NAMES.values())
    assert said - messages.catalogue().keys() == set()


@pytest.mark.parametrize(
    ("stored", "english"),
    [
        ("已超过办理期限4天", "4 days past the deadline"),
        (
            "时钟错过2个节点：首次反馈进展（10-28）、当月反馈（11-03）",
            "2 points of the clock missed: first report (10-28), report of the month (11-03)",
        ),
        ("落后时间进度48个百分点（应达89%，实际41%）", "48 points behind the time gone (due 89%, done 41%)"),
        ("请三日内反馈整改措施。", "请三日内反馈整改措施。"),
        ("2026-09-12 已超过办理期限4天", "2026-09-12 4 days past the deadline"),
        ("2026-0037 催办：已超过办理期限4天", "2026-0037 Urging 4 days past the deadline"),
    ],
)
def test_a_stored_reason_is_said_in_english_too(stored, english):
    assert messages.said_again(stored) == stored
    with messages.speaking("en"):
        assert messages.said_again(stored) == english


def test_both_languages_have_the_same_blanks():
    text = (OFFICE / "data" / "messages.toml").read_text(encoding="utf-8")
    for chinese, english in tomllib.loads(text).items():
        assert set(re.findall(r"{\w+}", chinese)) == set(re.findall(r"{\w+}", english)), chinese


def test_no_template_speaks_chinese_by_itself():
    """Words and punctuation come from the catalogue; the page of a fault of ours says both languages at once."""
    own = {}
    for path in (OFFICE / "templates" / "office").glob("*.html"):
        words = re.sub(r"{%.*?%}|{{.*?}}", "", path.read_text(encoding="utf-8"))
        if found := re.findall("[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]+", words):
            own[path.name] = found
    own.pop("broken.html")
    assert own == {"base.html": ["中文"]}


def test_no_chinese_is_left_on_an_english_page(city):
    client = city.client("clerk")
    client.post("/language", {"language": "en"})
    for path in ("/overview", "/sheets", "/reports/upload", "/accuracy", "/password", "/tasks/new"):
        page = client.get(path).content.decode()
        assert 'lang="en"' in page
        body = re.sub(
            r"<option.*?</option>|<a class=\"brand\".*?</a>|认得.*?</p>|<p>Columns.*?</p>",
            "",
            page,
            flags=re.DOTALL,
        )
        assert not re.findall("[一-鿿]{2,}", body.replace("中文", "")), path


def test_without_the_extra_the_command_line_says_how_to_get_it():
    code = "import sys; sys.modules['django'] = None; sys.argv = ['taizhang', 'serve']; from taizhang.cli.app import main; main()"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "taizhang[office]" in done.stderr
    assert done.stderr.count("\n") == 1
