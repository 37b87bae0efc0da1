"""Small histories: what is supplied, what is refused, in which order acts at several instants are taken."""

import json

import pytest
from sqlalchemy import select

from casework.enforcement.models import Penalty
from casework.exchange.models import HistoryEvent
from casework.exchange.replay import replay
from casework.records.models import Case, Right
from casework.statistics.monthly import identity_breaks, monthly
from tests.exchange.telling import case, event, office_case, paid, signed, written

ORAL = {"form": "oral", "regime": "people_oral", "amount": 3000, "reached_at": "2026-10-08T11:00:00+08:00",
        "items": [{"no": 1, "debtor": "P2", "creditor": "P1", "kind": "pay", "amount": 3000, "due": "2026-10-08"}]}  # fmt: skip


def walk(tmp_path, *cases):
    """The answers for the cases."""
    return replay([written(tmp_path, *cases)])


def turned_down(answer) -> list[tuple[int, str, str | None]]:
    """The refused events of an answer, without their reasons."""
    return [(each["seq"], each["action"], each["rule"]) for each in answer["refused"]]


def day(on: str, hour: str = "10:00") -> str:
    """An instant of a day in Shanghai."""
    return f"{on}T{hour}:00+08:00"


def begun(accepted: str):
    """Request and acceptance at one instant."""
    return event("request_filed", accepted), event("accepted", accepted)


def october():
    """K1 to K8 of mediation.md 6.5 as histories."""
    return (
        case("K1", *begun(day("2026-09-28")), signed(day("2026-10-09"), 50000), paid(day("2026-10-20"), 50000)),
        case(
            "K2",
            *begun(day("2026-10-08")),
            event("agreement_signed", day("2026-10-08", "11:00"), agreement=ORAL),
            paid(day("2026-10-08", "12:00"), 3000),
        ),
        case("K3", *begun(day("2026-10-12")), event("mediation_failed", day("2026-10-30"), reason_code="分歧过大")),
        case("K4", event("request_filed", day("2026-10-15")), event("not_accepted", day("2026-10-16"))),
        case("K5", *begun("2026-10-31T15:50:00Z"), signed(day("2026-11-05"), 1000)),
        case("K6", *begun(day("2026-10-20")), signed(day("2026-10-31"), 20000, seal=day("2026-11-02"))),
        case("K7", *begun(day("2026-10-18")), event("withdrawn", day("2026-10-25"))),
        case("K8", *begun("2026-10-31T16:10:00Z")),
    )


def test_october_set_counts_as_the_rulebook_says(session, tmp_path):
    answers = walk(tmp_path, *october())

    told = monthly("2026-10")
    assert [each["refused"] for each in answers] == [[]] * 8
    assert (told["carried_in"], told["not_accepted"], told["accepted"], told["pending"]) == (1, 1, 5, 2)
    assert told["closed"] == {"total": 4, "agreed": 2, "terminated": 1, "withdrawn": 1, "transferred": 0}
    assert told["agreed"] == {"total": 2, "written": 1, "oral": 1}
    assert (told["agreed_amount"], told["performed"]) == ("53000.00", {"cases": 2, "amount": "53000.00"})
    assert [each["percent"] for each in told["rates"].values()] == ["40.0", "50.0"]
    assert identity_breaks("2026-10") == []


def test_november_takes_what_october_left(session, tmp_path):
    walk(tmp_path, *october())

    told = monthly("2026-11")

    assert (told["carried_in"], told["accepted"], told["closed"]["agreed"], told["pending"]) == (2, 1, 2, 1)


def test_the_unit_of_a_single_committee_has_the_figures_of_the_city(session, tmp_path):
    walk(tmp_path, *october())
    keeper = session.scalar(select(Case.registered_by_id).where(Case.outside_ref == "K1"))

    assert monthly("2026-10", str(keeper)) == monthly("2026-10")


def test_seal_that_never_comes_leaves_the_agreement_without_effect(session, tmp_path):
    agreement = signed(day("2026-10-09"), 500)
    agreement["agreement"]["seal_at"] = None

    answer = walk(tmp_path, case("A", *begun(day("2026-10-08")), agreement, paid(day("2026-10-20"), 500)))[0]

    assert turned_down(answer) == [(4, "performed", "M-37")]
    assert answer["final"]["family"] == "mediated"
    assert answer["deadlines"][-1]["rule"] == "M-22"


