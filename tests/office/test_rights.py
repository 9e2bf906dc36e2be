"""Rights beyond the walk of addresses: forms sent by the wrong hand, every step by every role, others' things."""

import re

import pytest
from test_routes import EVERYBODY, OPEN

from taizhang.office.models import (
    Change,
    Evidence,
    ImportDraft,
    Person,
    Post,
    Progress,
    Report,
    SavedView,
    Task,
    Unit,
)
from taizhang.office.rules import rules
from taizhang.office.services import behalf, rights, together, uploads
from taizhang.office.services.exporting import ledger_book
from taizhang.office.services.importing import read_sheet

FORMS = {
    "/tasks/new": "task_new",
    "/tasks/{task}/edit": "task_edit",
    "/sheets": "sheet_upload",
    "/sheets/{draft}/apply": "sheet_apply",
    "/units/new": "unit_new",
    "/units/roster": "unit_roster",
    "/units/{unit}/edit": "unit_edit",
    "/posts/new?unit={unit}": "post_new",
    "/posts/{post}/edit": "post_edit",
    "/people/new": "person_new",
    "/people/{person}/edit": "person_edit",
    "/reports/upload": "report_upload",
    "/reports/{report}/again": "report_again",
    "/reports/{report}/close": "report_close",
    "/reports/{report}/rows": "row_add",
    "/reports/{report}/open": "report_open",
}
FIELDS = {
    "title": "改",
    "name": "改",
    "unit": "{unit}",
    "role": "admin",
    "password": "a-long-new-word",
    "login": "x",
    "kind": "task",
    "version": "1",
    "words": "市气象局",
}


def things(city, lead):
    """One of each thing, the task led by ``lead`` and supported by nobody."""
    clerk, unit = city.actors["clerk"], city.units[lead]
    task = city.task(title=f"{lead}的事", lead=lead, supports=[])
    said = Progress.objects.create(task=task, unit=unit, by=clerk.person, at="2026-06-01T00:00Z", words="x")
    file = uploads.store_bytes(clerk, "照片.txt", "现场".encode())
    Evidence.objects.create(progress=said, file=file)
    report = Report.objects.create(
        title="报告",
        state="read",
        text="新增就业5万人。",
        upload=uploads.store_bytes(clerk, "报告.txt", "新增就业5万人。".encode()),
    )
    return {
        "task": task.pk,
        "file": file.pk,
        "source": report.upload.pk,
        "report": report.pk,
        "unit": unit.pk,
        "post": Post.objects.first().pk,
        "person": Person.objects.get(login="clerk").pk,
        "draft": read_sheet(clerk, "台账.xlsx", ledger_book(Task.objects.all())).pk,
        "view": SavedView.objects.create(person=clerk.person, name=lead, query="").pk,
    }


@pytest.mark.parametrize("path", FORMS)
def test_a_form_sent_by_the_wrong_hand_changes_nothing(city, path):
    known = things(city, "housing")
    form = {key: value.format(**known) for key, value in FIELDS.items()}
    rows = Change.objects.count()
    for login in EVERYBODY - OPEN[FORMS[path]]:
        answer = city.client(login).post(path.format(**known), form)
        assert answer.status_code == 403, login
    assert Change.objects.count() == rows


@pytest.mark.parametrize("step", sorted(rules().steps))
def test_every_step_by_every_role_as_the_table_has_it(city, step):
    """The task is led by the housing bureau and supported by the finance bureau."""
    task, allow = city.task(), rules().actions[f"step.{step}"].allow
    near = {"head", "unit"} | ({"support"} if "support" in rules().actions[f"step.{step}"].parts else set())
    for login in EVERYBODY:
        role = Post.objects.get(holder__login=login).role
        may = allow.get(role) == "all" or (role in allow and login in near)
        answer = city.client(login).post(f"/tasks/{task.pk}/step/{step}", {"words": "x", "confirmed": "1"})
        assert (answer.status_code != 403) == may, (login, answer.status_code)


@pytest.mark.parametrize("step", together.STEPS)
def test_every_step_for_many_by_every_role_as_the_table_has_it(city, step):
    source = rules().steps[step].sources[0]
    form = {"words": "x", "confirmed": "1"}
    for login in EVERYBODY:
        task = city.task()
        Task.objects.filter(pk=task.pk).update(state=source)
        role = Post.objects.get(holder__login=login).role
        may = rules().actions[f"step.{step}"].allow.get(role) == "all"
        posted = form | {"task": task.pk, f"version-{task.pk}": task.version}
        answer = city.client(login).post(f"/ledger/step/{step}", posted)
        assert (answer.status_code == 302) == may, (login, answer.status_code)
        assert (Task.objects.get(pk=task.pk).version > task.version) == may, login


@pytest.mark.parametrize("step", sorted(behalf.STEPS))
def test_only_the_clerk_acts_for_a_unit_without_an_account(city, step):
    silent = Unit.objects.create(
        name="市气象局", parent=city.units["city"], path=f"{city.units['city'].path}99/"
    )
    task = city.task(supports=[])
    state = rules().steps[step].sources[0]
    Task.objects.filter(pk=task.pk).update(lead=silent, state=state)
    for login in EVERYBODY:
        answer = city.client(login).post(f"/tasks/{task.pk}/step/{step}", {"words": "x"})
        assert (answer.status_code != 403) == (login == "clerk"), (login, answer.status_code)
    page = city.client("clerk").get(f"/tasks/{task.pk}").content.decode()
    assert "市气象局没有账号，由您代为登记。" in page
    holder = Post.objects.create(
        unit=silent, title="联络员", role="liaison", holder=city.actors["reader"].person
    )
    assert city.client("clerk").post(f"/tasks/{task.pk}/step/{step}", {"words": "x"}).status_code == 403
    assert holder.unit == silent


