"""The main job in a real browser: from the set-up link to a downloaded CSV, with two labelers at once."""

from __future__ import annotations

import csv
import re
import time
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from labeldesk.bootstrap import Workspace
from labeldesk.doctor import checks
from support.person import Person
from support.server import Server

HEADLINES = Path(__file__).resolve().parents[3] / "shared" / "data" / "news" / "headlines.csv"
LABELS = ["business", "entertainment", "science_technology", "health"]
PASSWORD = "correct horse battery staple"
pytestmark = pytest.mark.browser


def headlines(folder: Path) -> Path:
    """The real headlines where they are at hand, made-up ones elsewhere: columns TITLE and label among others."""
    if HEADLINES.exists():
        return HEADLINES
    made = folder / "headlines.csv"
    with made.open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow(["ID", "TITLE", "URL", "label"])
        for number in range(600):
            label = LABELS[number % 4]
            writer.writerow([number, f"Headline {number}, about {label}", f"http://example.org/{number}", label])
    return made


def known_labels(path: Path) -> dict[str, set[str]]:
    """For each title, the labels it has in the file: what a labeler who knows would choose."""
    known: dict[str, set[str]] = {}
    with path.open(newline="", encoding="utf-8") as file:
        for row in csv.DictReader(file):
            known.setdefault(row["TITLE"].strip(), set()).add(row["label"])
    return known


def label_by_key(page: Page, known: dict[str, set[str]], count: int, typed: dict[int, str]) -> None:
    """Read each item and press the digit of its label; the next item must come by itself."""
    text = page.get_by_test_id("item-text")
    for _ in range(count):
        expect(text).to_be_visible()
        item = int(text.get_attribute("data-item-id") or 0)
        assert item not in typed, "an item came twice"
        label = sorted(known[text.inner_text().strip()])[0]
        typed[item] = label
        page.keyboard.press(str(LABELS.index(label) + 1))
        page.wait_for_function(
            "before => { const t = document.querySelector('[data-testid=item-text]');"
            " return !t || t.dataset.itemId !== before }",
            arg=str(item),
        )


def expect_saved(page: Page) -> None:
    expect(page.get_by_test_id("save-state")).to_have_attribute("data-state", "saved", timeout=30_000)


def number(page: Page, name: str) -> int:
    return int(re.sub(r"\D", "", page.get_by_test_id(name).inner_text()))


