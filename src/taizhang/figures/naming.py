"""Naming: the indicator of one value, from its own words and what the sentence has spoken of."""

import re

from taizhang.figures.aims import aimed_at
from taizhang.figures.benefits import of_payment
from taizhang.figures.bounded import bounded
from taizhang.figures.clauses import first_told
from taizhang.figures.coordination import unfold
from taizhang.figures.discourse import BENEFIT, BRINGING, HELPING, Discourse, described_by_deed
from taizhang.figures.each import of_each
from taizhang.figures.measures import PAST_PLAN
from taizhang.figures.parts import alike, of_counted
from taizhang.figures.plain import papers_told, plain_name
from taizhang.figures.pointers import point
from taizhang.figures.settling import MOVING, WIDENED
from taizhang.figures.shares import (
    done_among,
    parallel_share,
    part_told,
    share_name,
    some_told,
    whole_held,
    with_so_little,
)
from taizhang.figures.slots import BOUNDED_BEHIND, Slot
from taizhang.figures.summed import summed
from taizhang.figures.topics import DEPENDENTS, owner, subject_of, topic
from taizhang.figures.turning import turned
from taizhang.figures.values import GOAL_TOLD, MEETS_GOAL
from taizhang.figures.wording import (
    QUANTITY,
    drop_growth_noun,
    is_national,
    leading_verbs,
    only_verbs,
    tidy,
    trim_left,
    trim_right,
    verb_places,
)
from taizhang.lexicon.late import late

