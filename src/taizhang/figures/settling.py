"""Settling: which of the words around a value name what it measures, and which belong to the value."""

import re
from itertools import pairwise

from taizhang.figures.bodies import DONE_TO, acted_upon, given, with_bodies
from taizhang.figures.clauses import hide_enclosed
from taizhang.figures.contexts import BACKING
from taizhang.figures.counted import counted, shared_end
from taizhang.figures.framing import (
    BOUND,
    cleaned,
    gives_each,
    held,
    put_pay_behind,
    set_by_plan,
    tried_in,
    unframe,
)
from taizhang.figures.slots import MODIFYING, Slot
from taizhang.figures.topics import DEPENDENTS, STANDING, subject_of
from taizhang.figures.turning import turned
from taizhang.figures.wording import (
    QUANTITY,
    closing_verbs,
    drop_growth_noun,
    is_national,
    leading_verbs,
    tidy,
    trim_left,
    trim_right,
    verb_places,
    words,
)
from taizhang.lexicon.late import late

MOVING = ("growth", "avg_growth", "change")
_NO_NOUN = ("growth", "avg_growth", "rank", "multiple")
_GIVING = re.compile(
    r"((?:免费)?(?:(?<![作行成])为|(?<![应面反])对|向|给))(?:不少于|不低于|超过|将近|至少|近|约|超)?$"
)
_PLACE_IN_ORDER = late(
    r"(?:(?:由|从)(?:全国|世界|全球)?第?[0-9一二三四五六七八九十几]+位?"
    r"|位次|(?<!吨)位|提|攀|稳居|位居|居|排名|跃居|列|排|保持|连续.{1,4}年)*"
    r"(?:(?:全国|世界|全球|全省|国内|中国|同类[^，]{0,6}|[东西中]部(?:地区)?){0,2}(?:前列、?|第?))$"
)
_AGENT_ALONE = re.compile(r"^[^，]{0,8}(?:财政|中央|政府|国家|地方)$")
_PAID = late(r"安排|投入|下达|拨付|拨出|拿出")
_STATED = re.compile(r"^(?:《[^》]*》|中央|国务院)?(?:提出|规定|要求|确定)了?(?:“[^”]*”(?:时期|期间))?")
# Bodies and how many were added to them, but not 主体新增, 数量新增.
_ADDED_BODIES = re.compile(
    r"([^，]{2,20}?(?:企业|医院|学校|园区|案例|平台|机构|基地|中心|项目|工厂|车间|公司))(?:数量?|总数)?(新增)"
)
_GREW_TO = re.compile(r"增至|增加[到至]")
# What a rate of growth is the goal of: 提出8%左右的生产总值增长目标.
_GOAL_OF = late(r"的?([^，。；、\d的]{2,12})增长(?:预期)?目标")
# What a figure is made: 将人均收入900元作为新的扶贫标准.
_TAKEN_AS = late(r"(?:（[^）]*）)?作为(?:新的)?([^，。；、]{2,14}(?:标准|目标|底线|起征点|上限|下限))")
# A growth of which nothing is said is the economy's: 从就业看，5%左右的增长可以….
_BARE_GROWTH = re.compile(r"(?:左右|以上|以下)?的(?:经济)?增长(?:速度)?(?=可以|能够?|就|是|才|，)")
# … also as a goal: 提出6%左右的增长目标.
_BARE_GOAL = re.compile(r"(?:左右|以上|以下)?的(?:经济)?增长(?:预期)?目标")
_SETTING_GOAL = late(r"(?:提出|设定|确定|定下|制定|确立|实现|完成|达到|达成)?了?(?:约|近)?")
# What becomes less by a part: 精简五分之一机关人员.
_SHEDDING = late(r"(?:减少|压减|削减|精简|缩减)(?:了|近|约)?$")
_SHED = late(r"的?(?!等)([^，。；、的\d]{4,12})(?=[，。；]|的(?:目标|任务)|$)")
# What is levied by half: 减半征收车辆购置税.
_LEVIED = late(r"(?:征收|缴纳|收取)([^，。；、]{2,16}(?:税|费|金))$")
# The verb before the order in which a rank was reached: 位列奖牌榜第四.
_ORDER_OF = re.compile(r"^(?:位列|位居|名列|列|居)(?=[^，]{1,8}榜$)")
# … and among whom: 经济总量在全国位次由第20位….
_IN_ORDER = re.compile(r"(?<=..)在(?:全国|世界|全球|全省)(?:的?(?:位次|排名|名次))?(?=[由从]?$)")
_MOVED_RANK = re.compile(r"(?:全国|全省)?(?:综合)?排名[由从]$")
# … and among all of what kind, behind the verb: 货运量增幅居全国边境口岸第3位.
_AMONG_ALL = late(
    r"(?:[稳位跃]?居|跻身|进入|迈入|挺进)((?:全国|全省|全市|全球|世界|亚洲|[东中西]部)[^，。；、\d]{2,12})$"
)
_ENTERING = ("跻身", "进入", "迈入", "挺进")
_RANKED = ("增幅", "增速", "实力", "竞争力", "水平", "指数", "得分", "评价", "满意度", "排名")
# In which test a rank was reached: 园区在全国综合考核评价中位列第一.
_IN_TEST = re.compile(r"^(.*?)在?([^在]{2,}(?:测评|考核|评价|评估|评比|调查|排名|排行榜?|榜单|竞赛|监测))中$")
# What is kept above a bound: 守住全市耕地不少于3万亩.
_GUARDED = re.compile(r"^(?:守住|守牢|坚守|严守)(?:全[国省市区])?(?=..)")
_BOUNDED = frozenset({">", ">=", "<", "<="})
_CHANGING = re.compile(r"^(?:再|继续)?(?:增加|减少|提高|降低|削减)(?=[^的]{3})")
_RAISED = re.compile(r"(?:提升|改善|扩大|增加)(?=$|超|近|约|突破)")
_HAVING = re.compile(
    r"(?:已|已经|共|现|仍|尚|还|又|再|也|就|将|要|应|须|必须|都|至少|每天|每年|全国|只|约|近|超过)*"
    r"(?:有|拥有|计有|共有|现有|已有|约有|只有|还有)(?:近|约|超过|将近)?"
)
# What so many of them have not or are in: 职工尚有9万人没有找到工作.
_LACKING = late(r"(?:没有|尚未|还未|未|不能|生活在|处于|处在|需要)(?=..)")
_PRONOUN = re.compile(
    r"转|做|[由从](?:不足|不到|近|约)[一二两三四五六七八九十百千万0-9.]+[^，]{0,2}|[升降]|各地区?|远远?|(?:[0-9一]?[美欧日英][元镑])?兑换?|当[月年]|(?:实际|预计)?(?:执行|预算|决算|完成)(?:结果|数额?)|[一二三四五六七八九十]|(?:把"
    r"|使)?(?:这|那|该|上述|此项|这一|这个|这项)(?:个|一|些)?(?:比例|比重|数字|指标|目标|速度|增长速度)?|后者|一个|[增减][产收]|[少多](?:[支收]|投放|发行|回笼)?"
    r"|略|任务|主?汛期"
)
# What a share alone in its clause is used for: 87%用于支持中西部地区.
_USED = re.compile(
    r"(?:(?:财政|预算)?(?:支出|收入|资金|投资))?(?:将|主要|安排)*(?:用于|投向)[^，。；]{2,}|(?:主要)?(?:分布|集中)[在于][^，。；]{2,}"
)
# … or a share of money: 财政支出七成以上用于渔港.
_USED_PART = late(r"(?:将|主要)?(?:用(?:于|在)|依靠|依赖|投向)[^，。；]{2,}")
_PART_OF_MONEY = re.compile(
    r"[，；]?(?:要|应|须|必须|将)*拿出|(?!.*[占按比])(?:增量|[^，。；、]{2,24}(?:支出|收入|资金|投资|贷款|债券|国债|财力|经费|利润|部分|增量))(?:的|中)?有?(?:近|约|将近|超过)?"
)
# Those that something bears on are counted themselves: 调低税率的商品涉及四千种.
_CONCERNS = ("品涉及", "目涉及")
# What its value's measure says already: 生产总值五年净增35万亿元, 补助标准每月新增30元.
_NET_LAST = re.compile(r"(?<=..)(?:净(?:增加?|减少?)?|(?<=[准金资贴遇月年均])新增)$")
_MUST_HAVE = re.compile(r"(?:要|应|应当|必须|须)有$")
# Of what money a share is spent in a local report, with what it is spent on: 新增财力的七成用于民生.
_MONEY_SPENT = late(
    r"(?:将|把)?([^，。；、占比]{1,20}(?:财力|支出|资金|收入|投资|贷款|增量))的?(?:超过|将近|近|约|超)?"
)
_SPENT_ON = re.compile(
    r"(?:以上|左右)?(?:都|均|主要)?((?:用于|依靠|依赖|来自|来源于)[^，。；、的]{2,12})(?=[，。；、]|$)"
)
# What reaches all of one kind, and so many of another: 电网覆盖所有县城和97%的乡镇.
_COVERS_ALL = late(r"([^，。；]{2,14}覆盖)了?(?:所有|全部)[^，。；]{1,8}[和及与、]")
# What befell the place so often, without what else befell it: 7轮强降雨和秋旱.
_BEFELL = re.compile(
    r"^([^，。；、和]{0,6}(?:强降雨|暴雨|台风|洪水|地震|寒潮)(?:天气)?(?:过程)?)[、和与及].*$"
)
_BEFELL_UNITS = ("轮", "次", "场")
_COMMON_JOINT = re.compile("、|和|及")
_SIZE_BOUNDS = ("以上", "以下", "以内")
# With how little of something else is done: 以不到万分之三的国土面积吸收外资.
_WITH_SO_FEW = late(r"[^，。；][以用](?:不到|不足|仅占|仅|占|约|近)+$")
# Things so few that all of them may be named before their number.
_NAMED_UNITS = frozenset("个家项条座所处类")
_LAST_JOINT = re.compile(r"(?<=.)[和与及][^、]{2,}$")
# What became of a share of the things told before: 其中六成已经完成.
_DONE_BEHIND = late(r"(?:以上|左右)?(?:已经?|均|都|全部)+([^，。；的]{2,10})$")
# A verb that only wishes a quantity to move: 推动人均预期寿命达到80岁.
_PUSHED = re.compile(
    r"^(?:属于|推动|促进|支持(?=[^，的]{2,}率$)|使(?!用)|让(?!利)|[^，、的]{3,16}助力)(?=..)"
)
# What made a quantity move: 商事制度改革使企业开办时间缩短三成; an insurance is whose quantity it is.
_MADE_TO = late(
    r"^(?:([^，、的]{2,12}(?:保险|医保))|[^，、的]{2,16}?)(?:(?<![驱大天出行致])使(?:得|(?!用(?![电水能工气地户药])|[馆命节领]))|(?<![出转礼退谦割])让(?!利|渡))(?=..)"
)
_PLAN_OF = re.compile(r"的?(?:计划|任务|目标|要求)")
# What a multiple is of, behind its bound: 保障标准不低于当地最低标准的1.6倍.
_MEASURED_BY = re.compile(
    r"(?<=..)(?:(?:不[得能]?(?:低于|少于|超过|高于)|提高[到至])[^，。；]{2,20}|(?:(?:已经?|几乎|大约)?是|只及|仅及|[只仅](?:有|为|相当于)(?=世界平均))[^，。；]{2,12}|(?:达到?|是|为|相当于)(?:了)?原来的?|(?:达到|提高到|提升到|升至)(?:全[国省市区]|世界)(?:的?平均|人均)(?:水平|值)?)$"
)
# What is only set by a budget is still the money: 全国财政收入预算6870亿元.
_BUDGETED = ("收入预算", "支出预算", "国防费预算", "事业费预算", "经费预算")
# What made a quantity grow: 以旧换新带动零售额增长21%.
_BY_WHOM = re.compile(r"^[^，、的]{3,16}(?:带动|拉动)(?=..)")
# What moves with 降价 is the price: 药品平均降价五成.
_PRICED = re.compile(r"[降提涨]价")
_GROWTH_GOAL = re.compile(r"增长(?:(?:预期)?目标|预期)")
_ECONOMY = ("", "经济")
# What an average growth tells already: 年均工业增长速度预期目标.
_YEARLY_FIRST = late(r"^(?:年均|年平均|平均每年)的?(?=..)")
_AT_TIME = re.compile(
    r"今明两?$|明后两?$|(?![^，]{3,}(?:最多|高峰)时)[^，]{1,8}时$|[^，的]{0,8}(?:初期|末期|中期|后期|时期|期间)$|(?:[12][0-9]{3}|[一二][一二三四五六七八九〇零]{3})$"
)
_TIME_ENDS = frozenset("明两后时期间〇零一二三四五六七八九0123456789")
# What became of a pace is no thing: 增长9%，比三季度加快0.2个百分点.
_PACE_MOVED = late(
    r"(?<=[增涨降跌][速幅])(?:由[负正]转[正负]、|[比较](?:上年|去年|前[^，。；]{1,3}年|[^，。；]{0,3}季度|[上下]半年)(?:同期)?)?(?:有所|明显|略有)?(?:加快|提速|放缓|减缓)$"
)
_HASTENED = ("加快", "提速", "放缓", "减缓")
# How what was told of is moved: 由75%统一提高到100%.
_ALIKE = "统一"
# In how many respects so much was done: 推出8个方面86项政策.
_RESPECTS = late(r"(?<=..)[\d一二三四五六七八九十]+个?(?:大?方面|领域)(?:共|的)?$")
_RESPECTS_END = ("方面", "领域", "共", "的")
# Things described by how they stand: 跻身全国百强的园区.
_SUCH_THINGS = re.compile(r"的[^的]{2,}$")
# A core that only says how fast what was told of moves: 其中增长较快的, 增加最多的是.
_PACE = re.compile(
    r"(?:增长|增加|提高|上升|下降|减少|发展)(?:得|的)?(?:较|最|更|比较)?(?:快|多|高|大|慢|少|(?<=较)|(?<=最))的?"
)
# What is held against the average of others has its subject in the words before: 不到世界平均水平的三分之一.
_AS_MUCH_AS = ("恢复到", "恢复至", "等于", "相当", "不到", "不及", "不足", "只及", "仅及")
# What grew less than what was told before: 轻工业增长12%，超过重工业每年平均增长10%.
_THAN_OTHER = late(
    r"超过了?(?!计划|规划|预|上年|去年|前|原|目标|同期|历史|规定|全|世界|[^，]*(?:平均|要求|速度|水平|规定|计划|规划))([^，的]{2,12})"
)
# A share saved is said of what is made cheaper: 造价应比原计划至少节约百分之十.
_SAVING = ("节约", "节省")
_BASE_NAME = late(r"比重|比例|比值|比率|比赛|比选|较大|较高|较好|超过.*的")
# What was done to some of the things counted, between their number and its part.
_SOME_DONE = late(
    r"(?<=..)(?:已经?|共|均|目前|现|完成|整改|办结|解决|销号|化解|处置|落实|开工|投产|建成|竣工)+$"
)
_TASK = "任务"
# Words before a number that say which of the things have what is told behind them.
_WHICH = re.compile(r"(?:的|其他|其余|沿线|沿边|沿江|沿海)$")
# Who set things up that something is told of: 国家安排的400个项目建成投产.
_ARRANGED = re.compile(r"(?:国家|国务院|中央|省里?|市里?|计划)(?:安排|确定|批准|规定|下达)的$")
_OF_PLAN = late(r"(“[^”]{2,}”[^，。；的]{0,10}计划)(?:安排|确定|批准|规定|下达)的$")
# In which plan or list the things counted stand: 列入第六个五年计划的67种产品.
_ENTERED = re.compile(r"(?:列入|纳入)[^，。；、]{2,20}的$")
# Verbs that link a subject to its value, but are deeds before a noun: 提高12万教师待遇.
_RAISING = re.compile(r"(?:提高|改善|减轻|稳定)$")
# Sizes told before what has them: 全长13公里的旅游公路.
_SIZES = ("长", "全长", "总长", "总长度", "长度")
# What one work costs, told before it, and what is done with the work.
_COSTS = ("总投资", "总投资额", "投资", "计划总投资", "概算总投资")
_WORK_DONE = late(rf"(?<=..)(?:{words('ends_reached')}|建设)+$")
_DONE_WITH_WORKS = late(r"^(?:加快|加速|推动|推进|抓好|确保|支持|力促)+(?=(?:计划|概算)?(?:总投资额?)$)")
_PLACES = ("全国", "全省", "全市", "全区")
_REACHED_PLACE = re.compile(r"全[国省市区](?<=[大展广伸盖][到至]..)$")
# Among whom a place was reached, before the place: 改善率跃上同类大型城市首位.
_CLIMBED = late(r"(?<=..)(?:跃上|跃居|升至|跻身|位居|位列|稳居|进入)[^，。；、\d]{2,14}$")
_TO_EACH = late(r"(?<=[高加长升降少大达][到至为])年?(人均)$")
# A bill put to the congress keeps the body that it is put to.
_MOVED = re.compile(r"提请[^，。；、]{0,10}?(?:审议|制定|修订|修改)+|向[^，。；、]{2,10}(?:提请审议|提交)")
# Laws and great works named for example before their kind: 制定某某条例等行政法规, 开工某某水库等重大水利工程.
_LAWS = re.compile(
    r"[^，。；]+(?:(?:法|条例|办法|规定|草案|修正案)等(?=法律|行政法规|法规|规章|地方性法规)|等(?=地方性法规)"
    r"|等(?=(?:重大|重点|标志性|骨干)[^，。；等]{0,6}(?:工程|项目)$|(?:一批)?(?:关键|核心|共性|“卡脖子”)+(?:核心)?技术$))"
)
# A device in quotation marks before the deed: “一室一策”支持….
_BY_MEANS = re.compile(r"^“[^”]*”(?=..)")
# … which is not what only names the occasion: 这是成员占总量八成的一次聚会.
_ONE_MORE = late(r"[一两][次个场]")
# A share told before what has it: 占人口百分之九十五以上的人民群众.
_PART_OF = late(r"的([^的是在，。；、]{2,12})|([^的是在属来有，。；、]{2,6})的")
COVERING = re.compile(r"不?(?:包括|计入|含)")
_SPEED = late(r"^[^比较]+(?:增速|增幅|涨幅|降幅|增长率|增长速度)$")
# Examples of those that have so much: 石化、装备等产值过千亿元的集群.
_EXAMPLES = re.compile(
    r"^[^，。；]{2,30}等(?=(?:年?产值|营业收入|营收|销售收入|年接待|投资)(?:过|超|突破|达)[^，。；]{2,12}的)"
)
# Every place is told to have so many: 每个县至少有1所医院 → 每个县有医院.
_EVERY_PLACE = re.compile(r"每一?个?(?:省|市|县|乡|镇|村|社区|街道|设区)")
_COAL_NAMES = ("标准煤", "煤")
_COAL_BEFORE = late(r"^(?:标准)?煤，?(?=(?:降低|下降|减少|提高|增加|上升)[到至为])")
_END_OF_CHANGE = late(r"[，]?(?:[由从][^，。；\d]{0,8}的?|(?:降低|下降|减少|提高|增加|上升)[到至为])")
# What is done in the last of several places: 县镇展开.
_DONE_IN = late(
    r"[^，。；的]{1,8}?((?:全面|相继|陆续)?(?:展开|推开|进行|开展|实施|推行|试行|启动|试点)[^，。；]*)"
)
# … or given to the last of several bodies: 向9个国家和3个国际组织提供药品.
_GIVEN_TO = late(
    r"(?:[^，。；的]{0,6}(?:国家|国际组织|地区|经济体|省份|城市|企业|学校|县))((?:提供|派出|派遣|捐赠|援助|发放|给予|赠送|开放)[^，。；的]{2,})"
)
# Great numbers of people of whom something is said: 八亿农民的积极性.
_WHOLE_PLACE = re.compile(r"(?:全[省市区县州]|[我本][省市区县州])(?:近|超过?|约)?$")
_FOLK = re.compile(r"(?:各族|中国)?(?:农民|人民|同胞|人口|中国人)(?!代表|公社|币|政府|军|群众|工)")
# … not those whose needs are met: 解决二亿农民的饮水安全.
_HELPED = ("解决", "改善")
_FEEDING = re.compile("的(?:吃饭|口粮|饭碗)")
# Those whose strength is called upon are counted themselves: 凝聚9万渔民的智慧和力量.
_ROUSING = late(r"(?:凝聚|汇聚|汇集|集聚|激发|调动|发挥|焕发|依靠|激活)起?(?:近|约|超过)?$")
_STRENGTH_OF = late(
    r"([^，。；、的\d]{2,10})的[^，。；的]{0,8}(?:智慧|力量|活力|干劲|积极性|创造力|创造性|才智|热情|合力)(?=$|[，。；、]|和|与)"
)
_IN_TURN = re.compile(r"(?:先后|相继|连续|已经|已|共|又|再)+")
# Who sets rates goes without saying: 中央银行先后五次降低存贷款利率.
_BANK = re.compile(r"^(?:国家|央行|(?:中国)?人民银行|中央银行)$")
WIDENED = re.compile(r"扩大到|扩大至|扩展到|推广到|延伸到|覆盖到")


