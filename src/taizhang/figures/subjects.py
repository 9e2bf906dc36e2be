"""Subjects: what each value of a sentence measures."""

import re
from dataclasses import dataclass, field

from taizhang.figures.clauses import Clause, clause_at, hide_enclosed, split_clauses
from taizhang.figures.coordination import unfold
from taizhang.figures.values import Value
from taizhang.figures.wording import ACTION, drop_growth_noun, tidy, trim_left, trim_right
from taizhang.lexicon.tables import toml_table
from taizhang.records import Reason

_LEXICON = toml_table("subjects")
_GROWING = ("growth", "avg_growth", "change")
_JOINT = re.compile(r"[、，]?(?:以及|和|及|与|或)|、")
_INNER_JOINT = re.compile(r"、|以及|(?<!共)和(?!谐)|(?<!普)及(?!时)")
_SHARING = re.compile(r"均|都|双双|各(?!类|级|种|项|地)")
_AFTER_VALUE = re.compile("|".join(sorted(map(re.escape, _LEXICON["after_value"]), key=len, reverse=True)))
_IDLE = re.compile(
    r"(?:已|均|都|全部|全面|基本|正|相继|陆续)*(?:"
    + "|".join(sorted(map(re.escape, _LEXICON["idle_predicates"]), key=len, reverse=True))
    + r"|取得[^的]*|成为.*|拔地而起)$"
)
_VERBS_FIRST = re.compile(rf"(?:(?:{ACTION})[及和、]?(?={ACTION})|(?:{ACTION}))+")
_VERB_LAST = re.compile(rf"(?:{ACTION})$")
_VERB_INSIDE = re.compile(rf"(?:{ACTION})")
_GIVING = re.compile(r"((?:免费)?(?:为|对|向|给))(?:不少于|不低于|超过|将近|至少|近|约|超)?$")
_DEPENDENTS = frozenset(_LEXICON["dependents"])
_DEPENDENT_END = re.compile("(?:" + "|".join(sorted(_DEPENDENTS, key=len, reverse=True)) + ")$")


@dataclass(slots=True)
class Subject:
    """The indicator of one value.

    A value has several subjects where 均/分别/双双 or a shared multiple gives it to several items.
    """

    indicator: str
    why: list[Reason] = field(default_factory=list)


@dataclass(slots=True)
class Carried:
    """What one sentence leaves for the next ones: the subjects that may be carried over."""

    subjects: list[str] = field(default_factory=list)


@dataclass(slots=True)
class _Slot:
    """A value's place in its clause: the words before and after it that may name what it measures."""

    value: Value
    clause: int
    left: str
    right: str = ""
    joint: str = ""
    core: str = ""
    linked: bool = False


def find_subjects(
    sentence: str,
    values: list[Value],
    carried: Carried,
    area: str | None,
) -> list[list[Subject]]:
    """Give the subjects of each value (parallel to ``values``; empty for those with ``skip``).

    Args:
        sentence: the clean sentence.
        values: its values, in order.
        carried: what the sentences before left; updated.
        area: the issuing place, left out of indicators.
    """
    live = [value for value in values if value.skip is None]
    if not live:
        return [[] for _ in values]
    reading = _Reading(sentence, live, carried, area)
    found = iter(reading.subjects())
    return [next(found) if value.skip is None else [] for value in values]


