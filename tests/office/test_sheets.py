import io
from datetime import date
from decimal import Decimal

import pytest
from openpyxl import Workbook, load_workbook

from making import broken
from taizhang.office.models import Task
from taizhang.office.services import exporting, importing, opening
from taizhang.office.services.acting import Conflict, Refused


def book(*rows):
    made = Workbook()
    for row in rows:
        made.active.append(row)
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def read(city, *rows):
    return importing.read_sheet(city.actors["clerk"], "表.xlsx", book(*rows))


def exported():
    tasks = Task.objects.select_related("lead", "parent").prefetch_related("support_links__unit", "progress")
    return exporting.ledger_book(tasks.order_by("number"))


def test_what_was_exported_is_imported_unchanged(city):
    parent = city.task(title="城市更新", words="第一行\n第二行")
    city.task(
        parent=parent,
        kind="construction",
        weight=Decimal("2.5"),
        deadline=date(2026, 12, 31),
        indicator="改造小区",
        target=Decimal(80),
        baseline=Decimal("0.5"),
        unit_text="个",
        direction="up",
        group="宜居",
    )
    city.task(title="=1+1", direction="down", pace="rate", target=Decimal("-3.25"))
    draft = importing.read_sheet(city.actors["clerk"], "台账.xlsx", exported())
    lines = importing.preview(draft)
    assert [(line.act, line.errors) for line in lines] == [("same", {})] * 3


def test_into_an_empty_ledger_the_export_gives_the_same_tasks(city):
    parent = city.task(title="城市更新")
    city.task(parent=parent, target=Decimal(80), deadline=date(2026, 12, 31), weight=Decimal(3))
    data = exported()
    before = [
        (one.number, one.title, one.parent and one.parent.number, one.weight, one.target)
        for one in Task.objects.all()
    ]
    for child in Task.objects.order_by("-pk"):
        child.delete()
    assert importing.apply(
        city.actors["clerk"], importing.read_sheet(city.actors["clerk"], "a.xlsx", data)
    ) == (2, 0)
    after = [
        (one.number, one.title, one.parent and one.parent.number, one.weight, one.target)
        for one in Task.objects.all()
    ]
    assert after == before


def test_errors_are_told_by_cell_and_nothing_is_imported(city):
    draft = read(
        city,
        ["任务名称", "牵头单位", "期限", "目标值", "上级编号", "权重"],
        ["好的一行", "市财政局", "2026-12-31", 5, "", 1],
        ["坏的一行", "不存在的局", "明年", "很多", "2099-0001", 0],
        ["", "市财政局", "", "", "", ""],
    )
    errors = [set(line.errors) for line in importing.preview(draft)]
    assert errors == [set(), {"牵头单位", "期限", "目标值", "上级编号", "权重"}, {"任务名称"}]
    with pytest.raises(Refused, match="一行也没有导入"):
        importing.apply(city.actors["clerk"], draft)
    assert not Task.objects.exists()


def test_half_an_import_is_undone(city, monkeypatch):
    draft = read(city, ["任务名称"], ["一"], ["二"], ["三"])
    calls = []

    def failing(*args):
        calls.append(args)
        if len(calls) == 3:
            raise Refused("坏了")
        return opening.open_task(*args)

    monkeypatch.setattr(importing, "open_task", failing)
    with pytest.raises(Refused):
        importing.apply(city.actors["clerk"], draft)
    assert not Task.objects.exists()


def test_a_task_changed_since_the_export_is_not_overwritten(city):
    task = city.task()
    rows = list(load_workbook(io.BytesIO(exported())).active.iter_rows(values_only=True))
    opening.edit_task(city.actors["clerk"], task.pk, opening.TaskForm(title="别人改的"), task.version)
    changed = list(rows[1])
    changed[1] = "我改的"
    draft = read(city, rows[0], changed)
    assert "版本" in importing.preview(draft)[0].errors
    with pytest.raises((Refused, Conflict)):
        importing.apply(city.actors["clerk"], draft)
    assert Task.objects.get().title == "别人改的"


