"""Plain names: the indicator of a value from the words before it, with what lists and clauses before share given back."""

import re
from collections.abc import Callable

from taizhang.figures.benefits import of_payment
from taizhang.figures.causes import SHORTEST_THING, of_cause
from taizhang.figures.clauses import first_told, hide_enclosed, last_told
from taizhang.figures.coordination import divide, sibling_of
from taizhang.figures.discourse import BRINGING, HELPING, Discourse, in_all
from taizhang.figures.framing import BOUND
from taizhang.figures.heads import of_head
from taizhang.figures.hosts import of_firms
from taizhang.figures.listing import SHORT_PRODUCT, SIZE, carried_by, listed, owned, share_of_whole
from taizhang.figures.owners import owned_by_told
from taizhang.figures.parts import PUT_OUT, of_sibling
from taizhang.figures.products import product_name
from taizhang.figures.settling import COVERING, MOVING
from taizhang.figures.slots import MODIFYING, Slot
from taizhang.figures.topics import DEPENDENTS, LEANING, topic
from taizhang.figures.ways import of_way
from taizhang.figures.wording import (
    QUANTITY,
    WHOLE_VERB,
    is_national,
    leading_verbs,
    only_verbs,
    tidy,
    trim_left,
    trim_right,
    verb_places,
    words,
)
from taizhang.lexicon import places
from taizhang.lexicon.late import late

