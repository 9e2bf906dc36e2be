"""Bodies: those with, to or for whom something is done (同9个国家建交, 对8个县的电网进行改造)."""

import re

from taizhang.figures.framing import BOUND
from taizhang.figures.slots import Slot
from taizhang.figures.wording import QUANTITY, closing_verbs, is_national, tidy, trim_left, words
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
    r"(.{2,14}?)(?:继续|全部|都|均|实行|进行)*(挂牌督[战办导]|督[战办]|倾斜支持|定点帮扶|结对帮扶|动态监测|[实全]时监测|减免税收|免费开放|(?:重点|集中|对口|持续|精准|定向)(?:支持|扶持|帮扶|整治|清理|攻坚))"
)
"""What is done to bodies, and the bodies before it."""
_MORE_FOR = late(r"(.{2,20}?)的(?:帮扶|支持|扶持|投入|监管|倾斜|关爱)(?:力度)?")
# What of them is acted upon: 对8个县的电网进行改造, 推动同9个国家的谈判取得进展.
_OF_THEM = late(
    r"([^，。；、的]{0,8}(?:和|与)?[^，。；、的]{1,10})的"
    r"([^，。；的]{2,16}?)(进行|实施|实行|予以|开展|取得)了?([^，。；]{2,16})$"
)
_TOWARD = re.compile(r"(推动|推进|促进)?(?:[与同和向]|对)(?:世界上?|全球|全国)?$")
# What the place became of so many others: 成为90个国家的贸易伙伴.
_BECAME = re.compile(r"(成为|是|担任)(?:了|世界上?|全球)?$")
_OF_OTHERS = late(r"([^，。；的]{0,14}(?:国家|地区|经济体|组织|省份|城市|企业|市|县))的([^，。；的]{2,12})$")
# What is done with an object, for or to bodies: 对9万户困难户逐户落实帮扶措施.
_DONE_FOR = late(
    rf"([^，。；、的]{{0,12}}?(?:{words('doers')}|{words('payees')}))(?:逐[户个人一企村]|普遍|全面|统一|依法|及时|直接|分类|重点)*地?"
    r"((?:落实|实施|实行|采取|减征|免征|减免|缓征|缓缴|提供|派驻|派出|选派|推行|开展|执行)[^，。；的]{2,})$"
)
# What of them something is done to: 免除9个国家到期债务, 补充9个项目资本金, 抓好9个国家的产能合作.
_ITS_OWN = late(
    r"([^，。；、的]{0,10}?(?:国家|成员国|邻国|省份|城市|项目|园区))"
    r"(?:的([^，。；、的]{2,10})|([^，。；、的]{0,8}(?:债务|资本金|欠款|贷款|赤字|关税|账款)))$"
)
_BEFORE_VERB = ("", "同意", "用于", "主要用于", "重点", "集中")
# Verbs that only say that a work goes on.
_WEAK = ("抓好", "推进", "推动", "加强", "深化", "做好", "促进", "加快", "开展")
# Whose rights or bread a government keeps, all of them told by their number: 维护9万侨胞合法权益, 稳住9万农民工就业.
_KEEPING = late(r"(?:维护|保障|保护|稳住|稳定|兜住|兜牢|守护|守住|托住)(?:好)?(?:近|约|超过)?$")
_THEIR_RIGHTS = late(
    rf"([^，。；、的]{{0,10}}?(?:{words('payees')}|[侨同]胞|人口)(?:[和与及](?:[^，。；、的]{{0,8}}?(?:{words('payees')})))?)的?"
    r"(?:正当|合法|基本|稳定|切身)*(?:权益|权利|利益|就业|生计|生活|口粮|饭碗|安全)$"
)
# Places that are helped to do something.
_HELPING = re.compile(r"(?:支持|鼓励|推动|选择|选取|确定|带动|引导)(?:约|近|超过)?$")
_HELPED_TO = late(
    r"([^，。；、的]{0,8}(?:县|城市|地区|省份|省市|乡镇|行政村|园区))(?:率先|先行|全面)?((?:建设|创建|打造|开展|实施|建立|推行)[^，。；的]{3,})$"
)
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
    if _done_for(slot) or _of_their_own(slot) or _helped_to(slot):
        return True
    said = BOUND.sub("", slot.left)
    toward = _TOWARD.search(said)
    ordered = _ORDERED.fullmatch(slot.right) if toward and "对" in toward[0] else None
    done = _OF_THEM.fullmatch(slot.right) if toward and not ordered else None
    became = _OF_OTHERS.fullmatch(slot.right) if _BECAME.search(said) else None
    if toward and ordered:
        slot.turn(ordered[2], ordered[1])
    elif toward and done:
        of_it = f"{done[2]}{done[3]}{done[4]}" if done[3] == "取得" else f"{done[3]}{done[2]}{done[4]}"
        slot.turn(f"{toward[1] or ''}{of_it}", done[1])
    elif became:
        slot.turn(f"成为{became[2]}", became[1])
    return slot.turned


def _done_for(slot: Slot) -> bool:
    """Settle those for whom something with an object is done, or whose rights are kept."""
    said = BOUND.sub("", slot.left)
    kept = _THEIR_RIGHTS.match(slot.right) if _KEEPING.search(said) else None
    done = _DONE_FOR.match(slot.right) if said.endswith(("对", "向")) else None
    if kept:
        slot.core, slot.right = "", kept[1]
    elif done:
        slot.turn(tidy(done[2]), done[1])
    return bool(kept or done)


def _helped_to(slot: Slot) -> bool:
    """Settle the places that are helped to do something: 支持9个县建设渔港 → 建设渔港的县."""
    helped = _HELPED_TO.match(slot.right) if _HELPING.search(slot.left) else None
    if not helped:
        return False
    slot.turn(helped[2], helped[1])
    return True


def _of_their_own(slot: Slot) -> bool:
    """Settle the bodies to whose own something is done: 免除9个国家到期债务 → 免除到期债务的国家."""
    own = _ITS_OWN.match(slot.right)
    said = trim_left(BOUND.sub("", slot.left), None) if own else ""
    verbs = closing_verbs(said)
    if not own or QUANTITY.search(own[2] or "") or not verbs or said.removesuffix(verbs) not in _BEFORE_VERB:
        return False
    deed = "" if verbs in _WEAK else verbs
    slot.turn(f"{deed}{own[2] or own[3]}", own[1])
    return True
