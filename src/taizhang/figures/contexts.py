"""Contexts: values that are neither results nor targets of the government that reports."""

import re
from dataclasses import dataclass
from functools import cache

from taizhang.figures.clauses import Clause, within_reach
from taizhang.figures.measures import OF_AVERAGE
from taizhang.figures.values import GOAL_TOLD, MEETS_GOAL, Value
from taizhang.lexicon.late import late
from taizhang.lexicon.tables import joined, joined_pattern

COMPARISON = "comparison with others"
BEFELL = "what befell the place"
VISITS = "visits of the leader"
HELPERS = "those who help from outside"
PEOPLE = "people as background"
FOR_THESE = "those whom a measure is for"
WHOLE = "whole that parts are told of"
EXPECTED = "expected without the government's doing"
FORECAST = "forecast of the world"
# What would be, what a rule fixes and what is expected speaks of the year that the passage plans for.
FIXED = frozenset({"supposed only", "rate of a benefit", EXPECTED, WHOLE})

# The congress has met in March since 1985: what a later report "expects" of its own year is no result.
SPRING_SESSIONS = 1985
# … and with those whose growth is told elsewhere: 渔业贷款增速比各项贷款快7个百分点.
_OTHERS_GROWTH = re.compile(
    r"(?:增速|增幅)(?:分别|均|都)?(?:比|高于|低于|快于|慢于)(?:同期)?[^，。；\d年月度]{0,10}(?:贷款|平均|增速|增幅)[^，。；\d年月度]{0,8}"
    r"(?:\d[\d.]*(?:个?百分点|个)?(?:、|和|与|以及))*$"
)
BACKING = late(
    r"(?:名)?(?:全[国省市区县]|中国|我[国省市区县])?([^，。；、的\d]{0,8}?(?:人民|同胞|群众|居民|儿女|父老乡亲|职工|农民|香港人|澳门人|台湾人))"
    r"的(?:共同|大力|热情|积极|团结|辛勤|革命|生产|劳动)*(?:努力|奋斗|支持|积极性|创造性|创造力|聪明才智|智慧|力量|愿望|意志|心愿|拥护)"
)
"""So many people whose will or work something rests on: 在9万渔民同胞的共同努力下."""
_MARK = late("[，。；、]")
_OTHERS = re.compile(
    r"(?:高于|低于|快于|慢于|高出|优于|好于|超过|比|居)(?:了)?"
    r"(?:全国|世界|全球|全省|东部|中部|西部|同期全国|沿海|国家考核|规模以上|规上|(?:经济|GDP)增[速长])[^，。；前第首]{0,14}$"
    r"|(?:高于|低于|快于|慢于|优于|好于)(?:年初|年度|全年)?(?:的)?(?:预期|目标|警戒线|控制线|红线)(?:目标|值)?$"
)
# A goal that a result is held against: 略低于8%的预定目标; 没有实现年初确定的能耗降低4%、排放减少2%的目标.
_GOAL_SET = re.compile(
    r"(?:左右|上下|以上|以内)?的?(?:(?:预定|预期|原定|年初)(?:目标|计划|指标)|(?:国际)?(?:警戒线|安全线|控制线))"
)
_GOAL_WAS = re.compile(
    r"(?:(?:预期|预定|年初|调控)的?|下达[^，。；]{0,6}的?)(?:目标|指标|任务)(?:定?为|是)$|[低高]于(?:原定|年度|年初)?计划(?:规定)?的$"
)
_GOAL_BEFORE = late(
    r"(?:年初|原定|预定|原来)(?:所)?(?:确定|提出|规定|下达|设定)?的|(?:没有|未能|未)(?:能)?(?:完成|实现|达到)"
)
_GOAL_AFTER = re.compile(
    r"[^，。；]{0,40}的(?:年度|预期|预定|约束性|宏观调控|调控|控制)?(?:目标|任务|指标|要求)"
)
# A goal that was raised or lowered: 增长速度由原定平均每年3%调高到4%.
_SET_THEN = late(r"[由从]原定的?(?:平均每年|每年|年均)?$")
# … told without the word: 高于年初确定的9亿元.
_ABOVE_GOAL = re.compile(r"[高低多少大]于(?:年初|原来?|计划|预算)(?:确定|提出|预定|安排|规定|下达)的$")
# What was budgeted, that a result is held against: 比预算数3亿元少2000万元.
_BUDGETED = re.compile(r"比(?:原来?的?|年初的?|年度)?(?:预算|计划)(?:数|额)?的?$")
# What is told of another country, up to where the own one is named.
_NAMED, _GROUPED = "英国|美国|日本|法国|德国|西德|苏联|印度", "(?:发展中|发达)国家"
_NO_OWN = "(?:(?!我国|我们|中国(?!家)|帮助|援助|同我|对我|与我)[^；。])*$"
_ABROAD = late(
    rf"(?:^|[，。；：、]|而|但)(?:{_NAMED})(?:的|早在|在|到|从|由|是|为|只有|只|则){_NO_OWN}"
    rf"|(?:^|[，。；：的]){_GROUPED}(?:，|只|仅|却|占|的){_NO_OWN}"
    r"|(?:^|[，。；])发达国家对(?!我|中国)(?:(?!我国|我们|中国(?!家))[^。；])*$"
)
_COUNTRIES = re.compile(f"{_NAMED}|{_GROUPED}")
# What was planned, told alone beside what came of it: 成本上升6%，原计划降低1%.
_PLANNED_THEN = re.compile(r"[而但]?(?:原来?计划|原预算|年初(?:计划|预算))[^，。；比较超完多少]{0,8}")
# One of these stands in each of the two below.
_HURT = re.compile("[损灾淹旱绝断]")
_LOSS = re.compile(r"(?<!挽回)(?<!避免)直接经济损失|中断(?:航运|交通|通行|供[电水])[^，。；]{0,4}$")
# … told behind more words, by what was withstood or who suffered: 防御3个逼近本省的台风, 9个省先后发生旱灾.
_WITHSTOOD = late(r"(?:应对|防御|抗击|抵御|战胜|经受|遭受|遭遇)[^，。；]{0,16}$")
_SUFFERED = late(
    r"[个多](?:[^，。；、\d]{1,10}|省、(?:自治)?区)?(?:先后|又|接连|相继|连续[^，。；]{1,3}年)*(?:发生|遭受|遭遇|大旱|气温突破)"
    r"(?:[^，。；\d]{0,12}(?:灾|旱|涝|洪|台风|地震)|历史极值|[，。；])"
)
_STRICKEN = re.compile(
    r"(?:被淹|成灾|绝收|受灾|受旱|受淹)的?(?:农田|面积|耕地|人口|县|农作物)[^，。；]{0,8}$|在(?:成灾|受灾)的$|(?:成灾|绝收)(?:约?有?|达到?)?$|^灾民(?:约?有|达到?|共)?$"
)
_LEADER = re.compile(r"总书记|习近平主席")
_THEN = re.compile(r"就|会|便|等于|即可|只要|[能可](?:够|以)?(?=带动|拉动)")
# A clause between the two words: 如果加快周转，减少2%的占用，就可以节约10亿元.
_BETWEEN = re.compile(r"(如果|假如|倘若|只要)[^。；]{2,30}，[^，。；]{0,12}$")
_THEN_BEHIND = re.compile(r"[^，。；]{0,12}，(?:[^，。；]{0,6})(?:就|便|则|那么)")
_EXPECTED = re.compile(r"预计|估计")
# What a plan expects of its end is what it sets: 2030年产值预计达到9亿元.
_LATER = late(r"([12]\d{3})年[^，。；\d]{0,14}预计[^，。；\d]{0,4}$")
# … unless it is what the government gives: 预计今年减税9亿元.
_RELIEF = late(r"预算收入|预算支出|财政收入|利用外|惠及|减税|降费|退税|减负|减轻|让利|减免")
# One of these stands in each of what tells of the world; countries are named within so many characters behind a value.
_WORLDLY = re.compile("世界|全球|国际|国家|人口|核武器")
_COUNTRIES_REACH = 8
_WORLD_SHARE = re.compile(
    r"人口占世界|占世界人口|(?<!人数)占(?:全国|我国)?总人口的?$|核武器(?:总量|总数)?的?$|占(?:有)?全世界(?:核武器的)?$"
)
# What is told of the world as a whole.
_THE_WORLD = re.compile(
    r"(?:有?(?:关|些|的)?国际(?:机构|组织)[^，。；]{0,4}(?:[把将对]|预测|预计|认为|估计)|预计)?(?:目前|现在|当今|当前|今年|明年|去年)?(?:(?:全世界|世界上)(?!第|最|首|前)|(?:全球"
    r"|世界)(?=(?:还|仍)?有|军费|经济|贸易|货物贸易|增长|人口|生产总值|贫困|粮食|外债|难民)|国际(?:原油|油价|粮价|大宗商品|市场(?:原油|粮食)))"
    r"(?!.*(?:我国|我们|我省|我市))"
)
# … and what goes on with it, up to where the own country is named.
_SHARES_WORLD = re.compile(
    r"(?:^|[，。；])(?:全球|全世界|世界)(?:军费|经济|贸易|人口|生产总值|贫困|粮食|外债|难民)"
    r"(?:(?!我国|我们|中国|我省|我市)[^。])*$"
)
_OF_COUNTRIES = re.compile(r"的(?:广大)?(?:发展中|发达)国家")
_ALMOST_ALL = ("占人口", "占总人口", "占全国人口")
_THE_PEOPLE = re.compile(r"(?:以上)?的[^，。]{0,4}(?:人民|群众)")
_POPULATION = late(
    r"(?:我国|全国|世界|全球)(?<!占..)(?:大陆)?(?:总)?人口(?:总数)?(?:现在|目前)?(?:已经?)?(?:达到?|有|为|是|超过|近|约)*$"
)
# … and one told of the country that has it: 在一个人口接近20亿的大国.
_OF_COUNTRY = re.compile(r"(?:亿|多)*人?的(?:大国|国家|发展中)")
_HAS_PEOPLE = re.compile(r"人口(?:已经?)?(?:接近|超过|达到?|有|近|约)*$")
# How great a part of the country is that of the nationalities.
_OF_LAND = late(
    r"民族(?:自治)?(?:地方|地区)的?(?:总?面积|人口)?(?:约)?占(?:全国|我国)?(?:总|国土)(?:面积|人口)的?(?:约|近)?$"
)
# A market or a people so large is what a country has: 有近14亿人口的大市场.
_BIG_MARKET = late(
    r"有(?:着|近|超过|约)*[\d一二三四五六七八九十]+(?:\.\d+)?亿多?人?(?:口|民)?的[^，。；]{0,6}(?:市场|国内需求|内需)"
)
# … up to where the sentence turns to what is to be done.
_OWN_PLANS = late("要|将|必须|力争|我[省市区县]")
# Those of whom there are so many in the whole country: 全国有残疾人900万.
_SUCH_PEOPLE = late(
    r"^(?:全国|我国|全[省市区县]|我[省市区县])(?:目前|现在)?(?:共|现|还|约|已)*有(?:农村|城市)?"
    r"(?:残疾人|老年人|老人|少年儿童|青少年|儿童|妇女|农民工?|青年|在校学生)(?:近|约|超过)?$"
)
# Who are told of by their work, whatever is then done for them: 9万渔民辛勤捕捞，要关心他们.
_AT_WORK = re.compile(r"[万多名]*(?:的?[^，。；、\d]{2,16})(?:辛勤|忘我|默默|日夜|勤勤恳恳)")
# Whole groups of the people, whatever is done for them or must be: 保障14亿人口的口粮, 稳住3亿农民工就业.
_GREAT = late(
    r"(?:多|以上)*(?:(?:人口?)?的?(?:吃饭|口粮|温饱|饭碗)|(?:农村|城镇|城市)?(?:农民工|市场主体|经营主体|劳动者|消费者|网民|老年人|劳动力|中等收入群体)(?!数|总量|参加|投入)"
    r"|海外侨胞|(?:高考)?考生)"
)
# … by the hundred million, save for these, who are told of by the million.
_FEWER = ("侨胞", "考生")
# Those of whom there are so many by now: 60岁以上老年人已达9亿.
_AGED_NOW = re.compile(r"岁(?:及其?)?以上(?:的)?老年人(?:已经?|现|将|目前)*(?:达到?|有|超过?|突破|近)+$")
# … and what of them is reached is a goal: 带动1亿消费者, 惠及2亿农民工.
_REACHED = late(r"(?:惠及|覆盖|带动|新增|服务|培训|转移|促进|吸引)[^，。；]{0,6}$")
# What others forecast of the world.
_FORECAST = late(r"预计|预测|估计|认为")
# How many of the people they are (农民占全国人口的85%), not where they live (占全国人口65%的地区).
_OF_PEOPLE = re.compile(r"占(?:全国|我国)人口的?(?:约|近)?$")
_OF_WHICH = re.compile(r"(?:以上|左右|以下)?的")
# Of so many things some are told: 在列入计划的46种产品中，有29种….
_WHOLE = re.compile(r"(?:^|[，。；：])(?:而|但)?在(?![这此上其])[^，。；、\d]{0,14}$")
_AMONG_THEM = late(r"(?:个|种|项|家|处|户|名|座|条|件)[^，。；、\d]{1,18}中，[^。；占]{0,30}有")
# For whom a measure is, in a clause of its own.
_COUNTED_FOR = frozenset({"个", "户", "家", "名", "所"})
_FOR = re.compile(r"对(?:全[国省市区县])?(?:中央|国家|省|市)?(?:直接)?(?:管理|所属|确定|重点扶持)?的?")
_THESE = late(
    r"[多余]?[个户家名所][^，。；、\d了的一二三四五六七八九十百千]{2,14}"
    r"(?<!进行)(?<!改造)(?<!整治)(?<!治理)(?<!检查)(?<!补助)(?<!支持)(?<!帮扶)(?<!扶持)(?<!倾斜)(?<!救助)"
)
# … or are told to be dealt with: 督察反馈的43项问题，已整改39项.
_DEALT_WITH = late(
    r"多?[个项件条][^，。；、\d]{0,6}(?:问题|事项|线索|案件|信访件|意见)(?:，|中，?)(?:已经?|目前|现)*(?:全部|基本)?(?:完成)?(?:整改|办结|销号|落实|解决|核销)(?:完成)?"
    r"(?=[近约超\d])"
)
_HANDED_OVER = re.compile(r"(?:反馈|交办|转办|移交|指出|发现|提出)的?$")
# … also without 在: 规划确定的9项指标中，有7项…; 全市90个断面中，优良断面占七成.
_PARTED = re.compile(
    r"(?:^|[，。；：])(?!在|而|但|其)(?:[^，。；、\d的]{0,10}|[^，。；、\d]{0,14}(?:确定|规定|反馈|下达|公布\w{0,4})的)$"
)
_ITS_PARTS = re.compile(
    r"多?(?:个|种|项|家|处|户|名|座|条|件)[^，。；、\d占有]{1,18}(?<![高初])中(?![小型东西部央])"
    r"(?:，[^。；占]{0,30}有|已?有(?=[近约超\d一二三四五六七八九十百千])|，[^。；，占有]{2,16}占|，?(?=[近约超\d]))"
)
# With one of these begins all that is told behind such a number.
_COUNTED_THINGS = frozenset("多个种项家处户名座条件")
_AGED = late(
    r"(?:岁(?:及以上|及其以上|以上)(?:的)?(?:老年)?|老年|劳动年龄)人口(?:总数|总量)?(?:现在|目前|已经?|将|预计)*(?:达到?|有|为|是|超过|近|约)*$"
)
_GRADUATES = re.compile(
    r"高校毕业生(?:人数|总数|规模|总量)?(?:将|预计|首次|已|再)*(?:高?达到?|有|为|是|超过|突破|近|约)*$"
)
# … but those won for the place are its work: 每年吸引高校毕业生9万人.
_WON_FOR = re.compile(r"(?:吸引|招引|引进|引育|集聚|招录|招聘|留住|吸纳)[^，。；、\d]{0,16}$")
# Who come of an age, or must be found work, whatever the government does.
_COMING = re.compile(
    r"[万多名个]*(?:的?[^，。；、\d]{0,6})?(?:需要?|要)(?:在[^，。；、]{2,8})?(?:安排|安置|解决)?(?:就业|分流安置)"
    r"|[万多名个]*(?:左右|以上)?(?:的?[^，。；、\d]{0,6})?(?:进入|达到)(?:婚育|生育|劳动|就业|入学)年龄"
)
_COMING_BEFORE = re.compile(
    r"(?:(?:需要?|要)(?:在[^，。；、]{2,8})?(?:安排)?(?:就业|安置)的|进入(?:婚育|生育|劳动|就业|入学)年龄的)[^，。；、\d]{2,10}$"
)
# … and before what they are about to do: 有76万高校毕业生走出校门.
_GRADUATING = re.compile(
    r"(?:名|多名)?(?:高校|大学|中专)?毕业生(?:将)?(?:走出校门|离校|走上社会|(?:需)?要就业)"
)
_SETS = late(r"把|要(?<![主重需首摘纲只]要)(?=从|由|[增提下降控达超])")
_HEADS = (_POPULATION, _AGED)
_TOLD_GOAL = late(r"(?:去年|上年)[^，。；]{0,16}提出，?(?:了|的|[^，。；]{0,16}要)")
_STANDARD_AFTER = re.compile(
    r"元?(?:的?标准(?:给予|发放)[^，。；、\d]{0,8}|给予[^，。；、\d]{0,6}|的?[^，。；、的\d]{0,6})?(?:补贴|补助|津贴|奖励|救助|资助)"
)
_STANDARD_BEFORE = late(r"每[月年人户个项家亩吨][^，。；]{0,8}$")
# What one applicant gets at most, or a part of a price: 每项最高支持300万元, 按售价的10%给予补助.
_STANDARD_MOST = re.compile(
    r"(?:最高|最多)(?:可?给予|支持|补助|奖励|补贴|资助|可?贷款?|可?享受?)$|每[人户亩名头项个家生孩辆台套张](?:每[年月天])?(?:奖励|补助|补贴|资助|给予)$"
)
# How a tax is levied as a rule: 部分减半征收所得税.
_PART_LEVIED = ("部分", "部分再", "部分，", "部分，再")
_LEVIED = re.compile(r"减半(?:征收|缴纳|计入|收取)")
_STANDARD_PART = re.compile(
    r"(?:的?(?:比例|标准))?(?:给予|予以)?[^，。；]{0,6}(?:补助|补贴|奖励|贴息|资助|补偿)"
)
# A part of a price that is given to whoever buys: 给予售价15%的补贴.
_STANDARD_SHARE = late(r"(?:以内)?的(?:价格|财政|购车|购置)?(?:补贴|补助|奖励|贴息|补偿)(?!资金|标准|总)")
_STANDARD_ALONE = re.compile(
    r"(?:(?!平均|达到|提高|增加|提标)[^，。；、\d由从准费]{2,8})?每[人户亩名头项生孩辆台套](?:每[月年天日])?(?:补助|补贴|奖励|给予)?(?:标准)?(?:不低于|不少于|不超过|最高)?"
)
# What a work costs that is to go on: 加快总投资9亿元的电池项目建设.
_OF_ONE_WORK = late(r"的(?![\d一二三四五六七八九十])")
_COSTS = ("总投资", "总投资额", "概算总投资", "计划总投资")
# What a rule allows at most, and what may be set aside: 一般不得超过纯收入的5%, 可按销售额的1%提取.
_NO_MORE = re.compile(r"不[得要能](?:超过|高于|突破)[^，。；、\d]{2,20}的$")
_AS_A_RULE = re.compile(
    r"一般(?:应当?有?|为|不[得能]?(?:少于|多于|高于|超过)|不[得能]低于)(?:[^，。；、\d]{2,10}的)?$"
)
_PER_SALE = re.compile(r"按[^，。；、\d]{2,10}的$")
_TAKEN = re.compile(r"(?:的比例)?(?:提取|提留|计提)")
# What is given for so much: 每交售100斤茶叶，供应化肥5斤.
_STANDARD_FOR = late(
    r"每(?:招用|招录|招收|吸纳|引进|培养|定购|订购|交售|出售|收购|征购|销售|退耕|缴纳|上缴|安置|超售|超交)"
    r"[\d一二两三四五六七八九十百千]+[^，。；、\d]{1,10}(?:，[^；。]*)?$"
)
_STANDARD_RULE = re.compile(r"(?:以上|左右)?的(?:办法|原则|规定|比例(?:安排|提取|负担|分担))")


