"""Wording: what is left out at the edges of an indicator (time, place, adverbs, linking verbs)."""

import re
from functools import cache, lru_cache
from string import whitespace

from taizhang.figures.time_words import time_or_base
from taizhang.lexicon.late import late
from taizhang.lexicon.tables import toml_table
from taizhang.lexicon.words import WordSet, alternation, begins

_LEXICON = toml_table("subjects")
_LOOSE = " \t\u3000、，,的□*·:："
_EDGES = _LOOSE + "》”’—"
_RIGHT_EDGES = _EDGES.replace("”", "").replace("》", "")


def words(key: str) -> str:
    """Give a pattern for a word list of ``data/subjects.toml``."""
    return alternation(_LEXICON[key])


def _guarded(key: str) -> str:
    table: dict[str, str] = _LEXICON[key]
    return "|".join(f"{word}(?![{others}])" if others else word for word, others in table.items())


QUANTITY = re.compile(rf"(?:{words('quantity_ends')})$")
"""A word for a quantity at the end of an indicator: 产量, 收入, 覆盖率."""
WHOLE_VERB = re.compile(rf"(?:{words('whole_verbs')})$")
"""A verb that carries its object (造林, 减税) at the end of a deed."""
_VERBS = alternation(
    _LEXICON["actions"], {verb: f"[{others}]" for verb, others in _LEXICON["action_nouns"].items()}
)
ACTION = f"{begins(_LEXICON['actions'])}(?:{_VERBS})"
# No adverbs: 公共服务, 再融资.
_ADVERBS = (
    rf"(?:{begins(_LEXICON['adverbs'])}(?:(?!共)|(?<!公))"
    rf"(?:{alternation(_LEXICON['adverbs'], {'再': '融资|贷款|利用|贴现|就业|制造|担保'})}))"
)
_ADVERB = rf"{_ADVERBS}+地?|全面(?!推开)|分[两三四五六](?:批|轮|步|期)"
_PLACE = rf"(?:{words('places')})(?![域性])(?:的|各地|各级|共)?"
_NATION = rf"全国(?!{words('national_names')})(?:的|各地|共|范围内)?"
# The government that reports, where it does something; in a noun (国务院各部门取消的项目) it stays.
_CABINET = (
    rf"国务院(?:各部门)?(?:决定|同意)?(?=(?:先后|共|决定|地方|全年|[三五]年)*(?:向|{ACTION}))"
    rf"(?![^，。；]{{2,24}}的)|国务院(?=分[两三四五六]批{ACTION})"
    rf"|(?:国家|国务院)已经?(?=(?:先后|共|陆续)*{ACTION})(?!可)(?![^，。；]{{2,24}}的)"
)
# Offices of the state whose work the country tells of: 各级监察机关查处案件, 公安机关破获案件.
_OFFICES = (
    rf"(?:各级|公安|检察|监察|审判|司法|纪检)[^，。；、的]{{0,10}}(?:机关|部门)"
    rf"(?!共?受理(?!的))(?=(?:先后|共|累计|立案|去年|今年|全年|[三五]年来?)*{ACTION})"
)
# To whom bills are put goes without saying: 向全国人大常委会提出法律议案.
_TO_CONGRESS = "向全国人(?:大|民代表大会)(?:及其)?(?:常委会|常务委员会)?(?=提出)"
_BEFELL = (
    rf"{begins([*'省市区县境又还仍先接连多', *_LEXICON['befalling']])}"
    rf"(?:[省市区县境]内)?(?:又|还|仍|先后)?(?:接连|连续|多次)?(?:{words('befalling')})(?![到率])"
)
_JOINTS = rf"{words('connectors')}|(?:{words('wishes')})(?!金)|{_BEFELL}"
_AROUND = (
    r"(?:围绕|聚焦)[^，。；]{2,40}?等(?:重点|关键)?领域(?=组织|开展|实施|攻克|突破|布局|培育)|[^，。；]{2,30}?等(?:重点|关键)?领域(?=攻克|突破)"
    r"|(?:宣布|承诺)(?:将|再|拟)*(?=今后|未来|[\d一二三四五]+年)"
    r"|(?:围绕|聚焦|通过|依托|按照|根据|针对|结合|配合|面向)[^，、]{2,20}?"
    r"(?=培养|开展|实施|(?<!基本)建设|打造|推进|培育|举办|完成|新增|新建|制定|修订|出台)"
)
_NUMBERING = (
    r"(?<![0-9])[0-9]{1,2}[.．、](?![0-9])|（[0-9一二三四五六七八九十]{1,3}）|[①-⑳]"
    r"|第[一二三四五六七八九十0-9]+届(?![^，。]{0,6}(?:运动|[冬夏残特亚全]+运?)会)|[一二三四五六七八九十]{1,3}是"
)
_SINCE = (
    r"(?:考虑|剔除|扣除|除去|去掉)[^，、；]{0,12}因素(?:影响)?(?:之?后)?"
    r"|[12一二][9九0〇○零][0-9一二三四五六七八九〇○零]{2}(?=[^年\d一二三四五六七八九〇○零十百千万])"
    r"|原定(?=[去今前明]|在|[^，]{2,8}[年月])|(?:去冬今春|今冬明春|去冬|今春|今冬)|计划(?=生产(?!资料|力|的|任务|总|能))"
    r"|为(?=[到在][12一二本])|在[^，。；、]{2,30}?(?:基础上|情况下|前提下|条件下)"
    r"|[从自](?:今年)?[春秋]季?学期[起开]始?|(?:[^，、。]{1,3}地、?)+(?=[把将])|这[一二两三四五六七八九十几0-9]+(?:部分|个?方面|项|类|种)(?:共计|合计|总计|一共|总共|共)"
    r"|(?:用时?)?(?:不到|短短|仅用)(?:了)?[一二两三四五六七八九十几0-9]+个?(?:多)?(?:月|天|周|小时|年)(?:时间|内)?|除[^，、；的]{1,8}外(?![部围])"
    r"|(?:从|自)?(?:今年|明年)?[0-9]{1,2}月(?:[0-9]{1,2}日|份|底)?起(?!义)"
    r"|(?:短|较短)时间内|[0-9一二两三四五六七八九十百几数]+(?:多|余)?个?(?:月|天|周|小时)(?:时间)?之?内(?=[^，])"
    r"|按[^，、；]{2,10}计算|(?!占)[^，、；]{2,10}?以来|在[^，、]{2,8}下(?=[^，降])"
    r"|[^，、；]{2,12}不仅(?=取消|减少|增加|解决|完成|实现|建成)"
    r"|(?:没有|未能?)(?:完成|实现|达到)(?:年初|原定|预定|计划)(?:所)?(?:确定|提出|规定)?的"
    r"|(?:迎峰度[夏冬]|汛|春运|疫情)期间?(?=[^，]{3})|成为[^，、；]{2,14}?(?:首个|第一个|唯一)|通过[^，、；]{2,8}(?:方式|形式|渠道|途径)"
)
# In which branches or places something is done: 在重点领域实施…, 优先在边境地区新建….
_WITHIN = r"(?:优先)?在[^，；。]{2,40}?(?:领域|行业|环节|节点|地区|区域|国家|园区|城市|村)"
# A region stays, as the owner of what was begun there: 国家在西部地区新开工重点工程 → 西部地区新开工重点工程.
_IN_REGION = r"(?:优先|国家)?在(?=[^，；。、的]{2,8}地区"
# The draft plan that the report puts forward, where it is told what it sets: 《纲要（草案）》设置主要指标.
_DRAFT = (
    r"(?:《[^》]{0,20}(?:纲要|规划|草案)[^》]{0,6}》|(?:规划)?纲要|(?:规划)?草案)(?:（草案）)?"
    r"(?:围绕[^，。；、]{2,10}?)?(?:共|还)?(?=(?:提出|设置|设定|确定|明确|部署|谋划|安排|布局))"
)
# The place by one character (在沪企业), not where a longer name begins with it (在苏州).
_HERE = rf"在(?:{_guarded('one_character')})(?=[^，]{{3}})"

