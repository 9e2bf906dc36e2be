"""Topics: what a clause without a value speaks of, for values after it that name no subject."""

import re

from taizhang.figures.wording import QUANTITY, leading_verbs, tidy, trim_left, trim_right, words
from taizhang.lexicon.late import late
from taizhang.lexicon.tables import toml_table

_PREDICATE = re.compile(
    rf"(?<=..)(?:(?:仍然?|依然)是|[安搞抓办]排?得(?:更|比较|很)?[高快好低大]|在(?:调整|改革|整顿|改造|发展|探索)[^，。的]{{0,4}}中)|(?<=..)由[^，。；]{{2,8}}(?:转向|转变为|转为|改为|变为)|(?<=...)(?:从[^，。]{{2,8}}?(?:开始|起|(?:扩大|提高|增加|延伸|拓展"
    rf"|扩展|调整)[到至为])|(?<![主需重首纲])要(?=下沉|向|全部|主要|优先|重点|用于|直达)|(?<!所)(?:{words('predicate_starts')})|[^，、的有]{{2}}了(?=..))(?![率幅速])"
)

_OPENING = re.compile(
    rf"(?!开发[区商者]|建设[用者]|增加值|发展中|[^，；]{2}的)(?:(?:{words('adverbs')})*(?:{words('opening_verbs')}))+"
)
_REFORMING = re.compile(r"(?:改革|改组|整顿)(?!开放|试点|发展|创新)(?=..)")
_SCOPE = late(r"^(.{2,40}?)(?:方面|之中|中间|中|上|里|来说|说|看)$")
_SCOPE_OPENER = re.compile(r"^(?:但|而|又|并|同时|预计|估计)?(?:在|就|以|从|按)")
# A clause that only says where or how far: 在三种不同的地区, 从中央到地方.
_PLACE_ONLY = re.compile(
    r"\s*从[^，\d]{2,6}[到至][^，\d]{2,6}$|\s*在(?![建校册押编职岗]|[^，]{0,3}[0-9一二]|[^，]*[后前时中上下里])[^，]{2,12}$|\s*[在到从][^，]*年[底末]?$"
)
# What came up in a body: 国家财政出现较大的赤字.
_APPEARED = re.compile(r"^(.{2,8}?)(?:出现|发生|产生)了?(?:[^，的]{1,4}的)?([^，的]{2,6})$")
# What a clause says of a harvest, whose output is then told: 粮食仍然连年增产，预计达到….
_YIELD = re.compile(
    r"^(.{2,6}?)(?:仍然|仍|继续|连年|连续.{1,3}年|又|再|普遍|大幅度?|全面|获得|喜获|再获)*(?:增产|减产|大?丰收)$"
)
# What is done to something without saying what it is: 加大保障性住房建设力度.
_WORK = re.compile(r"(?:建设|工作|改革)?(?:力度|步伐)$|建设$|(?:运营|运行|发展|服务)质效$")
# A clause that only says how the subject before it stands: 稳居全国前十强, 快于上年.
_STANDS = r"[稳位跃仍]?居(?![民住])|位列|名列|排名|跻身"
STANDING = re.compile(_STANDS)
_PREDICATE_ALONE = re.compile(
    rf"{_STANDS}|(?:已经?|都|就)*(?:被)?(?:认为|以为|感到|觉得)|由[^，。；]{{2,8}}(?:统一|负责|牵头)|[好快高低优慢]于|再?创(?:历史|近)|刷新|(?:实现|取得)?更好(?:结果|成效|成绩)"
    r"|(?:取得|收到|获得)了?(?:较|更|比较|很|十分|非常|明显|显著|积极|良好|初步|一定|重大|阶段性|好|大|的)*(?:效果|成效|成绩|进展|实效)$"
    r"|(?:效果|成效|成绩|效益|进展)(?:比较|十分|非常|较|很|都|也|更加|初步)*(?:明显|显著|突出|良好|好|顺利|显现)$"
)
# By how much of a rise the next clause is told: 经济每增长1个百分点，带动就业9万人.
_PER_RISE = re.compile(r"每(?:增长|提高|增加|上升|下降|降低)[0-9一二三四五六七八九十]+个百分点$")
# Of whom a clause says only when: 合作社在初建的头两年内，….
_AT_A_TIME = re.compile(r"([^，在]{2,16})在[^，]{2,14}(?:内|时|以后|之后|期间)$")
# From when on a clause says something: 从秋季学期起推行免费教育.
_FROM_THEN = late(r"从[^，。；]{2,8}?(?:开始|起)(?=..)")
# What is to become of a branch or of bodies, after the verb that makes it so: 推动汽车产业加快向新能源转型.
_MAKING = re.compile(r"(?:推动|促进|支持|引导|鼓励|推进|助推|带动)$")
_BECOMES = re.compile(
    r"(?<=...)(?:(?:加快|加速|稳步|逐步)*向[^，]{2,10}(?:转型|转变|迈进|延伸|升级|发展|转移)|(?:加快|加速)(?:转型|发展|集聚|崛起|升级)[^，]{0,4}"
    r"|(?:专业化|战略性)(?:整合|重组)|减量提质|提质增效|提档升级|扩容提质|转型升级|调整改组|兼并重组|做[大强优精][^，]{0,6})$"
)
_ASPECT = re.compile(r"(?<=..)(?:(?:发展)?方面|领域|板块)$")
# What became of a work that is told of: 乙烯项目建成投产, 账户上线运行.
_DONE = re.compile(rf"(?<=...)(?:{words('ends_reached')})+$")
_ONLY_DONE = re.compile(rf"(?:{words('ends_reached')})+")
# Where something reaches all, the clause tells of no thing: 实现行政村全覆盖.
_REACHES_ALL = re.compile(r"(?:全覆盖|清零)$")
# The drive in which something is done: 遗留问题攻坚行动.
_DRIVE = re.compile(r"(?<=..)(?:专项)?(?:整治|攻坚|清零|整改|治理)+(?:专项)?行动$")
_SETTING = re.compile(
    r"(?:前提下|情况下|基础上|条件下|背景下|的同时|为契机|为抓手|以后|之后|(?<=[成产建施整革造])后|以来|的时候)$"
)
_CAUSE = re.compile(
    r"\s*(?:坚持|有[利助]于|用[0-9一二三四五六七八九十]+(?:天|年|个月|个?小时)|以[^，]{2,20}为|由于|因为|为了|这[个一]比[重例]|必须|应当|应该|用于|用来|用以|随着|通过|根据|按照|经过|如果|包括|不包括|其中"
    r"|按[^，]{2,10}计算|按[^，]{2,40}(?:测算|推算)|[就从](?:全国|全省|全市|整个|总体|总的)[^，]{0,6}来?[说看讲]|虽然|尽管|据|加上|连同|除|扣除|剔除"
    r"|考虑[^，]{2,12}因素|[同与和比较].*(?:相比|比较)$)"
)
_INCLUDING = re.compile(rf"(?:不)?包括[^，]+的([^的，]{{2,8}}(?:{words('quantity_ends')}))$")
DEPENDENTS = frozenset(toml_table("subjects")["dependents"])
LEANING = re.compile("|".join(toml_table("subjects")["leaning"]))
# Bodies with a quantity of theirs.
_BODY_QUANTITY = re.compile(r"([^，；]{2,}(?:企业|公司|特区|开发区|厂矿|所有制单位))的?([^，；企]{2,8})")
_DEPENDENT_END = re.compile(rf"(?<!直接)(?:按人口平均.{{1,6}}|{LEANING.pattern}|{words('dependents')})$")