# What recent reports that plan hold against others is wanted: 中心城市增速快于全省1个百分点.
_WANTED_FASTER = re.compile(r"(?:增速|增幅|增长率?)(?:力争|努力)?[快高]于[^，。；]{2,10}$")
_WANTED_LEVEL = re.compile(
    r"(?:达到?|提高到|提升至|提高至|提升到|高于|超过)(?:全国|全省|全市|全区)(?:人均|平均)(?:水平|值)?的$"
)
_WANTS_MORE_SINCE = 2000
_COMPARED = frozenset({"change", "growth", "multiple"})
_BY_STANDARD = late(r"按照?(?:每[人户名头项生个孩月年][^，。；\d]{0,6})?$")
_OF_STANDARD = ("标准", "的标准", "元标准", "元的标准")
# Of how small a part of the land or people so much is told: 以不到全国2%的土地养活9%的人口.
_WITH_PART = re.compile(r"以(?:不到|不足|仅?占|约占?|全|世)[^，。；、\d]{0,8}$")
_IT_MAKES = late(
    r"的(?:国土|土地|面积|人口|耕地|水资源|淡水)[^，。；、\d]{0,6}(?:创造|吸收|吸引|贡献|养活|实现|生产|集聚)"
)
# Places that help from outside: 4个海岛协作省市投入资金.
_AIDING = late(
    r"([^，。；、的\d]{0,6}(?:支援|协作|帮扶|援助|援[疆藏青])的?(?:省份?[市区]*|城市|市|地区))(?:先后|已|共|累计|为我?[省市区州]|向我?[省市区州])*(?:投入|安排|援助|拨付|落实)"
)
# So many places or bodies, and what of theirs is told by a share.
_HEADED = late(
    r"([^，。；、的\d]{0,12}?(?:[县市州旗]|断面|点位|园区|城市|景区|水库|湖泊|社区))(?![级长内民政])"
    r"[^，。；、\d]{2,16}(?:收入|总值|比例|比重|率|总量|增速)[^，。；、\d]{0,10}(?:\d{1,2}年[^，。；、\d]{0,6})?(?<!不足)(?<!不到)(?<!低于)\d[\d.]*(?:%|个百分点)"
)


