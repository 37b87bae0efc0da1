"""Guards of the intake that a mended record cures: the reason alone, the record put right, the step lawful."""

from datetime import date

import pytest

from casework.complaints import mediating_facts as mf
from casework.complaints import mediating_verbs as mediating
from casework.complaints import route_verbs, verbs
from casework.complaints.steps import COMPLAINT
from casework.enforcement.facts import LeadFacts
from casework.enforcement.verbs import open_lead
from casework.procedure import siblings
from casework.procedure.asking import refusals
from casework.records.vault import lock_away
from tests.complaints.test_mediating import END
from tests.complaints.walk import REPORTER, filed, reported, signed
from tests.support.city import NOON
from tests.support.cures import stands

WHY = verbs.Reason("核实举报人陈述")


def put(**values):
    """Write columns of the complaint."""

    def change(complaint, _city):
        for name, value in values.items():
            setattr(complaint, name, value)

    return change


def accepted(city):
    return verbs.accept(filed(city, "complaint"), None, actor=city.actor("officer"), now=NOON)


def with_a_lead(city):
    complaint = accepted(city)
    open_lead(complaint.case, LeadFacts("销售假冒商品"), actor=city.actor("officer"), now=NOON)
    return complaint


def terminated(city):
    return mediating.terminate(accepted(city), END, actor=city.actor("officer"), now=NOON)


def unreachable(city):
    complaint = filed(city, "complaint")
    put(phone=None, address=None)(complaint.case.parties[0], city)
    return complaint


def asked_before(city):
    clerk = city.actor("clerk")
    complaint = verbs.ask_supplement(filed(city, login="clerk"), verbs.Gaps(("身份证明",)), actor=clerk, now=NOON)
    stands(complaint, "submitted")
    return complaint


def with_its_lead(city):
    report = reported(city)
    open_lead(report.case, LeadFacts("销售假冒商品"), actor=city.actor("officer"), now=NOON)
    put(track="request")(report, city)
    return report


def handled(city):
    file = filed(city)
    run = signed(city, file)
    stands(run, "accepted")
    file.run = run
    return file


def reachable(complaint, _city):
    complaint.case.parties[0].phone = "0714-1"


def not_asked_yet(complaint, city):
    for clock in complaint.clocks:
        clock.rule = "CMP-3"


def a_breach_is_found(complaint, city):
    mediating.find_breach(complaint, WHY, actor=city.actor("officer"), now=NOON)


def kept_in_the_vault(complaint, city):
    lock_away(complaint.case, REPORTER, office_id=complaint.office_id)
    city.session.flush()


ROWS = {
    "nobody_else_has_taken_it": (
        lambda c: filed(c, "complaint", pending_elsewhere="法院已立案"), "accept", None, put(pending_elsewhere=None)),
    "the_applicant_is_named": (unreachable, "accept", None, reachable),
    "asked_once": (asked_before, "ask_supplement", verbs.Gaps(("又一份",)), not_asked_yet, "clerk"),
    "it_is_a_report": (with_its_lead, "take_as_lead", None, put(track="report")),
    "a_reporter_is_kept_here": (filed, "open_vault", WHY, kept_in_the_vault),
    "a_breach_waits_to_be_verified": (with_a_lead, "pass_breach_on", None, a_breach_is_found),
    "it_is_not_handled_yet": (handled, "send_to_intake", WHY, lambda file, _city: stands(file.run, "submitted"), "daye-officer"),
    "both_were_told_by_now": (
        terminated, "tell_termination", mf.Told(date(2026, 3, 1)), put(ended_on=date(2026, 3, 1))),
}  # fmt: skip


@pytest.mark.parametrize("code", ROWS)
def test_guard_refuses_alone_and_the_mended_record_lets_it_pass(city, code):
    there, step, facts, mend, *login = ROWS[code]
    complaint = there(city)
    siblings.forget()

    refused = said(city, complaint, step, facts, *login)
    mend(complaint, city)
    siblings.forget()

    assert (refused, said(city, complaint, step, facts, *login)) == ([code], [])


def said(city, complaint, step, facts=None, login="officer"):
    """The codes of the reasons against a step."""
    found = refusals(complaint, COMPLAINT.steps[step], actor=city.actor(login), now=NOON, facts=facts)
    return [each.code for each in found]


def test_file_that_an_intake_distributed_goes_on_only_from_where_it_began(city):
    run = signed(city, filed(city))
    told = route_verbs.Distribution(city.offices["bureau-yangxin"], date(2026, 3, 20), "属其辖区")
    siblings.forget()

    refused = said(city, run, "distribute", told, "daye-officer")
    run.received_from_id = None
    run.office_id = city.actor("officer").office_id

    assert refused[-1] == "what_was_distributed_goes_back"
    assert said(city, run, "distribute", told) == []
