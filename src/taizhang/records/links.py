"""Links: a promise of one report and the result that a later one states."""

import msgspec

from taizhang.records.entries import Entry, Reason


class Link(msgspec.Struct, frozen=True):
    """One target entry of the earlier report, its result (or None), the verdict and the reasons.

    ``verdict`` is met, missed, undetermined (reported, but not enough to judge) or not_reported.
    """

    earlier: str
    later: str
    target: Entry
    result: Entry | None
    verdict: str
    why: tuple[Reason, ...] = ()
