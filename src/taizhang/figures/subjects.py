"""Subjects: what each value of a sentence measures."""

import re
from dataclasses import dataclass, field

from taizhang.figures.clauses import hide_enclosed, split_clauses
from taizhang.figures.coordination import unfold
from taizhang.figures.counted import counted, shared_end, turned
from taizhang.figures.slots import Slot, make_slots
from taizhang.figures.topics import opens_with_verb, owner, scope, subject_of, topic
from taizhang.figures.values import Value
from taizhang.figures.wording import (
    VERB_CHAIN,
    closing_verbs,
    drop_growth_noun,
    leading_verbs,
    tidy,
    trim_left,
    trim_right,
    verb_places,
    words,
)
from taizhang.lexicon.tables import toml_table
from taizhang.records import Reason

_MOVING = ("growth", "avg_growth", "change")
_NO_NOUN = ("growth", "avg_growth", "rank", "multiple")
_SHARING = re.compile(r"均|都|双双|各(?!类|级|种|项|地)|分别|依次")
_BOUND = re.compile(
    r"(?:(?:不少于|不低于|不超过|至少|超过|突破|将近|接近|近|约|超|上|全省|全市|全区|全国|了|共)\s*)+$"
)
_GIVING = re.compile(
    r"((?:免费)?(?:(?<![作行成])为|(?<![应面反])对|向|给))(?:不少于|不低于|超过|将近|至少|近|约|超)?$"
)
_TAKING = re.compile(r"(?:将|把|同|与)$")
_COMPARED = re.compile(
    r"(高于|低于|快于|慢于|高出|超出|高过)((?:全国|全省|全市|世界|全球)[^，]{0,8}?)(?:约|近|超|超过|达)*$"
)
_SHARE = re.compile(
    r"^(.*?)(?:约|只|仅|还|已|也|大约|将|大体)*占(?![比用地领])(.+?)(?:的)?(?:比重|比例|份额)?$"
)
_SHARE_OPEN = re.compile(r"(.*?)所占(?:的)?(?:比重|比例)?$")
_PLACE_IN_ORDER = re.compile(
    r"(?:(?:由|从)(?:全国|世界|全球)?第?[0-9一二三四五六七八九十]+位?|位次|位|提|攀|稳居|位居|居|排名|跃居|列|排|保持|连续.{1,4}年)*(?:全国|世界|全球|全省|国内|同类[^，]{0,6}|[东西中]部(?:地区)?)?第?$"
)
_AGENT_ALONE = re.compile(r"^[^，]{0,8}(?:财政|中央|政府|国家|地方)$")
_PAID = re.compile(r"安排|投入|下达|拨付")
_STATED = re.compile(r"^(?:《[^》]*》)?(?:提出|规定|要求|确定)了?(?:“[^”]*”(?:时期|期间))?")
_RAISED = re.compile(r"(?:提升|改善|扩大|增加)(?=$|超|近|约|突破)")
_HAVING = re.compile(
    r"(?:已|已经|共|现|仍|还|就|将|都|每天|全国|只|约|近|超过)*"
    r"(?:有|拥有|计有|共有|现有|已有|约有|只有|还有)(?:近|约|超过|将近)?"
)
_FULFILLED = re.compile(r"(?:超额)?完成了?(?:原定|年度|全年|原|本年)?的?(?:计划|预算|任务|指标)数?的?$")
_PRONOUN = re.compile(
    r"(?:把|使)?(?:这|那|该|上述|此项|这一|这个|这项)(?:个|一|些)?(?:比例|比重|数字|指标|目标)?|[增减][产收]"
)
_AT_TIME = re.compile(r"[^，]{1,8}时$")
_BASE_NAME = re.compile(r"比重|比例|比值|比率|较大|较高|较好|超过.*的")
_BENEFIT = re.compile(r"^(.*?)(受益|参保|受惠|参加|领取.*|享受.*)$")
_BRINGING = re.compile(rf"(?:{words('bringing')})(?:全国|全省|全市|全球|周边)?$")
_PRODUCED = re.compile(r"(?:新增)?[^，、]{0,6}?(年产量|总产量|产量|生产能力|产值)[^、；。]{0,16}$")
_WIDENED = re.compile(r"扩大到|扩大至|扩展到|推广到|延伸到|覆盖到")
_YEARLY = re.compile(r"(?<!每人)(年均|平均每年|每年)(增加|增长|新增)?")
_ONLY_VERBS = re.compile(rf"(?:基本|全部|已|先|新|再)*{VERB_CHAIN}(?:了)?$")
_TRAILING_VERBS = re.compile(rf"(?:基本|全部|已|先)*(?:{VERB_CHAIN})$")
_DEPENDENT = re.compile(rf"(?:{words('dependents')})$")
_QUANTITY = re.compile(rf"(?:{words('quantity_ends')})$")
_PLAIN_VERBS = ("实施", "推进", "完成", "建成", "打造", "启动")
_DEPENDENTS = frozenset(toml_table("subjects")["dependents"])


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
    topic: str = ""


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
        carried.topic = _opening_topic(sentence, area) or carried.topic
        return [[] for _ in values]
    found = iter(_Reading(sentence, live, carried, area).subjects())
    return [next(found) if value.skip is None else [] for value in values]


