"""What a value expression is: a number of a sentence with its unit, bound and measure."""

from dataclasses import dataclass, field
from decimal import Decimal
from functools import lru_cache
from math import prod

from taizhang.records import Reason

_MULTIPLIERS = {"十": 10, "百": 100, "千": 1000, "万": 10**4, "亿": 10**8}
_MULTIPLYING = "".join(_MULTIPLIERS)


def base_amount(value: Decimal | None, unit: str) -> tuple[Decimal | None, str]:
    """Give the value in the base unit, and that unit: 56.6 万人 → (566000, 人)."""
    factor, base_unit = _factor(unit)
    return (None if value is None else value * factor), base_unit


@lru_cache(maxsize=256)  # units are few and short
def _factor(unit: str) -> tuple[Decimal, str]:
    """Give the product of a unit's multipliers, and the unit without them: 万人 → (10000, 人)."""
    base_unit = unit.lstrip(_MULTIPLYING)
    multipliers = unit[: len(unit) - len(base_unit)]
    return Decimal(prod(_MULTIPLIERS[char] for char in multipliers)), base_unit


@dataclass
class Value:
    """A numeric expression of a sentence, in positions of that sentence.

    Attributes:
        start: where the number's own words begin (2049 in ``治理违法建设2049万平方米``).
        end: one past the number's words, with what belongs to the number (%, 万, 倍).
        head: where the predicate of the value begins: linking verb, adverbs and bound words included
            (``增长`` in ``地区生产总值增长6%以上``). What stands left of it is the subject's.
        tail: one past the last word that belongs to the expression (unit, 以上, 左右, 以内).
        value: number in the text's own unit, None for a range.
        low: lower bound of a range.
        high: upper bound of a range.
        unit: unit as the contract wants it.
        rel: ``=``, ``>=``, ``>``, ``<=``, ``<``, ``~`` or ``range``.
        measure: level, growth, avg_growth, change, multiple or rank.
        verb: the linking verb's words (增长, 达到, 降至), empty where there is none.
        skip: None for an entry; else why it is none: date, ordinal, name, vague, part.
        why: the rules that decided.
    """

    start: int
    end: int
    head: int
    tail: int
    value: Decimal | None = None
    low: Decimal | None = None
    high: Decimal | None = None
    unit: str = ""
    rel: str = "="
    measure: str = "level"
    verb: str = ""
    skip: str | None = None
    why: list[Reason] = field(default_factory=list)

    @property
    def bare_unit(self) -> str:
        """The unit without its multiplier: 万公里 → 公里."""
        return self.unit.lstrip(_MULTIPLYING)

    def because(self, name: str, rule: str, words: str = "") -> None:
        """Note by which rule and words the field ``name`` was decided."""
        self.why.append(Reason(name, rule, words))