def test_payment_before_the_seal_is_refused(session, tmp_path):
    sealed_later = signed(day("2026-10-09"), 500, seal=day("2026-10-12"))

    answer = walk(tmp_path, case("A", *begun(day("2026-10-08")), sealed_later, paid(day("2026-10-10"), 500)))[0]

    assert turned_down(answer) == [(4, "performed", "M-37")]


def test_agreement_without_told_signatures_is_signed_at_the_event(session, tmp_path):
    bare = event("agreement_signed", day("2026-10-09"), amount=500, agreement={"form": "written", "amount": 500})

    answer = walk(tmp_path, case("A", *begun(day("2026-10-08")), bare))[0]

    assert [(each["rule"], each["start"]) for each in answer["deadlines"]] == [("J-02", "2026-10-09")]


def test_confirmation_on_the_last_day_is_taken_and_a_day_later_refused(session, tmp_path):
    until = [*begun(day("2026-10-08")), signed(day("2026-10-09"), 500)]

    last, late = walk(
        tmp_path,
        case("A", *until, event("confirmation_applied", day("2026-11-09"))),
        case("B", *until, event("confirmation_applied", day("2026-11-10"))),
    )

    assert turned_down(last) == []
    assert turned_down(late) == [(4, "confirmation_applied", "J-02")]


def test_date_that_was_filled_in_never_makes_an_application_late(session, tmp_path):
    filled = {**event("confirmation_applied", day("2027-03-10")), "synthetic": True}

    answer = walk(tmp_path, case("A", *begun(day("2026-10-08")), signed(day("2026-10-09"), 500), filled))[0]

    assert turned_down(answer) == []


def test_case_goes_on_after_its_transfer_was_taken_elsewhere(session, tmp_path):
    sent, taken = event("transfer_sent", day("2026-10-20")), event("transfer_accepted", day("2026-10-22"))

    answer = walk(tmp_path, case("A", *begun(day("2026-10-08")), sent, {**taken, "actor_kind": "police"}))[0]

    assert turned_down(answer) == []
    assert answer["final"]["family"] == "transferred"
    assert session.scalars(select(Penalty)).all() == []


@pytest.mark.parametrize("failed", [(), (event("mediation_failed", day("2026-10-20")),)])
def test_office_decides_after_its_mediation_failed(session, tmp_path, failed):
    told = [event("request_filed", day("2026-10-08")), event("mediation_session", day("2026-10-15")), *failed]

    answer = walk(tmp_path, office_case("A", *told, event("adjudication_decided", day("2026-11-01"))))[0]

    assert turned_down(answer) == []
    assert answer["final"] == {"family": "adjudicated", "state": "established"}


def test_decision_that_dismisses_is_a_dismissal(session, tmp_path):
    decided = event("adjudication_decided", day("2026-11-01"), note="驳回请求人的全部请求")

    answer = walk(tmp_path, office_case("A", event("request_filed", day("2026-10-08")), decided))[0]

    assert answer["final"] == {"family": "adjudicated", "state": "dismissed"}


def test_mediation_that_failed_for_good_withdraws_the_case(session, tmp_path):
    failed = event("mediation_failed", day("2026-10-20"))

    answer = walk(tmp_path, office_case("A", event("request_filed", day("2026-10-08")), failed))[0]

    assert answer["final"] == {"family": "closed", "state": "withdrawn"}


def test_settlement_before_an_office_waits_for_its_last_signature(session, tmp_path):
    agreed = signed(day("2026-10-09"), 500, seal=day("2026-10-12"), regime="administrative")

    answer = walk(
        tmp_path, office_case("A", event("request_filed", day("2026-10-08")), agreed, region={"province": "湖北省"})
    )[0]

    assert [(each["rule"], each["start"]) for each in answer["deadlines"]] == [("J-08", "2026-10-12")]


def test_settlement_that_a_party_never_signed_is_refused(session, tmp_path):
    agreed = signed(day("2026-10-09"), 500, regime="administrative")
    agreed["agreement"]["signatures"][1]["at"] = None

    answer = walk(tmp_path, office_case("A", event("request_filed", day("2026-10-08")), agreed))[0]

    assert turned_down(answer) == [(2, "agreement_signed", "ADJ-21")]


def test_title_of_a_paper_is_not_taken_for_its_number(session, tmp_path):
    decided = event("penalty_decided", day("2026-10-09"), document="行政处罚决定书")
    numbered = {**decided, "document": "样市监处罚〔2026〕7号"}

    answers = walk(tmp_path, *(office_case(n, each) for n, each in [("A", decided), ("B", decided), ("C", numbered)]))

    assert [each["refused"] for each in answers] == [[]] * 3
    numbers = session.scalars(select(Penalty.decision_number).order_by(Penalty.id)).all()
    assert numbers == ["来源未载明(A-1)", "来源未载明(B-1)", "样市监处罚〔2026〕7号"]