# Why it is as the next clause tells: 海带由于主动减养，产量….
_BECAUSE = late(
    r"(?<=..)(?:主要)?(?:由于|因为|因受|因(?![此为素地子应])(?=[^，]{4,})|受(?=[^，]{2,}影响))[^，]{2,}$"
)


# What is taken as something is no subject of the next clause: 把绿色转型作为头号工程.
_TAKEN_AS = late("(?:^|[，；])(?:始终|坚持|继续)*[把将][^，]{2,}作为")


# The part of what is taxed that a rate is for: 对小微企业所得额超过100万元的部分，税负降至9%.
_TAXED = late(r"对([^，。；]{4,40}?(?:所得额|销售额|营业额|收入|出口额)[^，。；]{2,20}?)的?部分$")


# What was done for some, whom the next clause counts: 对养殖户实施阶段性缓缴税费，惠及渔民9万户.
_DONE_FOR = late(
    r"[，；、]?(?:继续|延续|全面|还|并|又)*对[^，。；]{2,24}(?:实施|实行|开展)了?([^，。；]{4,16})"
)
# … and an event that drew so many: 办好首届渔业博览会，吸引90家企业参展.
_EVENT = late(
    r"(?:办好|举办|举行|承办|召开)了?(?:首届|第[^届]{1,3}届)?([^，。；]{2,16}(?:博览会|展览会|交易会|洽谈会|进博会|服贸会|广交会|消博会|运动会|论坛|大会|展会))$"
)