def settle(slots: list[Slot], area: str | None) -> None:
    """Set the core, the ending and the counted noun of each slot of a sentence."""
    _lend_places(slots)
    for slot in slots:
        _settle(slot, area)
    for slot, after in pairwise(slots):
        _lend_things(slot, after)
    _share_ends(slots)


def _lend_places(slots: list[Slot]) -> None:
    """Give what is done in several places to each of them: 试点在9个城市和20个县展开."""
    for start, stop in _chains(slots):
        first, last = slots[start], slots[stop - 1]
        said = BOUND.sub("", first.left)
        done = _DONE_IN.fullmatch(last.right) if said.endswith("在") else None
        done = done or (DONE_TO.fullmatch(last.right) if "对" in said[-4:] else None)
        done = done or (_GIVEN_TO.fullmatch(last.right) if said.endswith(("向", "给")) else None)
        if not done or any(slot.left for slot in slots[start + 1 : stop]):
            continue
        for slot in slots[start:stop]:
            slot.left = first.left
            slot.right += "" if slot is last else done[done.re.groups]


def _lend_things(slot: Slot, after: Slot) -> None:
    """Give a quantity told before the things that have it their noun: 抓好总投资8亿元的38个重点项目.

    What was done to some of those counted is none of their noun: 30个问题完成整改20个.

    One told behind them is of those that were said: 对其他14个成员国出口增长8%.
    """
    parted = slot.clause == after.clause and slot.value.bare_unit == after.value.bare_unit
    if parted and not after.right:
        alone = not (slot.right or slot.core) and after.left.startswith(_TASK)
        slot.right = _TASK if alone else _SOME_DONE.sub("", slot.right)
    deed = leading_verbs(slot.core)
    quantity = slot.core[len(deed) :]
    if after.left.strip() == "的" and after.right and not slot.right and quantity in DEPENDENTS:
        slot.core, after.core = after.right + quantity, deed
    held = slot.right and after.core.startswith(slot.right) and len(after.core) > len(slot.right)
    if held and slot.clause == after.clause and _WHICH.search(slot.core) and not deed:
        after.core = slot.core + after.core


