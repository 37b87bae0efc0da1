"""Rows of the table of guards: courts' matters, addresses, investigations, wording, effect and the file."""

from casework.mediation.agreements import MEDIATOR
from casework.mediation.facts import AgreementText
from casework.mediation.rules.mediators import APPOINTING
from casework.mediation.verbs.agreement import settle_text
from tests.mediation.behind_the_door import (
    ONLINE,
    RECORDED,
    another_chair,
    asked_for,
    before_the_court,
    clause,
    drop,
    effect,
    enforced_here,
    failing,
    name_nobody,
    of_court,
    party,
    roster,
    row,
    same_person,
    sealed_on,
    standing,
    status,
    stop_clock,
    with_third,
    wrote_the_report,
)
from tests.mediation.falsified import no_clock, nothing, put, then, unsigned
from tests.mediation.walk import at, d

INTAKE = [
    row(
        "both_sides_are_identified",
        party(1, role="third_party"),
        lambda w: w.register(),
        then(party(1, role="respondent"), lambda w: w.register()),
    ),
    row(
        "consent_online_is_dated",
        nothing,
        lambda w: w.assigned(online=True, agreed_on=d("2026-04-02")),
        lambda w: w.assigned(**ONLINE),
    ),
    row(
        "the_committee_is_on_the_roster",
        then(lambda w: w.assigned(), roster(there=False)),
        lambda w: w.take(),
        then(roster(there=True), lambda w: w.take()),
    ),
    row(
        "nobody_refuses",
        lambda w: w.register().review().answer("other_party_refused").register().review(),
        lambda w: w.accept(),
        lambda w: w.answer("other_party_agreed").accept(),
    ),
    row(
        "validity_is_not_asked_for",
        then(asked_for("请求宣告第1234567号注册商标无效"), lambda w: w.register().review()),
        lambda w: w.accept(),
        lambda w: w.accept(civil_part="损害赔偿"),
    ),
    row(
        "somebody_is_still_to_be_asked",
        lambda w: w.register().review().answer("other_party_agreed"),
        lambda w: w.ask(),
        lambda w: w.accept(),
    ),
    row("another_person_proposed_it", same_person, lambda w: w.refuse(), then(another_chair, lambda w: w.refuse())),
]

MEDIATORS = [
    row(
        "the_other_party_has_agreed",
        lambda w: w.assigned(one_sided=True).take(),
        lambda w: w.name(),
        lambda w: w.answer("other_party_agreed").name(),
    ),
    row(
        "mediators_are_appointed.nobody",
        lambda w: w.accepted(),
        lambda w: w.do(name_nobody, None, "registrar"),
        lambda w: w.name(),
    ),
    row(
        "the_parties_choose_first",
        lambda w: w.assigned(**ONLINE).take(),
        lambda w: w.name(),
        lambda w: w.name(chosen_by="parties"),
    ),
    row(
        "it_is_mediated_online",
        lambda w: w.assigned().take(),
        lambda w: w.appointing(),
        then(put(online=True), lambda w: w.appointing()),
    ),
    row(
        "the_court_is_asked_once",
        lambda w: w.assigned(online=True).take().appointing(),
        lambda w: w.appointing(),
        then(no_clock(APPOINTING), lambda w: w.appointing()),
    ),
    row(
        "who_discloses_serves",
        lambda w: w.mediating(),
        lambda w: w.disclose(mediator_id=w.room.mediators[1].id),
        lambda w: w.disclose(),
    ),
    row(
        "a_courts_mediator_leaves_for_a_reason",
        lambda w: w.assigned().take().name(),
        lambda w: w.replace(reason=None),
        lambda w: w.replace(reason="调解员患病"),
    ),
    row(
        "mediator_has_no_other_part",
        then(party(1, agent="吕堃"), lambda w: w.accepted()),
        lambda w: w.name(),
        lambda w: w.name(w.naming(1)),
    ),
    row("mediator_has_not_enforced_here", enforced_here, lambda w: w.name(), lambda w: w.name(w.naming(1))),
]

