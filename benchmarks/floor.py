"""The floor: a minimal Flask application that commits the same rows with raw SQL. No sign-in, no checks, no rules."""

import os
import sqlite3
from datetime import UTC, datetime, timedelta

from flask import Flask, g, redirect, render_template_string, request

PAGE = """<!doctype html><title>floor</title><table>{% for row in rows %}<tr><td>{{ row[0] }}</td><td>{{ row[1] }}</td>
<td>{{ row[2] }}</td><td>{{ row[3] }}</td></tr>{% endfor %}</table>"""
LIST = """SELECT c.number, c.title, c.registered_at, p.state, c.id FROM case_grant g JOIN dispute_case c ON c.id = g.case_id
JOIN proceeding p ON p.case_id = c.id WHERE g.office_id = ? AND g.until IS NULL AND g.case_id < ? ORDER BY g.case_id DESC LIMIT 50"""

app = Flask("floor")


def base() -> sqlite3.Connection:
    """This request's connection, prepared like the product's."""
    if "base" not in g:
        g.base = sqlite3.connect(os.environ["FLOOR_DATABASE"], isolation_level=None)
        for pragma in ("journal_mode=WAL", "synchronous=NORMAL", "foreign_keys=ON", "busy_timeout=10000"):
            g.base.execute(f"PRAGMA {pragma}")
    return g.base


@app.teardown_appcontext
def close(_error: BaseException | None) -> None:
    """Give the connection back."""
    if "base" in g:
        g.base.close()


def insert(table: str, **row: object) -> int:
    """Insert one row; its id."""
    names = ", ".join(row)
    marks = ", ".join("?" * len(row))
    return base().execute(f"INSERT INTO {table} ({names}) VALUES ({marks})", list(row.values())).lastrowid or 0


@app.post("/cases")
def file() -> object:
    """The rows of a filing: case, parties, right, proceeding, complaint, grant, entry, clock, paper, promise."""
    form, now = request.form, datetime.now(UTC).replace(tzinfo=None)
    base().execute("BEGIN IMMEDIATE")
    number = next_number("case")
    case = insert("dispute_case", number=f"F{number:09d}", title=form["applicant_name"], registered_at=now,
                  registered_by_id=1, source="walk_in", matter="infringement", facts=form["facts_told"],
                  request=form["request"], claim_fen=100, journal_count=1, journal_head="0" * 64)  # fmt: skip
    for place, role in enumerate(("applicant", "respondent"), 1):
        insert("party", case_id=case, ref=f"P{place}", position=place, role=role, kind="org",
               name=form[f"{role}_name"], name_key=form[f"{role}_name"], code_doubtful=0)  # fmt: skip
    insert("right_in_dispute", case_id=case, kind="trademark", number="1", canonical="1", doubtful=0)
    proceeding = insert("proceeding", case_id=case, procedure="complaint", state="submitted", office_id=1,
                        opened_at=now, moved_at=now, rule_set_on=now.date(), version=1)  # fmt: skip
    insert(
        "complaint", id=proceeding, track="request", wants="mediation", channel="walk_in", missing="[]", routes_told=""
    )
    insert("case_grant", case_id=case, office_id=1, scope="content", purpose="register", since=now)
    entry(case, 1, proceeding, now)
    clock(case, proceeding, now)
    paper(case, proceeding, now)
    base().execute("COMMIT")
    return redirect("/cases", 303)


@app.post("/step/<int:proceeding>")
def step(proceeding: int) -> object:
    """The rows of a step: state, entry, clock, paper, promise."""
    now = datetime.now(UTC).replace(tzinfo=None)
    base().execute("BEGIN IMMEDIATE")
    (case,) = base().execute("SELECT case_id FROM proceeding WHERE id = ?", [proceeding]).fetchone()
    (count,) = base().execute("SELECT journal_count FROM dispute_case WHERE id = ?", [case]).fetchone()
    base().execute("UPDATE proceeding SET state = 'need_supplement', version = version + 1 WHERE id = ?", [proceeding])
    base().execute("UPDATE complaint SET missing = ? WHERE id = ?", [request.form["missing"], proceeding])
    base().execute(
        "UPDATE dispute_case SET journal_count = ?, journal_head = ? WHERE id = ?", [count + 1, "0" * 64, case]
    )
    entry(case, count + 1, proceeding, now)
    clock(case, proceeding, now)
    paper(case, proceeding, now)
    base().execute("COMMIT")
    return redirect("/cases", 303)


@app.get("/cases")
def cases() -> object:
    """Fifty cases of an office, newest first."""
    after = request.args.get("after", default=1 << 60, type=int)
    rows = base().execute(LIST, [int(os.environ["FLOOR_OFFICE"]), after]).fetchall()
    return render_template_string(PAGE, rows=rows)


def next_number(kind: str) -> int:
    """The next number of a kind."""
    asked = (
        "INSERT INTO number_sequence (office_id, kind, year, last) VALUES (1, ?, 2026, 1) "
        "ON CONFLICT (office_id, kind, year) DO UPDATE SET last = last + 1 RETURNING last"
    )
    return int(base().execute(asked, [f"floor-{kind}"]).fetchone()[0])


def entry(case: int, seq: int, proceeding: int, now: datetime) -> None:
    """A journal entry."""
    insert("journal_entry", case_id=case, seq=seq, at=now, recorded_at=now, actor="x", role="clerk", office_id=1,
           office="x", procedure="complaint", proceeding_id=proceeding, step="register", from_state="start",
           to_state="submitted", basis="[]", changes="{}", figure="floor", figure_on=now.date(), previous="",
           hash="0" * 64)  # fmt: skip


def clock(case: int, proceeding: int, now: datetime) -> None:
    """A running clock."""
    due = now + timedelta(days=9)
    insert("running_clock", case_id=case, proceeding_id=proceeding, office_id=1, rule="CMP-3", started_at=now,
           rule_set_on=now.date(), raw=due.date(), due=due.date(), due_at=due, provisional=0, pauses="[]",
           extensions=0, state="running", started_seq=1)  # fmt: skip


def paper(case: int, proceeding: int, now: datetime) -> None:
    """A paper with its number, and the promise to draw it."""
    number = next_number("paper")
    insert("paper_record", case_id=case, proceeding_id=proceeding, office_id=1, kind="R-01", number=f"f{number}",
           title="x", template_version=1, data='{"x": "' + "x" * 900 + '"}', sha256="0" * 64, code="0" * 16,
           issued_on=now.date(), made_at=now, journal_seq=1)  # fmt: skip
    insert("outbox_item", kind="floor", payload="{}", promised_at=now, attempts=9)