NUMBER_TAKEN = "文号“样市监处罚〔2026〕7号”已经用于另一份《行政处罚决定书》，请核对后改用未用过的文号"


def test_number_used_before_is_refused_in_words(session, tmp_path):
    decided = event("penalty_decided", day("2026-10-09"), document="样市监处罚〔2026〕7号")

    second = walk(tmp_path, office_case("A", decided), office_case("B", decided))[1]

    assert second["refused"][0]["reason"] == NUMBER_TAKEN


def test_all_told_rights_are_registered(session, tmp_path):
    told = {"kind": "patent_design", "numbers": [{"value": "ZL202330000001.X"}, {"value": "ZL202330000002.X"}]}

    walk(tmp_path, case("A", *begun(day("2026-10-08")), right=told))

    assert len(session.scalars(select(Right)).all()) == 2


def test_month_and_year_keep_undated_events_from_coming_too_early(session, tmp_path):
    dates = [None, "2021", "2021-05", None, "2021-05-20", "2021"]
    told = [{"action": "published", "date": each, "actor_kind": "other"} for each in dates]

    walk(tmp_path, case("A", *told))

    found = session.scalars(select(HistoryEvent).order_by(HistoryEvent.seq)).all()
    days = ["2021-01-01", "2021-01-01", "2021-05-01", "2021-05-01", "2021-05-20", "2021-05-20"]
    assert [each.at.date().isoformat() for each in found] == days
    assert [each.undated for each in found] == [True, True, True, True, False, True]


def test_event_whose_time_cannot_be_read_is_refused_alone(session, tmp_path):
    told = [*begun(day("2026-10-08")), event("withdrawn", "2026-10-20T10:00:00"), event("withdrawn", day("2026-10-21"))]

    answer = walk(tmp_path, case("A", *told))[0]

    assert (answer["applied"], answer["refused"][0]["reason"]) == (3, "时间没有时区: 2026-10-20T10:00:00")


@pytest.mark.parametrize(
    ("events", "code"),
    [([{"seq": 1}, {"seq": 1}], "bad_option"), ([{"seq": -1}], "bad_option"), ([{"seq": 10**9}], "bad_option"),
     ([{"seq": True}], "missing_field"), ([], "missing_field"), ([7], "missing_field")],
)  # fmt: skip
def test_case_whose_order_is_unclear_is_not_entered(session, tmp_path, events, code):
    answer = walk(tmp_path, {"id": "A", "events": events})[0]

    assert answer["error"]["code"] == code
    assert session.scalars(select(Case)).all() == []


def test_odd_shapes_never_stop_a_case(session, tmp_path):
    odd = event(
        "agreement_signed",
        day("2026-10-09"),
        amount=[],
        document={},
        note=7,
        agreement={"items": [1], "signatures": ["x"]},
    )
    told = case(
        "A",
        *begun(day("2026-10-08")),
        odd,
        right=[],
        channel="x",
        outcome=[1],
        region=7,
        facts=None,
        parties=[None, "x"],
    )

    answer = walk(tmp_path, told)[0]

    assert answer["events"] == answer["applied"] + len(answer["refused"]) == 3


def test_long_and_broken_text_is_kept_short_and_clean(session, tmp_path):
    noisy = {
        **event("published", day("2026-10-08")),
        "actor": "长" * 500 + "\ud83d\0",
        "document": "件" * 900,
        "note": "注" * 9000,
    }

    answer = walk(tmp_path, case("A", noisy, title="题" * 900))[0]

    assert answer["refused"] == []
    assert session.scalar(select(Case.title)) == "题" * 200


def test_broken_file_in_a_folder_is_one_unusable_case(session, tmp_path):
    (tmp_path / "bad.json").write_text("{", "utf-8")
    written(tmp_path, case("A", *begun(day("2026-10-08"))))

    answers = replay([tmp_path])

    assert answers[0] == {"id": "bad", "error": {"code": "bad_option", "message": "bad.json 不是 JSON 文件"}}
    assert answers[1]["applied"] == 2


def test_broken_dates_beside_the_cases_are_a_value_error(session, tmp_path):
    written(tmp_path, case("A", *begun(day("2026-10-08"))))
    (tmp_path / "_replay_dates.json").write_text(json.dumps([1]), "utf-8")

    with pytest.raises(ValueError, match="_replay_dates"):
        replay([tmp_path])
