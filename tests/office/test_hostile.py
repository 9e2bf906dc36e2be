"""What a hostile or clumsy hand sends: every address answers with a page, never with an error of ours."""

from datetime import date

import pytest
import test_routes
from django.db import transaction

from taizhang.office.models import Change, Person, Post, Report, Row, Task, Unit, Upload
from taizhang.office.services import uploads
from taizhang.office.services.flow import StepForm, take

world = test_routes.world
NASTY = (
    "\x00",
    "-1",
    "99999999999999999999",
    "999999999999999",
    "1e400",
    "NaN",
    "0001-01-01",
    "9999-12-31",
    "{title}",
    "甲" * 6000,
    "//elsewhere.example",
)
GET = {
    "ledger": "q unit part kind group state light due by sort page open",
    "ledger_sheet": "q unit part kind group state light due sort open",
    "record": "who action subject id page verify",
    "rights": "action person task",
    "report_check": "kind",
    "report_gold": "kind",
    "report_open": "page",
    "accuracy": "report",
    "task_new": "parent",
    "unit_new": "parent",
    "post_new": "unit",
    "login": "next",
}
SUBJECTS = {"unit": Unit, "post": Post, "person": Person, "report": Report, "row": Row}
TASK = {
    "title": "一件事", "kind": "report", "parent": "", "lead": "", "post": "", "supports": "", "deadline": "2026-12-31", "indicator": "公里",
    "baseline": "1", "target": "2", "unit_text": "公里", "direction": "up", "pace": "sum", "weight": "1", "stages": "", "clock": "", "lights": "",
    "ladder": "", "words": "", "traced": "", "group": "", "checkpoints": "2026-06-30 1 半", "change_words": "改", "version": "{version}",
}  # fmt: skip
POST = {
    ("clerk", "task_new"): TASK,
    ("clerk", "task_edit"): TASK,
    ("admin", "unit_new"): {"name": "新局", "parent": "", "aliases": ""},
    ("admin", "unit_edit"): {"name": "新局", "parent": "", "aliases": "", "version": "{version}", "closed": ""},
    ("admin", "post_new"): {"unit": "{unit}", "title": "科长", "role": "liaison", "holder": ""},
    ("admin", "post_edit"): {"unit": "{unit}", "title": "科长", "role": "liaison", "holder": "", "version": "{version}"},
    ("admin", "person_new"): {"name": "甲", "login": "jia", "phone": "1", "password": "a-long-new-word", "active": "1"},
    ("admin", "person_edit"): {"name": "甲", "login": "jia", "phone": "1", "password": "", "active": "1", "version": "{version}"},
    ("admin", "unit_roster"): {"words": "市气象局\t砚江市人民政府\t气象局\t联络员\t单位联络员\t雨来\tyulai"},
    ("clerk", "report_open"): {"row": "{row}", "kind-{row}": "report", "lead-{row}": "市财政局", "deadline-{row}": "2026-12-31"},
    ("clerk", "report_close"): {"version": "{version}"},
    ("clerk", "ledger_look"): {"task": "{task}"},
    ("clerk", "ledger_step"): {"task": "{task}", "version-{task}": "{version}", "words": "抓紧", "confirmed": "1"},
    ("clerk", "behalf_sign"): {"version": "{version}"},
    ("clerk", "behalf_feedback"): {"period": "2026-06", "value": "1", "reported": "ontrack", "words": "好", "difficulties": "", "links": "", "version": "{version}"},
    ("clerk", "behalf_ask_close"): {"words": "办完了", "version": "{version}"},
    ("clerk", "behalf_ask_extend"): {"deadline": "2027-01-01", "words": "难", "version": "{version}"},
    ("clerk", "behalf_ask_adjust"): {"deadline": "2027-01-01", "target": "3", "words": "难", "version": "{version}"},
    ("clerk", "save_view"): {"name": "甲", "query": "a=b"},
    ("clerk", "row_add"): {"kind": "task", "start": "0", "end": "3"},
    ("clerk", "row_correct"): {"text": "甲", "verb": "建", "object": "路", "kind": "", "unit": "", "stage": "", "checkable": "", "version": "{version}"},
    ("clerk", "row_split"): {"at": "3", "version": "{version}"},
    ("unit", "step_feedback"): {"period": "2026-06", "value": "1", "stage": "", "reported": "ontrack", "words": "好", "difficulties": "", "links": "https://a.example", "version": "{version}"},
    ("unit", "step_ask_extend"): {"deadline": "2027-01-01", "words": "难", "version": "{version}"},
    ("unit", "step_ask_adjust"): {"deadline": "2027-01-01", "target": "3", "words": "难", "version": "{version}"},
    ("clerk", "step_decide"): {"demand": "{demand}", "decision": "approve", "words": "好", "version": "{version}"},
    ("clerk", "language"): {"language": "en", "next": "/"},
    ("stranger", "login"): {"login": "clerk", "password": "ink-river-2026", "next": "/"},
    ("clerk", "password"): {"old": "ink-river-2026", "new": "a-long-new-word"},
}  # fmt: skip


def where(name, ids):
    if name in ("login", "language", "password"):
        return f"/{name}"
    if name.startswith(("step_", "behalf_")):
        return f"/tasks/{ids['task']}/step/{name.partition('_')[2]}"
    if name.startswith("ledger_") and name != "ledger_sheet":
        return "/ledger/step/urge"
    if name in ("row_correct", "row_split"):
        return f"/rows/{ids['row']}/{name[4:]}"
    return test_routes.address(name, ids)


