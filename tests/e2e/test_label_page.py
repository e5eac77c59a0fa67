"""The labeling page under stress: bursts of keys, a slow server, its weight."""

from __future__ import annotations

import json
import time

import pytest
from playwright.sync_api import Browser, Page, expect

from labeldesk.accounts import service as accounts
from labeldesk.bootstrap import Workspace
from support.desk import Desk
from support.person import Person
from support.proxy import SlowProxy
from support.server import Server

pytestmark = pytest.mark.browser
PASSWORD = "correct horse battery staple"
KEYS = 100


def sign_in(page: Page, workspace: Workspace, url: str) -> None:
    with workspace.database.write() as db:
        user_id = accounts.add_user(db, name="Ana Lima", email="ana@example.org", password=PASSWORD)
        accounts.give_role(db, None, user_id, "owner", None)
    page.goto(url + "/signin")
    page.get_by_label("E-mail").fill("ana@example.org")
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    page.keyboard.press("Enter")
    page.wait_for_url(lambda at: "/signin" not in at)


def wait_running(desk: Desk, project: int) -> None:
    for _ in range(200):
        if desk.get(project)["state"] == "running":
            return
        time.sleep(0.1)
    raise AssertionError("the project did not start")


def test_a_burst_of_keys_against_a_slow_server_is_stored_whole_and_in_order(
    browser: Browser, people: list[Person], server: Server, served_desk: Desk, workspace: Workspace
) -> None:
    project = served_desk.project(400, run=False)
    wait_running(served_desk, project)
    labels = list(served_desk.labels(project))
    with SlowProxy(server.url, {r"POST .*/annotations": 1.0}) as slow:
        ana = Person(browser)
        people.append(ana)
        page = ana.page
        sign_in(page, workspace, slow.url)
        page.goto(f"{slow.url}/projects/{project}/label")
        page.get_by_test_id("item-text").wait_for()
        page.wait_for_timeout(500)
        # what the labeler saw when each key went down, noted by the page itself
        page.evaluate(
            """() => {
              window.seen = [];
              window.addEventListener('keydown', event => {
                const text = document.querySelector('[data-testid=item-text]');
                window.seen.push([Number(text?.dataset.itemId ?? 0), event.key]);
              }, true);
            }"""
        )
        began = time.monotonic()
        for number in range(KEYS):
            page.keyboard.press(str(number % 4 + 1))
            time.sleep(max(0.0, began + (number + 1) / 20 - time.monotonic()))
        seen = page.evaluate("window.seen")
        assert len(seen) == KEYS
        expect(page.get_by_test_id("save-state")).not_to_have_attribute("data-state", "saved")
        expect(page.get_by_test_id("save-state")).to_have_attribute("data-state", "saved", timeout=90_000)
        page.goto("about:blank")
    typed = {item: labels[int(key) - 1] for item, key in seen}
    assert len(typed) == KEYS
    assert 0 not in typed
    stored = {
        item["id"]: item["final_label"]["labels"][0]["path"]
        for item in served_desk.items(project)
        if item["final_label"]
    }
    assert stored == typed
    with workspace.database.read() as db:
        from labeldesk.annotations import queries

        rows = db.rows(queries.NOTE.select().order_by(queries.NOTE.c.client_seq))
    assert [row.item_id for row in rows] == [item for item, _ in seen]
    served_desk.doctor()


def test_the_label_page_is_light_and_asks_nobody_else(
    browser: Browser, people: list[Person], server: Server, served_desk: Desk, workspace: Workspace
) -> None:
    project = served_desk.project(20, run=False)
    wait_running(served_desk, project)
    ana = Person(browser)
    people.append(ana)
    page = ana.page
    sign_in(page, workspace, server.url)
    sizes: dict[str, int] = {}
    others: list[str] = []
    # bytes of the bodies as they travel, which is compressed
    page.on("response", lambda reply: sizes.update({reply.url: int(reply.headers.get("content-length", "0"))}))
    page.on("request", lambda request: None if request.url.startswith(server.url) else others.append(request.url))
    page.goto(f"{server.url}/projects/{project}/label")
    page.get_by_test_id("item-text").wait_for()
    page.wait_for_timeout(1000)
    scripts = sum(size for url, size in sizes.items() if url.endswith(".js"))
    styles = sum(size for url, size in sizes.items() if url.endswith(".css"))
    print(json.dumps({"js_bytes": scripts, "css_bytes": styles, "files": len(sizes)}))
    assert 50_000 < scripts <= 220_000
    assert styles <= 40_000
    assert others == []


def test_another_tab_sees_a_change_within_a_second(
    browser: Browser, people: list[Person], server: Server, served_desk: Desk, workspace: Workspace
) -> None:
    project = served_desk.project(20, run=False)
    wait_running(served_desk, project)
    ana = Person(browser)
    people.append(ana)
    sign_in(ana.page, workspace, server.url)
    ana.page.goto(f"{server.url}/projects/{project}/dashboard")
    expect(ana.page.get_by_test_id("progress-labeled")).to_have_text("0")
    ana.page.wait_for_timeout(1500)
    from support.desk import Labeler

    ben = Labeler(served_desk.person("Ben", "labeler", project), project)
    task = ben.claim()["tasks"][0]
    began = time.monotonic()
    assert ben.submit(task, served_desk.labels(project)["health"]).status_code == 201
    expect(ana.page.get_by_test_id("progress-labeled")).to_have_text("1", timeout=5_000)
    print(f"seen in another tab after {time.monotonic() - began:.2f} s")


def test_narrow_windows_and_touch(
    browser: Browser, people: list[Person], server: Server, served_desk: Desk, workspace: Workspace
) -> None:
    project = served_desk.project(20, run=False)
    wait_running(served_desk, project)
    ana = Person(browser, has_touch=True)
    people.append(ana)
    page = ana.page
    sign_in(page, workspace, server.url)
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto(f"{server.url}/projects/{project}/label")
    text = page.get_by_test_id("item-text")
    text.wait_for()
    first = text.get_attribute("data-item-id")
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    button = page.get_by_test_id("label-1")
    box = button.bounding_box()
    assert box is not None
    assert box["height"] >= 44
    button.tap()
    expect(text).not_to_have_attribute("data-item-id", first or "")
    expect(page.get_by_test_id("save-state")).to_have_attribute("data-state", "saved", timeout=20_000)
    ana.audit("labeling, narrow")
