"""A real browser against a real server."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, sync_playwright

from support.person import Person
from support.server import Server

FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Headless Chromium, as Debian packages it."""
    path = os.environ.get("LABELDESK_TEST_CHROMIUM") or shutil.which("chromium")
    assert path, "The browser tests need Chromium. Run: sudo apt-get install chromium"
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield chromium
        chromium.close()


@pytest.fixture
def people(browser: Browser, server: Server, request: pytest.FixtureRequest) -> Iterator[list[Person]]:
    """People opened during the test; closed, and asked for complaints, at its end."""
    opened: list[Person] = []
    yield opened
    shots = os.environ.get("LABELDESK_TEST_SHOTS")  # a folder: what each person saw last
    for number, person in enumerate(opened):
        if shots:
            person.page.screenshot(path=f"{shots}/{request.node.name}-{number}.png")
    for person in opened:
        person.close()