class _Reading:
    """The reading of one sentence."""

    def __init__(self, sentence: str, live: list[Value], carried: Carried, area: str | None) -> None:
        self.sentence = sentence
        self.area = area
        self.carried = carried
        self.hidden = hide_enclosed(sentence)
        self.clauses = split_clauses(self.hidden)
        self.slots = self._slots(live)
        self.given: list[list[Subject]] = []

    def subjects(self) -> list[list[Subject]]:
        for slot in self.slots:
            self._trim(slot)
        index = 0
        while index < len(self.slots):
            size = self._group_size(index)
            group = self.slots[index : index + size]
            self.given.extend(self._group(index, group))
            index += size
        last = [subjects[-1].indicator for subjects in self.given if subjects]
        self.carried.subjects = (self.carried.subjects + last)[-8:]
        return self.given

    # --- the words around each value

    def _slots(self, live: list[Value]) -> list[_Slot]:
        slots: list[_Slot] = []
        for value in live:
            place = clause_at(self.clauses, value.start)
            clause = self.clauses[place]
            before = slots[-1] if slots and slots[-1].clause == place else None
            if before is None:
                slot = _Slot(value, place, self.sentence[clause.start : max(clause.start, value.head)])
            else:
                slot = self._joined(before, value, place)
            slot.right = self._rest(clause, value)
            slots.append(slot)
        return slots

    def _rest(self, clause: Clause, value: Value) -> str:
        return self.sentence[value.tail : clause.end] if value.tail < clause.end else ""

    def _joined(self, before: _Slot, value: Value, place: int) -> _Slot:
        """Share out the words between two values of a clause."""
        between = self.sentence[before.value.tail : max(before.value.tail, value.head)]
        joint = _JOINT.match(between)
        if joint:
            before.right = ""
            return _Slot(value, place, between[joint.end() :], joint=joint[0])
        hidden = hide_enclosed(between)
        for joint in reversed(list(_INNER_JOINT.finditer(hidden))):
            if not trim_left(trim_right(between[joint.end() :]), self.area):
                before.right = between[: joint.start()]
                return _Slot(value, place, between[joint.end() :], joint=joint[0])
        comma = hidden.find("、")
        if comma > 0:
            before.right = between[:comma]
            return _Slot(value, place, between[comma + 1 :], joint="、")
        before.right = trim_right(between)
        return _Slot(value, place, between)

    def _trim(self, slot: _Slot) -> None:
        bare = trim_right(slot.left)
        slot.linked = len(bare) < len(slot.left.rstrip())
        slot.right = self._counted(slot.right)
        slot.core = trim_left(bare, self.area)
        if slot.value.measure in _GROWING:
            slot.core = trim_right(drop_growth_noun(slot.core))
        slot.core = tidy(slot.core)
        if slot.right:
            self._attribute(slot)

    def _counted(self, right: str) -> str:
        """Give the noun that a number counts, empty where what follows is none."""
        if right.startswith(("（", "(")):
            return ""
        right = right.removeprefix("的")
        if not right or _AFTER_VALUE.match(right):
            return ""
        return tidy(_IDLE.sub("", right[:60]))

    def _attribute(self, slot: _Slot) -> None:
        """Settle the words before a number that stands before its noun."""
        giving = _GIVING.search(slot.left)
        if giving:
            slot.core = tidy(trim_left(slot.left[: giving.start()], self.area)) + giving[1]
            return
        if slot.core.endswith("等") or ("、" in hide_enclosed(slot.core) and _VERBS_FIRST.match(slot.core)):
            verbs = _VERBS_FIRST.match(slot.core)
            slot.core = verbs[0] if verbs else ""
        if slot.core:
            if (slot.linked and not _VERB_LAST.search(slot.core)) or _AFTER_VALUE.match(slot.right):
                slot.right = ""
            return
        verb = _VERB_LAST.search(tidy(trim_left(slot.left, self.area)))
        if verb:
            slot.core = verb[0]

    # --- groups of values that follow each other bare

    def _group_size(self, index: int) -> int:
        size = 1
        while index + size < len(self.slots):
            slot, before = self.slots[index + size], self.slots[index + size - 1]
            if slot.clause != before.clause or before.right or slot.core or not slot.joint:
                break
            if slot.linked or slot.right:
                break
            size += 1
        return size

    def _group(self, index: int, group: list[_Slot]) -> list[list[Subject]]:
        first = group[0]
        if len(group) == 1:
            return [self._single(index, first)]
        if not first.core:
            names = self._last_names(len(group))
            if names:
                return [[Subject(name, [Reason("indicator", "carried list", first.left)])] for name in names]
        items = unfold(first.core, len(group)) if first.core else self._carry(index, first)
        if len(items) == len(group):
            return [[self._named(item, "list", first.left)] for item in items]
        name = self._name(index, first)
        return [[self._named(name, "one for all", first.left)] for _ in group]

    def _last_names(self, count: int) -> list[str]:
        names = [subjects[0].indicator for subjects in self.given[-count:] if subjects]
        return names if len(names) == count else []

    # --- one value

    def _single(self, index: int, slot: _Slot) -> list[Subject]:
        if slot.core and not slot.right:
            shared = _SHARING.search(slot.left[-12:]) or (
                slot.value.measure == "multiple" and slot.value.unit == "倍"
            )
            items = unfold(slot.core, None) if shared else []
            if len(items) > 1:
                return [self._named(item, "each", slot.left) for item in items]
        if slot.core or slot.right:
            return [self._named(self._name(index, slot), "clause", slot.left + "…" + slot.right)]
        return [self._named(name, "carried", slot.left) for name in self._carry(index, slot)[:1]] or [
            Subject("")
        ]

    def _named(self, name: str, rule: str, words: str) -> Subject:
        return Subject(tidy(name), [Reason("indicator", rule, words.strip())])

    def _name(self, index: int, slot: _Slot) -> str:
        before = self.slots[index - 1] if index else None
        if slot.right:
            if not slot.core and slot.joint and before is not None and before.right:
                return before.core + slot.right
            return slot.core + slot.right
        core = slot.core
        if slot.joint and before is not None and self.given:
            return self._listed(core)
        if core in _DEPENDENTS and self.given and self.given[-1]:
            return self._owned(core, self.given[-1][0].indicator)
        return core

    def _listed(self, core: str) -> str:
        """Name an item after 、 or 和: what it shares with the item before is given back."""
        last = self.given[-1][0].indicator
        if core in _DEPENDENTS:
            return self._owned(core, last)
        if _VERBS_FIRST.match(core):
            return core
        if len(core) <= 6 and core[:2] in last[1:]:
            return last[: last.index(core[:2], 1)] + core
        if len(core) <= 6 and last.endswith(core[-2:]) and len(last) > len(core):
            return last[: -len(core)] + core
        return self._verbs(last) + core

    def _verbs(self, name: str) -> str:
        """Give the words of an indicator up to its last action verb that has an object."""
        end = 0
        for verb in _VERB_INSIDE.finditer(name):
            if len(name) - verb.end() >= 2:
                end = verb.end()
        return name[:end]

    def _owned(self, core: str, owner: str) -> str:
        stem = _DEPENDENT_END.sub("", owner)
        return (stem if len(stem) > 1 else owner) + core

    def _carry(self, index: int, slot: _Slot) -> list[str]:
        """Find the subject that a value without one of its own takes over."""
        previous = self.slots[index - 1] if index else None
        earliest = previous.clause if previous is not None else -1
        for place in range(slot.clause - 1, max(earliest, slot.clause - 3), -1):
            clause = self.clauses[place]
            topic = tidy(trim_left(trim_right(self.sentence[clause.start : clause.end]), self.area))
            if topic:
                if previous is None or _DEPENDENT_END.search(topic):
                    return [topic]
                break
        if self.given and self.given[-1]:
            return [subject.indicator for subject in self.given[-1]]
        return self.carried.subjects[-1:]
