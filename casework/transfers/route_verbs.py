"""The acts of K7, K9 and K10: going on to court, arbitration or notary."""

from datetime import datetime

from casework.base.wallclock import local_date
from casework.identity.actor import Actor
from casework.procedure.door import begin, taking
from casework.records.grants import CONTENT
from casework.records.models import Case
from casework.transfers import route_steps as steps
from casework.transfers.facts import Reason, Registered, Result, Way
from casework.transfers.models import Route
from casework.transfers.packing import pack_for_outsider
from casework.transfers.parents import parent_of
from casework.transfers.police_verbs import hand_clocks_to_counterpart


def go_on(case: Case, facts: Way, *, actor: Actor, now: datetime) -> Route:
    """Take a dispute on to court, arbitration or notary; an arbitration institution answers in five days (LNK-13)."""
    parent = parent_of(case, actor.office_id)
    route = Route(case=case, office_id=actor.office_id, kind=facts.kind, parent_id=parent and parent.id)
    begin(route, now=now)
    with taking(route, steps.GO_ON, actor=actor, now=now, facts=facts) as taken:
        route.reason = facts.reason or ""
        route.counterpart_id = facts.office.id if facts.office else None
        if facts.office:
            taken.share(facts.office.id, CONTENT)
        if facts.kind == "K9":
            taken.start_clock("LNK-13", now)
    hand_clocks_to_counterpart(route, ("LNK-13",))
    pack_for_outsider(route, actor=actor, now=now)
    return route


def take_on(route: Route, facts: Registered, *, actor: Actor, now: datetime) -> Route:
    """Court, institution or notary accept; their number is kept. A notary then has fifteen working days (E-03)."""
    with taking(route, steps.TAKE_ON, actor=actor, now=now, facts=facts) as taken:
        route.number = facts.number
        if route.kind == "K10":
            taken.start_clock("E-03", local_date(now))
    return route


def halt(route: Route, facts: Reason, *, actor: Actor, now: datetime) -> Route:
    """The notary waits for further proof or verifies; those days do not count (E-03)."""
    with taking(route, steps.HALT, actor=actor, now=now, facts=facts) as taken:
        taken.note(reason=facts.reason)
    return route


def go_on_counting(route: Route, _facts: None, *, actor: Actor, now: datetime) -> Route:
    """What the notary waited for is there (E-03)."""
    with taking(route, steps.GO_ON_COUNTING, actor=actor, now=now):
        pass
    return route


def turn_down(route: Route, facts: Reason, *, actor: Actor, now: datetime) -> Route:
    """They do not accept; the other ways stay open."""
    with taking(route, steps.TURN_DOWN, actor=actor, now=now, facts=facts):
        route.returned_reason = facts.reason
    return route


def conclude(route: Route, facts: Result, *, actor: Actor, now: datetime) -> Route:
    """Judgment, award, settlement, or notarised deed."""
    with taking(route, steps.CONCLUDE, actor=actor, now=now, facts=facts):
        route.result, route.result_number = facts.result, facts.number
    return route


def certify(route: Route, facts: Registered, *, actor: Actor, now: datetime) -> Route:
    """On default the notary issues the execution certificate (执行证书, LNK-16)."""
    with taking(route, steps.CERTIFY, actor=actor, now=now, facts=facts):
        route.result_number = facts.number
    return route


def refuse_certificate(route: Route, facts: Reason, *, actor: Actor, now: datetime) -> Route:
    """The notary refuses the certificate: the dispute may be sued on (LNK-17)."""
    with taking(route, steps.REFUSE_CERTIFICATE, actor=actor, now=now, facts=facts):
        route.returned_reason = facts.reason
    return route


def end(route: Route, _facts: None, *, actor: Actor, now: datetime) -> Route:
    """Nothing more is expected of this way."""
    with taking(route, steps.END, actor=actor, now=now):
        pass
    return route
