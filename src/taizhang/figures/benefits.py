"""Benefits: whom a payment reaches that the clause before raises or grants (上调退休人员养老金，9万退休人员受益)."""

from taizhang.figures.discourse import Discourse
from taizhang.figures.wording import is_national, tidy, words
from taizhang.lexicon.late import late

_REACHED = ("惠及", "受益", "受惠")
_PEOPLE = rf"[^，。；、的]{{0,14}}(?:{words('payees')})"
_PAYMENT = rf"[^，。；]{{0,16}}?(?:{words('payments')})(?:标准|水平|待遇)?"
_MORE = "提高|上调|调高|增加|增发|提升"
# 提高退休人员养老金; 退休人员养老金平均上调; 对困难群众增发补贴.
_RAISED = late(rf"(?:.*?)({_MORE})了?({_PEOPLE})的?({_PAYMENT})")
_ROSE = late(rf"({_PEOPLE})的?({_PAYMENT})")
_GRANTED = late(
    rf"[对向给为]({_PEOPLE})(?:普遍|及时|统一|一次性)?((?:增发|加发|发放|提高|增加|给予|提供)了?{_PAYMENT})"
)
_RISE = late(rf"(?:{_MORE})(?:了|约|近|超过)*$")


def of_payment(story: Discourse, index: int, reached: str, people: str) -> str:
    """Name those whom a payment reaches by the deed, so that the payment need not repeat them; empty for others.

    Args:
        story: the sentence.
        index: the value that counts them.
        reached: how it is told (惠及, 受益).
        people: the noun that the number counts, empty for 人 alone.
    """
    slot, before = story.slots[index], story.before(index)
    if reached not in _REACHED or not slot.clause or not is_national(story.area):
        return ""
    if before is not None and before.clause == slot.clause - 1:
        rose = _ROSE.fullmatch(story.last) if before.value.measure in ("growth", "change") else None
        deed = _RISE.search(before.left)
        if not rose or not deed or story.last.startswith("人均"):
            return ""
        return f"{deed[0][:2]}{rose[2]}{reached}{people or rose[1]}"
    said = story.said(slot.clause - 1).strip()
    granted = _GRANTED.fullmatch(said)
    if granted:
        return f"{tidy(granted[2].replace('了', '', 1))}{reached}{people or granted[1]}"
    raised = _RAISED.fullmatch(said)
    if not raised:
        return ""
    whose = "" if people else raised[2]
    return f"{raised[1]}{whose}{raised[3]}{reached}{people}"
