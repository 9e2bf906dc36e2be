"""A roster pasted from a sheet: units, posts and people of a whole city at once, all or none."""

import secrets
from dataclasses import dataclass, field

from django.db import transaction

from taizhang.office.models import Person, Post, Unit
from taizhang.office.rules import rules
from taizhang.office.services import people, rights
from taizhang.office.services.acting import Actor, Refused

COLUMNS = ("单位", "上级单位", "别名", "岗位", "角色", "姓名", "登录名")
"""Columns of a line, as they are copied from a sheet (tabs between)."""
MOST_LINES = 2000
_USUAL_ROLE = "liaison"


@dataclass
class Taken:
    """What was made, the passwords (said once), and what is wrong by line; with anything wrong nothing is made."""

    units: int = 0
    posts: int = 0
    people: int = 0
    passwords: list[tuple[Person, str]] = field(default_factory=list)
    errors: list[tuple[int, Refused]] = field(default_factory=list)


def take(actor: Actor, words: str) -> Taken:
    """Make what a roster names and is not there yet.

    Raises:
        Refused: there is no line, or there are too many.
    """
    lines = [(number, _cells(line)) for number, line in enumerate(words.splitlines(), 1) if line.strip()]
    lines = [(number, cells) for number, cells in lines if cells["单位"] != COLUMNS[0]]
    if not lines:
        raise Refused("请先贴入名册，一行一个岗位")
    if len(lines) > MOST_LINES:
        raise Refused("最多导入{most}行，请分成几份", most=MOST_LINES)
    taken = Taken()
    with transaction.atomic():
        rights.require(actor.person, "unit.manage")
        for number, cells in lines:
            try:
                _one(actor, cells, taken)
            except Refused as error:
                taken.errors.append((number, error))
        if taken.errors:
            transaction.set_rollback(True)
    return taken


def _one(actor: Actor, cells: dict[str, str], taken: Taken) -> None:
    unit = _unit(actor, cells, taken)
    title = cells["岗位"]
    if not title:
        if cells["姓名"] or cells["登录名"]:
            raise Refused("请填写：{field}", field="岗位")
        return
    if Post.objects.filter(unit=unit, title=title, closed=False).exists():
        return
    holder = _person(actor, cells, taken)
    people.save_post(actor, Post(), unit=unit, title=title, role=_role(cells["角色"]), holder=holder)
    taken.posts += 1


def _unit(actor: Actor, cells: dict[str, str], taken: Taken) -> Unit:
    known = Unit.objects.filter(name=cells["单位"]).first()
    if known is not None:
        return known
    parent = Unit.objects.filter(name=cells["上级单位"]).first()
    if cells["上级单位"] and parent is None:
        raise Refused("没有名为“{unit}”的单位（上级须已有，或排在本行之前）", unit=cells["上级单位"])
    aliases = "\n".join(part for part in cells["别名"].replace("，", "、").split("、") if part)
    unit = people.save_unit(actor, Unit(), name=cells["单位"][:120], parent=parent, aliases=aliases)
    taken.units += 1
    return unit


def _person(actor: Actor, cells: dict[str, str], taken: Taken) -> Person | None:
    login = cells["登录名"][:60]
    known = Person.objects.filter(login=login).first() if login else None
    if known is not None or not (cells["姓名"] or login):
        return known
    password = secrets.token_urlsafe(12) if login else ""
    person = people.save_person(actor, Person(), name=cells["姓名"][:60], login=login, password=password)
    taken.people += 1
    if login:
        taken.passwords.append((person, password))
    return person


def _role(word: str) -> str:
    names = {role.name: role.id for role in rules().roles.values()}
    return names.get(word, word) or _USUAL_ROLE


def _cells(line: str) -> dict[str, str]:
    cells = [cell.strip() for cell in line.split("\t")]
    return dict(zip(COLUMNS, [*cells, *[""] * len(COLUMNS)], strict=False))
