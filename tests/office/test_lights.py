from datetime import date
from decimal import Decimal

import pytest

from taizhang.office.models import Task
from taizhang.office.services import clocks, lights
from taizhang.office.services.acting import pretending
from taizhang.office.services.days import add_workdays, is_workday, workdays_between
from taizhang.office.services.flow import StepForm, take


@pytest.mark.parametrize(
    ("day", "works"),
    [
        (date(2026, 10, 1), False),  # National Day
        (date(2026, 10, 10), True),  # a Saturday worked in exchange
        (date(2026, 11, 21), False),
        (date(2026, 11, 23), True),
        (date(2031, 6, 2), True),  # beyond the calendar: a Monday
        (date(2031, 6, 1), False),
    ],
)
def test_working_days(day, works):
    assert is_workday(day) is works


def test_counting_working_days_over_a_holiday():
    # 30 September 2026 is a Wednesday; work goes on on Thursday 8 October.
    assert add_workdays(date(2026, 9, 30), 1) == date(2026, 10, 8)
    assert workdays_between(date(2026, 9, 30), date(2026, 10, 10)) == 3


def begin(city, at, kind, day, **form):
    task = city.task(kind=kind, **form)
    with pretending(at(*day)):
        return take(city.actors["clerk"], task.pk, "assign", StepForm(), None)


def test_13710_counts_working_days(city, at):
    task = begin(city, at, "instruction", (2026, 9, 30))
    assert [due.day for due in clocks.dues(task, date(2026, 12, 31))] == [
        date(2026, 10, 8),
        date(2026, 10, 10),
        date(2026, 10, 15),
        date(2026, 10, 30),
    ]
    assert [due.name for due in clocks.missed(task, date(2026, 10, 9))] == ["签收并研究部署"]


def test_a_feedback_point_wants_a_report_after_the_one_before(city, at):
    task = begin(city, at, "instruction", (2026, 3, 2))
    with pretending(at(2026, 3, 3)):
        take(city.actors["unit"], task.pk, "sign", StepForm(), None)
    with pretending(at(2026, 3, 4)):
        take(city.actors["unit"], task.pk, "feedback", StepForm(words="部署", period="2026-03"), None)
    task = Task.objects.get(pk=task.pk)
    assert [due.name for due in clocks.missed(task, date(2026, 3, 12))] == ["反馈落实结果"]


def test_monthly_feedback_comes_round(city, at):
    task = begin(city, at, "report", (2026, 1, 20))
    days = [due.day for due in clocks.dues(task, date(2026, 4, 30)) if due.expects == "feedback"]
    assert days == [date(2026, 2, 25), date(2026, 3, 25), date(2026, 4, 25)]


def signed(city, at, task, day):
    with pretending(at(*day)):
        return take(city.actors["unit"], task.pk, "sign", StepForm(), None)


@pytest.mark.parametrize(
    ("value", "light", "why"),
    [
        (50, "green", "按时间进度"),
        (40, "green", "按时间进度"),
        (28, "yellow", "落后时间进度"),
        (5, "red", "落后时间进度"),
    ],
)
def test_pace_and_value_make_the_light(city, at, value, light, why):
    task = begin(
        city, at, "report", (2026, 1, 1), target=Decimal(100), deadline=date(2026, 12, 31), clock="none"
    )
    signed(city, at, task, (2026, 1, 4))
    with pretending(at(2026, 6, 28)):
        said = StepForm(words="进展", period="2026-06", value=Decimal(value), reported="ontrack")
        take(city.actors["unit"], task.pk, "feedback", said, None)
    found = lights.light_of(Task.objects.get(pk=task.pk), date(2026, 7, 1))
    assert (found.light, why in found.why) == (light, True)
    assert Task.objects.get(pk=task.pk).reported == "ontrack"


@pytest.mark.parametrize(
    ("day", "light"), [(date(2026, 2, 1), "green"), (date(2026, 2, 12), "yellow"), (date(2026, 3, 5), "red")]
)
def test_a_task_without_any_date_turns_red_too(city, at, day, light):
    task = begin(city, at, "report", (2026, 1, 1), clock="none")
    signed(city, at, task, (2026, 1, 1))
    found = lights.light_of(Task.objects.get(pk=task.pk), day)
    assert found.light == light
    assert light == "green" or "没有期限" in found.why


def test_overdue_is_red_and_says_by_how_much(city, at):
    task = begin(city, at, "report", (2026, 1, 1), deadline=date(2026, 2, 1), clock="none")
    assert lights.light_of(task, date(2026, 2, 11)).why == "已超过办理期限10天"


def test_a_ceiling_is_met_from_below(city, at):
    form = {
        "target": Decimal("5.5"),
        "direction": "down",
        "pace": "rate",
        "deadline": date(2026, 12, 31),
        "clock": "none",
    }
    task = begin(city, at, "report", (2026, 1, 1), **form)
    signed(city, at, task, (2026, 1, 1))
    with pretending(at(2026, 6, 1)):
        take(
            city.actors["unit"],
            task.pk,
            "feedback",
            StepForm(words="x", period="6", value=Decimal("5.1")),
            None,
        )
    assert lights.share_of(Task.objects.get(pk=task.pk), date(2026, 6, 2)) == 1


def test_a_parent_is_the_weighted_mean_of_its_parts(city, at):
    parent = city.task(title="城市更新")
    for weight, value in ((3, 100), (1, 0)):
        child = begin(
            city, at, "report", (2026, 1, 1), parent=parent, weight=Decimal(weight), target=Decimal(100)
        )
        signed(city, at, child, (2026, 1, 2))
        with pretending(at(2026, 2, 1)):
            take(
                city.actors["unit"],
                child.pk,
                "feedback",
                StepForm(words="x", period="2", value=Decimal(value)),
                None,
            )
    assert lights.share_of(Task.objects.get(pk=parent.pk), date(2026, 2, 2)) == Decimal("0.75")


def test_stages_count(city, at):
    task = begin(city, at, "investment", (2026, 1, 1))
    signed(city, at, task, (2026, 1, 2))
    with pretending(at(2026, 2, 1)):
        take(city.actors["unit"], task.pk, "feedback", StepForm(words="签了", period="2", stage="签约"), None)
    task = Task.objects.get(pk=task.pk)
    assert lights.share_of(task, date(2026, 2, 2)) == Decimal(2) / 3
    assert lights.share_of(task, date(2026, 1, 15)) == 0


def test_checkpoints_set_the_pace(city, at):
    points = [(date(2026, 3, 31), Decimal(20), "一季度"), (date(2026, 6, 30), Decimal(50), "二季度")]
    task = begin(
        city,
        at,
        "report",
        (2026, 1, 1),
        target=Decimal(100),
        deadline=date(2026, 12, 31),
        clock="none",
        checkpoints=points,
    )
    signed(city, at, task, (2026, 1, 2))
    with pretending(at(2026, 4, 20)):
        take(
            city.actors["unit"], task.pk, "feedback", StepForm(words="x", period="3", value=Decimal(22)), None
        )
    task = Task.objects.get(pk=task.pk)
    assert lights.light_of(task, date(2026, 4, 21)).light == "green"
    later = lights.light_of(task, date(2026, 7, 1))
    assert (later.light, later.why) == ("yellow", "有1个阶段目标到期未达到")
