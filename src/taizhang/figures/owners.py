"""Owners: whose a quantity is that a clause tells without them (产品成本, 不良贷款率, 新增吞吐能力)."""

import re
from collections.abc import Callable

from taizhang.figures.clauses import last_told
from taizhang.figures.discourse import Discourse
from taizhang.figures.topics import body_of, topic
from taizhang.figures.wording import leading_verbs, only_verbs, tidy, verb_places, words
from taizhang.lexicon.late import late

# What bodies have, so that it is told of those of the clause before.
_OF_BODIES = re.compile(words("of_bodies"))
# A quantity and the word that says of what.
_ECHO = re.compile("([^，。；、的]{2,4})(?:规模|范围|标准|额度|总额|金额|比例)")
_SHORT_ECHO = 4
_NO_ECHO = late("[、和与及的]$|年")
# A deed done again that the clause before names with its thing, and what may stand around the two.
_AGAIN = re.compile(r"(新增|净增|再|又|先|先行|首批|整省|整市|县级)?(..)")
_WORK_ON = re.compile(r"(?<=..)(?:计划|规划|建设|任务|工作|工程|攻坚|行动)+$")
_BEGUN = re.compile(r"(?:基本|全面|提前|如期)?(?:完成|推进|实施|启动|开展)")
_NAMED_DEEDS = ("培训", "搬迁", "落户", "招生", "试点", "安置")
# Work that is counted by these is known by its own name, too: 开展质量抽查，抽查300批次.
_TURNS = ("人次", "次", "场", "场次", "批", "批次")
# Bodies to which a tax is told anew: 对年销售额不足300万元的渔具厂，所得税减半征收.
_TOWARD = late(r"对([^，；。]{4,32}(?:企业|户|人员|者|家庭|居民|农民|职工|单位|机构|厂|院|店))")
_TAX = late(r"(?:实际|综合|平均)*税负|(?:[^，；。、]{0,6}(?:所得|增值|营业|消费|房产|契))税(?:率|税率)?")
# What two sides have together, and the two.
_TOGETHER = re.compile(r"(?:两国|双方|双边)(?=贸易|投资|进出口|经贸)")
_PAIR = late(
    r"(?:中国|我国)[同与和—－][^，。；、的]{2,8}?(?=实现|建立|恢复|签|自由|关系|经济|经贸|贸易|战略|继续|保持|双边|两国|之间|的|$)"
)
# What was added to money told before: 专项扶贫资金9亿元，新增部分用于深度贫困县.
_ADDED_PART = re.compile(r"(?:新增|增加)(?:部分|的部分|资金)|增量(?:部分|资金)?")
_MONEY = late(r"(?:资金|支付|投入|投资|补助|支出|标准|经费|债券)$")
# … by which it is given: 扶贫资金投入.
_GIVEN = re.compile(r"(?<=资金|经费)(?:投入|安排|支出)$")
# What is told of those in a list or a test, and which edition of it.
_IN_CONTEST = ("上榜", "入围", "名次", "排名", "位次")
_LATEST = late("^(?:最新|新)(?:一[期届次轮])?")
# Places of which a pace is told: 有些城市的涨幅.
_OF_PLACES = ("城市", "地区", "省份", "县市")
_PACE_OF = re.compile("的(?:涨幅|增幅|增速|降幅)[^，。；的]{0,4}$")
# Who earn, after the output of theirs.
_INDUSTRY = re.compile("(?:规模以上|规上|全部)(?:国有及国有控股)?工业")
_EARNINGS = re.compile("企业(?:实现)?(?:利润|利税)(?:总额)?")
# What a quoted plan is told to have done since it began, in the next clauses.
_PLAN_RUNS = re.compile(
    r"(?:[^，。；“]{2,20}的)?(“[^”，]{1,12}(?:计划|工程|行动)”)"
    r"(?:(?:继续|开始|全面|正式|顺利|扎实|深入|进一步|稳步)*(?:实施|实行|启动|开展|推行|推进|铺开|展开)[^，。；]{0,6}?来?)?"
)
_EACH_MEASURE = late(
    r"(?:平均)?每[\d一二三四五六七八九十百]*(?:公斤|斤|吨|担|亩|人|户|头|千瓦时|度)(?:每[年月])?"
)
# What the clause before raises or lowers.
_RAISED = late(
    r"(?:提高|降低|调高|调低|上调|下调|调整)了?([^，。；]+?(?:价格?|标准|水平|费|税|待遇|补助|补贴|工资|养老金))$"
)
# How many clauses back those are looked for whose plan it is.
_REACH = 4


def _of_body(story: Discourse, index: int, core: str) -> str:
    """Put what bodies have behind those of which the clause before tells: 县办船厂企业利润增长9%，产品成本降低3%."""
    slot, before = story.slots[index], story.before(index)
    if before is None or before.right or before.clause != slot.clause - 1 or not _OF_BODIES.fullmatch(core):
        return ""
    body = body_of(story.last) if story.clauses[slot.clause].opener in "，," else ""
    return body + core if body else ""


