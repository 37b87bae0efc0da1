"""For each guard: exactly that fact is falsified, exactly that code is seen, the cure lets the act pass."""

from typing import Any

import pytest

from casework.base.db import db
from casework.base.errors import StepRefused
from casework.base.phrases import catalogue
from casework.mediation.facts import Gaps, GoOn, TermFacts
from casework.mediation.steps import MEDIATION
from casework.mediation.verbs import intake
from tests.confirmation.steps_walk import Court
from tests.mediation.falsified import RULES, Act, Falsified, nothing, put, then, told_by
from tests.mediation.more_falsified import ROWS
from tests.mediation.walk import Walk, at, d
from tests.performance.pay_walk import Pay


def falsify(code: str, before: Act, wrong: Act, right: Act) -> Falsified:
    """One guard, falsified alone."""
    return Falsified(code, before, wrong, right)


def reviewing(walk: Walk) -> Walk:
    return walk.register().review()


def suing(walk: Walk) -> Walk:
    """A court's matter, taken, with a session."""
    return walk.assigned().take().name().session()


def conflict(walk: Walk, **told: Any) -> Any:
    return walk.naming(conflict=True, disclosed="曾为甲公司代理", **told)


def confirmed(walk: Walk) -> Walk:
    """Agreed, confirmed by the court on one day, and the file closed."""
    walk.agreed()
    Court(walk.room, walk.case, walk.today.isoformat()).confirmed(
        ("P1", walk.today.isoformat()), ("P2", walk.today.isoformat())
    )
    return walk.close()


def breached(walk: Walk) -> Walk:
    """The first payment has not come, and a person said so."""
    Pay(walk.room, walk.case, "2027-01-10").schedule().breach()
    return walk.on("2027-01-11")


INTAKE = [
    falsify(
        "origin_is_known",
        nothing,
        lambda w: w.register(origin="letter"),
        lambda w: w.register(origin="own_initiative"),
    ),
    falsify(
        "request_is_not_in_the_future",
        nothing,
        lambda w: w.register(requested_on=d("2026-04-02")),
        lambda w: w.register(requested_on=d("2026-04-01")),
    ),
    falsify(
        "one_mediation_at_a_time", lambda w: w.register(), lambda w: w.register(), lambda w: w.withdraw().register()
    ),
    falsify("no_ruling_has_confirmed_it", confirmed, lambda w: w.register(), lambda w: breached(w).register()),
    falsify("link_is_told", nothing, lambda w: w.assigned(link="sent"), lambda w: w.assigned(link="entrusted_summary")),
    falsify(
        "papers_came_by_now",
        nothing,
        lambda w: w.assigned(received_on=d("2026-04-02")),
        lambda w: w.assigned(received_on=d("2026-03-31")),
    ),
    falsify(
        "job_is_taken_in_time",
        lambda w: w.assigned(online=True).on("2026-04-10"),
        lambda w: w.take(),
        lambda w: w.take(signed_on=d("2026-04-03")),
    ),
    falsify(
        "papers_are_signed_for",
        lambda w: w.assigned(),
        lambda w: w.take(signed_on=d("2026-04-02")),
        lambda w: w.take(),
    ),
    falsify(
        "papers_are_signed_for.early",
        lambda w: w.assigned(),
        lambda w: w.take(signed_on=d("2026-03-31")),
        lambda w: w.take(),
    ),
    falsify("declining_has_a_reason", lambda w: w.assigned(), lambda w: w.decline(reason=None), lambda w: w.decline()),
    falsify(
        "what_lacks_is_listed",
        reviewing,
        lambda w: w.do(intake.ask_supplement, Gaps(), "registrar"),
        lambda w: w.ask_supplement(),
    ),
    falsify(
        "time_to_complete_is_over",
        lambda w: reviewing(w).ask_supplement(),
        lambda w: w.lapse(),
        lambda w: w.on("2026-04-20").lapse(),
    ),
    falsify(
        "the_applicant_was_reminded",
        lambda w: reviewing(w).ask_supplement().on("2026-04-20"),
        lambda w: w.lapse(reminded_on=None),
        lambda w: w.lapse(reminded_on=d("2026-04-15")),
    ),
    falsify(
        "no_authority_has_taken_it",
        lambda w: w.register(pending_elsewhere="（2026）鄂0281民初1号").review(),
        lambda w: w.accept(),
        then(put(pending_elsewhere=None), lambda w: w.accept()),
    ),
    falsify(
        "answers_are_dated.party",
        lambda w: reviewing(w).ask(),
        lambda w: w.answer("other_party_agreed", parties=("P9",)),
        lambda w: w.answer("other_party_agreed"),
    ),
    falsify(
        "answers_are_dated.date",
        lambda w: reviewing(w).ask(),
        lambda w: w.answer("other_party_agreed", answered_on=d("2026-04-02")),
        lambda w: w.answer("other_party_agreed"),
    ),
    falsify(
        "answers_are_dated.channel",
        lambda w: reviewing(w).ask(),
        lambda w: w.answer("other_party_agreed", channel=None),
        lambda w: w.answer("other_party_agreed", channel="letter"),
    ),
    falsify(
        "routes_of_help_are_told",
        reviewing,
        lambda w: w.answer("other_party_refused", routes=None),
        lambda w: w.answer("other_party_refused"),
    ),
    falsify(
        "refusal_ground_is_listed",
        reviewing,
        lambda w: w.propose_refusal(ground="too_busy"),
        lambda w: w.propose_refusal(ground="forbidden"),
    ),
    falsify("a_refusal_is_proposed", reviewing, lambda w: w.refuse(), lambda w: w.propose_refusal().refuse()),
    falsify(
        "receiver_and_reason_are_told.receiver",
        reviewing,
        lambda w: w.hand_over(receiver=None),
        lambda w: w.hand_over(),
    ),
    falsify(
        "receiver_and_reason_are_told.reason", reviewing, lambda w: w.hand_over(reason=None), lambda w: w.hand_over()
    ),
]