_BENEFICIARY = late(
    r"(?:免费)?[为对向]$|^[为对](?:全[国省市区县]$)?|^已?[同与]?(?:世界|全世界)?上?$|^(?:分?赴|前往|走进)$"
)
_WITH_THEM = re.compile(r"[与同和对向]其中(?:的)?$")
# Things whose number only heads the clause, and some of them in the next: 规定的六十项指标，已有五十项完成.
_ANNOUNCED = late(r"[0-9一二三四五六七八九十百零]([项个条件])([^，、的]{2,10})$")
_SOME = re.compile(r"(?:现|目前)?(?:已经?|共|约|就)*有")
# At what rate something is paid or set aside: 开发基金按销售额的百分之一提取.
_BY_RATE = re.compile(r"(按[^，。；、]{2,14})的(?:约|近)?$")
_LEVIED = late(r"(?:的?比例)?(?:计征|征收|提取|计提|缴纳|交纳|上缴|返还|安排)")
# Of whom the next clause tells what is done for them: 对全国五百个贫困县，国家安排贷款….
_TOWARD = re.compile(r"对(?:全[国省市区县])?")
# Where a quantity has its place: 进出口总额…，在世界贸易中的位次由第15位上升到第11位.
_PLACE_IN = re.compile(r"在(?:[^，。；]{2,12}[中里]|世界|全球|全国|亚洲|全[省市区])的(?:位次|名次|排名|地位)")
_TAKING = re.compile(r"(?:(?:每天|每年)?让|将|把|同|与)$|^(?:用|拿出|花)$")
# The money with which things are supported: 安排专项资金支持533个图书馆.
_FUNDING = re.compile(
    r"^[^，。；、]{0,14}(?:安排|投入|拨付|下达|筹集)[^，。；、]{0,12}(?:资金|国债|投资)(?=支持$)"
)
# Verbs that have others do what follows: 组织2100万城乡劳动者参加职业培训.
_CAUSING = re.compile(r"(?:组织|引导|动员|鼓励|帮助|推动|促进|选择|选定|确定|挑选)$")
_COMPARED = re.compile(
    r"(高于|低于|快于|慢于|高出|超出|高过|优于|好于|超过(?=全[国省市球]|世界))((?:全国|全省|全市|世界|全球|国家考核|(?:经济|GDP)增[速长]|(?:年初|年度|全年)?(?:(?:预期|预定"
    r"|规划)目标(?:值)?|预期)$|城[镇乡]|农村|全部|规模以上|规上|同期|GDP|[^，。；、]{2,10}(?:增[速长幅]|平均(?:水平)?$))[^，]{0,8}?)(?:约|近|超|超过|达)*$"
)
# A goal that a result is held against, and what its growth is called.
_HELD_AGAINST = late(r"[，、]?(?:略|稍|虽然?|明显|大大)*[低高]于(?:了)?$")
# … and how far a goal itself was moved: 新增就业预期目标比上年提高9万人, 就业目标定得比上年高9万人.
_GOAL_MOVED = late(r"((?:预期|增长|年度)?目标)(?:也|都|定得?)*[比较][^，。；、\d]{2,10}$")
_MOVES_OF = ("增长", "涨幅")
# What is not a time but another figure, from which this one differs: 增速比各项贷款平均水平快5个百分点.
_THAN = re.compile(
    r"(?<![占对同])比(?![重例率较值])((?![上去同]|年初(?![的目计预])|原|过|以|前|预算|计划(?!规)|决算|[“0-9一二三四五六七八九十]|改革|解放|战前)[^，、]{2,16}?)"
    r"(?:分别)?(?:(?<!提)高出?|(?<!降)低|(?<!加)快|慢|多出?)(?:了|约|近|超过?)*$"
)
_PACES = ("增速", "增幅", "涨幅")
_PACE_TOLD = late(r"^[，、；]?(?:其)?(增速|增幅|涨幅|降幅|增长幅度|上涨幅度|增长速度)")
# How fast something grows, and how fast a price.
_RATES = {"growth": ("增速", "涨幅"), "avg_growth": ("年均增速", "年均涨幅")}
_PRICES = ("价格", "物价", "物价总水平", "价格指数")
# Those of whom a share has or does something.
_DOING = re.compile(
    r"([^，。；、的]{2,12}?(?:企业|学校|医院|家庭|村|县)|[^，。；、的]{0,12}?(?:城市|断面))中?"
    r"((?:有|没有|设有|建有|开展)[^，。；、的]{2,10}|[^，。；、的]{0,8}(?:达标|超标|合格|不合格|亏损|盈利|短缺))的"
    r"((?:仅|只|还|约|已)*(?:占比|占|比重|比例)?(?:仅|只|约|已)*(?:为|达到?|超过|不到|不足|提高到|提升到|近|约)*)"
)
_FULFILLED = re.compile(
    r"(?:(?:超额)?完成了?|(?:为|是|相当于)(?=年|原|计划|预算))(?:原定|年度?|全年|原|本年|年初|总体)?的?(?:计划|预算|目标任务|任务|目标|指标)数?的?$"
)
_PLANNED = ("计划", "预算", "任务", "目标", "指标", "数", "的")
# Without what a figure is told; but a rise without that of prices is the plain real one.
_ADJUSTED = late(r"[，；、]?((?:扣除|剔除)(?![^，。；]*[价币])[^，。；、]{2,12}因素(?:影响)?后)")
# … with the plan before the verb: 产量比原计划超过百分之四.
_THAN_PLAN = late(
    r"[，、]?比((?:原定|原|年度|全年|国家|规定|的)*(?:计划|预算|任务|指标))(?:还|约|又)?超过(?:了|约|近)?$"
)
# What was set before a result went past it: 退税超过预定的9亿元，实际达到12亿元.
_PAST_SET = re.compile(
    r"(?:超过|高于|低于)了?((?:年初)?(?:预定|原定|预期|预计|计划|(?<=年初)(?:确定|提出|安排|部署|设定)))(?:目标|任务|规模)?的$"
)
# What a quantity is told of each, behind it: 基本养老金…，人均每年增长; 标准提高到人均….
_EACH = "人均"
# Places of which a number for each is told again: 人均耕地1.3亩，有些省份人均不足0.8亩.
_HOLDING_EACH = late(r"(?:省份|省市?|地区|地方|市县|县|城市|农村|国家)人均$")
_BY_EACH = re.compile(r"平均每人(?:达到|达|为|是|增加)?(?:了)?(?:约|近|超过)?$")
_MONTHLY = late(r"(.*?(?:人员|职工|居民|农民|对象)|)(.{2,})月人均")
# Whose, or of which insurance, something is told of each: 退休人员养老金人均, 居民医保补助标准人均.
_OF_PEOPLE = late(
    r"(.*(?:医保|保险|合作医疗))((?:财政|政府)?(?:补助|补贴|缴费|筹资)(?:标准|水平)?)人均"
    r"|(.*?(?:人员|职工|居民|农民|对象|教师|家庭))(?!的|.*(?:医保|保险|合作医疗))(.{2,})人均"
)
_EACH_TOLD = re.compile(r"人均|每人")
_YEARLY = re.compile(r"(?<!每[人生户亩])(?<![到至为])(年均(?!汇率)|平均每年|每年)(增加|增长|新增)?")
# What a yearly growth is told of after how much it comes to: 工资总额平均每年增加9亿元，增长5%.
_YEARLY_LAST = late(r"(?<=..)(?:平均每年|每年|年均)(?:增加|增长|新增)?$")
_BECAME = re.compile(
    r"已?(?:获|荣获|当选|晋升|入选|入围|纳入|列入|被|向全[国省]|在全[国省])|(?:全部|已)?(?:竣工|投产|建成投产|完工|投产见效)$|(?:如期|按期|提前|超额)+(?:完成|实现)[^的]{0,6}$"
)
# What may follow the number of some of the things counted, but is a noun behind other numbers.
_OF_THESE = re.compile(r"，?其中，?(?:已|就|仅|只|约|近|超过|有)*$")
_BECAME_THEN = late(
    r"(?:已经?|均|全部|基本|初步)*(?:严重|没有|未|提前|越过|跨入|跻身|步入|走上|超额|实现|达到|恢复|摆脱|结束|通过|完成|进入|解决|投产|建成|开工|停产)(?=..)"
)
_YEARLY_SOME = re.compile(r"，?(?:平均)?每年(?:约|将|可)*有(?:近|约)?")
_HAD = re.compile(r"^(?:取得|获得|拥有|共有|现有|有)了?")
# What was done to the things counted: 小造纸厂有1040家被关停.
_PASSIVE = re.compile(r"被(.{2,6}?)了?")
# Visits and letters of the leader, who is named at the sentence's head.
_LEADER = re.compile(r"习近平(?:总书记|主席)")
_OF_LEADER = re.compile(
    r"(?:亲临|莅临|来|到|赴|对)?[^，]{0,8}(?:考察|视察|调研|回信|致信|致贺信|贺信|作出重要(?:指示|批示))"
)
# What became of bills and proposals in so great a part: 95%以上按时办结.
_DEALT_WITH = late(r"(?:都|均|全部|已|按时|按期|如期)*(?:办结|办复|答复)")
# What was counted to know a figure: 据二十个县的不完全统计.
_SURVEY = re.compile(
    r"(?!.*(?:实现|接受|进行|开展))(?:根?据)?对?(.{1,20}?)的?(?:初步|不完全|抽样|典型)*(统计|调查|检查|抽查|分析)(?:资料)?"
)
# Tasks that are told only as so many say nothing of what they are: 抓好问题整改，36项任务完成28项.
_TASKS = ("任务", "任务完成", "任务全部完成")
# Works that are only hastened say themselves what is done: 加快3个医疗中心建设 → 医疗中心建设.
_HASTENING = ("加快", "加速", "全力加快", "加快推动")
_UNDER_WAY = late(r"(?:建设|落地|实施|整改|改造|转化|施工)$")
# The goals of a five-year plan, and what is told of some of them.
_GOALS = re.compile(r"主要(?:发展)?(?:指标|目标)")
_SOME_GOALS = ("", "除", "其余")
_SET_BY_PLAN = late(r"规划(?:纲要)?所?(?:确定|提出|设定|设置|明确)的$")
_PLAN = late(r"“[^”，。]{1,3}五”")
_MET = late(
    r"(?:已|均|全部|都|如期|提前|基本|将|预计|可)*(?:[一两三]年)?(?:完成|实现|达到|未达|未完成|没有完成|不及预期)"
)
# A line that is kept (严守18亿亩耕地红线不动摇) is told of by itself.
_KEEPING = late(r"(?:严守|坚守|守住|守牢|守好)$")
_LINE = re.compile(r"[^，。；、]{2,8}?(?:红线|底线)")
# A quantity that was moved; how far is then told of itself (三次提高收购价，提价幅度超过20%).
_MOVED = re.compile(r"(?:连续|适当|再次)*(?:提高|降低|[调上下][高低调])(..+)")
# What is moved from one level to another is the level: 降低所得税税率，由55%减为33%.
_RATE_MOVED = late(r"(?:率|标准|比例|价格|水平)$")
# By how much of it a price is told, which a growth is not told by: 定购价格平均每50公斤提高….
_BY_MEASURE = re.compile(r"(?<=..)(?:平均)?每[0-9一二三四五六七八九十百]*(?:公斤|斤|吨|担|亩)$")
# At what rate help is given that was told before: 为儿童提供康复救助，按每人每年9000元标准补助.
_BY_STANDARD = late(r"按照?((?:每[人户名头项生个][^，。；\d]{0,4})?)$")
_GIVEN = late(r"^[为对向]|提供|给予|发放")
# Marks passed one after the other: 地区生产总值连续跨过4个千亿元台阶.
_STEP = re.compile(r"[百千]?[万亿]+(?:元|级)?(?:新?台阶|大关|关口)")
_PASSING = late(r"(?:连续|接连|先后)?(?:迈上|跨上|跃上|登上|跨越|跨过|迈过|连跨|连上|突破)了?$")
_PLACES = frozenset("省市县区镇乡村")
_FOR_PLACE = late(r"[为对向给][^，。；、]{2,8}$")
# Where those counted are: 北方地区9万户居民用上清洁取暖.
_WHERE = late(
    r"[^，。；、的]{0,6}(?:地区|沿线|沿岸|沿边|东部|中部|西部|中西部|北方|南方|沿江|沿海|城镇|农村|城市|流域)"
)
# What was raised reaches people itself: 基础养老金最低标准提高四成，惠及9万老人.
_BENEFITS = ("标准", "养老金")
# People are brought by no people: 引育人才900名，吸引3万名大学生就业.
_HEADS = ("名", "人")
# What lets people do what is told of them: 饮水工程使9万农民受益, 这项改革让9万农民受益.
_LETTING = ("使", "让", "令")
_POINTING = late(r"(?:这|该|此|上述|以上)[一项个些]*[^，]{0,6}|(?:政策|措施|举措|改革|办法|制度)")
_SHORTEST_THING = 2
# What a part is owed to is told in the clause before: 民营经济…，贡献了七成的税收.
_LENDS = "贡献"


