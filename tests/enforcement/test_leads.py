"""A lead: registered, verified, filed or not; goods, identification, inspection (PEN-1 to PEN-5, CMP-17)."""

from datetime import date

import pytest
from sqlalchemy import select

from casework.base.db import db
from casework.documents.models import PaperRecord
from casework.enforcement import facts
from casework.enforcement import verbs as do
from casework.enforcement.models import Reporter, ThresholdSheet
from casework.enforcement.reporter import names_reporter, redacted, reporter_of
from casework.enforcement.sheet import SheetFacts
from casework.records.journal import JournalEntry
from tests.enforcement.walk import TEAM, at, codes, dues, filed, investigating, lead, raws

FILING = facts.FilingFacts(TEAM, "现场查获的商品")


def test_lead_starts_fifteen_working_days(town, case):
    penalty = lead(town, case, at(9, 21))

    assert penalty.state == "lead"
    assert dues(penalty) == {"PEN-1": "2026-10-19"}


def test_lead_counts_from_the_day_the_material_came(town, case):
    penalty = lead(town, case, at(9, 22), found_on=date(2026, 9, 21))

    assert dues(penalty) == {"PEN-1": "2026-10-19"}


def test_lead_without_an_act_is_refused(town, case):
    assert codes(lambda: lead(town, case, at(9, 21), suspected=None)) == ["the_lead_is_concrete"]


def test_lead_is_opened_by_an_officer_only(town, case):
    told = facts.LeadFacts(suspected="假冒专利")

    assert codes(lambda: do.open_lead(case, told, actor=town.clerk, now=at(9, 21))) == ["post"]


def test_verification_is_extended_once_before_its_end(town, case):
    penalty = lead(town, case, at(9, 21))
    reason = facts.Reason("案情复杂")

    do.extend_verification(penalty, reason, actor=town.head, now=at(10, 19))

    assert dues(penalty) == {"PEN-1": "2026-11-09"}
    assert codes(lambda: do.extend_verification(penalty, reason, actor=town.head, now=at(10, 20))) == ["extended_once"]


def test_verification_is_not_extended_after_its_end(town, case):
    penalty = lead(town, case, at(9, 21))

    refused = codes(lambda: do.extend_verification(penalty, facts.Reason("晚了"), actor=town.head, now=at(10, 20)))

    assert refused == ["time_to_verify_still_runs"]


def test_filing_turns_the_clocks(town, case):
    penalty = filed(town, case, at(7, 10))

    assert penalty.state == "filed"
    assert penalty.number == "黄市监立案〔2026〕1号"
    assert (raws(penalty), dues(penalty)) == ({"PEN-6": "2026-10-08"}, {"PEN-6": "2026-10-08"})


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"officers": ("方志远",)}, "two_officers_are_named"),
        ({"officers": ("方志远", "方志远")}, "two_officers_are_named"),
        ({"evidence": None}, "first_evidence_is_told"),
        ({"competent": False}, "own_jurisdiction"),
        ({"officers": ("方志远", "柯建国")}, "approver_does_not_handle"),
    ],
)
def test_filing_names_exactly_the_false_fact(town, case, changes, code):
    penalty = lead(town, case, at(7, 10))
    told = {"officers": TEAM, "evidence": "现场查获的商品", "competent": True}

    refused = codes(lambda: do.file(penalty, facts.FilingFacts(**{**told, **changes}), actor=town.head, now=at(7, 11)))
    do.file(penalty, facts.FilingFacts(**told), actor=town.head, now=at(7, 11))

    assert refused == [code]
    assert penalty.state == "filed"


@pytest.mark.parametrize(
    ("ended", "serious", "refused"),
    [
        (date(2024, 7, 10), False, False),
        (date(2024, 7, 9), False, True),
        (date(2024, 7, 9), True, False),
        (date(2021, 7, 9), True, True),
    ],
)
def test_filing_keeps_the_limit_of_two_or_five_years(town, case, ended, serious, refused):
    penalty = lead(town, case, at(7, 10), act_ended_on=ended, endangers_life=serious)

    if refused:
        assert codes(lambda: do.file(penalty, FILING, actor=town.head, now=at(7, 10))) == ["found_in_time"]
    else:
        assert do.file(penalty, FILING, actor=town.head, now=at(7, 10)).state == "filed"


def test_not_filing_needs_a_reason_and_ends_the_lead(town, case):
    penalty = lead(town, case, at(7, 10))

    refused = codes(lambda: do.not_file(penalty, facts.Reason(), actor=town.head, now=at(7, 13)))
    do.not_file(penalty, facts.Reason("证据不足"), actor=town.head, now=at(7, 13))

    assert refused == ["a_reason_is_told"]
    assert (penalty.state, dues(penalty)) == ("not_filed", {})


