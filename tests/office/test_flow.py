from datetime import date
from decimal import Decimal

import pytest

from taizhang.office.models import Change, Person, Post, Progress, Task, Unit
from taizhang.office.services import flow, opening, people, record, rights
from taizhang.office.services.acting import Actor, Conflict, Forbidden, Refused
from taizhang.office.services.flow import StepForm, take


def walk(city, task, *steps):
    for who, step, form in steps:
        task = take(city.actors[who], task.pk, step, form, task.version)
    return task


def test_life_of_a_task(city):
    task = city.task(target=Decimal(80), unit_text="个", deadline=date(2099, 12, 31))
    said = StepForm(words="开工40个", period="2026-06", value=Decimal(40))
    task = walk(
        city,
        task,
        ("clerk", "assign", StepForm()),
        ("unit", "sign", StepForm()),
        ("unit", "feedback", said),
        ("unit", "ask_close", StepForm(words="完成")),
        ("clerk", "return", StepForm(words="缺佐证")),
        ("unit", "feedback", StepForm(words="补佐证", period="2026-07", value=Decimal(80))),
        ("unit", "ask_close", StepForm(words="再报")),
        ("clerk", "pass", StepForm()),
        ("clerk", "strike", StepForm()),
    )
    assert task.state == "closed"
    assert [item.value for item in task.progress.all()] == [Decimal(40), Decimal(80)]
    actions = list(
        Change.objects.filter(subject="task", subject_id=str(task.pk)).values_list("action", flat=True)
    )
    assert actions == [
        "open",
        "assign",
        "sign",
        "feedback",
        "ask_close",
        "return",
        "feedback",
        "ask_close",
        "pass",
        "strike",
    ]
    assert record.verify().whole


@pytest.mark.parametrize(
    ("who", "step"),
    [
        ("unit", "assign"),
        ("support", "sign"),
        ("county", "sign"),
        ("reader", "sign"),
        ("admin", "assign"),
        ("unit", "decline"),
    ],
)
def test_who_may_not(city, who, step):
    task = city.task()
    if step != "assign":
        take(city.actors["clerk"], task.pk, "assign", StepForm(), None)
    with pytest.raises(Forbidden):
        take(city.actors[who], task.pk, step, StepForm(words="试"), None)


def test_head_above_acts_for_the_unit_below(city):
    task = city.task(lead="county_housing")
    take(city.actors["clerk"], task.pk, "assign", StepForm(), None)
    assert take(city.actors["county"], task.pk, "sign", StepForm(), None).state == "working"


def test_a_step_out_of_turn_is_refused(city):
    task = city.task()
    with pytest.raises(Refused, match="拟办"):
        take(city.actors["clerk"], task.pk, "pass", StepForm(), None)


def test_a_missing_field_is_refused_and_nothing_changes(city):
    task = walk(city, city.task(), ("clerk", "assign", StepForm()), ("unit", "sign", StepForm()))
    before = Change.objects.count()
    with pytest.raises(Refused, match="请填写"):
        take(city.actors["unit"], task.pk, "feedback", StepForm(words="有进展"), None)
    assert (Progress.objects.count(), Change.objects.count()) == (0, before)


def test_no_lost_update(city):
    task = city.task()
    seen = task.version
    opening.edit_task(city.actors["clerk"], task.pk, opening.TaskForm(title="改造老旧小区90个"), seen)
    with pytest.raises(Conflict) as stopped:
        opening.edit_task(city.actors["clerk"], task.pk, opening.TaskForm(title="改造老旧小区70个"), seen)
    assert [change.action for change in stopped.value.changes] == ["edit"]
    assert "90个" in stopped.value.changes[0].after
    assert Task.objects.get(pk=task.pk).title == "改造老旧小区90个"


