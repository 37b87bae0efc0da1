"""Files handed in with a registration: the odd ones are stored whole or refused with a reason, never half, never 500."""

import io
import json
import re
import zipfile
from pathlib import Path

import pytest
from sqlalchemy import func, select

from casework.base.db import reading_only
from casework.records.models import Case, Evidence

DATA = Path(__file__).parents[1] / "records" / "data"
ODD = json.loads((DATA / "oddfiles.expected.json").read_text("utf-8"))
TOKEN = re.compile(r'name="csrf_token"[^>]*value="([^"]+)"')
REFUSED = ("reject", "reject_or_parse", "accept_sanitised_or_reject")
FACTS = {
    "applicant_name": "大冶灵溪食品有限公司",
    "applicant_phone": "0714-8000000",
    "respondent_name": "老码头饭店",
    "right_kind": "trademark",
    "facts_told": "被申请人在招牌上使用申请人的商标。",
    "request": "停止侵权。",
}


@pytest.fixture(autouse=True)
def looking():
    """What a test looks at opens for reading, so that it never keeps the client from writing."""
    with reading_only():
        yield


@pytest.fixture
def clerk(city, client):
    """The clerk's client, signed in."""
    client.post("/sign-in", json={"login": "clerk", "password": "casework-demo"})
    return client


@pytest.fixture(scope="module")
def odd() -> dict[str, bytes]:
    """The odd files by name, as their packer meant it."""
    with zipfile.ZipFile(DATA / "oddfiles.zip") as packed:
        return {_name(info): packed.read(info) for info in packed.infolist()}


def _name(info: zipfile.ZipInfo) -> str:
    return info.filename if info.flag_bits & 0x800 else info.filename.encode("cp437").decode("utf-8", "replace")


def filed_with(client, body: bytes, name: str):
    """File the dispute with one file of that name."""
    token = TOKEN.search(client.get("/cases/new").text)[1]
    data = {**FACTS, "csrf_token": token, "files": (io.BytesIO(body), name)}
    return client.post("/cases", data=data, content_type="multipart/form-data")


def count(session, model) -> int:
    """How many rows there are."""
    session.rollback()
    return session.scalar(select(func.count()).select_from(model))


@pytest.mark.parametrize("told", [e for e in ODD["files"] if e["expect"] in REFUSED], ids=lambda told: told["why"])
def test_refused_file_is_told_beside_its_field_and_nothing_is_registered(clerk, session, odd, told):
    answer = filed_with(clerk, odd[told["name"]], told["name"])

    beside = re.search(r'id="files-said">(.*?)</p>', answer.text, re.DOTALL)
    assert answer.status_code == 422
    assert beside[1].strip() != ""
    assert [count(session, Case), count(session, Evidence)] == [0, 0]
    assert FACTS["facts_told"] in answer.text


@pytest.mark.parametrize("told", [e for e in ODD["files"] if e["expect"] not in REFUSED], ids=lambda told: told["why"])
def test_taken_file_comes_back_whole_and_only_as_a_download(clerk, session, odd, told):
    answer = filed_with(clerk, odd[told["name"]], told["name"])

    evidence = session.scalars(select(Evidence)).one()
    with clerk.get(f"{answer.location}/evidence/{evidence.id}") as got:
        assert (got.data, evidence.sha256) == (odd[told["name"]], told["sha256"])
        assert got.headers["Content-Disposition"].startswith("attachment")
        assert (got.mimetype, got.headers["X-Content-Type-Options"]) == ("application/octet-stream", "nosniff")


@pytest.mark.parametrize("told", ODD["filename_strings"], ids=lambda told: told["name"][:12])
def test_hostile_name_never_becomes_a_path_or_markup(clerk, session, app, told):
    answer = filed_with(clerk, b"plain text", told["name"])

    kept = [each.name for each in session.scalars(select(Evidence))]
    assert answer.status_code in (303, 422)
    assert [name for name in kept if "/" in name or "\\" in name or len(name) > 120] == []
    assert not list(Path(app.config["CASEWORK_INSTANCE"]).parent.rglob("passwd"))


def test_markup_in_a_file_name_is_escaped_on_the_page(clerk):
    answer = filed_with(clerk, b"plain text", "<b>引号'和\"尖括号&.txt")

    page = clerk.get(answer.location).text
    assert "<b>引号" not in page
    assert "&lt;b&gt;引号" in page


def test_token_of_a_kept_file_cannot_be_made_up(clerk, session):
    token = TOKEN.search(clerk.get("/cases/new").text)[1]

    answer = clerk.post("/cases", data={**FACTS, "csrf_token": token, "files": "forged.token"})

    assert answer.status_code == 422
    assert 'id="files-said"' in answer.text
    assert count(session, Evidence) == 0
