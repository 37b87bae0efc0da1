"""What parties hand in, and the office taking it into the record through the same verbs as its own screens."""

from collections.abc import Callable
from datetime import date, datetime
from typing import Any

from sqlalchemy import select

from casework.base.db import db
from casework.base.errors import Invalid, NotFound
from casework.base.phrases import phrase
from casework.base.wallclock import local_date
from casework.complaints import verbs as intake
from casework.complaints.models import Complaint
from casework.documents.numbers import next_number
from casework.identity.actor import Actor
from casework.identity.roles import OfficeKind
from casework.mediation import facts as mf
from casework.mediation.models import Mediation
from casework.mediation.on_screen import PORTAL, OnScreen
from casework.mediation.verbs import agreement as signing
from casework.mediation.verbs import intake as conducting
from casework.performance import facts as pf
from casework.performance import verbs as performing
from casework.performance.models import Performance
from casework.portal import models as m
from casework.portal.shown import text_to_sign
from casework.procedure.models import Proceeding
from casework.records.evidence_store import StoredFile
from casework.records.models import Case, Party

RECEIPT = "portal"
"""Sequence of the receipts given at the parties' door, one per year for the city."""


def hand_in(
    party: Party, kind: str, *, files: tuple[StoredFile, ...] = (), told: dict[str, Any] | None = None, now: datetime
) -> m.Submission:
    """Take what a party hands in and give it a number at once; the office that has the case finds it on its list."""
    year = local_date(now).year
    submission = m.Submission(
        case_id=party.case_id,
        party_id=party.id,
        office_id=handler_of(party.case),
        kind=kind,
        number=f"黄知收{year}-{next_number(0, RECEIPT, year):06d}",
        at=now,
        files=[vars(each) for each in files],
        told=told or {},
        state=m.TAKEN if kind == m.SURVEY else m.WAITING,
        handled_at=now if kind == m.SURVEY else None,
    )
    db.session.add(submission)
    return submission


def handler_of(case: Case) -> int:
    """The office that has the newest open mediation, else the newest proceeding, else the one that registered."""
    asked = select(Proceeding).where(Proceeding.case_id == case.id).order_by(Proceeding.id.desc())
    found = list(db.session.scalars(asked))
    mediation = next((each for each in found if isinstance(each, Mediation)), None)
    return (mediation or found[0]).office_id if found else case.registered_by_id


def waiting(actor: Actor, limit: int = 100) -> list[m.Submission]:
    """What waits for the actor's office, the oldest first."""
    mine = (m.Submission.office_id == actor.office_id, m.Submission.state == m.WAITING)
    return list(db.session.scalars(select(m.Submission).where(*mine).order_by(m.Submission.id).limit(limit)))


def take(submission: m.Submission, *, actor: Actor, now: datetime) -> None:
    """Take it into the record: the verb of its kind is called, with all that stands against it.

    Raises StepRefused as the office's own act would, NotFound for what is not waiting at this office, Invalid for a
    signature under a text that was changed since.
    """
    _mine(submission, actor)
    TAKING[submission.kind](submission, actor, now)
    _handled(submission, m.TAKEN, actor, now)


def give_back(submission: m.Submission, reason: str, *, actor: Actor, now: datetime) -> None:
    """Return it with a reason that the party reads."""
    _mine(submission, actor)
    submission.answer = reason
    _handled(submission, m.RETURNED, actor, now)


def _mine(submission: m.Submission, actor: Actor) -> None:
    if submission.state != m.WAITING or submission.office_id != actor.office_id:
        raise NotFound(submission.number)


def _handled(submission: m.Submission, state: str, actor: Actor, now: datetime) -> None:
    submission.state, submission.handled_at, submission.handled_by = state, now, actor.name


def _files(submission: m.Submission) -> tuple[StoredFile, ...]:
    return tuple(StoredFile(**each) for each in submission.files)


def _newest(submission: m.Submission, kind: type[Proceeding]) -> Any:
    asked = select(kind).where(kind.case_id == submission.case_id).order_by(kind.id.desc()).limit(1)
    found = db.session.scalar(asked)
    if found is None:
        raise NotFound(submission.number)
    return found


def _take_evidence(submission: m.Submission, actor: Actor, now: datetime) -> None:
    if actor.office_kind == OfficeKind.COMMITTEE:
        mediation: Mediation = _newest(submission, Mediation)
        conducting.receive_evidence(mediation, mf.FilesFacts(_files(submission)), actor=actor, now=now)
        return
    complaint: Complaint = _newest(submission, Complaint)
    intake.receive_evidence(complaint, intake.FilesFacts(_files(submission)), actor=actor, now=now)


def _take_proof(submission: m.Submission, actor: Actor, now: datetime) -> None:
    performance: Performance = _newest(submission, Performance)
    proof = pf.Proof(
        done_on=date.fromisoformat(submission.told["done_on"]),
        items=(int(submission.told["item"]),),
        fen=submission.told.get("fen"),
        how=submission.told.get("how", "transfer"),
        answer="confirmed" if _is_creditor(performance, submission) else "silent",
        note=submission.told.get("note"),
        files=_files(submission),
    )
    performing.record(performance, proof, actor=actor, now=now)


def _is_creditor(performance: Performance, submission: m.Submission) -> bool:
    item = performance.item(int(submission.told["item"]))
    return item is not None and item.creditor_id == submission.party_id


def _take_signature(submission: m.Submission, actor: Actor, now: datetime) -> None:
    text = text_to_sign(submission.case)
    if text is None or text.fingerprint != submission.told.get("text_sha256"):
        raise Invalid({"text": [phrase("portal.text_changed")]})
    mediation = text.mediation
    signed = mf.PartySignature(
        party=submission.party.ref,
        signed_on=local_date(submission.at),
        how="e_signature",
        name=submission.told["name"],
        sealed=submission.party.kind == "org",
        on_screen=OnScreen(PORTAL, submission.told["text_sha256"], submission.at),
    )
    signing.sign_party(mediation, signed, actor=actor, now=now)


def _take_wish(_submission: m.Submission, _actor: Actor, _now: datetime) -> None:
    """A wish for a mediator is read; naming the mediator is the committee's own act (M-16)."""


TAKING: dict[str, Callable[[m.Submission, Actor, datetime], None]] = {
    m.EVIDENCE: _take_evidence,
    m.PROOF: _take_proof,
    m.SIGNATURE: _take_signature,
    m.MEDIATOR: _take_wish,
}