def _of_echo(story: Discourse, index: int, core: str) -> str:
    """Say of what a quantity is whose first word the clause before has: 扩大渔船燃油退税范围，退税规模达到9亿元."""
    slot = story.slots[index]
    echo = _ECHO.fullmatch(core) if story.silent_before(index) else None
    if not echo:
        return ""
    told = topic(story.said(slot.clause - 1), story.area)
    place = told.find(echo[1], 2)
    near = place > 0 and len(told) - place - len(echo[1]) <= _SHORT_ECHO
    before_it = told[: max(place, 0)]
    return before_it + core if near and not (_NO_ECHO.search(before_it) or verb_places(before_it)) else ""


def _of_deed(story: Discourse, index: int, core: str) -> str:
    """Give a deed alone the thing that the clause before names with it: 推进渔村改造，改造3个; 抓好渔民落户，新增落户9人."""
    slot = story.slots[index]
    again = _AGAIN.fullmatch(core) if story.silent_before(index) else None
    if not again:
        return ""
    told = _WORK_ON.sub("", topic(story.said(slot.clause - 1), story.area))
    thing = _BEGUN.sub("", told, 1).removesuffix(again[2])
    named = again[2] in _NAMED_DEEDS or slot.value.bare_unit in _TURNS
    if not told.endswith(again[2]) or len(thing) <= 1 or not (named or only_verbs(again[2])):
        return ""
    if named:
        return thing + (core if again[1] and len(again[1]) > 1 else again[2])
    return ("" if again[1] in ("再", "又", "先", None) else again[1]) + again[2] + thing


def _of_taxed(story: Discourse, index: int, core: str) -> str:
    """Say whose tax it is that is told after those to whom it is done: 对小渔具厂，所得税减半征收."""
    clause = story.slots[index].clause
    taxed = clause and "税" in core and _TAX.fullmatch(core)
    toward = _TOWARD.fullmatch(story.said(clause - 1).strip()) if taxed else None
    return toward[1] + core if toward else ""


def _of_pair(story: Discourse, index: int, core: str) -> str:
    """Say which two sides have something together: 我国同海岛国家恢复往来，双边贸易额增长9%."""
    together = _TOGETHER.match(core)
    pair = last_told(_PAIR, story.sentence, story.slots[index].value.start) if together else None
    return pair[0] + core[together.end() :] if together and pair else ""


def _of_contest(story: Discourse, index: int, core: str) -> str:
    """Say in which list or test a place was reached: 在全球百强园区中，我市上榜9家; 在评价中，名次上升9位."""
    scope = story.scope(story.slots[index]) if core in _IN_CONTEST else ""
    return _LATEST.sub("", scope.rpartition("的")[2]) + core if scope else ""


def _of_paces(story: Discourse, index: int, core: str) -> str:
    """Give places whose pace is told the quantity told before: 水产价格上涨9%，有些城市的涨幅超过12%."""
    if not core.endswith(_OF_PLACES) or not _PACE_OF.search(story.slots[index].left) or not story.last:
        return ""
    return core + story.carry(index)


def _of_plan(story: Discourse, index: int, core: str) -> str:
    """Put what a quoted plan has done behind it: “灯塔计划”实行三年来，安排项目9个，新增产值3亿元."""
    slot, core = story.slots[index], core.removeprefix("已")
    if not slot.clause or not leading_verbs(core) or only_verbs(core):
        return ""
    for place in range(slot.clause - 1, max(-1, slot.clause - _REACH - 1), -1):
        plan = _PLAN_RUNS.fullmatch(story.said(place).strip("，、 "))
        if plan:
            return core if plan[1] in core else plan[1] + core
        if story.clauses[place].opener in "；;":
            break
    return ""


def _of_industry(story: Discourse, index: int, core: str) -> str:
    """Say which enterprises earn, after the output of theirs: 规模以上工业增加值9亿元；企业实现利润3亿元."""
    told = _INDUSTRY.match(story.last) if index and _EARNINGS.fullmatch(core) else None
    return told[0] + core if told else ""


def _by_measure(story: Discourse, index: int, core: str) -> str:
    """Say what is raised by so much for each measure of it: 提高鱼价，平均每50公斤提高5元."""
    clause = story.slots[index].clause
    if not clause or not _EACH_MEASURE.fullmatch(core):
        return ""
    raised = _RAISED.search(story.said(clause - 1).strip())
    return tidy(raised[1]) + core if raised else ""


_RULES: tuple[Callable[[Discourse, int, str], str], ...] = (
    _of_body,
    _of_echo,
    _of_deed,
    _of_taxed,
    _of_pair,
    _of_contest,
    _of_paces,
    _of_plan,
    _of_industry,
    _by_measure,
)


def of_added(story: Discourse, index: int, name: str) -> str:
    """Say of which money a part was added that the clause before tells of: 转移支付增长8%，新增资金的九成用于县乡."""
    slot, before = story.slots[index], story.before(index)
    near = before is not None and before.clause == slot.clause - 1
    if not near or not _ADDED_PART.match(name) or not _MONEY.search(story.last):
        return name
    told = _GIVEN.sub("", story.last)
    places = verb_places(told)
    # 中央财政安排扶贫资金 → 扶贫资金
    return told[max((end for _, end in places if end < len(told) - 2), default=0) :] + name


def owned_by_told(story: Discourse, index: int, core: str) -> str:
    """Name a quantity with those whose it is; empty where none of the clauses before tells of them."""
    for rule in _RULES:
        if name := rule(story, index, core):
            return name
    return ""
