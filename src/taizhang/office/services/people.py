"""Units, posts and people: made, changed, closed; never deleted."""

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.db import transaction

from taizhang.office.models import Person, Post, Unit
from taizhang.office.rules import rules
from taizhang.office.services import record, rights
from taizhang.office.services.acting import Actor, Refused


def save_unit(
    actor: Actor,
    unit: Unit,
    *,
    name: str,
    parent: Unit | None,
    aliases: str = "",
    closed: bool = False,
    version: int | None = None,
) -> Unit:
    """Make a unit (one without key) or change it; the paths of all units below follow.

    Raises:
        Refused: no name, a name that is taken, or a parent below the unit itself.
    """
    with transaction.atomic():
        rights.require(actor.person, "unit.manage")
        before = None
        if unit.pk:
            unit = Unit.objects.select_for_update().get(pk=unit.pk)
            record.check_version(unit, version)
            before = record.snapshot(unit)
            unit.version += 1
        name = name.strip()
        if not name:
            raise Refused("请填写：{field}", field="名称")
        if Unit.objects.filter(name=name).exclude(pk=unit.pk).exists():
            raise Refused("已有单位叫“{name}”", name=name)
        if unit.pk and parent and parent.path.startswith(unit.path):
            raise Refused("上级单位不能是它自己或它的下级")
        unit.name, unit.parent, unit.aliases, unit.closed = name, parent, aliases, closed
        unit.save()
        _set_path(unit)
        _keep_somebody_in_charge()
        record.append(actor, "unit", unit, before)
    return unit


def save_post(
    actor: Actor,
    post: Post,
    *,
    unit: Unit,
    title: str,
    role: str,
    holder: Person | None,
    closed: bool = False,
    version: int | None = None,
) -> Post:
    """Make a post or change it; giving it another holder hands over its duties.

    Raises:
        Refused: no title, or a role that the table of rights does not know.
    """
    with transaction.atomic():
        rights.require(actor.person, "unit.manage")
        before = None
        if post.pk:
            post = Post.objects.select_for_update().get(pk=post.pk)
            record.check_version(post, version)
            before = record.snapshot(post)
            post.version += 1
        if not title.strip():
            raise Refused("请填写：{field}", field="名称")
        if role not in rules().roles:
            raise Refused("没有这种角色：{role}", role=role)
        post.unit, post.title, post.role, post.holder, post.closed = unit, title.strip(), role, holder, closed
        post.save()
        _keep_somebody_in_charge()
        record.append(actor, "post", post, before)
    return post


def save_person(
    actor: Actor,
    person: Person,
    *,
    name: str,
    login: str = "",
    phone: str = "",
    password: str = "",
    active: bool = True,
    version: int | None = None,
) -> Person:
    """Make a person or change them; with a password, they must set their own at the next login.

    Raises:
        Refused: no name, a login that is taken, or a password that is too weak.
    """
    with transaction.atomic():
        rights.require(actor.person, "person.manage")
        before = None
        if person.pk:
            person = Person.objects.select_for_update().get(pk=person.pk)
            record.check_version(person, version)
            before = record.snapshot(person)
            person.version += 1
        if not name.strip():
            raise Refused("请填写：{field}", field="姓名")
        if login and Person.objects.filter(login=login).exclude(pk=person.pk).exists():
            raise Refused("登录名“{login}”已有人用", login=login)
        person.name, person.login, person.phone, person.is_active = name.strip(), login or None, phone, active
        if password:
            _set_password(person, password)
            person.must_change = True
        elif not person.pk:
            person.set_unusable_password()
        person.save()
        _keep_somebody_in_charge()
        record.append(actor, "person", person, before)
    return person


def change_password(actor: Actor, old: str, new: str) -> None:
    """Set one's own password.

    Raises:
        Refused: the old one is wrong or the new one too weak.
    """
    with transaction.atomic():
        person = Person.objects.select_for_update().get(pk=actor.person.pk if actor.person else None)
        if not person.check_password(old):
            raise Refused("原密码不对")
        before = record.snapshot(person)
        _set_password(person, new)
        person.must_change = False
        person.version += 1
        person.save()
        record.append(actor, "password", person, before)


def _keep_somebody_in_charge() -> None:
    """Refuse a change after which nobody could manage people and units any more."""
    roles = [role for action in ("person.manage", "unit.manage") for role in rules().actions[action].allow]
    held = Post.objects.filter(role__in=roles, closed=False, unit__closed=False, holder__is_active=True)
    if not held.exclude(holder__login=None).exists():
        raise Refused("这样就没有能登录的系统管理员了；先让别人担任，再改这里")


def _set_password(person: Person, password: str) -> None:
    try:
        validate_password(password, person)
    except ValidationError as error:
        raise Refused("密码不够安全：{why}", why=" ".join(error.messages)) from error
    person.set_password(password)


def _set_path(unit: Unit) -> None:
    unit.path = f"{unit.parent.path if unit.parent else '/'}{unit.pk}/"
    unit.save(update_fields=("path",))
    for child in unit.children.all():
        _set_path(child)
