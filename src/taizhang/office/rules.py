"""The office's knowledge as data: kinds, stages, clocks, lights, ladders, flow, rights, burden.

Each file of ``office/data`` may be replaced by one of the same name in ``<data folder>/rules``. A file that
cannot be used is refused with a sentence that names it and the place.
"""

import tomllib
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from taizhang.records import ReportError

Known = TypeVar("Known")

UNIT_ROLES = ("unit", "support", "clerk", "leader")
FACTS = (
    "overdue_days",
    "days_left",
    "silent_days",
    "missed",
    "behind",
    "share",
    "behind_checkpoint",
    "no_date",
    "blocked",
)


COLUMNS = (
    "编号",
    "任务名称",
    "种类",
    "分组",
    "上级编号",
    "权重",
    "牵头单位",
    "配合单位",
    "期限",
    "指标",
    "基数",
    "目标值",
    "计量单位",
    "方向",
    "比较方式",
    "时钟",
    "阶段目标",
    "原文",
    "版本",
)
"""Columns of a sheet that can be imported, which columns.toml gives other names."""


class Named(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Anything with an id that never changes, a Chinese name and an English one."""

    id: str
    name: str
    en: str


class Kind(Named, frozen=True):
    """A kind of item, with the clock, lights, ladder and stages that it starts with."""

    clock: str
    lights: str
    ladder: str
    stages: str = ""


class StageTemplate(Named, frozen=True):
    """Stages that an item of some kind goes through."""

    stages: tuple[str, ...]


class ClockPoint(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What is expected so many days (``workday`` or ``day``) after assignment."""

    after: int
    unit: str
    expects: str
    name: str


class Every(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What is expected every ``month`` or ``quarter``, by which day of (its last) month."""

    period: str
    day: int
    expects: str
    name: str


class Clock(Named, frozen=True):
    """A clock: points after assignment and what comes round."""

    note: str
    points: tuple[ClockPoint, ...]
    every: Every | None = None


class Bound(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A fact lies within these bounds."""

    min: float | None = None
    max: float | None = None

    def holds(self, value: float) -> bool:
        """Say whether ``value`` lies within."""
        return (self.min is None or value >= self.min) and (self.max is None or value <= self.max)


class LightRule(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The light when every condition holds, and why, with facts to be filled in."""

    light: str
    when: dict[str, Bound]
    why: str


class LightScheme(Named, frozen=True):
    """Lights from mild to grave and the rules, first match wins."""

    levels: tuple[str, ...]
    rules: tuple[LightRule, ...]

    def severity(self, light: str) -> int:
        """Place of a light in the scheme: 0 for the mildest."""
        return self.levels.index(light) if light in self.levels else 0


class Rung(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One rung: so many working days after a light of ``severity`` came on, who is told."""

    severity: int
    after: int
    name: str
    en: str
    to: tuple[str, ...]


class Ladder(Named, frozen=True):
    """An urging ladder."""

    rungs: tuple[Rung, ...]


class State(Named, frozen=True):
    """A state of a task; ``open`` ones are under the clock."""

    open: bool = False


class Step(Named, frozen=True, rename={"sources": "from"}):
    """A step of the flow; ``to`` empty leaves the state."""

    sources: tuple[str, ...]
    to: str = ""
    needs: tuple[str, ...] = ()
    asks: bool = False


class Action(Named, frozen=True):
    """An action and the roles that may do it, each within a scope."""

    allow: dict[str, str]
    parts: tuple[str, ...] = ("lead", "support")


class Flow(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The file flow.toml."""

    state: tuple[State, ...]
    step: tuple[Step, ...]


class Rights(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The file rights.toml."""

    role: tuple[Named, ...]
    action: tuple[Action, ...]


class Burden(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The file burden.toml: caps a month, and the fields of each form."""

    cap: dict[str, int]
    form: dict[str, tuple[str, ...]]


class _Kinds(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    kind: tuple[Kind, ...]


class _Stages(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    template: tuple[StageTemplate, ...]


class _Clocks(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    clock: tuple[Clock, ...]


class _Lights(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    scheme: tuple[LightScheme, ...]


class _Urging(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    ladder: tuple[Ladder, ...]


class Rules(msgspec.Struct, frozen=True):
    """Everything that the office goes by, each by its id, in the order of the files."""

    kinds: dict[str, Kind]
    stages: dict[str, StageTemplate]
    clocks: dict[str, Clock]
    lights: dict[str, LightScheme]
    ladders: dict[str, Ladder]
    states: dict[str, State]
    steps: dict[str, Step]
    roles: dict[str, Named]
    actions: dict[str, Action]
    burden: Burden
    columns: dict[str, str]
    """What a column of a sheet may be called, to the column of ours."""


def load_rules(own: Path | None = None) -> Rules:
    """Load and check all rules; files in ``own`` stand in for the shipped ones.

    Raises:
        ReportError: a file is not as it must be; the sentence names file and place.
    """
    flow = _file("flow", Flow, own)
    rights = _file("rights", Rights, own)
    rules = Rules(
        kinds=_by_id("kinds", _file("kinds", _Kinds, own).kind),
        stages=_by_id("stages", _file("stages", _Stages, own).template),
        clocks=_by_id("clocks", _file("clocks", _Clocks, own).clock),
        lights=_by_id("lights", _file("lights", _Lights, own).scheme),
        ladders=_by_id("urging", _file("urging", _Urging, own).ladder),
        states=_by_id("flow", flow.state),
        steps=_by_id("flow", flow.step),
        roles=_by_id("rights", rights.role),
        actions=_by_id("rights", rights.action),
        burden=_file("burden", Burden, own),
        columns=_column_names(_file("columns", dict[str, tuple[str, ...]], own)),
    )
    for problem in _problems(rules):
        raise ReportError(problem)
    return rules


@cache
def rules() -> Rules:
    """Give the rules of this installation, loaded once."""
    from django.conf import settings  # noqa: PLC0415

    return load_rules(Path(settings.TAIZHANG_DATA) / "rules")


def _file(name: str, kind: type[Known], own: Path | None) -> Known:
    path = own / f"{name}.toml" if own and (own / f"{name}.toml").is_file() else None
    text = (path or files("taizhang.office") / "data" / f"{name}.toml").read_text(encoding="utf-8")
    where = str(path or f"office/data/{name}.toml")
    try:
        data: Any = tomllib.loads(text)
        return msgspec.convert(data, kind)
    except (tomllib.TOMLDecodeError, msgspec.ValidationError) as error:
        raise ReportError(f"{where}: {error}; mend the file and start again") from error


def _by_id(name: str, items: tuple[Known, ...]) -> dict[str, Known]:
    found: dict[str, Known] = {}
    for item in items:
        key: str = item.id  # type: ignore[attr-defined]
        if key in found:
            raise ReportError(f"{name}.toml: the id {key!r} stands there twice; ids must differ")
        found[key] = item
    return found


def _column_names(others: dict[str, tuple[str, ...]]) -> dict[str, str]:
    found = {name: name for name in COLUMNS}
    for name, called in others.items():
        if name not in COLUMNS:
            raise ReportError(f"columns.toml: no column is called {name!r}; known: {', '.join(COLUMNS)}")
        for other in called:
            if found.setdefault(other, name) != name:
                raise ReportError(
                    f"columns.toml: {other!r} stands for {found[other]} and for {name}; names must differ"
                )
    return found


def _problems(known: Rules) -> list[str]:
    return [*_kind_problems(known), *_rule_problems(known), *_flow_problems(known)]


def _kind_problems(known: Rules) -> list[str]:
    found = []
    for kind in known.kinds.values():
        for field, table in (("clock", known.clocks), ("lights", known.lights), ("ladder", known.ladders)):
            if getattr(kind, field) not in table:
                found.append(f"kinds.toml: {kind.id}: no {field} {getattr(kind, field)!r} is defined")
        if kind.stages and kind.stages not in known.stages:
            found.append(f"kinds.toml: {kind.id}: no template of stages {kind.stages!r} is defined")
    return found


def _rule_problems(known: Rules) -> list[str]:
    found = []
    for scheme in known.lights.values():
        for rule in scheme.rules:
            if rule.light not in scheme.levels:
                found.append(f"lights.toml: {scheme.id}: light {rule.light!r} is not among its levels")
            found += [
                f"lights.toml: {scheme.id}: no fact is called {fact!r}; known: {', '.join(FACTS)}"
                for fact in rule.when
                if fact not in FACTS
            ]
        if not scheme.rules or scheme.rules[-1].when:
            found.append(f"lights.toml: {scheme.id}: the last rule must have no condition")
    for ladder in known.ladders.values():
        found += [
            f"urging.toml: {ladder.id}: nobody is called {to!r}; known: {', '.join(UNIT_ROLES)}"
            for rung in ladder.rungs
            for to in rung.to
            if to not in UNIT_ROLES
        ]
    for clock in known.clocks.values():
        expected = {point.expects for point in clock.points} | (
            {clock.every.expects} if clock.every else set()
        )
        found += [
            f"clocks.toml: {clock.id}: expects {item!r}, which is no step"
            for item in expected - {"sign", "feedback", "ask_close"}
        ]
    return found


def _flow_problems(known: Rules) -> list[str]:
    found = [
        f"burden.toml: no cap is called {name!r}; known: requests, reminders, fields"
        for name in known.burden.cap
        if name not in ("requests", "reminders", "fields")
    ]
    for step in known.steps.values():
        found += [
            f"flow.toml: {step.id}: no state {state!r} is defined"
            for state in (*step.sources, *([step.to] if step.to else []))
            if state not in known.states
        ]
        if f"step.{step.id}" not in known.actions:
            found.append(f"rights.toml: no action step.{step.id}, so nobody could take the step {step.id}")
    for action in known.actions.values():
        for role, scope in action.allow.items():
            if role not in known.roles:
                found.append(f"rights.toml: {action.id}: no role {role!r} is defined")
            if scope not in ("own", "below", "all"):
                found.append(f"rights.toml: {action.id}: scope {scope!r} must be own, below or all")
    return found