@dataclass
class _Spot:
    """A value with the words around it: of its clause before it, and a few after it.

    ``reach`` is where to begin to look back from it beyond its clause.
    """

    sentence: str
    value: Value
    clause: Clause
    reach: int
    before: str
    after: str
    planned: bool
    year: int


def find_context(
    sentence: str, value: Value, clause: Clause, *, planned: bool, year: int
) -> tuple[str, str] | None:
    """Say why a value is neither result nor target, with the words; None where it may be one.

    Args:
        sentence: the clean sentence.
        value: the value.
        clause: its clause.
        planned: whether it stands in a part that plans.
        year: year of the report.
    """
    reach = within_reach(value.start)
    before = sentence[max(clause.start, reach) : value.start]
    after = sentence[value.end : value.end + 12]
    spot = _Spot(sentence, value, clause, reach, before, after, planned, year)
    for judge in _JUDGES:
        if found := judge(spot):
            return found
    return None


def _others(spot: _Spot) -> tuple[str, str] | None:
    if spot.value.measure not in _COMPARED:
        return None
    wanted = spot.planned and spot.year >= _WANTS_MORE_SINCE
    if wanted and (_WANTED_FASTER.search(spot.before) or _WANTED_LEVEL.search(spot.before)):
        return None
    others = _OTHERS.search(spot.before) or OF_AVERAGE.search(spot.before)
    if not others and spot.value.measure == "change":
        others = _OTHERS_GROWTH.search(spot.before)
    return (COMPARISON, others.group()) if others else None


