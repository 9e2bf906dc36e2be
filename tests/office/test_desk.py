"""My desk tells what others did to one's tasks: sent back why, instructed, decided; and hides no number."""

from datetime import date
from decimal import Decimal

from django.db import connection
from django.test.utils import CaptureQueriesContext

from taizhang.office.models import Task, Unit
from taizhang.office.services.flow import StepForm, take
from taizhang.office.views.desk import MANY


def in_hand(city, **form):
    task = city.task(deadline=date(2099, 6, 30), target=Decimal(80), **form)
    for who, step in (("clerk", "assign"), ("unit", "sign")):
        task = take(city.actors[who], task.pk, step, StepForm(), None)
    return task


def desk(city, login):
    return city.client(login).get("/").content.decode()


def test_a_leaders_instruction_reaches_the_unit_and_the_clerk(city):
    task = in_hand(city)
    take(city.actors["leader"], task.pk, "note", StepForm(words="本周五前报方案"), None)
    for login in ("unit", "head", "support", "clerk"):
        assert "本周五前报方案" in desk(city, login), login
    for login in ("leader", "county"):
        assert "本周五前报方案" not in desk(city, login), login


def test_the_unit_is_told_what_was_decided_and_why(city):
    task = in_hand(city)
    asked = StepForm(words="材料晚到", deadline=date(2099, 9, 30))
    take(city.actors["unit"], task.pk, "ask_extend", asked, None)
    said = StepForm(decision="refuse", words="按期办完", demand=task.demands.get().pk)
    take(city.actors["leader"], task.pk, "decide", said, None)
    page = desk(city, "unit")
    assert "不同意 申请延期" in page
    assert "按期办完" in page


def test_a_task_sent_back_says_why(city):
    task = in_hand(city)
    take(city.actors["unit"], task.pk, "ask_close", StepForm(words="完成"), None)
    take(city.actors["clerk"], task.pk, "return", StepForm(words="还差50个"), None)
    assert "还差50个" in desk(city, "unit")
    declined = city.task(title="不归我管")
    take(city.actors["clerk"], declined.pk, "assign", StepForm(), None)
    take(city.actors["head"], declined.pk, "decline", StepForm(words="职能已划转"), None)
    assert "职能已划转" in desk(city, "clerk")


def test_what_is_not_listed_is_counted(city):
    for number in range(MANY + 3):
        city.task(title=f"第{number}项")
    assert '<a href="/ledger?state=drafted">还有3项</a>' in desk(city, "clerk")


def test_the_history_tells_a_request_and_its_decision_once(city):
    task = in_hand(city)
    asked = StepForm(words="材料晚到", deadline=date(2099, 9, 30))
    take(city.actors["unit"], task.pk, "ask_extend", asked, None)
    said = StepForm(decision="approve", demand=task.demands.get().pk)
    take(city.actors["leader"], task.pk, "decide", said, None)
    page = city.client("clerk").get(f"/tasks/{task.pk}").content.decode()
    history = page[page.index('<ol class="line">') :]
    assert history.count("材料晚到") == 1
    assert "同意 申请延期" in history
    assert "approve" not in history


def test_what_a_unit_without_an_account_is_to_accept_waits_on_the_clerks_desk(city):
    silent = Unit.objects.create(
        name="市气象局", path=f"{city.units['city'].path}99/", parent=city.units["city"]
    )
    quiet, loud = city.task(title="测风", supports=[]), city.task(title="修路", supports=[])
    Task.objects.filter(pk=quiet.pk).update(lead=silent)
    for task in (quiet, loud):
        take(city.actors["clerk"], task.pk, "assign", StepForm(), None)
    page = city.client("clerk").get("/").content.decode().split("到期与快到期")[0]
    assert ("等待代签收" in page, "测风" in page, "修路" in page) == (True, True, False)
    for login in ("leader", "admin", "unit"):
        assert "等待代签收" not in city.client(login).get("/").content.decode()
    take(city.actors["clerk"], quiet.pk, "sign", StepForm(), None)
    assert "等待代签收" not in city.client("clerk").get("/").content.decode()


def test_a_long_day_asks_no_more_of_the_database_than_a_short_one(city):
    silent = Unit.objects.create(
        name="市气象局", path=f"{city.units['city'].path}99/", parent=city.units["city"]
    )
    client = city.client("clerk")
    asked = []
    for title in "ab":
        for n in range(12 if title == "b" else 1):
            task = city.task(title=f"{title}{n}", supports=[])
            Task.objects.filter(pk=task.pk).update(lead=silent)
            take(city.actors["clerk"], task.pk, "assign", StepForm(confirmed=True), None)
        with CaptureQueriesContext(connection) as queries:
            client.get("/")
        asked.append(len(queries))
    assert asked[0] == asked[1]


def test_what_was_said_when_a_task_was_declined_is_not_told_when_it_is_done(city):
    task = city.task(supports=[])
    take(city.actors["clerk"], task.pk, "assign", StepForm(), None)
    take(city.actors["head"], task.pk, "decline", StepForm(words="不归我们管"), None)
    assert "不归我们管" in city.client("clerk").get("/").content.decode()
    Task.objects.filter(pk=task.pk).update(state="done")
    page = city.client("clerk").get("/").content.decode()
    assert ("等待销号" in page, "不归我们管" in page) == (True, False)
