"""K5 and K6 from police and procuratorate, K11 and K12, and the ways on K7, K9, K10."""

from dataclasses import replace
from datetime import date

import pytest

from casework.base.db import db
from casework.enforcement import facts as penalty_facts
from casework.enforcement import verbs as penalties
from casework.enforcement.models import Penalty
from casework.records.grants import scope_for
from casework.transfers import facts
from casework.transfers.verbs import incoming, route
from tests.enforcement.walk import at, codes, dues

BOTH = ("opinion", "non_prosecution")


def paper_from(town, code, **changes):
    """A case on paper from an office."""
    told = {"kind": "K5", "office": town.office(code), "reason": "不构成犯罪,应予行政处罚", "receiver": "方志远"}
    return facts.Arrival(**{**told, **changes})


def letter(town, case, now, **changes):
    """A K6 arrival with both papers."""
    told = paper_from(town, "hs-procuratorate", **{"kind": "K6", "papers": BOTH, **changes})
    return incoming.arrive(case, told, actor=town.officer, now=now)


def test_case_from_the_police_becomes_a_new_lead(town, case):
    arrival = incoming.arrive(case, paper_from(town, "hs-police"), actor=town.officer, now=at(7, 8))
    signed = dues(arrival)
    incoming.open_lead(arrival, penalty_facts.LeadFacts(), actor=town.officer, now=at(7, 9))

    own = db.session.query(Penalty).filter_by(parent_id=arrival.id).one()
    assert (signed, arrival.state, own.source) == ({"REV-9.register": "2026-07-09"}, "lead_opened", "police")
    assert dues(own) == {"PEN-1": "2026-07-29"}


def test_police_announce_and_the_agency_signs(town, case):
    told = facts.Announcement("K5", town.office("hs-ipo"), "情节显著轻微")
    arrival = incoming.announce(case, told, actor=town.police, now=at(7, 8))
    incoming.receive(arrival, facts.Arrival(receiver="方志远"), actor=town.officer, now=at(7, 9))

    assert (arrival.state, arrival.receiver) == ("received", "方志远")


@pytest.mark.parametrize(
    ("kind", "code", "found"),
    [
        ("K6", "hs-ipo", ["sender_is_of_the_kind"]),
        ("K5", "hs-court", ["receiver_is_an_agency.kind"]),
        ("K5", None, ["receiver_is_an_agency.missing"]),
        ("K5", "bureau-daye", ["reverse_levels_are_equal"]),
    ],
)
def test_announcement_names_the_false_fact(town, case, kind, code, found):
    told = facts.Announcement(kind, town.office(code) if code else None, "理由", BOTH)

    assert codes(lambda: incoming.announce(case, told, actor=town.police, now=at(7, 8))) == found


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({"office": None}, ["sender_is_known.missing"]),
        ({"kind": "K6", "papers": BOTH}, ["sender_is_known.kind"]),
        ({"receiver": None}, ["receipt_has_name_and_instant.name"]),
    ],
)
def test_arrival_names_the_false_fact(town, case, changes, found):
    told = paper_from(town, "hs-police", **changes)

    assert codes(lambda: incoming.arrive(case, told, actor=town.officer, now=at(7, 8))) == found


@pytest.mark.parametrize(
    ("papers", "missing"),
    [((), ["opinion", "non_prosecution"]), (("opinion",), ["non_prosecution"]), (("non_prosecution",), ["opinion"])],
)
def test_procuratorate_sends_opinion_and_decision(town, case, papers, missing):
    assert codes(lambda: letter(town, case, at(7, 8), papers=papers)) == [
        f"opinion_and_decision_are_there.{each}" for each in missing
    ]


def test_reply_date_is_read_from_the_letter(town, case):
    arrival = letter(town, case, at(7, 8), reply_due=date(2026, 8, 22))

    assert dues(arrival) == {"REV-7": "2026-08-22", "REV-9.register": "2026-07-09"}


def test_letter_that_came_after_its_own_reply_date_is_late_at_once(town, case):
    arrival = letter(town, case, at(7, 8), reply_due=date(2026, 7, 6))

    assert dues(arrival) == {"REV-7": "2026-07-06", "REV-9.register": "2026-07-09"}


def test_letter_without_a_date_gets_two_months(town, case):
    arrival = letter(town, case, at(7, 8))

    assert dues(arrival) == {"REV-7": "2026-09-08", "REV-9.register": "2026-07-09"}


