"""Frames: the words for goals, deeds and receivers that stand around a value, before its subject is settled."""

import re

from taizhang.figures.slots import Slot
from taizhang.figures.wording import leading_verbs, tidy, trim_left
from taizhang.lexicon.late import late

BOUND = re.compile(
    r"(?:(?:不少于|不低于|不超过|至少|超过|突破|将近|接近|近|约|超|上|全省|全市|全区|全国|了|共)\s*)+$"
)
# The line that something stays under, and whose it is: 始终低于国际通行的60%警戒线.
_UNDER_LINE = late(r"(?:始终|一直|均|都|仍)?(?:低于|不到|未超过|不超过|没有超过)[^，]{0,8}的?$")
# Of how many alike a thing is one: 成为全国首批5个试点地区之一.
_ONE_OF = "之一"
# To how many people or how much land a quantity is told, behind its bound: 抽检量超每千人6批次.
_PER_BEHIND = re.compile(
    r"(?<=..)((?:分别|均)?(?:超过?|突破|不[低少]于|高于))(每[十百千万]+(?:人口?|户|平方公里|名[^，。；、\d]{1,6}))$"
)
# The whole of which so many are told: 建成60项水利工程中的18项.
_OF_WHOLE = late(r"[0-9一二三四五六七八九十百千]+[项个家座条](?=[^，。；、]{2,14}中的$)")
# What was set and is now reached, before what it is of: 分别达到了章程所定的每船捕虾九百斤、八百斤的要求.
_MEETING = late(
    r"^[，、]?(?:已经?)?(?:分别|都|均)?(?:(?:达到|实现|完成)了?[^，。；、]*?所?(?:提出|规定|要求|制定)的|(?:达到|实现)了)(?=[^，。；、]{4,}$)"
)
_REQUIRED = late(r"[^，。；]{0,40}的(?:要求|标准|指标|目标|规定)")
# Those who strive for so much: 为争取每人平均九百斤粮食而奋斗, 正在为日产九百吨奋斗.
_STRIVEN = re.compile(r"而?(?:继续|共同|努力)*奋斗$")
_STRIVING = re.compile(r"^.*?为(?:争取|实现|达到)?(?=.)")
# What several figures before it are: 产量一亿担的四项指标.
_GOALS_BEHIND = re.compile(r"的[一二三四五六七八九十\d]+[项个](?:主要|预期)?(?:指标|目标|任务|要求)")
# A goal and who set it, around what is to be: 水产部门提出了三年内引进九百项技术的规划.
_PROPOSED = late(r"^.*?所?(?:提出|规定|确定|制定|明确)[了过的]?(?=..)")
_GOAL_BEHIND = re.compile(
    r"((?:以上|左右)?[^，。；的]{0,14})的(?:总体|奋斗|预期|宏伟|长远)?(?:规划|目标|设想|任务|要求|计划)$"
)
# A work that is told by how much of it there is to do, and how it goes.
_WORK_GOES = re.compile(r"的(?:工作|任务)(?:进展|正在|已经?|基本|顺利|如期|全面)")
# A task around what it is: 按期完成三年内裁减员额五万的任务.
_FULFILLING = re.compile(r"[^，]{0,4}?(?:按期|如期|提前|全面)?完成")
# … and of whom: 完成90万农村人口的脱贫任务.
_OWN_TASK = re.compile(r"([^，。；的]{2,16})的(脱贫|搬迁|安置|培训)任务")
_TASK_BEHIND = re.compile(r"等?(?:的|各项)+任务")
# What was done to the things counted, as a noun: 完成三千件规章的清理.
_CLEANED = re.compile(r"([^，。；的]{2,12})的(清理|修订|审查|整治|改造|检查|登记)(?:工作|任务)?")
# The unit of money that a rate of exchange is told for: 汇率稳定在一美元兑8.3元.
_ONE_UNIT = late(r"(?:[0-9]+|一百?)?(?:美元|欧元|英镑|日元|港元)兑换?$")
# What is done in so many places: 在五十个城市进行了…试点.
_HELD_IN = re.compile(
    r"(.{1,10}?)(?:范围内|[中内里])?((?:进行|建设|兴建|修建|开展|试行|展开|实施|推行|处于|试点|试办|建立|启动|推广|签署|签订|缔结|达成|商签|(?<=国家|地区)(?:有"
    r"|保持|发展))(?![或和、]))(?:了|起来)?(.*)$"
)
_TRIED_IN = re.compile(r"(城市|省份?|地区|县|市|区)的([^，。；、的]{0,16}试点)(?:工作)?$")
# … and of what: 医疗制度改革重点抓好20个城市的试点工作.
_TRYING = late(
    r"([^，。；、]*?)(?:要|应|将)?(?:重点|集中力量|集中|继续|认真|着重|首先|先)*(?:抓好|搞好|做好|办好|抓紧|抓|搞|进行)(?:了)?$"
)
_AT_PLACES = re.compile(r"(?:^|[，。；])在[^，。；]{2,40}等$")
# A value in a bracket of its own words; a bracket may say what a quantity covers (包括村办工业为百分之六).
_OPEN_BRACKET = re.compile(r"（((?![按合折])[^（）]*)$")
# A plan with the goals that it set.
_PLAN_SETS = late(
    r"(“?十[一二三四五六七]五”?规划)(?:纲要)?[共所]?(确定|提出|设置|规定|明确|设定|(?<=规划)有)(的)?$"
)
_GOALS = re.compile(r"(?:主要|约束性|预期性)?指标")
# What each one gets, and the benefit told behind it.
_EACH_GETS = re.compile(r"(?<![^落实好按发放给予兑现执行到了])(每[人户孩生亩名头](?:每[年月天日])?)$")
# How often a benefit is paid, before it: 向老人发放每月最高300元的护理补贴.
_PAID_EACH = late(r"(?<=..)(?:发放|给予|提供)(每[月年天日])(?:最高|最多|至多|不超过)?$")
_GIVEN_EACH = late(
    r"的([^，。；、的\d]{0,8}(?:补贴|补助|津贴|救助金?|养老金|生活费))(?:政策|标准|待遇)?(?=[，。；、]|$)"
)


