"""What the court is told of a matter that it sent (C-10, C-12, C-13, C-15)."""

from datetime import datetime

from casework.base.wallclock import local_date
from casework.identity.actor import Actor
from casework.mediation import steps
from casework.mediation.facts import CourtReport
from casework.mediation.models import Mediation
from casework.procedure.door import taking

RETURNED, TRIAL_GOES_ON = "returned", "trial_goes_on"


def report_to_court(mediation: Mediation, facts: CourtReport, *, actor: Actor, now: datetime) -> Mediation:
    """Tell the court of the agreement, served on all: filed (委派), or for the court's paper or the end of the suit."""
    with taking(mediation, steps.REPORT_TO_COURT, actor=actor, now=now, facts=facts) as taken:
        mediation.court_result, mediation.court_told_on = facts.result, facts.told_on
        taken.note(remarks=facts.remarks)
    return mediation


def papers_go_back(mediation: Mediation, now: datetime) -> None:
    """A court's matter that failed goes back at once with its papers; the report is the step's paper (C-13, C-15)."""
    if mediation.of_court and mediation.court_told_on is None:
        mediation.court_result = TRIAL_GOES_ON if mediation.entrusted else RETURNED
        mediation.court_told_on = local_date(now)
