"""Help asked of other bodies (ADM-7): the letter, the days to answer, the answer."""

from datetime import date

import pytest
from sqlalchemy import select

from casework.base.db import db
from casework.documents.models import PaperRecord
from casework.enforcement import facts
from casework.enforcement import verbs as do
from tests.enforcement.walk import at, codes, dues, investigating

ASKED = facts.Assistance("黄石市大数据局", "查询店铺登记信息", "核实经营者身份", contact="方志远 0714-6350000")


@pytest.fixture
def penalty(town, case):
    """A case under investigation."""
    return investigating(town, case, at(7, 1))


def test_request_makes_the_letter_and_runs_the_statutory_days(town, penalty):
    do.ask_assistance(penalty, ASKED, actor=town.officer, now=at(7, 2))

    letter = db.session.scalars(select(PaperRecord).where(PaperRecord.kind == "DOC-T3")).one()
    assert (letter.number, letter.data["fields"]["due"]) == ("黄市监协查〔2026〕1号", "2026年7月23日")
    assert dues(penalty)["ADM-7"] == "2026-07-23"


def test_date_of_the_letter_is_its_own_where_told(town, penalty):
    told = facts.Assistance("黄石海关", "查询出口记录", "核实数量", due=date(2026, 7, 10))

    do.ask_assistance(penalty, told, actor=town.officer, now=at(7, 2))

    letter = db.session.scalars(select(PaperRecord).where(PaperRecord.kind == "DOC-T3")).one()
    assert letter.data["fields"]["due"] == "2026年7月10日"


def test_answer_stops_the_days_of_that_body_alone(town, penalty):
    for name in ("黄石海关", "黄石市大数据局"):
        told = facts.Assistance(name, "查询", "核实")
        do.ask_assistance(penalty, told, actor=town.officer, now=at(7, 2))

    do.receive_assistance(penalty, facts.AssistanceAnswer("黄石海关", "无记录"), actor=town.officer, now=at(7, 6))

    states = {each.label: each.state for each in penalty.clocks if each.rule == "ADM-7"}
    assert states == {"黄石海关": "stopped", "黄石市大数据局": "running"}


@pytest.mark.parametrize("lacking", ["receiver", "what", "why"])
def test_request_without_its_items_is_refused(town, penalty, lacking):
    told = facts.Assistance(**{"receiver": "黄石海关", "what": "查询", "why": "核实", lacking: None})

    assert codes(lambda: do.ask_assistance(penalty, told, actor=town.officer, now=at(7, 2))) == [
        "the_help_asked_is_told"
    ]


def test_answer_to_no_request_is_refused(town, penalty):
    told = facts.AssistanceAnswer("黄石海关", "无记录")

    assert codes(lambda: do.receive_assistance(penalty, told, actor=town.officer, now=at(7, 6))) == ["help_was_asked"]