# A class held against the whole just told of: 电话普及率达到10%，城市则要达到30%.
_CLASSES = frozenset({"城镇", "农村", "城市", "乡村", "东部", "中部", "西部"})
# Parts of the year that a growth is told of one by one: 生产总值增长5%，各季度增速都在4%以上.
_PARTS_OF_YEAR = frozenset({"各季度", "各季", "各月", "各月份", "各年度"})
_TARGET = "的指标"
_TARGET_OF_PLAN = late("[规确]定|计划|达到|完成|超过|主要|控制")
_AT_MOST = late(r"([^，。；]{3,}?)((?:平均)?(?:每[天日年月])?(?:最多|最高|最少|高峰)时)")
_CLASS_THEN = late("(?:城镇|农村|城市|乡村|[东中西]部)则")
_TRADE = re.compile(r"([^，、进]{1,8})(?:进?出口(?:总额|总值|额)?|综合产值)$")
_MADE = late(r"([^，、]{2,12})(?:产量|销量|产销量)$")
_HEDGES = re.compile(r"(?:基本|全部|已|先|新|再|实际)+")
_ADDED_IN_YEARS = re.compile(r"年(?:来|间)?新增(?:了|近|超过?|约)*$")
# What was done to things one by one: 重点事项新推出9项.
_ANEW = re.compile(f"(?:{words('anew')})$")
_SET_APART = re.compile(r"[，；]?其中，?(?:主要)?用于")
_MONEY = ("国债", "债券", "资金", "贷款", "投资")
# What is told of a product after how much of it was made: 渔船年产量9万艘，产销量居全国第一.
_MADE_AND_SOLD = late("(.{2,}?)(?:年|总)?产量")
_SALES = ("产销量", "产量", "销量", "销售量", "出口量", "保有量", "市场占有率")
# Some of the places of which a quantity was told.
_SOME_PLACES = ("的地方", "的地区", "的省份", "的城市", "的县")
_NET = ("净增", "净增加", "净减", "净减少")
_CAPACITY = re.compile(r"(?:能力|里程|容量)$")
_OUTPUT = re.compile(r"(?:的?(?:年平均|平均年|年|总)?产量)$")
_CLASS_BEHIND = re.compile(r"([^，、]{3,})(城镇|农村|城市|乡村)")
_HARVEST = re.compile("(?<=.)(?<!可以)(?<!每年)(?<!预计)[增减]产$")
# What is left of a comparison whose year was taken out: 粮食总产量仍比[上年]增产.
_THAN_BEFORE = re.compile(r"(?:仍然?|又|还)?[比较]$")
_BECAUSE = re.compile(r"(?<=.)(?:因(?!素)为?|由于|受)[^，]{2,}$")
_FROM = frozenset({"由", "从", "将由", "将从", "已由"})
_BUDGET = re.compile(r"国家(?:预算|决算)(?!相?比|数)")
# What is left of both sides of a budget: 国家财政收入90亿元，支出95亿元，赤字5亿元.
_BALANCE = re.compile(r"赤字|结余|支出?大于收入?|收入?大于支出?")
_BALANCE_OF = late(r"(进出口|外贸|对外贸易|贸易)[逆顺]差")
_SPENT = ("支出", "支出规模", "支出总额")
_BUDGETED = late(r"(.{2,10}(?:财政|预算))(?:总?支出|总?收入)")
_BUDGET_LINE = re.compile(
    r"(?:结转)?(?:收入|支出)(?:总数|总额|总计|合计)?|(?:年终)?结余|支出?大于收入?|收入?大于支出?"
)
_FOR_WHOM = re.compile(r"(?:为|给|向|在|对|(?:^|[，。；])在[^，。；]{2,40}等)(?:超过|超|近|约)?$")
# What is done each year to a quantity told before: 装机容量达到9万千瓦，平均每年新增1万千瓦.
_YEARLY_DEED = re.compile(r"(?:平均每年|每年|年均)([^，、]{2,4})")
# How many there are each day of what was told: 新登记企业增长两成，平均每天1.2万户.
_EACH_DAY = re.compile(r"(?:平均)?每[天日]|日均|平均每个?月|月均")
_FOR_EACH_ALONE = frozenset(f"每{many}人{ends}" for many in "百千万" for ends in ("", "口", "口拥有", "拥有"))
# … or of new ones of it: 新登记企业增长两成，平均每天新增1.2万户.
_NEW_EACH_DAY = late(r"((?:平均)?每[天日]|日均)(新增|新设立?|新登记|新注册|新开办)")
_GIVEN = re.compile(r"给予|予以")
# People for whom money is got or paid tell what money it is.
_PAID_FOR = late(r"(?<![作行成])为(?:超过|超|近|约)?$")
_HEADS = ("名", "人", "户")
_TRIAL = "试点"
# How many of them are begun with says nothing of what they are: 首批建设90个.
_LOT = "首批"
_EACH_YEAR = re.compile(r"(?:(?:平均)?每年|年均)[须需要应可]?(?:增产|增收|增支|减收|增加|增长|减少)")
_HAD_BY_EACH = re.compile(r"(?:全国)?(?:人均|平均每人|每人平均)(?:每年)?(?:占有|拥有|消费)")
_EMITTED = re.compile(r"(?:排放总?量|排放|年?均?浓度)$")
_POLLUTANT = re.compile(words("pollutants"))
_TO_WORLD = ("对世界", "对全球")
_AGAINST = re.compile("(?:分别)?[比较]")
_EACH = "人均"
_LOSS = "直接经济损失"
_DISASTER = late(r"[^，的发生]{2,8}(?:灾害|地震|台风|洪水|旱灾)$")
_BEFELL = late(r".*(?:遭受|遭遇|遇到|发生)了?(?:严重|特大|重大|历史罕见)*的?")
_WITHOUT = late(
    r"(?!扣除(?:标准|项目|政策|比例|办法|额))(?:扣除|剔除|不含|除去)(?:[^，、的]{2,20}|[^，、]{2,20}(?:以?后|之外|外))"
)
_LEFT_OUT = ("扣除", "剔除", "不含", "除去")
_SIZE_ALONE = late(rf"[，；]?(?:其中)?({SIZE.pattern})的(?:有)?")
# To whom the deed of the next clause is done: 对亏损企业，要关停300个.
_TOWARD = re.compile(r"\s*(?:必须|应当|要)?对([^，、\d]{2,30})")
# What each hundred homes have, for things of the next clauses too: 每百户城镇居民拥有缝纫机9台，照相机8台.
_EACH_HOME = re.compile(
    r"(?:平均)?(?:城镇|农村|城市)?(?:居民)?每[千万百十0-9]+户(?:城镇|农村)?(?:居民家庭|农民家庭|居民|家庭|农民|农户)?拥有"
)
# What is a part of an income, not of what has it: 财政收入增长9%，其中税收增长7%.
_PART_OF_INCOME = ("税收",)
_PAPERS = ("建议", "提案", "议案")
# … and what is done with them: 办理代表建议和委员提案.
_DEALT_WITH = late(r"(?:办理|办复|答复|承办)了?([^，。；\d]{2,}(?:建议|提案|议案))$")
_AMONG = re.compile(r"[^，在]{2,14}中")
_TOLD_OF_EACH = re.compile(
    r"([^，、]{2,20}?)(?:[提升降增][高至到加]+|上调到|调整为|达到?|超过?|为|由|从)+(每(?:[万千百十]人(?:口)?|[0-9]*(?:公斤|斤|吨|平方米)))"
)
# What something brought about, without its object: 直接结算惠及9万人次、减少垫付3亿元.
_BROUGHT = re.compile(r"(?<=...)(?:惠及|带动|服务)$")
# Of which branch a rate is told: 制造业增值税税率下调2个百分点，建筑等行业下调1个百分点.
_OF_BRANCH = late(r"[^，、业]{1,10}(?:行业|业)([^，、业]{2,12})")
# … and of it more is told: 泊位新增9个、吞吐能力8万吨.
_MORE_OF_IT = re.compile(r"[、和](?!累计|总|达)")
# Things one by one: of them 新增 stands first (示范企业新增9家 → 新增示范企业), of a quantity behind it.
_THINGS = frozenset({*"个家件项所座户处套", "台（套）"})
# What became of a work is all that is told of it before 、: 砚北铁路全线贯通、砚江机场旅客吞吐量超过900万人次.
_COMPLETED = re.compile(r"(?:贯通|通车|开工|竣工|投产|投用|投运|建成|启用|通航|并网|封顶)$")
# The games in whose table a rank was reached: 在全省运动会上夺得4枚金牌，名列金牌榜第三.
_TABLE = re.compile(r"(?:金牌|奖牌|总分|团体总分)+榜")
_GAMES = late(r"在([^，。；、在]{1,16}[运奥]会|[^，。；、在]{1,16}运动会)上")
_PUPILS = ("生", "学员")
_JOBLESS = ("待业率", "失业率", "登记失业率", "调查失业率")
# Who takes pupils in: 高等学校招收本科生9万人，研究生1万人.
_ENROLS = late(r"[^，。；、的]{0,10}?(?:招收|招生|培养|录取)(?=..)")
# What a deed spares those for whom it was done.
_SPARING = ("减少", "节约", "节省")
# Where people work, and those of whom it is told.
_WORKING_AWAY = late(
    r"(?:到)?(?:[省市县区国境][内外]|跨[省市县区]|就地就近|就近就地|返乡)(?:务工|就业|转移就业|创业|就业创业)"
)
_FOUND_WORK = late(
    r"([^，。；、]{0,8}(?:劳动力|农民工|农牧民|人口|劳动者))(?:[省市县区国境][内外]|跨[省市县区])?(?:转移就业|就业|外出务工|务工|劳务输出)"
)
# A deed whose verb also links a subject to its value: 突破关键技术.
_BREAKING = "突破"
# Those helped, and what each of them gets.
_EACH_HELPED = re.compile(r"每[人户名生][每年月]*(?:补助|补贴|救助|奖励|资助)")
_HELPED = late(r"[为对向给]([^，、]{2,16}?)(?:免费)?(?:提供|给予|实施)([^，、]{2,8})")
# An amount that is set: 标准由800元提高到900元.
_FROM_OR_TO = re.compile(r"[由从至到为]|每[人月年]")
_STANDARDS = ("标准", "养老金", "工资", "补贴", "津贴")
# Longest item of a list that takes over a verb or a head from the item before.
_SHORT_ITEM = 8
# How many names back both directions of trade are looked for.
_NEAR = 8