CONDUCT = [
    falsify(
        "mediators_are_appointed",
        lambda w: w.accepted(),
        lambda w: w.name(w.naming(mediator_id=9999)),
        lambda w: w.name(),
    ),
    falsify(
        "mediators_differ",
        lambda w: w.accepted(),
        lambda w: w.name(w.naming(), w.naming(presiding=False)),
        lambda w: w.name(w.naming(), w.naming(1, presiding=False)),
    ),
    falsify(
        "mediators_differ.chosen_by",
        lambda w: w.accepted(),
        lambda w: w.name(chosen_by="lot"),
        lambda w: w.name(chosen_by="parties"),
    ),
    falsify(
        "exactly_one_presides",
        lambda w: w.accepted(),
        lambda w: w.name(w.naming(presiding=False)),
        lambda w: w.name(),
    ),
    falsify(
        "conflict_question_is_answered",
        lambda w: w.accepted(),
        lambda w: w.name(w.naming(conflict=None)),
        lambda w: w.name(w.naming(conflict=False)),
    ),
    falsify(
        "conflict_question_is_answered.undisclosed",
        lambda w: w.accepted(),
        lambda w: w.name(w.naming(conflict=True, consents=("P1", "P2"))),
        lambda w: w.name(conflict(w, consents=("P1", "P2"))),
    ),
    falsify(
        "all_parties_accept_the_conflict",
        lambda w: w.accepted(),
        lambda w: w.name(conflict(w, consents=("P1",))),
        lambda w: w.name(conflict(w, consents=("P1", "P2"))),
    ),
    falsify(
        "mediators_are_on_the_roster",
        lambda w: w.assigned().take() and setattr(w.room.mediators[0], "on_roster", False),
        lambda w: w.name(),
        lambda w: w.name(w.naming(1)),
    ),
    falsify(
        "the_leaving_one_is_named",
        lambda w: w.accepted().name(),
        lambda w: w.replace(leaving_id=w.room.mediators[2].id),
        lambda w: w.replace(),
    ),
    falsify(
        "someone_else_takes_over",
        lambda w: w.accepted().name(),
        lambda w: w.replace(successor=w.naming(0)),
        lambda w: w.replace(),
    ),
    falsify(
        "time_and_place_are_told.time",
        lambda w: w.accepted().name(),
        lambda w: w.notify(held_at=None),
        lambda w: w.notify(),
    ),
    falsify(
        "time_and_place_are_told.place",
        lambda w: w.accepted().name(),
        lambda w: w.notify(place=None),
        lambda w: w.notify(),
    ),
    falsify(
        "rights_were_told_first",
        lambda w: w.register().review().accept(rights_told_on=None).name(),
        lambda w: w.session(),
        lambda w: w.session(rights_told_on=d("2026-04-01")),
    ),
    falsify(
        "rights_were_told_first.late",
        lambda w: w.register().review().accept(rights_told_on=None).name().on("2026-04-03"),
        lambda w: w.session(held_at=at("2026-04-02"), rights_told_on=d("2026-04-03")),
        lambda w: w.session(rights_told_on=d("2026-04-03")),
    ),
    falsify(
        "the_session_has_been_held.time",
        lambda w: w.accepted().name(),
        lambda w: w.session(held_at=at("2026-04-01", 11)),
        lambda w: w.session(),
    ),
    falsify(
        "the_session_has_been_held.place",
        lambda w: w.accepted().name(),
        lambda w: w.session(place=None),
        lambda w: w.session(),
    ),
    falsify(
        "the_session_has_been_held.present",
        lambda w: w.accepted().name(),
        lambda w: w.session(present=()),
        lambda w: w.session(present=("P1",)),
    ),
    falsify(
        "the_record_is_signed",
        lambda w: w.accepted().name(),
        lambda w: w.session(signed=False),
        lambda w: w.session(),
    ),
    falsify(
        "a_named_mediator_presides",
        lambda w: w.accepted().name(),
        lambda w: w.session(presided_by="陈𬭚"),
        lambda w: w.session(presided_by="吕堃"),
    ),
    falsify(
        "open_only_where_nobody_minds",
        lambda w: w.accepted().name(),
        lambda w: w.session(public=True, objection_to_public=True),
        lambda w: w.session(public=True),
    ),
    falsify(
        "the_limit_has_not_passed",
        lambda w: w.mediating().on("2026-05-07"),
        lambda w: w.extend("2026-06-30"),
        lambda w: w.on("2026-05-06").extend("2026-06-30"),
    ),
    falsify(
        "all_parties_extend",
        lambda w: w.mediating(),
        lambda w: w.extend("2026-06-30", consents=("P1",)),
        lambda w: w.extend("2026-06-30"),
    ),
    falsify(
        "the_new_end_is_later",
        lambda w: w.mediating(),
        lambda w: w.extend("2026-05-06"),
        lambda w: w.extend("2026-05-07"),
    ),
    falsify(
        "cause_of_standstill_is_told",
        lambda w: w.mediating(),
        lambda w: w.suspend(cause="holiday"),
        lambda w: w.suspend(),
    ),
    falsify(
        "cause_of_standstill_is_told.detail",
        lambda w: w.mediating(),
        lambda w: w.suspend(detail=None),
        lambda w: w.suspend(),
    ),
    falsify(
        "the_appraisal_is_named", lambda w: w.mediating(), lambda w: w.appraise(reason=None), lambda w: w.appraise()
    ),
]

