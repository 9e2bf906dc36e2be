"""The same report in every format gives the same words and the same entries."""

import json
import shutil
from collections import Counter
from importlib.resources import files

import pytest

from making import CHROMIUM, broken, newspaper, page, paragraphs, printed, word
from taizhang.reading import clean, expand, from_text, load
from taizhang.reading.columns import Line, Page, compose
from taizhang.records import ReportError, Source
from taizhang.report import read, read_text

SAMPLE = (files("taizhang.samples") / "yanjiang-2026.txt").read_text(encoding="utf-8")
TITLE = paragraphs(SAMPLE)[0]


def words(source):
    return clean(source).text


def values(report):
    return Counter(
        (entry.indicator, entry.value, entry.low, entry.high, entry.unit) for entry in report.entries
    )


def entries_f1(path):
    expected, got = values(read_text(SAMPLE, name="a")), values(read(path))
    shared = (expected & got).total()
    return 2 * shared / max(expected.total() + got.total(), 1)


ENCODINGS = ["utf-8", "utf-8-sig", "gb18030", "gbk", "utf-16", "utf-16-le", "utf-16-be", "utf-32"]


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_encodings(tmp_path, encoding):
    path = tmp_path / "report.txt"
    path.write_bytes(SAMPLE.encode(encoding))
    (source,) = load(path)
    assert source.text == SAMPLE


def test_big5(tmp_path):
    words = "各位代表：現在，我代表市政府向大會報告工作。地區生產總值增長百分之五，經濟發展。" * 5
    path = tmp_path / "report.txt"
    path.write_bytes(words.encode("big5"))
    (source,) = load(path)
    assert source.text == words


def test_a_damaged_byte_does_not_change_the_encoding(tmp_path):
    data = bytearray(SAMPLE.encode("utf-8"))
    data[3000] = 0xFF
    path = tmp_path / "report.txt"
    path.write_bytes(bytes(data))
    (source,) = load(path)
    assert source.encoding == "utf-8"
    assert "\ufffd" in source.text


@pytest.mark.parametrize(
    ("charset", "encoding"), [("utf-8", "utf-8"), ("gb2312", "gb18030"), ("utf-8", "gb18030")]
)
def test_saved_page(tmp_path, charset, encoding):
    path = tmp_path / "report.html"
    path.write_bytes(page(SAMPLE, charset).encode(encoding))
    (source,) = load(path)
    assert source.format == "html"
    assert words(source) == words(from_text("\n".join(paragraphs(SAMPLE))))
    assert entries_f1(path) >= 0.98


def test_web_archive(tmp_path):
    import email.message

    archive = email.message.EmailMessage()
    archive["From"] = "<Saved by a browser>"
    archive.set_content(page(SAMPLE), subtype="html", cte="quoted-printable")
    path = tmp_path / "report.mht"
    path.write_bytes(archive.as_bytes())
    (source,) = load(path)
    assert words(source) == words(from_text("\n".join(paragraphs(SAMPLE))))


def test_word(tmp_path):
    path = word(SAMPLE, tmp_path / "report.docx")
    (source,) = load(path)
    assert words(source) == words(from_text("\n".join(paragraphs(SAMPLE))))
    second = source.text.index("\n") + 1
    assert source.mark_at(second).number == 2
    assert entries_f1(path) >= 0.98


def test_a_damaged_word_file_is_read_or_refused_in_a_sentence(tmp_path):
    whole = word(SAMPLE, tmp_path / "report.docx").read_bytes()
    path, refused = tmp_path / "damaged.docx", 0
    for damaged in broken(whole):
        path.write_bytes(damaged)
        try:
            list(load(path))
        except ReportError:
            refused += 1
    # Whatever befalls the document itself; what befalls pictures and styles need not matter.
    assert refused >= 4


