import re

import pytest
from django.contrib.auth.hashers import make_password

from taizhang.office import settings as shipped
from taizhang.office.commands import prepare, verify
from taizhang.office.models import Change, Person, Post, Unit
from taizhang.office.services import people, rights
from taizhang.office.services.acting import Forbidden, Refused


def test_sign_in(city, client):
    answer = client.post("/login", {"login": "unit", "password": city.password, "next": "/ledger"})
    assert answer.headers["Location"] == "/ledger"
    assert client.get("/ledger").status_code == 200


def test_a_wrong_password_is_told_and_many_are_throttled(city, client):
    for _ in range(4):
        assert client.post("/login", {"login": "unit", "password": "x"}).status_code == 422
    assert client.post("/login", {"login": "unit", "password": "x"}).status_code == 429
    assert client.post("/login", {"login": "unit", "password": city.password}).status_code == 429


def test_many_logins_tried_from_one_address_are_slowed_too(city, client, settings):
    answers = [
        client.post("/login", {"login": f"guess{n}", "password": "x"}).status_code
        for n in range(settings.ADDRESS_FAILURE_LIMIT)
    ]
    assert answers == [422] * (settings.ADDRESS_FAILURE_LIMIT - 1) + [429]
    right = {"login": "unit", "password": city.password}
    assert client.post("/login", right).status_code == 429
    assert client.post("/login", right, REMOTE_ADDR="10.0.0.7").status_code == 302


def test_signing_in_does_not_wipe_out_what_was_tried_on_others(city, client, settings):
    for n in range(settings.ADDRESS_FAILURE_LIMIT - 1):
        client.post("/login", {"login": f"guess{n}", "password": "x"})
    assert client.post("/login", {"login": "unit", "password": city.password}).status_code == 302
    client.post("/logout")
    assert client.post("/login", {"login": "another", "password": "x"}).status_code == 429


def test_after_a_wrong_password_one_still_gets_where_one_wanted(city, client):
    page = client.post(
        "/login", {"login": "unit", "password": "x", "next": "/ledger?by=unit"}
    ).content.decode()
    assert 'value="/ledger?by=unit"' in page
    assert 'value="unit"' in page


def test_what_is_wrong_with_a_password_is_said_in_the_language_spoken(city):
    client = city.client("unit")
    form = {"old": city.password, "new": "1234567890"}
    assert "不够安全" in client.post("/password", form).content.decode()
    client.post("/language", {"language": "en"})
    said = re.search(r'role="alert">(.*?)</p>', client.post("/password", form).content.decode())[1]
    assert not re.search("[一-鿿]", said), said


def test_one_is_not_sent_elsewhere_after_signing_in(city, client):
    answer = client.post(
        "/login", {"login": "unit", "password": city.password, "next": "https://elsewhere.example/"}
    )
    assert answer.headers["Location"] == "/"


def test_passwords_are_kept_by_argon2(settings):
    settings.PASSWORD_HASHERS = shipped.PASSWORD_HASHERS
    assert make_password("x").startswith("argon2")


def test_ones_own_password(city):
    actor = city.actors["unit"]
    with pytest.raises(Refused, match="原密码"):
        people.change_password(actor, "x", "a-long-new-word")
    with pytest.raises(Refused, match="不够安全"):
        people.change_password(actor, city.password, "short")
    people.change_password(actor, city.password, "a-long-new-word")
    assert Person.objects.get(login="unit").check_password("a-long-new-word")
    assert "a-long-new-word" not in "".join(row.before + row.after for row in Change.objects.all())


def test_units_move_with_all_below(city):
    office = city.units["office"]
    county = Unit.objects.get(name="临溪县人民政府")
    people.save_unit(city.actors["admin"], county, name=county.name, parent=office, version=1)
    below = Unit.objects.get(name="临溪县住房和城乡建设局")
    assert below.path.startswith(office.path)
    with pytest.raises(Refused, match="上级单位"):
        people.save_unit(city.actors["admin"], county, name=county.name, parent=below)
    with pytest.raises(Forbidden):
        people.save_unit(city.actors["clerk"], county, name="x", parent=None)


def test_rights_are_explained(city):
    task = city.task(lead="county", supports=[])
    path = f"/rights?action=step.sign&task={task.number}&person={city.actors['unit'].person.pk}"
    page = city.client("clerk").get(path).content.decode()
    assert "不在范围内" in page
    own = (
        city.client("unit")
        .get(f"/rights?action=step.assign&person={city.actors['clerk'].person.pk}")
        .content.decode()
    )
    assert "表里没有给这个角色" in own  # the asker's own posts: nobody looks into another's


def test_the_administrators_password_is_said_once(db, tmp_path, settings):
    said = []
    prepare(settings.TAIZHANG_DATA, say=said.append)
    assert len(said) == 1
    word = said[0].rsplit(" ", 1)[1]
    admin = Person.objects.get(login="admin")
    assert admin.check_password(word)
    assert admin.must_change
    again = []
    prepare(settings.TAIZHANG_DATA, say=again.append)
    assert not again
    assert verify(settings.TAIZHANG_DATA)[0]


def test_the_last_administrator_stays(city):
    admin = city.actors["admin"]
    post, person, unit = Post.objects.get(role="admin"), admin.person, city.units["office"]
    with pytest.raises(Refused, match="系统管理员"):
        people.save_post(admin, post, unit=unit, title="x", role="admin", holder=person, closed=True)
    with pytest.raises(Refused, match="系统管理员"):
        people.save_post(admin, post, unit=unit, title="x", role="viewer", holder=person)
    with pytest.raises(Refused, match="系统管理员"):
        people.save_person(admin, person, name="x", login="admin", active=False)
    with pytest.raises(Refused, match="系统管理员"):
        people.save_unit(admin, unit, name="x", parent=None, closed=True)
    assert Post.objects.get(role="admin").holder == person
    other = Post.objects.create(
        unit=city.units["city"], title="y", role="admin", holder=city.actors["clerk"].person
    )
    people.save_post(admin, post, unit=unit, title="x", role="admin", holder=person, closed=True)
    assert rights.may(other.holder, "person.manage")
