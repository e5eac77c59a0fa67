"""One person at a browser."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Browser, BrowserContext, Page

AXE = Path(__file__).resolve().parents[2] / "web" / "node_modules" / "axe-core" / "axe.min.js"


class Person:
    """One person at a browser of their own. Anything the page complains about fails the test."""

    def __init__(self, browser: Browser, **options: object) -> None:
        self.context: BrowserContext = browser.new_context(viewport={"width": 1280, "height": 800}, **options)
        self.page: Page = self.context.new_page()
        self.page.set_default_timeout(20_000)
        self.complaints: list[str] = []
        self.page.on("pageerror", lambda error: self.complaints.append(f"error: {error}"))
        self.page.on("console", lambda message: self._note(message.type, message.text))

    def _note(self, kind: str, text: str) -> None:
        network = "Failed to load resource" in text or "ERR_INTERNET_DISCONNECTED" in text
        if kind == "error" and not network:
            self.complaints.append(f"console: {text}")

    def close(self) -> None:
        self.context.close()
        assert not self.complaints, self.complaints

    def audit(self, name: str) -> None:
        """axe finds nothing serious or critical, in light and in dark."""
        for scheme in ("light", "dark"):
            self.page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
            self.page.wait_for_function(
                "scheme => document.documentElement.dataset.mantineColorScheme === scheme", arg=scheme
            )
            self.page.wait_for_timeout(200)  # colours that fade
            # evaluated in the page's own world by the debugger, so the page's content policy stays in force
            self.page.evaluate(AXE.read_text("utf-8"))
            found = self.page.evaluate(
                "async () => (await axe.run(document, {resultTypes: ['violations']})).violations"
                ".filter(v => ['serious', 'critical'].includes(v.impact))"
                ".map(v => [v.id, v.nodes.slice(0, 3).map(n => n.html)])"
            )
            assert not found, f"{name}, {scheme}: {found}"
        self.page.emulate_media(color_scheme="light", reduced_motion="no-preference")
