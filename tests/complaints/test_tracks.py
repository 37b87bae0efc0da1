"""Complaint, report and request kept apart: their clocks, their rule sets, and who may know who reported (CMP-1 to CMP-19)."""

from datetime import date

import pytest
from sqlalchemy import select

from casework.base.db import db
from casework.complaints import track_verbs, verbs
from casework.complaints.track_verbs import SplitFacts
from casework.documents.models import PaperRecord
from casework.enforcement import facts as ef
from casework.enforcement import verbs as enforcing
from casework.enforcement.reporter import names_reporter
from casework.records.doubles import possible_doubles
from casework.records.journal import JournalEntry
from casework.records.models import Case, Party
from casework.records.vault import ReporterFacts, VaultEntry, kept_for
from tests.complaints.walk import REPORT_CASE, REPORTER, at, codes, filed, reported, running, split_into
from tests.support.city import NOON, a_complaint, case_facts

WORDS = REPORTER.words
REASON = verbs.Reason("核实举报人陈述")


def written(case: Case) -> str:
    """Everything that journal and papers of a case say."""
    entries = db.session.scalars(select(JournalEntry).where(JournalEntry.case_id == case.id))
    papers = db.session.scalars(select(PaperRecord).where(PaperRecord.case_id == case.id))
    return str([entry.changes for entry in entries]) + str([paper.data for paper in papers])


@pytest.mark.parametrize(
    ("track", "clock"),
    [
        ("complaint", {"CMP-3": "2026-03-11"}),
        ("request", {"CMP-3": "2026-03-11"}),
        ("report", {"CMP-11": "2026-03-23"}),
    ],
)
def test_each_track_has_its_own_clock(city, track, clock):
    complaint = reported(city) if track == "report" else filed(city, track)

    assert running(complaint) == clock


@pytest.mark.parametrize(
    ("received", "last_day"),
    [(date(2026, 4, 14), "2026-06-25"), (date(2026, 4, 15), "2026-06-22")],
    ids=["45 working days", "60 days"],
)
def test_days_to_mediate_follow_the_day_of_receipt(city, received, last_day):
    complaint = filed(city, "complaint", now=at(4, 20), received_on=received)

    verbs.accept(complaint, None, actor=city.actor("officer"), now=at(4, 20))

    assert (complaint.rule_set_on, running(complaint)) == (received, {"CMP-6": last_day})


def test_days_to_answer_count_from_the_day_of_receipt(city):
    complaint = filed(city, now=at(3, 5), received_on=date(2026, 3, 2))

    assert running(complaint) == {"CMP-3": "2026-03-11"}


@pytest.mark.parametrize(("received", "told"), [(date(2026, 4, 14), True), (date(2026, 4, 15), False)])
def test_reporter_is_told_within_days_only_under_the_old_rules(city, received, told):
    now = at(received.month, received.day)
    report = reported(city, now=now)
    lead = ef.LeadFacts("销售假冒商品", "report", found_on=received, real_name_report=True, parent_id=report.id)
    penalty = enforcing.open_lead(report.case, lead, actor=city.actor("officer"), now=now)

    enforcing.not_file(penalty, ef.Reason("证据不足"), actor=city.actor("head"), now=now)

    assert ("CMP-12" in running(penalty)) is told


def test_day_of_receipt_lies_not_ahead(city):
    assert codes(filed, city, received_on=date(2026, 3, 3)) == ["received_not_after_today"]
    db.session.rollback()
    assert filed(city, received_on=date(2026, 3, 2)).state == "submitted"


def test_split_makes_linked_runs_with_the_first_day_of_receipt(city):
    complaint = filed(city, "complaint", now=at(3, 2), received_on=date(2026, 2, 27))

    runs = split_into(city, complaint, "complaint", "request")

    assert (complaint.state, running(complaint)) == ("split", {})
    assert [(run.track, run.parent_id, run.case_id) for run in runs] == [
        ("complaint", complaint.id, complaint.case_id),
        ("request", complaint.id, complaint.case_id),
    ]
    assert {(run.rule_set_on, *running(run).items()) for run in runs} == {
        (date(2026, 2, 27), ("CMP-3", "2026-03-09")),
    }