def test_from_set_up_to_export(
    browser: Browser, people: list[Person], server: Server, workspace: Workspace, tmp_path: Path
) -> None:
    data = headlines(tmp_path)
    known = known_labels(data)
    owner = Person(browser)
    people.append(owner)
    page = owner.page

    # first run: one link, one form
    page.goto(server.link)
    owner.audit("set-up")
    page.get_by_label("Your name").fill("Ana Lima")
    page.get_by_label("E-mail").fill("ana@example.org")
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    page.keyboard.press("Enter")
    page.get_by_text("Start with my data").wait_for()
    owner.audit("start")
    page.get_by_text("Start with my data").click()

    # the wizard
    page.get_by_role("button", name="Next: Data").wait_for()
    page.get_by_text("Exactly one label for each text.").click()
    owner.audit("wizard details")
    page.get_by_role("button", name="Next: Data").click()
    page.locator("input[type=file]").first.set_input_files(str(data))
    page.get_by_text(re.compile(r"[\d,]+ items")).first.wait_for()
    title = page.get_by_role("checkbox", name=re.compile("^TITLE"))
    expect(title).to_be_checked()
    owner.audit("wizard data")
    page.get_by_role("button", name=re.compile("^Next")).click()
    page.get_by_label("Add a label").wait_for()
    for label in LABELS:
        page.keyboard.type(label)
        page.keyboard.press("Enter")
    owner.audit("wizard labels")
    name = "News desk"
    page.get_by_role("button", name=re.compile("Details")).first.click()
    page.get_by_label("Name", exact=True).fill(name)
    create = page.get_by_role("button", name="Create project")
    expect(create).to_be_enabled()
    create.click()

    # the project comes up by itself, without a reload
    page.wait_for_url(re.compile(r"/projects/\d+"))
    project = int(re.search(r"/projects/(\d+)", page.url).group(1))  # type: ignore[union-attr]
    expect(page.get_by_text("Running").first).to_be_visible(timeout=60_000)
    owner.audit("dashboard, empty")

    # a second person, invited by a link
    page.goto(f"{server.url}/people")
    page.get_by_role("button", name="Invite").click()
    page.get_by_label(name, exact=True).check()
    owner.audit("people, invite")
    page.get_by_role("button", name="Make link").click()
    field = page.get_by_label("Invitation link")
    field.wait_for()
    link = field.input_value() if field.evaluate("e => e.tagName") == "INPUT" else field.inner_text()
    labeler = Person(browser)
    people.append(labeler)
    other = labeler.page
    other.goto(link.strip())
    other.get_by_label("Your name").wait_for()
    labeler.audit("invitation")
    other.get_by_label("Your name").fill("Ben Okafor")
    other.get_by_label("E-mail").fill("ben@example.org")
    other.get_by_label("Password", exact=True).fill(PASSWORD)
    other.keyboard.press("Enter")
    other.get_by_test_id(f"project-{project}").wait_for()
    labeler.audit("labeler's home")
    for hidden in ("Datasets", "People", "Jobs"):
        expect(other.get_by_role("link", name=hidden)).to_have_count(0)
    refused = other.request.get(f"{server.url}/api/v1/projects/{project}/items")
    assert refused.status == 403

    # both label at once
    typed: dict[int, str] = {}
    page.goto(f"{server.url}/projects/{project}/label")
    other.goto(f"{server.url}/projects/{project}/label")
    for _ in range(3):
        label_by_key(page, known, 8, typed)
        label_by_key(other, known, 8, typed)
    owner.audit("labeling")
    expect_saved(page)
    expect_saved(other)

    # skip and undo by key
    text = page.get_by_test_id("item-text")
    skipped = int(text.get_attribute("data-item-id") or 0)
    page.keyboard.press("s")
    expect(text).not_to_have_attribute("data-item-id", str(skipped))
    wrong = int(text.get_attribute("data-item-id") or 0)
    page.keyboard.press("1")
    expect(text).not_to_have_attribute("data-item-id", str(wrong))
    page.keyboard.press("Backspace")
    expect(text).to_have_attribute("data-item-id", str(wrong))
    page.keyboard.press("2")
    typed[wrong] = LABELS[1]
    expect(text).not_to_have_attribute("data-item-id", str(wrong))
    expect_saved(page)

    # a reload loses nothing and hands out nothing twice
    page.reload()
    label_by_key(page, known, 5, typed)
    expect_saved(page)

    # ten seconds offline: labeling goes on, the answers wait and are sent
    labeler.context.set_offline(True)
    began = time.monotonic()
    label_by_key(other, known, 6, typed)
    expect(other.get_by_test_id("save-state")).not_to_have_attribute("data-state", "saved")
    other.wait_for_timeout(max(0, 10_000 - (time.monotonic() - began) * 1000))
    labeler.context.set_offline(False)
    expect_saved(other)
    label_by_key(other, known, 2, typed)
    expect_saved(other)

    # pause acts at once and resume brings the labeler back without a reload
    paused = page.request.post(
        f"{server.url}/api/v1/projects/{project}/pause", headers={"Sec-Fetch-Site": "same-origin"}
    )
    assert paused.ok, paused.text()
    expect(other.get_by_text(re.compile("Paused by Ana Lima")).first).to_be_visible()
    labeler.audit("paused")
    page.request.post(f"{server.url}/api/v1/projects/{project}/resume", headers={"Sec-Fetch-Site": "same-origin"})
    expect(other.get_by_text(re.compile("Paused by Ana Lima"))).to_have_count(0)
    expect(other.get_by_test_id("item-text")).to_be_visible()

    # the dashboard shows the numbers, and goes on live
    page.goto(f"{server.url}/projects/{project}/dashboard")
    expect(page.get_by_test_id("progress-labeled")).to_have_text(str(len(typed)))
    assert number(page, "progress-skipped") == 1
    label_by_key(other, known, 1, typed)
    expect(page.get_by_test_id("progress-labeled")).to_have_text(str(len(typed)), timeout=5_000)
    owner.audit("dashboard")

    # every stored label is the one that was typed
    stored: dict[int, str] = {}
    after = 0
    while True:
        reply = page.request.get(
            f"{server.url}/api/v1/projects/{project}/items?state=labeled&limit=200&after={after}"
        ).json()
        stored |= {item["id"]: item["final_label"]["labels"][0]["path"] for item in reply["items"]}
        if reply["next"] is None:
            break
        after = reply["next"]
    assert stored == typed

    # the data tab and the details
    page.goto(f"{server.url}/projects/{project}/data")
    page.get_by_test_id("item-row").first.wait_for()
    owner.audit("data")
    page.goto(f"{server.url}/projects/{project}/details")
    page.get_by_role("heading", name="Overview").wait_for()
    owner.audit("details")

    # export and download
    page.get_by_role("button", name="Export").first.click()
    page.get_by_test_id("export-preview").wait_for()
    owner.audit("export")
    page.get_by_test_id("export-start").click()
    with page.expect_download() as download:
        page.get_by_test_id("export-download").click()
    target = tmp_path / "labels.csv"
    download.value.save_as(target)
    with target.open(newline="", encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    assert len(rows) == len(typed)
    assert set(rows[0]) == {"TITLE", "label"}
    assert sorted(row["label"] for row in rows) == sorted(typed.values())

    for path, title_text in (("", "projects"), ("datasets", "datasets"), ("jobs", "jobs"), ("settings", "settings")):
        page.goto(f"{server.url}/{path}")
        page.get_by_role("heading", level=1).wait_for()
        page.wait_for_timeout(300)
        owner.audit(title_text)

    with workspace.database.read() as db:
        bad = [finding for finding in checks.run_all(db, workspace.settings.files) if not finding.ok]
    assert not bad, bad


def test_sample_is_labeled_within_four_clicks(browser: Browser, people: list[Person], server: Server) -> None:
    owner = Person(browser)
    people.append(owner)
    page = owner.page
    began = time.monotonic()
    clicks = 0
    page.goto(server.link)
    page.get_by_label("Your name").fill("Ana Lima")
    page.get_by_label("E-mail").fill("ana@example.org")
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    page.get_by_role("button", name="Create workspace").click()
    clicks += 1
    page.get_by_text("Try the sample").click()
    clicks += 1
    page.get_by_test_id("start-labeling").click()
    clicks += 1
    page.get_by_test_id("item-text").wait_for()
    page.keyboard.press("1")
    expect(page.get_by_test_id("count-today")).to_contain_text("1")
    expect_saved(page)
    assert clicks <= 4
    print(f"set-up link to first stored label: {time.monotonic() - began:.1f} s, {clicks} clicks")
