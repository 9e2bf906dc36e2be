"""Lists: the name of an item from the item told before it, with what the two share given back."""

import re

from taizhang.figures.slots import MODIFYING, Slot
from taizhang.figures.topics import DEPENDENTS, LEANING, owner
from taizhang.figures.wording import QUANTITY, WHOLE_VERB, closing_verbs, leading_verbs, verb_places
from taizhang.lexicon.late import late

# Verbs that have others do what follows: 支持企业建设工厂5家、车间6个.
_CAUSING = re.compile("(?:支持|推动|引导|鼓励|帮助|组织|动员)$")
_QUOTED = re.compile("“[^”]+”")
_ADDED_LAST = re.compile(r"(?<=..)(?:新增|净增)$")
# What things cost has no quantities of its own: 把行政费降低3%，把亏损额减少4%.
_COSTS = re.compile("(?:管理费|行政费|事业费|费用|成本|税金|劳动生产率)$")
ADDING = re.compile(r"^(?:新增加?|净增)|(?:新增加?|净增)$")
# All there are, not only the new ones: 新登记企业3万户，总量达到9万户.
_IN_ALL_NOW = ("总量", "总数", "总户数")
_NEW = re.compile(
    rf"{ADDING.pattern}|^新(?:登记|获批|入选|纳入|推出|上线|评定|注册|设立?|认定|培育|引进|建|开通?|签约|增加?)"
)
# A size of works in a list stands for the one before: 10亿元以上项目23个、百亿元以上12个.
SIZE = late(r"(?:(?:[0-9.]+|[一二三五十百千])[十百千]?[万亿]?|[万亿])元以上")
# What a body pays, after what it earned: 省属企业利润5亿元、上缴税费7亿元.
_PAYS = re.compile("(?:上缴|上交|缴纳|缴)(?:税[费金收]|利[税润])")
# Quantities that in a list are of the thing before: 种植面积80万亩、总产7亿斤; 班列36列、货值8亿元.
_TOLD_TOO = ("总产", "货值")
# What is carried, by what was run or flown: 开行班列36列、发送货物9万箱.
_CARRIED = re.compile("(?:发送|到发|运送|载运|承运|运输)[^，。；、]{2,6}")
_CARRIERS = late("(?:班列|专列|列车|班轮|航班|航线|包机)")
# What became of some of the things before: 形成改革成果52项、全国推广3项.
_SPREAD = re.compile("(?:在|向)?全[国省市区](?:复制)?推广")
# What is earned is not done: 接待游客3亿人次、旅游收入36亿元.
_EARNED = re.compile("(?<=..)(?:收入|产值|利润|销售额|零售额|营收|花费)$")
# … but those who found work earn it: 农牧民转移就业9万人次、实现劳务收入8亿元.
_WAGES = ("劳务收入", "务工收入", "劳务创收")
_AT_WORK = ("转移就业", "外出务工", "劳务输出", "务工")
# What goes through a port or an airport, told behind what it opened: 机场开通航线9条、旅客吞吐量80万人次.
_PASSED = late(r"(?:年|国际|国内)*(?:旅客|货物|货邮|集装箱|外贸)*(?:吞吐量|货运量|客运量|过货量|出入境人数)")
_PORT = late(r"[^，。；、]{2,14}?(?:机场|港口?|口岸)(?=新?开|运行|开辟|拥有|新增|增开|加密)")
_SHARES_OF = ("占比", "比重")
_SUMMED = late(
    r"(?:装机(?:容量)?|产值|增加值|产量|发电量|投资|出口|进口|进出口|销售额|零售额|营收|收入|支出|面积|贷款|余额)$"
)
# Grades of things.
_GRADE = late(r"(?:国家|省|市|县|世界)级(?:及?以上)?")
# A bound alone links nothing: 退出钢铁产能6吨、煤炭产能超过2吨.
_ONLY_BOUND = re.compile("^(?:超过|超|近|约|将近|不少于|至少)$")
# What each year can bring has no holder: 年可新增产值4亿元、利税1亿元.
_EACH_YEAR_CAN = re.compile("(?:每?年)?可(?:新增|增加)?")
# How long all that is run is, not what was added to it: 新增公路8万公里，通车里程突破25万公里.
_RUN_LENGTHS = ("通车里程", "运营里程", "营业里程", "通航里程")
# What is made able to do each its own thing: 形成原煤生产能力2万吨、发电能力7万千瓦.
_ABILITY = "能力"
# Kinds of track and road: 新增铁路新线五千公里、复线三千公里.
_TRACK = re.compile(r"(?:新线|正线|复线|双线|支线|专用线|电气化(?:铁路|线路|里程)?)$")
# Of how many people a number is told, for the next of its list too: 每千人口床位7.6张、医师3.6人.
_OF_EACH = re.compile(
    r"(?:平均)?(?:城镇|农村|城市)?(?:居民)?每[千万百十0-9]+(?:名|位)?(?:城镇|农村|老年|常住)*(?:人口?|居民|户(?:城镇|农村)?(?:居民家庭|农民家庭|居民|家庭"
    r"|农民|农户)?)(?:拥有|有(?=.))?"
)
# There is more in all than what was added to it: 新增航线22条、航线总数183条.
IN_ALL = re.compile(r"总(?:[数量]|里程|规模|面积)$")
# … or to what was built: 新建改建公路9公里，总里程90公里.
_BUILT = re.compile(r"^(?:新建|改建|扩建|新改建|新改扩建|建成|新增|修建|、)+(?=..)")
_PER_OUTPUT = re.compile(r"单位(?:国内|地区)?生产总值|单位GDP|万元(?:国内|地区)?生产总值|万元GDP")
_EMITTED = re.compile(r"(?:二氧化碳|碳)排放量?")
# Levels of government, of which one stands for another: 省级事项网办率不低于90%、市县两级达到70%.
_LEVEL = re.compile(r"(?:[省市区县乡村]|地市|乡镇)+[两三]?级")
# Nouns that say so little that one in a list stands for the last one's noun (示范地区4个、项目6个 → 示范项目).
_GENERAL_NOUNS = ("项目", "地区", "单位", "基地", "机构")
SHORT_PRODUCT = 6
_SHORT_TWIN = 4
# What makes something, not what is made: 汽车产业, 粮食综合生产能力.
_ABLE = re.compile(r"(?<=..)(?:产业|(?:综合)?生产能力)$")