def test_report_split_off_is_a_case_that_names_nobody_who_reported(city):
    complaint = filed(city, "complaint")

    mediated, report = split_into(city, complaint, "complaint", "report")

    applicant = complaint.case.of_role("applicant")[0]
    assert (mediated.case_id, report.track, report.parent_id) == (complaint.case_id, "report", None)
    assert report.case_id != complaint.case_id
    assert running(report) == {"CMP-11": "2026-03-23"}
    assert [party.role for party in report.case.parties] == ["respondent"]
    (entry,) = kept_for(report.case, city.offices["hs-ipo"].id)
    assert (entry.name, entry.phone, entry.origin_case_id) == (applicant.name, applicant.phone, complaint.case_id)
    assert applicant.name not in report.case.title + report.case.facts + written(report.case)
    assert report.case.number not in written(complaint.case)


@pytest.mark.parametrize(
    ("told", "code"),
    [
        (SplitFacts(("complaint",)), "at_least_two_tracks"),
        (SplitFacts(("complaint", "complaint")), "at_least_two_tracks"),
        (SplitFacts(("complaint", "rumour")), "at_least_two_tracks"),
        (SplitFacts(("complaint", "report")), "what_is_reported_is_told.empty"),
        (SplitFacts(("complaint", "report"), "黄石样例机电有限公司称其售假"), "what_is_reported_is_told.names"),
    ],
)
def test_split_names_two_tracks_and_the_reported_facts(city, told, code):
    complaint = filed(city, "complaint")

    assert codes(track_verbs.split, complaint, told, actor=city.actor("officer"), now=NOON) == [code]
    assert split_into(city, complaint, "complaint", "report")[0].state == "submitted"


@pytest.mark.parametrize(
    ("verb", "facts", "login"),
    [
        (verbs.accept, None, "officer"),
        (verbs.refuse, verbs.RefusalFacts("other", "起诉"), "officer"),
        (track_verbs.split, SplitFacts(("complaint", "request")), "officer"),
    ],
)
def test_report_is_neither_accepted_refused_nor_split(city, verb, facts, login):
    report, request = reported(city), filed(city)

    assert codes(verb, report, facts, actor=city.actor(login), now=NOON) == ["it_is_no_report"]
    assert verb(request, facts, actor=city.actor(login), now=NOON).state != "submitted"


def test_report_is_not_mediated(city):
    to = verbs.HandOver(city.offices["hs-committee"])

    assert codes(verbs.hand_over, reported(city), to, actor=city.actor("officer"), now=NOON) == ["it_is_no_report"]
    assert verbs.hand_over(filed(city), to, actor=city.actor("officer"), now=NOON).state == "handed_over"


def test_report_becomes_a_lead_once_the_lead_is_open(city):
    report, officer = reported(city), city.actor("officer")

    assert codes(track_verbs.take_as_lead, report, None, actor=officer, now=NOON) == ["a_lead_is_open"]
    enforcing.open_lead(report.case, ef.LeadFacts("销售假冒商品", "report"), actor=officer, now=NOON)
    track_verbs.take_as_lead(report, None, actor=officer, now=NOON)
    assert (report.state, running(report)) == ("taken_as_lead", {})


def test_request_is_no_report_to_take_as_a_lead(city):
    request, officer = filed(city), city.actor("officer")
    enforcing.open_lead(request.case, ef.LeadFacts("销售假冒商品", "report"), actor=officer, now=NOON)

    assert codes(track_verbs.take_as_lead, request, None, actor=officer, now=NOON) == ["it_is_a_report"]


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"reporter": ReporterFacts(code="420281199003078888")}, "a_real_name_can_be_checked.name"),
        ({"reporter": ReporterFacts("举报甲")}, "a_real_name_can_be_checked.code"),
        ({"case": {"facts": "举报甲称该店售假"}}, "no_word_names_the_reporter"),
        ({"case": {"request": "请回复13900000001"}}, "no_word_names_the_reporter"),
        ({"case": {"place": "大冶市东岳路1号对面"}}, "no_word_names_the_reporter"),
        ({"case": {"parties": case_facts().parties}}, "both_sides_are_named.reporter"),
    ],
)
def test_file_of_a_report_gives_nobody_away(city, changes, code):
    assert codes(reported, city, **changes) == [code]
    db.session.rollback()
    assert reported(city).state == "submitted"


def test_committee_registers_no_report(city):
    assert codes(reported, city, login="registrar") == ["a_committee_takes_no_report"]
    db.session.rollback()
    assert a_complaint(city, login="registrar").state == "taken_over"
    assert reported(city, login="clerk").state == "submitted"


