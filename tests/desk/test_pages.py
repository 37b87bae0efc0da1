"""What every page keeps to: one heading, a title, labelled fields, no inline script or style, both languages."""

import re

import pytest

PAGES = (
    "/",
    "/cases",
    "/cases/new",
    "/tour",
    "/rules",
    "/procedures",
    "/procedures/complaint",
    "/nowhere",
    "{case}",
    "{clock}",
    "{act}",
)


@pytest.fixture
def address(registered):
    """An address with the case of this test filled in."""
    complaint = registered()
    case = f"/cases/{complaint.case.number}"
    told = {
        "case": case,
        "clock": f"{case}/clocks/{complaint.clocks[0].id}",
        "act": f"{case}/complaint/{complaint.id}/hand-over",
    }
    return lambda page: page.format(**told)


@pytest.mark.parametrize("page", PAGES)
def test_page_has_one_heading_and_a_title(signed_in, address, page):
    html = signed_in().get(address(page)).text

    assert len(re.findall(r"<h1[ >]", html)) == 1
    assert re.search(r"<title>[^<·]+ · 知识产权纠纷办案系统</title>", html)


@pytest.mark.parametrize("page", PAGES)
def test_page_keeps_the_content_security_policy(signed_in, address, page):
    answer = signed_in().get(address(page))

    assert "unsafe-inline" not in answer.headers["Content-Security-Policy"]
    assert re.findall(r"\sstyle=|<style|\son\w+=|<script(?![^>]*\ssrc=)", answer.text) == []


@pytest.mark.parametrize("page", PAGES)
def test_every_field_has_a_label(signed_in, address, page):
    html = signed_in().get(address(page)).text

    fields = set(re.findall(r'<(?:input|select|textarea)(?![^>]*type="hidden")[^>]*\sid="([^"]+)"', html))
    named = set(re.findall(r'<label[^>]*\sfor="([^"]+)"', html)) | set(
        re.findall(r'<(?:input|select|textarea)[^>]*aria-label="[^"]+"[^>]*\sid="([^"]+)"', html)
    )
    assert fields - named == set()


@pytest.mark.parametrize("page", PAGES)
def test_ids_are_unique_and_described_fields_have_their_texts(signed_in, address, page):
    html = signed_in().get(address(page)).text

    ids = re.findall(r'\sid="([^"]+)"', html)
    pointed = {each for told in re.findall(r'aria-(?:describedby|labelledby)="([^"]+)"', html) for each in told.split()}
    assert sorted(ids) == sorted(set(ids))
    assert pointed - set(ids) == set()


@pytest.mark.parametrize(("lang", "others"), [("en", ["简体", "繁體"]), ("zh-Hant", ["简体", "English"])])
@pytest.mark.parametrize("page", PAGES)
def test_page_reads_in_other_languages_too(signed_in, address, page, lang, others):
    client = signed_in()
    client.set_cookie("lang", lang)

    html = client.get(address(page)).text

    assert f'<html lang="{lang}">' in html
    assert re.findall(r'name="lang"[^>]*>([^<]+)</button>', html) == others


def test_navigation_offers_registering_only_to_who_may(signed_in):
    assert 'href="/cases/new"' in signed_in("clerk").get("/").text
    assert 'href="/cases/new"' not in signed_in("mediator").get("/").text


def test_person_with_several_posts_can_switch(signed_in):
    page = signed_in("chair").get("/").text

    (chooser,) = re.findall(r'<form[^>]*action="/post".*?</form>', page, re.DOTALL)
    assert chooser.count("<option value=") == 2


def test_sign_in_page_lists_the_demonstration_sign_ins(city, client):
    page = client.get("/sign-in").text

    assert 'data-fill-login="clerk"' in page
    assert "casework-demo" in page


def test_chart_marks_the_state_asked_for(signed_in):
    client = signed_in()

    marked = client.get("/procedures/complaint?here=accepted").text
    unmarked = client.get("/procedures/complaint?here=nonsense").text

    assert ('<g class="state here">' in marked, '<g class="state here">' in unmarked) == (True, False)


def test_unknown_procedure_is_not_found(signed_in):
    assert signed_in().get("/procedures/nonsense").status_code == 404
