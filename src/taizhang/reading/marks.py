"""Whether a text can be a report at all."""

import re
from functools import cache

from taizhang.lexicon.tables import toml_table
from taizhang.reading.characters import one_form

# High bytes of the characters 一 to 鿿.
_CHINESE = bytes(range(0x4E, 0xA0))
LONGEST = 2_000_000
"""No report has so many characters (the longest known have 60,000)."""
_SAMPLE = 100_000
_CHINESE_SHARE = 0.2


@cache
def _marks() -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, toml_table("marks")["words"])))


def why_no_report(text: str) -> str | None:
    """Say why a text is no government work report, None where it can be one.

    Lenient: any part of a report passes. What fails holds no Chinese, next to none of the words that reports
    are full of (a novel, a program), or is longer than any report.
    """
    if len(text) > LONGEST:
        return (
            f"有{len(text)}个字符，比任何一份报告都长（上限{LONGEST}）；"
            f"多份报告请分成多个文件，或用 csv、jsonl 每行一份。"
            f" Its {len(text)} characters are more than any report has (at most {LONGEST});"
            f" give each report its own file, or a row of a csv or jsonl file."
        )
    sample = text[:_SAMPLE]
    if not sample.strip():
        return "没有文字。 It holds no text."
    high = sample.encode("utf-16-le", "surrogatepass")[1::2]
    chinese = len(high) - len(high.translate(None, _CHINESE))
    if chinese < _CHINESE_SHARE * len("".join(sample.split())):
        return "几乎没有中文，不是政府工作报告。 It holds hardly any Chinese: no government work report."
    # Most texts need not be brought into one form to be known.
    if _enough_marks(sample, chinese) or _enough_marks(one_form(sample), chinese):
        return None
    return (
        "看不出是政府工作报告（没有“增长”“亿元”“各位代表”一类的词）。"
        " It has none of the words of a government work report."
    )


def _enough_marks(sample: str, chinese: int) -> bool:
    """Say whether the words of reports are there, for so many Chinese characters; reads no further than it must."""
    known = toml_table("marks")
    different: set[str] = set()
    for count, word in enumerate(_marks().finditer(sample), 1):
        different.add(word[0])
        if len(different) >= known["different"] and count * 1000 >= known["per_thousand"] * chinese:
            return True
    return False
