"""After a patent mediation both sides are told of judicial confirmation: a flag, no right, but in Hubei (MED-9)."""

from dataclasses import replace
from datetime import date

import pytest

from casework.adjudication import mediation_facts as f
from casework.adjudication import mediation_steps as steps
from casework.adjudication import mediation_verbs as verbs
from casework.law import cite
from tests.adjudication.test_patent_mediation import DAY, SETTLEMENT, Table

TOLD = f.CourtWay("measure", "武汉市中级人民法院", DAY)


@pytest.fixture
def settled(city):
    """A mediation that ended in an agreement on money."""
    return Table(city).filed().do(verbs.settle, SETTLEMENT)


@pytest.mark.parametrize("way", ["measure", "local_accepts", "local_refuses"])
def test_way_to_court_is_kept_with_the_court_and_the_day(settled, way):
    settled.do(verbs.tell_court_way, replace(TOLD, way=way))

    assert (settled.m.state, settled.m.court_way, settled.m.court_named, settled.m.court_told_on) == (
        "settled", way, "武汉市中级人民法院", DAY)  # fmt: skip


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"way": None}, "the_way_to_court_is_told.way"),
        ({"court": None}, "the_way_to_court_is_told.court"),
        ({"on": date(2026, 2, 1)}, "the_way_to_court_is_told.day"),
    ],
)
def test_telling_is_refused_alone_and_cured(settled, changes, code):
    assert settled.said(steps.TELL_COURT_WAY, replace(TOLD, **changes)) == [code]
    assert settled.said(steps.TELL_COURT_WAY, TOLD) == []


def test_agreement_on_title_has_no_way_to_court(city):
    table = Table(city, "ownership").filed().do(verbs.settle, SETTLEMENT)

    assert table.said(steps.TELL_COURT_WAY, TOLD) == ["a_court_may_confirm_it"]


def test_step_names_the_rule_and_its_article():
    assert steps.TELL_COURT_WAY.basis == ("MED-9", "J-08")
    assert "205" in cite("MED-9", DAY).article_zh
