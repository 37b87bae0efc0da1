"""One headless Chromium for a whole run: Playwright allows one of its kind in a process."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

CHROMIUM = ("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
            "--disable-component-update", "--disable-sync")  # fmt: skip
FONTS = """<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>{folder}</dir><cachedir>{cache}</cachedir></fontconfig>"""


@contextmanager
def running_chromium(folder: Path) -> Iterator[Browser]:
    """A browser that finds our Chinese fonts, so that its pictures can be read."""
    fonts = folder / "fonts.conf"
    here = Path(__file__).parents[2] / "var" / "assets" / "fonts"
    fonts.write_text(FONTS.format(folder=here, cache=folder / "cache"), "utf-8")
    environment = {**os.environ, "FONTCONFIG_FILE": str(fonts)}
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=list(CHROMIUM), env=environment)
        yield browser
        browser.close()
