"""Characters a second of the whole way from text to entries, beside other tools, from one run on the same texts.

    .venv/bin/python bench/speed.py [FILE …]

Without files it reads the samples that ship, repeated to a fair size. jionlp and recognizers-text-suite are measured where
they are installed (dependency group ``bench``: ``uv pip install --group bench``). Timings are noisy: compare the ratios of one run.
"""

import logging
import re
import sys
import time
from collections.abc import Callable
from importlib.resources import files

import taizhang

# One wide pass: the least that a reader of figures by one pattern must do – bound, number (half and full width, Chinese numerals,
# shares), forty units, bound.
WIDE = re.compile(
    r"(?P<before>超过|突破|达到|不低于|不少于|不超过|约|近|超|逾|至少)?"
    r"(?P<number>[0-9０-９]+(?:[.．·,，][0-9０-９]+)*|[零〇一二两三四五六七八九十百千万亿]+(?:点[零〇一二三四五六七八九]+)?|"
    r"[百千万]分之[零〇一二两三四五六七八九十百点]+)(?P<many>[多余])?"
    r"(?P<unit>%|％|‰|个百分点|[十百千万亿]*(?:元|美元|人次|人|户|家|个|项|条|公里|平方公里|亩|吨|公斤|斤|千瓦时|千瓦|度|件|座|所|处|"
    r"台|辆|套|张|次|倍|位|天|小时|立方米|平方米|米|公顷|标箱|株|只|岁|年|月|日|种|批|名))?"
    r"(?P<after>以上|以下|以内|左右|上下)?"
)
LEAST_SECONDS = 2.0
# Every model of recognizers-text-suite; what it tells apart, one entry of ours tells together (a value, its unit, its time).
MODELS = [
    "number",
    "ordinal",
    "percentage",
    "age",
    "currency",
    "dimension",
    "temperature",
    "datetime",
    "boolean",
    "phone_number",
    "ip_address",
    "email",
    "url",
]


def texts(paths: list[str]) -> list[str]:
    """Read the texts that are measured."""
    if paths:
        return [taizhang.read(path).text for path in paths]
    samples = files("taizhang") / "samples"
    return [child.read_text(encoding="utf-8") for child in samples.iterdir() if child.name.endswith(".txt")]


def speed(name: str, work: Callable[[str], object], given: list[str]) -> float:
    """Measure characters a second over whole rounds of the texts, at least two seconds after one warm round."""
    for text in given:
        work(text)
    done, start = 0, time.process_time()  # its own time, whatever else runs
    while time.process_time() - start < LEAST_SECONDS:
        for text in given:
            work(text)
            done += len(text)
    found = done / (time.process_time() - start)
    print(f"{name:34} {found:14,.0f} characters/s")
    return found


def others(given: list[str]) -> dict[str, float]:
    """Measure the other tools that are installed."""
    found = {}
    try:
        import jionlp
    except ImportError:
        print("jionlp is not installed: left out")
    else:

        def jio(text: str) -> object:
            return (
                jionlp.ner.extract_money(text, with_parsing=False),
                jionlp.ner.extract_time(text, with_parsing=False),
            )

        found["jionlp money+time"] = speed("jionlp money+time", jio, given)
    try:
        import recognizers_suite
    except ImportError:
        print("recognizers-text-suite is not installed: left out")
    else:
        models = [getattr(recognizers_suite, f"recognize_{kind}") for kind in MODELS]

        def recognize(text: str) -> object:
            return [model(text, "zh-cn") for model in models]

        found["recognizers-text-suite"] = speed("recognizers-text-suite", recognize, given)
    return found


def main() -> None:
    """Measure and print, ratios last."""
    logging.disable()  # jionlp logs a traceback for every time that it cannot read
    given = texts(sys.argv[1:])
    print(f"{len(given)} texts, {sum(map(len, given)):,} characters")
    wide = speed("one wide re pass", lambda text: sum(1 for _ in WIDE.finditer(text)), given)
    ours = speed("taizhang, text to entries", lambda text: taizhang.read_text(text).entries, given)
    rest = others(given)
    print(f"\nwide pass / taizhang: {wide / ours:.1f}")
    for name, found in rest.items():
        print(f"taizhang / {name}: {ours / found:.1f}")


if __name__ == "__main__":
    main()
