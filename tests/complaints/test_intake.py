"""The intake: its paths at a station and at a bureau, each guard falsified and cured, its papers."""

from datetime import date, timedelta

import pytest
from sqlalchemy import select

from casework.base.errors import StepRefused
from casework.complaints import steps, verbs
from casework.complaints.acts import ACTS
from casework.complaints.models import Complaint
from casework.counter.fields import AtMost
from casework.documents.models import PaperRecord
from casework.procedure.asking import refusals
from casework.records.filing import PartyFacts
from tests.support.city import NOON, a_complaint, case_facts

LATER = NOON + timedelta(days=30)


@pytest.fixture
def at_station(city):
    """A dispute at a station."""
    return a_complaint(city)


@pytest.fixture
def at_office(city):
    """A dispute at the city office."""
    return a_complaint(city, login="officer")


def codes(call, *args, **kwargs) -> list[str]:
    """The codes of a refusal."""
    with pytest.raises(StepRefused) as refused:
        call(*args, **kwargs)
    return [each.code for each in refused.value.refusals]


def kinds(session, complaint) -> list[str]:
    """The kinds of papers made so far."""
    session.flush()
    asked = select(PaperRecord.kind).where(PaperRecord.case_id == complaint.case_id).order_by(PaperRecord.id)
    return list(session.scalars(asked))


def test_station_asks_hands_over_and_the_committee_signs(city, session, at_station):
    clerk, registrar = city.actor("clerk"), city.actor("registrar")
    verbs.ask_supplement(at_station, verbs.Gaps(("营业执照", "授权委托书")), actor=clerk, now=NOON)
    verbs.supplement(at_station, verbs.FilesFacts(), actor=clerk, now=NOON)
    verbs.hand_over(at_station, verbs.HandOver(city.offices["hs-committee"]), actor=clerk, now=NOON)
    verbs.take_over(at_station, None, actor=registrar, now=NOON)

    assert at_station.state == "taken_over"
    assert kinds(session, at_station) == ["R-01", "M-14", "D-28", "R-03"]


def test_committee_sends_back_and_the_station_has_it_again(city, at_station):
    verbs.hand_over(at_station, verbs.HandOver(city.offices["hs-committee"]), actor=city.actor("clerk"), now=NOON)

    verbs.send_back(at_station, verbs.Reason("不属调解范围"), actor=city.actor("registrar"), now=NOON)

    assert (at_station.state, at_station.closing_reason) == ("submitted", "不属调解范围")


def test_office_accepts_a_consumer_complaint_with_sixty_days(city, session):
    complaint = verbs.register(verbs.Registration(case_facts(), "complaint"), actor=city.actor("officer"), now=NOON)

    verbs.accept(complaint, None, actor=city.actor("officer"), now=NOON)

    running = [(clock.rule, clock.due) for clock in complaint.clocks if clock.state == "running"]
    assert running == [("CMP-6", date(2026, 5, 8))]  # the rule set before 2026-04-15: 45 working days


def test_office_refuses_with_ground_and_routes(city, session, at_office):
    told = verbs.RefusalFacts("already_handled", "向人民法院起诉", "法院已受理")

    verbs.refuse(at_office, told, actor=city.actor("officer"), now=NOON)

    assert (at_office.state, at_office.refused_ground) == ("not_accepted", "already_handled")
    assert kinds(session, at_office) == ["R-01", "DOC-C6"]


def test_identity_is_asked_and_given(city, at_office):
    officer = city.actor("officer")
    verbs.ask_identity(at_office, verbs.IdentityNotice(date(2026, 3, 10), "身份证"), actor=officer, now=NOON)
    verbs.give_identity(at_office, verbs.FilesFacts(), actor=officer, now=NOON)

    assert at_office.state == "submitted"


def test_committee_registers_what_comes_to_its_own_desk(city):
    complaint = a_complaint(city, login="registrar")

    assert (complaint.state, list(complaint.clocks)) == ("taken_over", [])


@pytest.mark.parametrize("step", [steps.ACCEPT, steps.REFUSE, steps.ASK_IDENTITY])
def test_station_is_no_authority(city, at_station, step):
    said = refusals(at_station, step, actor=city.actor("clerk"), now=NOON)

    assert "post" in [each.code for each in said]


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"parties": case_facts().parties[1:]}, "both_sides_are_named.applicant"),
        ({"parties": case_facts().parties[:1]}, "both_sides_are_named.respondent"),
        ({"facts": ""}, "facts_are_told"),
    ],
)
def test_registration_needs_sides_and_facts(city, session, changes, code):
    assert codes(a_complaint, city, **changes) == [code]
    session.rollback()
    assert a_complaint(city).state == "submitted"


