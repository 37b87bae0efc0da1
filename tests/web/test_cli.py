"""The command line by its contract: one JSON value on standard output, exit 0 or 2, no traces."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text

from casework.records.journal import JournalEntry

CASEWORK = Path(sys.executable).with_name("casework")


def casework(*words: str, stdin: str = "", **environment: str) -> subprocess.CompletedProcess[str]:
    """Run the command as another program would."""
    return subprocess.run(
        [CASEWORK, *words],
        input=stdin,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=120,
        check=False,
        env={**os.environ, **environment},
    )


@pytest.fixture
def home(tmp_path: Path) -> dict[str, str]:
    """A fresh, empty database of a process of its own."""
    return {"CASEWORK_DATABASE_URL": f"sqlite:///{tmp_path / 'own.db'}", "CASEWORK_INSTANCE": str(tmp_path)}


def test_deadline_answers_the_contract_example():
    questions = [
        {"id": "1", "rule": "J-02", "start": "2026-03-05", "options": {}},
        {"id": "2", "rule": "POL-4", "start": "2026-09-30T17:00", "options": {}},
        {
            "id": "3",
            "rule": "C-09.assigned",
            "start": "2026-11-05",
            "options": {"pauses": [["2026-11-10", "2026-11-20"]]},
        },
        {"id": "4", "rule": "J-99", "start": "2026-03-05"},
    ]

    done = casework("deadline", "--json", "--batch", "-", stdin=json.dumps(questions))

    assert done.returncode == 0
    assert json.loads(done.stdout) == [
        {
            "id": "1",
            "raw": "2026-04-04",
            "due": "2026-04-07",
            "provisional": False,
            "basis": "民事诉讼法(2023修正)第205条",
        },
        {
            "id": "2",
            "raw": "2026-10-01T17:00",
            "due": "2026-10-01T17:00",
            "provisional": False,
            "basis": "行政执法机关移送涉嫌犯罪案件的规定(2020修订)第5条",
        },
        {
            "id": "3",
            "raw": "2026-12-15",
            "due": "2026-12-15",
            "provisional": False,
            "basis": "最高人民法院关于人民法院特邀调解的规定(法释〔2016〕14号)第27条",
        },
        {"id": "4", "error": {"code": "unknown_rule", "message": "没有编号为 J-99 的期限规则"}},
    ]


def test_check_answers_the_contract_example():
    questions = [
        {"id": "1", "kind": "patent", "value": " ZL 2016 2 0913636.X "},
        {"id": "2", "kind": "patent", "value": "CN108993444A"},
        {"id": "3", "kind": "uscc", "value": "91440300192203821Y"},
        {"id": "4", "kind": "court_number", "value": "［2026］鄂0202民特12号"},
    ]

    done = casework("check", "--json", "--batch", "-", stdin=json.dumps(questions))

    told = [
        (each["valid"], each["canonical"], [p["code"] for p in each["problems"]]) for each in json.loads(done.stdout)
    ]
    assert told == [
        (True, "ZL201620913636.X", []),
        (False, None, ["publication_number"]),
        (False, "91440300192203821Y", ["check_digit"]),
        (True, "（2026）鄂0202民特12号", []),
    ]


@pytest.mark.parametrize(
    ("command", "question", "told"),
    [
        (
            "threshold",
            {"crime": "214", "facts": {"sales": 20000, "stock_value": 130000}},
            {"met": True, "tier": "basic"},
        ),
        (
            "court",
            {"dispute": {"right_kind": "patent_utility", "matter": "infringement", "mediation": "own"}},
            {"route": "confirmation", "court": "武汉市中级人民法院", "ask": False},
        ),
        (
            "effective-date",
            {"agreement": {"regime": "people_oral", "reached_at": "2026-11-23"}},
            {"effective": "2026-11-23", "confirmation_due": "2026-12-23"},
        ),
    ],
)
def test_other_batches_answer_one_question(command, question, told):
    done = casework(command, "--json", "--batch", "-", stdin=json.dumps([{"id": "1", **question}]))

    answer = json.loads(done.stdout)[0]
    assert {name: answer[name] for name in told} == told


@pytest.mark.parametrize("stdin", ["", "not json", '{"id": "1"}', '[{"id": "1"}, {"id": "1"}]'])
def test_unusable_file_exits_two_and_says_why(stdin):
    done = casework("deadline", "--json", "--batch", "-", stdin=stdin)

    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.strip() != ""
    assert "Traceback" not in done.stderr


def test_missing_file_exits_two():
    done = casework("check", "--json", "--batch", "no-such-file.json")

    assert (done.returncode, done.stdout) == (2, "")


def test_question_that_is_no_object_is_answered_with_an_error():
    done = casework("deadline", "--json", "--batch", "-", stdin="[7]")

    assert json.loads(done.stdout)[0]["error"]["code"] == "missing_field"


def test_chart_prints_the_steps_in_words():
    done = casework("chart", "complaint")

    assert done.returncode == 0
    assert "submitted" in done.stdout
    assert "CMP-3" in done.stdout


def test_chart_of_an_unknown_procedure_exits_two():
    done = casework("chart", "nothing")

    assert done.returncode == 2
    assert "nothing" in done.stderr


def test_demo_twice_and_verify_hold(home):
    first = casework("demo", **home)
    second = casework("demo", **home)
    verified = casework("verify", **home)

    assert (first.returncode, second.returncode, verified.returncode) == (0, 0, 0)
    assert "新增 0 个账号" in second.stdout


def test_serve_refuses_demonstration_sign_ins_off_loopback(home):
    casework("demo", **home)

    done = casework("serve", "--host", "0.0.0.0", "--port", "1", **home)

    assert done.returncode == 2
    assert "示范账号" in done.stderr


def test_verify_names_the_first_altered_entry(home, tmp_path):
    casework("replay", "--json", str(Path(__file__).parent / "data" / "one_case.json"), **home)
    engine = create_engine(home["CASEWORK_DATABASE_URL"])
    with engine.begin() as connection:
        connection.execute(text("DROP TRIGGER journal_entry_no_UPDATE"))
        connection.execute(JournalEntry.__table__.update().where(JournalEntry.seq == 2).values(actor="别人"))
    engine.dispose()

    done = casework("verify", **home)

    assert done.returncode == 1
    assert "第 2 条" in done.stdout


LEDGER = Path(__file__).parents[1] / "exchange" / "ledger" / "data" / "I1_工作站台账.xlsx"


def test_import_rehearses_and_refuses_an_office_that_is_none(home):
    rehearsed = casework("import", "--dry-run", "--json", str(LEDGER), **home)
    entered = casework("import", "--json", "--office", "nobody", str(LEDGER), **home)

    told = json.loads(rehearsed.stdout)
    assert rehearsed.returncode == 0
    assert (told["file"], [sheet["ledger"] for sheet in told["sheets"]]) == (LEDGER.name, ["station", "station", None])
    assert (entered.returncode, entered.stdout, entered.stderr) == (2, "", "没有代码为 nobody 的机构\n")