def test_a_sheet_is_taken_over_once(city):
    draft = read(city, ["任务名称", "种类"], ["一", "批示"])
    importing.apply(city.actors["clerk"], draft)
    assert Task.objects.get().clock == "13710"
    with pytest.raises(Refused, match="已经导入过"):
        importing.apply(city.actors["clerk"], draft)


def test_a_parent_may_stand_above_in_the_same_sheet(city):
    draft = read(city, ["编号", "任务名称", "上级编号"], ["甲-1", "上", ""], ["甲-2", "下", "甲-1"])
    importing.apply(city.actors["clerk"], draft)
    assert Task.objects.get(number="甲-2").parent.number == "甲-1"


@pytest.mark.parametrize(
    "words", ['=HYPERLINK("http://x")', "+1", "-1", "@SUM(A1)", "\t=1", "=cmd|'/c calc'!A0"]
)
def test_no_formula_leaves_the_house(city, words):
    city.task(title="甲" if words.strip() != words else words, words=words)
    sheet = load_workbook(io.BytesIO(exported())).active
    kinds = {cell.data_type for row in sheet.iter_rows() for cell in row}
    assert "f" not in kinds
    cell = next(cell for cell in sheet[2] if sheet.cell(1, cell.column).value == "原文")
    assert cell.value == words.strip()
    assert cell.quotePrefix


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04 not a zip", b"a,b\n1,2\n"])
def test_what_is_no_workbook_is_refused_in_a_sentence(city, data):
    with pytest.raises(Refused):
        importing.read_sheet(city.actors["clerk"], "表.xlsx", data)


def test_a_damaged_workbook_is_read_or_refused_in_a_sentence(city):
    refused = 0
    for damaged in broken(book(["任务名称", "牵头单位"], ["建成书屋8处", "市财政局"])):
        try:
            importing.read_sheet(city.actors["clerk"], "表.xlsx", damaged)
        except Refused:
            refused += 1
    assert refused >= 8


def test_a_sheet_without_the_column_is_refused(city):
    with pytest.raises(Refused, match="任务名称"):
        read(city, ["名字"], ["一"])


def test_a_sheet_as_offices_have_it_is_known_by_its_usual_heads(city):
    draft = read(
        city,
        ["2026年重点工作任务分解表", None, None],
        ["序号", "工作 任务", "责任单位", "完成时限", "备注"],
        [1, "改造老旧小区80个", "市财政局", "2026年10月31日", "略"],
    )
    (line,) = importing.preview(draft)
    assert (line.number, line.errors) == (3, {})
    importing.apply(city.actors["clerk"], draft)
    task = Task.objects.get()
    assert (task.title, task.lead.name, task.deadline) == ("改造老旧小区80个", "市财政局", date(2026, 10, 31))


def test_the_preview_names_the_cell_and_what_would_change(city):
    task = city.task(target=Decimal(80))
    draft = read(
        city,
        ["编号", "任务名称", "牵头单位", "目标值"],
        [task.number, task.title, "市财政局", 80],
        ["", "新的", "市财政厅", 1],
    )
    changed, _ = importing.preview(draft)
    assert changed.changes == {"牵头单位": ("市住房和城乡建设局", "市财政局")}
    page = city.client("clerk").get(f"/sheets/{draft.pk}").content.decode()
    assert "<b>C3</b> 牵头单位 <q>市财政厅</q>：没有“市财政厅”；可用：市财政局" in page


def test_checkpoints_go_out_and_come_back(city):
    points = [(date(2026, 6, 30), Decimal(40), "过半"), (date(2026, 12, 31), None, "全部开工")]
    task = city.task(target=Decimal(80), checkpoints=points)
    (line,) = importing.preview(importing.read_sheet(city.actors["clerk"], "台账.xlsx", exported()))
    assert (line.act, line.cells["阶段目标"]) == ("same", "2026-06-30 40 过半\n2026-12-31 全部开工")
    draft = read(city, ["编号", "任务名称", "阶段目标"], [task.number, task.title, "2026-09-30 60；明年 80"])
    assert set(importing.preview(draft)[0].errors) == {"阶段目标"}