def plain_name(story: Discourse, index: int) -> str:
    """Name a value by the words before it: the first rule that knows more than they say, else the words."""
    slot = story.slots[index]
    if slot.core.endswith(_EACH) and LEANING.fullmatch(slot.core.removesuffix(_EACH)):
        slot.core = _EACH + slot.core.removesuffix(_EACH)  # 补助标准人均提高到…
    if slot.core.endswith(_TARGET) and not _TARGET_OF_PLAN.search(slot.core):
        slot.core = slot.core.removesuffix(_TARGET)  # 粮食的指标为九百亿斤
    if slot.core.startswith("已") and slot.core[1:] in DEPENDENTS:
        slot.core = slot.core[1:]  # 已完成投资
    core = _class_first(_of_harvest(slot) or _at_most(_deed(story, index)))
    added = slot.value.unit in _THINGS and _ANEW.search(slot.core) is not None
    added = added and not _MORE_OF_IT.match(story.sentence, slot.value.tail)
    core = _added_first(core) if added or _ADDED_IN_YEARS.search(slot.left) else core
    for rule in _RULES:
        if name := rule(story, index, core):
            return name
    return each_first(core)


def _at_most(core: str) -> str:
    """Put when there were most of them before those counted: 民工每天最多时 → 每天最多时民工."""
    told = _AT_MOST.fullmatch(core) if core.endswith("时") else None
    return told[2] + told[1] if told else core


