"""A browser that is watched: faults in its console, requests that leave the host, pages that move or weigh too much."""

import json
from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, Page

HEAVIEST = 150 * 1024
MOST_SHIFT = 0.02
MEASURE = """
(() => {
  if (window.measured || location.protocol === 'about:') return;
  const here = window.measured = { path: location.pathname, shift: 0 };
  new PerformanceObserver((list) => list.getEntries().forEach((e) => {
    if (e.hadRecentInput) return;
    here.shift += e.value;
    here.moved = e.sources.map((s) => s.node && (s.node.id || s.node.className || s.node.nodeName)).join(', ');
  })).observe({ type: 'layout-shift', buffered: true });
  window.measures = () => {
    const parts = [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')];
    here.weight = parts.reduce((sum, e) => sum + (/\\.pdf|papers\\/|evidence/.test(e.name) ? 0 : e.encodedBodySize), 0);
    here.paint = performance.getEntriesByName('first-contentful-paint').map((e) => e.startTime)[0] || null;
    return here;
  };
  addEventListener('pagehide', () => {
    const kept = JSON.parse(sessionStorage.measures || '[]');
    sessionStorage.measures = JSON.stringify([...kept, window.measures()]);
  });
})()
"""


class Watched:
    """One browser window of somebody, without a sign-in. `complaints` collects what no page may do."""

    def __init__(self, chromium: Browser, address: str, **options) -> None:
        self.address = address
        self.context = chromium.new_context(**{"viewport": {"width": 1280, "height": 900}, **options})
        self.context.set_default_timeout(8000)
        self.scripts = options.get("java_script_enabled", True)
        if self.scripts:
            self.context.add_init_script(MEASURE)
        self.page: Page = self.context.new_page()
        self.complaints: list[str] = []
        self.page.on("console", lambda said: self.complaints.append(said.text) if _is_fault(said) else None)
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.on("request", self._stays_here)

    def press(self, button: str, nth: int = 0) -> None:
        """Press a button that sends, and see its answer: whoever acts next finds what was done."""
        with self.page.expect_navigation():
            self.page.locator(button).nth(nth).click()

    def measures(self) -> list[dict]:
        """Path, shift, weight in bytes and first paint in milliseconds of each page seen so far."""
        if not self.scripts or self.page.url == "about:blank":
            return []
        kept = json.loads(self.page.evaluate("sessionStorage.measures || '[]'"))
        now = self.page.evaluate("window.measures ? window.measures() : null")
        return [*kept, *([now] if now else [])]

    @contextmanager
    def moved_by_us(self) -> Iterator[None]:
        """What moves inside this block was moved by the test: another width, everything unfolded by a script."""
        before = self.page.evaluate("window.measured ? window.measured.shift : 0")
        yield
        self.page.evaluate(
            "before => new Promise((done) => requestAnimationFrame(() => setTimeout(() => {"
            "if (window.measured) window.measured.shift = before; done(); }, 50)))",
            before,
        )

    def close(self) -> list[str]:
        """End it; every complaint, those about weight and movement among them."""
        found = [*self.complaints, *_unfit(self.measures())]
        self.context.close()
        return found

    def _stays_here(self, request) -> None:
        if not request.url.startswith((self.address, "data:")):
            self.complaints.append(f"asks {request.url}")


def _unfit(measures: list[dict]) -> Iterator[str]:
    for each in measures:
        if each["weight"] > HEAVIEST:
            yield f"{each['path']} weighs {each['weight']} bytes"
        if each["shift"] > MOST_SHIFT:
            yield f"{each['path']} moves by {each['shift']:.3f}: {each['moved']}"


def _is_fault(said) -> bool:
    return said.type == "error" and "status of 4" not in said.text