def test_more_time_is_asked_for_and_decided(city):
    task = city.task(deadline=date(2026, 6, 30))
    task = walk(
        city,
        task,
        ("clerk", "assign", StepForm()),
        ("unit", "sign", StepForm()),
        ("unit", "ask_extend", StepForm(words="指标未下达", deadline=date(2026, 9, 30))),
    )
    assert task.deadline == date(2026, 6, 30)
    with pytest.raises(Refused, match="在等审批"):
        take(city.actors["unit"], task.pk, "ask_adjust", StepForm(words="再", target=Decimal(1)), None)
    demand = task.demands.get()
    task = take(
        city.actors["leader"], task.pk, "decide", StepForm(decision="approve", demand=demand.pk), None
    )
    assert task.deadline == date(2026, 9, 30)
    with pytest.raises(Refused, match="审批过"):
        take(
            city.actors["leader"],
            task.pk,
            "decide",
            StepForm(decision="refuse", words="不", demand=demand.pk),
            None,
        )


def test_the_successor_inherits_the_duty(city):
    task = city.task()
    take(city.actors["clerk"], task.pk, "assign", StepForm(), None)
    post = Post.objects.get(role="liaison", unit=city.units["housing"])
    newcomer = Person.objects.create_person("新人", "newcomer", "x")
    people.save_post(
        city.actors["admin"],
        post,
        unit=post.unit,
        title=post.title,
        role=post.role,
        holder=newcomer,
        version=1,
    )
    old = Actor(Person.objects.get(login="unit"), "test")
    assert not rights.may(old.person, "task.view", task)
    assert take(Actor(newcomer, "test"), task.pk, "sign", StepForm(), None).state == "working"


def test_a_parent_waits_for_its_parts(city):
    parent = city.task(title="城市更新")
    child = city.task(parent=parent)
    walk(city, parent, ("clerk", "assign", StepForm()), ("unit", "sign", StepForm()))
    with pytest.raises(Refused, match="1个下级任务"):
        take(city.actors["unit"], parent.pk, "ask_close", StepForm(words="完"), None)
    take(city.actors["clerk"], child.pk, "void", StepForm(words="并入"), None)
    assert take(city.actors["unit"], parent.pk, "ask_close", StepForm(words="完"), None).state == "review"


def test_a_task_is_not_its_own_parent(city):
    parent = city.task(title="城市更新")
    child = city.task(parent=parent)
    with pytest.raises(Refused, match="上级任务"):
        opening.edit_task(
            city.actors["clerk"], parent.pk, opening.TaskForm(title="城市更新", parent=child), None
        )


def test_the_cap_of_burden_must_be_confirmed(city, monkeypatch):
    monkeypatch.setattr(flow.burden, "over_cap", lambda _unit, _day: [("交办要求", 30, 30)])
    task = city.task()
    with pytest.raises(Refused, match="负担上限"):
        take(city.actors["clerk"], task.pk, "assign", StepForm(), None)
    assert take(city.actors["clerk"], task.pk, "assign", StepForm(confirmed=True), None).state == "assigned"
    assert {ask.unit.name for ask in task.asks.all()} == {"市住房和城乡建设局", "市财政局"}


def test_for_a_unit_without_an_account_the_clerk_writes_down_what_it_says(city):
    unit = Unit.objects.create(name="市气象局", path="/900/")
    task = city.task()
    Task.objects.filter(pk=task.pk).update(lead=unit)
    clerk = city.actors["clerk"]
    take(clerk, task.pk, "assign", StepForm(), None)
    assert {"sign"} <= set(flow.steps_for(clerk, Task.objects.get(pk=task.pk)))
    take(clerk, task.pk, "sign", StepForm(), None)
    said = StepForm(words="电话报来：已建站", period="2026-06", reported="slow")
    task = take(clerk, task.pk, "feedback", said, None)
    assert (task.progress.get().unit, task.progress.get().by, task.reported) == (unit, clerk.person, "slow")
    assert "市气象局没有账号" in city.client("clerk").get(f"/tasks/{task.pk}").content.decode()
    with pytest.raises(Forbidden):
        take(city.actors["leader"], task.pk, "feedback", said, None)
    person = Person.objects.create_person("云", "yun", "x")
    Post.objects.create(unit=unit, title="联络员", role="liaison", holder=person)
    with pytest.raises(Forbidden):
        take(clerk, task.pk, "feedback", said, None)


