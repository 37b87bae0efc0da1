"""Many cases at once, written straight into a migrated SQLite file: for lists and figures, not for the journal."""

import sqlite3
from datetime import date, datetime, timedelta

STATES = ("submitted", "accepted", "need_supplement", "taken_over")


def seed(file: str, cases: int, office: int) -> None:
    """Add `cases` disputes of one office, a minute apart, each with parties, right, proceeding, clock and grant."""
    base = sqlite3.connect(file, isolation_level=None)
    base.execute("PRAGMA synchronous=OFF")
    base.execute("PRAGMA journal_mode=WAL")
    newest = "SELECT max((SELECT max(id) FROM dispute_case), (SELECT max(id) FROM proceeding))"
    first = (base.execute(newest).fetchone()[0] or 0) + 1
    base.execute("BEGIN")
    for start in range(first, first + cases, 20_000):
        _piece(base, range(start, min(start + 20_000, first + cases)), office)
    base.execute("COMMIT")
    base.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    base.execute("ANALYZE")
    base.close()


def _piece(base: sqlite3.Connection, ids: range, office: int) -> None:
    began = datetime(2024, 1, 1)
    days = {i: began + timedelta(minutes=i % 1_000_000) for i in ids}
    base.executemany(
        "INSERT INTO dispute_case (id, number, title, registered_at, registered_by_id, source, matter, facts, request, "
        "journal_count, journal_head) VALUES (?, ?, ?, ?, ?, 'walk_in', 'infringement', '事实', '请求', 0, '')",
        ((i, f"种{i:09d}", f"第{i}号样例纠纷", days[i], office) for i in ids),
    )
    base.executemany(
        "INSERT INTO party (case_id, ref, position, role, kind, name, name_key, code_doubtful) "
        "VALUES (?, ?, ?, ?, 'org', ?, ?, 0)",
        (
            (i, f"P{n}", n, role, f"黄石样例{i}{role}公司", f"黄石样例{i}{role}公司")
            for i in ids
            for n, role in ((1, "applicant"), (2, "respondent"))
        ),
    )
    base.executemany(
        "INSERT INTO right_in_dispute (case_id, kind, number, canonical, doubtful) VALUES (?, 'trademark', ?, ?, 0)",
        ((i, str(i), str(i)) for i in ids),
    )
    base.executemany(
        "INSERT INTO proceeding (id, case_id, procedure, state, office_id, opened_at, moved_at, rule_set_on, version) "
        "VALUES (?, ?, 'complaint', ?, ?, ?, ?, ?, 1)",
        ((i, i, STATES[i % 4], office, days[i], days[i], days[i].date()) for i in ids),
    )
    base.executemany(
        "INSERT INTO complaint (id, track, wants, channel, missing, routes_told) "
        "VALUES (?, 'request', 'mediation', 'walk_in', '[]', '')",
        ((i,) for i in ids),
    )
    base.executemany(
        "INSERT INTO case_grant (case_id, office_id, scope, purpose, since) VALUES (?, ?, 'content', 'register', ?)",
        ((i, office, days[i]) for i in ids),
    )
    due = date(2027, 1, 15)
    base.executemany(
        "INSERT INTO running_clock (case_id, proceeding_id, office_id, rule, started_at, rule_set_on, raw, due, due_at, "
        "provisional, pauses, extensions, state, started_seq) "
        "VALUES (?, ?, ?, 'CMP-3', ?, ?, ?, ?, ?, 0, '[]', 0, 'running', 1)",
        ((i, i, office, days[i], days[i].date(), due, due, datetime(2027, 1, 15, 16)) for i in ids if i % 20 == 0),
    )
