"""A form that is refused comes back on its own page, filled in as it was sent, with the sentence above it."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from lxml import html

from taizhang.office.models import Task
from taizhang.office.services import uploads
from taizhang.office.services.flow import StepForm, take


def sent(client, path, form, page=None):
    """Send a form as a browser does from ``page``; give the answer and the form in it."""
    answer = client.post(path, form, headers={"referer": f"http://testserver{page or path}"})
    shown = html.document_fromstring(answer.content.decode())
    return answer, next(
        (one for one in shown.forms if (one.get("action") or path) == path and one.method == "POST"), None
    )


def test_a_task_that_is_refused_is_not_typed_again(city):
    finance = city.units["finance"].pk
    form = {
        "title": "很久才<写好>的名称",
        "kind": "livelihood",
        "lead": finance,
        "supports": [city.units["housing"].pk, city.units["county"].pk],
        "target": "很多",
        "checkpoints": "2026-06-30 1 半\n2026-09-30 2",
    }
    answer, again = sent(city.client("clerk"), "/tasks/new", form)
    assert answer.status_code == 422
    assert again.xpath("string(.//*[@role='alert'])") == "“很多”不是数"
    filled = dict(again.fields)
    assert (filled["title"], filled["kind"], filled["lead"]) == (
        "很久才<写好>的名称",
        "livelihood",
        str(finance),
    )
    assert set(filled["supports"]) == {str(key) for key in form["supports"]}
    assert (filled["target"], filled["checkpoints"]) == ("很多", form["checkpoints"])
    assert "script-src 'self'" in answer.headers["Content-Security-Policy"]
    assert not Task.objects.exists()
    filled |= {"target": "3", "supports": list(filled["supports"])}
    assert city.client("clerk").post("/tasks/new", filled).status_code == 302


def test_a_step_that_is_refused_opens_in_its_place_with_the_version_that_was_seen(city):
    task = city.task()
    take(city.actors["clerk"], task.pk, "assign", StepForm(), None)
    seen = take(city.actors["unit"], task.pk, "sign", StepForm(), None).version
    form = {"words": "干了很多", "period": "2026-06", "value": "三", "reported": "slow", "version": seen}
    form["files"] = SimpleUploadedFile("照片.txt", "现场".encode())
    path = f"/tasks/{task.pk}/step/feedback"
    answer, again = sent(city.client("unit"), path, form, f"/tasks/{task.pk}")
    assert answer.status_code == 422
    assert again.xpath("string(.//*[@role='alert'])") == "“三”不是数 文件要重新选择。"
    assert (again.fields["words"], again.fields["reported"]) == ("干了很多", "slow")
    take(city.actors["clerk"], task.pk, "urge", StepForm(words="快"), None)
    _, again = sent(city.client("unit"), path, form, f"/tasks/{task.pk}")
    assert again.fields["version"] == str(seen)
    folded = sent(
        city.client("unit"), f"/tasks/{task.pk}/step/ask_close", {"version": seen + 1}, f"/tasks/{task.pk}"
    )[1]
    assert folded.xpath("ancestor::details/@open") == ["open"]


def test_units_people_and_posts_come_back_too(city):
    admin = city.client("admin")
    unit, post = city.units["housing"], city.actors["unit"].person.posts.get()
    for path, form, why in (
        ("/units/new", {"name": "市财政局", "aliases": "甲\n乙"}, "已有单位叫“市财政局”"),
        (f"/units/{unit.pk}/edit", {"name": "", "aliases": "甲", "version": unit.version}, "请填写：名称"),
        ("/people/new", {"name": "云", "login": "unit", "phone": "1"}, "登录名“unit”已有人用"),
        (
            f"/posts/{post.pk}/edit",
            {"unit": unit.pk, "title": "", "role": "viewer", "version": post.version},
            "请填写：名称",
        ),
    ):
        answer, again = sent(admin, path, form)
        assert (answer.status_code, again.xpath("string(.//*[@role='alert'])")) == (422, why)
        assert {name: again.fields[name] for name in form} == {
            name: str(value) for name, value in form.items()
        }


def test_a_password_never_comes_back(city):
    form = {"name": "云", "login": "unit", "password": "a-long-new-word"}
    answer, again = sent(city.client("admin"), "/people/new", form)
    assert again is not None
    assert "a-long-new-word" not in answer.content.decode()


def test_a_form_from_elsewhere_still_gets_an_answer(city):
    client = city.client("clerk")
    for came_from in (
        "https://elsewhere.example/tasks/new",
        "http://testserver/nothing",
        "http://testserver/ledger",
    ):
        answer = client.post("/tasks/new", {"title": "甲", "target": "很多"}, headers={"referer": came_from})
        page = answer.content.decode()
        assert (answer.status_code, "“很多”不是数" in page, "甲" in page) == (422, True, True)


def test_nobody_sees_by_a_referrer_what_they_may_not(city):
    secret = city.task(title="县里的机要事", lead="county", supports=[])
    task = city.task(title="住建的事")
    answer = city.client("unit").post(
        f"/tasks/{task.pk}/step/sign", {}, headers={"referer": f"http://testserver/tasks/{secret.pk}"}
    )
    assert answer.status_code == 422
    assert "县里的机要事" not in answer.content.decode()


def test_many_at_once_keep_their_words_and_their_ticks(city):
    client = city.client("clerk")
    task = city.task()
    take(city.actors["clerk"], task.pk, "assign", StepForm(), None)
    answer = client.post(
        "/ledger/step/urge", {"task": task.pk, f"version-{task.pk}": 2, "words": "", "confirmed": "1"}
    )
    assert (answer.status_code, "请填写：说明" in answer.content.decode()) == (422, True)
    answer, _ = sent(client, "/ledger/step/urge", {}, "/ledger?state=assigned")
    assert (answer.status_code, "请先勾选任务" in answer.content.decode()) == (422, True)
    assert "<table" in answer.content.decode()


@pytest.mark.parametrize(
    "end",
    [
        "/ledger.xlsx",
        "/files/{file}",
        "/static/office/style.css",
        "/tasks/99999",
        "/ledger?q=%00",
        "/ledger?page=-1&unit=x",
    ],
)
def test_a_referrer_that_is_no_page_with_the_form_breaks_nothing(city, end):
    clerk = city.actors["clerk"]
    file = uploads.store_bytes(clerk, "甲.txt", "现场".encode()).pk
    headers = {"referer": f"http://testserver{end.format(file=file)}"}
    answer = city.client("clerk").post("/tasks/new", {"title": "甲", "target": "很多"}, headers=headers)
    assert (answer.status_code, "“很多”不是数" in answer.content.decode()) == (422, True)


def test_a_referrer_that_is_no_address_breaks_nothing(city, client):
    headers = {"referer": "http://[testserver/"}
    assert city.client("clerk").post("/tasks/new", {"target": "很多"}, headers=headers).status_code == 422
    assert client.post("/tasks/new", {"title": "甲"}, headers=headers).status_code == 401