def name_value(story: Discourse, index: int) -> str:
    """Give the indicator of one value of a sentence."""
    point(story, index)
    slot = story.slots[index]
    compared = _COMPARED.search(slot.left) if slot.value.measure in MOVING else None
    if compared:
        return _distance(story, index, compared)
    goal = GOAL_TOLD.match(story.sentence, slot.value.tail)
    against = _HELD_AGAINST.search(slot.left) if goal else None
    if goal and (against or _meets_goal(story, index)):
        own = _HELD_AGAINST.sub("", slot.left) if against else ""
        told = tidy(trim_left(trim_right(own), story.area)) or story.carry(index)
        moves = _MOVES_OF[told.endswith("价格")] if slot.value.measure in MOVING else ""
        return told + moves + goal[1]  # 价格上涨1.5%，低于3%的预期目标
    other = _THAN.search(slot.left) if slot.value.measure == "change" else None
    if other:
        return _against_other(story, index, other)
    aimed = aimed_at(story, index)
    if aimed:
        return aimed
    if slot.value.measure == "rank" and (placed := _placed(story, index)):
        return placed
    if slot.value.measure == "rank" and slot.core in _PACES and story.names:
        return story.last + slot.core  # 货运量9万吨、增幅居全国口岸第3位
    marks = _passing_marks(story, index) or with_so_little(story, index)
    if marks:
        return marks
    told = bounded(story, index) or whole_held(story, index) or of_each(story, index) or summed(story, index)
    if told:
        return told
    if slot.right:
        return part_told(story, index) or some_told(story, index) or _counted_name(story, index)
    said = (
        _who_do(story, index)
        or _against_plan(story, index)
        or parallel_share(story, index)
        or share_name(story, index)
        or of_counted(story, index)
        or done_among(story, index)
    )
    name = said or (plain_name(story, index) if slot.core else _carried(story, index))
    name = _pace_of(story, index, name)
    goal_moved = _GOAL_MOVED.search(slot.left) if slot.value.measure == "change" else None
    if goal_moved and not name.endswith("目标"):
        name += goal_moved[1]
    adjusted = _ADJUSTED.match(slot.left) if "因素" in slot.left else None
    if adjusted:
        name = adjusted[1] + name
    amounts = slot.value.measure in ("level", "change") and slot.value.unit not in ("%", "倍")
    yearly = _YEARLY.search(slot.ending) if amounts and "年" in slot.ending else None
    if not slot.core and _BY_EACH.search(slot.left) and not _EACH_TOLD.search(name):
        owned, of, thing = name.rpartition("的")
        name = f"{owned}平均每人{of}{thing}"
    elif name.endswith(_EACH):
        held = story.last if _HOLDING_EACH.search(name) and story.last.startswith(_EACH) else ""
        name = name.removesuffix(_EACH) + held if held else _of_each(name)
    if not yearly or name.endswith(yearly[0]):
        return name
    behind = slot.core or yearly[2] or slot.value.measure != "level"
    return name + yearly[0] if behind else yearly[0] + name


