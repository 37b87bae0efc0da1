"""Who the parties of a case are to a guard: refs of the case, told and missing."""

from collections.abc import Iterable
from typing import cast

from sqlalchemy import select

from casework.base.db import db
from casework.mediation.models import Mediation, PartyAnswer
from casework.procedure.step import Ask
from casework.records.models import Case, Party


def mediation_of(ask: Ask) -> Mediation:
    """The mediation that is asked about."""
    return cast("Mediation", ask.proceeding)


def party_of(case: Case, ref: str | None) -> Party | None:
    """The party of that ref."""
    return next((each for each in case.parties if each.ref == ref), None)


def known(case: Case, refs: Iterable[str | None]) -> bool:
    """Whether every ref names a party of the case."""
    return all(party_of(case, ref) is not None for ref in refs)


def lacking(case: Case, refs: Iterable[str]) -> str:
    """The names of the parties that are not among the refs ("both" means all parties); empty when none lacks."""
    told = set(refs)
    return "、".join(party.name for party in case.parties if party.ref not in told)


def awaited(ask: Ask) -> list[Party]:
    """Who has still to agree to this mediation: not the applicant, unless the committee itself began it (M-10)."""
    mediation = mediation_of(ask)
    newest = {answer.party_id: answer.answer for answer in mediation.answers}
    every = mediation.origin == "own_initiative"
    asked = [party for party in ask.case.parties if every or party.role != "applicant"]
    return [party for party in asked if newest.get(party.id) != "agreed"]


def refusing(ask: Ask) -> list[Party]:
    """The parties of the case whose newest answer, in any mediation of it, is a refusal (invariant 1)."""
    asked = select(PartyAnswer).join(Party).where(Party.case_id == ask.case.id).order_by(PartyAnswer.id)
    with db.session.no_autoflush:
        newest = {answer.party_id: answer for answer in db.session.scalars(asked)}
    return [each.party for each in newest.values() if each.answer == "refused"]
