"""Bodies: those with, to or for whom something is done (同9个国家建交, 对8个县的电网进行改造)."""

import re

from taizhang.figures.framing import BOUND
from taizhang.figures.slots import Slot
from taizhang.figures.wording import is_national, tidy
from taizhang.lexicon.late import late

_ASPECT = re.compile(r"(?<=..)[了过](?=.)")
_WITH = re.compile(r"(?:^|[，；。]|已|我国|中国)[与同向](?:世界上?|全球)?$")
# What is done with so many bodies, whatever it is: 同9个国家建交或复交, 向30个国家提供疫苗.
_WITH_BODIES = re.compile(
    r"((?:建交)?国家(?:(?:和|与|及)(?:地区|国际组织))?|经济体|国际组织|地区|自贸区（港）|省份)(?![的和与及、（])((?:共同|联合)?[^，。；、的（]{2,}.*)$"
)
_GIVEN_TO = re.compile(
    r"(.{2,24}?)(?:在[^，]{2,12}上)?(?:继续)?(?:给予|予以|进行)了?"
    r"(?:重点|大力|必要的?|一定的?)?(扶持|资助|补助|表扬|激励|奖励|支持|补贴|救助|帮扶|表彰|问责|约谈|通报|处分|处罚)"
)
_KEPT = re.compile("^(?:剩余|其余|所有|全部)$")
# … and who of them: 对履职不力的9名干部进行问责.
_TO_SUCH = re.compile(r"对((?:剩余|其余|所有|全部)|[^，。；对]{2,16}的)?(?:约|近|超)*$")
# … or done to them, whatever they are: 对9个贫困村挂牌督战.
DONE_TO = late(
    r"(.{2,14}?)(?:继续|全部|都|均|实行|进行)*(挂牌督[战办导]|督[战办]|倾斜支持|定点帮扶|结对帮扶|动态监测|[实全]时监测|减免税收|免费开放)"
)
"""What is done to bodies, and the bodies before it."""
_MORE_FOR = re.compile(r"(.{2,20}?)的(?:帮扶|支持|扶持|投入|监管|倾斜|关爱)(?:力度)?")
# What of them is acted upon: 对8个县的电网进行改造, 推动同9个国家的谈判取得进展.
_OF_THEM = late(
    r"([^，。；、的]{0,8}(?:和|与)?[^，。；、的]{1,10})的"
    r"([^，。；的]{2,16}?)(进行|实施|实行|予以|开展|取得)了?([^，。；]{2,16})$"
)
_TOWARD = re.compile(r"(推动|推进|促进)?(?:[与同和向]|对)(?:世界上?|全球|全国)?$")
# What the place became of so many others: 成为90个国家的贸易伙伴.
_BECAME = re.compile(r"(成为|是|担任)(?:了|世界上?|全球)?$")
_OF_OTHERS = late(r"([^，。；的]{0,14}(?:国家|地区|经济体|组织|省份|城市|企业|市|县))的([^，。；的]{2,12})$")
_ORDERED = late(r"(?:[^，。；]{1,24}的)?([^，。；、的]{1,10})予以([^，。；、的]{4,8})$")


def with_bodies(slot: Slot) -> bool:
    """Settle the bodies with which something is done: 同9个国家建交或复交 → 建交或复交的国家."""
    bodies = _WITH_BODIES.match(slot.right) if slot.value.unit == "个" else None
    if not bodies or not _WITH.search(BOUND.sub("", slot.left)):
        return False
    slot.core, slot.right = "", f"{tidy(_ASPECT.sub('', bodies[2], 1))}的{bodies[1]}"
    return True


def given(slot: Slot) -> bool:
    """Settle those to whom something is given: 对9万名学生给予资助 → 资助学生, 加大对8个县的帮扶 → 县."""
    helped = _MORE_FOR.fullmatch(slot.right) if slot.left.endswith(("加大对", "加强对")) else None
    if helped:
        slot.core, slot.right = "", helped[1]
        return True
    such = _TO_SUCH.search(slot.left) if "对" in slot.left[-20:] and slot.value.unit != "%" else None
    given = _GIVEN_TO.fullmatch(slot.right) if such else None
    if such and not given and (done := DONE_TO.fullmatch(slot.right)):
        slot.core, slot.right = done[2], tidy(done[1])
        return True
    if not such or not given:
        return False
    slot.core, slot.right = given[2], _KEPT.sub("", such[1] or "") + tidy(given[1])
    return True


def acted_upon(slot: Slot, area: str | None) -> bool:
    """Settle, in a national report, those of whom something is acted upon: 对8个县的电网进行改造 → 进行电网改造的县."""
    if not is_national(area) or slot.value.unit == "%":
        return False
    said = BOUND.sub("", slot.left)
    toward = _TOWARD.search(said)
    ordered = _ORDERED.fullmatch(slot.right) if toward and "对" in toward[0] else None
    done = _OF_THEM.fullmatch(slot.right) if toward and not ordered else None
    became = _OF_OTHERS.fullmatch(slot.right) if _BECAME.search(said) else None
    if toward and ordered:
        slot.core, slot.right = "", f"{ordered[2]}的{ordered[1]}"
    elif toward and done:
        of_it = f"{done[2]}{done[3]}{done[4]}" if done[3] == "取得" else f"{done[3]}{done[2]}{done[4]}"
        slot.core, slot.right = "", f"{toward[1] or ''}{of_it}的{done[1]}"
    elif became:
        slot.core, slot.right = "", f"成为{became[2]}的{became[1]}"
    slot.turned = bool(ordered or done or became)
    return slot.turned