def without_demand(slot: Slot, sentence: str) -> None:
    """Leave out that a demand is met where it is told behind its values what they are: 达到了每亩九百斤的要求."""
    meeting = _MEETING.match(slot.left) if "到了" in slot.left or "的" in slot.left else None
    if meeting and _REQUIRED.match(sentence, slot.value.tail):
        slot.left = slot.left[meeting.end() :]


def unframe(slot: Slot) -> str:
    """Leave out a unit's part, the bracket and the goal around a value; give the bracket's words before it."""
    if "/" in slot.value.unit:  # 每立方米43微克
        slot.left = slot.left.removesuffix("每" + slot.value.unit.rpartition("/")[2])
    if slot.value.unit in ("次", "批") and slot.left.endswith("分"):  # 中央财政分三次发放补贴
        slot.left = ""
    if "每" in slot.left and (per := _PER_BEHIND.search(slot.left)):
        slot.left = per[2] + slot.left[: per.start()] + per[1]
    if slot.left.endswith("中的") and (whole := _OF_WHOLE.search(slot.left)):
        slot.left = slot.left[: whole.start()] + slot.left[whole.end() : -2]
    if slot.left.strip() in ("用于", "主要用于") and slot.right.startswith("的"):
        slot.left = ""
    if slot.right.startswith("警戒线"):
        slot.left = _UNDER_LINE.sub("", slot.left)
    if slot.left.endswith(("兑", "兑换")):
        slot.left = _ONE_UNIT.sub("", slot.left)
    inside = _OPEN_BRACKET.search(slot.left) if "（" in slot.left else None
    if inside:
        slot.left, slot.right = inside[1], slot.right.split("）")[0]
    if slot.right.endswith("奋斗") and (striving := _STRIVING.match(slot.left)):
        slot.left, slot.right = slot.left[striving.end() :], _STRIVEN.sub("", slot.right)
    if slot.right:
        _unframe_behind(slot)
    return inside[1] if inside else ""