# Read from right to left.
_LINKS = [word[::-1] for word in (*_LEXICON["links"], *_LEXICON["link_adverbs"])]
_RIGHT_FIRST = (*_LINKS, *_LEXICON["guarded_right"], *"划要了", *whitespace, "\u3000")
_RIGHT_LAST = frozenset(word[0] for word in _RIGHT_FIRST)
_RIGHT_WORDS = re.compile(
    rf"{begins(_RIGHT_FIRST)}(?:{alternation(_LINKS)}"
    rf"|{_guarded('guarded_right')}|划计(?!度[年季]|[原定年发导”动养才造育广升坚星炬创项善])|要(?=重比)|了|\s)+"
)
# With one of these a time, base or plan begins: a look at it spares trying them all at every character.
_TIME_FIRST = (
    "0123456789“○〇一二两三四五六七八九十百几零上下与为于仅今从以党全再到前去同后和在头将届已年应建当恢截按提改整明是"
    "最期未本现比用由目相第等经能自至若要解较过近这连计规原"
)
_TIME_LAST = time_or_base(
    before="(?:(?P<from>由|从)|将由|已由|到|至|在|为|等于)?",
    after="(?(from)(?:的?(?:人均(?:每[月年])?|每[天日]|日均|平均))?|(?:(?:预算|计划)(?=的))?)",
)
# What was so before something was done: 由改革前的9项减为3项, 比2018年改革前缩短一半.
_BEFORE_IT = (
    r"(?:由|从|[比较])(?:[12][0-9]{3}年)?(?:机构|商事制度|制度|集中|带量)?"
    r"(?:改革|采购|集采|整治|改造|整合|调整|疫情|治理|扩建|重组)(?:之|以)?前"
)
_RIGHT_TIME = re.compile(
    rf"(?=[{_TIME_FIRST}])(?:{_TIME_LAST}"
    r"|(?:将由|已由|到|至|在|为|等于|(?:由|从)(?:人均(?:每[月年])?)?)"
    r"|[比较](?:近|前|过去)[0-9一二两三四五六七八九十]+年(?:同期)?的?(?:平均(?:水平|值|数)?|均值)"
    r"|[比较](?:年[初中内]|历史|疫情?前|去年|上年)?的?(?:最[高低](?:点|时|值|位|水平)|峰值|高峰时?)"
    r"|(?:再|能)*(?:连续)?若干年|提前(?:[0-9]+|[一二两三四五六七八九十半]+)个?[年月天]"
    r"|(?:要|将|应)?按(?:上年|去年)?[^，。；、]{0,6}(?:数额|基数|实际数)"
    r"|(?:相当于|等于|是|为|比)[^，。；、]{0,12}(?:总和|同期|时期|以前|之前|现有|原有|原来)"
    r"|[由从][^，。；、\d]{2,6}一[地市省县处]"
    rf"|{_BEFORE_IT}"
    r"|在[^，。；]{2,30}(?:情况下|基[础数]上?|之上|之|条件下|前提下|背景下))的?(?:还)?$"
)
# Without one of these no time, base or plan stands at an end.
_MAY_BE_TIME = re.compile(r"[年月代期末来前后现当届底初季天五比较同与和由从到至在为于按是相]")
# Without its verb this says nothing: 沼气池新安排, but 科技创新达到.
_ANEW = re.compile(r"(?<![创更革翻崭维刷常高推出历])新$")
_GROWTH_NOUN = re.compile(rf"(?<!自然)(?<!人口)(?<!经济)的?(?:{words('growth_nouns')})$")
# With one of these each of the alternatives below begins: a look at it spares trying them all at every character.
_INNER_FIRST = "".join(
    sorted(
        {
            *"下年比较累首计现共在将拟同与为这通连近已就能可全当实（0123456789一二两三四五六七八九十今去上",
            *(word[0] for word in _LEXICON["adverbs"]),
        }
    )
)
_INNER = re.compile(
    rf"(?=[{_INNER_FIRST}])(?:累计|首次|(?<=..)[同与](?:上年|去年)?同期相比的?|(?<=..)在(?:我国)?第[一二三四五六七八九十]个五年计划期间(?=..)|在[^，。；在]{{2,30}}(?:基础上|情况下|前提下|条件下)(?=..)"
    rf"|(?<=..)(?:共(?=支出|收入|收到|征收|拨付|精简|裁减)|(?:将|拟)?为此|(?:(?<!占)[比较](?=上年|去年))?在?(?:[12][0-9]{{3}}年?(?:至|到|—)[12][0-9]{{3}}年|[12][0-9]{{3}}年|[一二][一二三四五六七八九○〇零]{{3}}年|今年|去年|(?<!好于)上年)(?![届度]|[底末]?[以之]?前[^，。；、]{{2,12}}的)(?:[上下]半年)?"
    rf"|(?:连续|近|这)?[一二两三四五六七八九十0-9]+年(?:(?:合计|累计|共计|总共)(?=..)|(?=(?:新增|净增|净减|扩招)[加少]?$)|(?=(?:安置|培养|取得|建成|新建|安排|完成|新增|投入|支出|发放|减免|审议|制定|修订|解决|转移|培训|改造|治理|拨付|下达)..)|(?=覆盖$))"
    rf"|(?:已经?|(?<!公)共)有(?!产权)(?=..)|(?<=中央|财政|政府|银行)已经?(?=(?:{ACTION}).)(?!可)(?![^，]*的)|(?<![占安健比于域])(?:全部|全面)(?=..)|计划(?=完成投资)|(?<=[站部方厂社局])计划(?=(?:{ACTION}).)"
    rf"|当年就?|通过[^，、的]{{2,12}}(?:渠道|途径)(?=..)"
    rf"|(?:[上下]半年|年内|(?<![0-9])年底前)(?=(?:全部|基本)?(?:开工|投产|完工|竣工|开通|通车|建成|完成|投用|交付|启动))|全年(?!的))"
    rf"|(?<=每年)(?:就|能够|可以|可|将)+|(?<=.)现行(?=的?税率)|(?<=.)(?:将|拟)(?=每|安排|投入|新增|增拨|拨付)"
    rf"|(?<=...)实现(?=利润|利税|税收|收入|营业|销售|产值|增加值|总产值|投资)"
    rf"|(?:(?<=.){_ADVERBS}|(?<=..)(?:连续|近|这)?[一二三四五六七八九十0-9]+年共)(?=(?:{ACTION}).)|（(?:不?包括|不?含|其中|下同|扣除|即|按)[^）]*）|（[^）]*(?:下同|在[内外])）"
    rf"|(?<=”)（[^）]{{6,40}}）)"
)
_MAY_BE_INNER = re.compile(f"[{_INNER_FIRST}]")
# Hedges inside a name: 公社已经建立起鱼种场, 公社还办了中学.
_HEDGED = late(
    rf"(?<=..)(?:(?<!不)已经(?=[^，的]{{4}})|(?<![归偿退返])还(?:要|将)?(?=(?:{ACTION}|提出|支出|动用|办).))"
)
_DOUBLED = re.compile("|".join(f"{char}{char}(?!以)" for char in "率额量数比的"))

