"""The catalogue of messages: every key that the code names is there, in both languages."""

import re
from pathlib import Path

import taizhang
from taizhang.lexicon.messages import message
from taizhang.lexicon.tables import toml_table
from taizhang.tracing import trace

SOURCE = Path(taizhang.__file__).parent
SAMPLES = SOURCE / "samples"


def test_every_message_is_there_in_both_languages():
    table = toml_table("messages")
    for path in [*(SOURCE / "cli").glob("*.py"), *(SOURCE / "export").glob("*.py")]:
        for key in re.findall(r'(?:message|both)\("([a-z_]+)"', path.read_text(encoding="utf-8")):
            assert table[key]["zh"], (path.name, key)
            assert table[key]["en"], (path.name, key)
    assert message("shown_entries", "en", count=3) == "3 entries"


def test_every_rule_has_a_name():
    rules = toml_table("messages")["names"]["rule"]
    reports = {year: taizhang.read(SAMPLES / f"yanjiang-{year}.txt") for year in (2021, 2025, 2026)}
    used = {reason.rule for report in reports.values() for entry in report.entries for reason in entry.why}
    for earlier in (2021, 2025):
        used |= {reason.rule for link in trace(reports[earlier], reports[2026]) for reason in link.why}
    assert len(used) > 15
    assert used <= set(rules), used - set(rules)