def owned(holder: str, core: str) -> str:
    """Put a dependent quantity behind its owner; a total is of the thing, not of what was added to it.

    Words that both have stand once: 储蓄存款, 存款余额 → 储蓄存款余额.
    """
    if _COSTS.search(holder):
        return core
    holder = _ADDED_LAST.sub("", holder)
    if core.startswith("总") or core in _RUN_LENGTHS:
        holder = (_NEW if core in _IN_ALL_NOW else ADDING).sub("", holder).removesuffix(core[1:])
    if IN_ALL.search(core):
        holder = _BUILT.sub("", holder)
    if core == "完成投资":
        holder = holder[len(leading_verbs(holder)) :] or holder
    if core in ("产量", "产销量", "销量", "年产量"):
        holder = _ABLE.sub("", holder)  # 粮食生产能力稳步提升，年产量保持在9亿吨
    if core.endswith("贡献率"):
        holder = holder.removesuffix("增加值")
    if core.endswith(("产值", "增加值", "国产化率")):
        holder = holder.removesuffix("生产") or holder
    return holder + core.removeprefix(holder[-2:])


def _level_of_place(core: str, last: str) -> str:
    """Give a level of government alone the quantity that the one before it has: 省级网办率90%、市县两级70%."""
    told = _LEVEL.match(last) if _LEVEL.fullmatch(core) else None
    return core + last[told.end() :] if told and QUANTITY.search(last) else ""


def _per_output(core: str, last: str) -> str:
    """Give back of what a unit something is told, as the one before it: 单位生产总值能耗下降8%、二氧化碳排放下降9%."""
    unit = _PER_OUTPUT.match(last)
    return unit[0] + core if unit and _EMITTED.fullmatch(core) else ""


def carried_by(core: str, last: str) -> str:
    """Name what is carried by the trains, ships or flights told before; empty for other things."""
    if not _CARRIED.fullmatch(core) or not _CARRIERS.search(last):
        return ""
    carrier = last[len(leading_verbs(last)) :]
    return owner(carrier.removesuffix(closing_verbs(carrier))) + core


def share_of_whole(core: str, last: str) -> str:
    """Name the share that a whole quantity has, not what has it: 清洁能源装机9万千瓦，占比四成; empty for other words."""
    if core not in _SHARES_OF or "占" in last or not _SUMMED.search(last):
        return ""
    return last[len(leading_verbs(last)) :] + core