def _meets_goal(story: Discourse, index: int) -> bool:
    """Say whether a clause holds what was told before against its goal: 新建渔港9座，超额完成8座的年度目标."""
    slot = story.slots[index]
    start = story.clauses[slot.clause].start - 1
    told = story.before(index) is not None and start >= 0
    return told and MEETS_GOAL.fullmatch(story.sentence, start, slot.value.start) is not None


def _placed(story: Discourse, index: int) -> str:
    """Name the place of a quantity among others (总量在世界的位次由第9位升至第7位); empty for other ranks."""
    slot, before = story.slots[index], story.before(index)
    if not slot.left and before is not None and before.clause == slot.clause and before.core == slot.core:
        return story.last  # where it came to, after where it was
    placed = _PLACE_IN.search(slot.left)
    if not placed:
        return ""
    told = tidy(trim_left(slot.left[: placed.start()], story.area))
    subject = told or story.carry(index)
    story.parts[subject + placed[0]] = subject
    return subject + placed[0]


def _pace_of(story: Discourse, index: int, name: str) -> str:
    """Name what moved by points where the value before told how fast a thing grows: 出口增长9%，增幅回落2个百分点."""
    slot, before = story.slots[index], story.before(index)
    moved = slot.value.measure == "change" and slot.value.unit.endswith("百分点") and before is not None
    if not moved or before is None or name != story.last or before.clause < slot.clause - 1:
        return name
    told = _PACE_TOLD.search(slot.left)
    if before.value.measure not in _RATES and not (told and before.value.measure == "level"):
        return name
    pace = told[1] if told else _RATES[before.value.measure][name.endswith(_PRICES)]
    story.parts[name + pace] = name
    return name + pace


