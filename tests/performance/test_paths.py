"""Performance from the schedule to every ending."""

from sqlalchemy import select

from casework.base.db import db
from casework.performance.periods import notarised_ends
from casework.records.figures import FigureFact
from casework.records.journal import JournalEntry
from tests.confirmation.conftest import agreed
from tests.confirmation.steps_walk import Court
from tests.mediation.traces import figures, papers
from tests.mediation.walk import d
from tests.performance.pay_walk import Pay
from tests.performance.test_papers import made


def entries(case) -> list[JournalEntry]:
    """The journal of a case, oldest first."""
    db.session.flush()
    return list(
        db.session.scalars(select(JournalEntry).where(JournalEntry.case_id == case.id).order_by(JournalEntry.seq))
    )


def monthly(case) -> dict[int, int]:
    """Money performed by month, fen, as the statistics add it up."""
    db.session.flush()
    asked = select(FigureFact.on_day, FigureFact.fen).where(
        FigureFact.case_id == case.id, FigureFact.figure == "performed_amount"
    )
    found: dict[int, int] = {}
    for on, fen in db.session.execute(asked):
        found[on.year * 100 + on.month] = found.get(on.year * 100 + on.month, 0) + fen
    return found


def test_schedule_copies_the_terms_and_plans_return_visits(pay):
    assert pay.p.state == "not_due"
    assert [(each.no, each.kind, each.fen, each.due) for each in pay.p.items] == [
        (1, "pay", 3_000_000, d("2026-04-30")),
        (2, "pay", 2_000_000, d("2026-06-30")),
    ]
    assert [(each.rule, each.label, each.due) for each in pay.p.clocks] == [
        ("M-38.return_visit", "1", d("2026-05-07")),
        ("M-38.return_visit", "2", d("2026-07-07")),
    ]


def test_two_instalments_are_paid_until_performed(pay, room):
    pay.on("2026-04-30").record(1)
    between = pay.p.state

    pay.on("2026-06-29").record(2)

    assert (between, pay.p.state) == ("performing", "performed")
    assert figures(pay.case)[-3:] == [
        ("performed_amount", d("2026-04-30"), 3_000_000),
        ("performed_amount", d("2026-06-29"), 2_000_000),
        ("performed", d("2026-06-29"), None),
    ]
    assert pay.running() == []


def test_payment_recorded_later_counts_at_its_day(pay):
    pay.on("2026-05-08").record(1, done_on=d("2026-04-29"))

    assert figures(pay.case)[-1] == ("performed_amount", d("2026-04-29"), 3_000_000)


def test_money_without_items_is_spread_by_due_date(pay):
    pay.record(fen=3_500_000)

    assert [each.rest_fen for each in pay.p.items] == [0, 1_500_000]
    assert (pay.p.paid_fen, pay.p.owed_fen) == (3_500_000, 5_000_000)


def test_everything_may_be_performed_at_once(mixed):
    mixed.record()

    assert mixed.p.state == "performed"
    assert figures(mixed.case)[-2:] == [
        ("performed_amount", d("2026-03-02"), 3_000_000),
        ("performed", d("2026-03-02"), None),
    ]


def test_act_counts_no_money(mixed):
    mixed.record(2, how="destruction")

    assert mixed.p.state == "performing"
    assert figures(mixed.case)[-1][0] == "agreed"


def test_omission_holds_nothing_up(mixed):
    mixed.record(1).record(2, how="destruction")

    assert mixed.p.state == "performed"


def test_payment_goes_on_while_the_court_confirms(pay, room):
    court = Court(room, pay.case).filed()
    pay.on("2026-03-10").record(1)

    court.on("2026-03-11").docket().confirm()

    assert (court.c.state, pay.p.state) == ("confirmed", "performing")


def test_disputed_proof_does_not_count(pay):
    pay.record(1, answer="disputed")

    assert (pay.p.state, pay.p.paid_fen) == ("performing", 0)
    assert figures(pay.case)[-1][0] == "agreed"


def test_later_dispute_takes_the_money_back(pay):
    pay.record(1).on("2026-03-05").dispute()

    assert pay.p.paid_fen == 0
    assert figures(pay.case)[-2:] == [
        ("performed_amount", d("2026-03-02"), 3_000_000),
        ("performed_amount", d("2026-03-05"), -3_000_000),
    ]


def test_breach_is_proposed_by_the_clock_and_confirmed_by_a_person(pay):
    pay.on("2026-05-01").propose()
    proposed = (pay.p.state, pay.p.proposed_on)

    pay.breach()

    assert proposed == ("not_due", d("2026-05-01"))
    assert (pay.p.state, pay.p.breached_on) == ("breached", d("2026-05-01"))
    limitation = [each for each in pay.p.clocks if each.rule == "L-08"]
    assert [each.raw for each in limitation] == [d("2029-06-30")]


def test_part_paid_is_partial_performance(pay):
    pay.record(1).on("2026-07-01").partial()

    assert pay.p.state == "partial"


def test_late_payment_in_full_is_performance(pay):
    pay.on("2026-05-01").breach().on("2026-05-20").record(1)
    between = pay.p.state

    pay.on("2026-05-21").record(2)

    assert (between, pay.p.state, pay.running()) == ("partial", "performed", [])


def test_urging_makes_its_record(pay):
    pay.on("2026-05-01").urge(answer="月底前付清")

    assert papers(pay.case)[-1] == "D-25"
    assert [(each.item_no, each.channel) for each in pay.p.urgings] == [(1, "phone")]


def test_return_visit_stops_the_clock_of_its_item(pay):
    pay.on("2026-05-06").visit(item=1)

    assert papers(pay.case)[-1] == "D-24"
    assert pay.running() == [("M-38.return_visit", "2")]


