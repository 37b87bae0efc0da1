"""The published ledger of a station: the fate of every row."""

import json
from datetime import date
from pathlib import Path

import pytest

from casework.exchange.ledger.judging import judged
from casework.exchange.ledger.workbook import read_sheets
from tests.exchange.ledger.books import STATION, book

DATA = Path(__file__).parent / "data"
TODAY = date(2026, 11, 23)
EXPECTED = json.loads((DATA / "I1_工作站台账.expected.json").read_text("utf-8"))["sheets"][0]["rows"]
FATES = {"import": ("import", "flag"), "reject": ("reject",), "skip": ("skip",), "merge_into_previous": ("merge",)}


@pytest.fixture(scope="module")
def sheets():
    """The sheets of the published workbook, judged."""
    return [judged(each, TODAY).told() for each in read_sheets(DATA / "I1_工作站台账.xlsx")]


@pytest.mark.parametrize("told", EXPECTED, ids=lambda told: f"row{told['row']}")
def test_row_of_the_published_ledger_has_its_expected_fate(sheets, told):
    row = next(each for each in sheets[0]["rows"] if each["row"] == told["row"])
    codes = {each["code"] for each in row["problems"]}

    assert row["status"] in FATES[told["expect"]]
    assert set(told["must_flag"]) <= codes
    assert {name: row["fields"].get(name) for name in told["fields"]} == told["fields"]


def test_only_sheets_that_are_ledgers_have_rows(sheets):
    assert [(each["name"], each["ledger"], len(each["rows"])) for each in sheets] == [
        ("台账", "station", 27),
        ("2025年(旧表)", "station", 1),
        ("Sheet3", None, 0),
    ]


def test_unit_of_the_header_multiplies_plain_numbers(sheets):
    assert sheets[1]["rows"][0]["fields"]["amount"] == 35000


def test_long_facts_are_kept_whole(sheets):
    row = next(each for each in sheets[0]["rows"] if each["row"] == 23)

    assert len(row["fields"]["facts"]) > 5000


def test_every_problem_says_in_words_what_is_wrong(sheets):
    told = [each for sheet in sheets for row in sheet["rows"] for each in row["problems"]]

    assert {each["message"] == "" or "{" in each["message"] for each in told} == {False}
    assert len(told) > 20


def line(**changes) -> dict:
    """A faultless row of a station."""
    return {
        "序号": 1, "登记日期": "2026-03-05", "来源渠道": "来站", "申请人": "黄石样例机电有限公司", "申请人信用代码": "91420299MA00000152",
        "被申请人": "大冶市样例五金厂", "类型": "商标", "权利号": "99000001", "涉及金额": "3.5万元", "简要情况": "销售近似商品", **changes,
    }  # fmt: skip


def read(folder, *rows, title="", struck=None):
    """What becomes of rows of a station's ledger."""
    [sheet] = read_sheets(book(folder, STATION, list(rows), title=title, struck=struck))
    return judged(sheet, TODAY).told()


@pytest.mark.parametrize(
    ("changes", "status", "codes"),
    [
        ({}, "import", []),
        ({"登记日期": "2026-13-01"}, "reject", ["date_impossible"]),
        ({"登记日期": ""}, "reject", ["date_impossible"]),
        ({"登记日期": "5月6日"}, "reject", ["date_year_missing"]),
        ({"登记日期": "2026-12-24"}, "reject", ["date_future"]),
        ({"登记日期": 46086}, "import", []),
        ({"申请人": "黄石样例机电有限公司、样某"}, "import", []),
        ({"申请人": ""}, "reject", ["applicant_missing"]),
        ({"被申请人": "/"}, "flag", ["respondent_missing"]),
        ({"申请人信用代码": 914202991234567890.0}, "flag", ["id_precision_lost"]),
        ({"申请人信用代码": "91420299MA00000153"}, "flag", ["id_check_failed"]),
        ({"类型": "商标、专利"}, "flag", ["right_kind_ambiguous"]),
        ({"类型": "其他"}, "flag", ["right_kind_unknown"]),
        ({"权利号": "无"}, "flag", ["right_no_missing"]),
        ({"涉及金额": "-3"}, "reject", ["amount_negative"]),
        ({"涉及金额": "2-3万"}, "flag", ["amount_range"]),
        ({"涉及金额": "20亿元"}, "flag", ["amount_suspicious"]),
        ({"涉及金额": "3.5万元（按标价）"}, "flag", ["amount_basis_differs"]),
        ({"备注": "=1+1"}, "flag", ["formula_like_text"]),
        ({"简要情况": "长" * 20_001}, "flag", ["text_too_long"]),
        ({"申请人": "黃石樣例機電有限公司"}, "flag", ["traditional_chars"]),
    ],
)
def test_each_fault_has_its_code_and_fate(tmp_path, changes, status, codes):
    [row] = read(tmp_path, line(**changes))["rows"]

    assert (row["status"], [each["code"] for each in row["problems"]]) == (status, codes)


def test_struck_row_stays_out(tmp_path):
    told = read(tmp_path, line(), line(登记日期="2026-03-06", 权利号="99000002"), struck=1)

    assert [each["status"] for each in told["rows"]] == ["import", "reject"]
    assert told["rows"][1]["problems"][0]["code"] == "strikethrough_row"


def test_day_outside_the_period_of_the_sheet_is_told(tmp_path):
    [row] = read(tmp_path, line(), title="样例工作站台账（2026年第二季度）")["rows"]

    assert [each["code"] for each in row["problems"]] == ["date_outside_sheet_period"]


def test_units_that_contradict_each_other_are_told_of_the_sheet(tmp_path):
    header = [f"{name}（万元）" if name == "涉及金额" else name for name in STATION]
    row = {f"{name}（万元）" if name == "涉及金额" else name: value for name, value in line(涉及金额="35000元").items()}

    [sheet] = read_sheets(book(tmp_path, header, [row], title="样例工作站台账 金额单位：元"))
    told = judged(sheet, TODAY).told()

    assert [each["code"] for each in told["problems"]] == ["amount_unit_conflict"]
    assert told["rows"][0]["fields"]["amount"] == 35000
    assert [each["code"] for each in told["rows"][0]["problems"]] == ["amount_unit_conflict"]


def test_total_that_does_not_add_up_is_told(tmp_path):
    told = read(tmp_path, line(涉及金额=100), line(涉及金额=200, 权利号="99000002"), {"序号": "合计", "涉及金额": 301})

    assert [each["status"] for each in told["rows"]] == ["import", "import", "skip"]
    assert [each["code"] for each in told["problems"]] == ["total_mismatch"]