def _passing_marks(story: Discourse, index: int) -> str:
    """Name how many marks a quantity passed (地区生产总值连续跨过4个千亿元台阶); empty for other values."""
    slot = story.slots[index]
    step = _STEP.match(story.sentence, slot.value.tail) if slot.value.unit in ("个", "道") else None
    passed = _PASSING.search(slot.left) if step else None
    if not step or not passed:
        return ""
    subject = tidy(trim_left(trim_right(slot.left[: passed.start()]), story.area)) or story.carry(index)
    name = subject + passed[0].removesuffix("了") + step[0]
    story.parts[name] = subject
    return name


def _of_each(name: str) -> str:
    """Put 人均 where it belongs: 基本养老金人均 → 人均基本养老金; 退休人员养老金月人均 → 退休人员月人均养老金."""
    monthly = _MONTHLY.fullmatch(name)
    if monthly:
        return f"{monthly[1]}月{_EACH}{monthly[2]}"
    people = _OF_PEOPLE.fullmatch(name)
    whose, thing = (
        (people[1] or people[3], people[2] or people[4]) if people else ("", name.removesuffix(_EACH))
    )
    return whose + _EACH + thing


def _against_plan(story: Discourse, index: int) -> str:
    """Name how far a plan was fulfilled or passed (完成年度计划, 超过年度计划); empty for other values."""
    slot = story.slots[index]
    past = _PAST_SET.search(slot.left) if slot.value.measure == "level" else None
    than = _THAN_PLAN.search(slot.left) if slot.value.unit == "%" and "超过" in slot.left else None
    found = past or _plan_told(slot) or than
    if not found:
        return ""
    subject = tidy(trim_left(trim_right(slot.left[: found.start()]), story.area)) or story.carry(index)
    name = subject + (
        f"{past[1]}目标" if past else f"超过{than[1]}" if than else tidy(found[0].replace("了", ""))
    )
    story.parts[name] = subject
    return name


def _plan_told(slot: Slot) -> re.Match[str] | None:
    beyond = PAST_PLAN.search(slot.left) if slot.value.measure in MOVING else None
    return beyond or (_FULFILLED.search(slot.left) if slot.left.endswith(_PLANNED) else None)


def each_against_plan(story: Discourse, index: int, names: list[str]) -> list[str]:
    """Say of each of several quantities that its plan was fulfilled or passed (甲、乙分别完成计划的…)."""
    found = _plan_told(story.slots[index])
    plan = tidy(found[0].replace("了", "")) if found else ""
    if not plan or any(not name or name.endswith(plan) for name in names):
        return names
    told = [name + plan for name in names]
    story.parts.update(zip(told, names, strict=True))
    return told