def _class_first(core: str) -> str:
    """Put the class that a quantity is told of before it: 恩格尔系数城镇 → 城镇恩格尔系数."""
    told = _CLASS_BEHIND.fullmatch(core) if core.endswith(("镇", "村", "市")) else None
    return told[2] + told[1] if told and QUANTITY.search(told[1]) else core


def _added_first(core: str) -> str:
    """Put 新增 before the things that years told part it from: 高速公路五年新增 → 新增高速公路."""
    anew = _ANEW.search(core)
    things = core[: anew.start()] if anew and not _YEARLY_DEED.fullmatch(core) else core
    things = things.removesuffix("数量") if things != core else things
    deeds = [things[start:end] for start, end in verb_places(things)]
    done = QUANTITY.search(things) or not MODIFYING.issuperset(deeds)
    done = done or (anew is not None and anew[0] != "新增" and things.endswith("”"))
    return anew[0] + things if anew and 2 < len(things) < len(core) and not done else core


def each_first(core: str) -> str:
    """Put before a quantity of what it is told: 医师达到每万人口2名 → 每万人口医师, 收购价提高到每50公斤 → 收购价每50公斤."""
    told = _TOLD_OF_EACH.fullmatch(core) if "每" in core else None
    if not told:
        return core
    return told[2] + told[1] if told[2].endswith(("人", "人口")) else told[1] + told[2]


def _deed(story: Discourse, index: int) -> str:
    """Give the words before a value without what is told before its own verb.

    That is whom the deed was for (为29个省份保供煤炭35亿吨), or another deed (优化支出结构、清收资金515亿元).
    """
    slot, before = story.slots[index], story.before(index)
    core = slot.core
    verbs = verb_places(core)
    if before is not None and before.clause == slot.clause and _FOR_WHOM.search(before.left):
        if (
            slot.value.unit.endswith("元")
            and before.value.bare_unit in _HEADS
            and _PAID_FOR.search(before.left)
        ):
            return "为" + core  # 为6万名农民工追回欠薪7亿元
        given = _GIVEN.search(core)  # 对9家企业给予补贴3万元
        return core[given.start() :] if given else core[verbs[0][0] :] if verbs else core
    cut = hide_enclosed(core).rfind("、")
    if cut > 0 and core[cut + 1 :] in DEPENDENTS:
        subject = topic(core[:cut], story.area)
        return owned(subject, core[cut + 1 :]) if 1 < len(subject) < cut else core
    if cut > 0 and _COMPLETED.search(core, 0, cut) and QUANTITY.search(core):
        return core[cut + 1 :]
    if cut > 0 and leading_verbs(core[cut + 1 :]):
        earlier = [end for _, end in verbs if end <= cut]
        if earlier and cut - earlier[-1] >= SHORTEST_THING and len(verbs) > len(earlier):
            return core[cut + 1 :]
    return core


def _of_harvest(slot: Slot) -> str:
    """Name what grows more or less (粮食仍然增产一成) by its output; empty for anything else."""
    grows = _HARVEST.search(slot.core) if slot.value.measure in MOVING else None
    if not grows:
        return ""
    thing = _BECAUSE.sub("", _THAN_BEFORE.sub("", trim_right(slot.core[: grows.start()])))
    return thing if thing.endswith("产量") else thing + "产量"


def _of_divided(story: Discourse, index: int, core: str) -> str:
    """Name a part of the money that the sentences before divide (投资是这样分配的：工业部门为248亿元)."""
    slot, whole = story.slots[index], story.carried.whole
    divided = whole and not index and slot.value.unit.endswith("元") and slot.value.measure == "level"
    return core + whole if divided and QUANTITY.search(whole) and not QUANTITY.search(core) else ""


def _of_budget(story: Discourse, index: int, core: str) -> str:
    """Name what a budget or its closing account sets alone: 国家预算规定，本年收入共为297亿元."""
    start = story.slots[index].value.start
    told = last_told(_BUDGET, story.sentence, start) if _BUDGET_LINE.fullmatch(core) else None
    return told[0] + core if told else ""


