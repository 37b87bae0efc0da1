"""The command `casework report`: all tables, periods, offices and forms, by words and by exit status."""

import json
from datetime import date

import pytest
from click.testing import CliRunner

from casework.statistics.generator import Size, load_province
from casework.web import report_cli
from casework.web.report_cli import report


@pytest.fixture
def run(app, session, city, monkeypatch):
    """Run the command on this test's database, which holds a small province."""
    load_province(Size(60, 2, date(2026, 10, 31), years=1))
    session.commit()
    monkeypatch.setattr(report_cli, "application", lambda: app)
    runner = CliRunner()
    return lambda *words: runner.invoke(report, list(words))


def test_tables_are_listed(run):
    told = json.loads(run("tables", "--json").stdout)

    assert {each["table"] for each in told} >= {"ip_monthly", "ministry", "station", "organisation"}


@pytest.mark.parametrize("period", ["2026-09", "2026-Q3", "2026", "2026-01-16..2026-02-16"])
def test_table_of_any_period_is_told(run, period):
    told = json.loads(run("table", "ip_monthly", "--period", period, "--json").stdout)

    assert told["period"] == period
    assert told["cells"]["total"]["accepted"] >= 1


@pytest.mark.parametrize("form", ["text", "csv", "xlsx"])
def test_table_is_written_to_a_file_in_any_form(run, tmp_path, form):
    target = tmp_path / f"table.{form}"
    answer = run("table", "offices", "--period", "2026", "--form", form, "--out", str(target))

    assert (answer.exit_code, target.stat().st_size > 200) == (0, True)


@pytest.mark.parametrize(
    "words",
    [
        ("table", "nothing", "--period", "2026"),
        ("table", "offices", "--period", "2026-99"),
        ("table", "offices", "--period", "2026", "--unit", "nowhere"),
        ("table", "offices", "--period", "2025", "--day", "2026-01-05"),
        ("upper", "nothing", "--period", "2026"),
        ("monthly", "--month", "x"),
        ("publish-all", "--period", "2026-09", "--by", "clerk"),
        ("cut-off", "hs-committee", "--last-day", "40"),
    ],
)
def test_question_without_an_answer_ends_in_words(run, words):
    answer = run(*words)

    assert (answer.exit_code, answer.stdout) == (2, "")
    assert answer.stderr


def test_recount_proves_and_repairs_the_counters(run, session):
    from casework.records.figures import FigureCount

    session.query(FigureCount).update({FigureCount.n: 9})
    session.commit()
    codes = [run("recount").exit_code, run("recount", "--repair").exit_code, run("recount").exit_code]

    assert codes == [1, 0, 0]


def test_everything_of_a_month_is_published_once(run):
    first = run("publish-all", "--period", "2026-09", "--by", "statistician", "--tick-all")
    second = run("publish-all", "--period", "2026-09", "--by", "statistician", "--tick-all")

    assert (first.exit_code, first.stdout) == (0, "已发布 3 张，此前已发布 0 张，未发布 0 张\n")
    assert (second.exit_code, second.stdout) == (0, "已发布 0 张，此前已发布 3 张，未发布 0 张\n")


def test_month_that_is_not_over_is_refused_office_by_office(run):
    answer = run("publish-all", "--period", "2099-09", "--by", "statistician")

    assert (answer.exit_code, answer.stdout[:8]) == (1, "已发布 0 张，")
    assert answer.stderr.count("统计期间尚未结束") == 3


def test_office_ends_its_year_where_it_does(run):
    run("cut-off", "hs-committee", "--last-month", "11", "--last-day", "30")
    told = json.loads(run("table", "offices", "--period", "2026", "--unit", "hs-committee", "--json").stdout)

    assert (told["from"][:10], told["to"][:10]) == ("2025-12-01", "2026-12-01")


def test_upper_form_is_filled_and_its_checks_are_told(run, tmp_path):
    told = json.loads(run("upper", "province_monthly", "--period", "2026").stdout)
    target = tmp_path / "form.xlsx"
    answer = run("upper", "ministry_case_table", "--period", "2026", "--out", str(target))

    assert [each["holds"] for each in told["checks"]] == [True] * 5
    assert (answer.exit_code, target.read_bytes()[:2]) == (0, b"PK")
    assert [each["form"] for each in json.loads(run("upper").stdout)] == ["ministry_case_table", "province_monthly"]
