import json
from importlib.resources import files

import pytest

from taizhang.office.models import Job, Report, Row, Task, Unit
from taizhang.office.services import handing_over, reading, review, uploads
from taizhang.office.services.acting import Conflict, Forbidden, Refused

TEXT = "推进城市更新。改造老旧小区80个，新增停车位5000个。"


@pytest.fixture
def report(city):
    made = Report.objects.create(title="砚江2026", state="read", text=TEXT, year=2026)
    for kind, words, fields in (
        (
            "task",
            "改造老旧小区80个",
            {"verb": "改造", "object": "老旧小区", "unit": "市住建局", "unit_reason": "老旧小区"},
        ),
        ("task", "新增停车位5000个", {"verb": "新增", "object": "停车位"}),
        (
            "entry",
            "80个",
            {
                "indicator": "改造老旧小区",
                "value": 80,
                "unit": "个",
                "rel": "=",
                "measure": "level",
                "role": "target",
            },
        ),
    ):
        start = TEXT.index(words)
        machine = {"span": [start, start + len(words)], "text": words, **fields}
        Row.objects.create(report=made, kind=kind, start=start, end=start + len(words), machine=machine)
    return made


def row(report, kind="task", at=0):
    return report.rows.filter(kind=kind)[at]


def test_an_upload_is_read_outside_the_request(city):
    data = (files("taizhang") / "samples" / "yanjiang-2026.txt").read_bytes()
    upload = uploads.store_bytes(city.actors["clerk"], "报告.txt", data)
    report = reading.receive(city.actors["clerk"], upload, "", "", None)
    assert report.state == "waiting"
    assert reading.work_one()
    assert not reading.work_one()
    report.refresh_from_db()
    assert (report.state, report.year) == ("read", 2026)
    assert report.text == data.decode()
    assert {"entry", "target", "task"} == set(report.rows.values_list("kind", flat=True))
    for one in report.rows.all():
        assert report.text[one.start : one.end] == one.machine["text"]
    assert Job.objects.get().done == Job.objects.get().total


def test_a_report_that_cannot_be_read_says_so_and_can_be_tried_again(city):
    upload = uploads.store_bytes(city.actors["clerk"], "坏.pdf", b"%PDF-1.7 broken")
    report = reading.receive(city.actors["clerk"], upload, "", "", None)
    reading.work_one()
    report.refresh_from_db()
    assert report.state == "failed"
    assert report.error
    reading.read_again(city.actors["clerk"], report.pk)
    assert Job.objects.filter(state="queued").count() == 1


def test_a_correction_keeps_the_machines_reading(city, report):
    one = review.correct(city.actors["clerk"], row(report).pk, {"object": "城镇老旧小区"}, 1)
    assert (one.state, one.machine["object"], one.human["object"]) == (
        "corrected",
        "老旧小区",
        "城镇老旧小区",
    )


def test_a_correction_back_to_the_machines_words_is_an_acceptance(city, report):
    review.correct(city.actors["clerk"], row(report).pk, {"object": "x"}, 1)
    assert review.correct(city.actors["clerk"], row(report).pk, {"object": "老旧小区"}, 2).state == "accepted"


def test_two_clerks_on_one_row(city, report):
    review.accept(city.actors["clerk"], row(report).pk, 1)
    with pytest.raises(Conflict):
        review.drop(city.actors["clerk"], row(report).pk, 1)


def test_merge_split_and_add_tie_rows_to_their_words(city, report):
    clerk = city.actors["clerk"]
    merged = review.merge(clerk, row(report).pk, 1)
    assert TEXT[merged.start : merged.end] == "改造老旧小区80个，新增停车位5000个" == merged.human["text"]
    first = review.split(clerk, merged.pk, len("改造老旧小区80个"), merged.version)
    assert first.human["text"] == "改造老旧小区80个"
    with pytest.raises(Refused):
        review.split(clerk, first.pk, 0, first.version)
    start = TEXT.index("推进")
    added = review.add(clerk, report, "task", start, start + 6)
    assert (added.state, added.machine, added.human["text"]) == ("added", None, "推进城市更新")


def test_only_the_clerk_checks(city, report):
    with pytest.raises(Forbidden):
        review.accept(city.actors["leader"], row(report).pk, 1)


@pytest.mark.parametrize("values", [{"value": "很多"}, {"rel": "约等于"}])
def test_what_does_not_fit_a_field_is_refused(city, report, values):
    with pytest.raises(Refused):
        review.correct(city.actors["clerk"], row(report, "entry").pk, values, 1)


