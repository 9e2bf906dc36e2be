"""Ways: the kind of road or line whose length is told without it (地铁3号线开通，新增里程9公里)."""

import re

from taizhang.figures.clauses import last_told
from taizhang.figures.discourse import Discourse
from taizhang.figures.topics import DEPENDENTS

_LENGTH = re.compile(r"(新增|增加)?((?:运营|营运|营业|通车|通航)?(?:线路)?(?:总?里程|总长度?))")
_FROM = ("由", "从", "已由", "将由")
_WAY = re.compile(
    r"(?:城市)?轨道交通|地铁|高速铁路|高铁|(?<!高速)铁路|高速公路|农村公路|旅游公路|(?<![速村游])公路|航道|绿道"
)


# How long a way is that another one's length was told before: 公路通车里程达到9万公里，高速公路由2千公里增加到3千公里.
_TOLD_LENGTH = re.compile(r"(?:通车|运营|营运|营业|通航)?里程$")


def of_way(story: Discourse, index: int, core: str) -> str:
    """Give a length the way that the words before it tell of last: 地铁3号线开通，新增里程9公里 → 新增地铁里程."""
    slot = story.slots[index]
    if slot.value.unit == "公里" and slot.ending.strip() in _FROM and _WAY.fullmatch(core):
        told = _TOLD_LENGTH.search(story.last)
        return core + told[0] if told else ""
    length = _LENGTH.fullmatch(core) if core.endswith(("里程", "总长", "总长度")) else None
    if not length or (core in DEPENDENTS and _WAY.search(story.last)):
        return ""
    way = last_told(_WAY, story.sentence, slot.value.start)
    return f"{length[1] or ''}{way[0]}{length[2]}" if way else ""
