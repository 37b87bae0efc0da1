"""What the tables of guards change behind the door's back, as no verb could."""

from typing import Any

from sqlalchemy import select, update

from casework.base.db import db
from casework.base.errors import StepRefused
from casework.confirmation.models import Confirmation
from casework.documents.models import PaperRecord
from casework.identity.models import Person, actor_at
from casework.identity.roles import Role
from casework.mediation.agreements import Signature
from casework.mediation.facts import Mediators, TermFacts
from casework.mediation.steps import MEDIATION
from casework.mediation.verbs.conduct import name_mediators
from casework.procedure import siblings
from casework.procedure.asking import refusals
from casework.procedure.models import moving
from casework.records.journal import JournalEntry
from casework.records.models import Party
from tests.mediation.falsified import Falsified, put
from tests.mediation.walk import Walk, d

row = Falsified
ONLINE = {"online": True, "agreed_on": d("2026-04-01")}


def party(place: int, **values: Any) -> Any:
    """Change a party of the case behind the door's back."""

    def change(walk: Walk) -> Walk:
        for name, value in values.items():
            setattr(walk.case.parties[place], name, value)
        db.session.flush()
        return walk

    return change


def asked_for(text: str) -> Any:
    """Change what the case asks for."""

    def change(walk: Walk) -> Walk:
        walk.case.request = text
        return walk

    return change


def roster(*, there: bool) -> Any:
    """Put the whole register on the court's roster, or off it."""

    def change(walk: Walk) -> Walk:
        for each in walk.room.mediators:
            each.on_roster = there
        db.session.flush()
        return walk

    return change


def clause(text: str) -> Any:
    """Settle a text with a duty in these words beside the payment."""
    return lambda w: w.settle(w.term(), TermFacts("omission", "P2", "P1", text=text))


def status(value: str) -> Any:
    """Change the status of the newest text behind the door's back."""

    def change(walk: Walk) -> Walk:
        walk.kept = getattr(walk, "kept", None) or walk.text
        walk.kept.status = value
        db.session.flush()
        return walk

    return change


def standing(step: str) -> Any:
    """Ask for the standing reasons against a step, as the case page does."""

    def ask(walk: Walk) -> Walk:
        who = walk.room.seal_keeper if step == "seal" else walk.room.mediator
        said = refusals(walk.m, MEDIATION.steps[step], actor=who, now=walk.now)
        if said:
            raise StepRefused(step, said)
        return walk

    return ask


effect = standing("take_effect")


def sealed_on(day: str) -> Any:
    """Date the seal behind the door's back."""

    def change(walk: Walk) -> Walk:
        found = walk.text.of("seal")
        if found:
            found[0].signed_on = d(day)
        else:
            db.session.add(Signature(agreement=walk.text, role="seal", how="seal", name="调委会", signed_on=d(day)))
        db.session.flush()
        return walk

    return change


def before_the_court(state: str) -> Any:
    """An application for confirmation of the agreement, in that state."""

    def change(walk: Walk) -> Walk:
        token = moving.set(True)
        found = walk.case_confirmation = getattr(walk, "case_confirmation", None) or Confirmation(
            case=walk.case,
            procedure="confirmation",
            office_id=walk.m.office_id,
            agreement_id=walk.text.id,
            opened_at=walk.now,
            moved_at=walk.now,
            rule_set_on=walk.today,
            routes_told="可以起诉",
        )
        found.state = state
        moving.reset(token)
        db.session.add(found)
        db.session.flush()
        siblings.forget()
        return walk

    return change


def same_person(walk: Walk) -> Walk:
    """Registrar and chair are one person."""
    person = Person(login="alone", name="孟庆云", password_hash="-")
    db.session.add(person)
    db.session.flush()
    for post in ("registrar", "chair"):
        setattr(walk.room, post, actor_at(walk.room.committee, Role(post), name="孟庆云", person_id=person.id))
    return walk.register().review().propose_refusal()


def another_chair(walk: Walk) -> Walk:
    """Somebody else is in the chair."""
    walk.room.chair = actor_at(walk.room.committee, Role.CHAIR, name="吕堃")
    return walk


def enforced_here(walk: Walk) -> Walk:
    """The first mediator has acted as an officer in this dispute."""
    person = Person(login="both", name="吕堃", password_hash="-")
    db.session.add(person)
    db.session.flush()
    walk.room.mediators[0].person_id = person.id
    walk.accepted()
    entry = db.session.scalars(select(JournalEntry).where(JournalEntry.case_id == walk.case.id)).first()
    told = {c.name: getattr(entry, c.name) for c in JournalEntry.__table__.columns if c.name not in ("id", "seq")}
    told |= {"seq": 99, "person_id": person.id, "role": "officer", "hash": "f" * 64}
    db.session.add(JournalEntry(**told))
    db.session.flush()
    return walk


RECORDED = {
    "kept_as": "audio",
    "recording": "证据第3号",
    "recording_consents": ("P1", "P2"),
    "undisputed": "双方确认门店销售过涉案商品",
}


def wrote_the_report(walk: Walk) -> Walk:
    """The chair, once a registrar too, wrote the closing report."""
    person = Person(login="wrote", name="孟庆云", password_hash="-")
    db.session.add(person)
    db.session.flush()
    walk.room.chair = actor_at(walk.room.committee, Role.CHAIR, name="孟庆云", person_id=person.id)
    return put(closing_proposer_id=person.id)(walk.agreed().propose_closing())


def failing(walk: Walk) -> Walk:
    """A mediation that was accepted with the notice of rights, ended and closed."""
    return walk.mediating().terminate().close(ground="ended")


def name_nobody(mediation: Any, _facts: None, *, actor: Any, now: Any) -> Any:
    """Name no mediator at all, with the choice made."""
    return name_mediators(mediation, Mediators(()), actor=actor, now=now)


def stop_clock(walk: Walk, state: str) -> Walk:
    """Stop or start the month of mediation behind the door's back."""
    clock = walk.clock("M-22")
    clock.state, clock.stopped_at = state, walk.now if state == "stopped" else None
    db.session.flush()
    return walk


def of_court(walk: Walk) -> Walk:
    """A court's matter with an agreement in force."""
    return walk.assigned().take().name().session().settle().sign("P1").sign("P2").sign_mediator().seal()


def with_third(walk: Walk) -> Walk:
    """A third party joins the case."""
    first = walk.case.parties[0]
    walk.case.parties.append(
        Party(
            ref="P3", position=3, role="third_party", kind="person", name="丙某", name_key="丙某", case_id=first.case_id
        )
    )
    db.session.flush()
    return walk


def drop(walk: Walk, *kinds: str) -> Walk:
    """Call papers by another kind behind the door's back, as if they had never been made."""
    db.session.execute(update(PaperRecord).where(PaperRecord.kind.in_(kinds)).values(kind="X"))
    return walk