def made_ready(city, name, ids):
    """Bring the world to where the form of ``name`` can be sent, and name the version that its page would show."""
    kind = next((kind for word, kind in SUBJECTS.items() if name.startswith(word)), Task)
    task = ids["task"]
    if name.startswith("behalf_"):
        Task.objects.filter(pk=task).update(lead=Unit.objects.create(name="市气象局", path="/99/"))
    if name.startswith(("step_", "behalf_")) and name != "behalf_sign":
        take(city.actors["clerk" if name.startswith("behalf_") else "unit"], task, "sign", StepForm(), None)
    if name == "step_decide":
        asked = StepForm(words="难", deadline=date(2027, 1, 1))
        ids["demand"] = take(city.actors["unit"], task, "ask_extend", asked, None).demands.get().pk
    if name == "report_open":
        Row.objects.update(state="accepted")
    subject = kind.objects.filter(pk=ids[kind._meta.model_name]).first()
    ids["version"] = getattr(subject, "version", "")


def hand(city, client, login):
    found = client if login == "stranger" else city.client(login)
    found.raise_request_exception = False
    return found


@pytest.mark.parametrize("name", GET)
def test_no_address_breaks_a_page(world, client, name):
    city, ids = world
    browser = hand(city, client, "admin" if name in ("unit_new", "post_new") else "clerk")
    broken = [
        (field, nasty[:20])
        for field in GET[name].split()
        for nasty in NASTY
        if browser.get(where(name, ids), {field: nasty}).status_code >= 500
    ]
    assert broken == []


@pytest.mark.parametrize(("login", "name"), POST, ids=lambda part: part)
def test_no_field_breaks_a_form(world, client, login, name):
    city, ids = world
    made_ready(city, name, ids)
    form = {key.format(**ids): value.format(**ids) for key, value in POST[login, name].items()}
    browser = hand(city, client, login)
    with transaction.atomic():
        assert browser.post(where(name, ids), form).status_code < 400  # what is broken below is the one field
        transaction.set_rollback(True)
    broken = []
    for field in form:
        for nasty in NASTY:
            with transaction.atomic():
                answer = browser.post(where(name, ids), form | {field: nasty})
                transaction.set_rollback(True)
            if answer.status_code >= 500:
                broken.append((field, nasty[:20]))
    assert broken == []


def test_a_form_without_its_version_does_not_skip_the_check(world):
    """Whoever leaves the version out must not overwrite what somebody else did in between."""
    city, ids = world
    asked = {
        ("clerk", "task_edit"),
        ("clerk", "report_close"),
        ("clerk", "ledger_step"),
        ("unit", "step_feedback"),
    }
    asked |= {
        ("admin", "unit_edit"),
        ("admin", "post_edit"),
        ("admin", "person_edit"),
        ("clerk", "row_correct"),
    }
    rows = None
    for login, name in sorted(asked):
        if name == "step_feedback":
            made_ready(city, name, ids)
        rows = Change.objects.count()
        form = {
            key.format(**ids): value.format(**{**ids, "version": ""})
            for key, value in POST[login, name].items()
        }
        answer = city.client(login).post(where(name, ids), form)
        assert (answer.status_code, "没有版本号" in answer.content.decode()) == (422, True), name
        assert Change.objects.count() == rows


def test_a_task_that_is_not_there_is_told(world):
    city, _ = world
    form = {"task": "999999", "version-999999": "1", "words": "x", "confirmed": "1"}
    assert city.client("clerk").post("/ledger/step/urge", form).status_code == 422


def test_a_hidden_character_is_told_in_a_sentence(city):
    answer = city.client("clerk").get("/ledger", {"q": "甲\x00"})
    assert answer.status_code == 400
    assert "不能用的字符" in answer.content.decode()


def test_an_unknown_host_is_told_in_a_sentence(client):
    answer = client.get("/login", HTTP_HOST="elsewhere.example")
    assert answer.status_code == 400
    assert "TAIZHANG_HOSTS" in answer.content.decode()


def test_an_address_that_is_no_page_says_so(world):
    city, ids = world
    answer = city.client("unit").get(f"/tasks/{ids['task']}/step/sign")
    assert answer.status_code == 405
    assert "这不是一个页面" in answer.content.decode()


def test_who_was_signed_out_loses_nothing_they_wrote(world, client):
    _, ids = world
    path = f"/tasks/{ids['task']}/step/feedback"
    came_from = f"http://testserver/tasks/{ids['task']}"
    answer = client.post(path, {"words": "写了半小时的进展", "value": "85"}, headers={"referer": came_from})
    page = answer.content.decode()
    assert answer.status_code == 401
    assert "写了半小时的进展" in page
    assert "<dd>85</dd>" in page
    assert f'/login?next=%2Ftasks%2F{ids["task"]}"' in page
    elsewhere = client.post(path, {}, headers={"referer": "https://elsewhere.example/x"})
    assert elsewhere.headers["Location"] == "/login?next=%2F"
    part = client.post(path, {"words": "一二三四"}, headers={"HX-Request": "true"})
    assert part.headers["HX-Redirect"].startswith("/login?next=")


def test_a_conflict_leads_back_to_what_was_acted_on(world):
    city, ids = world
    path = f"/tasks/{ids['task']}/step/sign"
    answer = city.client("unit").post(path, {"version": "1"})
    assert answer.status_code == 409
    assert f'href="/tasks/{ids["task"]}"' in answer.content.decode()


def test_a_file_that_is_gone_is_told(world):
    city, ids = world
    uploads.path_of(Upload.objects.get(pk=ids["file"])).unlink()
    answer = city.client("unit").get(f"/files/{ids['file']}")
    assert answer.status_code == 422
    assert "备份" in answer.content.decode()