def _of_remainder(story: Discourse, index: int, core: str) -> str:
    """Complete what is told without a part of it: 投资增长3%，扣除房地产开发投资后增长8%."""
    return core + story.carry(index) if core.startswith(_LEFT_OUT) and _WITHOUT.fullmatch(core) else ""


def _of_like(story: Discourse, index: int, core: str) -> str:
    """Complete a branch or an edition by the name before, which has the same of another: 建筑等行业, 自贸区版."""
    value = story.slots[index].value
    if value.measure == "change" and value.unit.endswith("点") and core.endswith("行业"):
        branch = _OF_BRANCH.fullmatch(story.last)
        return core + branch[1] if branch and QUANTITY.search(branch[1]) else ""
    edition = core.endswith("版") and len(core) <= _SHORT_ITEM and "全国版" in story.last
    return story.last.replace("全国版", core) if edition else ""


def _of_kind(story: Discourse, index: int, core: str) -> str:
    """Give some of a kind the amount that others of it were told to have: 集中供养孤儿保障标准…，散居孤儿由….

    What each of those gets who were helped is told of that help: 为残疾儿童提供康复救助，每人每年补助2万元.
    """
    slot, last = story.slots[index], story.last
    if not slot.value.unit.endswith("元") or not last:
        return ""
    if _EACH_HELPED.fullmatch(core):
        helped = _HELPED.fullmatch(last)
        return helped[1] + helped[2] + core if helped else ""
    set_anew = last.endswith(_STANDARDS) and _FROM_OR_TO.search(slot.ending)
    kind = hide_enclosed(core)[-2:] if set_anew and not verb_places(core) else ""
    place = last.find(kind) if kind and not QUANTITY.search(core) else 0
    return core + last[place + len(kind) :] if place > 0 else ""


def _of_workers(story: Discourse, index: int, core: str) -> str:
    """Say who works where, of those told to have found work: 农村劳动力转移就业9万人，其中省外务工4万人."""
    slot = story.slots[index]
    away = (slot.joint or slot.left.lstrip("，、").startswith("其中")) and _WORKING_AWAY.fullmatch(core)
    told = _FOUND_WORK.fullmatch(story.last) if away else None
    return told[1] + core if told else ""


def _of_last(story: Discourse, index: int, core: str) -> str:
    """Complete words by the name before: 覆盖…, 支出 after 收入, 出口 after 货物进出口, 农村 after 城镇居民收入.

    A short name told again after what it is compared with is the one before (…赤字2450亿元，比去年预算赤字减少500亿元).
    """
    slot = story.slots[index]
    if slot.value.measure in MOVING and len(core) <= SHORT_PRODUCT and _AGAINST.match(slot.left):
        return story.last if story.last.endswith((core, core + "预算")) else ""
    before = story.before(index)
    rated = before is not None and before.clause == slot.clause and slot.left.startswith("的")
    if rated and slot.value.unit == "%" and story.last.endswith(core):
        return story.last  # 将造船业16%的税率降至13%
    if core in _SPENT and story.last.endswith("的" + core):
        return story.last  # 财政用于低保的支出增加到9亿元，五年共支出30亿元
    if story.names and COVERING.match(core):
        return core + story.last
    if core in _CLASSES and _CLASS_THEN.search(slot.left) and len(story.last) > 1:
        return core + story.last
    if core in _PARTS_OF_YEAR and slot.value.measure in MOVING and len(story.last) > 1:
        return core + story.last
    if core in _CLASSES and slot.clause and (index == 0 or story.slots[index - 1].clause < slot.clause - 1):
        spoken = topic(story.said(slot.clause - 1), story.area)
        if QUANTITY.search(spoken):
            return core + spoken  # 食品支出的比重，城镇为…，农村为…
    if core in _JOBLESS and story.last.startswith("城镇"):
        return "城镇" + core  # 城镇安排就业9万人，待业率不超过3%
    if core == "收入比" and story.last.startswith("农村"):
        return "城乡居民收入比"
    if core == "赤字" and story.last.endswith(("财政收入", "财政支出")):
        return story.last[:-2] + core
    traded = _traded(story) or _balanced(story, index) if core in ("顺差", "逆差") else ""
    if traded:
        return traded + core
    told = story.parts.get(story.last, story.last)  # 财政收入90亿元，完成预算的101%，支出…
    balance = _BALANCE.fullmatch(core) and _BUDGETED.fullmatch(told)
    if balance:
        return balance[1] + core
    if core in _SPENT and told.endswith(core) and len(told) > len(core) + 1:
        return told
    if core in _SPENT and told.endswith("收入"):
        return told.removesuffix("收入") + core
    carried = carried_by(core, story.last)
    if carried:
        story.owners[index] = carried.removesuffix(core)
        return carried
    trade = _TRADE.match(story.last) or _MADE.match(story.last) if core in ("出口", "进口") else None
    return trade[1] + core if trade else sibling_of(core, story.last)