def test_reporter_is_reached_by_no_party_no_search_no_journal_and_no_paper(city):
    report = reported(city)
    db.session.flush()

    found = possible_doubles([REPORTER.name], [REPORTER.code], [], actor=city.actor("officer"))

    assert [word for word in WORDS if word in written(report.case)] == []
    assert found == []
    assert [party.name for party in db.session.scalars(select(Party).where(Party.case_id == report.case_id))] == [
        "阳新县样例商行"
    ]
    assert names_reporter("据举报甲反映", report.case) is True


def test_reporter_is_stored_unreadable(city):
    reported(city)
    db.session.flush()

    stored = db.session.connection().exec_driver_sql("SELECT name, code, phone, address FROM vault_entry").one()

    assert [word for word in WORDS if any(word.encode() in bytes(each) for each in stored)] == []


def test_anonymous_report_leaves_the_vault_empty(city):
    report = reported(city, real_name=False, reporter=ReporterFacts())

    assert db.session.scalars(select(VaultEntry)).all() == []
    told = verbs.IdentityNotice(date(2026, 3, 10), "身份证")
    said = codes(verbs.ask_identity, report, told, actor=city.actor("officer"), now=NOON)
    assert said == ["identity_is_not_proven.anonymous"]
    assert verbs.ask_identity(reported(city), told, actor=city.actor("officer"), now=NOON).state == "need_identity"


def test_vault_opens_only_with_a_reason_that_the_journal_keeps(city):
    report, officer = reported(city), city.actor("officer")

    assert codes(track_verbs.open_vault, report, verbs.Reason(), actor=officer, now=NOON) == [
        "the_opening_has_a_reason"
    ]
    track_verbs.open_vault(report, REASON, actor=officer, now=NOON)

    newest = db.session.scalars(select(JournalEntry).order_by(JournalEntry.id.desc())).first()
    assert (newest.step, newest.actor, newest.changes) == ("open_vault", officer.name, {"reason": REASON.reason})


def test_vault_of_another_office_or_of_nobody_stays_shut(city):
    report, request, officer = reported(city), filed(city), city.actor("officer")

    assert codes(track_verbs.open_vault, request, REASON, actor=officer, now=NOON) == ["a_reporter_is_kept_here"]
    said = codes(track_verbs.open_vault, report, REASON, actor=city.actor("daye-officer"), now=NOON)
    assert said == ["side.office", "a_reporter_is_kept_here"]
    assert kept_for(report.case, city.offices["bureau-daye"].id) == []


def test_identity_is_asked_until_it_is_proven(city):
    complaint, officer = filed(city, "complaint"), city.actor("officer")
    told = verbs.IdentityNotice(date(2026, 3, 10), "身份证")
    verbs.ask_identity(complaint, told, actor=officer, now=NOON)
    verbs.give_identity(complaint, verbs.FilesFacts(), actor=officer, now=NOON)

    assert complaint.identity_proven_on == date(2026, 3, 2)
    assert codes(verbs.ask_identity, complaint, told, actor=officer, now=NOON) == ["identity_is_not_proven"]


def test_identity_not_proven_in_time_is_not_accepted(city):
    complaint, officer = filed(city, "complaint", now=at(5, 6)), city.actor("officer")
    told = verbs.IdentityNotice(date(2026, 5, 12), "身份证")
    verbs.ask_identity(complaint, told, actor=officer, now=at(5, 6))
    good = verbs.RefusalFacts("false_identity", "向人民法院起诉", "逾期未提供")

    early = codes(verbs.lapse_of_identity, complaint, good, actor=officer, now=at(5, 12))
    other = verbs.RefusalFacts("too_old", "向人民法院起诉")
    wrong = codes(verbs.lapse_of_identity, complaint, other, actor=officer, now=at(5, 13))
    mute = verbs.RefusalFacts("false_identity")
    silent = codes(verbs.lapse_of_identity, complaint, mute, actor=officer, now=at(5, 13))
    verbs.lapse_of_identity(complaint, good, actor=officer, now=at(5, 13))

    assert (early, wrong, silent) == (
        ["time_to_supplement_is_over"],
        ["ground_is_about_identity"],
        ["other_routes_are_told"],
    )
    assert (complaint.state, complaint.refused_ground, running(complaint)) == ("not_accepted", "false_identity", {})


def test_report_case_of_the_walk_names_no_applicant():
    assert {party.role for party in REPORT_CASE["parties"]} == {"respondent"}
