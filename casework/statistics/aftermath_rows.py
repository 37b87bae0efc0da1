"""The rows of what follows an agreement in a generated province, and of the time limits that run in it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any, cast

from sqlalchemy import Connection, Table, insert

from casework.base.wallclock import at_local, local_date
from casework.confirmation.models import Confirmation
from casework.mediation.agreements import Agreement
from casework.performance.models import Obligation, Performance, ProofOfPerformance
from casework.procedure.models import START, Proceeding, RunningClock
from casework.statistics.aftermath import Run, obligations

KEPT = {"performance": Performance, "confirmation": Confirmation}


@dataclass
class Course:
    """One proceeding to be: its id, what happened in it, the places of its acts in the journal, whose it is."""

    proceeding: int
    run: Run
    seqs: list[int]
    case_id: int
    office_id: int
    first_party: int
    agreement: int | None = None

    @property
    def state(self) -> str:
        """Where it stands."""
        return self.run.acts[-1].to if self.run.acts else START


def record(connection: Connection, courses: list[Course], duties: Iterator[int]) -> None:
    """Write the proceedings with their agreements, duties, proofs and time limits; `duties` gives fresh ids."""
    agreed = [each for each in courses if each.agreement is not None and each.run.procedure == "mediation"]
    _enter(connection, Proceeding.__table__, [_proceeding(each) for each in courses])
    _enter(connection, Agreement.__table__, [_agreement(each) for each in agreed])
    for name, model in KEPT.items():
        rows = [
            {"id": each.proceeding, "agreement_id": each.agreement} for each in courses if each.run.procedure == name
        ]
        _enter(connection, model.__table__, rows)
    owed = [(next(duties), each, told) for each in courses for told in obligations(each.run)]
    _enter(connection, Obligation.__table__, [_obligation(*each) for each in owed])
    _enter(connection, ProofOfPerformance.__table__, [_proof(key, told) for key, _, told in owed if told["paid_on"]])
    _enter(connection, RunningClock.__table__, [row for each in courses for row in _clocks(each)])


def _enter(connection: Connection, table: Any, rows: list[dict[str, Any]]) -> None:
    if rows:
        connection.execute(insert(cast("Table", table)), rows)


def _proceeding(each: Course) -> dict[str, Any]:
    began, moved = each.run.acts[0].at, each.run.acts[-1].at
    times = {"opened_at": began, "moved_at": moved, "rule_set_on": local_date(began)}
    kind = {"id": each.proceeding, "case_id": each.case_id, "procedure": each.run.procedure, "state": each.state}
    return {**kind, **times, "version": 1, "office_id": each.office_id}


def _agreement(each: Course) -> dict[str, Any]:
    last = each.run.acts[-1]
    on, oral = local_date(last.at), last.step == "agree_orally"
    return {
        "id": each.agreement,
        "proceeding_id": each.proceeding,
        "case_id": each.case_id,
        "position": 1,
        "regime": "people_oral" if oral else "people_written",
        "form": "oral" if oral else "written",
        "status": "in_force",
        "settled_on": on,
        "reached_on": on if oral else None,
        "effective_on": on,
        "window_from": on,
        "sum_fen": last.fen or 0,
    }


def _obligation(key: int, each: Course, told: dict[str, Any]) -> dict[str, Any]:
    named = {"id": key, "performance_id": each.proceeding, "kind": "pay", "no": told["no"], "fen": told["fen"]}
    return {**named, "due": told["due"], "debtor_id": each.first_party + 1, "creditor_id": each.first_party}


def _proof(key: int, told: dict[str, Any]) -> dict[str, Any]:
    return {
        "obligation_id": key,
        "done_on": told["paid_on"],
        "fen": told["fen"],
        "how": "transfer",
        "answer": "confirmed",
    }


def _clocks(each: Course) -> Iterator[dict[str, Any]]:
    acts = each.run.acts
    for rule, start, stop, due in each.run.limits:
        stopped = acts[stop].at if stop < len(acts) else None
        yield {
            "case_id": each.case_id,
            "proceeding_id": each.proceeding,
            "office_id": each.office_id,
            "rule": rule,
            "started_at": acts[start].at,
            "rule_set_on": local_date(acts[0].at),
            **_end(due),
            "started_seq": each.seqs[start],
            "state": "stopped" if stopped else "running",
            "stopped_at": stopped,
        }


def _end(due: date) -> dict[str, date | datetime | bool]:
    return {"raw": due, "due": due, "due_at": at_local(due + timedelta(days=1)), "provisional": False}
