"""`make bench`: filing, a step, the open list and their like, as ratios to the floor of the same run."""

import argparse
import os
import shutil
import sqlite3
import subprocess
import sys
import threading
from pathlib import Path

from benchmarks.client import VERSION, Browser, median_ms
from benchmarks.seed import seed
from benchmarks.server import ROOT, Server, serving

OUT = ROOT / "out" / "bench"
PASSWORD = "casework-demo"  # noqa: S105 - the published demonstration password
FILING = {
    "applicant_name": "黄石样例机电有限公司",
    "applicant_phone": "0714-6520000",
    "respondent_name": "阳新县样例商行",
    "right_kind": "trademark",
    "right_number": "第1234567号",
    "facts_told": "被申请人在门店销售带有申请人商标的电机。" * 5,
    "request": "停止侵权,赔偿损失。",
    "claim": "5万元",
}


def main() -> None:
    """Run everything and print one table."""
    options = _options()
    small = _database("small", options.small)
    large = _database("large", options.large) if options.large else None
    print(f"{'what':<34}{'product ms':>11}{'floor ms':>10}{'ratio':>7}  bound")
    with serving("wsgi:app", _environment(small), OUT / "product.log") as product:
        with serving("benchmarks.floor:app", _floor(small), OUT / "floor.log") as floor:
            user, bare = _signed_in(product), Browser(floor.port)
            _compare("filing over HTTP", lambda: _file(user), lambda: _file(bare), options.runs, "3 (aim 2)")
            _steps(user, bare, options.runs, small)
            _lists("open list, first page", user, bare, "", options.runs)
            _lists("open list, deep page", user, bare, "?after=5000", options.runs)
            print(f"{'start to first answer':<34}{product.started_in * 1000:>11.0f}{'':>10}{'':>7}  1500 ms")
            print(f"{'memory of the server process':<34}{product.memory_mb():>11.0f}{'':>10}{'':>7}  150 MB")
            _eight(product, small)
            near = median_ms(lambda: user.get("/cases"), options.runs)
    if large:
        _growth(large, near, options.runs)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--small", type=int, default=10_000, help="cases of the small database")
    parser.add_argument("--large", type=int, default=1_000_000, help="cases of the large one, 0 for none")
    parser.add_argument("--runs", type=int, default=200)
    return parser.parse_args()


def _database(name: str, cases: int) -> Path:
    folder = OUT / name
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    casework = Path(sys.executable).with_name("casework")
    subprocess.run([casework, "demo"], env={**os.environ, **_environment(folder)}, check=True, capture_output=True)
    seed(str(folder / "casework.db"), cases, _office(folder))
    return folder


def _environment(folder: Path) -> dict[str, str]:
    return {"CASEWORK_DATABASE_URL": f"sqlite:///{folder / 'casework.db'}", "CASEWORK_INSTANCE": str(folder)}


def _floor(folder: Path) -> dict[str, str]:
    copy = folder / "floor.db"
    shutil.copyfile(folder / "casework.db", copy)
    return {"FLOOR_DATABASE": str(copy), "FLOOR_OFFICE": str(_office(folder))}


def _office(folder: Path) -> int:
    asked = "SELECT organisation_id FROM post JOIN person ON person.id = post.person_id WHERE login = 'clerk'"
    with sqlite3.connect(folder / "casework.db") as base:
        return int(base.execute(asked).fetchone()[0])


def _signed_in(server: Server) -> Browser:
    user = Browser(server.port)
    user.sign_in("clerk", PASSWORD)
    user.cookies["token"] = user.token("/cases/new")
    return user


def _file(user: Browser) -> str:
    status, place = user.post("/cases", {**FILING, "csrf_token": user.cookies.get("token", "")})
    if status != 303:
        raise SystemExit(f"filing answered {status}")
    return place


def _steps(user: Browser, bare: Browser, runs: int, folder: Path) -> None:
    places = [_file(user) for _ in range(runs + 3)]
    with sqlite3.connect(folder / "casework.db") as base:
        newest = [row[0] for row in base.execute("SELECT id FROM proceeding ORDER BY id DESC LIMIT ?", [runs + 3])][
            ::-1
        ]
    todo = iter(list(zip(places, newest, strict=True)))
    form = {"missing": "营业执照\n授权委托书", "version": "1", "csrf_token": user.cookies["token"]}
    version = VERSION.search(user.get(f"{places[0]}/complaint/{newest[0]}/correction-notice")[1])
    form["version"] = version[1] if version else "1"

    def ours() -> None:
        place, proceeding = next(todo)
        status, said = user.post(f"{place}/complaint/{proceeding}/correction-notice", form)
        if status != 303:
            raise SystemExit(f"the step answered {status}: {said[:400]}")

    _compare("a step through the door", ours, lambda: bare.post("/step/7", form), runs, "3")


def _lists(what: str, user: Browser, bare: Browser, query: str, runs: int) -> None:
    _compare(what, lambda: user.get(f"/cases{query}"), lambda: bare.get(f"/cases{query}"), runs, "3")


def _compare(what: str, ours: object, theirs: object, runs: int, bound: str) -> None:
    mine, bare = median_ms(ours, runs), median_ms(theirs, runs)  # type: ignore[arg-type]
    print(f"{what:<34}{mine:>11.2f}{bare:>10.2f}{mine / bare:>7.2f}  {bound}")


def _eight(server: Server, folder: Path, each: int = 25) -> None:
    before = _count(folder)
    clients = [_signed_in(server) for _ in range(8)]
    threads = [threading.Thread(target=lambda user=user: [_file(user) for _ in range(each)]) for user in clients]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    print(f"{'filings kept of 8 clients':<34}{_count(folder) - before:>11}{8 * each:>10}{'':>7}  none lost")


def _count(folder: Path) -> int:
    with sqlite3.connect(folder / "casework.db") as base:
        return int(base.execute("SELECT count(*) FROM dispute_case").fetchone()[0])


def _growth(folder: Path, near: float, runs: int) -> None:
    with serving("wsgi:app", _environment(folder), OUT / "large.log") as product:
        user = _signed_in(product)
        far = median_ms(lambda: user.get("/cases"), runs)
        deep = median_ms(lambda: user.get("/cases?after=500000"), runs)
    print(f"{'open list, many cases : few':<34}{far:>11.2f}{near:>10.2f}{far / near:>7.2f}  1.2")
    print(f"{'deep page of many : few':<34}{deep:>11.2f}{near:>10.2f}{deep / near:>7.2f}  1.2")


if __name__ == "__main__":
    main()