AGREEMENT = [
    falsify(
        "every_party_is_bound.unknown",
        lambda w: w.mediating(),
        lambda w: w.settle(bound=("P1", "P2", "P9")),
        lambda w: w.settle(bound=("P1", "P2")),
    ),
    falsify(
        "terms_bind_parties",
        lambda w: w.mediating(),
        lambda w: w.settle(w.term(creditor="P2")),
        lambda w: w.settle(w.term()),
    ),
    falsify(
        "each_term_says_what.amount",
        lambda w: w.mediating(),
        lambda w: w.settle(w.term(fen=None)),
        lambda w: w.settle(w.term()),
    ),
    falsify(
        "each_term_says_what.kind",
        lambda w: w.mediating(),
        lambda w: w.settle(w.term(kind="promise")),
        lambda w: w.settle(w.term()),
    ),
    falsify(
        "each_term_says_what.text",
        lambda w: w.mediating(),
        lambda w: w.settle(TermFacts("omission", "P2")),
        lambda w: w.settle(TermFacts("omission", "P2", text="不再销售印有涉案商标的手提袋")),
    ),
    falsify(
        "no_date_has_passed",
        lambda w: w.mediating(),
        lambda w: w.settle(w.term(due=d("2026-03-31"))),
        lambda w: w.settle(w.term(due=d("2026-04-01"))),
    ),
    falsify(
        "capitals_match_figures",
        lambda w: w.mediating(),
        lambda w: w.settle(w.term(capitals="肆万元整")),
        lambda w: w.settle(w.term(capitals="伍万元整"), capitals="人民币伍万元整"),
    ),
    falsify(
        "sum_matches_terms",
        lambda w: w.mediating(),
        lambda w: w.settle(sum_fen=4_000_000),
        lambda w: w.settle(sum_fen=5_000_000),
    ),
    falsify(
        "regime_fits",
        lambda w: w.mediating(),
        lambda w: w.settle(regime="court_online"),
        lambda w: w.settle(regime="people_written"),
    ),
    falsify(
        "the_text_is_complete",
        lambda w: w.mediating(),
        lambda w: w.settle(w.term(manner=None)),
        lambda w: w.settle(w.term(manner=None), going_on=(GoOn("1.manner", "当场给付现金"),)),
    ),
    falsify(
        "the_content_is_clear",
        lambda w: w.mediating(),
        lambda w: w.settle(w.term(text="具体金额另行协商")),
        lambda w: w.settle(w.term(text="一次性付清")),
    ),
    falsify(
        "signer_is_bound",
        lambda w: w.signing(),
        lambda w: w.sign("P9", name="某人"),
        lambda w: w.sign("P1"),
    ),
    falsify("signer_is_bound.twice", lambda w: w.signing().sign("P1"), lambda w: w.sign("P1"), lambda w: w.sign("P2")),
    falsify(
        "signed_after_the_text",
        lambda w: w.signing(),
        lambda w: w.sign("P2", signed_on=d("2026-04-02")),
        lambda w: w.sign("P2"),
    ),
    falsify(
        "signed_after_the_text.early",
        lambda w: w.signing(),
        lambda w: w.sign("P2", signed_on=d("2026-03-31")),
        lambda w: w.sign("P2"),
    ),
    falsify(
        "organisation_signs_or_seals",
        lambda w: w.signing(),
        lambda w: w.sign("P1", name=None, sealed=False),
        lambda w: w.sign("P1", name=None, sealed=True),
    ),
    falsify(
        "way_of_signing_is_known",
        lambda w: w.signing(),
        lambda w: w.sign("P2", how="nod"),
        lambda w: w.sign("P2", how="fingerprint"),
    ),
    falsify(
        "way_of_signing_is_known.online",
        lambda w: w.online().session().settle(),
        lambda w: w.sign("P2"),
        lambda w: w.sign("P2", how="e_signature"),
    ),
    falsify(
        "a_named_mediator_signs",
        lambda w: w.signing(),
        lambda w: w.sign_mediator(name="陈𬭚"),
        lambda w: w.sign_mediator(),
    ),
    falsify(
        "a_named_mediator_signs.twice",
        lambda w: (
            w.accepted().name(w.naming(), w.naming(1, presiding=False)).session().settle().sign_mediator(name="吕堃")
        ),
        lambda w: w.sign_mediator(name="吕堃"),
        lambda w: w.sign_mediator(name="陈𬭚"),
    ),
    falsify("it_is_not_sealed_yet", lambda w: w.signing().seal(), lambda w: w.seal(), lambda w: w.sign_mediator()),
    falsify(
        "all_parties_want_it_oral",
        lambda w: w.mediating(),
        lambda w: w.orally(asked_by=("P1",)),
        lambda w: w.orally(),
    ),
    falsify("all_parties_want_it_oral.court", suing, lambda w: w.orally(), lambda w: w.settle()),
    falsify(
        "nothing_remains_to_be_done",
        lambda w: w.mediating(),
        lambda w: w.orally(w.term(due=d("2026-04-02"))),
        lambda w: w.orally(),
    ),
]

