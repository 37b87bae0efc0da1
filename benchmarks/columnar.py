"""The month beside a columnar engine: the same rows in SQLite and in DuckDB, the same questions, the same answers.

The years before are copies of a province, five years earlier each, so that a month stays as large while the past grows.
DuckDB gets the rows in the order of their days, the best it can be given.
"""

import csv
import shutil
import sqlite3
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from statistics import median
from typing import Any

YEARS = 5
MONTH, FIRST, AFTER = "2026-09", "2026-09-01", "2026-10-01"
OPENINGS, CLOSINGS = ("accepted", "moved_in"), ("agreed", "terminated", "withdrawn")
DIMENSIONS = "form, right_kind, matter, source"
INDEXES = ("ix_figure_fact_period", "ix_figure_fact_standing", "ix_figure_fact_days")
COPY = """
    INSERT INTO figure_fact ({names})
    SELECT case_id + ? * 10000000, seq, figure, date(on_day, ?), date(until_day, ?), {rest} FROM figure_fact
    WHERE case_id < 10000000
"""
SUMMED = """
    INSERT INTO figure_count
    SELECT CASE WHEN month = 0 THEN 0 ELSE month - 100 * {years} * back END, office_id, figure, {dimensions},
        sum({each} * n), sum({each} * fen), sum({each} * persons), sum({each} * days)
    FROM small.figure_count, (WITH RECURSIVE b(back) AS (SELECT 0 UNION ALL SELECT back + 1 FROM b WHERE back < {most})
        SELECT back FROM b)
    GROUP BY 1, 2, 3, 4, 5, 6, 7
"""