def test_stages_are_given_later_too_until_one_is_reached(city):
    task = city.task()
    form = opening.TaskForm(title=task.title, lead=task.lead, stages="investment")
    opening.edit_task(city.actors["clerk"], task.pk, form, None)
    assert [stage.name for stage in task.stages.all()] == ["在谈", "签约", "落地"]
    said = StepForm(words="已签约", period="2026-06", stage="签约")
    take(city.actors["clerk"], task.pk, "assign", StepForm(), None)
    for step, filled in (("sign", StepForm()), ("feedback", said)):
        take(city.actors["unit"], task.pk, step, filled, None)
    assert "阶段模板" not in city.client("clerk").get(f"/tasks/{task.pk}/edit").content.decode()
    with pytest.raises(Refused, match="阶段"):
        opening.edit_task(city.actors["clerk"], task.pk, form, None, "换模板")
    assert task.stages.filter(done_on__isnull=False).count() == 2


def test_what_was_written_is_shown_again_in_words(city):
    written = {"title": "某项任务", "kind": "report", "ladder": "strict", "target": "很多很多"}
    answer = city.client("clerk").post("/tasks/new", written)
    page = answer.content.decode()
    assert answer.status_code == 422
    assert all(words in page for words in ("报告任务", "从严阶梯", "<dd>很多很多</dd>"))


def test_a_waiting_request_holds_back_the_next_and_the_page_says_why(city):
    task = city.task()
    take(city.actors["clerk"], task.pk, "assign", StepForm(), None)
    take(city.actors["unit"], task.pk, "sign", StepForm(), None)
    take(city.actors["unit"], task.pk, "ask_extend", StepForm(words="难", deadline=date(2099, 1, 1)), None)
    page = city.client("unit").get(f"/tasks/{task.pk}").content.decode()
    for step in ("申请延期", "申请调整"):
        assert f"{step}：已有一个申请在等审批，批复以后才能再申请" in page
    assert "step/ask_adjust" not in page
    assert "已有一个申请" not in city.client("reader").get(f"/tasks/{task.pk}").content.decode()


@pytest.mark.parametrize("over", ["void", "pass"])
def test_a_request_on_a_task_that_is_over_waits_for_nobody(city, over):
    task, clerk, unit = city.task(), city.actors["clerk"], city.actors["unit"]
    take(clerk, task.pk, "assign", StepForm(), None)
    take(unit, task.pk, "sign", StepForm(), None)
    take(unit, task.pk, "ask_extend", StepForm(words="难", deadline=date(2099, 1, 1)), None)
    assert "延期申请待审批" in city.client("leader").get("/").content.decode()
    if over == "pass":
        take(unit, task.pk, "ask_close", StepForm(words="完"), None)
    take(clerk, task.pk, over, StepForm(words="x"), None)
    assert "延期申请待审批" not in city.client("leader").get("/").content.decode()
    assert "没有再审批" in city.client("leader").get(f"/tasks/{task.pk}").content.decode()


def test_a_task_is_not_voided_over_the_heads_of_those_below(city):
    above = city.task(title="总")
    city.task(title="分", parent=above)
    with pytest.raises(Refused, match="1个下级任务"):
        take(city.actors["clerk"], above.pk, "void", StepForm(words="不做了"), None)


def test_nothing_is_expected_of_a_task_that_is_void(city):
    task = city.task(clock="monthly")
    take(city.actors["clerk"], task.pk, "assign", StepForm(), None)
    client = city.client("clerk")
    assert "下一个节点" in client.get(f"/tasks/{task.pk}").content.decode()
    take(city.actors["clerk"], task.pk, "void", StepForm(words="不做了"), None)
    page = client.get(f"/tasks/{task.pk}").content.decode()
    assert ("下一个节点" in page, "加下级任务" in page) == (False, False)