def _settle(slot: Slot, area: str | None) -> None:
    if slot.left.startswith(_COAL_NAMES):
        slot.left = _COAL_BEFORE.sub("", slot.left)
    if slot.right and slot.left.endswith(_RESPECTS_END):
        slot.left = _RESPECTS.sub("", slot.left)
    inside = unframe(slot)
    if slot.right:
        _settle_with_noun(slot, area, inside)
    else:
        _take_core(slot, area, inside)


def _settle_with_noun(slot: Slot, area: str | None, inside: str) -> None:
    """Settle a value with words behind it; inside: its bracket."""
    settled = not put_pay_behind(slot) and gives_each(slot)
    if settled or set_by_plan(slot) or _told_behind(slot, area):
        return
    slot.described = slot.right.startswith("的")
    part = _PART_OF.match(slot.right) if _tells_share(slot) else None
    slot.right = _noun_behind(slot, area)
    if slot.right in _COAL_NAMES and ("能" in slot.left or _END_OF_CHANGE.fullmatch(slot.left)):
        # But a measure of energy: 节约能源三千万吨标准煤, 每吨钢的能耗由上年的三吨煤降低到两吨煤.
        slot.right = ""
    whole = _WHOLE_PLACE.search(slot.left) if slot.value.unit.startswith("万") else None
    strength = _STRENGTH_OF.match(slot.right) if "的" in slot.right and _ROUSING.search(slot.left) else None
    if strength:
        slot.right = strength[1]
        return
    folk = _folk(slot, area) if whole or slot.value.unit.startswith("亿") else ""
    backing = BACKING.match(slot.right) if slot.value.unit.endswith("人") and not folk else None
    if backing:
        slot.core, slot.right = "", backing[1]
        return
    if folk:
        slot.right = folk
        return
    if slot.right and (
        cleaned(slot)
        or tried_in(slot, area)
        or acted_upon(slot, area)
        or with_bodies(slot)
        or given(slot)
        or _counts(slot, area)
    ):
        return
    _take_core(slot, area, inside)
    told = slot.core[: slot.core.rfind("占")]
    if part and not (QUANTITY.search(told) or (part[1] and _ONE_MORE.match(part[1]))):
        slot.core = (part[1] or part[2]) + slot.core[slot.core.rfind("占") :]
    raised = _RAISING.search(slot.left) if slot.right and not slot.core else None
    if raised:
        slot.core = raised[0]
    elif slot.right and not held(slot) and slot.core:
        _join_noun(slot, area)


