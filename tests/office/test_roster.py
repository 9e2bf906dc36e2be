"""A roster: a city's units, posts and people from pasted lines, all or none."""

import pytest

from taizhang.office.models import Person, Post, Unit
from taizhang.office.services import record, roster
from taizhang.office.services.acting import Forbidden, Refused

LINES = (
    ("单位", "上级单位", "别名", "岗位", "角色", "姓名", "登录名"),
    ("市气象局", "砚江市人民政府", "气象局、市气象台", "局长", "单位负责人", "云生", ""),
    ("市气象局", "", "", "联络员", "", "雨来", "yulai"),
    ("观测站", "市气象局", "", "", "", "", ""),
)


def words(*lines):
    return "\n".join("\t".join(line) for line in lines)


def test_a_roster_makes_units_posts_and_people_once(city):
    taken = roster.take(city.actors["admin"], words(*LINES))
    assert (taken.units, taken.posts, taken.people, taken.errors) == (2, 2, 2, [])
    unit = Unit.objects.get(name="观测站").parent
    assert (unit.name, unit.names()) == ("市气象局", ["市气象局", "气象局", "市气象台"])
    ((person, password),) = taken.passwords
    person.refresh_from_db()
    assert (person.login, person.check_password(password), person.must_change) == ("yulai", True, True)
    assert set(Post.objects.filter(unit=unit).values_list("role", flat=True)) == {"head", "liaison"}
    again = roster.take(city.actors["admin"], words(*LINES))
    assert (again.units, again.posts, again.people) == (0, 0, 0)
    assert record.verify().whole


def test_with_an_error_nothing_is_made_and_the_words_stay(city):
    bad = (("市地震局", "没有的上级"), ("市档案局", "", "", "局长", "王侯", "甲"))
    units, people = Unit.objects.count(), Person.objects.count()
    page = city.client("admin").post("/units/roster", {"words": words(*LINES, *bad)}).content.decode()
    assert "第5行：没有名为“没有的上级”的单位" in page
    assert "第6行：没有这种角色：王侯" in page
    assert "市气象局\t砚江市人民政府" in page
    assert (Unit.objects.count(), Person.objects.count()) == (units, people)


def test_who_may_and_what_is_empty(city):
    with pytest.raises(Forbidden):
        roster.take(city.actors["clerk"], words(*LINES))
    with pytest.raises(Refused):
        roster.take(city.actors["admin"], words(LINES[0]))
