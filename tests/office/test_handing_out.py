"""Handing out: what is opened from checked rows is settled by the clerk; one step for many tasks, all or none."""

import pytest

from taizhang.office.models import Report, Row, Task, Unit
from taizhang.office.rules import rules
from taizhang.office.services import handing_over, together
from taizhang.office.services.acting import Conflict

TEXT = "改造老旧小区80个。坚持房住不炒。"


@pytest.fixture
def report(city):
    made = Report.objects.create(title="砚江2026", state="read", text=TEXT, year=2026)
    for words, kind in (("改造老旧小区80个", "figure"), ("坚持房住不炒", "direction")):
        start = TEXT.index(words)
        machine = {"text": words, "kind": kind, "unit": "市不存在局"}
        place = {"start": start, "end": start + len(words)}
        Row.objects.create(report=made, kind="task", machine=machine, state="accepted", **place)
    return made


def test_the_clerk_settles_what_is_opened_and_leaves_out(city, report):
    client = city.client("clerk")
    first, second = report.rows.all()
    page = client.get(f"/reports/{report.pk}/open").content.decode()
    assert f'value="{first.pk}" aria-label="立项 改造老旧小区80个" checked>' in page
    assert f'value="{second.pk}" aria-label="立项 坚持房住不炒" >' in page
    assert "建议市不存在局，单位表里没有" in page
    settled = {
        "row": [first.pk],
        f"kind-{first.pk}": "livelihood",
        f"lead-{first.pk}": "市财政局",
        f"deadline-{first.pk}": "2026-10-31",
    }
    client.post(f"/reports/{report.pk}/open", settled)
    task = Task.objects.get()
    assert (task.kind, task.lead.name, str(task.deadline)) == ("livelihood", "市财政局", "2026-10-31")
    assert [row.pk for row in report.rows.filter(task=None)] == [second.pk]


def test_a_unit_that_is_not_there_opens_nothing(city, report):
    first, second = report.rows.all()
    settled = {"row": [first.pk, second.pk], f"lead-{second.pk}": "市天文局", f"kind-{first.pk}": "report"}
    answer = city.client("clerk").post(f"/reports/{report.pk}/open", settled)
    assert (answer.status_code, "市天文局" in answer.content.decode()) == (422, True)
    assert not Task.objects.exists()


def test_many_are_assigned_after_a_look(city):
    tasks = [city.task(title=f"第{n}项") for n in range(3)]
    lost = city.task(title="无主", lead=None)
    client = city.client("clerk")
    keys = [task.pk for task in [*tasks, lost]]
    page = client.post("/ledger/step/assign", {"task": keys}).content.decode()
    assert "请先定牵头单位" in page
    assert page.count('name="task"') == 3
    assert set(Task.objects.values_list("state", flat=True)) == {"drafted"}
    seen = {f"version-{task.pk}": task.version for task in tasks}
    answer = client.post("/ledger/step/assign", {"task": keys[:3], "confirmed": 1, **seen})
    assert answer.status_code == 302
    assert Task.objects.filter(state="assigned").count() == 3


def test_all_or_none(city):
    first, second = city.task(title="甲"), city.task(title="乙")
    with pytest.raises(Conflict):
        together.take(city.actors["clerk"], "assign", {first.pk: first.version, second.pk: 99}, "")
    assert set(Task.objects.values_list("state", flat=True)) == {"drafted"}


def test_caps_count_all_that_comes_together(city):
    cap = rules().burden.cap["requests"]
    tasks = [city.task(title=f"第{n}项", supports=[]) for n in range(cap + 1)]
    keys = [task.pk for task in tasks]
    clerk = city.actors["clerk"]
    assert together.plan(clerk, "assign", keys[:cap]).warnings == []
    (warning,) = together.plan(clerk, "assign", keys).warnings
    assert (warning[0].name, warning[2], warning[3]) == ("市住房和城乡建设局", cap + 1, cap)


def test_who_may_not_take_the_step_alone_may_not_take_it_for_many(city):
    task = city.task()
    plan = together.plan(city.actors["unit"], "assign", [task.pk])
    assert (plan.able, len(plan.unable)) == ([], 1)
    posted = {"task": [task.pk], f"version-{task.pk}": 1, "confirmed": 1}
    assert city.client("unit").post("/ledger/step/assign", posted).status_code == 403
    assert city.client("unit").get("/ledger").content.decode().count('name="task"') == 0


@pytest.mark.parametrize("step", ["decide", "nothing"])
def test_only_steps_made_for_many(city, step):
    assert city.client("clerk").post(f"/ledger/step/{step}", {"task": [1]}).status_code == 422


def test_a_target_goes_to_the_unit_of_what_it_measures(city):
    words = "居民收入增长5%，粮食产量稳定"
    report = Report.objects.create(title="市报告", state="read", text=words, year=2026)
    place = {"kind": "target", "state": "accepted", "start": 0, "end": len(words)}
    for indicator in ("居民收入", "粮食产量"):
        report.rows.create(machine={"indicator": indicator, "type": "floor"}, **place)
    suggested = [handing_over.suggestion(row) for row in report.rows.all()]
    assert suggested == [("市人力资源和社会保障局", "居民收入"), ("市农业农村局", "粮食产量")]


def test_units_are_suggested_for_targets_and_added_rows_too(city):
    text = "一、促进就业\n城镇新增就业5万人。加强职业培训。"
    Unit.objects.create(name="县人力资源和社会保障局", path="/77/")
    headings = [{"level": 1, "span": [0, 6], "text": "一、促进就业"}]
    report = Report.objects.create(title="县报告", state="read", text=text, year=2026, headings=headings)
    for kind, words, machine in (
        ("target", "城镇新增就业5万人", {"value": 5, "unit": "万人", "indicator": "城镇新增就业"}),
        ("task", "加强职业培训", None),
    ):
        start = text.index(words)
        place = {"start": start, "end": start + len(words), "machine": machine}
        Row.objects.create(
            report=report, kind=kind, state="added" if machine is None else "accepted", **place
        )
    target, task = (form for _, form, _ in handing_over.drafts(report, report.rows.all()))
    assert [form.lead.name for form in (target, task)] == ["县人力资源和社会保障局"] * 2
    assert (target.group, task.group) == ("主要预期目标", "一、促进就业")
    assert (
        "万人"
        not in city.client("clerk").get(f"/reports/{report.pk}/open").content.decode().split("建议")[-1]
    )
