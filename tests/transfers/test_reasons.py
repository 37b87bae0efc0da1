"""The reasons that the paths do not meet: each guard asked with exactly that fact false."""

from datetime import date

from casework.adjudication import facts as af
from casework.adjudication import verbs as adjudicating
from casework.procedure.asking import refusals
from casework.transfers import facts
from casework.transfers.steps import ADMIN, POLICE, ROUTE
from casework.transfers.verbs import admin, police, review, route
from tests.enforcement.walk import at
from tests.transfers.test_incoming import way
from tests.transfers.walk import declined, drafted, received


def asked(town, proceeding, procedure, step, told=None, login="officer", now=None):
    """The codes of the reasons against a step."""
    actor = getattr(town, login)
    found = refusals(proceeding, procedure.steps[step], actor=actor, now=now or at(7, 8), facts=told)
    return [each.code for each in found]


def test_what_is_taken_on_elsewhere_has_a_number(town, case):
    going = route.go_on(case, way(town, "K9", "hs-arbitration"), actor=town.officer, now=at(7, 8))

    assert asked(town, going, ROUTE, "take_on", facts.Registered(""), "arbitrator") == ["a_number_is_given"]
    assert asked(town, going, ROUTE, "take_on", facts.Registered("黄仲2026-1"), "arbitrator") == []


def test_requester_of_a_decision_is_told_before_the_case_goes(town, case):
    case.rights[0].kind = "patent_utility"
    adjudicating.request(case, af.Request(place_link="act"), actor=town.officer, now=at(7, 1))
    transfer = drafted(town, case, at(7, 2))
    admin.submit(transfer, None, actor=town.officer, now=at(7, 2))
    admin.approve(transfer, None, actor=town.head, now=at(7, 3))

    assert asked(town, transfer, ADMIN, "send", facts.Sending(requester_told=False)) == ["requester_was_told"]
    assert asked(town, transfer, ADMIN, "send", facts.Sending(requester_told=True)) == []


def test_news_of_tomorrow_is_no_news(town, case):
    transfer = received(town, case, at(7, 2))
    police.file(transfer, facts.Filed("黄公（经）立字〔2026〕1号"), actor=town.police, now=at(7, 3))

    said = asked(town, transfer, POLICE, "tell_progress", facts.Progress("arrest", date(2026, 8, 1)), "police")

    assert said == ["news_is_named.ahead"]


def test_penalty_goes_on_when_the_papers_are_back(town, case):
    transfer = declined(town, case, at(7, 2))
    transfer.papers_back = False

    assert asked(town, transfer, POLICE, "resume_penalty") == ["papers_are_back"]
    transfer.papers_back = True
    assert asked(town, transfer, POLICE, "resume_penalty") == []
    assert review.resume_penalty(transfer, None, actor=town.officer, now=at(7, 9)).state != "declined"