def test_real_name_reporter_is_told_under_the_old_rules_only(town, case):
    old = lead(town, case, at(4, 1), real_name_report=True)
    do.not_file(old, facts.Reason("证据不足"), actor=town.head, now=at(4, 2))
    new = lead(town, case, at(7, 10), real_name_report=True)
    do.not_file(new, facts.Reason("证据不足"), actor=town.head, now=at(7, 13))

    assert (dues(old), dues(new)) == ({"CMP-12": "2026-04-10"}, {})


@pytest.mark.parametrize(
    ("day", "told", "said"),
    [
        (4, {"result": "", "basis": None}, ["the_result_is_told_with_its_basis.result"]),
        (4, {"result": "不予立案", "basis": None}, []),
        (7, {"result": "不予立案", "basis": None}, ["the_result_is_told_with_its_basis.basis"]),
        (7, {"result": "不予立案", "basis": "样例条例第三条"}, []),
    ],
)
def test_reporter_is_told_the_result_with_its_basis(town, case, day, told, said):
    penalty = lead(town, case, at(day, 1), real_name_report=True)
    do.not_file(penalty, facts.Reason("证据不足"), actor=town.head, now=at(day, 2))

    def tell():
        do.tell_reporter(penalty, facts.ReporterTold(**told), actor=town.officer, now=at(day, 3))

    if said:
        assert codes(tell) == said
    else:
        tell()
        assert (penalty.state, dues(penalty)) == ("not_filed", {})


def test_anonymous_reporter_is_not_told(town, case):
    penalty = lead(town, case, at(4, 1))
    do.not_file(penalty, facts.Reason("证据不足"), actor=town.head, now=at(4, 2))
    told = facts.ReporterTold("不予立案")

    assert codes(lambda: do.tell_reporter(penalty, told, actor=town.officer, now=at(4, 3))) == [
        "the_reporter_gave_a_name"
    ]


def test_paper_to_the_reporter_names_the_result_and_nobody(town, case):
    penalty = lead(town, case, at(4, 1), real_name_report=True)
    do.not_file(penalty, facts.Reason("证据不足"), actor=town.head, now=at(4, 2))
    do.tell_reporter(penalty, facts.ReporterTold("不予立案"), actor=town.officer, now=at(4, 3))

    record = db.session.scalars(select(PaperRecord).where(PaperRecord.kind == "DOC-C10")).one()
    assert record.data["fields"]["reporter"] == "实名举报人"
    assert record.data["fields"]["result"] == "不予立案"


def test_history_older_than_the_rules_starts_no_clock(town, case):
    penalty = lead(town, case, at(6, 1, year=2016))

    do.find_no_violation(penalty, facts.Reason("未发现违法"), actor=town.officer, now=at(6, 2, year=2016))

    assert (penalty.state, penalty.clocks) == ("closed", [])


def test_reporter_is_kept_in_the_vault_and_out_of_the_journal(town, case):
    penalty = lead(town, case, at(7, 10), source="report", reporter_name="举报甲", reporter_phone="13900000001")

    entries = db.session.scalars(select(JournalEntry).where(JournalEntry.proceeding_id == penalty.id)).all()

    assert reporter_of(penalty).name == "举报甲"
    assert "举报甲" not in str([entry.changes for entry in entries])
    assert redacted("举报甲(13900000001)反映", case) == "（举报人信息已隐去）(（举报人信息已隐去）)反映"
    assert names_reporter("据举报甲反映", case) is True


def test_anonymous_report_leaves_no_row(town, case):
    lead(town, case, at(7, 10), source="report")

    assert db.session.scalars(select(Reporter)).all() == []


def test_papers_never_name_the_reporter(town, case):
    penalty = lead(town, case, at(7, 10), suspected="举报甲称有人售假", reporter_name="举报甲")

    text = str([each.data for each in papers_of(penalty)])

    assert [each.kind for each in papers_of(penalty)] == ["DOC-E1"]
    assert "举报甲" not in text
    assert "举报人信息已隐去" in text


def test_seizure_runs_thirty_days_and_is_extended_once(town, case):
    penalty = filed(town, case, at(9, 7))
    goods = facts.MeasureFacts(goods="电机 20 台", place="一号库")
    do.take_measure(penalty, goods, actor=town.officer, now=at(9, 8))
    named = facts.MeasureNamed(1, "鉴定未出")

    before = dues(penalty)["PEN-5"]
    do.extend_measure(penalty, named, actor=town.head, now=at(10, 8))

    assert (before, raws(penalty)["PEN-5"], dues(penalty)["PEN-5"]) == ("2026-10-08", "2026-11-07", "2026-11-09")
    assert codes(lambda: do.extend_measure(penalty, named, actor=town.head, now=at(10, 9))) == [
        "seizure_can_be_extended.twice"
    ]


