"""Projects traced from one report to the next by name and stage."""

import pytest

from taizhang.report import Report, read_text
from taizhang.tracing import trace_projects

TEXT = """一、过去一年工作回顾
过去一年，全市经济稳步发展，人民生活持续改善。{}。
二、今年重点工作
今年要着重抓好以下工作，确保完成全年任务。
（一）加强基础设施建设。全面加强基础设施建设，持续提高保障能力。{}。
"""

CASES = """
开工建设砚江至墨川高速公路 | 砚江至墨川高速开工建设 | 加强交通建设 | met
建成砚江第二水厂 | 砚江第二水厂建成投用 | 加强交通建设 | met
建成砚江第二水厂 | 砚江第二水厂加快建设 | 加强交通建设 | missed
开工建设青石岭水库 | 办了很多实事 | 推进青石岭水库建设 | met
建成青石岭水库 | 办了很多实事 | 建成青石岭水库 | missed
建成青石岭水库 | 办了很多实事 | 加强交通建设 | not_reported
"""


def report(text: str, year: int) -> Report:
    return read_text(text, name=str(year), area="砚江市", year=year)


@pytest.mark.parametrize("case", CASES.strip().splitlines())
def test_project_meets_its_later_stage(case: str) -> None:
    promised, told, task, verdict = case.split(" | ")
    links = trace_projects(
        report(TEXT.format("去年成绩很好", promised), 2025), report(TEXT.format(told, task), 2026)
    )
    assert [link.verdict for link in links] == [verdict]
    assert all((link.span is None) == (verdict == "not_reported") for link in links)
