"""The overview of service: every paper that is served on somebody, on whom, and how it stands. Two queries a case."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import func, select

from casework.base.db import db
from casework.base.wallclock import local_date
from casework.documents.models import PaperRecord
from casework.identity.actor import Actor
from casework.procedure.models import Proceeding
from casework.records.models import Case, Party
from casework.service.models import NAME, OPEN, Service
from casework.service.onward import EVERYBODY, ByStep, served_by_step
from casework.service.ways import receivers

MOST = 8


@dataclass(frozen=True)
class Row:
    """One paper and one party. `run` is the newest service; `by_step` the day a step of the procedure recorded.

    `age` are calendar days since it was sent, or since the paper was made while nobody sent it.
    """

    paper: PaperRecord
    party: Party
    run: Service | None
    by_step: date | None
    age: int

    @property
    def state(self) -> str:
        """waits, sent, undelivered, served or given_up."""
        if self.run is None:
            return "served" if self.by_step else "waits"
        return self.run.state

    @property
    def served_on(self) -> date | None:
        """The day that counts as service."""
        return self.run.served_on if self.run and self.run.served_on else self.by_step


@dataclass(frozen=True)
class Unserved:
    """A paper of my office that was sent and is not served yet."""

    number: str
    paper: str
    party: str
    state: str
    way: str
    age: int


def rows_of(case: Case, *, today: date, office_id: int | None = None) -> list[Row]:
    """Every paper of a case with each party it is served on, oldest paper first; of one office alone where told."""
    asked = select(PaperRecord).where(PaperRecord.case_id == case.id, PaperRecord.kind.in_(receivers()))
    if office_id is not None:
        asked = asked.where(PaperRecord.office_id == office_id)
    with db.session.no_autoflush:
        papers = list(db.session.scalars(asked.order_by(PaperRecord.id)))
        runs = list(db.session.scalars(select(Service).where(Service.case_id == case.id).order_by(Service.id)))
    newest = {(run.paper_id, run.party_id): run for run in runs}
    steps = served_by_step(papers)
    return [
        _row(paper, party, newest.get((paper.id, party.id)), _by_step(steps, paper, party), today)
        for paper in papers
        for party in _parties(case, paper)
    ]


def unserved(*, actor: Actor, now: datetime) -> tuple[list[Unserved], int]:
    """What my office sent and nobody has proved yet, the oldest first, at most eight; and how many in all."""
    mine = select(Proceeding.id).where(
        Proceeding.office_id == actor.office_id, Proceeding.procedure == NAME, Proceeding.state.in_(OPEN)
    )
    asked = (
        select(Case.number, PaperRecord.title, Party.name, Service.state, Service.way, Service.sent_on)
        .add_columns(func.count().over().label("total"))
        .join(Case, Case.id == Service.case_id)
        .join(PaperRecord, PaperRecord.id == Service.paper_id)
        .join(Party, Party.id == Service.party_id)
        .where(Service.id.in_(mine))
        .order_by(Service.sent_on, Service.id)
        .limit(MOST)
    )
    rows = list(db.session.execute(asked))
    return [_unserved(row, local_date(now)) for row in rows], rows[0].total if rows else 0


def waiting(rows: Iterable[Row]) -> list[Row]:
    """Those that still have to be sent, or sent again."""
    return [row for row in rows if row.state in ("waits", "undelivered")]


def _parties(case: Case, paper: PaperRecord) -> list[Party]:
    """The parties of the paper's roles; only the one it is addressed to where it names a single one."""
    roles = receivers()[paper.kind]
    found = [party for party in case.parties if party.role in roles]
    named = [party for party in found if party.name == paper.data.get("addressee")]
    return named or found


def _by_step(steps: ByStep, paper: PaperRecord, party: Party) -> date | None:
    return steps.get((paper.id, party.ref)) or steps.get((paper.id, EVERYBODY))


def _row(paper: PaperRecord, party: Party, run: Service | None, by_step: date | None, today: date) -> Row:
    since = run.sent_on if run else local_date(paper.made_at)
    return Row(paper, party, run, by_step, (today - since).days)


def _unserved(row: Any, today: date) -> Unserved:
    return Unserved(row.number, row.title, row.name, row.state, row.way, (today - row.sent_on).days)
