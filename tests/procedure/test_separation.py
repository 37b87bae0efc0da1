"""Separation (issue 3, sentence 10): recording and approving, mediating and enforcing, two officers, vault, concessions.

What must stay in one table is looked for in all the others.
"""

from datetime import date, timedelta

import pytest
from sqlalchemy import select, text

import casework.web.rooms  # noqa: F401 every table is mapped, every procedure entered
from casework.adjudication import facts as shared
from casework.adjudication import mediation_facts as mf
from casework.adjudication import mediation_verbs as patents
from casework.base.db import db
from casework.base.model import Base
from casework.enforcement import facts as ef
from casework.enforcement import verbs as enforcing
from casework.enforcement.sheet import SheetFacts
from casework.enforcement.steps import PENALTY
from casework.mediation import facts as f
from casework.mediation.committee import load_demonstration_committee
from casework.mediation.models import Mediator, PrivateNote
from casework.mediation.verbs import conduct, intake
from casework.procedure.asking import refusals
from casework.procedure.procedure import PROCEDURES
from casework.records.filing import RightFacts
from casework.records.vault import ReporterFacts, VaultEntry
from casework.transfers import facts as tf
from casework.transfers.verbs import police
from tests.complaints.walk import reported
from tests.support.city import NOON, a_complaint

DAY = date(2026, 3, 2)
CONCEDED = "我方私下愿意再让一万八千元"
REPORTER = ReporterFacts("举报人柳甲", "420281199003078888", "13900007777", "大冶市东岳路77号")
PATENT = (RightFacts("patent_utility", "ZL201920451236.5"),)
APPROVALS = [
    ("mediation", "refuse", "another_person_proposed_it"),
    ("mediation", "close", "somebody_else_wrote_the_report"),
    ("adjudication", "review", "the_reviewer_did_not_vote"),
    ("penalty", "file", "approver_does_not_handle"),
    ("penalty", "review", "reviewer_does_not_handle"),
    ("penalty", "decide", "decider_does_not_handle"),
    ("transfer_admin", "approve", "approver_did_not_draft"),
    ("transfer_police", "approve", "approver_is_not_on_the_team"),
]
APART = [
    ("mediation", "name_mediators", "mediator_has_not_enforced_here"),
    ("mediation", "replace_mediator", "mediator_has_not_enforced_here"),
    ("patent_mediation", "record_session", "the_official_does_not_enforce_here"),
    ("patent_mediation", "settle", "the_official_does_not_enforce_here"),
    ("complaint", "call_meeting", "no_enforcer_mediates_the_complaint"),
    ("penalty", "file", "no_mediator_enforces"),
]
IN_TWOS = [
    ("transfer_police", "name_team", "team_has_two_officers"),
    ("penalty", "file", "two_officers_are_named"),
    ("penalty", "decide", "two_officers_handle_it"),
]


@pytest.mark.parametrize(("procedure", "step", "guard"), [*APPROVALS, *APART, *IN_TWOS])
def test_separation_is_a_guard_of_the_step(procedure, step, guard):
    assert guard in {each.name for each in PROCEDURES[procedure].steps[step].guards}


def told_in(*, but: tuple[str, ...] = ()) -> str:
    """Every row of every table as a reader gets it, without the tables named."""
    db.session.flush()
    tables = [table for table in Base.metadata.sorted_tables if table.name not in but]
    return "\n".join(str(row) for table in tables for row in db.session.execute(select(table)))


def kept_in(table: str) -> str:
    """Every row of a table as the database keeps it."""
    return "\n".join(str(row) for row in db.session.execute(text(f"SELECT * FROM {table}")))


def test_concession_stands_in_the_one_table_that_nothing_reaches(city):
    load_demonstration_committee(city.offices)
    registrar, mediator = city.actor("registrar"), city.actor("mediator")
    case = a_complaint(city).case
    mediation = intake.register(case, f.Application(), actor=registrar, now=NOON)
    intake.start_review(mediation, None, actor=registrar, now=NOON)
    intake.accept(mediation, f.Acceptance(rights_told_on=DAY), actor=registrar, now=NOON)
    person = db.session.scalars(select(Mediator).where(Mediator.name == mediator.name)).one()
    naming = f.Naming(person.id, presiding=True, conflict=False)
    conduct.name_mediators(mediation, f.Mediators((naming,)), actor=registrar, now=NOON)
    told = f.SessionRecord(held_at=NOON, place="调解室", present=("P1", "P2"), result="继续协商", concessions=CONCEDED)
    conduct.hold_session(mediation, told, actor=mediator, now=NOON)

    kept = [note.text for note in db.session.scalars(select(PrivateNote))]
    assert (kept, CONCEDED in told_in(but=(PrivateNote.__tablename__,))) == ([CONCEDED], False)


def test_reporter_stands_in_the_vault_alone_and_there_only_encrypted(city):
    reported(city, reporter=REPORTER)

    elsewhere, vault = told_in(but=(VaultEntry.__tablename__,)), kept_in(VaultEntry.__tablename__)
    assert [word for word in REPORTER.words if word in elsewhere + vault] == []
    assert [entry.name for entry in db.session.scalars(select(VaultEntry))] == [REPORTER.name]


def test_vault_and_concessions_are_withheld_from_journal_and_packages():
    withheld = {mapper.class_ for mapper in Base.registry.mappers if getattr(mapper.class_, "__withheld__", False)}

    assert {PrivateNote, VaultEntry} <= withheld


def test_official_who_mediated_a_patent_does_not_enforce_in_the_dispute(city):
    case = a_complaint(city, login="officer", rights=PATENT).case
    officer, head = city.actor("officer2"), city.actor("head")
    mediation = patents.request(case, mf.Request("reward"), actor=officer, now=NOON)
    patents.send_notice(mediation, None, actor=officer, now=NOON)
    patents.serve_notice(mediation, shared.Day(DAY), actor=officer, now=NOON)
    patents.agree(mediation, shared.Day(DAY), actor=officer, now=NOON)
    patents.file(mediation, mf.Session(DAY, "调解室"), actor=officer, now=NOON)
    patents.record_session(mediation, mf.Held(DAY, "nobody"), actor=officer, now=NOON)
    lead = enforcing.open_lead(
        case, ef.LeadFacts("假冒专利", "inspection", found_on=DAY), actor=city.actor("officer"), now=NOON
    )
    later = NOON + timedelta(days=1)

    def said(*officers):
        told = ef.FilingFacts(officers, "现场检查笔录")
        return [each.code for each in refusals(lead, PENALTY.steps["file"], actor=head, now=later, facts=told)]

    assert said("方志远", officer.name) == ["no_mediator_enforces"]
    assert said("方志远", "卢俊峰") == []


def test_one_officer_is_no_team_for_a_transfer(city):
    officer, head = city.actor("officer"), city.actor("head")
    case = a_complaint(city, login="officer").case
    enforcing.open_lead(case, ef.LeadFacts("销售假冒商品", "inspection", found_on=DAY), actor=officer, now=NOON)
    suspicion = tf.Suspicion(SheetFacts("214", {"sales": 90_000}, None), "销售明知是假冒注册商标的商品")
    transfer = police.suspect(case, suspicion, actor=officer, now=NOON)

    def said(*team):
        step = PROCEDURES["transfer_police"].steps["name_team"]
        return [each.code for each in refusals(transfer, step, actor=head, now=NOON, facts=tf.Team(team))]

    assert (said("方志远"), said("方志远", "方志远"), said("方志远", "余思敏")) == (
        ["team_has_two_officers"], ["team_has_two_officers"], [])  # fmt: skip
