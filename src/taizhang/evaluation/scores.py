"""Scores of entries against a gold set, as the entry contract fixes them.

A predicted entry matches a gold one when their spans overlap; among several the one with the right value,
then the one with the nearest indicator. F1 counts over all gold entries of the covered sentences.
"""

import difflib
import json
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any

import msgspec

from taizhang.figures.expressions import base_amount
from taizhang.records import ReportError

Row = Mapping[str, Any]

_FIELDS = ("rel", "measure", "role", "period")
_NOISE = re.compile(r"[\s\u3000\u200b“”\"'‘’《》()（）,，、。;；:：]")
_HALF_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
_ALIKE = 0.8
# Units that only count things are one unit to the scorer, as a reader takes 家 for 个.
_COUNTERS = frozenset(
    "个 家 项 条 件 座 所 处 场 批 种 套 台 辆 部 张 间 栋 栏 只 头 株 道 款 期 轮 类 份 起 宗 例 "  # noqa: SIM905
    "支 枚 艘 架 列 趟 班 门 篇 册 块 片 段 届 队 组 名 位 单 幅 艘次 架次 列次 户次 镇 村 县 区 市 省 国 "
    "城市 企业 项目".split()
)


class Scores(msgspec.Struct, frozen=True):
    """What a scoring found.

    Attributes:
        figures: F1 and accuracies by name, in the order of printing.
        misses: gold rows not right in every field, each with its prediction or None.
    """

    figures: dict[str, float]
    misses: tuple[tuple[dict[str, Any], dict[str, Any] | None], ...] = ()


def score_files(gold: Path, predicted: Iterable[Path]) -> Scores:
    """Score the entries of files of JSON lines against a gold file.

    Raises:
        ReportError: a file is not there or a line is no JSON object.
    """
    return score_entries(_rows(gold), [row for path in predicted for row in _rows(path)])


def score_entries(gold: Iterable[Row], predicted: Iterable[Row]) -> Scores:
    """Score predicted entries (contract rows) against gold rows.

    Gold rows are entries, ``skip`` rows (no entries) and ``covered`` rows (the whole document is annotated);
    predictions outside what the gold set covers do not count.
    """
    rows = list(gold)
    covered = _covered(rows)
    wanted = [row for row in rows if "covered" not in row and "skip" not in row]
    counted = [row for row in predicted if _is_covered(row, covered)]
    matches = _match(wanted, counted)
    return _scores(wanted, counted, matches)


def _rows(path: Path) -> list[dict[str, Any]]:
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
        return [json.loads(line) for line in lines if line.strip()]
    except OSError as error:
        raise ReportError(
            f"{path}：打不开（{error.strerror}） / cannot be opened ({error.strerror})"
        ) from error
    except ValueError as error:
        raise ReportError(f"{path}：不是 JSON Lines（{error}） / is not JSON Lines ({error})") from error


def _covered(rows: Iterable[Row]) -> dict[str, list[tuple[float, float]]]:
    covered: dict[str, set[tuple[float, float]]] = defaultdict(set)
    for row in rows:
        whole = row.get("covered") == "all"
        covered[row["doc"]].add((0, float("inf")) if whole else (row["sent"][0], row["sent"][1]))
    return {doc: sorted(stretches) for doc, stretches in covered.items()}


def _is_covered(row: Row, covered: Mapping[str, list[tuple[float, float]]]) -> bool:
    return any(start <= row["span"][0] < end for start, end in covered.get(row["doc"], ()))


def _match(wanted: list[Row], counted: list[Row]) -> dict[int, int]:
    by_doc: dict[str, list[int]] = defaultdict(list)
    for index, row in enumerate(counted):
        by_doc[row["doc"]].append(index)
    candidates = []
    for number, gold in enumerate(wanted):
        for index in by_doc[gold["doc"]]:
            found = counted[index]
            if min(gold["end"], found["span"][1]) > max(gold["start"], found["span"][0]):
                likeness = alike(gold["indicator"], found.get("indicator") or "")
                candidates.append((not same_value(gold, found), -likeness, number, index))
    matches: dict[int, int] = {}
    used: set[int] = set()
    for _, _, number, index in sorted(candidates, key=lambda candidate: candidate[:2]):
        if number not in matches and index not in used:
            matches[number] = index
            used.add(index)
    return matches


