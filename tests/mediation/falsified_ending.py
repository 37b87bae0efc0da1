"""Rows of the table of guards: agreement, signatures, ends and the file."""

from casework.mediation.agreements import SEAL
from casework.mediation.facts import GoOn, TermFacts
from tests.mediation.falsified import then, unsigned
from tests.mediation.falsifying import falsify, suing
from tests.mediation.walk import d

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
    falsify(
        "it_is_not_sealed_yet",
        lambda w: w.signing().seal(),
        lambda w: w.seal(),
        then(unsigned(SEAL), lambda w: w.seal()),
    ),
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