def _of_games(story: Discourse, index: int, core: str) -> str:
    """Give a table of medals the games of which it is told."""
    start = story.slots[index].value.start
    games = first_told(_GAMES, story.sentence, start) if _TABLE.fullmatch(core) else None
    return games[1] + core if games else ""


def _of_size(story: Discourse, index: int, _core: str) -> str:
    """Name works or bodies of another size after a comma: 亿元以上的企业16家，十亿元以上的3家."""
    left = story.slots[index].left
    size = _SIZE_ALONE.fullmatch(left) if "元以上" in left else None
    told = SIZE.search(story.last) if size else None
    return story.last[: told.start()] + size[1] + story.last[told.end() :] if size and told else ""


def _traded(story: Discourse) -> str:
    """Give both directions of trade where the last names tell of them (出口90亿元，进口60亿元，顺差30亿元)."""
    names = list(dict.fromkeys(names[-1] for names in story.names[-_NEAR:]))[-2:]
    both = {name[-2:] for name in names} == {"出口", "进口"}
    return f"{names[0][:-2]}进出口" if both and names[0][:-2] == names[1][:-2] else ""


def _balanced(story: Discourse, index: int) -> str:
    """Give the trade whose balance the clause before told otherwise: 扭转了外贸逆差的局面，实现顺差9亿美元."""
    clause = story.slots[index].clause
    told = _BALANCE_OF.search(story.said(clause - 1)) if clause else None
    return told[1] if told else ""


def _of_carried(story: Discourse, index: int, core: str) -> str:
    """Complete words that say what the subject carried over does: 每年增产, 占…份额, 对…贡献率."""
    share = core.startswith(("占", "用于")) and core.endswith(("份额", "比重", "比例"))
    lent = core.startswith("对") and core.endswith("贡献率")
    ratio = core.startswith("与") and core.endswith(("之比", "比率", "比值", "比例"))
    if core in _FOR_EACH_ALONE and story.names:
        return core.removesuffix("拥有") + story.last  # 专利拥有量9万件，每万人口11件
    new_daily = _NEW_EACH_DAY.fullmatch(core) if "新" in core and story.names else None
    if new_daily:
        told = story.last
        return new_daily[1] + (told if told.startswith("新") else new_daily[2] + in_all(told))
    each_day = _EACH_DAY.fullmatch(core) is not None and story.slots[index].value.measure == "level"
    if not (share or lent or ratio or each_day or _EACH_YEAR.fullmatch(core)):
        return ""
    if lent and not story.names and is_national(story.area) and core.startswith(_TO_WORLD):
        return core  # the country's own, whatever the sentence before told
    name = story.carry(index)
    if each_day:
        return core + name
    named = (name.partition("占")[0] if lent else name) + core
    if _EACH_YEAR.fullmatch(core):
        story.parts[named] = name  # the quantity itself goes on: 财政收入年均增收9亿元，今年达到90亿元
    return named


def _of_whole(story: Discourse, index: int, core: str) -> str:
    """Complete a use of the whole that the clause before names: 国民收入中，用于积累的部分."""
    slot = story.slots[index]
    used = core.startswith("用于")
    share = used and slot.value.unit == "%" and not is_national(story.area)
    money = PUT_OUT.sub("", story.last) if share and _SET_APART.match(slot.left) else ""
    if money.endswith(_MONEY):
        return money + core  # 发展资金安排9亿元，其中用于基础研究的不少于20%
    among = _AMONG.fullmatch(story.said(slot.clause - 1)) if slot.clause and used else None
    return tidy(trim_left(among[0], story.area)) + core if among else ""


