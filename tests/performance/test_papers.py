"""The papers of performance hold what the rules ask of them."""

from sqlalchemy import select

from casework.base.db import db
from casework.documents.models import PaperRecord
from casework.documents.paper import from_data
from casework.documents.text import text
from casework.mediation import dossier
from tests.confirmation.steps_walk import Court
from tests.mediation.walk import d


def all_made(case, kind):
    db.session.flush()
    asked = select(PaperRecord).where(PaperRecord.case_id == case.id, PaperRecord.kind == kind)
    return [from_data(each.data) for each in db.session.scalars(asked.order_by(PaperRecord.id))]


def made(case, kind):
    (paper,) = all_made(case, kind)
    return paper


def test_visit_record_tells_performance_satisfaction_and_risks(pay):
    pay.visit(item=1, satisfied=False, risks="对方账户被冻结", suit="未起诉", measures="约谈债务人")

    fields = made(pay.case, "D-24").fields
    assert fields["parties"] == "甲公司、乙店"
    assert fields["reason"] == "第1项：乙店，应付人民币30,000.00元的履行情况"
    told = ("result", "satisfied", "suit", "risks", "measures")
    assert [fields[name] for name in told] == ["已付款", "不满意", "未起诉", "对方账户被冻结", "约谈债务人"]


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
    enclosed = ["1. 强制执行申请书", "2. 执行依据", "3. 调解协议", "4. 身份证明", "5. 财产线索"]
    assert paper.fields["enclosures"].splitlines() == enclosed


def test_instrument_number_of_others_is_as_typed(pay):
    pay.on("2026-05-08").breach().enforce(instrument="award", number="黄仲裁字1号", applied_on=d("2026-05-08"))

    assert made(pay.case, "J-20").fields["instrument"] == "仲裁裁决书、调解书 黄仲裁字1号"


def test_register_of_proofs_lists_each_with_day_amount_proof_and_what_the_creditor_says(pay):
    pay.on("2026-04-20").record(1, fen=1_000_000).on("2026-04-25").record(
        2, note="已下架", how="takedown", answer="confirmed"
    )

    registers = all_made(pay.case, "D-19")
    (bound,) = [row.papers for row in dossier.rows(pay.p.agreement.proceeding) if row.item.key == "performance"]
    last = registers[-1].fields
    assert [len(each.fields["item"].splitlines()) for each in registers] == [1, 2]
    assert last["paid_on"].splitlines() == ["2026年4月20日", "2026年4月25日"]
    assert last["proof"].splitlines() == ["转账", "下架、删除证明，已下架"]
    assert last["answer"].splitlines() == ["债权人未表态", "债权人确认"]
    assert last["amount"].splitlines()[0] == "10,000.00"
    assert [each.data["fields"] for each in bound] == [last]
