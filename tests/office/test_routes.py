"""Every address with every role: what is not written here as open must be closed."""

import re

import pytest
from django.urls import get_resolver

from taizhang.office.models import Evidence, Job, Post, Progress, Report, Row, Task, Unit
from taizhang.office.services import uploads
from taizhang.office.services.exporting import ledger_book
from taizhang.office.services.flow import StepForm, take
from taizhang.office.services.importing import read_sheet

EVERYBODY = {"admin", "clerk", "leader", "head", "unit", "support", "reader", "county", "county_unit"}
# The task of the walk is led by housing and supported by finance; unit pages are of housing.
SEES_TASK = {"admin", "clerk", "leader", "head", "unit", "support", "reader"}
OPEN: dict[str, set[str]] = {
    "desk": EVERYBODY,
    "ledger": EVERYBODY,
    "ledger_drafted": EVERYBODY,
    "ledger_step": EVERYBODY,  # the step itself is asked for task by task
    "save_view": EVERYBODY,
    "drop_view": EVERYBODY,
    "ledger_sheet": {"clerk", "leader", "head", "unit", "support", "county", "county_unit"},
    "sheet_upload": {"clerk"},
    "sheet_template": {"clerk"},
    "sheet": {"clerk"},
    "sheet_apply": {"clerk"},
    "task_new": {"clerk"},
    "task": SEES_TASK,
    "task_edit": {"clerk"},
    "task_step": {"head", "unit"},  # the step of the walk is sign
    "file": SEES_TASK - {"admin"},
    "overview": {"clerk", "leader"},
    "units": EVERYBODY,
    "unit": {"admin", "clerk", "leader", "head", "unit", "reader"},
    "unit_new": {"admin"},
    "unit_roster": {"admin"},
    "unit_edit": {"admin"},
    "post_new": {"admin"},
    "post_edit": {"admin"},
    "people": {"admin"},
    "person_new": {"admin"},
    "person_edit": {"admin"},
    "burden": {"admin", "clerk", "leader", "head", "county"},
    "reports": {"admin", "clerk", "leader"},
    "report": {"admin", "clerk", "leader"},
    "report_progress": {"admin", "clerk", "leader"},
    "report_upload": {"clerk"},
    "report_again": {"clerk"},
    "report_close": {"clerk"},
    "report_check": {"clerk"},
    "row_add": {"clerk"},
    "row_act": {"clerk"},
    "row_form": {"clerk"},
    "report_open": {"clerk"},
    "report_gold": {"clerk"},
    "accuracy": {"admin", "clerk", "leader"},
    "rights": EVERYBODY,
    "rules": EVERYBODY,
    "record": {"admin", "clerk"},
}
PUBLIC = {"login", "language", "alive"}
OWN = {"logout", "password"}
POSTED = {
    "save_view",
    "drop_view",
    "sheet_apply",
    "task_step",
    "report_again",
    "report_close",
    "row_add",
    "row_act",
    "ledger_step",
}


def patterns():
    return {pattern.name: str(pattern.pattern) for pattern in get_resolver().url_patterns}


@pytest.fixture
def world(city):
    """One of each thing that an address may name."""
    clerk, unit = city.actors["clerk"], city.actors["unit"]
    task = city.task()
    evidence = uploads.store_bytes(unit, "照片.txt", "现场".encode())
    said = Progress.objects.create(
        task=task, unit=city.units["housing"], by=unit.person, at="2026-06-01T00:00Z", words="x"
    )
    Evidence.objects.create(progress=said, file=evidence)
    take(clerk, task.pk, "assign", StepForm(), None)
    report = Report.objects.create(title="报告", state="read", text="新增就业5万人。")
    Job.objects.create(report=report)
    row = Row.objects.create(report=report, kind="task", start=0, end=7, machine={"text": "新增就业5万人"})
    draft = read_sheet(clerk, "台账.xlsx", ledger_book(Task.objects.all()))
    ids = {
        "task": task.pk,
        "file": evidence.pk,
        "report": report.pk,
        "row": row.pk,
        "sheet": draft.pk,
        "unit": city.units["housing"].pk,
        "post": Post.objects.first().pk,
        "person": unit.person.pk,
        "drop": 0,
    }
    return city, ids


