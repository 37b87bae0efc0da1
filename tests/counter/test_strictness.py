"""What no honest client sends: every value out of shape or reach is a message beside its field, never a 500."""

import json
from datetime import date

import pytest
from sqlalchemy import func, select, update

from casework.identity.models import Post
from casework.records.models import Case
from tests.counter.filing import FILING, address, problem, token


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("applicant_name", ["黄石样例机电有限公司"]),
        ("right_kind", ["trademark", "patent_design"]),
        ("facts_told", "半个字\ud800"),
        ("right_kind", "trademark\x00"),
        ("claim", "-5"),
        ("claim", "9" * 30),
        ("claim", "99999999999999999999亿"),
        ("claim", float("nan")),
        ("claim", [1]),
        ("files", "not-a-list"),
        ("files", [7]),
        ("files", ["forged.token"]),
        ("files", ["\ud800"]),
        ("more_parties", [{}] * 61),
        ("more_parties", [[[]]]),
    ],
    ids=lambda value: repr(value)[:24],
)
def test_filing_with_one_wrong_value_names_that_field_alone(clerk, session, field, value):
    answer = clerk.post("/cases", data=json.dumps({**FILING, field: value}), content_type="application/json")

    assert answer.status_code == 422
    assert {name.partition("-")[0] for name in problem(answer)} == {field}
    assert session.scalar(select(func.count()).select_from(Case)) == 0


@pytest.mark.parametrize("opening", ["[", '{"a":'])
def test_json_nested_beyond_reason_is_a_bad_request(clerk, opening):
    answer = clerk.post("/cases", data=opening * 100_000, content_type="application/json")

    assert (answer.status_code, answer.mimetype) == (400, "application/problem+json")


@pytest.mark.parametrize("version", ["", "x", "²", "1.0", "-1", "9" * 5000, True, None, [1]])
def test_version_that_is_no_number_is_named(clerk, filed, version):
    answer = clerk.post(address(filed, "withdrawal"), json={"reason": "撤回", "version": version})

    assert answer.status_code == 422
    assert set(problem(answer)) == {"version"}


@pytest.mark.parametrize("number", [0, 2**31, 10**30])
def test_proceeding_of_no_possible_number_is_404(clerk, filed, number):
    answer = clerk.get(f"/cases/{filed['case']}/complaint/{number}/withdrawal")

    assert answer.status_code == 404


def test_proceeding_of_another_case_is_404(clerk, filed):
    other = clerk.post("/cases", json=FILING).get_json()

    answer = clerk.get(f"/cases/{other['case']}/complaint/{filed['proceeding']}/withdrawal")

    assert answer.status_code == 404


def test_post_that_ends_while_its_holder_is_signed_in_acts_no_more(clerk, filed, session):
    session.execute(update(Post).values(since=date(2020, 1, 1), until=date(2026, 1, 1)))
    session.commit()

    answer = clerk.post(address(filed, "withdrawal"), json={"reason": "撤回", "version": filed["version"]})

    assert answer.status_code == 401


@pytest.mark.parametrize("day", ["0001-01-01", "1899-12-31", "2200-01-01", "9999-12-31"])
def test_day_that_no_calendar_reaches_is_told(signed_in, day):
    officer = signed_in("officer")
    filed = officer.post("/cases", json=FILING).get_json()
    act = {"due": day, "asked": "身份证", "version": filed["version"]}

    answer = officer.post(address(filed, "identity-notice"), json=act)

    assert answer.status_code == 422
    assert problem(answer) == {"due": ["年份应在 1900 年至 2199 年之间，请核对"]}


def test_form_without_its_token_changes_nothing(clerk, session):
    answer = clerk.post("/cases", data=FILING)

    assert answer.status_code == 400
    assert session.scalar(select(func.count()).select_from(Case)) == 0


def test_form_with_a_foreign_token_changes_nothing(clerk, signed_in, session):
    foreign = token(signed_in("clerk2"))

    answer = clerk.post("/cases", data={**FILING, "csrf_token": foreign})

    assert answer.status_code == 400
    assert session.scalar(select(func.count()).select_from(Case)) == 0


def test_json_in_disguise_needs_the_token_too(clerk):
    answer = clerk.post("/cases", data=json.dumps(FILING), content_type="text/plain")

    assert answer.status_code == 400
