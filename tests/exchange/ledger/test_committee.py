"""Ledgers of the committee and of transfers: what each row says, and what its fields say of each other."""

from datetime import date

import pytest

from casework.exchange.ledger.judging import judged
from casework.exchange.ledger.workbook import read_sheets
from tests.exchange.ledger.books import COMMITTEE, TRANSFER, book, mediated, sent

TODAY = date(2026, 11, 23)


def read(folder, header, *rows, roster=()):
    """What becomes of the rows of a ledger."""
    [sheet] = read_sheets(book(folder, header, list(rows)))
    return judged(sheet, TODAY, frozenset(roster)).told()


def test_row_of_the_committee_is_read_whole(tmp_path):
    told = read(tmp_path, COMMITTEE, mediated())

    assert told["ledger"] == "committee"
    assert told["rows"][0] == {
        "row": 2,
        "status": "import",
        "fields": {
            "number": "黄知调〔2026〕12号",
            "accepted": "2026-03-02",
            "mediators": ["吕堃", "方志远"],
            "applicant": "黄石样例机电有限公司",
            "respondents": ["大冶市样例五金厂"],
            "right_kind": "patent_design",
            "result": "mediated",
            "agreement_no": "黄知调协〔2026〕9号",
            "agreement_date": "2026-03-20",
            "agreement_amount": 35000,
            "instalments": [["2026-05-01", 20000], ["2026-08-01", 15000]],
            "confirmation_no": "（2026）鄂0202民特12号",
            "confirmation_date": "2026-04-10",
        },
        "problems": [],
    }


@pytest.mark.parametrize(
    ("changes", "code", "at"),
    [
        (
            {"协议签订日期": "2026-03-01", "司法确认裁定日期": "2026-03-20"},
            "agreement_before_accepted",
            "agreement_date",
        ),
        ({"司法确认裁定日期": "2026-05-10"}, "confirmation_over_30_days", "confirmation_date"),
        ({"司法确认案号": "（2026）鄂0202民初12号"}, "confirmation_no_kind", "confirmation_no"),
        ({"司法确认案号": ""}, "confirmation_no_missing", "confirmation_no"),
        ({"协议金额": "4万元"}, "instalment_sum_mismatch", "instalments"),
        ({"调解员": "样某"}, "mediator_unknown", "mediators"),
        ({"被申请人": ""}, "respondent_missing", "respondents"),
    ],
)
def test_fields_that_contradict_each_other_are_told(tmp_path, changes, code, at):
    [row] = read(tmp_path, COMMITTEE, mediated(**changes), roster=("吕堃", "方志远"))["rows"]

    assert (row["status"], [(each["code"], each["field"]) for each in row["problems"]]) == ("flag", [(code, at)])


def test_number_used_twice_is_told_of_the_later_row(tmp_path):
    other = mediated(申请人="样例书店", 协议编号="黄知调协〔2026〕10号", 司法确认案号="（2026）鄂0202民特13号")
    told = read(tmp_path, COMMITTEE, mediated(), other)

    assert [each["code"] for each in told["rows"][1]["problems"]] == ["duplicate_number"]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("2026-05-01:20000；2026-08-01:15000", [["2026-05-01", 20000], ["2026-08-01", 15000]]),
        ("首付2万元（2026.5.1），余款1.5万元于2026年8月1日前付清", [["2026-05-01", 20000], ["2026-08-01", 15000]]),
        ("第1期2026年5月1日3.5万元", [["2026-05-01", 35000]]),
        ("一次付清", None),
    ],
)
def test_instalments_are_read_out_of_sentences(tmp_path, text, parts):
    [row] = read(tmp_path, COMMITTEE, mediated(分期履行安排=text))["rows"]

    assert row["fields"].get("instalments") == parts


def test_row_of_a_transfer_is_read_whole(tmp_path):
    told = read(tmp_path, TRANSFER, sent())

    assert told["ledger"] == "transfer"
    assert told["rows"][0]["fields"] == {
        "direction": "forward",
        "sender": "黄石市市场监督管理局",
        "receiver": "黄石市公安局",
        "case_name": "样例涉嫌销售假冒注册商标的商品案",
        "charge": "销售假冒注册商标的商品罪",
        "amount": 180000,
        "sent": "2026-05-06",
        "doc_no": "黄市监移〔2026〕3号",
        "receipt": "2026-05-07",
        "accepted": True,
        "decided": "2026-05-09",
    }
    assert told["rows"][0]["problems"] == []


@pytest.mark.parametrize(
    ("changes", "status", "codes"),
    [
        ({"立案日期": "2026-05-06"}, "flag", ["decision_before_receipt"]),
        ({"涉嫌罪名": ""}, "flag", ["charge_missing"]),
        ({"移送文号": "/"}, "flag", ["doc_no_missing"]),
        ({"备注": "线索通报，未移送案件"}, "reject", ["not_a_transfer"]),
        (
            {"移送单位": "黄石市人民检察院", "接收单位": "黄石市市场监督管理局", "涉嫌罪名": ""},
            "flag",
            ["direction_reverse"],
        ),
        ({"移送日期": "2026年2月30日"}, "reject", ["date_impossible"]),
    ],
)
def test_faults_of_a_transfer_are_told(tmp_path, changes, status, codes):
    [row] = read(tmp_path, TRANSFER, sent(**changes))["rows"]

    assert (row["status"], [each["code"] for each in row["problems"]]) == (status, codes)


@pytest.mark.parametrize(("said", "accepted"), [("不予立案", False), ("审查中", None), ("", None), ("已立案", True)])
def test_decision_of_the_receiver_is_read(tmp_path, said, accepted):
    [row] = read(tmp_path, TRANSFER, sent(是否立案=said))["rows"]

    assert row["fields"].get("accepted") is accepted