def _people(spot: _Spot) -> tuple[str, str] | None:
    peopled = "人口" in spot.before
    of_people = peopled and spot.value.unit == "%" and _OF_PEOPLE.search(spot.before)
    if of_people and not _OF_WHICH.match(spot.sentence, spot.value.end):
        return PEOPLE, of_people[0]
    share = spot.sentence.endswith("%", 0, spot.value.end)
    folk = None if share else _folk().match(spot.sentence, spot.value.start)
    helped = folk and spot.before.endswith(("支持", "扶持", "帮助"))  # 支持28个人口较少民族加快发展
    if folk and not helped and (folk["people"] or not joined_pattern("tenses", "served").search(spot.before)):
        return PEOPLE, folk.group()
    great = spot.planned and spot.value.measure == "level" and _GREAT.match(spot.sentence, spot.value.tail)
    if great and ("亿" in spot.value.unit or great[0].endswith(_FEWER)) and not _REACHED.search(spot.before):
        return PEOPLE, great[0]
    if "老年人" in spot.before and _AGED_NOW.search(spot.before):
        return PEOPLE, "老年人"
    if spot.value.unit.endswith("人") and BACKING.match(spot.sentence, spot.value.tail):
        return PEOPLE, spot.after
    if spot.planned and _AT_WORK.match(spot.sentence, spot.value.end):
        return PEOPLE, spot.after
    if peopled and _HAS_PEOPLE.search(spot.before) and _OF_COUNTRY.match(spot.after):
        return PEOPLE, spot.after
    if spot.before.endswith(_ALMOST_ALL) and _THE_PEOPLE.match(spot.after):
        return PEOPLE, spot.after
    if _is_strength(spot) or ("民族" in spot.before and _OF_LAND.search(spot.before)):
        return PEOPLE, spot.before[-8:]
    if spot.planned and _SUCH_PEOPLE.search(spot.before) and spot.value.unit.endswith(("人", "名")):
        return PEOPLE, spot.before
    if _is_measure_for(spot):
        return FOR_THESE, spot.after
    if spot.value.measure == "level" and _is_whole(spot):
        return WHOLE, spot.after
    told = _of_world(spot) or (
        peopled
        and spot.value.measure == "level"
        and next((found for heads in _HEADS if (found := heads.search(spot.before))), None)
    )
    if told:
        ahead = _THE_WORLD.match(spot.before) and _FORECAST.search(spot.before)
        return (FORECAST if ahead else PEOPLE), told.group()
    if spot.planned and _GRADUATING.match(spot.sentence, spot.value.tail):
        return EXPECTED, spot.after
    people = spot.value.unit.endswith(("人", "万", "亿")) and spot.value.measure == "level"
    coming = people and (_COMING.match(spot.sentence, spot.value.end) or _COMING_BEFORE.search(spot.before))
    if coming:
        return EXPECTED, coming[0]
    graduating = spot.value.measure == "level" and "毕业生" in spot.before
    graduates = _GRADUATES.search(spot.before) if graduating and not _WON_FOR.search(spot.before) else None
    return (EXPECTED, graduates.group()) if graduates else None