def _told_behind(slot: Slot, area: str | None) -> bool:
    """Settle a value whose subject is told behind it: 8%左右的生产总值增长目标, 减半征收车辆购置税, 财力的七成用于民生."""
    spent = _spent(slot, area)
    if spent:
        slot.core, slot.right = spent, ""
        return True
    grows = slot.value.measure == "growth"
    levied = _LEVIED.match(slot.right) if slot.value.unit == "倍" else None
    told = (
        (_GOAL_OF.match(slot.right) if grows else None)
        or (_TAKEN_AS.match(slot.right) if "作为" in slot.right else None)
        or (_SHED.match(slot.right) if grows and _sheds(slot.left) else None)
    )
    left = trim_left(slot.left.strip(), area) if slot.value.unit == "%" else "%"
    bare = not left and _BARE_GROWTH.match(slot.right)
    bare = bare or (grows and _SETTING_GOAL.fullmatch(left) and _BARE_GOAL.match(slot.right))
    if bare:
        slot.core, slot.right = "经济增长", ""
    elif told:
        slot.core, slot.right = tidy(told[1]), ""
    elif levied:
        slot.core, slot.right = tidy(trim_left(slot.left.removeprefix("对"), area)) + levied[1], ""
    return bool(told or levied or bare)


def _sheds(left: str) -> bool:
    """Say whether what becomes less stands behind its part, not before the verb (排放总量减少10%)."""
    shedding = _SHEDDING.search(left)
    return shedding is not None and not QUANTITY.search(trim_right(left[: shedding.start()]))