@pytest.mark.parametrize(
    ("verb", "bad", "code", "good"),
    [
        (verbs.ask_supplement, verbs.Gaps(), "gaps_are_listed", verbs.Gaps(("证明",))),
        (
            verbs.refuse,
            verbs.RefusalFacts("我不想", "起诉"),
            "ground_is_enumerated",
            verbs.RefusalFacts("other", "起诉"),
        ),
        (verbs.refuse, verbs.RefusalFacts("other", None), "other_routes_are_told", verbs.RefusalFacts("other", "起诉")),
        (verbs.tell_where, verbs.Routes(None), "other_routes_are_told", verbs.Routes("法院")),
        (verbs.hand_over, verbs.HandOver(None), "receiver_mediates", None),
        (
            verbs.ask_identity,
            verbs.IdentityNotice(date(2026, 3, 2), "身份证"),
            "due_date_lies_ahead",
            verbs.IdentityNotice(date(2026, 3, 3), "身份证"),
        ),
    ],
)
def test_each_guard_falsified_and_cured(city, at_office, verb, bad, code, good):
    actor = city.actor("officer")

    assert codes(verb, at_office, bad, actor=actor, now=NOON) == [code]
    good = good or verbs.HandOver(city.offices["hs-committee"])
    assert verb(at_office, good, actor=actor, now=NOON).state != "submitted"


def test_dispute_goes_to_no_office_that_does_not_mediate(city, at_station):
    for code in ("hs-ipo", "bureau-daye"):
        facts = verbs.HandOver(city.offices[code])
        assert codes(verbs.hand_over, at_station, facts, actor=city.actor("clerk"), now=NOON) == ["receiver_mediates"]

    assert (at_station.state, at_station.counterpart_id) == ("submitted", None)


def test_identity_once_asked_for_leaves_the_correction_notice_open(city, at_office):
    officer = city.actor("officer")
    verbs.ask_identity(at_office, verbs.IdentityNotice(date(2026, 3, 10), "身份证"), actor=officer, now=NOON)
    verbs.give_identity(at_office, verbs.FilesFacts(), actor=officer, now=NOON)

    verbs.ask_supplement(at_office, verbs.Gaps(("发票",)), actor=officer, now=NOON)

    assert at_office.state == "need_supplement"


def test_day_of_the_correction_notice_is_the_day_its_clock_ends(city, at_station):
    verbs.ask_supplement(at_station, verbs.Gaps(("发票",)), actor=city.actor("clerk"), now=NOON)

    running = [(clock.rule, clock.due) for clock in at_station.clocks if clock.rule == "M-14.supplement"]
    assert running == [("M-14.supplement", at_station.supplement_due)]


def test_acceptance_waits_while_another_body_has_it(city):
    told = verbs.Registration(case_facts(), pending_elsewhere="（2026）鄂0281民初1号")
    complaint = verbs.register(told, actor=city.actor("officer"), now=NOON)

    said = codes(verbs.accept, complaint, None, actor=city.actor("officer"), now=NOON)

    assert said == ["nobody_else_has_taken_it"]


def test_applicant_must_be_reachable_to_be_accepted(city):
    silent = (PartyFacts("applicant", "样例公司"), case_facts().parties[1])
    complaint = a_complaint(city, login="officer", parties=silent)

    assert codes(verbs.accept, complaint, None, actor=city.actor("officer"), now=NOON) == ["the_applicant_is_named"]


def test_reason_typed_in_a_form_fits_its_column():
    fields = [act.form()["reason"] for act in ACTS if "reason" in act.form()._fields]

    longest = {check.longest for field in fields for check in field.validators if isinstance(check, AtMost)}
    assert longest == {Complaint.__table__.c.closing_reason.type.length}


def test_missing_papers_are_asked_once(city, at_station):
    clerk = city.actor("clerk")
    verbs.ask_supplement(at_station, verbs.Gaps(("证明",)), actor=clerk, now=NOON)
    verbs.supplement(at_station, verbs.FilesFacts(), actor=clerk, now=NOON)

    assert codes(verbs.ask_supplement, at_station, verbs.Gaps(("又一份",)), actor=clerk, now=NOON) == ["asked_once"]


def test_nobody_is_closed_out_before_the_date_of_the_notice(city, at_station):
    clerk, told = city.actor("clerk"), verbs.RefusalFacts(routes="向人民法院起诉", reason="逾期未补正")
    verbs.ask_supplement(at_station, verbs.Gaps(("证明",)), actor=clerk, now=NOON)

    assert codes(verbs.lapse, at_station, told, actor=clerk, now=NOON) == ["time_to_supplement_is_over"]
    assert codes(verbs.lapse, at_station, verbs.RefusalFacts(), actor=clerk, now=LATER) == ["other_routes_are_told"]
    assert verbs.lapse(at_station, told, actor=clerk, now=LATER).state == "closed"