_VERB_CHAIN = re.compile(rf"(?![及和、]|以及)(?:(?:[及和、新]|以及)??(?:{ACTION}))+")
_CHAIN_FIRST = frozenset("新").union(word[0] for word in _LEXICON["actions"])
_ASPECT = re.compile(r"了(?=[^解不][^，])")
_AT_GAMES = late(
    r"^(?:[^，在]{0,10}(?:健儿|运动员|选手|代表团))?在?([^，在]{1,20}(?:[运动残特奥冬]会|大赛|比赛|赛事))[上中](?:为[^，]{2,12}?(?=贡献|夺得|赢得|获得))?"
)
# Contests that have no name of their own: 运动员在国际比赛中获得冠军.
_IN_CONTESTS = late(
    r"(?:(?<=运动员)|(?<=健儿)|(?<=选手))(?:在|于)?(?:各种|各类|重大|重要)*(?:国际|世界)(?:性)?(?:各类|重大|体育)*(?:比赛|大赛|赛事|赛场)[上中]?(?=.)"
)
_VERB = re.compile(_VERBS)
_ACTIONS = WordSet(_LEXICON["actions"])
# Bodies whose name ends like a verb.
_BODIES = ("国际组织", "社会组织", "党组织")


@cache
def _left_pattern(*, national: bool) -> re.Pattern[str]:
    """Give what is left out at the left edge, one thing at a time; it never matches nothing."""
    return re.compile(
        rf"{_HERE}|{_IN_REGION}(?:{ACTION}))|(?:{_WITHIN}|{_ADVERB})(?=(?:{ACTION}))|{_JOINTS}|{_SINCE}|(?=[{_TIME_FIRST}]){time_or_base()}|{_PLACE}"
        rf"{f'|{_NATION}|{_CABINET}|{_OFFICES}|{_TO_CONGRESS}' if national else ''}"
        rf"|{_guarded('guarded')}|{_NUMBERING}|{_AROUND}|{_DRAFT}|[{_EDGES}]"
    )