CONDUCT = [
    row(
        "identity_and_address_are_confirmed",
        lambda w: w.assigned(online=True).take().name().address("P1"),
        lambda w: w.session(),
        lambda w: w.address("P2").session(),
    ),
    row(
        "guests_are_accepted",
        lambda w: w.accepted().name(),
        lambda w: w.session(guests="行业专家李某"),
        lambda w: w.session(guests="行业专家李某", guests_accepted=True),
    ),
    *(
        row(
            f"the_address_is_complete.{name}",
            lambda w: w.register(),
            lambda w, name=name: w.address(**{name: None}),
            lambda w: w.address(),
        )
        for name in ("party", "recipient", "address", "phone")
    ),
    row(
        "identity_was_checked",
        lambda w: w.register(),
        lambda w: w.address(identity_seen=False),
        lambda w: w.address(),
    ),
    row(
        "the_address_is_signed",
        lambda w: w.register(),
        lambda w: w.address(signed_on=d("2026-04-02")),
        lambda w: w.address(),
    ),
    *(
        row(
            f"the_investigation_is_told.{name}",
            lambda w: w.accepted().name(),
            lambda w, name=name: w.investigate(**{name: None}),
            lambda w: w.investigate(),
        )
        for name in ("place", "asked", "investigator", "content")
    ),
    row(
        "the_investigation_is_told.held_at",
        lambda w: w.accepted().name(),
        lambda w: w.investigate(held_at=at("2026-04-01", 11)),
        lambda w: w.investigate(),
    ),
    row(
        "the_investigation_is_signed",
        lambda w: w.accepted().name(),
        lambda w: w.investigate(signed=False),
        lambda w: w.investigate(),
    ),
    row(
        "no_mediator_is_a_witness",
        lambda w: w.accepted().name(),
        lambda w: w.investigate(asked="吕堃"),
        lambda w: w.investigate(asked="王某"),
    ),
    row(
        "a_time_limit_runs",
        lambda w: w.mediating() and stop_clock(w, "stopped"),
        lambda w: w.extend("2026-06-30"),
        lambda w: stop_clock(w, "running").extend("2026-06-30"),
    ),
    row(
        "the_cause_is_gone",
        lambda w: w.mediating().suspend(),
        lambda w: w.resume(None),
        lambda w: w.resume("经核实双方陈述属实"),
    ),
]

AGREEMENT = [
    row(
        "the_agreement_has_terms",
        lambda w: w.mediating(),
        lambda w: w.do(settle_text, AgreementText(), "mediator"),
        lambda w: w.settle(),
    ),
    row(
        "every_party_is_bound",
        then(party(1, role="respondent"), lambda w: with_third(w).mediating()),
        lambda w: w.settle(bound=("P1", "P2")),
        lambda w: w.settle(bound=("P1", "P2"), partial=True),
    ),
    row(
        "title_is_left_alone",
        lambda w: w.mediating(),
        clause("双方确认涉案专利权归甲公司所有"),
        clause("乙店不再使用涉案商标"),
    ),
    row(
        "no_immunity_is_promised",
        lambda w: w.mediating(),
        clause("甲公司不再追究乙店的行政责任"),
        clause("双方就本纠纷的民事赔偿再无其他争议"),
    ),
    row(
        "nobody_is_in_bankruptcy",
        lambda w: w.mediating(),
        clause("乙店已进入破产清算程序"),
        clause("乙店不再使用涉案商标"),
    ),
    row(
        "a_text_awaits_signatures",
        then(lambda w: w.signing(), status("reopened")),
        lambda w: w.seal(),
        then(status("draft"), lambda w: w.seal()),
    ),
    row(
        "a_mediator_has_yet_to_sign",
        lambda w: w.signing().sign_mediator(),
        standing("sign_mediator"),
        then(unsigned(MEDIATOR), standing("sign_mediator"), lambda w: w.sign_mediator()),
    ),
    row(
        "all_that_counts_is_there",
        lambda w: w.signing().sign("P1").sign("P2").sign_mediator(),
        effect,
        then(sealed_on("2026-04-01"), effect),
    ),
    row(
        "effect_is_not_in_the_future",
        then(lambda w: w.signing().sign("P1").sign("P2").sign_mediator(), sealed_on("2026-04-02")),
        effect,
        then(sealed_on("2026-04-01"), effect),
    ),
    row(
        "the_day_it_was_reached_is_told",
        lambda w: w.mediating(),
        lambda w: w.orally(w.term(due=d("2026-04-02")), reached_on=d("2026-04-02")),
        lambda w: w.orally(),
    ),
]