def _scores(wanted: list[Row], counted: list[Row], matches: dict[int, int]) -> Scores:
    total = len(wanted) + len(counted)

    def f1(hits: int) -> float:
        return 2 * hits / total if total else 0.0

    right = [n for n, index in matches.items() if same_value(wanted[n], counted[index])]
    figures = {
        "gold_entries": float(len(wanted)),
        "predicted": float(len(counted)),
        "detect_P": len(matches) / max(1, len(counted)),
        "detect_R": len(matches) / max(1, len(wanted)),
        "detect_F1": f1(len(matches)),
        "value_unit_F1": f1(len(right)),
    }
    whole = right
    for field in _FIELDS:
        whole = [n for n in whole if _field(wanted[n], field) == _field(counted[matches[n]], field)]
        figures[f"+{field}_F1"] = f1(len(whole))
    likeness = {n: alike(wanted[n]["indicator"], counted[matches[n]].get("indicator") or "") for n in right}
    strict = {n for n in whole if likeness[n] >= _ALIKE}
    figures["strict_F1"] = f1(len(strict))
    for field in _FIELDS:
        agree = sum(_field(wanted[n], field) == _field(counted[matches[n]], field) for n in right)
        figures[f"acc_{field}"] = agree / max(1, len(right))
    figures["acc_indicator>=0.8"] = sum(x >= _ALIKE for x in likeness.values()) / max(1, len(right))
    figures["acc_indicator_exact"] = sum(x == 1.0 for x in likeness.values()) / max(1, len(right))
    misses = tuple(
        (dict(gold), dict(counted[matches[n]]) if n in matches else None)
        for n, gold in enumerate(wanted)
        if n not in strict
    )
    return Scores(figures, misses)


def _field(row: Row, field: str) -> str:
    return str(row.get(field) or "")


def same_value(gold: Row, found: Row) -> bool:
    """Say whether two rows state the same value in the same base unit (within 0.05 %)."""
    if gold.get("rel") == "range" or found.get("rel") == "range":
        return all(_same_number(gold, found, bound) for bound in ("low", "high"))
    return _same_number(gold, found, "value")


def _same_number(gold: Row, found: Row, field: str) -> bool:
    a, unit_a = _amount(gold.get(field), gold.get("unit") or "")
    b, unit_b = _amount(found.get(field), found.get("unit") or "")
    if a is None or b is None:
        return False
    same_unit = unit_a == unit_b or {unit_a, unit_b} <= {"#", "人"}
    return same_unit and abs(a - b) <= abs(a) * Decimal("0.0005") + Decimal("1e-9")


def _amount(value: Any, unit: str) -> tuple[Decimal | None, str]:
    try:
        number = None if value is None else Decimal(str(value))
    except InvalidOperation:
        number = None
    plain = _plain(unit).replace("百分点", "个百分点").replace("个个", "个").replace("∶", ":")
    if plain in {":1", "1", "比1"}:
        return number, ":1"
    if plain.startswith("个百分点"):
        return number, plain
    amount, base = base_amount(number, plain)
    base = re.sub("^[多余]", "", base)
    return amount, "#" if base in _COUNTERS or not base else base


def _plain(words: str) -> str:
    return _NOISE.sub("", words.translate(_HALF_WIDTH))


def alike(a: str, b: str) -> float:
    """Give the likeness of two names between 0 and 1, punctuation and width aside."""
    a, b = _plain(a), _plain(b)
    if not a or not b:
        return 0.0
    return 1.0 if a == b else difflib.SequenceMatcher(None, a, b, autojunk=False).ratio()
