"""What is missing or damaged in a source is told, and nothing else is."""

import pytest

import taizhang
from taizhang.lexicon.tables import toml_table
from taizhang.outline.health import finding_message

HEAD = (
    "——2026年1月16日在砚江市第九届人民代表大会第五次会议上\n"
    "各位代表：\n现在，我代表市人民政府报告工作，请予审议。\n"
)
TAIL = "\n各位代表！让我们团结起来，共同奋斗！"


def codes(text: str) -> list[str]:
    return [finding.code for finding in taizhang.read_text(text).health]


def test_a_sound_report_is_quiet() -> None:
    body = (
        "一、工作回顾\n（一）实现现代化起步。人人享有保障，时时放心不下。\n"
        "（二）办好“两新”工作。建设REITs试点。"
    )
    assert codes(HEAD + body + TAIL) == []


@pytest.mark.parametrize(
    ("body", "code", "words"),
    [
        ("科技贡献率率达到60%。", "doubled", "率率"),
        ("提升城市品质 and 承载能力。", "foreign", "and"),
        ("应用“大型文旅推介活动”，成功举办诗会。", "quotes_kind", "“大型文旅推介活动”"),
        ("建设多联线”公路网，方便群众。", "quotes", "”"),
        ("发展“一二三产业。产值增长。", "quotes", "“"),
        ("**主要预期目标是**增长6%。", "markup", "**"),
        ("完成第四十五个五年规划编制。", "plan_number", "第四十五个五年"),
        ("产值增长\ufffd\ufffd以上。", "replacement", "\ufffd\ufffd"),
        ("三、2021年工作安\n产值增长6%。", "heading_cut", "三、2021年工作安"),
        ("一、工作回顾\n产值增长6%。\n三、工作安排\n产值增长5%。", "numbers_skip", "三、工作安排"),
        (
            "一、工作安排\n重点抓好三个方面的工作。\n（一）稳增长。产值增长。\n（二）惠民生。收入增长。",
            "numbers_stop",
            "重点抓好三个方面的工作。",
        ),
        (
            "去年工业和农业产值都继续增长，城乡居民收入稳步提高，各项事业全面进步\n一、工作安排\n产值增长5%。",
            "no_end",
            "步",
        ),
    ],
)
def test_damage_is_found_in_its_place(body: str, code: str, words: str) -> None:
    text = HEAD + body + TAIL
    found = [finding for finding in taizhang.read_text(text).health if finding.code == code]
    assert [finding.span.words(text) for finding in found][:1] == [words]
    assert found[0].message


def test_a_page_of_a_newspaper_lacks_its_beginning_and_its_rest() -> None:
    text = (
        "砚江市人民政府工作报告\n(上接1版)\n一年来,主要抓了两个方面工作。\n"
        "(一)抓产业。产值增长6%。\n(二)抓民生。收入增长5%。(下转3版)"
    )
    report = taizhang.read_text(text, year=2026)
    found = {finding.code: finding.span.words(text) for finding in report.health}
    assert found == {"front_missing": "(上接1版)", "rest_missing": "(下转3版)"}


def test_year_and_place_not_found() -> None:
    assert codes("各位代表：\n现在，我向大会报告工作，请予审议。") == ["no_year", "no_area"]


def test_empty_text_is_no_report() -> None:
    assert codes("") == ["no_report"]


def test_the_same_damage_is_not_told_without_end() -> None:
    assert codes(HEAD + "贡献率率提高。" * 100 + TAIL).count("doubled") == 20


@pytest.mark.parametrize("code", sorted(toml_table("health")["messages"]))
def test_every_finding_has_a_sentence_in_both_languages(code: str) -> None:
    words = {"words": "某处", "before": "一、某节", "announced": "10", "found": "1"}
    chinese, english = (finding_message(code, language, **words) for language in ("zh", "en"))
    assert chinese.endswith("。")
    assert english.isascii() or "某" in english


def test_real_reports_of_one_year_are_quiet(shared) -> None:
    counts = [len(taizhang.read(path).health) for path in sorted((shared / "corpus").glob("*-2026.txt"))]
    assert sum(counts) <= 2 * len(counts)


def test_the_damaged_newspaper_page_is_found_out(shared) -> None:
    found = {finding.code for finding in taizhang.read(shared / "corpus" / "cq-2021.txt").health}
    assert found >= {
        "front_missing",
        "rest_missing",
        "heading_cut",
        "numbers_stop",
        "quotes",
        "quotes_kind",
        "doubled",
        "foreign",
    }