def _spent(slot: Slot, area: str | None) -> str:
    """Name a share of money by what it is spent on; empty for other values and in national reports."""
    if slot.value.unit != "%" or slot.value.measure != "level" or is_national(area):
        return ""
    use = _SPENT_ON.match(slot.right)
    money = _MONEY_SPENT.fullmatch(slot.left.strip()) if use else None
    return tidy(trim_left(money[1], area)) + use[1] if use and money else ""


def _take_core(slot: Slot, area: str | None, inside: str) -> None:
    """Take the core and the verb that links it to its value from the words before the value; inside: its bracket."""
    each = _TO_EACH.search(slot.left) if slot.left.endswith("人均") else None
    bare = slot.left[: each.start()] if each else slot.left
    bare = trim_right(_REACHED_PLACE.sub("", bare) if bare.endswith(_PLACES) else bare)
    climbed = _CLIMBED.search(bare) if slot.value.measure == "rank" else None
    if climbed and trim_left(subject := trim_right(bare[: climbed.start()]), area):
        bare = subject
    slot.ending = slot.left[len(bare) :]
    slot.core = _without_empty(_completed(_by_measure(trim_left(bare, area), slot), slot), slot)
    if each:
        slot.core += each[1]
    if inside and COVERING.match(inside):
        slot.core = bare


