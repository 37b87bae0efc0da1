"""Web fonts of rare characters: handed out where set-up has cut them, not named by pages where it has not."""

import pytest

from casework.base.db import db
from casework.web.app import create_app


@pytest.fixture
def assets(tmp_path):
    """A folder as set-up leaves it."""
    (tmp_path / "rare").mkdir()
    (tmp_path / "rare" / "rare.css").write_text("@font-face{}", "utf-8")
    (tmp_path / "secret.txt").write_text("no", "utf-8")
    return tmp_path


@pytest.fixture
def client(settings, assets):
    """A visitor of an application with these assets."""
    app = create_app({**settings, "CASEWORK_ASSETS": str(assets)})
    yield app.test_client()
    with app.app_context():
        db.engine.dispose()


def test_sheet_is_named_and_handed_out(client):
    with client.get("/glyphs/rare.css") as answer:
        told = answer.status_code, answer.mimetype, answer.cache_control.max_age

    assert told == (200, "text/css", 86_400)
    assert 'href="/glyphs/rare.css"' in client.get("/sign-in").text


@pytest.mark.parametrize("name", ["rare-99.woff", "..%2Fsecret.txt", "%2e%2e/secret.txt"])
def test_nothing_else_is_handed_out(client, name):
    assert client.get(f"/glyphs/{name}").status_code == 404


def test_pages_name_no_sheet_where_none_was_cut(client, assets):
    (assets / "rare" / "rare.css").unlink()

    assert "/glyphs/" not in client.get("/sign-in").text