ENDING = [
    row(
        "who_stays_away_is_named",
        lambda w: w.mediating(),
        lambda w: w.terminate(reason="one_refuses"),
        lambda w: w.terminate(reason="one_refuses", party="P2"),
    ),
    row(
        "confirmation_is_no_longer_open",
        lambda w: w.agreed().on("2026-05-06"),
        lambda w: w.again(),
        lambda w: w.on("2026-05-07").again(),
    ),
    row(
        "confirmation_is_no_longer_open.pending",
        then(lambda w: w.agreed().on("2026-05-07"), before_the_court("docketed")),
        lambda w: w.again(),
        then(before_the_court("dismissed"), lambda w: w.again()),
    ),
    row(
        "confirmation_is_no_longer_open.entrusted",
        lambda w: (
            w.assigned(link="entrusted_summary").take().name().session().settle().sign("P1").sign("P2")
            and w.sign_mediator().seal()
        ),
        lambda w: w.again(),
        lambda w: w.report(result="court_paper"),
    ),
    row(
        "a_court_sent_it",
        lambda w: w.agreed(),
        lambda w: w.report(),
        then(put(link="assigned"), lambda w: w.report()),
    ),
    row(
        "the_court_has_not_been_told",
        lambda w: of_court(w).report(),
        lambda w: w.report(),
        then(put(court_told_on=None), lambda w: w.report()),
    ),
    row(
        "the_result_fits_the_link",
        of_court,
        lambda w: w.report(result="court_paper"),
        lambda w: w.report(result="filed"),
    ),
    row(
        "the_day_of_telling_has_come",
        of_court,
        lambda w: w.report(told_on=d("2026-04-02")),
        lambda w: w.report(),
    ),
    row(
        "the_day_of_telling_has_come.early",
        of_court,
        lambda w: w.report(told_on=d("2026-03-31")),
        lambda w: w.report(),
    ),
    row(
        "the_agreement_was_served_on_all",
        of_court,
        lambda w: w.report(served=("P1",)),
        lambda w: w.report(),
    ),
    row(
        "a_closing_report_is_there",
        lambda w: w.agreed(),
        lambda w: w.check_closing(),
        lambda w: w.propose_closing().check_closing(),
    ),
    row(
        "somebody_else_wrote_the_report",
        wrote_the_report,
        lambda w: w.check_closing(),
        lambda w: w.propose_closing().check_closing(),
    ),
    row(
        "the_place_points_elsewhere",
        lambda w: w.register().review(),
        lambda w: w.refer(place=None),
        lambda w: w.refer(),
    ),
    row(
        "a_recording_stands_in_by_consent.consent",
        lambda w: w.mediating(),
        lambda w: w.session(**{**RECORDED, "recording_consents": ("P1",)}),
        lambda w: w.session(**RECORDED),
    ),
    row(
        "a_recording_stands_in_by_consent.untold",
        lambda w: w.mediating(),
        lambda w: w.session(**{**RECORDED, "recording": None}),
        lambda w: w.session(**RECORDED),
    ),
    row(
        "a_recording_stands_in_by_consent.undisputed",
        lambda w: w.mediating(),
        lambda w: w.session(**{**RECORDED, "undisputed": None}),
        lambda w: w.session(),
    ),
    row("the_court_knows_the_result", of_court, lambda w: w.close(), lambda w: w.report().close()),
    row(
        "compulsory_papers_are_in_the_file.application",
        lambda w: w.agreed().close() and drop(w, "D-02", "D-03"),
        lambda w: w.archive(),
        lambda w: w.archive(on_paper=("D-03",)),
    ),
    row(
        "compulsory_papers_are_in_the_file.rights",
        then(lambda w: w.agreed().close(), put(rights_told_on=None)),
        lambda w: w.archive(),
        lambda w: w.archive(on_paper=("D-05",)),
    ),
    row(
        "compulsory_papers_are_in_the_file.record",
        lambda w: w.agreed().close() and drop(w, "D-12"),
        lambda w: w.archive(),
        lambda w: w.archive(on_paper=("D-12",)),
    ),
    row(
        "compulsory_papers_are_in_the_file.outcome",
        lambda w: failing(w) and drop(w, "D-18"),
        lambda w: w.archive(),
        lambda w: w.archive(on_paper=("D-18",)),
    ),
]


ROWS = (*INTAKE, *MEDIATORS, *CONDUCT, *AGREEMENT, *ENDING)
