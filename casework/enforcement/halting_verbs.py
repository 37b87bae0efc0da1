"""The acts that halt a penalty case, let it go on, or end it because another office has it.

Those about crime and transfer are called by the transfers room, downstairs, in the same transaction.
"""

from datetime import datetime

from casework.base.wallclock import local_date
from casework.enforcement import halting_steps as steps
from casework.enforcement.facts import Suspension
from casework.enforcement.lead_verbs import end_measures
from casework.enforcement.models import NAME, Penalty
from casework.enforcement.rules import CRIME
from casework.identity.actor import Actor
from casework.procedure.door import taking
from casework.procedure.siblings import open_on
from casework.records.models import Case


def suspend(penalty: Penalty, facts: Suspension, *, actor: Actor, now: datetime) -> Penalty:
    """The head suspends the case; the days stand still (PEN-17, PEN-6)."""
    with taking(penalty, steps.SUSPEND, actor=actor, now=now, facts=facts) as taken:
        _halt(penalty, facts.ground, now)
        taken.note(reason=facts.reason)
    return penalty


def suspend_for_crime(penalty: Penalty, *, actor: Actor, now: datetime) -> Penalty:
    """Crime is suspected: the penalty case stands still and survives (POL-1, POL-12)."""
    with taking(penalty, steps.SUSPEND_FOR_CRIME, actor=actor, now=now):
        _halt(penalty, CRIME, now)
    return penalty


def resume(penalty: Penalty, _facts: None, *, actor: Actor, now: datetime) -> Penalty:
    """The cause has ended; the unused days are there again."""
    with taking(penalty, steps.RESUME, actor=actor, now=now):
        _go_on(penalty)
    return penalty


def revive(penalty: Penalty, *, actor: Actor, now: datetime) -> Penalty:
    """No criminal case came of it: the office deals with the matter itself (POL-12)."""
    step = steps.REVIVE if penalty.filed_on else steps.REVIVE_LEAD
    with taking(penalty, step, actor=actor, now=now):
        _go_on(penalty)
    return penalty


def hand_measures_over(penalty: Penalty, *, actor: Actor, now: datetime) -> Penalty:
    """The goods are with the police: the measures of this office end (POL-11)."""
    with taking(penalty, steps.HAND_MEASURES_OVER, actor=actor, now=now):
        end_measures(penalty, "handed_over", now)
    return penalty


def end_by_crime(penalty: Penalty, police_id: int | None, *, actor: Actor, now: datetime) -> Penalty:
    """The criminal case has ended the matter; goods went with it (POL-11, POL-13)."""
    penalty.counterpart_id = police_id
    with taking(penalty, steps.END_BY_CRIME, actor=actor, now=now):
        end_measures(penalty, "handed_over", now)
    return penalty


def lend(penalty: Penalty, office_id: int, *, actor: Actor, now: datetime) -> Penalty:
    """The case is on its way to another office; its days keep running, no text excludes them."""
    with taking(penalty, steps.LEND, actor=actor, now=now):
        penalty.counterpart_id, penalty.identification_asked_on = office_id, None
    return penalty


def take_back(penalty: Penalty, *, actor: Actor, now: datetime) -> Penalty:
    """The other office returned it: the sender has its case again."""
    step = steps.TAKE_BACK if penalty.filed_on else steps.TAKE_BACK_LEAD
    with taking(penalty, step, actor=actor, now=now):
        pass
    return penalty


def end_by_transfer(penalty: Penalty, *, actor: Actor, now: datetime) -> Penalty:
    """The other office has taken the case; here it is closed as transferred."""
    with taking(penalty, steps.END_BY_TRANSFER, actor=actor, now=now):
        end_measures(penalty, "handed_over", now)
    return penalty


def penalty_of(case: Case, office_id: int) -> Penalty | None:
    """The open lead or penalty case of an office on a case, the newest."""
    found = [each for each in open_on(case, NAME) if each.office_id == office_id and isinstance(each, Penalty)]
    return found[-1] if found else None


def _halt(penalty: Penalty, ground: str | None, now: datetime) -> None:
    penalty.suspended_ground, penalty.suspended_on = ground, local_date(now)
    penalty.identification_asked_on = None


def _go_on(penalty: Penalty) -> None:
    penalty.suspended_ground = penalty.suspended_on = None
