"""The acts of correction. The journal entry of each tells the old and the new; papers made before stay as they were."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import Any

from casework.corrections import facts as f
from casework.corrections import rules, steps
from casework.corrections.models import Correction
from casework.identity.actor import Actor
from casework.procedure.door import Taken, begin, taking, unstored
from casework.procedure.step import Step
from casework.records.filing import PartyFacts, RightFacts, add_party, add_right, tell_party, tell_right
from casework.records.models import Case


def proposed(case: Case, actor: Actor, now: datetime) -> Correction:
    """A correction before its step, not stored."""
    found = Correction(case=case, office_id=actor.office_id, reason="")
    return unstored(found, now=now)


def correct_party(case: Case, facts: f.PartyCorrection, *, actor: Actor, now: datetime) -> Correction:
    """Put right what the record tells of a party (CMP-3): what is told replaces, what is None stays."""
    with _correcting(case, steps.CORRECT_PARTY, facts, actor, now) as (taken, done):
        party = rules.party_of(taken.ask)
        if party is not None:
            taken.note(of_party=party.ref)
            tell_party(party, rules.changed(party, facts, f.TOLD_OF_A_PARTY))
    return done


def join_party(case: Case, facts: f.JoiningParty, *, actor: Actor, now: datetime) -> Correction:
    """A further party joins the dispute (CMP-3): counted for the month in which it joins."""
    with _correcting(case, steps.JOIN_PARTY, facts, actor, now) as (_taken, done):
        told = {name: getattr(facts, name) for name in (*f.TOLD_OF_A_PARTY, "kind")}
        add_party(case, PartyFacts(role=facts.role or "", **told))
    return done


def correct_right(case: Case, facts: f.RightCorrection, *, actor: Actor, now: datetime) -> Correction:
    """Put right what the record tells of a right, or add a right (CMP-3)."""
    with _correcting(case, steps.CORRECT_RIGHT, facts, actor, now) as (taken, done):
        right = rules.right_of(taken.ask)
        told = {name: getattr(facts, name) for name in f.TOLD_OF_A_RIGHT}
        if right is None:
            add_right(case, RightFacts(kind=facts.kind or "", **told), now)
        else:
            tell_right(right, rules.changed(right, facts, f.TOLD_OF_A_RIGHT), now)
    return done


def correct_case(case: Case, facts: f.CaseCorrection, *, actor: Actor, now: datetime) -> Correction:
    """Put right what the record tells of the dispute (CMP-3): a claim changed later counts with its new amount (fen)."""
    with _correcting(case, steps.CORRECT_CASE, facts, actor, now) as (_taken, done):
        for name, value in rules.changed(case, facts, f.TOLD_OF_A_CASE).items():
            setattr(case, name, value)
    return done


@contextmanager
def _correcting(case: Case, step: Step, facts: Any, actor: Actor, now: datetime) -> Iterator[tuple[Taken, Correction]]:
    done = begin(proposed(case, actor, now), now=now, flush=False)
    done.reason = facts.reason or ""
    with taking(done, step, actor=actor, now=now, facts=facts) as taken:
        yield taken, done