FOREIGN = (
    "/tasks/{task}",
    "/tasks/{task}/edit",
    "/files/{file}",
    "/files/{source}",
    "/units/{unit}",
    "/reports/{report}",
    "/sheets/{draft}",
    "/reports/{report}/gold.jsonl",
    "/reports/{report}/check",
    "/reports/{report}/progress",
)


@pytest.mark.parametrize("login", ["head", "unit", "support", "reader"])
@pytest.mark.parametrize("path", FOREIGN)
def test_what_another_unit_has_stays_closed(city, path, login):
    known = things(city, "county_housing")
    assert city.client(login).get(path.format(**known)).status_code == 403


def test_a_unit_above_sees_what_is_below_and_no_more(city):
    below, beside = things(city, "county_housing"), things(city, "housing")
    client = city.client("county")
    for path in ("/tasks/{task}", "/files/{file}", "/units/{unit}"):
        assert client.get(path.format(**below)).status_code == 200, path
        assert client.get(path.format(**beside)).status_code == 403, path


def test_another_clerks_sheet_and_view_are_not_there(city):
    known = things(city, "housing")
    Post.objects.create(
        unit=city.units["office"], title="clerk", role="clerk", holder=city.actors["reader"].person
    )
    other = city.client("reader")
    assert other.get("/sheets/{draft}".format(**known)).status_code == 404
    assert other.post("/sheets/{draft}/apply".format(**known)).status_code == 404
    assert other.post("/ledger/views/{view}/drop".format(**known)).status_code == 404
    assert ImportDraft.objects.get(pk=known["draft"]).applied_at is None
    assert SavedView.objects.filter(pk=known["view"]).exists()


@pytest.mark.parametrize(
    "path",
    [
        "/",
        "/ledger",
        "/ledger?unit={unit}",
        "/ledger?q=county",
        "/units",
        "/units/{own}",
        "/rights?task={number}",
        "/tasks/{parent}",
    ],
)
def test_no_page_of_a_unit_names_anothers_task(city, path):
    secret = city.task(title="县里的机要事", lead="county", supports=[])
    parent = city.task(title="全市的事", lead="housing", supports=[])
    secret.parent = parent
    secret.save()
    known = {
        "unit": city.units["county"].pk,
        "own": city.units["housing"].pk,
        "number": secret.number,
        "parent": parent.pk,
    }
    answer = city.client("unit").get(path.format(**known))
    assert answer.status_code == 200
    assert "县里的机要事" not in answer.content.decode()


def test_a_person_put_out_of_office_is_out_at_once(city):
    client = city.client("unit")
    assert client.get("/ledger").status_code == 200
    Person.objects.filter(login="unit").update(is_active=False)
    assert client.get("/ledger").status_code == 302


def test_a_closed_unit_gives_no_rights(city):
    Unit.objects.filter(pk=city.units["housing"].pk).update(closed=True)
    assert city.client("unit").get("/ledger").status_code == 403


def test_the_table_knows_every_step_and_nothing_unknown_is_allowed(city):
    assert {f"step.{step}" for step in rules().steps} <= set(rules().actions)
    assert not rights.may(city.actors["admin"].person, "step.unknown")
    assert not rights.may(None, "desk.view")


def test_what_every_answer_carries(city):
    known = things(city, "housing")
    client = city.client("unit")
    for path in (
        "/",
        "/nothing-here",
        "/people",
        "/files/{file}",
        "/ledger.xlsx",
        "/static/office/style.css",
    ):
        answer = client.get(path.format(**known))
        assert answer.headers["X-Content-Type-Options"] == "nosniff", path
        assert answer.headers.get("X-Frame-Options") == "DENY" or path.startswith("/static/"), path
    file = client.get("/files/{file}".format(**known))
    assert file.headers["Content-Security-Policy"] == "default-src 'none'; sandbox"
    assert "unsafe" not in client.get("/").headers["Content-Security-Policy"]


def test_cookies_are_out_of_reach(city, client):
    answer = client.post("/login", {"login": "unit", "password": city.password})
    assert answer.cookies["sessionid"]["httponly"]
    assert answer.cookies["sessionid"]["samesite"] == "Lax"
    assert answer.cookies["csrftoken"]["httponly"]
    before = client.get("/login").wsgi_request.session.session_key
    client.post("/logout")
    assert client.get("/login").wsgi_request.session.session_key != before


@pytest.mark.parametrize("login", ["unit", "support", "reader", "county", "leader", "clerk", "admin"])
def test_no_page_leads_where_one_may_not_go(city, login):
    """Every link that a page shows to somebody opens for them."""
    task = city.task(words="改造老旧小区80个")
    city.task(title="县里的事", lead="county", supports=[])
    report = Report.objects.create(title="报告", state="read", text="改造老旧小区80个。")
    report.rows.create(kind="task", start=0, end=8, machine={"text": "改造老旧小区80个"}, task=task)
    client = city.client(login)
    closed = set()
    units = [f"/units/{city.units[name].pk}" for name in ("housing", "county")]
    for page in ("/", "/ledger", "/units", "/reports", f"/tasks/{task.pk}", "/rights", "/burden", *units):
        answer = client.get(page)
        if answer.status_code == 403:
            continue
        for link in set(re.findall(r'<a [^>]*href="(/[^"#]*)"', answer.content.decode())):
            if client.get(link.replace("&amp;", "&")).status_code >= 400:
                closed.add((page, link))
    assert closed == set()