ENDING = [
    falsify(
        "end_reason_is_listed", lambda w: w.mediating(), lambda w: w.terminate(reason="tired"), lambda w: w.terminate()
    ),
    falsify(
        "routes_after_failure_are_told",
        lambda w: w.mediating(),
        lambda w: w.terminate(routes=None),
        lambda w: w.terminate(),
    ),
    falsify(
        "the_time_is_really_over",
        lambda w: w.mediating().on("2026-05-06"),
        lambda w: w.terminate(reason="time_over"),
        lambda w: w.on("2026-05-07").terminate(reason="time_over"),
    ),
    falsify("the_court_is_told_the_course", suing, lambda w: w.terminate(course=None), lambda w: w.terminate()),
    falsify(
        "the_refusing_party_is_named",
        lambda w: w.signing(),
        lambda w: w.refuse_to_sign(party="P9"),
        lambda w: w.refuse_to_sign(),
    ),
    falsify(
        "the_clue_is_told", lambda w: w.mediating(), lambda w: w.report_clue(reason=None), lambda w: w.report_clue()
    ),
    falsify(
        "all_parties_start_again",
        lambda w: w.agreed().on("2026-05-07"),
        lambda w: w.again(consents=("P2",)),
        lambda w: w.again(),
    ),
    falsify(
        "starting_again_has_a_reason",
        lambda w: w.agreed().on("2026-05-07"),
        lambda w: w.again(reason=None),
        lambda w: w.again(),
    ),
    falsify(
        "an_agreement_binds",
        lambda w: w.mediating().terminate().close(ground="ended"),
        lambda w: w.again(),
        lambda w: w.register(),
    ),
    falsify("closing_ground_fits", lambda w: w.agreed(), lambda w: w.close(ground="ended"), lambda w: w.close()),
    falsify(
        "compulsory_papers_are_in_the_file.identity",
        lambda w: w.agreed().close(),
        lambda w: w.archive(identity_in_file=False),
        lambda w: w.archive(),
    ),
    falsify("retention_is_chosen", lambda w: w.agreed().close(), lambda w: w.archive(pages=0), lambda w: w.archive()),
    falsify(
        "reopening_has_a_reason",
        lambda w: w.agreed().close().archive(),
        lambda w: w.reopen_file(reason=None),
        lambda w: w.reopen_file(),
    ),
]


