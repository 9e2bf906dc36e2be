from datetime import date, timedelta

from taizhang.office.models import Change, Task, TickDay, Urge
from taizhang.office.services import record, urging
from taizhang.office.services.acting import pretending
from taizhang.office.services.flow import StepForm, take


def late_task(city, at):
    task = city.task(kind="report", deadline=date(2026, 3, 10), clock="none")
    with pretending(at(2026, 3, 2)):
        take(city.actors["clerk"], task.pk, "assign", StepForm(), None)
        return take(city.actors["unit"], task.pk, "sign", StepForm(), None)


def rungs():
    return list(Urge.objects.values_list("day", "rung"))


def test_ticking_climbs_the_ladder_once(city, at):
    late_task(city, at)
    day = date(2026, 3, 3)
    while day <= date(2026, 4, 1):
        urging.tick(day)
        day += timedelta(days=1)
    # Red from 11 March (a Wednesday); five and ten working days later are the 18th and the 25th.
    assert rungs() == [
        (date(2026, 3, 11), "催办"),
        (date(2026, 3, 18), "督办"),
        (date(2026, 3, 25), "报请领导"),
    ]
    assert record.verify().whole


def test_silence_of_weeks_is_caught_up_to_the_same_end(city, at):
    late_task(city, at)
    urging.tick(date(2026, 3, 3))
    done = urging.tick(date(2026, 4, 1))
    assert done.days == 29
    assert [rung for _, rung in rungs()] == ["催办", "督办", "报请领导"]
    assert [day for day, _ in rungs()] == [date(2026, 3, 11), date(2026, 3, 18), date(2026, 3, 25)]
    assert Task.objects.get().light_since == date(2026, 3, 11)


def test_ticking_again_changes_nothing(city, at):
    late_task(city, at)
    urging.tick(date(2026, 3, 30))
    before = (rungs(), Change.objects.count(), TickDay.objects.count())
    done = urging.tick(date(2026, 3, 30))
    assert (done.changed, done.urged) == (0, 0)
    assert (rungs(), Change.objects.count(), TickDay.objects.count()) == before


def test_a_new_lighting_begins_the_ladder_anew(city, at):
    task = late_task(city, at)
    urging.tick(date(2026, 3, 12))
    with pretending(at(2026, 3, 13)):
        asked = take(
            city.actors["unit"], task.pk, "ask_extend", StepForm(words="x", deadline=date(2026, 3, 31)), None
        )
        take(
            city.actors["leader"],
            task.pk,
            "decide",
            StepForm(decision="approve", demand=asked.demands.get().pk),
            None,
        )
    urging.tick(date(2026, 4, 2))
    assert [rung for _, rung in rungs() if rung == "催办"] == ["催办", "催办"]


def test_the_clock_does_not_send_a_persons_form_back(city, at):
    task = late_task(city, at)
    urging.tick(date(2026, 3, 20))
    with pretending(at(2026, 3, 20)):
        said = StepForm(words="赶上", period="2026-03")
        assert take(city.actors["unit"], task.pk, "feedback", said, task.version).version == task.version + 1