def _unframe_behind(slot: Slot) -> None:
    """Leave out the task or goal that is named behind a value, with what stands before the value of it."""
    own = _OWN_TASK.fullmatch(slot.right) if slot.left.endswith("完成") else None
    if own:
        slot.left, slot.right = slot.left.removesuffix("完成"), own[1] + own[2]
    task = _TASK_BEHIND.match(slot.right)
    fulfilled = _FULFILLING.match(slot.left) if task else None
    bodies = slot.value.unit[-1:] in "家户" and slot.right.endswith("任务") and slot.left.endswith("完成")
    if bodies:
        slot.left, slot.right = slot.left[:-2], slot.right[:-2]
    if fulfilled:
        slot.left, slot.right = slot.left[fulfilled.end() :], ""
    elif _WORK_GOES.match(slot.right):
        slot.right = ""  # 裁减员额一百万的工作进展顺利
    goal = _GOAL_BEHIND.match(slot.right)
    proposed = _PROPOSED.match(slot.left) if goal else None
    if goal and proposed:
        slot.left, slot.right = slot.left[proposed.end() :], goal[1]
    elif _GOALS_BEHIND.fullmatch(slot.right):
        slot.right = ""
    elif slot.right.endswith(_ONE_OF) and not slot.right.endswith("分" + _ONE_OF):
        slot.left, slot.right = slot.left.rpartition("成为")[2], slot.right.removesuffix(_ONE_OF)


def put_pay_behind(slot: Slot) -> bool:
    """Put how often a benefit is paid behind it and say whether it was: 发放每月800元的津贴 → 发放 … 津贴每月."""
    paid = _PAID_EACH.search(slot.left) if slot.value.unit.endswith("元") and "每" in slot.left else None
    benefit = _GIVEN_EACH.match(slot.right) if paid else None
    if not paid or not benefit:
        return False
    slot.left, slot.right = slot.left[: paid.start(1)], benefit[1] + paid[1]
    return True


def gives_each(slot: Slot) -> bool:
    """Settle a benefit told behind what each one gets: 每孩每年3600元的育儿补贴政策 → 每孩每年育儿补贴."""
    each = _EACH_GETS.search(slot.left) if slot.value.unit.endswith("元") else None
    given = _GIVEN_EACH.match(slot.right) if each else None
    if not each or not given:
        return False
    slot.core, slot.right = each[1], given[1]
    return True


def set_by_plan(slot: Slot) -> bool:
    """Settle the goals that a plan set: “十四五”规划确定的20项主要指标 → “十四五”规划主要指标."""
    plan = _PLAN_SETS.search(slot.left) if _GOALS.match(slot.right) else None
    if not plan:
        return False
    slot.core, slot.right = (
        plan[1] + ("" if plan[3] or plan[2] == "有" else plan[2]),
        slot.right.removesuffix("中"),
    )
    return True


def cleaned(slot: Slot) -> bool:
    """Settle things of which a deed is told as a noun (完成1949年以来三千件规章的清理)."""
    done = _CLEANED.fullmatch(slot.right) if slot.left.lstrip().startswith(("完成", "基本完成")) else None
    if done:
        slot.core, slot.right = done[2], done[1]
    return done is not None


def tried_in(slot: Slot, area: str | None) -> bool:
    """Settle the places where something is tried: 启动25个城市的低碳试点 → 低碳试点城市."""
    tried = _TRIED_IN.match(slot.right) if slot.value.unit != "%" else None
    said = trim_left(BOUND.sub("", slot.left), area) if tried else ""
    trying = _TRYING.fullmatch(said) if tried and leading_verbs(said) != said else None
    if not tried or (trying is None and leading_verbs(said) != said):
        return False
    slot.core, slot.right = "", (trying[1] if trying else "") + tried[2] + tried[1]
    return True


def held(slot: Slot) -> bool:
    """Settle things in which, or with which, something is done: 在五十个城市进行…试点, 与12国签署…."""
    said = BOUND.sub("", slot.left)
    held = _HELD_IN.match(slot.right) if slot.value.unit != "%" or slot.described else None
    among = _AT_PLACES.search(said)
    if held and (among or said.endswith(("在", "与", "同") if held[3] else "在")):
        done = tidy(held[2] + held[3])
        slot.core, slot.right = "", f"{done if held[3] or among else slot.core + done}的{tidy(held[1])}"
        return True
    return False