_AREA_TAILS = tuple(_LEXICON["area_tails"])


def is_national(area: str | None) -> bool:
    """Say whether a report speaks for the whole country."""
    return area is None or area in ("全国", "中国", "国务院")


@lru_cache(maxsize=32)
def stem_of(area: str) -> str:
    """Give a place's name without its rank: 砚江市 → 砚江."""
    return re.sub(r"(?:[壮回维吾尔族]{0,4}自治区|特别行政区|[省市县区])$", "", area) or area


@lru_cache(maxsize=256)
def trim_left(text: str, area: str | None) -> str:
    """Leave out joints, wishes, time, the issuing place and adverbs at the left edge."""
    national = is_national(area)
    pattern = _left_pattern(national=national)
    start = 0
    while True:
        end = start
        while found := pattern.match(text, end):
            end = found.end()
        start = _past_own_name(text, end, area) if area and not national else end
        if start == end:
            return text[end:]


def _past_own_name(text: str, start: int, area: str) -> int:
    """Give the position behind the issuing place's name (砚江市, 砚江, but not in 砚江大学), else ``start``."""
    stem = stem_of(area)
    if text.startswith(area, start):
        end = start + len(area)
    elif text.startswith(stem, start) and not text.startswith(_AREA_TAILS, start + len(stem)):
        end = start + len(stem)
    else:
        return start
    return end + text.startswith("的", end)