def test_reply_waits_for_the_decision(town, case):
    arrival = letter(town, case, at(7, 8))
    incoming.open_lead(arrival, penalty_facts.LeadFacts(), actor=town.officer, now=at(7, 9))
    own = db.session.query(Penalty).filter_by(parent_id=arrival.id).one()
    result = facts.Result("不予立案", "黄市监〔2026〕9号")

    early = codes(lambda: incoming.reply(arrival, result, actor=town.officer, now=at(7, 10)))
    penalties.not_file(own, penalty_facts.Reason("超过追责时效"), actor=town.head, now=at(7, 10))
    incoming.reply(arrival, result, actor=town.officer, now=at(7, 10))

    assert early == ["the_matter_is_settled"]
    assert (arrival.state, dues(arrival)) == ("replied", {})


def test_reply_tells_a_result(town, case):
    arrival = letter(town, case, at(7, 8))

    assert codes(lambda: incoming.reply(arrival, facts.Result(), actor=town.officer, now=at(7, 10))) == [
        "a_result_is_told"
    ]


def test_review_of_the_non_prosecution_holds_the_matter(town, case):
    arrival = letter(town, case, at(7, 8))
    incoming.hold(arrival, facts.Reason("被害人申诉"), actor=town.head, now=at(7, 9))
    held = arrival.state
    incoming.release(arrival, None, actor=town.head, now=at(7, 20))

    assert (held, arrival.state) == ("held", "received")


def test_notice_of_clues_changes_no_owner(town, case):
    told = facts.Clue("K11", town.office("hs-culture"), None, "门店内有盗版图书")
    notice = incoming.give_notice(case, told, actor=town.officer, now=at(7, 8))
    incoming.acknowledge(notice, facts.Acknowledgement(True, "万芳"), actor=town.culture, now=at(7, 9))

    own = db.session.query(Penalty).filter_by(parent_id=notice.id).one()
    assert (notice.state, own.source, own.suspected) == ("acknowledged", "clue", "门店内有盗版图书")


def test_notice_shows_status_only(town, case):
    told = facts.Clue("K11", town.office("hs-police"), None, "线索")
    incoming.give_notice(case, told, actor=town.officer, now=at(7, 8))
    db.session.flush()

    assert scope_for(case.id, town.police) == "status"


def test_news_of_a_clue_is_noted(town, case):
    told = facts.Clue("K11", town.office("hs-police"), None, "线索")
    notice = incoming.give_notice(case, told, actor=town.officer, now=at(7, 8))
    incoming.tell_news(notice, facts.Progress("arrest", date(2026, 7, 9)), actor=town.police, now=at(7, 9))
    unknown = codes(lambda: incoming.tell_news(notice, facts.Progress("x"), actor=town.police, now=at(7, 9)))
    incoming.close_notice(notice, None, actor=town.officer, now=at(7, 10))

    assert (unknown, notice.state) == (["news_is_named.unknown"], "closed")


def test_referral_abroad_names_the_body(town, case):
    nameless = facts.Clue("K12", None, None, "海外商标抢注")
    named = facts.Clue("K12", None, "国家海外知识产权纠纷应对指导中心湖北分中心", "海外商标抢注")

    assert codes(lambda: incoming.refer_abroad(case, nameless, actor=town.officer, now=at(7, 8))) == [
        "the_body_is_named"
    ]
    assert incoming.refer_abroad(case, named, actor=town.officer, now=at(7, 8)).state == "referred"


def way(town, kind, code, **changes):
    """A way on with everything it needs."""
    told = {
        "kind": kind,
        "office": town.office(code),
        "reason": "调解不成",
        "concessions_left_out": True,
        "arbitration_intent": True,
        "arbitration_matter": True,
        "arbitration_institution": True,
        "payment_clause": True,
        "promise_clause": True,
    }
    return facts.Way(**{**told, **changes})


@pytest.mark.parametrize(
    ("kind", "code", "changes", "found"),
    [
        ("K7", "daye-court", {"concessions_left_out": False}, ["concessions_stay_behind"]),
        ("K9", "hs-arbitration", {"arbitration_intent": False}, ["arbitration_is_agreed.arbitration_intent"]),
        ("K9", "hs-arbitration", {"arbitration_matter": False}, ["arbitration_is_agreed.arbitration_matter"]),
        ("K9", "hs-arbitration", {"arbitration_institution": False}, ["arbitration_is_agreed.arbitration_institution"]),
        ("K9", "hs-arbitration", {"arbitrable": False}, ["arbitration_is_agreed.matter"]),
        ("K10", "hs-notary", {"payment_clause": False}, ["debtor_promised_enforcement.payment_clause"]),
        ("K10", "hs-notary", {"promise_clause": False}, ["debtor_promised_enforcement.promise_clause"]),
        ("K10", "hs-court", {}, ["receiver_may_take_it.kind"]),
    ],
)
def test_way_on_needs_what_its_kind_needs_r13(town, case, kind, code, changes, found):
    def go(**more):
        return route.go_on(case, way(town, kind, code, **more), actor=town.officer, now=at(7, 8))

    assert codes(lambda: go(**changes)) == found


