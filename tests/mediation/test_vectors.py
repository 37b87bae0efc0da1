"""The vectors of the rulebook that concern mediation, by their ids, and its traps."""

import pytest
from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from casework.base.db import db
from casework.base.errors import StepRefused
from casework.documents.models import PaperRecord
from casework.identity.models import Person, actor_at
from casework.identity.roles import Role
from casework.mediation.agreements import Signature
from casework.mediation.facts import AgreementText, GoOn, TermFacts
from casework.mediation.models import PrivateNote
from casework.mediation.steps import MEDIATION
from casework.mediation.verbs.agreement import settle_text
from casework.procedure.asking import refusals
from casework.records.filing import PartyFacts, RightFacts
from casework.records.journal import JournalEntry
from tests.mediation.conftest import make_case
from tests.mediation.walk import Walk, d


def refused_by(act):
    """(code, rule) of each reason against an act."""
    with pytest.raises(StepRefused) as refused:
        act()
    return [(each.code, each.rule) for each in refused.value.refusals]


def three_parties(room, **told):
    """A walk of a dispute with two respondents."""
    parties = (
        PartyFacts("applicant", "甲公司"),
        PartyFacts("respondent", "乙店", kind="person"),
        PartyFacts("respondent", "丙店", kind="person"),
    )
    return Walk(room, make_case(room, parties=parties, **told))


def test_tv29_joint_choice_online_is_computed_elsewhere_but_named_by_the_parties(walk):
    walk.assigned(online=True).take().name(chosen_by="parties")

    assert [each.chosen_by for each in walk.m.namings] == ["parties"]


def test_tv31_online_job_is_confirmed_within_three_working_days(walk):
    walk.on("2026-02-25").assigned(online=True, received_on=d("2026-02-13"))
    due = walk.clock("C-17").due
    walk.take()

    assert (due, walk.m.state) == (d("2026-02-25"), "accepted")


def test_tv31_a_day_later_the_court_appoints_anew(walk):
    walk.on("2026-02-26").assigned(online=True, received_on=d("2026-02-13"))

    assert refused_by(walk.take) == [("job_is_taken_in_time", "C-17")]


@pytest.mark.parametrize(
    ("text", "code", "rule"),
    [
        ("双方确认涉案专利权归甲方所有", "title_is_left_alone", "J-11"),
        ("双方均不再追究刑事、行政责任,甲方撤回举报", "no_immunity_is_promised", "X-17"),
    ],
    ids=["TV-49", "TV-51"],
)
def test_wording_that_no_court_confirms_is_refused(walk, text, code, rule):
    walk.mediating()

    found = refused_by(lambda: walk.settle(walk.term(), TermFacts("omission", "P2", "P1", text=text)))

    assert set(found) == {(code, rule)}


def test_going_on_in_spite_of_a_finding_needs_a_reason_that_the_journal_keeps(walk, case):
    walk.mediating()
    clause = TermFacts("omission", "P2", "P1", text="双方确认涉案专利权归甲方所有")

    walk.settle(clause, going_on=(GoOn("1.title_declared", "双方坚持,已告知不予确认的风险"),))

    kept = {"1.title_declared": "双方坚持,已告知不予确认的风险"}
    asked = select(JournalEntry).where(JournalEntry.case_id == case.id, JournalEntry.step == "settle_text")
    assert walk.text.going_on == kept
    assert db.session.scalars(asked).one().changes["going_on"] == kept


def test_an_empty_reason_is_none(walk):
    walk.mediating()
    clause = TermFacts("omission", "P2", "P1", text="双方确认涉案专利权归甲方所有")

    found = refused_by(lambda: walk.settle(clause, going_on=(GoOn("1.title_declared", None),)))

    assert found == [("title_is_left_alone", "J-11")]


def test_tv59_no_acceptance_after_a_refusal_on_the_telephone(walk):
    walk.register().review().ask().answer("other_party_refused")

    accept = MEDIATION.steps["accept"]
    said = refusals(walk.m, accept, actor=walk.room.registrar, now=walk.now)
    assert (said[0].code, said[0].rule) == ("state", "M-15")
    assert walk.m.routes_told == "诉讼"


def test_tv61_validity_of_a_mark_is_not_mediated(room):
    walk = Walk(room, make_case(room, request="请求宣告第1234567号注册商标无效")).register().review()

    found = refused_by(walk.accept)
    walk.propose_refusal(ground="validity", routes="向国家知识产权局提出无效宣告请求").refuse()

    assert found == [("validity_is_not_asked_for", "X-09")]
    assert (walk.m.state, walk.m.refused_ground) == ("not_accepted", "validity")


def test_civil_part_beside_a_question_of_validity_is_mediated(room):
    walk = Walk(room, make_case(room, request="宣告该商标无效,并赔偿损失")).register().review()

    walk.accept(civil_part="损害赔偿部分")

    assert walk.m.state == "accepted"