def _who_do(story: Discourse, index: int) -> str:
    """Name those of whom a share does something: 工业企业中有研发活动的仅占四成 → 有研发活动的工业企业占比."""
    slot = story.slots[index]
    if slot.value.unit != "%" or slot.value.measure != "level" or "的" not in slot.left:
        return ""
    told = _DOING.fullmatch(trim_left(slot.left, story.area))
    return f"{told[2]}的{told[1]}" + ("占比" if "占" in told[3] else "") if told else ""


def _carried(story: Discourse, index: int) -> str:
    """Name a value by what the words before tell of; a growth is not told of a growth."""
    name, slot = story.carry(index), story.slots[index]
    if slot.value.measure == "avg_growth":
        name = _YEARLY_LAST.sub("", name)
    if slot.value.measure not in MOVING:
        moved = _MOVED.fullmatch(name) if slot.left.lstrip().startswith(("由", "从")) else None
        return moved[1] if moved and _RATE_MOVED.search(moved[1]) else name
    quantity = _MOVED.match(name)
    name = drop_growth_noun(quantity[1] if quantity and QUANTITY.search(name) else name) or name
    bare = _BY_MEASURE.sub("", name)
    return name if bare == name else trim_right(bare)


def _counted_name(story: Discourse, index: int) -> str:
    """Name a number that stands before the noun that it counts."""
    slot = story.slots[index]
    apart = _of_goals(story, index) or _named_apart(story, index) or _of_standard(story, index)
    if apart:
        return apart
    noun = slot.right if slot.turned or _CAUSING.search(slot.core) else turned(slot.right, story.area)
    if slot.right in _TASKS and not slot.left.strip("，、") and slot.clause:
        slot.core = topic(story.said(slot.clause - 1), story.area)
    if slot.core in _HASTENING and _UNDER_WAY.search(noun):
        slot.core = ""
    like_before = _counted_like_before(story, index, noun)
    if like_before:
        return like_before
    slot.core = _FUNDING.sub("", _TAKING.sub("", slot.core))
    if not slot.core and _OF_LEADER.match(slot.right):
        leader = first_told(_LEADER, story.sentence, slot.value.start)
        slot.core = leader[0] if leader else ""
    if slot.core == _LENDS and slot.described:
        slot.core = _lender(story, index) + slot.core + ("全国的" if slot.left.endswith("全国") else "")
    benefit = BENEFIT.match(slot.right) if not slot.core else None
    if benefit and (len(benefit[2]) == 2 or not benefit[1]):
        paid = of_payment(story, index, benefit[2], benefit[1])
        return paid or story.owner(index) + benefit[2] + benefit[1]
    if BRINGING.fullmatch(slot.core):
        slot.core = _bringer(story, index) + slot.core
    elif HELPING.fullmatch(slot.core):
        slot.core = story.programme(index) + slot.core
    return _before_noun(story, slot, noun)


def _of_standard(story: Discourse, index: int) -> str:
    """Name a number by the standard that it is of, or the line that is kept; empty for others."""
    slot = story.slots[index]
    standard = _BY_STANDARD.search(slot.left) if slot.right.startswith("标准") else None
    if standard:
        whose = _GIVEN.sub("", story.last or story.owner(index))
        return whose + standard[1] + slot.right.removeprefix("标准").removeprefix("给予")
    kept = _LINE.match(slot.right)
    return kept[0] if kept and _KEEPING.search(slot.core) else ""


def _counted_like_before(story: Discourse, index: int, noun: str) -> str:
    """Name what is counted by what was counted just before it; empty where that says nothing of it."""
    slot, before = story.slots[index], story.before(index)
    if before is not None and before.right and not slot.core and slot.joint:
        story.owners[index] = story.owners.get(index - 1, "")
        slot.core = before.core
        return slot.core + noun
    if slot.value.unit == "%" and len(slot.core) <= _SHORTEST_THING and WIDENED.search(slot.ending):
        widened = story.owner(index)
        return (widened if widened.endswith(slot.core) or slot.core == noun else widened + slot.core) + noun
    if before is None:
        return ""
    if slot.core and slot.core == noun:
        return story.last.removesuffix(noun) + noun
    if slot.clause != before.clause:
        return ""
    sized = slot.joint and slot.core != "的" and BOUNDED_BEHIND.search(slot.left)
    if before.right and slot.left.endswith("的") and not sized:
        return before.core.removeprefix("来自") + noun
    among = slot.core.endswith("中") and slot.right and not is_national(story.area)
    return story.last + noun if among else ""  # 20项指标中有18项达到预期