def test_word_tables_numbers_and_boxes(tmp_path):
    import docx
    from docx.oxml import parse_xml

    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    document = docx.Document()
    document.add_paragraph("地区生产总值增长5%，经济发展，企业就业。")
    table = document.add_table(rows=1, cols=2)
    table.cell(0, 0).text, table.cell(0, 1).text = "城镇新增就业", "4.2万人"
    numbering = document.part.numbering_part.element
    form = '<w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1、"/>'
    level = f'<w:lvl w:ilvl="0">{form}</w:lvl>'
    numbering.insert(0, parse_xml(f'<w:abstractNum {space} w:abstractNumId="99">{level}</w:abstractNum>'))
    numbering.append(parse_xml(f'<w:num {space} w:numId="99"><w:abstractNumId w:val="99"/></w:num>'))
    for heading in ("工作回顾", "工作安排"):
        properties = document.add_paragraph(heading)._p.get_or_add_pPr()
        properties.append(parse_xml(f'<w:numPr {space}><w:ilvl w:val="0"/><w:numId w:val="99"/></w:numPr>'))
    inner = "<w:txbxContent><w:p><w:r><w:t>框中的字</w:t></w:r></w:p></w:txbxContent>"
    box = f"<w:r {space}><w:pict>{inner}</w:pict></w:r>"
    document.add_paragraph("框外的字")._p.append(parse_xml(box))
    path = tmp_path / "report.docx"
    document.save(path)
    (source,) = load(path)
    lines = source.text.split("\n")
    assert lines[1:] == ["城镇新增就业\t4.2万人", "一、工作回顾", "二、工作安排", "框外的字", "框中的字"]


def test_rows(tmp_path):
    rows = [
        {"城市": "砚江市", "年份": "2026年", "正文": SAMPLE},
        {"城市": "临溪市", "年份": 2025, "正文": SAMPLE[:300]},
    ]
    path = tmp_path / "reports.jsonl"
    path.write_text("\n".join(json.dumps(row, ensure_ascii=False) for row in rows), encoding="utf-8")
    sources = list(load(path))
    assert [(source.area, source.year) for source in sources] == [("砚江市", 2026), ("临溪市", 2025)]
    assert sources[0].text == SAMPLE
    assert [source.name for source in sources] == ["reports-1", "reports-2"]


@pytest.mark.parametrize(("encoding", "separator"), [("utf-8-sig", ","), ("gb18030", ","), ("utf-8", "\t")])
def test_table(tmp_path, encoding, separator):
    import csv

    path = tmp_path / "reports.csv"
    with path.open("w", encoding=encoding, newline="") as file:
        writer = csv.writer(file, delimiter=separator)
        writer.writerow(["Province", "Year", "Full_Text"])
        writer.writerows([["砚江市", "2026", SAMPLE], ["砚江市", "2025", ""], ["临溪市", "2024", SAMPLE]])
    sources = list(load(path))
    assert [(source.area, source.year) for source in sources] == [("砚江市", 2026), ("临溪市", 2024)]
    assert sources[0].text == SAMPLE


@pytest.mark.parametrize("ending", [".docx", ".pdf", ".html", ""])
def test_wrong_ending(tmp_path, ending):
    path = tmp_path / f"report{ending}"
    path.write_text(SAMPLE, encoding="utf-8")
    (source,) = load(path)
    assert (source.format, source.text) == ("txt", SAMPLE)


def test_word_file_called_text(tmp_path):
    path = word(SAMPLE, tmp_path / "report.docx").rename(tmp_path / "report.txt")
    (source,) = load(path)
    assert source.format == "docx"


def test_year_from_the_name_only_where_the_text_gives_none(tmp_path):
    for name, text, year in (
        ("砚江-2019.txt", "经济增长5%，改革发展，完成投资3亿元。" * 3, 2019),
        ("2019.txt", SAMPLE, None),
    ):
        (tmp_path / name).write_text(text, encoding="utf-8")
        (source,) = load(tmp_path / name)
        assert source.year == year