def _is_strength(spot: _Spot) -> bool:
    """Say whether a plan is founded on what the country has by nature: 我国有近14亿人口的大市场，有9亿劳动力，其中…."""
    if not spot.planned or spot.value.measure not in {"level", "rank"} or not _says(spot, "亿"):
        return False
    founded = _BIG_MARKET.search(spot.sentence, spot.reach, spot.value.start)
    return founded is not None and not _OWN_PLANS.search(spot.sentence, founded.end(), spot.value.start)


def _says(spot: _Spot, word: str) -> bool:
    """Say whether a word stands within reach before a value."""
    return spot.sentence.find(word, spot.reach, spot.value.start) >= 0


def _of_world(spot: _Spot) -> re.Match[str] | None:
    """Find the words that tell a value of the world or of other countries."""
    sentence, value = spot.sentence, spot.value
    if not _WORLDLY.search(sentence, spot.reach, value.tail + _COUNTRIES_REACH):
        return None
    return (
        _OF_COUNTRIES.match(sentence, value.tail)
        or _SHARES_WORLD.search(sentence, spot.reach, value.start)
        or _WORLD_SHARE.search(spot.before)
        or _THE_WORLD.match(spot.before)
    )


def _is_measure_for(spot: _Spot) -> bool:
    """Say whether a value only tells for how many a measure of its sentence is: 对全市9个贫困县，安排专项贷款."""
    if not spot.planned or spot.value.unit not in _COUNTED_FOR or spot.value.measure != "level":
        return False
    return (
        _FOR.fullmatch(spot.before) is not None
        and _THESE.fullmatch(spot.sentence, spot.value.end, spot.clause.end) is not None
    )


