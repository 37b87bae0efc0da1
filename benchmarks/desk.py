"""`python -m benchmarks.desk [cases]`: the day list and the page of a case with many cases beside them, p95 in ms."""

import shutil
import sqlite3
import sys
import time
from pathlib import Path
from urllib.parse import quote

from benchmarks.client import Browser
from benchmarks.run import OUT, PASSWORD, _database, _environment
from benchmarks.server import serving

CASES = 100_000
RUNS = 200
BOUND = 50.0


def main() -> None:
    """Seed, serve, ask, print one table; end with 1 where a page is slower than its bound."""
    cases = int(sys.argv[1]) if len(sys.argv) > 1 else CASES
    folder = _database("desk", cases)
    print(f"{'what':<44}{'median':>9}{'p95':>9}{'bytes':>9}  bound")
    with serving("wsgi:app", _environment(folder), OUT / "desk.log") as product:
        user = Browser(product.port)
        user.sign_in("clerk", PASSWORD)
        told = [_measured(user, name, place) for name, place in places(folder)]
    shutil.rmtree(folder, ignore_errors=True)
    sys.exit(int(max(told) > BOUND))


def places(folder: Path) -> list[tuple[str, str]]:
    """The pages of a day: name and address, the case with the longest history among them."""
    longest = """SELECT dispute_case.number FROM dispute_case JOIN case_grant ON case_grant.case_id = dispute_case.id
        JOIN post ON post.organisation_id = case_grant.office_id JOIN person ON person.id = post.person_id
        WHERE person.login = 'clerk' AND case_grant.scope = 'content' ORDER BY dispute_case.journal_count DESC LIMIT 1"""
    with sqlite3.connect(folder / "casework.db") as base:
        number = base.execute(longest).fetchone()[0]
        plain = base.execute("SELECT number FROM dispute_case ORDER BY id DESC LIMIT 1").fetchone()[0]
    return [
        ("day list", "/"),
        ("day list, what nobody handles", "/?whose=nobody"),
        ("page of the case with the longest history", f"/cases/{quote(number)}"),
        ("page of a plain case", f"/cases/{quote(plain)}"),
        ("list of cases", "/cases"),
        ("filing form", "/cases/new"),
    ]


def _measured(user: Browser, name: str, place: str) -> float:
    took, size = [], 0
    for _ in range(RUNS):
        began = time.perf_counter()
        size = len(user.get(place)[1].encode())
        took.append((time.perf_counter() - began) * 1000)
    took.sort()
    p95 = took[int(len(took) * 0.95)]
    print(f"{name:<44}{took[len(took) // 2]:>9.1f}{p95:>9.1f}{size:>9}  {BOUND:.0f} ms")
    return p95


if __name__ == "__main__":
    main()
