"""`python -m benchmarks.paint [cases]`: first paint of the pages of a day in headless Chromium, and how long a key waits.

The browser's cache is warm, as on the second page of a morning. Ends with 1 where a page paints later than its bound.
"""

import shutil
import sys
from statistics import median

from playwright.sync_api import Page, sync_playwright

from benchmarks.desk import places
from benchmarks.run import OUT, PASSWORD, _database, _environment
from benchmarks.server import serving

CASES, RUNS = 10_000, 20
BOUND_PAINT, BOUND_KEY = 500.0, 50.0
CHROMIUM = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"]
PAINT = """() => new Promise((done, failed) => {
  setTimeout(() => failed(new Error('the page was not painted within ten seconds')), 10000);
  new PerformanceObserver((list) => list.getEntriesByName('first-contentful-paint').forEach((e) => done(e.startTime)))
    .observe({ type: 'paint', buffered: true }); })"""
LONGEST_TASK = """() => { window.longest = 0; new PerformanceObserver((l) => l.getEntries().forEach((e) => {
  window.longest = Math.max(window.longest, e.duration); })).observe({ type: 'longtask' }); }"""


def main() -> None:
    """Seed, serve, look, print one table."""
    cases = int(sys.argv[1]) if len(sys.argv) > 1 else CASES
    folder = _database("paint", cases)
    print(f"{'what':<44}{'median':>9}{'p95':>9}  bound", flush=True)
    with serving("wsgi:app", _environment(folder), OUT / "paint.log") as product, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=CHROMIUM)
        page = browser.new_page()
        root = f"http://127.0.0.1:{product.port}"
        _sign_in(page, root)
        late = [_painted(page, name, root + place) > BOUND_PAINT for name, place in places(folder)]
        late.append(_painted(page, "the parties' door", f"{root}/portal/") > BOUND_PAINT)
        late.append(_typed(page, f"{root}/cases/new") > BOUND_KEY)
        browser.close()
    shutil.rmtree(folder, ignore_errors=True)
    sys.exit(int(any(late)))


def _sign_in(page: Page, root: str) -> None:
    page.goto(f"{root}/sign-in")
    page.fill("[name=login]", "clerk")
    page.fill("[name=password]", PASSWORD)
    page.press("[name=password]", "Enter")
    page.wait_for_url(f"{root}/")


def _painted(page: Page, name: str, place: str) -> float:
    took = []
    for _ in range(RUNS):
        page.goto(place)
        took.append(page.evaluate(PAINT))
    return _told(name, took, BOUND_PAINT)


def _typed(page: Page, place: str) -> float:
    """The longest task of the page while a sentence is typed into the filing form: how long a key may wait."""
    took = []
    for _ in range(5):
        page.goto(place)
        page.evaluate(LONGEST_TASK)
        page.locator("[name=respondent_name]").press_sequentially("daye qinglong jidian jingyingbu", delay=20)
        page.wait_for_timeout(600)
        took.append(page.evaluate("window.longest"))
    return _told("a key in the filing form waits at most", took, BOUND_KEY)


def _told(name: str, took: list[float], bound: float) -> float:
    p95 = sorted(took)[int(len(took) * 0.95)]
    print(f"{name:<44}{median(took):>9.1f}{p95:>9.1f}  {bound:.0f} ms", flush=True)
    return p95


if __name__ == "__main__":
    main()
