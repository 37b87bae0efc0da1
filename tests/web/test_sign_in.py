"""Signing in, choosing a post, the language, and what a request without a sign-in meets."""

import re

import pytest

TOKEN = re.compile(r'name="csrf_token"[^>]*value="([^"]+)"')


def enter(client, login: str = "clerk", password: str = "casework-demo"):
    """Sign in through the form."""
    token = TOKEN.search(client.get("/sign-in").text)[1]
    return client.post("/sign-in", data={"csrf_token": token, "login": login, "password": password})


def test_sign_in_leads_to_the_day_list(city, client):
    answer = enter(client)

    assert (answer.status_code, answer.location) == (303, "/")
    assert client.get("/").status_code == 200


def test_wrong_password_keeps_the_login_typed(city, client):
    answer = enter(client, password="wrong")

    assert answer.status_code == 422
    assert 'value="clerk"' in answer.text


def test_json_sign_in_answers_json(city, client):
    answer = client.post("/sign-in", json={"login": "clerk", "password": "casework-demo"})

    assert answer.get_json() == {"name": "周晓岚", "office": "黄石开发区光电子产业园知识产权保护工作站"}


@pytest.mark.parametrize("body", [{}, {"login": 7, "password": "x"}, {"login": "clerk"}])
def test_json_sign_in_with_a_wrong_shape_is_422(city, client, body):
    answer = client.post("/sign-in", json=body)

    assert answer.status_code == 422
    assert answer.mimetype == "application/problem+json"


@pytest.mark.parametrize("address", ["/", "/cases", "/cases/new", "/figures/2026-09"])
def test_page_without_sign_in_leads_to_the_sign_in(city, client, address):
    answer = client.get(address)

    assert answer.status_code == 303
    assert answer.location.startswith("/sign-in")


def test_json_without_sign_in_is_401(city, client):
    answer = client.get("/cases", headers={"Accept": "application/json"})

    assert (answer.status_code, answer.mimetype) == (401, "application/problem+json")


def test_form_without_token_is_refused(city, client):
    answer = client.post("/sign-in", data={"login": "clerk", "password": "casework-demo"})

    assert answer.status_code == 400


def test_next_leads_only_inside(city, client):
    token = TOKEN.search(client.get("/sign-in").text)[1]
    form = {"csrf_token": token, "login": "clerk", "password": "casework-demo"}

    answer = client.post("/sign-in?next=//evil.example/", data=form)

    assert answer.location == "/"


def test_language_changes_to_english_and_back(city, client):
    enter(client)
    token = TOKEN.search(client.get("/cases/new").text)[1]
    client.post("/language", data={"csrf_token": token, "lang": "en", "next": "/"})

    assert '<html lang="en"' in client.get("/").text


def test_sign_out_ends_the_session(city, client):
    enter(client)
    token = TOKEN.search(client.get("/cases/new").text)[1]
    client.post("/sign-out", data={"csrf_token": token})

    assert client.get("/").status_code == 303


def test_every_answer_carries_the_security_headers(city, client):
    headers = client.get("/sign-in").headers

    assert "unsafe-inline" not in headers["Content-Security-Policy"]
    assert headers["X-Content-Type-Options"] == "nosniff"


@pytest.mark.parametrize("body", ["[]", "null", "7", '"clerk"', '{"login": 1, "password": []}'])
def test_json_of_any_shape_is_no_sign_in(city, client, body):
    assert client.post("/sign-in", data=body, content_type="application/json").status_code == 422


@pytest.mark.parametrize("number", ["2147483648", "9" * 30])
@pytest.mark.parametrize("place", ["clocks/{}", "papers/{}.pdf", "evidence/{}"])
def test_key_that_no_row_can_have_does_not_exist(city, client, number, place):
    enter(client)

    assert client.get(f"/cases/X/{place.format(number)}").status_code == 404


@pytest.mark.parametrize("address", ["/cases?after=" + "9" * 30, "/cases?q=%00", "/cases?q=a%00b", "/figures?unit=%00"])
def test_odd_question_in_an_address_is_answered(city, client, address):
    enter(client)

    assert client.get(address, follow_redirects=True).status_code in (200, 404)
