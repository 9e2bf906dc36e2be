"""Hosts: the meeting or the place of which a clause only says that it was held or fares well, owner of what came of it."""

import re
from collections.abc import Callable

from taizhang.figures.clauses import first_told
from taizhang.figures.discourse import Discourse
from taizhang.figures.topics import opens_with_verb, subject_of, topic
from taizhang.figures.wording import is_national, words
from taizhang.lexicon.late import late

_MEETING = late(
    rf"(?:成功|圆满|顺利|精心|高水平|高质量|高标准)*(?:举办|承办|举行|办好)了?(?:第[^，、；届]{{1,4}}届)?([^，、；]{{1,16}}?(?:{words('meetings')}))$"
)
_CAME_OF_IT = late(rf"(?:{words('meeting_results')})(?![率量])")
_PLATFORM = late(rf"[^、和的“]{{2,18}}(?<!进出)(?:{words('platforms')})")
_SETTLED_THERE = late(rf"(?:{words('platform_deeds')})(?!率|见效)")
# A reform that is told by the clause before alone, and what it yields.
_REFORM = late(r"[^，、；“”]{2,16}改革")
_YIELDED = re.compile(r"(?:节约|节省|形成)(?!率)")
# Work for other places, which pays and sets up things there: 援疆工作扎实推进，投入资金4亿元.
_AID = late(r"[^，；的投]{0,14}?(?:支援|协作|援[疆藏青])(?:省[市份]|地区)?(?=工作|投入|$)")
_GIVEN_AS_AID = late(r"投入(?:财政)?(?:援助)?资金|实施项目|引导落地")
# How large the economy of cities around one is: 支持砚江都市圈扩容提质，经济总量占全省四成.
_CIRCLE = re.compile(
    r"(?:支持|推动|加快|建设|培育|做强|做大|做优)*([^，、；]{2,10}?(?:都市圈|经济圈|城市群))"
)
_ECONOMY = re.compile(r"经济总量")
# What firms earn, and the state's firms that are reformed: 省属国企改革收官，…，上缴税费增长7%.
_EARNED = frozenset(
    {"营业收入", "营收", "利润", "利润总额", "净利润", "利税总额", "上缴税费", "上缴税收", "资产总额"}
)
_FIRMS = late(
    r"(?:^|[，；])[^，；]{0,6}?((?:(?:省属|市属|区属|国有|地方)+(?:国企|企业))|国企)(?=[^，；]{0,16}(?:改革|重组|整合|布局))"
)
# What is bought for all at once makes treatment cheaper: 集采药品平均降价五成，为群众减轻负担4亿元.
_BOUGHT = re.compile(r"集采(?:药品(?:和?(?:医用)?耗材)?|耗材)")
_LIGHTENED = re.compile(r"为(?:参保)?(?:群众|患者|人员)(?:减轻|节约|节省|减负)")
# How many clauses back the host is looked for.
_REACH = 4


def of_host(story: Discourse, index: int, name: str) -> str:
    """Put before what came of a meeting, a place or a work the one that a clause before tells of.

    成功举办装备博览会，签约项目34个 gives 装备博览会签约项目; 砚江先行区初具规模，入驻高校6所 gives 砚江先行区入驻高校.
    The clauses between may only go on with the same host.
    """
    place = story.slots[index].clause
    if not index + place or is_national(story.area):
        return name
    if _LIGHTENED.match(name):
        start = story.slots[index].value.start
        bought = first_told(_BOUGHT, story.sentence, start)
        return bought[0] + name if bought else name
    return next(
        (
            host + name
            for come, find in _KINDS
            if come.match(name) and (host := _host(story, place, find)) and host not in name
        ),
        name,
    )


def of_firms(story: Discourse, index: int, core: str) -> str:
    """Put what firms earn behind the state's firms of whose reform the sentence tells first; empty for other words."""
    if index or core not in _EARNED or is_national(story.area):
        return ""
    start = story.slots[index].value.start
    firms = first_told(_FIRMS, story.sentence, start)
    return firms[1] + core if firms else ""


def _host(story: Discourse, place: int, find: Callable[[Discourse, int], str]) -> str:
    told: list[str] = []
    # 东部协作省市投入资金2亿元、引导落地企业30家
    start = place if story.named_in(place) else place - 1
    for earlier in range(start, max(-1, place - 1 - _REACH), -1):
        if earlier < place and story.clauses[earlier + 1].opener in "；;":
            break
        names = story.named_in(earlier)
        told += names
        host = find(story, earlier)
        if host or not names:
            return host if all(given.startswith(host) for given in told) else ""
    return ""


def _meeting(story: Discourse, place: int) -> str:
    held = _MEETING.fullmatch(story.said(place).strip())
    return held[1] if held else ""


def _platform(story: Discourse, place: int) -> str:
    found = subject_of(topic(story.said(place), story.area)).removesuffix("任务")
    return found if _PLATFORM.fullmatch(found) else ""


def _circle(story: Discourse, place: int) -> str:
    found = _CIRCLE.match(story.said(place).strip())
    return found[1] if found else ""


def _reform(story: Discourse, place: int) -> str:
    said = story.said(place)
    found = _REFORM.fullmatch(said.strip())
    return topic(said, story.area) if found and opens_with_verb(said, story.area) else ""


def _aid(story: Discourse, place: int) -> str:
    told = story.named_in(place)
    found = _AID.match(told[0] if told else story.said(place).strip())
    return found[0] if found else ""


_KINDS = (
    (_CAME_OF_IT, _meeting),
    (_SETTLED_THERE, _platform),
    (_ECONOMY, _circle),
    (_YIELDED, _reform),
    (_GIVEN_AS_AID, _aid),
)
