"""The product served as `make run` serves it, and people at their browsers."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.browser.watched import Watched

ROOT = Path(__file__).parents[2]
SHOTS = ROOT / "out" / "shots"
PASSWORD = "casework-demo"


@pytest.fixture(scope="session")
def address(tmp_path_factory) -> Iterator[str]:
    """The address of a server on the demonstration city, ended by its own id."""
    home = tmp_path_factory.mktemp("city")
    environment = {
        **os.environ,
        "CASEWORK_DATABASE_URL": f"sqlite:///{home / 'city.db'}",
        "CASEWORK_INSTANCE": str(home),
    }
    casework = Path(sys.executable).with_name("casework")
    subprocess.run([casework, "demo"], env=environment, check=True, capture_output=True, timeout=120)
    port = _free_port()
    command = [casework, "serve", "--port", str(port)]
    with (home / "server.log").open("wb") as log:
        server = subprocess.Popen(command, env=environment, cwd=ROOT, stdout=log, stderr=log)
    try:
        _wait(port, server)
        yield f"http://127.0.0.1:{port}"
    finally:
        server.terminate()
        server.wait(timeout=20)


class Person(Watched):
    """Somebody at a desk: signs in, opens acts from the page of a case, fills and sends forms."""

    def __init__(self, chromium: Browser, address: str, login: str, journey: str, **options) -> None:
        super().__init__(chromium, address, **options)
        self.journey, self.shots, self.login = journey, 0, login
        self.page.goto(f"{address}/sign-in")
        self.page.fill("[name=login]", login)
        self.page.fill("[name=password]", PASSWORD)
        self.page.press("[name=password]", "Enter")
        self.page.wait_for_url(f"{address}/")

    def case(self, number: str) -> "Person":
        """Open the page of a case."""
        self.page.goto(f"{self.address}/cases/{number}")
        return self

    def act(self, noun: str, **fields) -> "Person":
        """Open an act from the page of the case by its button, fill its form and send it."""
        link = self.page.locator(f"main a[href$='/{noun}']").first
        link.click()
        self.fill(**fields)
        return self.send()

    def fill(self, **fields) -> "Person":
        """Fill fields by name: text, choice, tick, several choices or files."""
        for name, value in fields.items():
            self._fill(self.page.locator(f"main form [name='{name.replace('__', '-')}']"), value)
        return self

    @staticmethod
    def _fill(found, value) -> None:
        kind = found.first.evaluate("e => e.tagName + ':' + (e.type || '')")
        if kind.startswith("SELECT"):
            found.first.select_option(**value) if isinstance(value, dict) else found.first.select_option(value)
        elif kind.endswith(("checkbox", "radio")):
            for each in value if isinstance(value, list | tuple) else [None]:
                (found.first if each is None else found.locator(f"xpath=self::*[@value='{each}']")).check()
        elif kind.endswith("file"):
            found.first.set_input_files(value)
        else:
            found.first.fill(str(value))

    def send(self) -> "Person":
        """Send the form of the page and see its answer."""
        self.press("main form button.main")
        return self

    def shot(self, name: str) -> "Person":
        """Keep a picture of the page for review."""
        self.shots += 1
        folder = SHOTS / self.journey
        folder.mkdir(parents=True, exist_ok=True)
        self.page.screenshot(path=folder / f"{self.shots:02d}-{self.login}-{name}.png", full_page=True)
        return self

    @property
    def text(self) -> str:
        """What the page says."""
        return self.page.locator("main").inner_text()


@pytest.fixture
def people(chromium, address, request):
    """Makes people of this journey; at the end none of their pages has complained."""
    made: list[Person] = []

    def person(login: str, **options) -> Person:
        made.append(Person(chromium, address, login, request.node.name.removeprefix("test_"), **options))
        return made[-1]

    yield person
    assert [each for one in made for each in one.close()] == []


@pytest.fixture
def visitor(chromium, address):
    """Makes windows of people without an account; at the end none of their pages has complained."""
    made: list[Watched] = []

    def window(**options) -> Watched:
        made.append(Watched(chromium, address, **options))
        return made[-1]

    yield window
    assert [each for one in made for each in one.close()] == []


def _wait(port: int, server: subprocess.Popen) -> None:
    for _ in range(400):
        if server.poll() is not None:
            raise RuntimeError("the server ended before it answered")
        try:
            with socket.create_connection(("127.0.0.1", port), timeout=1):
                return
        except OSError:
            time.sleep(0.05)
    raise RuntimeError("the server did not answer in twenty seconds")


def _free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return found.getsockname()[1]