WITHOUT_A_MEDIATION = ("both_sides_are_identified",)
TABLE = [*INTAKE, *CONDUCT, *AGREEMENT, *ENDING, *ROWS]
UNBEGUN = [each for each in TABLE if each.before is nothing or each.code in WITHOUT_A_MEDIATION]


@pytest.mark.parametrize("falsified", TABLE, ids=lambda each: each.code)
def test_guard_refuses_alone_and_lets_the_cure_pass(walk, falsified):
    falsified.before(walk)

    refused = told_by(falsified.wrong, walk)
    cured = told_by(falsified.right, walk)

    assert refused == [(falsified.code, falsified.rule)]
    assert cured == []


@pytest.mark.parametrize("falsified", [each for each in TABLE if each not in UNBEGUN], ids=lambda each: each.code)
def test_refused_act_writes_nothing(walk, case, falsified):
    falsified.before(walk)
    db.session.flush()
    db.session.refresh(case)
    before = (walk.m.state, walk.m.version, case.journal_count)

    told_by(falsified.wrong, walk)
    db.session.refresh(case)

    assert (walk.m.state, walk.m.version, case.journal_count) == before


def guards_of_the_table():
    """Guard -> rule, as the procedure names them."""
    return {guard.name: guard.rule for step in MEDIATION.steps.values() for guard in step.guards}


def test_every_guard_of_mediation_rests_on_the_rule_of_the_book():
    assert guards_of_the_table() == RULES


def test_every_sentence_of_every_guard_has_a_row():
    keys = [key.split(".") for key in catalogue() if key.startswith("guard.") and key.endswith(".fact")]
    sentences = {".".join(parts[1:-1]) for parts in keys if parts[1] in guards_of_the_table()}

    assert {each.code for each in TABLE} == sentences


def test_refusal_names_rule_article_cure_and_who(walk):
    walk.mediating()

    with pytest.raises(StepRefused) as refused:
        walk.settle(sum_fen=4_000_000)

    told = refused.value.refusals[0]
    assert (told.code, told.rule, told.field, told.by) == ("sum_matches_terms", "D-16", "sum_fen", "调解员")
    assert told.fact == "总额 40,000.00 元与各条之和 50,000.00 元不一致"
    assert told.article