def _bringer(story: Discourse, index: int) -> str:
    """Give what brought so many, told before: 实施供水工程，惠及20万人; empty where they are only told with it."""
    slot, before = story.slots[index], story.before(index)
    alike = before is not None and before.value.bare_unit == slot.value.bare_unit
    if alike and slot.value.bare_unit in _HEADS and leading_verbs(story.last):
        return ""
    work = story.work_before(index)
    if work:
        return work
    grown = before is not None and before.value.measure in ("growth", "avg_growth")
    grown = grown and not story.last.endswith(_BENEFITS)
    again = grown and index > 1 and story.names[-1] == story.names[-2]  # 开行4列、增长七成，通达9国
    return "" if grown and not again else story.owner(index)


def _before_noun(story: Discourse, slot: Slot, noun: str) -> str:
    """Put what is told before a number before the noun that it counts."""
    alone = slot.clause + 1 < len(story.clauses) and story.said(slot.clause).endswith(slot.right)
    alone = alone and not verb_places(slot.right)
    served = slot.value.unit.endswith(("人", "人次")) and leading_verbs(noun)  # 为9万人次提供指导
    if noun != slot.right or served or (alone and _TOWARD.fullmatch(slot.core)):
        slot.core = _BENEFICIARY.sub("", slot.core)
    if noun != slot.right and _WHERE.fullmatch(slot.core) and not _FOR_PLACE.search(slot.left):
        doers = noun.find(f"的{slot.right[:2]}")
        if doers > 0:
            return noun[: doers + 1] + slot.core + noun[doers + 1 :]  # 住在棚户区的城镇困难群众
    if noun != slot.right:
        means = slot.core[:-1] if slot.core.endswith(_LETTING) else slot.core
        slot.core = "" if _POINTING.fullmatch(means) else means
    again = slot.core[-1:] == noun[:1] and noun[:1] in _PLACES
    return slot.core + noun[again:]  # 示范县已有31个县实现目标


def _named_apart(story: Discourse, index: int) -> str:
    """Name a number whose noun alone does not say what was counted: what became of some, what a rate is of."""
    slot = story.slots[index]
    rated = _BY_RATE.search(slot.left) if slot.value.unit == "%" else None
    if rated and _LEVIED.fullmatch(slot.right):
        return tidy(trim_left(slot.left[: rated.start()], story.area)) + rated[1] + slot.right
    became = _became(story, index) or _with_these(story, index)
    if became:
        return became
    announced = _of_announced(story, index)
    if announced:
        return announced
    done = _PASSIVE.fullmatch(slot.right) if slot.core and slot.value.unit != "%" else None
    if done and only_verbs(done[1]) and not verb_places(slot.core):
        return done[1] + slot.core
    dealt = _DEALT_WITH.fullmatch(slot.right) if slot.value.unit == "%" and not slot.core else None
    papers = papers_told(story, index, slot.right) if dealt else []
    if papers:
        return "、".join(papers) + slot.right
    source = _SURVEY.fullmatch(slot.core + slot.right)
    if source:
        return (source[2] if source[2].endswith("查") and "据对" in source[0] else "") + source[1]
    return ""


def _of_goals(story: Discourse, index: int) -> str:
    """Name the goals of a five-year plan, or those of them of which something is told; empty for other things.

    “灯塔五”规划收官。规划确定的20项主要指标，18项完成 gives the plan's goals, then 主要指标完成.
    """
    slot, before = story.slots[index], story.before(index)
    if _GOALS.match(slot.right) and _SET_BY_PLAN.search(slot.left):
        plan = first_told(_PLAN, slot.left, len(slot.left))
        said = (_PLAN.search(opening) for opening in reversed(story.carried.openings))
        plan = plan or next((found for found in said if found), None)
        return f"{plan[0]}规划{slot.right}" if plan else ""
    goals = _GOALS.search(story.last) if slot.core in _SOME_GOALS else None
    if before is None or not goals or slot.value.unit != before.value.unit or is_national(story.area):
        return ""
    except_for = slot.left.endswith("除") and slot.right.endswith("外")
    if not except_for and not _MET.match(slot.right):
        return ""
    whole = story.last[: story.last.find(goals[0]) + len(goals[0])]
    story.owners[index] = whole
    return slot.right.removesuffix("外") + goals[0] if except_for else whole + slot.right


