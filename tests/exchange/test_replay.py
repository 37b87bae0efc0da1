"""Replay: published histories and the September set through the same door as the screens."""

import json
from pathlib import Path

import pytest
from sqlalchemy import func, select

from casework.exchange.models import HistoryEvent
from casework.exchange.replay import replay
from casework.records.journal import JournalEntry
from casework.records.models import Case
from casework.records.verify import first_breaks
from casework.statistics.monthly import figures, monthly
from casework.statistics.period import month

DATA = Path(__file__).parent / "data"
CASES = DATA / "cases"
FAMILIES = {
    "C01": "confirmed", "C02": "confirmed", "C04": "confirmed", "C05": "confirmed", "C08": "confirmed",
    "C10": "confirmed", "C12": "mediated", "C14": "mediated", "C16": "mediated", "C18": "mediated",
    "C22": "adjudicated", "C24": "penalised", "C26": "penalised", "C27": "judged", "C28": "transferred",
    "C29": "transferred", "C30": "penalised", "C35": "penalised", "C36": "transferred", "C38": "open",
    "C40": "judged", "C42": "judged", "C44": "judged", "C46": "closed", "C49": "not_prosecuted",
}  # fmt: skip


def one(tmp_path: Path, **changes) -> Path:
    """A file with the case S1 of September, changed."""
    case = json.loads((DATA / "september.json").read_text("utf-8"))["cases"][0]
    file = tmp_path / "case.json"
    file.write_text(json.dumps({**case, **changes}, ensure_ascii=False), "utf-8")
    return file


@pytest.fixture
def walked(session):
    """The answers of all 25 published cases."""
    return {answer["id"]: answer for answer in replay([CASES])}


def test_september_gives_its_report_exactly(session):
    told = json.loads((DATA / "september.json").read_text("utf-8"))

    answers = replay([DATA / "september.json"])

    assert [each["refused"] for each in answers] == [[]] * len(told["cases"])
    assert monthly("2026-09") == told["expected"]["2026-09"]
    assert all(figures(month(f"2026-{n:02d}")).holds for n in (7, 8, 9, 10, 11, 12))


def test_all_published_cases_are_walked_to_their_end(walked):
    assert {name: answer["final"]["family"] for name, answer in walked.items()} == FAMILIES
    assert {name: answer["refused"] for name, answer in walked.items() if answer["refused"]} == {}


def test_every_event_is_applied_or_refused_with_a_reason(walked, session):
    for answer in walked.values():
        assert answer["events"] == answer["applied"] + len(answer["refused"])
    assert session.scalar(select(func.count(HistoryEvent.id))) == sum(each["events"] for each in walked.values())


def test_c02_answers_as_the_contract_prints(walked):
    assert walked["C02"] == {
        "id": "C02",
        "events": 6,
        "applied": 6,
        "refused": [],
        "final": {"family": "confirmed", "state": "confirmed+not_due"},
        "documents": [
            {"name": "行政裁决请求", "seq": 1},
            {"name": "专利侵权纠纷行政调解协议书", "seq": 3},
            {"name": "民事裁定书", "seq": 5},
        ],
        "deadlines": [
            {"rule": "J-02", "start": "2026-03-09", "raw": "2026-04-08", "due": "2026-04-08", "provisional": False}
        ],
    }


def test_journals_of_replayed_histories_verify(walked):
    assert first_breaks() == []


def test_undated_events_are_marked(walked, session):
    asked = select(func.count(HistoryEvent.id)).where(HistoryEvent.undated)

    assert session.scalar(asked) > 20


def test_case_is_entered_once(walked, session):
    again = replay([CASES])

    assert {each["error"]["code"] for each in again} == {"already_present"}
    assert session.scalar(select(func.count(Case.id))) == len(walked)


def test_one_unusable_case_stops_no_other(session, tmp_path):
    good = json.loads(one(tmp_path).read_text("utf-8"))
    bad = [7, {"id": "B1"}, {"id": "B2", "events": "x"}, {"id": "B3", "events": [{"seq": "one"}]}]  # fmt: skip
    file = tmp_path / "list.json"
    file.write_text(json.dumps([*bad, good], ensure_ascii=False), "utf-8")

    answers = replay([file])

    assert [each.get("error", {}).get("code") for each in answers] == ["missing_field"] * 4 + [None]
    assert answers[-1]["applied"] == 4


def test_unknown_action_is_refused_in_words(session, tmp_path):
    case = json.loads(one(tmp_path).read_text("utf-8"))
    events = [*case["events"], {**case["events"][-1], "seq": 99, "action": "dance"}]

    answer = replay([one(tmp_path, events=events)])[0]

    assert [(each["seq"], each["action"]) for each in answer["refused"]] == [(99, "dance")]
    assert "dance" in answer["refused"][0]["reason"]


def test_unlawful_event_is_refused_with_its_rule_and_leaves_no_trace(session, tmp_path):
    case = json.loads(one(tmp_path).read_text("utf-8"))
    late = {"seq": 9, "date": "2027-03-01", "actor": "双方", "actor_kind": "party", "action": "confirmation_applied"}

    answer = replay([one(tmp_path, events=[*case["events"], late])])[0]

    steps = set(session.scalars(select(JournalEntry.step)))
    assert [(each["seq"], each["rule"]) for each in answer["refused"]] == [(9, "J-02")]
    assert "prepare" not in steps


def test_event_that_repeats_an_ended_procedure_is_refused(session, tmp_path):
    case = json.loads(one(tmp_path).read_text("utf-8"))
    again = {**case["events"][1], "seq": 9, "at": "2026-10-20T09:00:00+08:00"}

    answer = replay([one(tmp_path, events=[*case["events"], again])])[0]

    assert [each["seq"] for each in answer["refused"]] == [9]
    assert answer["refused"][0]["reason"] != ""


@pytest.mark.parametrize("text", ["", "{", '"text"', "7"])
def test_file_without_cases_is_a_value_error(session, tmp_path, text):
    file = tmp_path / "x.json"
    file.write_text(text, "utf-8")

    with pytest.raises(ValueError, match="."):
        replay([file])


def test_empty_folder_gives_no_answers(session, tmp_path):
    assert replay([tmp_path]) == []