def test_each_measure_has_its_own_clock(town, case):
    penalty = filed(town, case, at(9, 7))
    for day in (8, 9):
        goods = facts.MeasureFacts(goods="电机", place="一号库")
        do.take_measure(penalty, goods, actor=town.officer, now=at(9, day))

    do.lift_measure(penalty, facts.MeasureNamed(1), actor=town.officer, now=at(9, 10))

    left = [
        (each.label, each.due.isoformat()) for each in penalty.clocks if each.rule == "PEN-5" and not each.stopped_at
    ]
    assert left == [("#2", "2026-10-09")]
    assert [(each.position, each.ended_by) for each in penalty.measures] == [(1, "lifted"), (2, None)]


def test_preservation_runs_seven_working_days_and_is_never_extended(town, case):
    penalty = filed(town, case, at(9, 18))
    told = facts.MeasureFacts(kind="preservation", goods="账册", place="局机关")
    do.take_measure(penalty, told, actor=town.officer, now=at(9, 21))

    refused = codes(lambda: do.extend_measure(penalty, facts.MeasureNamed(1, "x"), actor=town.head, now=at(9, 22)))

    assert dues(penalty)["PEN-4"] == "2026-10-08"
    assert refused == ["seizure_can_be_extended.kind"]


def test_ended_measure_is_not_lifted_again(town, case):
    penalty = filed(town, case, at(9, 7))

    assert codes(lambda: do.lift_measure(penalty, facts.MeasureNamed(1), actor=town.officer, now=at(9, 8))) == [
        "measure_is_in_force"
    ]


@pytest.mark.parametrize(("goods", "place"), [(None, "一号库"), ("电机", None)])
def test_measure_lists_goods_and_place(town, case, goods, place):
    penalty = filed(town, case, at(9, 7))
    told = facts.MeasureFacts(goods=goods, place=place)

    assert codes(lambda: do.take_measure(penalty, told, actor=town.officer, now=at(9, 8))) == ["measure_is_described"]


def test_identification_is_not_counted(town, case):
    penalty = lead(town, case, at(7, 1))
    do.ask_identification(penalty, None, actor=town.officer, now=at(7, 6))

    again = codes(lambda: do.ask_identification(penalty, None, actor=town.officer, now=at(7, 7)))
    do.receive_identification(penalty, facts.Findings("系假冒"), actor=town.officer, now=at(7, 13))

    assert again == ["goods_are_not_out"]
    assert dues(penalty) == {"PEN-1": "2026-07-29"}
    assert codes(
        lambda: do.receive_identification(penalty, facts.Findings("x"), actor=town.officer, now=at(7, 14))
    ) == ["goods_are_out"]


def test_appraisal_is_not_counted_in_a_seizure_either(town, case):
    penalty = filed(town, case, at(9, 7))
    do.take_measure(penalty, facts.MeasureFacts(goods="电机", place="一号库"), actor=town.officer, now=at(9, 8))
    do.ask_appraisal(penalty, None, actor=town.officer, now=at(9, 10))
    do.receive_identification(penalty, facts.Findings("系假冒"), actor=town.officer, now=at(9, 15))

    assert raws(penalty) == {"PEN-5": "2026-10-13", "PEN-6": "2026-12-11"}


def test_inspection_enters_its_officers(town, case):
    penalty = lead(town, case, at(7, 1))

    do.inspect(penalty, facts.Inspection(TEAM, "查获电机二十台", "门店"), actor=town.officer, now=at(7, 2))

    assert penalty.officers == list(TEAM)


def test_threshold_sheet_advises_and_moves_nothing(town, case):
    penalty = investigating(town, case, at(7, 1))
    told = SheetFacts("213", {"turnover": 50000}, None)

    do.measure_crime(penalty, told, actor=town.officer, now=at(7, 2))

    sheet = db.session.scalars(select(ThresholdSheet)).one()
    assert (penalty.state, sheet.met, sheet.tier, len(sheet.lines)) == ("investigating", True, "basic", 1)


def papers_of(proceeding):
    """The papers that a proceeding made."""
    db.session.flush()
    asked = select(PaperRecord).where(PaperRecord.proceeding_id == proceeding.id)
    return list(db.session.scalars(asked.order_by(PaperRecord.id)))