def test_tv67_representative_without_seal_is_a_warning(walk):
    walk.signing().sign("P1", sealed=False)

    assert [each.name for each in walk.text.doubts] == ["甲某"]


def test_tv67_neither_signature_nor_seal_is_refused(walk):
    walk.signing()

    assert refused_by(lambda: walk.sign("P1", name=None, sealed=False)) == [("organisation_signs_or_seals", "M-36")]


def test_tv69_capitals_that_say_another_amount_are_refused(walk):
    walk.mediating()

    assert refused_by(lambda: walk.settle(capitals="肆万元整")) == [("capitals_match_figures", "D-16")]


def test_tv71_concessions_stand_in_no_journal_and_no_paper(walk, case):
    walk.accepted().name().session(concessions="最低可接受三万元", caucus="资金紧张")

    notes = db.session.scalars(select(PrivateNote).where(PrivateNote.mediation_id == walk.m.id)).all()
    entries = db.session.scalars(select(JournalEntry).where(JournalEntry.case_id == case.id)).all()
    assert [(each.kind, each.text) for each in notes] == [("concession", "最低可接受三万元"), ("caucus", "资金紧张")]
    assert [each.seq for each in entries if "三万" in str(each.changes) or "资金" in str(each.changes)] == []
    assert [each for each in _papers(case) if "三万" in each or "资金" in each] == []


def _papers(case):
    asked = select(PaperRecord).where(PaperRecord.case_id == case.id)
    return [str(each.data) for each in db.session.scalars(asked)]


def test_tv73_file_without_the_notice_of_rights_is_not_bound(walk):
    walk.agreed().close()
    walk.m.rights_told_on = None

    assert refused_by(walk.archive) == [("compulsory_papers_are_in_the_file.rights", "3.1")]
    assert walk.archive(on_paper=("D-05",)).m.state == "archived"


@pytest.mark.parametrize(
    ("leave", "kind"),
    [(lambda w: w.terminate(), "D-18"), (lambda w: w.withdraw(), "D-18"), (lambda w: w.transfer_out(), "D-28")],
)
def test_failed_case_is_bound_with_the_notice_of_how_it_ended(walk, leave, kind):
    walk.mediating()
    leave(walk)

    walk.close(ground="ended").archive()

    assert walk.m.state == "archived"


def test_both_means_all_parties(room):
    walk = three_parties(room).mediating().settle().sign("P1").sign("P2").sign_mediator().seal()
    before = walk.m.state
    walk.sign("P3")

    assert (before, walk.m.state) == ("signing", "agreed")
    assert [party.name for party in walk.text.parties] == ["甲公司", "乙店", "丙店"]


def test_agreement_with_some_parties_says_that_it_is_partial(room):
    walk = three_parties(room).mediating()

    found = refused_by(lambda: walk.settle(bound=("P1", "P2")))
    walk.settle(bound=("P1", "P2"), partial=True).sign("P1").sign("P2").sign_mediator().seal()

    assert found == [("every_party_is_bound", "M-33")]
    assert walk.m.state == "agreed"


def test_who_is_not_bound_signs_nothing(room):
    walk = three_parties(room).mediating().settle(bound=("P1", "P2"), partial=True)

    assert refused_by(lambda: walk.sign("P3")) == [("signer_is_bound", "M-34")]


def test_conflict_needs_the_consent_of_all_three(room):
    walk = three_parties(room).accepted()
    related = {"conflict": True, "disclosed": "与丙店经营者系同学"}

    found = refused_by(lambda: walk.name(walk.naming(**related, consents=("P1", "P2"))))
    walk.name(walk.naming(**related, consents=("P1", "P2", "P3")))

    assert found == [("all_parties_accept_the_conflict", "M-19")]
    assert walk.m.named[0].disclosed == "与丙店经营者系同学"


def test_secrets_are_never_discussed_in_public(room):
    walk = Walk(room, make_case(room, rights=(RightFacts("trade_secret"),))).accepted().name()

    assert refused_by(lambda: walk.session(public=True)) == [("open_only_where_nobody_minds", "M-21")]


def test_who_enforced_does_not_mediate_the_same_dispute(room, walk):
    person = Person(login="both", name="吕堃", password_hash="-")
    db.session.add(person)
    db.session.flush()
    room.mediators[0].person_id = person.id
    walk.accepted()
    entry = db.session.scalars(select(JournalEntry).where(JournalEntry.case_id == walk.case.id)).first()
    officer = actor_at(room.offices["hs-ipo"], Role.OFFICER, name="吕堃", person_id=person.id)
    told = {c.name: getattr(entry, c.name) for c in JournalEntry.__table__.columns if c.name not in ("id", "seq")}
    told |= {"seq": 99, "person_id": officer.person_id, "role": "officer", "hash": "f" * 64}
    db.session.add(JournalEntry(**told))
    db.session.flush()

    assert refused_by(walk.name) == [("mediator_has_not_enforced_here", "M-19")]