def test_return_visit_about_everything_stops_all(pay):
    pay.visit()

    assert pay.running() == []


def test_performed_agreement_is_still_visited(pay):
    pay.record().visit(satisfied=True)

    assert (pay.p.state, papers(pay.case)[-1]) == ("performed", "D-24")


def test_confirmed_agreement_is_enforced_after_breach(pay, room):
    Court(room, pay.case).confirmed()
    pay.on("2026-05-08").breach().enforce(clues="样例银行账户")

    assert (pay.p.state, pay.p.instrument_number) == ("enforcement", "(2026)鄂0281民特12号")
    assert papers(pay.case)[-1] == "J-20"


def test_payment_in_enforcement_ends_it(pay, room):
    Court(room, pay.case).confirmed()
    pay.on("2026-05-08").breach().enforce().on("2026-06-01").record(1)
    between = pay.p.state

    pay.record(2)

    assert (between, pay.p.state) == ("enforcement", "performed")


def test_unconfirmed_agreement_is_sued_on(pay):
    pay.on("2026-05-08").breach().sue()

    assert (pay.p.state, pay.p.sued_on) == ("litigation", d("2026-05-08"))


def test_notarised_agreement_is_enforced_with_the_writ(pay):
    pay.on("2026-05-08").breach().enforce(instrument="notarised", number="(2026)黄石执字第1号", writ=True)

    assert pay.p.state == "enforcement"


def test_later_dispute_that_is_given_up_counts_again(pay):
    pay.record(1).on("2026-03-05").dispute().on("2026-04-02").confirm()

    assert pay.p.paid_fen == 3_000_000
    assert figures(pay.case)[-3:] == [
        ("performed_amount", d("2026-03-02"), 3_000_000),
        ("performed_amount", d("2026-03-05"), -3_000_000),
        ("performed_amount", d("2026-04-02"), 3_000_000),
    ]


def test_correction_stands_in_the_month_in_which_it_became_known(pay):
    pay.record(1).on("2026-04-05").dispute()

    told = monthly(pay.case)
    assert told == {202603: 3_000_000, 202604: -3_000_000}
    assert sum(told.values()) == pay.p.paid_fen


def test_silence_that_becomes_a_yes_counts_nothing_twice(pay):
    pay.record(1).confirm(note="电话确认")

    assert pay.p.items[0].proofs[0].answer == "confirmed"
    assert figures(pay.case)[-1] == ("performed_amount", d("2026-03-02"), 3_000_000)


def test_confirming_the_last_disputed_proof_completes_everything(pay):
    pay.record(1).record(2, answer="disputed")
    between = pay.p.state

    pay.on("2026-03-09").confirm()

    assert (between, pay.p.state) == ("performing", "performed")


def test_dispute_after_everything_was_performed_opens_it_again_and_counts_it_once(pay):
    pay.record().on("2026-03-20").dispute()
    between = (pay.p.state, pay.p.paid_fen)

    pay.on("2026-03-25").record()

    counted = [each for each in figures(pay.case) if each[0] == "performed"]
    assert (between, pay.p.state) == (("performing", 3_000_000), "performed")
    assert counted == [("performed", d("2026-03-02"), None)]


def test_broken_omission_is_a_breach_even_after_all_was_paid(mixed):
    mixed.record(1).record(2, how="destruction").on("2026-09-01").violate()

    assert (mixed.p.state, mixed.p.breached_on) == ("partial", d("2026-09-01"))
    assert [each.no for each in mixed.p.open_items] == [3]


def test_broken_omission_is_made_good_by_a_later_proof(mixed):
    mixed.record(1).record(2, how="destruction").on("2026-09-01").violate()

    mixed.on("2026-09-10").record(3, how="takedown")

    assert mixed.p.state == "performed"
    assert [each[0] for each in figures(mixed.case)].count("performed") == 1


def test_broken_omission_may_be_enforced(mixed, room):
    Court(room, mixed.case).confirmed()
    mixed.on("2026-03-20").violate().enforce()

    assert mixed.p.state == "enforcement"


def test_notarised_instalment_that_expired_stays_out_of_the_application(pay):
    pay.on("2026-05-08").breach().on("2028-05-02")

    pay.enforce(instrument="notarised", number="(2026)黄石执字第1号", writ=True)

    entry = entries(pay.case)[-1]
    assert entry.changes["expired"] == "1"
    assert made(pay.case, "J-20").fields["rest"].startswith("人民币20,000.00元")


def test_notarised_instalments_count_each_for_itself(room):
    terms = ({"fen": 1_000_000, "due": d("2024-05-01")}, {"fen": 1_000_000, "due": d("2024-06-20")})
    pay = Pay(room, agreed(room, "2024-03-04", terms=terms).case, "2024-03-04").schedule()

    assert notarised_ends(pay.p, None) == {1: d("2026-05-06"), 2: d("2026-06-22")}
    assert notarised_ends(pay.p, d("2025-01-06")) == {1: d("2027-01-06"), 2: d("2027-01-06")}


def test_breach_is_proposed_again_for_the_next_instalment(pay):
    pay.on("2026-05-01").propose().on("2026-05-04").record(1)
    between = pay.p.proposed_on

    pay.on("2026-07-01").propose()

    assert (between, pay.p.proposed_on) == (None, d("2026-07-01"))
    assert entries(pay.case)[-1].changes["overdue"] == "2"


def test_part_of_what_is_overdue_leaves_the_proposal_standing(pay):
    pay.on("2026-05-01").propose().record(1, fen=1_000_000)

    assert pay.p.proposed_on == d("2026-05-01")