def listed(slot: Slot, last: str) -> str:
    """Name an item after 、 or 和: what it shares with the item before is given back."""
    core = slot.core
    level = _level_of_place(core, last) or _per_output(core, last)
    if level:
        return level
    if len(core) <= SHORT_PRODUCT and core[:2] in last[2:]:
        head = last[: last.index(core[:2], 2)]
        return core if IN_ALL.search(core) and ADDING.fullmatch(head) else head + core
    if core in _GENERAL_NOUNS and last.endswith(_GENERAL_NOUNS):
        return last[:-2] + core
    if core.endswith(_ABILITY) and last.endswith(_ABILITY) and leading_verbs(last):
        return leading_verbs(last) + core
    port = _PORT.match(last) if _PASSED.fullmatch(core) else None
    if port:
        return port[0] + core
    if share := share_of_whole(core, last):
        return share
    holder = owner(last)
    track = _TRACK.search(last) if _TRACK.fullmatch(core) else None
    if track:
        return last[: track.start()] + core
    if (
        (core in DEPENDENTS and not _EACH_YEAR_CAN.fullmatch(holder))
        or core in _TOLD_TOO
        or LEANING.fullmatch(core)
    ):
        return owned(holder, core)
    if core.endswith(_WAGES) and last.endswith(_AT_WORK):
        return last + core
    if _EARNED.search(core) and not QUANTITY.search(last):
        return core
    if _SPREAD.fullmatch(core):
        return last[max((end for _, end in verb_places(last)), default=0) :] + core
    if slot.value.unit == "%" and core.endswith(("占比", "比重", "率")):
        return core
    if _PAYS.match(core) and owner(last) != last:
        return owned(owner(last), core)
    size = SIZE.fullmatch(core + slot.ending) if slot.ending.strip() == "以上" else None
    told = SIZE.search(last) if size else None
    if size and told:
        return last[: told.start()] + size[0] + last[told.end() :]
    each = _OF_EACH.match(last)
    if each and not core.startswith(("每", "人均")):
        return each[0] + core
    quoted = _QUOTED.match(last)
    if quoted and len(core) <= SHORT_PRODUCT and QUANTITY.search(core):
        return quoted[0] + core
    twin = last[: -len(core)] if _are_twins(core, last[-len(core) :]) else ""
    head = twin if len(twin) > len(leading_verbs(last)) else _shared_head(last)
    verb = closing_verbs(head)
    ended = _ONLY_BOUND.sub("", slot.ending.strip())
    if leading_verbs(core) or (ended and not core.endswith(ended)) or (verb and verb in core):
        return core
    return head + _grade_of(last[len(head) :], core) + core


def _grade_of(last: str, core: str) -> str:
    """Give the grade that two kinds of one thing share: 省级以上智能工厂9家、绿色工厂8家 → 省级以上."""
    grade = _GRADE.match(last)
    alike = grade and last[-2:] == core[-2:] and len(core) <= SHORT_PRODUCT
    return grade[0] if grade and alike and not _GRADE.search(core) else ""


def _are_twins(word: str, other: str) -> bool:
    """Say whether two short words name quantities or works of one kind (脱硫改造, 脱硝改造; 炼铁产能, 炼钢产能)."""
    alike = len(word) == len(other) <= _SHORT_TWIN and word != other and word[-2:] == other[-2:]
    return alike and (word.endswith("改造") or QUANTITY.search(word) is not None)


def _shared_head(name: str) -> str:
    """Give an indicator's words up to its last verb with an object, and that object's modifier."""
    verbs = leading_verbs(name)
    whole = WHOLE_VERB.search(verbs) if verbs == name else None
    end = whole.start() if whole else len(verbs)
    if _CAUSING.search(name[:end]):
        end = max(
            (stop for start, stop in verb_places(name) if start > end and len(name) - stop >= 2), default=end
        )
    if not end:
        end = max(
            (
                stop
                for start, stop in verb_places(name)
                if len(name) - stop >= 2 and (name[start:stop] not in MODIFYING or name[start:stop] == "建设")
            ),
            default=0,
        )
    rest = name[end:]
    return name[: end + rest.index("的") + 1] if end and "的" in rest[1:-1] else name[:end]
