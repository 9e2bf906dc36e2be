import json
from importlib.resources import files

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from taizhang.evaluation.scores import score_files
from taizhang.office.models import Job, Report, Row, Task, Unit
from taizhang.office.services import gold, handing_over, reading, review, uploads
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
    assert report.error.startswith("坏.pdf")  # not where the server put it
    reading.read_again(city.actors["clerk"], report.pk)
    assert Job.objects.filter(state="queued").count() == 1


def test_a_report_is_called_as_it_calls_itself_unless_the_clerk_named_it(city):
    clerk = city.actors["clerk"]
    data = (files("taizhang") / "samples" / "yanjiang-2026.txt").read_bytes()
    for given, called in (("", "2026年砚江市政府工作报告"), ("今年的报告", "今年的报告")):
        reading.receive(clerk, uploads.store_bytes(clerk, "a.txt", data), given, "", None)
        reading.work_one()
        assert Report.objects.latest("pk").title == called


def test_the_same_file_is_not_read_twice_until_it_is_out_of_use(city):
    client = city.client("clerk")
    sent = {"not_secret": "1"}
    first = client.post("/reports/upload", sent | {"file": SimpleUploadedFile("甲.txt", TEXT.encode())})
    again = client.post("/reports/upload", sent | {"file": SimpleUploadedFile("乙.txt", TEXT.encode())})
    assert (first.status_code, again.headers["Location"]) == (302, first.headers["Location"])
    assert Report.objects.count() == 1
    close = {"version": Report.objects.get().version}
    client.post(f"{first.headers['Location']}/close", close)
    assert "甲" not in client.get("/reports").content.decode()
    assert "甲" in client.get("/reports?closed=1").content.decode()
    client.post("/reports/upload", sent | {"file": SimpleUploadedFile("丙.txt", TEXT.encode())})
    assert Report.objects.filter(closed=False).count() == 1


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
    merged, _ = review.merge(clerk, row(report).pk, 1)
    assert TEXT[merged.start : merged.end] == "改造老旧小区80个，新增停车位5000个" == merged.human["text"]
    first, second = review.split(clerk, merged.pk, len("改造老旧小区80个"), merged.version)
    assert (first.human["text"], second.human["text"]) == ("改造老旧小区80个", "，新增停车位5000个")
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


def test_gold_rows_are_such_as_the_scorers_take(city, report, tmp_path):
    clerk = city.actors["clerk"]
    upload = uploads.store_bytes(clerk, "yj-2026.txt", TEXT.encode())
    report.upload = upload
    report.save()
    start = TEXT.index("5000个")
    machine = {"indicator": "停车位", "value": 5000, "unit": "个", "rel": "=", "span": [start, start + 5]}
    other = Row.objects.create(report=report, kind="entry", start=start, end=start + 5, machine=machine)
    review.correct(clerk, row(report, "entry").pk, {"value": "81", "period": "2026"}, 1)
    assert gold.gold(report, "entry") == []  # in that sentence another row is not checked yet
    review.drop(clerk, other.pk, 1)
    whole, kept, dropped = gold.gold(report, "entry")
    assert whole == {"doc": "yj-2026", "covered": "all"}
    sentence = [TEXT.index("改造"), len(TEXT)]
    assert kept == {
        "doc": "yj-2026",
        "start": 13,
        "end": 16,
        "text": "80个",
        "sent": sentence,
        "indicator": "改造老旧小区",
        "value": 81,
        "unit": "个",
        "rel": "=",
        "measure": "level",
        "role": "target",
        "period": "2026",
    }
    assert (dropped["skip"], dropped["sent"]) == ("dropped", sentence)
    page = city.client("clerk").get(f"/reports/{report.pk}/gold.jsonl?kind=entry").content.decode()
    file, read = tmp_path / "gold.jsonl", tmp_path / "read.jsonl"
    file.write_text(page, encoding="utf-8")
    read.write_text(json.dumps(kept | {"span": [13, 16], "value": 80}) + "\n", encoding="utf-8")
    scores = score_files(file, [read])
    assert (scores.figures["detect_F1"], scores.figures["value_unit_F1"]) == (1.0, 0.0)


def test_gold_tasks_leave_out_what_is_unchecked_or_dropped(city, report):
    clerk = city.actors["clerk"]
    review.accept(clerk, row(report).pk, 1)
    (kept,) = gold.gold(report, "task")
    assert (kept["start"], kept["verb"], kept["object"]) == (TEXT.index("改造"), "改造", "老旧小区")


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


def test_merging_by_htmx_answers_with_all_that_changed_and_no_more(city, report):
    one, following = row(report), row(report, at=1)
    client = city.client("clerk")
    answer = client.post(f"/rows/{one.pk}/merge", {"version": 1}, headers={"HX-Request": "true"})
    page = answer.content.decode()
    made = Row.objects.get(source=one)
    assert (answer.status_code, "<html" in page) == (200, False)
    assert f'<div id="row-{following.pk}" hx-swap-oob="delete">' in page
    assert f'id="row-{made.pk}"' in page
    assert f'<mark data-start="{made.start}" data-row="{made.pk}" class="added">' in page


def test_adding_by_htmx_puts_the_row_where_its_words_stand(city, report):
    start = TEXT.index("新增")
    answer = city.client("clerk").post(
        f"/reports/{report.pk}/rows",
        {"kind": "task", "start": start, "end": start + 2},
        headers={"HX-Request": "true"},
    )
    page = answer.content.decode()
    assert f'hx-swap-oob="afterend:#row-{row(report, at=0).pk}"' in page
    assert TEXT[start : start + 2] in page


@pytest.mark.parametrize("form", ["edit", "split"])
def test_the_forms_of_a_row_are_parts_or_pages(city, report, form):
    client, address = city.client("clerk"), f"/rows/{row(report).pk}/form/{form}"
    part = client.get(address, headers={"HX-Request": "true"}).content.decode()
    assert part.startswith("<form")
    page = client.get(address).content.decode()
    assert ("<html" in page, part.splitlines()[-1] in page) == (True, True)


def test_a_summary_says_all_that_one_key_accepts(city, report):
    page = city.client("clerk").get(f"/reports/{report.pk}/check?kind=entry").content.decode()
    assert "改造老旧小区 · 80个 · 目标" in page


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


def test_checking_begins_where_something_is_unchecked(city, report):
    page = city.client("clerk").get(f"/reports/{report.pk}/check").content.decode()
    assert '<a href="?kind=task" aria-current="page">' in page
    for one in report.rows.filter(kind="task"):
        review.accept(city.actors["clerk"], one.pk, 1)
    page = city.client("clerk").get(f"/reports/{report.pk}/check").content.decode()
    assert '<a href="?kind=entry" aria-current="page">' in page