def _of_list(story: Discourse, index: int, core: str) -> str:
    """Complete an item after 、 or 和 by what it shares with the item before."""
    slot = story.slots[index]
    joined = slot.joint and story.names and not _bare_verb(core)
    return listed(slot, story.last) if joined else ""


def _of_owner(story: Discourse, index: int, core: str) -> str:
    """Put a quantity that leans on something (总投资, 参保率) behind it, and what is brought about behind its cause."""
    slot = story.slots[index]
    leans = slot.clause and slot.value.measure != "growth" and LEANING.fullmatch(core)
    if core in _PART_OF_INCOME and slot.left.lstrip("，").startswith("其中") and story.last.endswith("收入"):
        return core
    if told := share_of_whole(core, story.last):
        return told
    if core in DEPENDENTS or leans:
        spared = story.last if core.startswith(_SPARING) else ""
        return owned("、".join(papers_told(story, index, core)) or spared or story.owner(index), core)
    lost = core.removeprefix("因灾") == _LOSS and slot.clause
    disaster = _DISASTER.search(_BEFELL.sub("", story.said(slot.clause - 1))) if lost else None
    if disaster:
        return disaster[0] + _LOSS
    programme = story.programme(index) if HELPING.match(core) else ""
    return programme + core if programme else ""


def papers_told(story: Discourse, index: int, core: str) -> list[str]:
    """Give the bills and proposals told of last that share a rate (代表建议6件、政协提案7件，办结率100%)."""
    papers: list[str] = []
    rated = core.endswith(("率", "办结", "办复", "答复"))
    clause = story.slots[index].clause if rated else 0
    dealt = _DEALT_WITH.search(story.said(clause - 1)) if clause else None
    if dealt:
        return [tidy(paper) for paper in divide(dealt[1], None) if paper.endswith(_PAPERS)]
    for names in reversed(story.names if rated else []):
        name = names[-1]
        if not name.endswith(_PAPERS):
            break
        papers.insert(0, name[max((end for _, end in verb_places(name)), default=0) :])
    return papers


# Works that money told before is for: 安排旧村改造资金9亿元，新开工3万套.
_FUNDED = late(
    r"(?:[^，。；、]{0,6}财政)?+(?:安排|投入|拨付|下达|落实|筹集)?+([^，。；、的]{2,12}?(?:改造|建设|工程|整治|治理|搬迁|住房))"
    r"(?:安排|投入|拨付|下达|落实|筹集|完成)?(?:专项|补助|建设)?(?:资金|投资|补助|支出|经费)"
)


def _work_funded(story: Discourse, index: int) -> str:
    """Give the work that the money told just before is for, or of which another deed was told after it."""
    funded = None if story.slots[index].value.unit.endswith("元") else _FUNDED.fullmatch(story.last)
    work = story.parts.get(story.last, "")
    done = work and story.last.startswith(work) and only_verbs(story.last[len(work) :])
    return funded[1] if funded else work if done else ""


def _bare_verb(core: str) -> bool:
    """Say whether words are but a verb that lacks its object (新开工, 已全部完成了, 在建)."""
    deed = core.removesuffix("了").removeprefix(_LOT)
    hedges = _HEDGES.match(deed)
    bare = only_verbs(deed) or core in ("在建", "拟建") or (hedges and only_verbs(deed[hedges.end() :]))
    return bool(bare) and not WHOLE_VERB.search(core)


def _of_payment(story: Discourse, index: int, core: str) -> str:
    """Name those whom a payment of the clause before reaches: 提高养老金，惠及9万人, 惠及职工9万人."""
    return of_payment(story, index, core[:2], core[2:]) if core.startswith("惠及") else ""


def _of_verb(story: Discourse, index: int, core: str) -> str:
    """Give a verb alone (新开工1000套) the object of the verb before; a change is of that itself (五年净增7亿元)."""
    if core == "培训" and (programme := story.programme(index, drive=True)):
        return programme + core
    if core in _NET and story.slots[index].value.measure == "change":
        return story.carry(index)
    if BRINGING.fullmatch(core) and story.names:
        return (story.work_before(index) or story.last) + core
    yearly = _YEARLY_DEED.fullmatch(core)
    if yearly and only_verbs(yearly[1]) and QUANTITY.search(story.last):
        return story.last + core
    if not _bare_verb(core):
        return ""
    if core.startswith(_LOT):
        core = story.slots[index].core = core.removeprefix(_LOT)
    work = _work_funded(story, index)
    if work:
        story.parts[work + core] = work
        return work + core
    brought = _BROUGHT.search(story.last)
    if brought:
        return story.last[: brought.start()] + core
    clause = story.slots[index].clause
    toward = _TOWARD.fullmatch(story.said(clause - 1)) if clause else None
    if toward:
        return core + tidy(toward[1])
    name = story.with_object(index)
    tried = name.removesuffix(core).removesuffix(_TRIAL)
    return core + tried if tried + _TRIAL + core == name else name  # 开展低碳渔村试点，建设90个


