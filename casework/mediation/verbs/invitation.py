"""Who mediates: mediators are invited, accept, decline or stay silent (C-17); other committees join (M-12)."""

from dataclasses import dataclass
from datetime import date, datetime

from casework.base.db import db
from casework.base.wallclock import local_date
from casework.identity.actor import Actor
from casework.mediation import steps
from casework.mediation.facts import Mediators, Naming, Reason
from casework.mediation.models import Mediation, Mediator, MediatorInvitation
from casework.mediation.rules.invitation import ANSWERING, invitation_of
from casework.mediation.verbs.conduct import end_invitations, name_one
from casework.procedure.door import taking


@dataclass(frozen=True)
class Accepted:
    """The mediator takes it; `disclosed`: a relation to a party or an interest (empty: there is none, M-19)."""

    disclosed: str | None = None
    consents: tuple[str, ...] = ()


@dataclass(frozen=True)
class Joint:
    """Another committee mediates with this one: difficult, or across areas (`place`: which place points there)."""

    committee: str | None = None
    cause: str | None = None
    place: str | None = None
    agreed_on: date | None = None
    consents: tuple[str, ...] = ()


def mediate_jointly(mediation: Mediation, facts: Joint, *, actor: Actor, now: datetime) -> Mediation:
    """Another committee joins; this one keeps the file, its number and its clocks (M-12)."""
    with taking(mediation, steps.MEDIATE_JOINTLY, actor=actor, now=now, facts=facts) as taken:
        mediation.joint_with = [*(mediation.joint_with or ()), (facts.committee or "").strip()]
        taken.note(reason=facts.cause, place=facts.place)
    return mediation


def invite_mediators(mediation: Mediation, facts: Mediators, *, actor: Actor, now: datetime) -> Mediation:
    """Ask mediators to take it; each has three working days (C-17). Who was asked before and is silent is passed over."""
    with taking(mediation, steps.INVITE_MEDIATORS, actor=actor, now=now, facts=facts) as taken:
        end_invitations(mediation, now)
        asked = []
        for each in facts.mediators:
            found = db.session.get_one(Mediator, each.mediator_id)
            mediation.invitations.append(
                MediatorInvitation(
                    mediator=found,
                    presiding=each.presiding,
                    chosen_by=facts.chosen_by,
                    invited_on=local_date(now),
                )
            )
            asked.append(found.name)
            taken.start_clock(ANSWERING, local_date(now), found.name)
        taken.note(invited="、".join(asked))
    return mediation


def accept_invitation(mediation: Mediation, facts: Accepted, *, actor: Actor, now: datetime) -> Mediation:
    """The mediator accepts and answers the conflict question (M-19); with the last answer the mediation is set."""
    mine = invitation_of(mediation, actor.person_id)
    conflict = bool(facts.disclosed)
    told = Naming(mine.mediator_id if mine else None, False, conflict, facts.disclosed, facts.consents)
    with taking(mediation, steps.ACCEPT_INVITATION, actor=actor, now=now, facts=Mediators((told,))) as taken:
        if mine:
            taken.only = mine.mediator.name
            mine.answer, mine.answered_on = "accepted", local_date(now)
            name_one(mediation, told, mine.chosen_by, now, presiding=mine.presiding)
    db.session.flush()
    if not mediation.waiting and any(each.presiding for each in mediation.named):
        return set_mediators(mediation, None, actor=actor, now=now)
    return mediation


def decline_invitation(mediation: Mediation, facts: Reason, *, actor: Actor, now: datetime) -> Mediation:
    """The mediator declines with a reason; the committee asks another (C-17)."""
    mine = invitation_of(mediation, actor.person_id)
    with taking(mediation, steps.DECLINE_INVITATION, actor=actor, now=now, facts=facts) as taken:
        if mine:
            taken.only = mine.mediator.name
            mine.answer, mine.answered_on, mine.reason = "declined", local_date(now), facts.reason
    return mediation


def set_mediators(mediation: Mediation, _facts: None, *, actor: Actor, now: datetime) -> Mediation:
    """Begin with those who have accepted (M-17); who is silent is passed over (C-17)."""
    with taking(mediation, steps.SET_MEDIATORS, actor=actor, now=now):
        end_invitations(mediation, now)
    return mediation