def test_arbitration_answers_in_five_days(town, case):
    going = route.go_on(case, way(town, "K9", "hs-arbitration"), actor=town.officer, now=at(7, 8))
    due = dues(going)
    route.take_on(going, facts.Registered("黄仲〔2026〕12号"), actor=town.arbitrator, now=at(7, 10))
    route.conclude(going, facts.Result("仲裁裁决", "黄仲裁〔2026〕12号"), actor=town.arbitrator, now=at(8, 10))
    route.end(going, None, actor=town.officer, now=at(8, 11))

    assert (due, going.state, going.number) == ({"LNK-13": "2026-07-13"}, "ended", "黄仲〔2026〕12号")


def test_refusal_ends_the_way(town, case):
    going = route.go_on(case, way(town, "K9", "hs-arbitration"), actor=town.officer, now=at(7, 8))
    route.turn_down(going, facts.Reason("仲裁协议无效"), actor=town.arbitrator, now=at(7, 10))

    assert (going.state, dues(going)) == ("turned_down", {})


@pytest.mark.parametrize("certified", [True, False])
def test_notary_issues_or_refuses_the_certificate(town, case, certified):
    going = route.go_on(case, way(town, "K10", "hs-notary"), actor=town.officer, now=at(7, 8))
    route.take_on(going, facts.Registered("1号"), actor=town.notary, now=at(7, 10))
    route.conclude(going, facts.Result("公证书", "1号"), actor=town.notary, now=at(7, 11))
    if certified:
        route.certify(going, facts.Registered("执1号"), actor=town.notary, now=at(9, 11))
    else:
        route.refuse_certificate(going, facts.Reason("债务数额不清"), actor=town.notary, now=at(9, 11))

    assert going.state == ("certified" if certified else "certificate_refused")


def test_notary_has_fifteen_working_days_that_stand_still_while_proof_is_missing(town, case):
    going = route.go_on(case, way(town, "K10", "hs-notary"), actor=town.officer, now=at(7, 8))
    route.take_on(going, facts.Registered("1号"), actor=town.notary, now=at(7, 10))
    first = dues(going)

    early = codes(lambda: route.go_on_counting(going, None, actor=town.notary, now=at(7, 13)))
    route.halt(going, facts.Reason("补充商标注册证"), actor=town.notary, now=at(7, 13))
    again = codes(lambda: route.halt(going, facts.Reason("核实"), actor=town.notary, now=at(7, 14)))
    route.go_on_counting(going, None, actor=town.notary, now=at(7, 16))
    later = dues(going)
    route.conclude(going, facts.Result("公证书", "1号"), actor=town.notary, now=at(7, 20))

    assert (first, later, dues(going)) == ({"E-03": "2026-07-31"}, {"E-03": "2026-08-05"}, {})
    assert (early, again) == (["the_notary_waits"], ["the_notary_counts"])


def test_court_issues_no_execution_certificate(town, case):
    going = route.go_on(case, way(town, "K7", "daye-court"), actor=town.officer, now=at(7, 8))
    route.take_on(going, facts.Registered("1号"), actor=town.judge, now=at(7, 10))
    route.conclude(going, facts.Result("判决"), actor=town.judge, now=at(7, 11))

    assert codes(lambda: route.certify(going, facts.Registered("1"), actor=town.judge, now=at(7, 12))) == [
        "it_went_to_a_notary"
    ]


def test_clue_of_a_duty_crime_does_not_enter_the_product_k13(town, case):
    told = facts.Clue("K11", town.office("hs-procuratorate"), None, "门店老板称有人收钱放行", of_official=True)
    journal = case.journal_count or 0

    refused = codes(lambda: incoming.give_notice(case, told, actor=town.officer, now=at(7, 8)))
    written = (case.journal_count or 0) - journal
    other = replace(told, of_official=False, reason="门店老板称另有供货窝点")

    assert (refused, written) == (["clues_of_duty_crimes_stay_outside"], 0)
    assert incoming.give_notice(case, other, actor=town.officer, now=at(7, 9)).state == "noticed"