@pytest.mark.skipif(not CHROMIUM, reason="Chromium, which prints the newspaper, is not here")
@pytest.mark.parametrize("columns", [5, 1])
def test_newspaper(tmp_path, columns):
    path = printed(newspaper(SAMPLE, columns), tmp_path / "report.pdf")
    (source,) = load(path)
    assert words(source) == words(from_text("\n".join(paragraphs(SAMPLE))))
    assert entries_f1(path) >= 0.98


@pytest.mark.skipif(not CHROMIUM, reason="Chromium, which prints the newspaper, is not here")
def test_newspaper_of_several_pages(tmp_path):
    text = "\n".join(paragraphs(SAMPLE) * 4)
    path = printed(newspaper(text, 5, "A4 landscape"), tmp_path / "report.pdf")
    (source,) = load(path)
    assert source.marks[-1].number >= 3
    assert words(source) == words(from_text(text))


def test_running_heads_and_page_jumps(tmp_path):
    def line(words, left, top, em=10.0):
        return Line(words, left, top, left + em * len(words), top + em, em)

    def page(number, first, last):
        head = line(f"2026年1月2{number}日 星期三 砚江日报", 50, 20)
        body = [line(first, 50, 100 + 20 * row) for row in range(4)]
        return Page(number, 300, 400, (head, *body, line(last, 50, 180), line(f"— {number} —", 140, 385)))

    pages = [page(1, "全市经济发展增长", "下转第2版"), page(2, "工作推进改革创新", "完成。")]
    text, marks, furniture = compose(pages)
    assert [span.words(text) for span in furniture] == [
        "2026年1月21日 星期三 砚江日报",
        "下转第2版",
        "— 1 —",
        "2026年1月22日 星期三 砚江日报",
        "— 2 —",
    ]
    source = Source(name="a", text=text, furniture=furniture, marks=marks)
    assert words(source) == "全市经济发展增长" * 4 + "工作推进改革创新" * 4 + "完成。"
    assert source.mark_at(text.index("工作")).number == 2


def scanned(pdf):
    """Give the pages of a PDF as a scanner would: at 170 dpi, turned by 0.4 degrees, with noise."""
    import numpy as np
    import pypdfium2
    from PIL import Image

    noise = np.random.default_rng(7)
    for number, sheet in enumerate(pypdfium2.PdfDocument(str(pdf)), 1):
        image = sheet.render(scale=170 / 72).to_pil().convert("L").rotate(0.4, fillcolor=255, resample=3)
        grains = np.asarray(image) + noise.normal(0, 12, (image.height, image.width))
        path = pdf.with_name(f"page{number}.png")
        Image.fromarray(grains.clip(0, 255).astype("uint8")).save(path)
        yield path


@pytest.mark.slow
@pytest.mark.skipif(not CHROMIUM, reason="Chromium, which prints the newspaper, is not here")
@pytest.mark.parametrize(("columns", "size"), [(1, "A4"), (5, "A3")])
def test_scan(tmp_path, columns, size):
    pytest.importorskip("rapidocr", reason="the extra scan is not installed")
    pdf = printed(newspaper(SAMPLE, columns, size), tmp_path / "report.pdf")
    pages = list(scanned(pdf))
    pdf.unlink()
    for other in tmp_path.iterdir():
        if other.is_dir():
            shutil.rmtree(other)
    (source,) = load(tmp_path)
    assert source.format == "scan"
    assert len(source.marks) == len(pages)
    assert entries_f1(tmp_path) >= 0.90


def test_arguments(tmp_path):
    for name in ("b.txt", "a10.txt", "a2.txt", "~$a.docx", ".hidden.txt", "notes.xyz"):
        (tmp_path / name).write_text("x", encoding="utf-8")
    (tmp_path / "scan").mkdir()
    for name in ("page2.png", "page10.png"):
        (tmp_path / "scan" / name).write_bytes(b"x")
    names = ["a2.txt", "a10.txt", "b.txt"]
    assert [path.name for path in expand([tmp_path])] == [*names, "scan"]
    assert [path.name for path in expand([str(tmp_path / "*.txt"), tmp_path / "b.txt"])] == names
    assert [str(path) for path in expand(["-"])] == ["-"]