def _join_noun(slot: Slot, area: str | None) -> None:
    """Settle how a core and the noun behind the value go together."""
    entered = _ENTERED.search(slot.left)
    if _ARRANGED.search(slot.left):
        plan = _OF_PLAN.search(slot.left)
        slot.core = plan[1] if plan else ""
        return
    if entered:
        slot.core = entered[0]
        return
    if slot.right == "标准煤" and QUANTITY.search(slot.core):
        slot.right = ""
        return
    if slot.described and slot.core.endswith(_COSTS):
        slot.core = _DONE_WITH_WORKS.sub("", slot.core)
    deed = leading_verbs(slot.core)
    if slot.described and deed and slot.core[len(deed) :] in DEPENDENTS and not _PLAN_OF.match(slot.right):
        slot.core = slot.core[len(deed) :]
    if slot.described and (
        slot.core in DEPENDENTS or slot.core in _SIZES or (QUANTITY.search(slot.core) and _linked(slot))
    ):
        slot.core, slot.right = tidy(subject_of(trim_left(_sized_first(slot), area))) + slot.core, ""
    else:
        _predicates(slot, area)


def _sized_first(slot: Slot) -> str:
    """Give the noun behind a size, the first of a list where only that one is described (总投资9亿元的甲、乙等项目)."""
    first, joint, _ = hide_enclosed(slot.right).partition("、")
    parted = joint and slot.core in _COSTS and "等" in slot.right
    thing = slot.right[: len(first)] if parted else slot.right
    return _WORK_DONE.sub("", thing) if slot.core in _COSTS else thing


def _tells_share(slot: Slot) -> bool:
    return slot.value.unit == "%" and "占" in slot.left[-12:]


def _noun_behind(slot: Slot, area: str | None) -> str:
    """Give the noun behind a value that names what it measures, or what a share alone in its clause is used for."""
    alone = slot.value.unit == "%" and slot.left.strip("约近 ") in ("", "每年", "全年", "其中")
    used = _USED.match(slot.right) if alone or _MUST_HAVE.search(slot.left) else None
    if slot.value.unit in _BEFELL_UNITS:
        slot.right = _BEFELL.sub(r"\1", slot.right)
    used = used or (_USED_PART.match(slot.right) if _PART_OF_MONEY.fullmatch(slot.left) else None)
    done = _DONE_BEHIND.match(slot.right) if slot.value.unit == "%" and slot.left.strip() == "其中" else None
    if used or done:
        return used[0] if used else done[1] if done else ""
    return "" if slot.value.measure in _NO_NOUN or _tells_share(slot) else counted(slot.right, area)


def _folk(slot: Slot, area: str | None) -> str:
    """Give the people of whom something is said that nobody did to them or that they did; empty for others."""
    found = _FOLK.match(slot.right)
    if (
        not found
        or (found.end() == len(slot.right) and not _WHOLE_PLACE.search(slot.left))
        or turned(slot.right, area).endswith("的" + found[0])
    ):
        return ""
    said = BOUND.sub("", slot.left)
    helped = said.removesuffix("了").endswith(_HELPED) and not _FEEDING.match(slot.right, found.end())
    done = helped or (closing_verbs(said) and not slot.right.startswith("的", found.end()))
    return "" if done else found[0].replace("中国人民", "人民")


def _linked(slot: Slot) -> bool:
    """Say whether a linking verb stands between the core and the value."""
    return bool(slot.ending.strip(" 的上了近约").removesuffix("全部"))