def grow(small: Path, folder: Path, times: int) -> None:
    """A database of so many times the cases: each two copies five years before the last two."""
    began = time.perf_counter()
    folder.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(small, folder / "casework.db")
    with closing(sqlite3.connect(folder / "casework.db")) as large:
        large.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -1000000;")
        large.execute("ATTACH ? AS small", (str(small),))
        made = {row[0]: row[1] for row in large.execute("SELECT name, sql FROM sqlite_master WHERE type = 'index'")}
        for name in INDEXES:
            large.execute(f"DROP INDEX {name}")
        names = [row[1] for row in large.execute("PRAGMA table_info(figure_fact)")]
        rest = [name for name in names if name not in ("case_id", "seq", "figure", "on_day", "until_day")]
        order = ["case_id", "seq", "figure", "on_day", "until_day", *rest]
        for copy in range(1, times):
            back = f"-{YEARS * (copy // 2)} years"
            large.execute(COPY.format(names=", ".join(order), rest=", ".join(rest)), (copy, back, back))
        large.execute("DELETE FROM figure_count")
        large.execute(SUMMED.format(years=YEARS, each=2, most=times // 2 - 1, dimensions=DIMENSIONS))
        for name in INDEXES:
            large.execute(made[name])
        large.commit()
        large.execute("ANALYZE")
        large.commit()
        rows = large.execute("SELECT count(*) FROM figure_fact").fetchone()[0]
    print(f"{times} times the cases, {rows} facts in {time.perf_counter() - began:.0f} s", flush=True)


def side_by_side(folder: Path, runs: int) -> None:
    """The month's flows, stocks and durations asked of both engines in turns; stops when the answers differ."""
    with closing(_loaded(folder)) as duck:
        _ours()
        for what, ours, theirs in (
            ("province", _ours, lambda: _theirs(duck, "")),
            ("one office", lambda: _ours(2), lambda: _theirs(duck, "AND office_id = 2")),
        ):
            if ours() != theirs():
                raise SystemExit(f"{what}: {ours()} against {theirs()}")
            print(f"{what}: {ours()}")
            a, b = _in_turns(ours, theirs, runs)
            print(f"{'month of ' + what:<42}{a:>9.1f} ms, DuckDB {b:.1f} ms, ratio {a / b:.2f}  1.0", flush=True)


def _loaded(folder: Path) -> Any:
    import duckdb  # late: optional dependency

    began = time.perf_counter()
    duck = duckdb.connect(str(folder / "facts.duckdb"))
    named = folder / "facts.csv"
    with closing(sqlite3.connect(folder / "casework.db")) as given, named.open("w", newline="") as out:
        rows = given.execute("SELECT * FROM figure_fact")
        writer = csv.writer(out)
        writer.writerow([each[0] for each in rows.description])
        writer.writerows(rows)
    duck.execute(f"CREATE TABLE fact AS SELECT * FROM read_csv('{named}', header = true, nullstr = '') ORDER BY on_day")
    duck.execute("UPDATE fact SET form = '' WHERE form IS NULL")
    named.unlink()
    print(f"the same rows in DuckDB in {time.perf_counter() - began:.0f} s", flush=True)
    return duck


def _ours(office: int | None = None) -> tuple[Any, ...]:
    from casework.base.db import db  # late: slow import
    from casework.statistics.period import month  # late: slow import
    from casework.statistics.rows import durations, flows, standing  # late: slow import
    from casework.statistics.tables import tables  # late: slow import

    period, offices = month(MONTH), None if office is None else [office]
    figures = {name for each in tables()["ip_monthly"].columns for name in each.figures}
    came = flows(period, figures, offices, by_office=False)
    stocks = [standing(day, OPENINGS, offices, by_office=False) for day in (period.start, period.end)]
    days = durations(period, CLOSINGS, offices, by=("right_kind", "matter"))
    db.session.rollback()
    return _told(came, stocks, sum(each.n for each in days), sum(each.n * each.days for each in days))


def _theirs(duck: Any, office: str) -> tuple[Any, ...]:
    from casework.statistics.rows import Seen  # late: slow import
    from casework.statistics.tables import tables  # late: slow import

    figures = tuple(sorted({name for each in tables()["ip_monthly"].columns for name in each.figures}))
    inside = f"on_day >= DATE '{FIRST}' AND on_day < DATE '{AFTER}' {office}"
    came = duck.execute(
        f"SELECT figure, {DIMENSIONS}, sum(n), sum(fen), sum(persons), sum(days) FROM fact "
        f"WHERE figure IN {figures} AND {inside} GROUP BY ALL"
    ).fetchall()
    stocks = [
        duck.execute(
            f"SELECT figure, {DIMENSIONS}, sum(n) FROM fact WHERE figure IN {OPENINGS} AND on_day < DATE '{day}' "
            f"AND (until_day IS NULL OR until_day >= DATE '{day}') {office} GROUP BY ALL"
        ).fetchall()
        for day in (FIRST, AFTER)
    ]
    days = duck.execute(
        f"SELECT right_kind, matter, days, sum(n) FROM fact WHERE figure IN {CLOSINGS} AND days IS NOT NULL "
        f"AND {inside} GROUP BY ALL"
    ).fetchall()
    seen = [[Seen(0, *row[:5], n=int(row[5])) for row in rows] for rows in (came, *stocks)]
    return _told(seen[0], seen[1:], int(sum(row[3] for row in days)), int(sum(row[2] * row[3] for row in days)))


def _told(came: list[Any], stocks: list[list[Any]], closed: int, days: int) -> tuple[Any, ...]:
    sums: dict[str, int] = {}
    for each in came:
        sums[each.figure] = sums.get(each.figure, 0) + each.n
    return tuple(sorted(sums.items())), [sum(each.n for each in rows) for rows in stocks], closed, days


def _in_turns(ours: Callable[[], object], theirs: Callable[[], object], runs: int) -> tuple[float, float]:
    took: list[list[float]] = [[], []]
    for _ in range(runs):
        for place, ask in enumerate((ours, theirs)):
            began = time.perf_counter()
            ask()
            took[place].append(time.perf_counter() - began)
    return median(took[0]) * 1000, median(took[1]) * 1000
