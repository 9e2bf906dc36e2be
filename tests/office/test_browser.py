"""A real browser: the life of a task in three roles, the check page by keyboard alone, axe on every page."""

import os
import re
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path

import pytest

sync_api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe is not installed")
CHROMIUM = Path("/usr/bin/chromium")
pytestmark = [pytest.mark.slow, pytest.mark.skipif(not CHROMIUM.exists(), reason="Chromium is not installed")]
ARGUMENTS = [
    "--no-sandbox",
    "--lang=zh-CN",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
PASSWORD = "yanjiang-2026"
PICTURES = os.environ.get("TAIZHANG_PICTURES")
WCAG = {
    "resultTypes": ["violations"],
    "runOnly": {
        "type": "tag",
        "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    },
}
PAGES = {
    "clerk": [
        "/",
        "/overview",
        "/ledger",
        "/ledger?by=unit&sort=-light",
        "/tasks/new",
        "/tasks/{task}",
        "/tasks/{task}/edit",
        "/reports",
        "/reports/upload",
        "/reports/{report}",
        "/reports/{report}/check?kind=target",
        "/reports/{report}/check?kind=task",
        "/reports/{report}/check?kind=entry",
        "/reports/{report}/check?kind=entry&at=600",
        "/reports/{report}/open",
        "/rows/{row}/form/edit",
        "/accuracy",
        "/burden",
        "/units",
        "/units/{unit}",
        "/rights?action=step.sign",
        "/rules",
        "/record?verify=1",
        "/sheets",
        "/password",
        "/nothing-here",
        "/people",
    ],
    "unit": ["/", "/ledger", "/tasks/{own}", "/overview"],
    "leader": ["/", "/overview", "/tasks/{task}"],
    "admin": [
        "/people",
        "/people/new",
        "/units/new",
        "/units/roster",
        "/units/{unit}",
        "/posts/new?unit={unit}",
    ],
}


@pytest.fixture(scope="module")
def site(demo_city, tmp_path_factory):
    """A copy of the demo city on a port of its own, in a process of its own."""
    folder = tmp_path_factory.mktemp("city")
    shutil.copytree(demo_city, folder, dirs_exist_ok=True)
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        port = one.getsockname()[1]
    known = {
        key: value
        for key, value in os.environ.items()
        if not key.startswith(("TAIZHANG_", "DJANGO_", "DATABASE_"))
    }
    command = [
        sys.executable,
        "-c",
        "from taizhang.cli.app import main; main()",
        "serve",
        "--port",
        str(port),
    ]
    server = subprocess.Popen(
        command,
        env=known | {"TAIZHANG_DATA": str(folder)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    until = time.monotonic() + 240
    while True:
        try:
            urllib.request.urlopen(f"http://127.0.0.1:{port}/alive", timeout=1)
            break
        except (urllib.error.URLError, OSError):
            assert time.monotonic() < until
            assert server.poll() is None
            time.sleep(0.5)
    yield f"http://127.0.0.1:{port}"
    server.kill()
    server.wait()


@pytest.fixture(scope="module")
def browser():
    # Playwright's loop and Django's guard against loops do not get along in one thread of tests.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"
    with sync_api.sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=str(CHROMIUM), args=ARGUMENTS)
        yield chromium
        chromium.close()


@pytest.fixture(autouse=True)
def closed_windows(browser):
    """Windows left open by many tests slow Chromium down until a page does not load in time."""
    yield
    for context in browser.contexts:
        context.close()


def signed_in(browser, site, login, **options):
    page = browser.new_context(base_url=site, locale="zh-CN", **options).new_page()
    page.faults = []
    page.on("console", lambda said: page.faults.append(said.text) if said.type == "error" else None)
    page.on("pageerror", lambda error: page.faults.append(str(error)))
    page.goto("/login")
    page.get_by_label("登录名").fill(login)
    page.get_by_label("密码").fill(PASSWORD)
    page.keyboard.press("Enter")
    page.wait_for_url(f"{site}/")
    return page


def picture(page, name):
    if PICTURES:
        page.screenshot(path=f"{PICTURES}/{name}.png", full_page=False)


def follow(page, link):
    """Click what leads to another page, and wait for the whole of it: a click alone returns when it begins to come."""
    with page.expect_navigation():
        link.click()


def save(page):
    follow(page, page.get_by_role("button", name="保存"))


def take(page, step, **fields):
    section = page.locator("details.step", has=page.locator("summary", has_text=re.compile(f"^{step}$")))
    if section.get_attribute("open") is None:
        section.locator("summary").click()
    for label, value in fields.items():
        section.get_by_label(label, exact=False).fill(value)
    follow(page, section.get_by_role("button", name=step))


def test_life_of_a_task_in_three_roles(site, browser):
    clerk = signed_in(browser, site, "clerk")
    clerk.goto("/tasks/new")
    clerk.get_by_label("任务名称").fill("开通东站片区接驳公交3条")
    clerk.get_by_label("牵头单位").select_option(label="市发展和改革委员会")
    clerk.get_by_label("期限").fill("2099-12-31")
    clerk.get_by_label("指标").fill("开通接驳公交")
    clerk.get_by_label("目标值").fill("3")
    clerk.get_by_label("计量单位").fill("条")
    save(clerk)
    task = clerk.url
    picture(clerk, "task-drafted")
    take(clerk, "交办")
    assert clerk.locator(".status").get_by_text("交办").count()

    unit = signed_in(browser, site, "unit")
    unit.goto("/")
    picture(unit, "desk-unit")
    follow(unit, unit.get_by_role("link", name="开通东站片区接驳公交3条").first)
    take(unit, "签收")
    take(unit, "反馈", 进展="首条线路已开通", 数值="1")
    take(unit, "申请延期", 新期限="2100-06-30", 理由="车辆到货延迟")

    leader = signed_in(browser, site, "leader")
    leader.goto("/")
    follow(leader, leader.get_by_role("link", name="开通东站片区接驳公交3条").first)
    picture(leader, "task-leader-decides")
    leader.get_by_label("同意", exact=True).check()
    take(leader, "审批申请")
    assert leader.get_by_text("2100-06-30").count()
    take(leader, "批示", 说明="抓紧")

    unit.goto(task)
    take(unit, "反馈", 进展="三条线路全部开通", 数值="3")
    take(unit, "申请办结", 说明="全部开通")
    clerk.goto(task)
    take(clerk, "退回", 说明="请补照片")
    unit.goto("/")
    assert unit.get_by_role("heading", name="被退回").count()
    unit.goto(task)
    take(unit, "申请办结", 说明="已补")
    clerk.goto(task)
    take(clerk, "复核通过")
    take(clerk, "销号")
    assert clerk.locator(".status").get_by_text("销号").count()
    line = clerk.locator("ol.line").inner_text()
    for word in (
        "立项",
        "交办",
        "签收",
        "首条线路已开通",
        "申请延期",
        "同意",
        "批示",
        "退回",
        "复核通过",
        "销号",
    ):
        assert word in line
    picture(clerk, "task-history")
    for page, address, name in (
        (clerk, "/", "desk-clerk"),
        (clerk, "/ledger?by=unit", "ledger"),
        (leader, "/overview", "overview"),
    ):
        page.goto(address)
        picture(page, name)
    assert clerk.faults + unit.faults + leader.faults == []


def hand_out(clerk, name, target):
    """Open a task by hand and assign it; give its address."""
    clerk.goto("/tasks/new")
    clerk.get_by_label("任务名称").fill(name)
    clerk.get_by_label("牵头单位").select_option(label="市发展和改革委员会")
    clerk.get_by_label("期限").fill("2099-12-31")
    clerk.get_by_label("目标值").fill(target)
    clerk.get_by_label("计量单位").fill("处")
    save(clerk)
    take(clerk, "交办")
    return clerk.url


def test_declined_by_the_head_and_changed_with_a_decision(site, browser):
    """退签 by the head, not by the liaison; 调整, also while an extension waits: then the page says why not."""
    clerk, head, unit, leader = (signed_in(browser, site, who) for who in ("clerk", "head", "unit", "leader"))
    task = hand_out(clerk, "建成社区书屋8处", "8")
    unit.goto(task)
    assert offered(unit, "签收")
    assert not offered(unit, "退签")
    head.goto(task)
    take(head, "退签", 说明="应由文旅部门牵头")
    assert head.locator(".status").get_by_text("拟办").count()
    clerk.goto("/")
    sync_api.expect(clerk.locator("li", has_text="建成社区书屋8处").first).to_contain_text("应由文旅部门牵头")
    clerk.goto(task)
    take(clerk, "交办")

    unit.goto(task)
    take(unit, "签收")
    take(unit, "申请延期", 新期限="2100-06-30", 理由="选址未定")
    for step in ("申请延期", "申请调整"):
        assert not offered(unit, step)
    assert unit.get_by_text("申请调整：已有一个申请在等审批").count()
    assert violations(unit) == []
    picture(unit, "task-waits")
    leader.goto(task)
    leader.get_by_label("不同意", exact=True).check()
    take(leader, "审批申请", 说明="按期完成")

    unit.goto(task)
    take(unit, "申请调整", 理由="两处并入学校")
    sync_api.expect(unit.get_by_role("alert")).to_contain_text("请写明要调整成什么")
    assert unit.get_by_label("理由").last.input_value() == "两处并入学校"
    assert violations(unit) == []
    picture(unit, "refused")
    take(unit, "申请调整", 新目标值="6")
    leader.goto(task)
    leader.get_by_label("同意", exact=True).check()
    take(leader, "审批申请")
    assert leader.locator(".facts").get_by_text("6处").count()
    # A refusal is told with its status, which the browser's console names an error; nothing else is wrong.
    assert [fault for fault in unit.faults if "422" not in fault] == []
    assert clerk.faults + head.faults + leader.faults == []


def test_taken_up_again_and_voided(site, browser):
    """重新办理 and 作废 by those who may, and by nobody else."""
    clerk, unit, leader = (signed_in(browser, site, who) for who in ("clerk", "unit", "leader"))
    task = hand_out(clerk, "建成口袋公园6处", "6")
    unit.goto(task)
    take(unit, "签收")
    take(unit, "反馈", 进展="六处开放", 数值="6")
    take(unit, "申请办结", 说明="六处开放")
    clerk.goto(task)
    take(clerk, "复核通过")
    unit.goto(task)
    assert not offered(unit, "重新办理")
    leader.goto(task)
    take(leader, "重新办理", 说明="一处没有开放")
    assert leader.locator(".status").get_by_text("办理", exact=True).count()
    unit.goto(task)
    assert offered(unit, "反馈")
    assert not offered(unit, "作废")
    take(unit, "申请延期", 新期限="2100-06-30", 理由="土地未交付")
    clerk.goto(task)
    take(clerk, "作废", 说明="并入另一任务")
    assert clerk.locator(".status").get_by_text("作废").count()
    assert not clerk.locator("details.step").count()
    line = clerk.locator("ol.line").inner_text()
    for word in ("复核通过", "重新办理", "一处没有开放", "没有再审批", "作废", "并入另一任务"):
        assert word in line
    picture(clerk, "task-voided")
    leader.goto("/")
    assert not leader.locator("li", has_text="建成口袋公园6处").count()
    assert clerk.faults + unit.faults + leader.faults == []


def offered(page, step):
    return page.locator("details.step summary", has_text=re.compile(f"^{step}$")).count() == 1


def violations(page):
    result = axe.Axe().run(page, options=WCAG)
    return [
        (one["id"], [node["target"] for node in one["nodes"]][:3]) for one in result.response["violations"]
    ]


def test_from_checked_rows_into_many_hands(site, browser):
    page = signed_in(browser, site, "clerk")
    page.goto("/reports")
    follow(page, page.get_by_role("link", name="2025年砚江市政府工作报告"))
    report = page.url
    page.goto(f"{report}/check?kind=task")
    for _ in range(6):
        page.keyboard.press("a")
    sync_api.expect(page.locator("article.item.accepted")).to_have_count(6)
    page.goto(f"{report}/open")
    page.get_by_label("牵头单位").first.fill("市财政局")
    assert violations(page) == []
    picture(page, "opening")
    ticked = page.locator("input[name=row]:checked").count()
    follow(page, page.get_by_role("button", name="把勾选的立项"))
    sync_api.expect(page.get_by_role("status")).to_contain_text(f"已立项{ticked}项")
    page.goto("/ledger?state=drafted")
    drafted = page.locator("input[name=task]").count()
    follow(page, page.get_by_role("button", name="交办"))
    sync_api.expect(page.get_by_role("alert")).to_contain_text("请先勾选任务")
    assert page.locator("input[name=task]").count() == drafted  # the same tasks, still filtered
    assert violations(page) == []
    picture(page, "ledger-refused")
    page.get_by_label("全选本页").check()
    follow(page, page.get_by_role("button", name="交办"))
    assert violations(page) == []
    picture(page, "together")
    able = page.locator("input[name=task]").count()
    follow(page, page.get_by_role("button", name="交办"))
    sync_api.expect(page.get_by_role("status")).to_contain_text(f"交办：{able}项")
    page.goto("/ledger?state=drafted")
    assert page.locator("input[name=task]").count() == drafted - able < drafted
    assert [fault for fault in page.faults if "422" not in fault] == []


def test_two_people_at_once_the_second_is_told(site, browser):
    first, second = signed_in(browser, site, "clerk"), signed_in(browser, site, "clerk2")
    first.goto("/tasks/new")
    first.get_by_label("任务名称").fill("两人同改的任务")
    save(first)
    task = first.url
    first.goto(f"{task}/edit")
    second.goto(f"{task}/edit")
    first.get_by_label("任务名称").fill("先改的名称")
    save(first)
    second.get_by_label("任务名称").fill("后改的名称")
    save(second)
    assert second.get_by_role("heading", name="别人先改了").count()
    assert "先改的名称" in second.inner_text("main")
    assert "后改的名称" in second.inner_text("main")
    for code in ("version", "monthly", "usual"):
        assert code not in second.inner_text("main")
    picture(second, "conflict")


def test_checking_by_keyboard_alone(site, browser):
    page = signed_in(browser, site, "clerk")
    page.goto("/reports")
    follow(page, page.get_by_role("link", name="2025年砚江市政府工作报告"))
    page.goto(f"{page.url}/check?kind=target")
    rows = page.locator("article.item.open").count()
    assert rows > 3

    def now():
        return page.locator("article.item.now")

    first = now().get_attribute("id")
    page.keyboard.press("a")
    page.locator(f"#{first}.accepted").wait_for()
    assert now().get_attribute("id") != first  # goes on to the next one open
    second = now().get_attribute("id")
    page.keyboard.press("e")
    sync_api.expect(page.locator(f"#{second} input[name=indicator]")).to_be_focused()
    page.keyboard.type("更正的指标")
    page.keyboard.press("Enter")
    page.locator(f"#{second}.corrected").wait_for()
    # Its text, not what is drawn of it: rows out of sight are not laid out (content-visibility).
    sync_api.expect(page.locator(f"#{second} ins")).to_have_text("更正的指标")
    third = now().get_attribute("id")
    page.keyboard.press("x")
    page.locator(f"#{third}.dropped").wait_for()
    picture(page, "check")
    count = page.locator("article.item").count()
    page.keyboard.press("n")
    page.keyboard.press("Home")
    for _ in range(6):
        page.keyboard.press("Shift+ArrowRight")
    page.keyboard.press("Enter")
    page.locator("article.item.added.now").wait_for()
    assert page.locator("article.item").count() == count + 1
    page.keyboard.press("s")
    sync_api.expect(page.locator("article.now textarea.cut")).to_be_focused()
    for _ in range(3):
        page.keyboard.press("ArrowRight")
    page.keyboard.press("Enter")
    sync_api.expect(page.locator("article.item")).to_have_count(count + 2)
    page.keyboard.press("m")
    sync_api.expect(page.locator("article.item")).to_have_count(count + 1)
    assert page.faults == []


def test_keys_pressed_faster_than_the_server_answers_are_not_lost(site, browser):
    page = signed_in(browser, site, "clerk")
    page.goto("/reports")
    follow(page, page.get_by_role("link", name="2025年砚江市政府工作报告"))
    page.goto(f"{page.url}/check?kind=entry")
    page.route("**/rows/*/accept", lambda route: (time.sleep(0.2), route.continue_()))
    left = page.locator("article.item.open").count()
    for _ in range(10):
        page.keyboard.press("a")
    sync_api.expect(page.locator("article.item.accepted")).to_have_count(10)
    sync_api.expect(page.locator("#left")).to_have_text(str(left - 10))
    page.unroute("**/rows/*/accept")
    page.route("**/rows/*/drop", lambda route: route.abort())
    lost = page.locator("article.item.now").get_attribute("id")
    page.keyboard.press("x")
    sync_api.expect(page.locator(f"#{lost} [role=alert]")).to_contain_text("没有保存")
    sync_api.expect(page.locator("#left")).to_have_text(str(left - 10))


@pytest.fixture(scope="module")
def known(site, browser):
    """Keys of a task, a unit, a unit's own task and a report of the demo city."""
    page = signed_in(browser, site, "clerk")
    page.goto("/ledger?light=red")
    task = page.locator("table.ledger a[href^='/tasks/']").first.get_attribute("href").rsplit("/", 1)[1]
    page.goto("/units")
    unit = page.get_by_role("link", name="市发展和改革委员会").get_attribute("href").rsplit("/", 1)[1]
    page.goto(f"/ledger?unit={unit}&part=lead&open=1")
    own = page.locator("table.ledger a[href^='/tasks/']").first.get_attribute("href").rsplit("/", 1)[1]
    page.goto("/reports")
    report = page.get_by_role("link", name="2026年砚江市政府工作报告").get_attribute("href").rsplit("/", 1)[1]
    page.goto(f"/reports/{report}/check?kind=entry")
    row = page.locator("article.item").last.get_attribute("data-row")
    return {"task": task, "unit": unit, "own": own, "report": report, "row": row}


@pytest.mark.parametrize("who", list(PAGES))
def test_axe_finds_nothing(site, browser, known, who):
    page = signed_in(browser, site, who)
    found = {}
    for address in ["/login", *PAGES[who]] if who == "unit" else PAGES[who]:
        page.goto(address.format(**known))
        for scheme in ("light", "dark"):
            page.emulate_media(color_scheme=scheme)
            if wrong := violations(page):
                found[address, scheme] = wrong
    assert found == {}


def test_axe_finds_nothing_on_what_went_wrong(site, browser):
    """Forms with errors: a wrong password, a weak one, a refusal, a conflict's kin, a session that ended."""
    page = browser.new_context(base_url=site, locale="zh-CN").new_page()
    found = {}

    def look(name):
        page.get_by_role("alert").first.wait_for()
        for scheme in ("light", "dark"):
            page.emulate_media(color_scheme=scheme)
            if wrong := violations(page):
                found[name, scheme] = wrong

    page.goto("/login")
    page.get_by_label("登录名").fill("clerk2")
    page.get_by_label("密码").fill("x")
    page.keyboard.press("Enter")
    look("wrong password")
    page.get_by_label("密码").fill(PASSWORD)
    page.keyboard.press("Enter")
    page.wait_for_url(f"{site}/")
    page.goto("/password")
    page.get_by_label("原密码").fill(PASSWORD)
    page.get_by_label("新密码").fill("1234567890")
    page.keyboard.press("Enter")
    look("weak password")
    page.goto("/tasks/new")
    page.get_by_label("任务名称").fill("很久才写好的名称")
    page.get_by_label("目标值").fill("很多")
    save(page)
    look("refused")
    page.goto("/tasks/new")
    page.get_by_label("任务名称").fill("很久才写好的名称")
    page.context.clear_cookies(name="sessionid")
    save(page)
    look("signed out")
    assert "很久才写好的名称" in page.inner_text("main")
    assert found == {}


def test_nothing_needs_a_mouse(site, browser, known):
    """Tab reaches all that can be acted on, with a focus one sees; the first stop leads past the navigation."""
    page = signed_in(browser, site, "clerk")
    missed = {}
    for address in ("/", "/ledger", f"/tasks/{known['task']}", "/rights"):
        page.goto(address)
        wanted = page.evaluate(
            """() => [...document.querySelectorAll("a[href], button, input:not([type=hidden]), select, textarea, summary")]
            .filter((one) => one.checkVisibility() && (one.tagName === "SUMMARY" || !one.closest("details:not([open])")))
            .map((one, at) => { one.dataset.stop = at; return one.outerHTML.slice(0, 80); })"""
        )
        reached = set()
        for _ in range(len(wanted) + 20):
            page.keyboard.press("Tab")
            stop = page.evaluate(
                """() => { const one = document.activeElement, style = getComputedStyle(one);
                return style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0 ? one.dataset.stop : null; }"""
            )
            reached.add(stop)
        if lost := [html for at, html in enumerate(wanted) if str(at) not in reached]:
            missed[address] = lost
    assert missed == {}
    page.goto("/ledger")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_paper_is_white(site, browser, scheme):
    page = signed_in(browser, site, "clerk", color_scheme=scheme)
    page.goto("/ledger")
    page.emulate_media(media="print")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    assert page.evaluate("getComputedStyle(document.querySelector('.light.red')).color") == "rgb(168, 38, 27)"
    assert not page.locator(".top nav").is_visible()


@pytest.mark.parametrize("width", [360, 768, 3840])
def test_no_page_is_wider_than_the_screen(site, browser, known, width):
    page = signed_in(browser, site, "clerk", viewport={"width": width, "height": 900})
    wide = []
    for address in PAGES["clerk"]:
        page.goto(address.format(**known))
        if page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth"):
            wide.append(address)
    assert wide == []


def test_english_by_a_switch(site, browser):
    page = signed_in(browser, site, "clerk")
    follow(page, page.get_by_role("button", name="English"))
    assert page.get_by_role("heading", name="My desk").count()
    picture(page, "desk-english")