def _opening_topic(sentence: str, area: str | None) -> str:
    """Give the subject that a sentence opens with, empty where it opens with a verb."""
    first = split_clauses(sentence[:40])[0]
    said = sentence[: first.end]
    if first.end > 24 or scope(said, area) or opens_with_verb(said, area):
        return ""
    found = topic(said, area)
    whole = len(found) == len(said) or found.startswith(("了", "这", "那", "它", "他"))
    return "" if whole or verb_places(found) else found


class _Reading:
    """The reading of one sentence: its values' subjects, from left to right."""

    def __init__(self, sentence: str, live: list[Value], carried: Carried, area: str | None) -> None:
        self.sentence = sentence
        self.area = area
        self.carried = carried
        self.clauses = split_clauses(hide_enclosed(sentence))
        self.slots = make_slots(sentence, self.clauses, live, area)
        self.given: list[list[Subject]] = []
        self.owners: dict[int, str] = {}
        self.whole = ""

    def subjects(self) -> list[list[Subject]]:
        """Give the subjects of every slot, and leave the last ones to the sentences after."""
        for slot in self.slots:
            self._trim(slot)
        self._share_ends()
        while len(self.given) < len(self.slots):
            index = len(self.given)
            self.given.extend(self._group(index, self.slots[index : index + self._group_size(index)]))
        last = [subjects[-1].indicator for subjects in self.given if subjects]
        self.carried.subjects = (self.carried.subjects + last)[-8:]
        self.carried.topic = _opening_topic(self.sentence, self.area) or self.carried.topic
        return self.given

    # What of the words around a value names its indicator.

    def _trim(self, slot: Slot) -> None:
        moving = slot.value.measure in _NO_NOUN
        shares = slot.value.unit == "%" and "占" in slot.left[-12:]
        described = slot.right if slot.right.startswith("的") else ""
        slot.right = "" if moving or shares else counted(slot.right, self.area)
        if slot.right and self._counts(slot):
            return
        bare = trim_right(slot.left)
        slot.ending = slot.left[len(bare) :]
        slot.core = trim_left(bare, self.area)
        if slot.value.measure in _MOVING:
            slot.core = trim_right(drop_growth_noun(slot.core))
        slot.core = tidy(slot.core)
        if slot.value.measure in _MOVING:
            slot.core = _STATED.sub("", slot.core)
        raised = _RAISED.match(slot.ending) if slot.value.measure == "level" else None
        if raised and leading_verbs(slot.core):
            slot.core += raised[0]
        if "增长预期目标" in slot.ending or "增长目标" in slot.ending:
            slot.core += "增长"
        if _AGENT_ALONE.search(slot.core):
            paid = _PAID.search(slot.ending)
            slot.core += paid[0] if paid else ""
        if slot.value.measure == "rank":
            slot.core = trim_right(_PLACE_IN_ORDER.sub("", slot.core))
        if _AT_TIME.match(slot.core) or _PRONOUN.fullmatch(slot.core):
            slot.core = ""
        if slot.core.startswith("超过") and slot.value.measure == "growth":
            slot.core = ""
        if slot.core.startswith(("比", "较", "超过")) and not _BASE_NAME.match(slot.core):
            slot.core = ""
        if described and slot.right and _QUANTITY.search(slot.core) and slot.ending.strip(" 的上了"):
            slot.core, slot.right = tidy(subject_of(slot.right)) + slot.core, ""
        if slot.right and slot.core:
            self._predicates(slot)

    def _counts(self, slot: Slot) -> bool:
        """Settle the words before a number that counts the noun after it; say whether they were settled."""
        giving = _GIVING.search(slot.left)
        if giving:
            slot.core = tidy(trim_left(slot.left[: giving.start()], self.area)) + giving[1]
            return True
        body = trim_left(_BOUND.sub("", slot.left), self.area)
        verbs = closing_verbs(body)
        if not verbs or verbs == "实现":
            return False
        slot.core = tidy(body)
        return True

    def _predicates(self, slot: Slot) -> None:
        """Settle a number with words on both sides.

        Examples before it go (东门桥等251座桥); a linking verb rules out that it counts what follows.
        """
        if slot.left.endswith("的") and slot.core and not slot.ending.strip(" 的"):
            slot.core += "的"
            return
        examples = slot.core.endswith("等") or slot.left.rstrip().endswith(("和", "、", "及", "与"))
        if examples or ("、" in hide_enclosed(slot.core) and leading_verbs(slot.core)):
            slot.core = leading_verbs(slot.core) or self._first_verb(slot.core)
        elif _WIDENED.search(slot.ending):
            slot.core = slot.core.removesuffix("范围").removesuffix("覆盖面").removesuffix("的")
        elif _HAVING.fullmatch(slot.ending):
            return
        elif slot.ending.strip(" 的上了") and slot.value.unit not in ("小时", "分钟"):
            slot.right = ""

    @staticmethod
    def _first_verb(text: str) -> str:
        places = verb_places(text)
        return text[places[0][0] : places[0][1]] if places and text.endswith("等") else ""

    def _share_ends(self) -> None:
        """Give back what is said of several counted things at their end."""
        for index, slot in enumerate(self.slots):
            if slot.adjacent:
                following = self.slots[index + 1]
                slot.right, following.core = following.right, slot.core
        for start, stop in self._chains():
            chain = self.slots[start:stop]
            ends = shared_end(chain[-1].right, [slot.right for slot in chain[:-1]])
            for slot, end in zip(chain, ends, strict=False):
                slot.right = end

    def _chains(self) -> list[tuple[int, int]]:
        """Give the runs of counted things joined by 、 or 和 (10所学校、12个专业群)."""
        runs, start = [], 0
        for index in range(1, len(self.slots) + 1):
            if index < len(self.slots):
                slot, before = self.slots[index], self.slots[index - 1]
                if slot.joint and slot.right and before.right:
                    continue
            if index - start > 1:
                runs.append((start, index))
            start = index
        return runs

    # Groups of values that follow each other bare: one list of subjects for one list of values.

    def _group_size(self, index: int) -> int:
        size = 1
        while index + size < len(self.slots):
            slot, before = self.slots[index + size], self.slots[index + size - 1]
            if slot.clause != before.clause or before.right or slot.core or slot.right or not slot.joint:
                break
            if slot.ending.strip():
                break
            size += 1
        return size

    def _group(self, index: int, group: list[Slot]) -> list[list[Subject]]:
        first = group[0]
        if len(group) == 1:
            return [self._single(index, first)]
        count = len(group)
        names = unfold(first.core, count) if first.core else self._earlier_names(index, first, count)
        if len(names) > count and "分别" in first.ending:
            names = names[:count]
        if len(names) == count:
            return [[self._named(name, "list", first.left)] for name in names]
        name = self._name(index, first) if first.core else self._carry(index, first)
        return [[self._named(name, "one for all", first.left)] for _ in group]

    def _earlier_names(self, index: int, slot: Slot, count: int) -> list[str]:
        """Give the list of subjects that a bare list of values takes over."""
        previous = self.slots[index - 1].clause if index else -1
        for place in range(slot.clause - 1, previous, -1):
            items = unfold(self._clause_topic(place), count)
            if len(items) == count:
                return items
        names = [subjects[-1].indicator for subjects in self.given[-count:]]
        return names if len(names) == count else []

    # One value.

    def _single(self, index: int, slot: Slot) -> list[Subject]:
        if slot.core and not slot.right:
            multiple = slot.value.measure == "multiple" and slot.value.unit == "倍"
            if multiple or _SHARING.search(slot.ending):
                items = list(dict.fromkeys(unfold(slot.core, None)))
                if len(items) > 1:
                    return [self._named(item, "each", slot.left) for item in items]
        if not slot.core and not slot.right and _SHARING.search(slot.ending):
            items = list(dict.fromkeys(unfold(self._carry(index, slot), None)))
            if len(items) > 1:
                return [self._named(item, "each", slot.left) for item in items]
        rule = "clause" if slot.core or slot.right else "carried"
        return [self._named(self._name(index, slot), rule, f"{slot.left}…{slot.right}")]

    def _named(self, name: str, rule: str, said: str) -> Subject:
        return Subject(tidy(name), [Reason("indicator", rule, said.strip())])

    def _name(self, index: int, slot: Slot) -> str:
        compared = _COMPARED.search(slot.left) if slot.value.measure in _MOVING else None
        if compared:
            return self._compared(index, slot, compared)
        if slot.right:
            return self._counted_name(index, slot)
        fulfilled = _FULFILLED.search(slot.left)
        if fulfilled:
            done = tidy(trim_left(trim_right(slot.left[: fulfilled.start()]), self.area))
            return (done or self._carry(index, slot)) + fulfilled[0].replace("了", "").removesuffix("的")
        if slot.core.startswith("占") and slot.core.endswith(("比重", "比例")):
            return self._carry(index, slot) + slot.core
        if slot.value.measure == "level":
            share = self._share(index, slot)
            if share:
                return share
        name = self._plain(index, slot) if slot.core else self._whole_share(slot, self._carry(index, slot))
        amounts = slot.value.measure in ("level", "change") and slot.value.unit not in ("%", "倍")
        yearly = _YEARLY.search(slot.ending) if amounts else None
        return name + yearly[0] if yearly else name

    def _plain(self, index: int, slot: Slot) -> str:
        """Name a value by the words before it, with what a list or the clause before shares given back."""
        core = slot.core
        if slot.joint and self.given:
            return self._listed(slot)
        if _ONLY_VERBS.fullmatch(core):
            return self._with_object(index, slot)
        if core in _DEPENDENTS:
            return self._owner(index, slot) + core
        if core in ("生产", "年产", "出产"):
            made = self._carry(index, slot)
            return made if made.endswith("产量") else made + "产量"
        listed = self._colon_list(slot)
        if listed:
            return listed
        bare = not _BOUND.sub("", slot.ending).strip()
        if bare and self._follows(index) and len(core) <= 8 and not verb_places(core):
            return leading_verbs(self.given[-1][0].indicator) + core
        return core

    def _colon_list(self, slot: Slot) -> str:
        """Name an item of a list of products after a colon (产量是：钢42万吨，煤1300万吨)."""
        if slot.ending.strip() or len(slot.core) > 6 or verb_places(slot.core):
            return ""
        colon = max(self.sentence.rfind(mark, 0, slot.value.start) for mark in "：:")
        found = _PRODUCED.search(self.sentence[:colon]) if colon > 0 else None
        if not found or "；" in self.sentence[colon : slot.value.start]:
            return ""
        return ("新增" if "新增" in found[0] else "") + slot.core + found[1]

    def _follows(self, index: int) -> bool:
        """Say whether the value before stands bare in the clause just before, with the same unit."""
        if not index:
            return False
        slot, before = self.slots[index], self.slots[index - 1]
        near = before.clause == slot.clause - 1 and self.clauses[slot.clause].opener in "，,"
        alike = slot.value.unit[-1:] == before.value.unit[-1:]
        return near and alike and not before.right and not before.ending.strip()

    def _counted_name(self, index: int, slot: Slot) -> str:
        before = self.slots[index - 1] if index else None
        noun = turned(slot.right, self.area)
        if before is not None and before.right and not slot.core and (slot.joint or slot.left.endswith("的")):
            self.owners[index] = self.owners.get(index - 1, "")
            slot.core = before.core
            return slot.core + noun
        if slot.left.endswith("的") and before is not None and before.right and slot.clause == before.clause:
            return before.core + noun
        if _TAKING.search(slot.core):
            slot.core = slot.core[:-1]
        benefit = _BENEFIT.match(slot.right) if not slot.core else None
        if benefit and (len(benefit[2]) == 2 or not benefit[1]):
            return self._owner(index, slot) + benefit[2] + benefit[1]
        if _BRINGING.fullmatch(slot.core):
            slot.core = self._owner(index, slot) + slot.core
        if noun != slot.right and slot.core.endswith(("为", "对")):
            slot.core = slot.core[:-1].removesuffix("免费")
        return slot.core + noun

    def _listed(self, slot: Slot) -> str:
        """Name an item after 、 or 和: what it shares with the item before is given back."""
        core, last = slot.core, self.given[-1][0].indicator
        if len(core) <= 6 and core[:2] in last[1:]:
            return last[: last.index(core[:2], 1)] + core
        if core in _DEPENDENTS:
            return owner(last) + core
        if leading_verbs(core):
            return core
        if slot.ending.strip():
            return core
        return self._shared_head(last) + core

    def _shared_head(self, name: str) -> str:
        """Give an indicator's words up to its last verb with an object, and that object's modifier."""
        end = len(leading_verbs(name))
        for _, stop in () if end else verb_places(name):
            if len(name) - stop >= 2:
                end = stop
        if not end:
            return ""
        rest = name[end:]
        return name[: end + rest.index("的") + 1] if "的" in rest[1:-1] else name[:end]

    def _owner(self, index: int, slot: Slot) -> str:
        """Find what a dependent quantity (总投资, 规模) belongs to."""
        found = self.owners.get(index - 1, "") if index and not slot.joint else ""
        self.owners[index] = found = found or self._find_owner(index, slot)
        return found

    def _find_owner(self, index: int, slot: Slot) -> str:
        before = self.slots[index - 1] if index else None
        if before is not None and before.clause >= slot.clause - 1 and self.given:
            name = self.given[-1][0].indicator
            benefit = _BENEFIT.match(slot.right) if slot.right else None
            if benefit and before.right:
                places = verb_places(before.right)
                return before.right[places[0][1] :] if places else owner(name)
            if _BRINGING.fullmatch(slot.core) and self.owners.get(index - 1):
                return self.owners[index - 1]
            places = verb_places(name)
            if places and places[0][0] == 0 and name[: places[0][1]] in _PLAIN_VERBS:
                return owner(name[places[0][1] :])
            if places and places[0][0] >= 2 and not slot.joint and not _QUANTITY.search(name):
                return subject_of(name[: places[0][0]])
            return owner(name)
        floor = before.clause if before is not None else -1
        return self._topic_before(slot, floor) or self.carried.topic

    def _topic_before(self, slot: Slot, floor: int) -> str:
        """Find the topic of the clauses before: a subject if one of them has one, else an object."""
        objects = ""
        for place in range(slot.clause - 1, max(floor, slot.clause - 5), -1):
            clause = self.clauses[place]
            said = self.sentence[clause.start : clause.end]
            found = "" if scope(said, self.area) else self._clause_topic(place)
            if found and not found.endswith("等"):
                if not opens_with_verb(said, self.area):
                    return owner(found)
                objects = objects or owner(found)
            if clause.opener in "；;":
                return objects
        return owner(self.given[-1][0].indicator) if self.given else objects

    def _with_object(self, index: int, slot: Slot) -> str:
        """Give a bare verb (新开工1000套) its object from the words before."""
        core = slot.core
        clause = self.clauses[slot.clause]
        earlier = self.sentence[: clause.start]
        place = earlier.rfind(core.removeprefix("先"))
        if place >= 0 and not self.given:
            rest = re.split("[，；：。、]", earlier[place + len(core.removeprefix("先")) :])[0]
            if len(rest) >= 2:
                return core.removeprefix("先") + rest
        if self.given:
            name = self.given[-1][0].indicator
            verbs = leading_verbs(name)
            if verbs and len(verbs) < len(name):
                return core + name[len(verbs) :]
            stem = _TRAILING_VERBS.sub("", name)
            if len(stem) >= 2:
                return stem + core
        found = self._owner(index, slot)
        return found + core

    def _compared(self, index: int, slot: Slot, compared: re.Match[str]) -> str:
        """Name a distance from another place's figure: 高于全国0.3个百分点."""
        name = tidy(trim_left(trim_right(slot.left[: compared.start()]), self.area))
        if not name:
            name = self._carry(index, slot)
            before = self.slots[index - 1] if index else None
            if before is not None and before.value.measure in ("growth", "avg_growth"):
                name += "增长"
        return name + compared[0]

    def _share(self, index: int, slot: Slot) -> str:
        """Name a share: A占B的百分之…; empty where the words tell of none."""
        if "占" not in slot.left:
            return ""
        open_share = _SHARE_OPEN.match(tidy(slot.core)) if not slot.ending.count("占") else None
        if slot.ending.count("占") or (open_share and open_share[1] != slot.core):
            whole = self._scope(slot)
            part = slot.core if slot.ending.count("占") else (open_share[1] if open_share else "")
            part = tidy(part)
            if not whole and part and self.given and slot.ending.count("占"):
                whole = self.given[0][0].indicator if len(self.given) == 1 else self.whole
            self.whole = whole
            return f"{part or self._carry(index, slot)}占{whole}比重" if whole else ""
        share = _SHARE.match(slot.core)
        if not share or slot.core.endswith(("比重", "比例", "占比", "份额")):
            return ""
        part = tidy(share[1]) or self._carry(index, slot)
        return f"{part}占{tidy(share[2])}" + ("" if share[2] == "全国" else "比重")

    def _whole_share(self, slot: Slot, name: str) -> str:
        """Complete a carried share (生产资料工业所占的比重) by the whole that the sentence sets."""
        found = _SHARE_OPEN.fullmatch(name) if "占" in name else None
        whole = self._scope(slot) if found else ""
        return f"{found[1]}占{whole}比重" if found and whole else name

    def _scope(self, slot: Slot) -> str:
        for place in range(slot.clause, -1, -1):
            clause = self.clauses[place]
            found = scope(self.sentence[clause.start : clause.end], self.area)
            if found:
                return found
        return ""

    def _clause_topic(self, place: int) -> str:
        clause = self.clauses[place]
        return topic(self.sentence[clause.start : clause.end], self.area)

    def _carry(self, index: int, slot: Slot) -> str:
        """Find the subject that a value without one of its own takes over."""
        previous = self.slots[index - 1] if index else None
        floor = previous.clause if previous is not None else -1
        for place in range(slot.clause - 1, floor, -1):
            clause = self.clauses[place]
            text = tidy(trim_left(trim_right(self.sentence[clause.start : clause.end]), self.area))
            found = self._clause_topic(place)
            if found and (previous is None or (found == text and not leading_verbs(text))):
                if self.clauses[slot.clause].opener in "：:" and slot.left.startswith(("从", "由")):
                    return found if _QUANTITY.search(found) else found + "产量"
                return found
        if self.given and self.given[-1]:
            return self.given[-1][-1].indicator
        return self.carried.subjects[-1] if self.carried.subjects else ""
