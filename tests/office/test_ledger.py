"""The ledger: groups come whole over all pages, with the number of all their tasks."""

import re

import pytest

from taizhang.office.models import Change, SavedView
from taizhang.office.services import record
from taizhang.office.views import ledger


def names(page):
    return re.findall(r'<th colspan="9" scope="rowgroup">(.+?) <span class="count">(\d+)</span>', page)


@pytest.mark.parametrize("sort", ["number", "-number", "-deadline", "light"])
def test_groups_come_whole_over_all_pages(city, monkeypatch, sort):
    monkeypatch.setattr(ledger, "PAGE_LENGTH", 4)
    for number in range(6):
        city.task(title=f"第{number}项", lead=("housing", "finance", None)[number % 3])
    client = city.client("clerk")
    pages = [client.get(f"/ledger?by=unit&sort={sort}&page={n}").content.decode() for n in (1, 2)]
    assert [names(page) for page in pages] == [
        [("市住房和城乡建设局", "2"), ("市财政局", "2")],
        [("未定单位", "2")],
    ]


@pytest.mark.parametrize("group", list(ledger.GROUPS))
def test_every_group_is_shown_with_its_number(city, group):
    city.task()
    ((_, count),) = names(city.client("clerk").get(f"/ledger?by={group}").content.decode())
    assert count == "1"


def test_the_order_turns(city):
    for number in range(3):
        city.task(title=f"第{number}项")
    page = city.client("clerk").get("/ledger?sort=-number").content.decode()
    assert re.findall(r"第\d项", page) == ["第2项", "第1项", "第0项"]


def test_views_made_and_dropped_stay_on_record(city):
    client = city.client("clerk")
    for query in ("state=working", "state=done"):
        client.post("/ledger/views", {"name": "我的", "query": query})
    view = SavedView.objects.get()
    client.post(f"/ledger/views/{view.pk}/drop")
    kept, again, dropped = Change.objects.filter(subject="savedview").order_by("seq")
    assert (kept.action, again.action, dropped.action) == ("view.keep", "view.keep", "view.drop")
    assert "state=working" in kept.after
    assert ("state=working" in again.before, "state=done" in again.after) == (True, True)
    assert ("state=done" in dropped.before, dropped.after) == (True, "{}")
    assert not SavedView.objects.exists()
    assert record.verify().whole
