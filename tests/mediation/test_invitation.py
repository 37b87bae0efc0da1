"""Mediators are invited and accept with the conflict answer in one step, decline, or stay silent (M-17, M-19, C-17)."""

from dataclasses import replace

import pytest
from sqlalchemy import select

from casework.base.db import db
from casework.documents.models import PaperRecord
from casework.identity.models import Person
from casework.mediation import steps
from casework.mediation.facts import Mediators, Naming, Reason
from casework.mediation.steps import MEDIATION
from casework.mediation.verbs import invitation
from casework.mediation.verbs.invitation import Accepted
from casework.procedure.asking import refusals
from tests.mediation.walk import d

NONE = Accepted()
NAMES = ("吕堃", "陈𬭚")


@pytest.fixture
def accepted(walk):
    """An accepted mediation of a committee whose first two mediators sign in."""
    for place, name in enumerate(NAMES):
        person = Person(login=f"m{place}", name=name, password_hash="x")
        db.session.add(person)
        db.session.flush()
        walk.room.mediators[place].person_id = person.id
        actor = replace(walk.room.mediator, name=name, person_id=person.id)
        setattr(walk.room, f"m{place}", actor)
    return walk.register().review().accept()


def facts(walk, *rows):
    """Who is asked: places of the register, presiding or not."""
    return Mediators(tuple(Naming(walk.room.mediators[place].id, presiding) for place, presiding in rows))


def invite(walk, *rows):
    """Both mediators are asked, the first to preside."""
    return walk.do(invitation.invite_mediators, facts(walk, *(rows or ((0, True), (1, False)))), "registrar")


def said(walk, step, told=None, who="registrar"):
    """The codes of the reasons against a step."""
    return [e.code for e in refusals(walk.m, step, actor=getattr(walk.room, who), now=walk.now, facts=told)]


def answers(walk):
    """What became of each invitation."""
    return [(each.mediator.name, each.answer) for each in walk.m.invitations]


def test_invitation_runs_three_working_days_for_each_mediator(accepted):
    invite(accepted)

    running = {
        clock.label: clock.due for clock in accepted.m.clocks if clock.rule == "C-17" and clock.state == "running"
    }
    assert running == dict.fromkeys(NAMES, d("2026-04-07"))
    assert accepted.m.state == "accepted"


def test_last_acceptance_sets_the_mediation_with_the_declarations(accepted):
    invite(accepted).do(invitation.accept_invitation, NONE, "m0")
    one = (accepted.m.state, [each.mediator.name for each in accepted.m.named])
    accepted.do(invitation.accept_invitation, NONE, "m1")

    kinds = db.session.scalars(select(PaperRecord.kind).where(PaperRecord.proceeding_id == accepted.m.id)).all()
    assert one == ("accepted", ["吕堃"])
    assert accepted.m.state == "mediator_set"
    assert [(each.mediator.name, each.presiding, each.disclosed) for each in accepted.m.named] == [
        ("吕堃", True, ""), ("陈𬭚", False, "")]  # fmt: skip
    assert (kinds.count("D-08"), kinds.count("D-09")) == (2, 1)
    assert [clock.state for clock in accepted.m.clocks if clock.rule == "C-17"] == ["stopped", "stopped"]


def test_disclosed_relation_needs_the_consent_of_all_in_the_same_step(accepted):
    invite(accepted, (0, True))
    facts = Accepted("曾为甲公司代理")
    unsaid = said_of(accepted, facts)
    accepted.do(invitation.accept_invitation, replace(facts, consents=("P1", "P2")), "m0")

    assert unsaid == ["all_parties_accept_the_conflict"]
    assert (accepted.m.state, accepted.m.named[0].disclosed) == ("mediator_set", "曾为甲公司代理")


def said_of(walk, told):
    """The reasons against an acceptance with these facts."""
    named = Naming(walk.room.mediators[0].id, False, bool(told.disclosed), told.disclosed, told.consents)
    return said(walk, steps.ACCEPT_INVITATION, Mediators((named,)), "m0")