def address(name, ids):
    key = "report" if name == "row_add" else next((key for key in ids if name.startswith(key)), "task")
    path = re.sub(r"<int:pk>", str(ids[key]), patterns()[name])
    path = (
        path.replace("<slug:step>", "sign" if name == "task_step" else "assign")
        .replace("<slug:act>", "accept")
        .replace("<slug:form>", "edit")
    )
    return f"/{path}?unit={ids['unit']}" if name == "post_new" else f"/{path}"


def test_the_table_names_every_address():
    assert set(patterns()) == set(OPEN) | PUBLIC | OWN


@pytest.mark.parametrize("name", sorted(OPEN))
def test_only_who_may_gets_in(world, name):
    city, ids = world
    got_in = set()
    for login in EVERYBODY:
        client = city.client(login)
        path = address(name, ids)
        if name == "task_step":
            # A refusal (422) comes after the gate: the step was taken by the one before.
            response = client.post(path, {})
        else:
            response = client.post(path, {}) if name in POSTED else client.get(path)
        if response.status_code != 403:
            got_in.add(login)
            assert response.status_code < 500
    assert got_in == OPEN[name]


@pytest.mark.parametrize("name", sorted(OPEN))
def test_a_stranger_is_sent_to_sign_in(world, client, name):
    path = address(name, world[1])
    response = client.post(path, {}) if name in POSTED else client.get(path)
    assert response.status_code == 302
    assert response.headers["Location"].startswith("/login?next=")


def test_a_page_that_names_no_action_is_closed(city, monkeypatch):
    from taizhang.office.views import desk

    monkeypatch.delattr(desk.desk, "action")
    assert city.client("admin").get("/").status_code == 403


def test_nobody_reads_a_file_by_guessing(world):
    city, ids = world
    assert city.client("county_unit").get(f"/files/{ids['file']}").status_code == 403
    response = city.client("unit").get(f"/files/{ids['file']}")
    assert response.headers["Content-Disposition"].startswith("attachment")
    assert response.headers["Content-Type"] == "application/octet-stream"


def test_the_ledger_and_its_sheet_hold_only_what_one_may_see(city):
    city.task(title="住建的事")
    city.task(title="县里的事", lead="county", supports=[])
    page = city.client("unit").get("/ledger").content.decode()
    assert "住建的事" in page
    assert "县里的事" not in page


def test_a_closed_post_opens_nothing(city):
    Post.objects.filter(role="clerk").update(closed=True)
    assert city.client("clerk").get("/ledger").status_code == 403


def test_whoever_has_a_first_password_must_change_it(city):
    person = city.actors["unit"].person
    person.must_change = True
    person.save()
    assert city.client("unit").get("/ledger").headers["Location"] == "/password"


def test_every_page_forbids_inline_scripts(world):
    city, ids = world
    for name in sorted(OPEN):
        if name in POSTED:
            continue
        response = city.client("clerk").get(address(name, ids))
        assert "script-src 'self'" in response.headers["Content-Security-Policy"] or name == "file"
        if response.headers["Content-Type"].startswith("text/html"):
            page = response.content.decode()
            assert not re.search(r"<script(?![^>]*\bsrc=)", page), name
            assert not re.search(r"<style|\sstyle=|\son[a-z]+=", page), name


def test_unit_without_account_can_lead(city):
    unit = Unit.objects.create(name="市气象局", path="/99/")
    task = city.task()
    task.lead = unit
    task.save()
    assert city.client("clerk").get(f"/tasks/{task.pk}").status_code == 200