def _by_measure(core: str, slot: Slot) -> str:
    """Leave out of a core what its value's measure already says: 涨幅, 居全国."""
    if not core:
        return ""
    if slot.value.measure == "change" and core.endswith(_HASTENED):
        core = _PACE_MOVED.sub("", core)
    if slot.value.measure == "change" or (slot.value.measure == "growth" and core.startswith("提高")):
        core = _NET_LAST.sub("", _CHANGING.sub("", core))
    if slot.value.measure == "multiple":
        core = trim_right(_MEASURED_BY.sub("", core).removesuffix("恢复").removesuffix("提前"))
    if slot.value.unit.endswith("百分点") and _SPEED.match(core):
        return tidy(core)
    if slot.value.measure == "level":
        core = _EXAMPLES.sub("", core) if "等" in core else core
        core = _added(core.removesuffix("预算") if core.endswith(_BUDGETED) else core, slot)
        core = _GUARDED.sub("", core) if slot.value.rel in _BOUNDED else core
        core = core.removesuffix("涉及") if core.endswith(_CONCERNS) else core
        core = _STATED.sub("", core) if QUANTITY.search(core) else _without_laws(core)
    reached = core.endswith(("覆盖", "惠及"))
    if reached or (QUANTITY.search(core) and (slot.value.measure in MOVING or _linked(slot))):
        core = _PUSHED.sub("", core)
    if slot.value.measure == "avg_growth":
        core = _YEARLY_FIRST.sub("", core)
    if slot.value.measure in MOVING and QUANTITY.search(core):
        core = _BY_WHOM.sub("", core)
    moved = slot.value.measure in MOVING or (_linked(slot) and QUANTITY.search(core))
    if moved and ("使" in core or "让" in core):
        core = _MADE_TO.sub(r"\1", core)
    if slot.value.measure in MOVING:
        return _STATED.sub("", tidy(trim_right(drop_growth_noun(core))))
    if slot.value.measure == "rank":
        if _MOVED_RANK.search(slot.left) and not _IN_ORDER.search(core):
            return tidy(core.removesuffix("排名")) + "排名"  # 满意度全国排名由第9位上升到第5位
        core = _among(_IN_ORDER.sub("", core), slot.value.verb)
        order = _ORDER_OF.sub("", trim_right(_PLACE_IN_ORDER.sub("", tidy(core))))
        return _IN_TEST.sub(r"\1\2", order)
    return tidy(core)


def _among(core: str, verb: str) -> str:
    """Leave out of what a quantity is ranked among; a thing has no rank without it (砚江港跻身全球货运港口前20强)."""
    among = _AMONG_ALL.search(core) if "居" in core or "身" in core or "入" in core else None
    ranked = core[: among.start()] if among else core
    if not ranked or QUANTITY.search(ranked) or ranked.endswith(_RANKED):
        return ranked
    among = among or (_AMONG_ALL.fullmatch(verb) if verb.startswith(_ENTERING) else None)
    return ranked + among[1] if among else ranked


def _added(core: str, slot: Slot) -> str:
    """Put what was done to bodies before them: 上云企业新增2万家 → 新增上云企业."""
    added = _ADDED_BODIES.fullmatch(core) if slot.value.unit.endswith(("家", "个", "所", "座")) else None
    return f"{added[2]}{added[1]}" if added and not leading_verbs(added[1]) else core


def _without_laws(core: str) -> str:
    """Leave out the laws that are named for example: 修订某某条例等行政法规 → 修订行政法规."""
    deed = _deed_first(core) if "等" in core else ""
    laws = _LAWS.match(core, len(deed)) if deed else None
    return deed + core[laws.end() :] if laws else core


def _deed_first(core: str) -> str:
    """Give the deed with which a core begins; a bill put to the congress keeps the body that it is put to."""
    moved = _MOVED.match(core)
    return moved[0] if moved else leading_verbs(core) or ("突破" if core.startswith("突破") else "")


def _completed(core: str, slot: Slot) -> str:
    """Give back to a core the verb that is no mere link: 中央财政安排30亿元, 经济增长目标."""
    if not slot.ending:
        return core
    raised = _RAISED.match(slot.ending) if slot.value.measure == "level" else None
    if raised and (leading_verbs(core) or (slot.joint and not QUANTITY.search(core))):
        return core + raised[0]
    if slot.value.unit == "位" and slot.value.measure == "change" and "排名" in slot.ending:
        return core + "排名"
    priced = _PRICED.search(slot.ending) if slot.value.measure == "growth" else None
    if priced and core and not QUANTITY.search(core):
        return core + ("平均" if "平均" in slot.ending else "") + "价格"
    if _GROWTH_GOAL.search(slot.ending) and core.removesuffix("的") in _ECONOMY:
        return "经济增长"
    if core.endswith("动经济") and slot.ending.startswith("增长"):
        return core + "增长"  # 拉动经济增长2个百分点
    if core == "经济" and slot.value.measure == "growth" and slot.ending.startswith("增长"):
        return core + "增长"
    paid = _PAID.search(slot.ending) if _AGENT_ALONE.search(core) else None
    return core + paid[0] if paid else core


def _without_empty(core: str, slot: Slot) -> str:
    """Take a core for none where it only points back (这个比例) or names a time or a base."""
    if not core:
        return ""
    stands = slot.value.measure != "rank" and STANDING.match(core) and not _SUCH_THINGS.search(core)
    timed = core[-1] in _TIME_ENDS and _AT_TIME.match(core)
    if stands or timed or _PRONOUN.fullmatch(core) or _PACE.fullmatch(core):
        return ""
    if core == _ALIKE or (slot.value.measure == "change" and core in _HASTENED):
        return ""
    if slot.value.unit == "%" and core.endswith(_SAVING):
        core = trim_right(core[:-2])
    core = core.removeprefix("大大").removeprefix("远远") if core[2:4] == "超过" else core
    if core.startswith("超过") and slot.value.measure in ("growth", "avg_growth"):
        other = _THAN_OTHER.fullmatch(core) if slot.ending.strip() not in ("", "的") else None
        return other[1] if other else ""
    if core.startswith(_AS_MUCH_AS) and slot.value.measure == "multiple":
        return ""
    return "" if core.startswith(("比", "较", "超过")) and not _BASE_NAME.match(core) else core


