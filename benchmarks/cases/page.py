"""From a key to the next item painted, with network delay, beside a bare page that swaps a text."""

from __future__ import annotations

import os
import shutil
from statistics import median
from typing import Any

from playwright.sync_api import Browser, Page, sync_playwright

from kit import rows
from kit.options import Options
from kit.report import Report, quantile
from labeldesk.accounts import service as accounts

DELAY_MS = 200
PASSWORD = "correct horse battery staple"
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
# From the key's own time stamp to the first task after the frame in which the text had changed: it is painted then.
WATCH = """
() => {
  window.painted = [];
  const text = () => document.querySelector('[data-testid=item-text]');
  window.addEventListener('keydown', event => {
    const before = text()?.dataset.itemId;
    const look = () => {
      if (text()?.dataset.itemId === before) return requestAnimationFrame(look);
      requestAnimationFrame(() => {
        const channel = new MessageChannel();
        channel.port1.onmessage = () => window.painted.push(performance.now() - event.timeStamp);
        channel.port2.postMessage(0);
      });
    };
    queueMicrotask(look);
  }, true);
}
"""
BARE = """
<!doctype html><title>bare</title><p data-testid="item-text" data-item-id="0">A text of a bare page</p><script>
let n = 0;
window.addEventListener('keydown', () => {
  const text = document.querySelector('[data-testid=item-text]');
  n += 1; text.dataset.itemId = String(n); text.textContent = `Text number ${n} of a bare page`;
});
</script>
"""


def run(options: Options) -> Report:
    report = Report("page")
    keys = 40 if options.quick else 200
    path = os.environ.get("LABELDESK_TEST_CHROMIUM") or shutil.which("chromium") or "chromium"
    with sync_playwright() as playwright, options.desk(None) as desk:
        caller = desk.serve()
        file = desk.folder / "page.csv"
        rows.write_csv(file, keys * 3)
        project = caller.start_project("page", caller.dataset("page", file))
        caller.wait_until_ready(project)
        with desk.workspace.database.write() as db:
            user_id = accounts.add_user(db, name="Ana", email="ana@example.org", password=PASSWORD)
            accounts.give_role(db, None, user_id, "owner", None)
        browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
        ours = label(browser, f"http://127.0.0.1:{desk.settings.port}", project, keys)
        bare = swap(browser, keys)
        browser.close()
    report.figure("key to next item painted, p95, 200 ms delay", quantile(ours, 0.95), unit="ms", at_most=50)
    report.figure("median", median(ours), unit="ms", at_most=20)
    report.figure("a bare page that swaps a text, p95", quantile(bare, 0.95), unit="ms")
    report.figure("ours to bare, medians", median(ours) / median(bare), unit="x")
    report.figure("keys that brought no next item", keys - len(ours), at_most=0)
    report.raw["page"] = {"ours": ours, "bare": bare}
    return report


def label(browser: Browser, url: str, project: int, keys: int) -> list[float]:
    """Milliseconds for each key on the real page, every request 200 ms late."""
    page = browser.new_page()
    page.goto(f"{url}/signin")
    page.get_by_label("E-mail").fill("ana@example.org")
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    page.keyboard.press("Enter")
    page.wait_for_url(lambda at: "/signin" not in at)
    page.context.new_cdp_session(page).send(
        "Network.emulateNetworkConditions",
        {"offline": False, "latency": DELAY_MS, "downloadThroughput": -1, "uploadThroughput": -1},
    )
    page.goto(f"{url}/projects/{project}/label")
    page.get_by_test_id("item-text").wait_for()
    page.wait_for_timeout(2000)
    return type_keys(page, keys)


def swap(browser: Browser, keys: int) -> list[float]:
    """The same on a bare page."""
    page = browser.new_page()
    page.set_content(BARE)
    return type_keys(page, keys)


def type_keys(page: Page, keys: int) -> list[float]:
    """Press digits about three a second, as a fast labeler does, and read what the page noted."""
    page.evaluate(WATCH)
    for number in range(keys):
        page.keyboard.press(str(number % 2 + 1))
        page.wait_for_timeout(300)
    page.wait_for_timeout(500)
    noted: Any = page.evaluate("window.painted")
    return [float(value) for value in noted]