def test_accuracy_counts_by_field(city, report):
    clerk = city.actors["clerk"]
    review.correct(clerk, row(report).pk, {"object": "城镇老旧小区"}, 1)
    review.accept(clerk, row(report, at=1).pk, 1)
    review.drop(clerk, row(report, "entry").pk, 1)
    found = review.accuracy(Row.objects.exclude(state="open"))
    assert (found["task"]["right"]["object"], found["task"]["seen"]["object"]) == (1, 2)
    assert (found["task"]["right"]["verb"], found["task"]["seen"]["verb"]) == (2, 2)
    assert (found["entry"]["dropped"], found["entry"]["kept"]) == (1, 0)


def test_gold_rows(city, report):
    clerk = city.actors["clerk"]
    review.correct(clerk, row(report, "entry").pk, {"value": "81", "period": "2026"}, 1)
    gold = review.gold(report.rows.filter(kind="entry"))
    assert gold == [
        {
            "doc": "砚江2026",
            "span": [13, 16],
            "text": "80个",
            "indicator": "改造老旧小区",
            "value": 81,
            "unit": "个",
            "rel": "=",
            "measure": "level",
            "role": "target",
            "period": "2026",
        }
    ]
    page = city.client("clerk").get(f"/reports/{report.pk}/gold.jsonl?kind=entry")
    assert [json.loads(line) for line in page.content.decode().splitlines()] == gold


def test_accepted_rows_become_tasks_with_what_is_known(city, report):
    Unit.objects.filter(name="市住房和城乡建设局").update(aliases="市住建局")
    clerk = city.actors["clerk"]
    review.accept(clerk, row(report).pk, 1)
    (task,) = handing_over.open_tasks(clerk, report)
    assert (task.title, task.lead.name, task.target, task.unit_text) == (
        "改造老旧小区80个",
        "市住房和城乡建设局",
        80,
        "个",
    )
    assert (task.state, str(task.deadline), task.words) == ("drafted", "2026-12-31", "改造老旧小区80个")
    assert "老旧小区" in task.traced
    with pytest.raises(Refused, match="没有已核对"):
        handing_over.open_tasks(clerk, report)
    with pytest.raises(Refused, match="已经立项"):
        review.drop(clerk, row(report).pk, None)
    assert Task.objects.count() == 1


def test_the_check_page_ties_rows_to_words(city, report):
    page = city.client("clerk").get(f"/reports/{report.pk}/check?kind=task").content.decode()
    one = row(report)
    assert f'<mark data-start="{one.start}" data-row="{one.pk}" class="open">改造老旧小区80个</mark>' in page
    assert f'id="row-{one.pk}"' in page


def test_a_row_by_htmx_answers_with_the_row(city, report):
    one = row(report)
    client = city.client("clerk")
    answer = client.post(f"/rows/{one.pk}/accept", {"version": 1}, headers={"HX-Request": "true"})
    assert (answer.status_code, f'id="row-{one.pk}"' in answer.content.decode()) == (200, True)
    again = client.post(f"/rows/{one.pk}/drop", {"version": 1}, headers={"HX-Request": "true"})
    assert (again.status_code, again.headers["HX-Retarget"]) == (409, "#main")


def test_opening_tells_what_became_of_last_years_promise(city):
    clerk = city.actors["clerk"]
    for year in (2025, 2026):
        data = (files("taizhang") / "samples" / f"yanjiang-{year}.txt").read_bytes()
        upload = uploads.store_bytes(clerk, f"{year}.txt", data)
        reading.receive(clerk, upload, f"{year}年报告", "砚江市", year)
        assert reading.work_one()
    later = Report.objects.get(year=2026)
    target = later.rows.get(kind="target", machine__indicator="地区生产总值")
    review.accept(clerk, target.pk, target.version)
    (task,) = handing_over.open_tasks(clerk, later)
    assert "2025年承诺：地区生产总值" in task.traced
    assert "结果：5.3%" in task.traced


def test_a_reader_that_hangs_is_ended(city, monkeypatch):
    monkeypatch.setattr(reading, "LONGEST", -1)
    upload = uploads.store_bytes(city.actors["clerk"], "报告.txt", TEXT.encode())
    report = reading.receive(city.actors["clerk"], upload, "", "", None)
    reading.work_one()
    report.refresh_from_db()
    assert (report.state, "超时" in report.error) == ("failed", True)