def _is_whole(spot: _Spot) -> bool:
    """Say whether a value only tells of how many some parts are told."""
    if spot.sentence[spot.value.end : spot.value.end + 1] not in _COUNTED_THINGS:
        return False
    pairs = ((_WHOLE, _AMONG_THEM), (_PARTED, _ITS_PARTS), (_HANDED_OVER, _DEALT_WITH))
    return any(
        before.search(spot.before) and behind.match(spot.sentence, spot.value.end) for before, behind in pairs
    )


def _burden(spot: _Spot) -> re.Match[str] | None:
    """Find what the place had to bear right behind a value, or a few words on where it was withstood."""
    end = spot.value.end
    found = joined_pattern("tenses", "burden").search(spot.sentence, end, end + 16)
    if not found or _MARK.search(spot.sentence, end, found.start()):
        return None
    return found if found.end() <= end + 9 or _WITHSTOOD.search(spot.before) else None


def _befell(spot: _Spot) -> tuple[str, str] | None:
    stricken = (
        _burden(spot)
        or (
            spot.sentence.startswith(("个", "多"), told := spot.value.tail - len(spot.value.unit))
            and _SUFFERED.match(spot.sentence, told)
        )
        or (_HURT.search(spot.before) and (_LOSS.search(spot.before) or _STRICKEN.search(spot.before)))
    )
    if stricken:
        return BEFELL, stricken.group()
    visits = spot.value.unit == "次" and not spot.planned
    if visits and _LEADER.search(spot.sentence, spot.reach, spot.value.start):
        return VISITS, spot.value.unit
    return None