def _lender(story: Discourse, index: int) -> str:
    """Give what a part is owed to: 民营经济增加值占比超过六成，贡献了七成的税收 → 民营经济."""
    name = story.carry(index)
    while (held := owner(name)) != name:
        name = held
    return name


def _became(story: Discourse, index: int) -> str:
    """Name the part of the things counted before of which something is told (其中82项获国家认可)."""
    slot, before = story.slots[index], story.before(index)
    within = slot.clause and story.said(slot.clause - 1).endswith("中") and _SOME.fullmatch(slot.left.strip())
    of_these = within or _OF_THESE.match(slot.left) or _YEARLY_SOME.fullmatch(slot.left)
    told = _BECAME.match(slot.right) or (of_these and _BECAME_THEN.match(slot.right))
    if slot.core or before is None or not told or not alike(slot.value.bare_unit, before.value.bare_unit):
        return ""
    if "的" in slot.right and slot.joint:
        return ""  # a thing of its own: 10家在全国有影响力的企业
    chained = _BECAME.match(before.right)
    things = story.owners.get(index - 1, "") if chained else ""
    if chained and not things:
        return ""
    mine = story.owners.get(index - 1, "") if of_these else ""
    if mine and story.last.endswith(f"的{mine}"):
        things = mine
    if not things:
        noun = before.right or story.last
        things = story.last.rpartition("的")[2]
        headed = not before.right and described_by_deed(noun)  # 获奖的项目
        if not headed and not before.right.startswith(things):  # else it was turned: 进入服务中心的职工
            things = _HAD.sub("", noun[len(leading_verbs(noun)) :])
    if len(things) < _SHORTEST_THING:
        return ""
    story.owners[index] = things
    return f"{slot.right}的{things}" if is_national(story.area) else things + slot.right


def _with_these(story: Discourse, index: int) -> str:
    """Name those of the things counted before with whom something is done (与其中十个签订了条约)."""
    slot, before = story.slots[index], story.before(index)
    if before is None or not before.right or not _WITH_THEM.search(slot.left) or not is_national(story.area):
        return ""
    if slot.value.bare_unit != before.value.bare_unit:
        return ""
    return f"{slot.right.replace('了', '', 1)}的{subject_of(before.right).partition('的')[0]}"


def _of_announced(story: Discourse, index: int) -> str:
    """Name some of the things that the clause before announces: 六十项指标，有五十项完成 → 完成的指标."""
    slot = story.slots[index]
    having = slot.clause and not slot.core and _SOME.fullmatch(slot.left.strip())
    told = _ANNOUNCED.search(story.said(slot.clause - 1)) if having else None
    if not told or told[1] != slot.value.unit or slot.right.startswith(told[2]):
        return ""
    return f"{slot.right}的{told[2]}" if is_national(story.area) else told[2] + slot.right


def _against_other(story: Discourse, index: int, other: re.Match[str]) -> str:
    """Name how far a figure is from another one: 固定资产投资增速比年初目标."""
    name = tidy(trim_left(trim_right(story.slots[index].left[: other.start()]), story.area))
    if name in _PACES:
        name = story.carry(index) + name
    elif name in DEPENDENTS:
        name = story.owner(index) + name
    return f"{name or story.carry(index)}比{other[1]}"


def against_others(story: Discourse, index: int, size: int) -> list[str]:
    """Name how far each item of a list is from another figure (甲、乙贷款增速比各项贷款分别高…); empty for others."""
    slot = story.slots[index]
    if slot.value.measure != "change":
        return []
    other = _THAN.search(slot.left) if "比" in slot.left else None
    found = other or _COMPARED.search(slot.left)
    told = tidy(trim_left(trim_right(slot.left[: found.start()]), story.area)) if found else ""
    items = unfold(told, size) if told else []
    if not found or len(items) != size:
        return []
    return [item + (f"比{other[1]}" if other else found[0]) for item in items]


def _distance(story: Discourse, index: int, compared: re.Match[str]) -> str:
    """Name a distance from another place's figure: 高于全国0.3个百分点."""
    slot, before = story.slots[index], story.before(index)
    name = tidy(trim_left(trim_right(slot.left[: compared.start()]), story.area))
    told = name
    if name in _PACES:
        told = story.carry(index)
        name = told + name
    elif not name:
        told = name = story.carry(index)
        if before is not None and before.value.measure in ("growth", "avg_growth"):
            name += "增长"
    story.distances[name + compared[0]] = told
    return name + compared[0]