def test_mediator_who_declines_is_followed_by_another(accepted):
    invite(accepted, (0, True)).do(invitation.decline_invitation, Reason("近期出差"), "m0")
    invite(accepted, (1, True)).do(invitation.accept_invitation, NONE, "m1")

    assert (answers(accepted), accepted.m.state) == ([("吕堃", "declined"), ("陈𬭚", "accepted")], "mediator_set")


def test_silence_lets_the_committee_invite_anew_after_the_third_working_day(accepted):
    invite(accepted, (0, True))
    early = said(accepted.on("2026-04-07"), steps.INVITE_MEDIATORS, facts(accepted, (1, True)))
    late = said(accepted.on("2026-04-08"), steps.ACCEPT_INVITATION, None, "m0")
    invite(accepted, (1, True))

    assert (early, late) == (["no_invitation_waits"], ["the_invitation_is_answered_in_time"])
    assert answers(accepted) == [("吕堃", "silent"), ("陈𬭚", None)]


def test_mediation_begins_with_those_who_accepted(accepted):
    invite(accepted).do(invitation.accept_invitation, NONE, "m0").do(
        invitation.decline_invitation, Reason("时间冲突"), "m1"
    )
    accepted.do(invitation.set_mediators, None, "registrar")

    assert (accepted.m.state, [each.mediator.name for each in accepted.m.named]) == ("mediator_set", ["吕堃"])


def test_direct_naming_passes_over_who_was_silent(accepted):
    invite(accepted, (0, True)).on("2026-04-08").name(accepted.naming(2))

    assert (accepted.m.state, answers(accepted)) == ("mediator_set", [("吕堃", "silent")])


def test_no_second_mediator_answers_for_the_invited_one(accepted):
    invite(accepted, (0, True))

    assert said(accepted, steps.ACCEPT_INVITATION, None, "m1") == ["an_invitation_waits_for_the_mediator"]
    assert said(accepted, steps.DECLINE_INVITATION, Reason("忙"), "m1") == ["an_invitation_waits_for_the_mediator"]
    assert said(accepted, steps.ACCEPT_INVITATION, None, "m0") == []


@pytest.mark.parametrize(
    ("rows", "code"),
    [
        (((0, False),), "one_presides_in_all"),
        (((0, True), (1, True)), "one_presides_in_all"),
        (((2, True),), "the_invited_can_answer"),
    ],
)
def test_invitation_is_refused_alone_and_cured(accepted, rows, code):
    assert said(accepted, steps.INVITE_MEDIATORS, facts(accepted, *rows)) == [code]
    assert said(accepted, steps.INVITE_MEDIATORS, facts(accepted, (0, True))) == []


def test_who_accepted_is_not_passed_over_and_presides_before_it_begins(accepted):
    invite(accepted).do(invitation.accept_invitation, NONE, "m1")
    waiting = said(accepted, steps.SET_MEDIATORS)
    accepted.do(invitation.decline_invitation, Reason("时间冲突"), "m0")
    passed_over = said(accepted, steps.NAME_MEDIATORS, Mediators((accepted.naming(2),)))
    unled = said(accepted, steps.SET_MEDIATORS)
    invite(accepted, (0, True)).do(invitation.accept_invitation, NONE, "m0")

    assert (waiting, unled) == (["no_invitation_waits", "who_accepted_can_begin"], ["who_accepted_can_begin"])
    assert passed_over == ["nobody_has_accepted_yet"]
    assert accepted.m.state == "mediator_set"


def test_declining_has_a_reason(accepted):
    invite(accepted, (0, True))

    assert said(accepted, steps.DECLINE_INVITATION, Reason(None), "m0") == ["declining_has_a_reason"]
    assert said(accepted, steps.DECLINE_INVITATION, Reason("回避"), "m0") == []


def test_end_of_the_mediation_ends_the_invitation(accepted):
    invite(accepted).withdraw()

    assert [clock.state for clock in accepted.m.clocks if clock.rule == "C-17"] == ["stopped", "stopped"]


def test_guards_of_direct_naming_and_invitation_agree_on_who_may_mediate():
    naming = {guard.name for guard in MEDIATION.steps["name_mediators"].guards}
    inviting = {guard.name for guard in MEDIATION.steps["invite_mediators"].guards}

    assert inviting - naming == {"one_presides_in_all", "the_invited_can_answer"}