def _counts(slot: Slot, area: str | None) -> bool:
    """Settle the words before a number that counts the noun after it; say whether they were settled."""
    giving = _GIVING.search(slot.left)
    if giving and not (giving[1] == "为" and QUANTITY.search(slot.left[: giving.start()])):
        slot.core = tidy(trim_left(slot.left[: giving.start()], area)) + giving[1]
        return True
    covers = _COVERS_ALL.fullmatch(slot.left) if slot.left.endswith(("和", "及", "与", "、")) else None
    if covers:
        slot.core = tidy(trim_left(covers[1], area))
        return True
    body = trim_left(BOUND.sub("", slot.left), area)
    verbs = closing_verbs(body)
    if not verbs or verbs == "实现":
        return False
    slot.core = tidy(body)
    return True


def _predicates(slot: Slot, area: str | None) -> None:
    """Settle a number with words on both sides.

    Examples before it go (东门桥等251座桥); a linking verb rules out that it counts what follows.
    """
    bound = slot.ending.strip(" 的近约超")
    if BOUND.sub("", slot.left).endswith("的") and (not bound or bound in _SIZE_BOUNDS):
        slot.core += bound + ("" if slot.right.startswith("来自") else "的")
        return
    examples = (
        slot.core.endswith("等") or _all_named(slot) or slot.left.rstrip().endswith(("和", "、", "及", "与"))
    )
    said = _BY_MEANS.sub("", slot.core)
    if examples or ("、" in hide_enclosed(said) and leading_verbs(said)):
        hastened = "加快" if said.startswith("加快") else ""
        moved = _MOVED.search(said)
        slot.core = (
            moved[0] if moved else leading_verbs(said) or hastened or _first_verb(said) or _done_with(said)
        )
    elif WIDENED.search(slot.ending) or (slot.core.endswith("试点") and _GREW_TO.search(slot.ending)):
        slot.core = slot.core.removesuffix("范围").removesuffix("覆盖面").removesuffix("的")
    elif _HAVING.fullmatch(slot.ending):
        if is_national(area) and _LACKING.match(slot.right) and not _people_of_place(slot):
            slot.core, slot.right = "", f"{slot.right}的{slot.core}"
        else:
            slot.core += "有" if _EVERY_PLACE.match(slot.core) else ""
    elif slot.value.unit == "次" and _IN_TURN.fullmatch(slot.ending):
        slot.core = _BANK.sub("", slot.core)
    elif (slot.described and _WITH_SO_FEW.search(slot.left)) or (
        slot.value.unit == "%" and slot.core.endswith("中")
    ):
        return
    elif _linked(slot) and slot.value.unit not in ("小时", "分钟"):
        slot.right = ""


def _all_named(slot: Slot) -> bool:
    """Say whether as many things are named before a number as it says: 盐湖化工、光伏2个集群."""
    items = slot.core.count("、") + 1 if slot.value.unit in _NAMED_UNITS else 1
    joined = items + bool(_LAST_JOINT.search(slot.core))
    return items > 1 and slot.value.value in (items, joined) and slot.left.endswith(slot.core)


def _people_of_place(slot: Slot) -> bool:
    """Say whether people are counted by where they are: 城镇有九百万人需要安排就业."""
    return slot.value.unit.endswith("人") and slot.core.endswith(("镇", "村", "市", "区", "省", "县", "国"))


def _first_verb(text: str) -> str:
    places = verb_places(text)
    if not places or not text.endswith("等") or (places[0][0] and text[places[0][1]] in "等、和及"):
        return ""  # 东湖高速公路改扩建等
    return text[slice(*places[0])]


def _done_with(text: str) -> str:
    """Give who does what with things named before their number: 碳市场新纳入 in 碳市场新纳入水泥、电解铝2个行业."""
    first = _COMMON_JOINT.split(hide_enclosed(text))[0]
    deeds = [(start, end) for start, end in verb_places(first) if text[start:end] not in MODIFYING]
    if not deeds or deeds[0][0] < 2 or deeds[0][1] + 1 >= len(first):
        return ""
    return text[: deeds[0][1]] + ("到" if first.startswith("到", deeds[0][1]) else "")


def _share_ends(slots: list[Slot]) -> None:
    """Give back what is said of several counted things at their end."""
    for index, slot in enumerate(slots):
        if slot.adjacent:
            following = slots[index + 1]
            slot.right, following.core = following.right, slot.core
    for start, stop in _chains(slots):
        chain = slots[start:stop]
        ends = shared_end(chain[-1].right, [slot.right for slot in chain[:-1]])
        for slot, end in zip(chain, ends, strict=False):
            slot.right = end


def _chains(slots: list[Slot]) -> list[tuple[int, int]]:
    """Give the runs of counted things joined by 、 or 和 (10所学校、12个专业群)."""
    runs, start = [], 0
    for index in range(1, len(slots) + 1):
        if index < len(slots):
            slot, before = slots[index], slots[index - 1]
            if slot.joint and slot.right and before.right:
                continue
        if index - start > 1:
            runs.append((start, index))
        start = index
    return runs