def topic(clause: str, area: str | None) -> str:
    """Give the noun phrase that a clause speaks of: its subject, or the object of its opening verb.

    粮食总产再创历史新高 gives 粮食总产; 继续推进保障性安居工程建设 gives 保障性安居工程.
    """
    including = _INCLUDING.match(clause)
    if including:
        return tidy(including[1])
    taxed = _TAXED.match(clause.strip()) if clause.endswith("部分") else None
    if taxed:
        return f"{taxed[1]}部分"
    done = _DONE_FOR.fullmatch(clause.strip()) if "对" in clause else None
    done = done or (_EVENT.search(clause) if clause.endswith(("会", "坛")) else None)
    if done:
        return tidy(done[1])
    if _CAUSE.match(clause):
        return ""
    setting = _SETTING.search(clause)
    if setting:
        return tidy(trim_left(clause[: max(clause.find("在"), 0)], area))
    whole = scope(clause, area)
    if whole:
        return whole
    if _PLACE_ONLY.match(clause):
        return ""
    if "作为" in clause and _TAKEN_AS.search(clause):
        return ""
    if _PER_RISE.search(clause):
        return tidy(trim_left(clause, area))
    timed = _AT_A_TIME.fullmatch(trim_left(clause, area))
    if timed:
        return tidy(timed[1])
    text = _BECAUSE.sub("", _ASPECT.sub("", trim_right(_started(trim_left(clause, area), area))))
    harvest = _YIELD.match(text)
    if harvest:
        return tidy(harvest[1]) + "产量"
    appeared = _APPEARED.match(text)
    if appeared:
        return tidy(appeared[1] + appeared[2])
    if _PREDICATE_ALONE.match(text) or _ONLY_DONE.fullmatch(text):
        return ""
    opening = _OPENING.match(text)
    if opening and len(text) - opening.end() >= 2:
        thing = "" if _REACHES_ALL.search(text) else text[opening.end() :]
        thing = trim_left(thing, area) if thing[:1].isdigit() else thing  # 制定2018年至2020年…计划
        thing = _BECOMES.sub("", thing) if _MAKING.search(opening[0]) else thing
        return tidy(_DRIVE.sub("", _WORK.sub("", thing)))
    found = tidy(trim_right(_DONE.sub("", subject_of(text))))
    return "" if _REACHES_ALL.search(found) else found


def _started(text: str, area: str | None) -> str:
    """Leave out from when on something is done."""
    start = _FROM_THEN.match(text) if text.startswith("从") else None
    return trim_left(text[start.end() :], area) if start else text


def opens_with_verb(clause: str, area: str | None) -> bool:
    """Say whether a clause begins with a verb, so that its topic is an object."""
    return _OPENING.match(_started(trim_left(clause, area), area)) is not None


def without_opening(text: str) -> str:
    """Leave out the verb that opens a clause: 打造渔业云平台 → 渔业云平台."""
    opening = _OPENING.match(text) or _REFORMING.match(text)
    return text[opening.end() :] if opening else text[len(leading_verbs(text)) :]


def subject_of(text: str) -> str:
    """Give the words before a clause's predicate: 粮食总产再创历史新高 → 粮食总产."""
    found = _PREDICATE.search(text)
    return text[: found.start()] if found else text


def scope(clause: str, area: str | None) -> str:
    """Give the whole that a clause like 在工业总产值中 sets, empty for other clauses."""
    if not _SCOPE_OPENER.match(clause.lstrip()):
        return ""
    found = _SCOPE.match(trim_left(clause, area).removeprefix("在").removeprefix("就"))
    return tidy(found[1]) if found else ""


def body_of(name: str) -> str:
    """Give the bodies whose quantity a name is (县办企业劳动生产率 → 县办企业); empty for other names."""
    held = _BODY_QUANTITY.fullmatch(name)
    return held[1] if held and (QUANTITY.search(held[2]) or held[2] in DEPENDENTS) else ""


# What has a share of a place's whole.
_SHARE_HELD = late(r"([^占]{4,})占(?:全球|世界|全国|全省|全市|全区)的?(?:比重|比例|份额)?$")


def owner(name: str) -> str:
    """Give what an indicator's dependent quantity belongs to: 签约项目金额 → 签约项目, 渔船年产量占全国的比重 → 渔船."""
    held = _SHARE_HELD.match(name) if "占" in name else None
    if held:
        return owner(held[1]).removesuffix("年")
    found = _DEPENDENT_END.search(name)
    stem = name[: found.start() + 2 * found[0].startswith("项目")] if found else body_of(name) or name
    return stem if len(stem) != 1 else name