def _of_output(story: Discourse, index: int, core: str) -> str:
    """Name a product by the output that the products before are told of."""
    slot = story.slots[index]
    shared = _OUTPUT.search(story.last) if slot.ending.strip() in _FROM else None
    if shared and len(core) <= _SHORT_ITEM and not QUANTITY.search(core):
        return core + shared[0]
    made = _MADE_AND_SOLD.fullmatch(story.last) if core in _SALES else None
    if made:
        return made[1] + core
    if core in _SALES and slot.clause and not story.names:
        spoken = topic(story.said(slot.clause - 1), story.area)
        if len(spoken) > 1 and not QUANTITY.search(spoken):
            return spoken + core  # 海带质量双升，产销量居全球第1位
    if core in ("生产", "年产", "出产", "日产", "月产"):
        return story.carry(index).removesuffix("产量") + "产量"
    return product_name(story, slot, core) or of_sibling(story, core)


def _of_pollutant(story: Discourse, _index: int, core: str) -> str:
    """Say of a pollutant alone what was told of the one before: 二氧化硫排放量下降3%，氮氧化物下降4%."""
    emitted = _EMITTED.search(story.last) if _POLLUTANT.fullmatch(core) else None
    return core + emitted[0] if emitted else ""


def _of_place(story: Discourse, index: int, core: str) -> str:
    """Give a place alone the quantity that the places before have."""
    before = story.before(index)
    some = (
        before is not None
        and core.endswith(_SOME_PLACES)
        and story.slots[index].left.lstrip("，；").startswith("其中")
    )
    if some and before is not None and before.value.bare_unit == story.slots[index].value.bare_unit:
        return core + story.last  # 登记时间压缩到9天，其中有条件的地方压缩到4天
    alone = core.endswith(("省", "市", "自治区")) and places.find(core)
    return core + story.of_place(index) if alone else ""


def _of_follower(story: Discourse, index: int, core: str) -> str:
    """Give a bare item of the next clause the verb of the bare item before."""
    if BOUND.sub("", story.slots[index].ending).strip() or verb_places(core) or core.endswith("就业"):
        return ""
    if core.startswith(_BREAKING):
        return ""
    if len(core) <= _SHORT_ITEM and _follows(story, index, same_unit=True):
        had = _HAD_BY_EACH.match(story.last) or _EACH_HOME.match(story.last)
        had = had or (_ENROLS.match(story.last) if core.endswith(_PUPILS) else None)
        deed = had[0] if had else leading_verbs(story.last)
        return core if WHOLE_VERB.search(deed) else deed + core
    if _CAPACITY.search(core) and _follows(story, index, same_unit=False):
        return ("新增" if leading_verbs(story.last) == "新增" else "") + core
    return ""


# In this order: a rule is asked only where those before it know nothing.
_RULES: tuple[Callable[[Discourse, int, str], str], ...] = (
    _of_remainder,
    _of_whole,
    _of_divided,
    _of_budget,
    _of_size,
    _of_like,
    _of_kind,
    _of_workers,
    _of_last,
    _of_carried,
    _of_payment,
    of_cause,
    of_way,
    _of_games,
    of_firms,
    _of_list,
    _of_owner,
    owned_by_told,
    _of_verb,
    _of_pollutant,
    of_head,
    _of_output,
    _of_place,
    _of_follower,
)


def _follows(story: Discourse, index: int, *, same_unit: bool) -> bool:
    """Say whether the value before stands bare in the clause just before."""
    slot, before = story.slots[index], story.before(index)
    if before is None:
        return False
    near = before.clause == slot.clause - 1 and story.clauses[slot.clause].opener in "，,"
    alike = not same_unit or slot.value.unit[-1:] == before.value.unit[-1:]
    return near and alike and not before.right and not BOUND.sub("", before.ending).strip()
