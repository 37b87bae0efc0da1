"""The papers of performance hold what the rules ask of them."""

from sqlalchemy import select

from casework.base.db import db
from casework.documents.models import PaperRecord
from casework.documents.paper import from_data
from casework.documents.text import text
from tests.confirmation.steps_walk import Court
from tests.mediation.walk import d


def made(case, kind):
    db.session.flush()
    asked = select(PaperRecord).where(PaperRecord.case_id == case.id, PaperRecord.kind == kind)
    return from_data(db.session.scalars(asked).one().data)


def test_visit_record_tells_performance_satisfaction_and_risks(pay):
    pay.visit(item=1, satisfied=False, risks="对方账户被冻结")

    fields = made(pay.case, "D-24").fields
    assert fields["parties"] == "甲公司、乙店"
    assert fields["reason"] == "第1项：乙店，应付人民币30,000.00元的履行情况"
    assert (fields["result"], fields["satisfied"], fields["risks"]) == ("已付款", "不满意", "对方账户被冻结")


def test_urging_record_tells_item_day_channel_and_answer(pay):
    pay.on("2026-05-01").urge(answer="月底付清")

    fields = made(pay.case, "D-25").fields
    assert fields["item"] == "第1项：乙店，应付人民币30,000.00元"
    assert (fields["urged_on"], fields["channel"], fields["answer"]) == ("2026年5月1日", "电话", "月底付清")


def test_enforcement_asks_for_the_rest_alone(pay, room):
    Court(room, pay.case).confirmed()
    pay.on("2026-04-30").record(1, fen=1_000_000).on("2026-05-08").partial().enforce(clues="样例银行账户")

    paper = made(pay.case, "J-20")
    assert paper.title == "强制执行申请书"
    assert paper.addressee == "大冶市人民法院"
    assert paper.fields["rest"] == "人民币40,000.00元及迟延履行期间的债务利息"
    assert paper.fields["instrument"] == "司法确认裁定 (2026)鄂0281民特12号"
    assert "样例银行账户" in text(paper)


def test_instrument_number_of_others_is_as_typed(pay):
    pay.on("2026-05-08").breach().enforce(instrument="award", number="黄仲裁字1号", applied_on=d("2026-05-08"))

    assert made(pay.case, "J-20").fields["instrument"] == "仲裁裁决书、调解书 黄仲裁字1号"
