"""An office's words on its papers, over HTTP: seen on a specimen, saved by version, never without a legal field."""

from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from casework.administration.models import AdministrationEntry
from casework.base.db import reading_only
from casework.documents.templates import history, legal_labels
from tests.support.browsing import Desk

ASSETS = Path(__file__).parents[2] / "var" / "assets"
PAGE = "/administration/templates"


@pytest.fixture(autouse=True)
def looking():
    """What a test looks at after a commit opens for reading."""
    with reading_only():
        yield


@pytest.fixture
def station(city, session):
    """The office whose words are written."""
    session.commit()
    return city.offices["hs-committee"].id


@pytest.fixture
def admin(app, station):
    """The administrator's browser."""
    app.config["CASEWORK_ASSETS"] = ASSETS
    return Desk(app.test_client(), "admin")


def words(office, **changes):
    """A form as the page sends it."""
    told = {
        "heading": "黄石市知识产权纠纷人民调解委员会（示范）",
        "contact": "电话：0714-6520001",
        "closing": "特此通知。\n请准时到场。",
    }
    return {"office": office, "kind": "D-10", "left_out": "", **told, **changes}


def text_of(answer):
    """The text of a PDF as another program reads it, without white space."""
    return "".join("".join(page.extract_text() for page in PdfReader(BytesIO(answer.data)).pages).split())


def test_words_are_saved_by_version_and_an_older_one_can_be_taken(admin, station, session):
    first = admin.post(PAGE, words(station))
    admin.post(PAGE, words(station, contact="电话：0714-6520002"))

    session.rollback()
    old = admin.get(f"{PAGE}?office={station}&kind=D-10&version=1").text
    assert first.status_code == 303
    assert [(each.version, each.contact[-1]) for each in history(station, "D-10")] == [(2, "2"), (1, "1")]
    assert 'value="电话：0714-6520001"' in old
    assert [each.told["version"] for each in session.query(AdministrationEntry).order_by(AdministrationEntry.id)] == [
        1,
        2,
    ]


def test_legal_field_left_out_is_refused_by_its_name(admin, station, session):
    label = legal_labels("D-10")[-1]
    answer = admin.post(PAGE, words(station, left_out=label))

    session.rollback()
    assert answer.status_code == 422
    assert f"“{label}”是法定事项" in answer.text
    assert history(station, "D-10") == []


@pytest.mark.parametrize("kind", ["D-10", "DOC-T1", "D-16", ""])
def test_preview_shows_the_words_on_a_specimen_and_keeps_nothing(admin, station, session, kind):
    answer = admin.post(f"{PAGE}/preview", words(station, kind=kind))

    session.rollback()
    found = text_of(answer)
    assert answer.mimetype == "application/pdf"
    assert [word in found for word in ("（示范）", "0714-6520001", "请准时到场。")] == [True, True, True]
    assert history(station, kind) == []


def test_page_is_for_administrators_and_known_papers_alone(app, admin, station):
    assert Desk(app.test_client(), "clerk").get(PAGE).status_code == 404
    assert admin.get(PAGE).status_code == 200
    assert admin.get(f"{PAGE}?kind=NO-1").status_code == 404
