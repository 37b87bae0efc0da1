"""Rows of the table of guards: request, acceptance, mediators, sessions, time."""

from casework.mediation.facts import Gaps
from casework.mediation.verbs import intake
from tests.mediation.falsified import nothing, put, then
from tests.mediation.falsifying import breached, confirmed, conflict, falsify, reviewing
from tests.mediation.walk import at, d

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