@lru_cache(maxsize=256)
def trim_right(text: str) -> str:
    """Leave out linking verbs, their adverbs, bases of comparison and times at the right edge."""
    while True:
        shorter = text
        found = _RIGHT_WORDS.match(shorter[::-1]) if shorter[-1:] in _RIGHT_LAST else None
        if found:
            shorter = shorter[: len(shorter) - found.end()]
            shorter = text if _ANEW.search(shorter) else shorter
        near = max(0, len(shorter) - 30)
        time = _RIGHT_TIME.search(shorter, near) if _MAY_BE_TIME.search(shorter, near) else None
        if time:
            shorter = shorter[: time.start()]
        shorter = shorter.rstrip(_RIGHT_EDGES)
        if shorter == text:
            return text
        text = shorter


def drop_growth_noun(text: str) -> str:
    """Leave out 涨幅, 增速 and the like at the right edge."""
    return _GROWTH_NOUN.sub("", text)


@lru_cache(maxsize=256)
def tidy(text: str) -> str:
    """Leave out what never stands in an indicator: inner adverbs before verbs, doubled characters."""
    text = _INNER.sub("", text) if _MAY_BE_INNER.search(text) else text
    return _DOUBLED.sub(lambda both: both[0][0], text).strip(_LOOSE)


def finished(name: str) -> str:
    """Give an indicator as it is written down: without a bracket that has no partner, without 了 behind a verb.

    At games it is the games that tell the medals apart, not who went there: 健儿在全运会上夺得金牌 → 在全运会上夺得金牌.
    """
    if "牌" in name:
        name = _AT_GAMES.sub(r"在\1上", name)
    elif "冠军" in name:
        name = _IN_CONTESTS.sub("", name)
    if name.startswith("已") and "的" not in name and leading_verbs(name[1:]):
        name = name[1:]  # 已安排项目, but 已取消的收费
    if "已经" in name or "还" in name:
        name = _HEDGED.sub("", name)
    if "了" in name:
        name = _ASPECT.sub(lambda found: "" if closing_verbs(name[: found.start()]) else found[0], name)
    for mark, other in (("）", "（"), ("（", "）")):
        place = name.find(mark)
        if place > 0 and name.count(mark) > name.count(other):
            return name[:place]
    return name


@lru_cache(maxsize=256)
def leading_verbs(text: str) -> str:
    """Give the chain of action verbs with which a text begins, empty where there is none."""
    found = _VERB_CHAIN.match(text) if text[:1] in _CHAIN_FIRST else None
    return found[0] if found else ""


@lru_cache(maxsize=256)
def only_verbs(text: str) -> bool:
    """Say whether a text is a chain of action verbs and nothing else."""
    return bool(_ACTIONS.ending(text, len(text))) and _VERB_CHAIN.fullmatch(text) is not None


def closing_verbs(text: str) -> str:
    """Give the chain of action verbs with which a text ends."""
    if not _ACTIONS.ending(text, len(text)):
        return ""
    return next((text[start:] for start in range(len(text)) if _VERB_CHAIN.fullmatch(text, start)), "")


@lru_cache(maxsize=256)
def verb_places(text: str) -> tuple[tuple[int, int], ...]:
    """Give where the action verbs of a text stand."""
    return tuple(
        found.span()
        for found in _VERB.finditer(text)
        if not (found[0] == "组织" and text.endswith(_BODIES, 0, found.end()))
    )
