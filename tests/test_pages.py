"""The pages in a real browser: words and rows find each other, filters, keyboard, language, a phone's width."""

import shutil
from pathlib import Path

import pytest

import taizhang
from taizhang.export import write
from taizhang.export.links import Tracing, write_tracings

pytestmark = pytest.mark.slow
SAMPLES = Path(taizhang.__file__).parent / "samples"
FLAGS = (
    "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync"
)


@pytest.fixture(scope="module")
def browser():
    playwright = pytest.importorskip("playwright.sync_api")
    chromium = shutil.which("chromium")
    if not chromium:
        pytest.skip("Chromium is not on this machine: the pages were not looked at in a browser")
    with playwright.sync_playwright() as running:
        opened = running.chromium.launch(executable_path=chromium, args=FLAGS.split())
        yield opened
        opened.close()


@pytest.fixture(scope="module")
def ledger(tmp_path_factory):
    out = tmp_path_factory.mktemp("page") / "ledger.html"
    write([taizhang.read(SAMPLES / "yanjiang-2026.txt")], out)
    return out.as_uri()


@pytest.fixture
def page(browser, ledger):
    opened = browser.new_page(viewport={"width": 1280, "height": 800})
    errors = []
    opened.on("pageerror", lambda error: errors.append(str(error)))
    opened.on(
        "request", lambda request: request.url.startswith(("file:", "data:")) or errors.append(request.url)
    )
    opened.goto(ledger)
    yield opened
    opened.close()
    assert errors == []


def test_a_row_finds_its_words_and_words_their_row(page):
    row = page.locator('tr[data-table="entries"]').nth(1)
    row.click()
    key = row.get_attribute("data-k")
    assert page.locator(f'.words .on[data-k~="{key}"]').count() >= 1
    assert page.evaluate("location.hash").startswith("#e-")
    word = page.locator(".words .e").nth(5)
    word.click()
    key = word.get_attribute("data-k").split()[0]
    assert "on" in (page.locator(f'tr[data-k="{key}"]').get_attribute("class") or "")


def test_filters_keep_what_is_asked_for(page):
    page.locator('[name="role"]').select_option("target")
    shown = page.locator('tr[data-table="entries"]:visible')
    assert shown.count() == page.locator('tr[data-role="target"]').count() > 0
    page.locator('[name="text"]').fill("轨道交通运营里程")
    assert shown.count() == 0
    page.keyboard.press("Escape")
    assert shown.count() > 50


def test_the_keyboard_is_enough(page):
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.name") == "text"
    page.locator('tr[data-table="entries"]').first.focus()
    page.keyboard.press("ArrowDown")
    assert page.locator("tr.on").get_attribute("data-k") == "e1"


def test_english_by_a_switch(page):
    page.locator("#language").click()
    assert page.locator("html").get_attribute("lang") == "en"
    assert page.locator('section[data-table="tasks"] h2').inner_text().startswith("tasks")


def test_an_address_opens_its_entry(browser, ledger):
    identity = taizhang.read(SAMPLES / "yanjiang-2026.txt").entries[3].id
    page = browser.new_page()
    page.goto(f"{ledger}#e-{identity}")
    assert page.locator("tr.on").get_attribute("data-id") == f"e-{identity}"
    page.close()


@pytest.mark.parametrize("width", [360, 800, 1600])
def test_nothing_runs_over_the_edge(browser, ledger, width):
    page = browser.new_page(viewport={"width": width, "height": 800})
    page.goto(ledger)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.close()


def test_promises_and_results_side_by_side(browser, tmp_path):
    from taizhang.tracing import trace

    earlier, later = (taizhang.read(SAMPLES / f"yanjiang-{year}.txt") for year in (2025, 2026))
    out = tmp_path / "trace.html"
    write_tracings([Tracing(earlier, later, trace(earlier, later))], out)
    page = browser.new_page(viewport={"width": 360, "height": 800})
    page.goto(out.as_uri())
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    page.locator("button.missed").click()
    cards = page.locator("li:visible")
    assert cards.count() == int(page.locator("button.missed b").first.inner_text()) > 0
    assert cards.first.locator("mark").count() == 2
    page.close()
