"""A client that stands in for a browser: one kept connection, cookies, the form's token, medians of what it waits."""

import http.client
import re
import statistics
import time
from collections.abc import Callable
from urllib.parse import urlencode

TOKEN = re.compile(r'name="csrf_token"[^>]*value="([^"]+)"')
VERSION = re.compile(r'name="version"[^>]*value="(\d+)"')


class Browser:
    """One signed-in user on one connection to a server on loopback."""

    def __init__(self, port: int) -> None:
        self.connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
        self.cookies: dict[str, str] = {}

    def get(self, path: str) -> tuple[int, str]:
        """Status and body of a page."""
        return self._send("GET", path, None)

    def post(self, path: str, form: dict[str, str]) -> tuple[int, str]:
        """Status and place of the answer to a form."""
        return self._send("POST", path, urlencode(form))

    def token(self, path: str) -> str:
        """The token of the form on a page."""
        found = TOKEN.search(self.get(path)[1])
        return found[1] if found else ""

    def sign_in(self, login: str, password: str) -> None:
        """Sign in through the form."""
        form = {"csrf_token": self.token("/sign-in"), "login": login, "password": password}
        status, _ = self.post("/sign-in", form)
        if status != 303:
            raise SystemExit(f"sign-in failed: {status}")

    def _send(self, method: str, path: str, body: str | None) -> tuple[int, str]:
        headers = {"Cookie": "; ".join(f"{name}={value}" for name, value in self.cookies.items())}
        if body is not None:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        self.connection.request(method, path, body, headers)
        answer = self.connection.getresponse()
        text = answer.read().decode("utf-8", "replace")
        for cookie in answer.headers.get_all("Set-Cookie") or ():
            name, _, value = cookie.partition(";")[0].partition("=")
            self.cookies[name] = value
        return answer.status, answer.headers.get("Location") or text


def median_ms(act: Callable[[], object], runs: int) -> float:
    """The median of what `runs` calls take, in milliseconds, after three that do not count."""
    for _ in range(3):
        act()
    taken = []
    for _ in range(runs):
        start = time.perf_counter()
        act()
        taken.append((time.perf_counter() - start) * 1000)
    return statistics.median(taken)