def test_the_proposer_of_a_refusal_does_not_approve_it(room, walk):
    person = Person(login="alone", name="孟庆云", password_hash="-")
    db.session.add(person)
    db.session.flush()
    room.registrar = actor_at(room.committee, Role.REGISTRAR, name="孟庆云", person_id=person.id)
    room.chair = actor_at(room.committee, Role.CHAIR, name="孟庆云", person_id=person.id)
    walk.register().review().propose_refusal()

    assert refused_by(walk.refuse) == [("another_person_proposed_it", "M-13")]


def test_oral_agreement_keeps_who_recorded_it(walk):
    walk.mediating().orally(recorder="何文静")

    assert [(each.role, each.name) for each in walk.text.signatures] == [("recorder", "何文静")]


def test_all_dates_may_be_the_same_day(walk):
    walk.agreed()

    assert {walk.m.accepted_on, walk.text.settled_on, walk.text.effective_on} == {d("2026-04-01")}


def test_mediation_charges_nothing(walk):
    walk.accepted()

    assert walk.m.fee_fen == 0


def test_request_to_the_committee_keeps_the_day_that_interrupts_limitation(walk):
    walk.register()

    assert walk.m.requested_on == d("2026-04-01")


def test_own_initiative_interrupts_no_limitation(walk):
    walk.register(origin="own_initiative")

    assert walk.m.requested_on is None


def test_second_registration_of_a_case_is_not_counted_again(walk, case):
    walk.register().withdraw().register()

    asked = select(JournalEntry).where(JournalEntry.case_id == case.id, JournalEntry.figure == "registered")
    assert len(db.session.scalars(asked).all()) == 1


def test_numbers_follow_without_a_gap_and_only_at_acceptance(room):
    first = Walk(room, make_case(room)).accepted().m.number
    Walk(room, make_case(room)).register().review().propose_refusal().refuse()
    second = Walk(room, make_case(room)).accepted().m.number

    assert (first, second) == ("（2026）黄知调字第1号", "（2026）黄知调字第2号")


def test_every_state_but_the_last_can_be_left():
    left = {state for state in MEDIATION.states if MEDIATION.lawful(state)}

    assert set(MEDIATION.states) - left == set()


def test_one_sided_dispute_is_not_registered(room):
    walk = Walk(room, make_case(room, parties=(PartyFacts("applicant", "甲公司"),)))

    assert refused_by(walk.register) == [("both_sides_are_identified", "M-10")]


def test_agreement_without_terms_is_none(walk):
    walk.mediating()

    assert refused_by(lambda: walk.do(settle_text, AgreementText(), "mediator")) == [
        ("the_agreement_has_terms", "M-33")
    ]


def test_oral_agreement_is_not_reached_tomorrow(walk):
    walk.mediating()

    assert refused_by(lambda: walk.orally(reached_on=d("2026-04-02"), terms=(walk.term(due=d("2026-04-02")),))) == [
        ("the_day_it_was_reached_is_told", "M-35")
    ]


def test_undisclosed_conflict_cannot_even_be_stored(walk):
    walk.accepted().name()
    walk.m.namings[0].disclosed = "曾为甲公司代理"

    with pytest.raises(IntegrityError):
        db.session.flush()


def test_only_a_running_limit_is_extended(walk):
    walk.mediating()
    clock = walk.clock("M-22")
    clock.state, clock.stopped_at = "stopped", walk.now

    assert refused_by(lambda: walk.extend("2026-06-30")) == [("a_time_limit_runs", "M-22")]


def test_oral_agreement_has_nothing_to_sign(walk):
    walk.mediating().orally()

    assert ("a_text_awaits_signatures", "M-34") in refused_by(walk.sign_mediator)


def effect_refusals(walk):
    """Why the agreement cannot take effect now."""
    said = refusals(walk.m, MEDIATION.steps["take_effect"], actor=walk.room.mediator, now=walk.now)
    return [(each.code, each.fact) for each in said]


def test_nothing_takes_effect_before_its_last_element(walk):
    walk.signing().sign("P1").sign_mediator()

    assert [code for code, _ in effect_refusals(walk)] == ["all_that_counts_is_there"] * 2


def test_no_effective_date_lies_in_the_future(walk):
    walk.signing().sign("P1").sign("P2").sign_mediator()
    text = walk.text
    db.session.add(Signature(agreement=text, role="seal", how="seal", name="调委会", signed_on=d("2026-04-02")))
    db.session.flush()

    assert [code for code, _ in effect_refusals(walk)] == ["effect_is_not_in_the_future"]