def _goal(spot: _Spot) -> tuple[str, str] | None:
    if (
        _says(spot, "提出")
        and _SETS.search(spot.before)
        and not spot.before.endswith(("从", "由"))
        and _TOLD_GOAL.search(spot.sentence, spot.reach, spot.value.start)
    ):
        return "goal told again", spot.before[:8]
    under = spot.value.rel == "<" and spot.after.startswith("警戒线")
    if (_GOAL_SET.match(spot.after) and not under) or (not spot.planned and _GOAL_WAS.search(spot.before)):
        return "yardstick", spot.after[:6]
    meets = not spot.planned and GOAL_TOLD.match(spot.sentence, spot.value.tail)
    if meets and MEETS_GOAL.fullmatch(spot.sentence, spot.clause.start - 1, spot.value.start):
        return "yardstick", meets[0]
    goal = not spot.planned and _GOAL_AFTER.match(spot.sentence, spot.value.end)
    held = goal and _GOAL_BEFORE.search(spot.sentence, spot.reach, spot.value.start)
    if held:
        return "yardstick", held.group()
    if not spot.planned and _PLANNED_THEN.fullmatch(spot.sentence, spot.clause.start, spot.value.start):
        return "yardstick", spot.before[:6]
    if spot.before.endswith("的") and _ABOVE_GOAL.search(spot.before):
        return "yardstick", spot.before[-6:]
    set_then = "原定" in spot.before and _SET_THEN.search(spot.before)
    if set_then:
        return "yardstick", set_then[0]
    amount = spot.value.measure == "level" and spot.value.unit != "%"
    if amount and "比" in spot.before and _BUDGETED.search(spot.before):
        return "yardstick", spot.before[-6:]
    yardstick = joined_pattern("tenses", "yardstick").search(spot.before[-14:]) if amount else None
    if yardstick:
        return "yardstick", yardstick.group()
    return None


def _supposed(spot: _Spot) -> tuple[str, str] | None:
    words = joined_pattern("tenses", "supposed")
    supposed = words.search(spot.before) or (
        _THEN.search(spot.before) and words.search(spot.sentence, spot.reach, spot.value.start)
    )
    if supposed:
        return "supposed only", supposed.group()
    then = _THEN_BEHIND.match(spot.sentence, spot.value.end)
    between = _BETWEEN.search(spot.sentence, spot.reach, spot.value.start) if then else None
    return ("supposed only", between[1]) if between else None


def _standard(spot: _Spot) -> tuple[str, str] | None:
    levied = spot.sentence.endswith(_PART_LEVIED, 0, spot.value.start)
    if levied and _LEVIED.match(spot.sentence, spot.value.start):
        return "rate of a benefit", spot.after
    if _says(spot, "每") and _STANDARD_FOR.search(spot.sentence, spot.reach, spot.value.start):
        return "rate of a benefit", "每"
    if spot.value.unit == "%" and spot.before.endswith("减按"):
        return "rate of a benefit", "减按"
    if spot.planned and "一般" in spot.before and _AS_A_RULE.search(spot.before):
        return "rate of a benefit", "一般"
    if spot.value.unit == "%" and spot.before.endswith(("税按", "税率按")) and spot.after.startswith("征收"):
        return "rate of a benefit", spot.after
    if spot.value.unit == "%" and (
        _NO_MORE.search(spot.before) or (_PER_SALE.search(spot.before) and _TAKEN.match(spot.after))
    ):
        return "rate of a benefit", spot.before[-6:]
    if spot.planned and spot.before.endswith(_COSTS) and _OF_ONE_WORK.match(spot.sentence, spot.value.tail):
        return "rate of a benefit", spot.before[-4:]
    money = spot.value.unit.endswith("元") and _STANDARD_AFTER.match(spot.after)
    part = spot.value.unit == "%" and (
        ("按" in spot.before and _STANDARD_PART.match(spot.after))
        or ("给予" in spot.before and _STANDARD_SHARE.match(spot.after))
    )
    most = part or (
        spot.value.unit.endswith("元")
        and (
            _STANDARD_MOST.search(spot.before)
            or _STANDARD_ALONE.fullmatch(spot.sentence, spot.clause.start, spot.value.start)
        )
    )
    most = most or (spot.after.startswith(_OF_STANDARD) and _BY_STANDARD.search(spot.before))
    if most or (money and _STANDARD_BEFORE.search(spot.before)) or _STANDARD_RULE.match(spot.after):
        return "rate of a benefit", spot.before[-6:]
    return None


def _expected(spot: _Spot) -> tuple[str, str] | None:
    if "翘尾" in spot.before and spot.value.unit == "个百分点":
        return EXPECTED, "翘尾"
    ahead = spot.planned and spot.year >= SPRING_SESSIONS and spot.value.measure == "level"
    later = _LATER.search(spot.before) if ahead else None
    if later and int(later[1]) > spot.year:
        return None
    if ahead and _EXPECTED.search(spot.before) and not _RELIEF.search(spot.before):
        return EXPECTED, spot.before[:8]
    return None


def _abroad(spot: _Spot) -> tuple[str, str] | None:
    named = _COUNTRIES.search(spot.sentence, spot.reach, spot.value.start)
    told = named and _ABROAD.search(spot.sentence, max(0, named.start() - 1), spot.value.start)
    return ("told of another country", named[0]) if named and told else None


def _heads(spot: _Spot) -> tuple[str, str] | None:
    """Say whether a number only says of how many a share is told: 58个脱贫县农村居民收入增长9%.

    So does that of the places that help from outside, before what they gave: 3个协作省市投入资金9亿元.
    """
    counts = spot.value.unit in ("个", "家") and spot.value.measure == "level" and not spot.before.strip()
    told = _HEADED.match(spot.sentence, spot.value.tail) if counts else None
    aiding = _AIDING.match(spot.sentence, spot.value.tail) if counts and not spot.planned else None
    if aiding:
        return HELPERS, aiding[1]
    part = spot.value.unit in ("%", "‰") and _WITH_PART.search(spot.before)
    if part and _IT_MAKES.match(spot.sentence, spot.value.tail):
        return "of how small a part it is told", part[0]
    return ("of how many a share is told", told[1]) if told else None


# One of so many: 成为5个试点地区之一.
_ONE_OF = re.compile(r"[^，。；、\d]{1,16}(?<!分)之一")


def _one_of(spot: _Spot) -> tuple[str, str] | None:
    counts = spot.value.measure == "level" and spot.value.unit in ("个", "家", "座", "所", "项", "条")
    told = _ONE_OF.match(spot.sentence, spot.value.end) if counts else None
    return ("of how many it is one", told[0]) if told else None


_JUDGES = (_others, _people, _abroad, _befell, _goal, _supposed, _standard, _expected, _heads, _one_of)


@cache
def _folk() -> re.Pattern[str]:
    """Give what people are counted by who are told of as background; of the masses something may be done."""
    people, masses = (joined("tenses", words) for words in ("people", "masses"))
    return re.compile(
        rf"[\d.一二三四五六七八九十百千万亿两多余几]++(?:以上)?(?:名|的)?(?:(?P<people>{people})|{masses})"
    )
