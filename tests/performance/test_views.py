"""The account of a performance and the packet for enforcement."""

import hashlib
import io
import json
import zipfile
from datetime import timedelta
from pathlib import Path
from urllib.parse import quote

import pytest
from sqlalchemy import update

from casework.documents.fonts import fonts_in
from casework.performance.models import Obligation
from casework.performance.packet import EvidenceAltered, packet, papers_of
from casework.performance.views import account_of
from casework.records.evidence_store import EvidenceStore
from tests.confirmation.steps_walk import Court
from tests.confirmation.test_pages import DAY, TODAY, counter
from tests.mediation.walk import d

__all__ = ["counter"]
FONTS = Path(__file__).parents[2] / "var" / "assets" / "fonts"


@pytest.fixture
def store(tmp_path) -> EvidenceStore:
    return EvidenceStore(tmp_path / "evidence")


@pytest.fixture
def enforced(pay, room, store):
    """Confirmed, half paid, then enforced with a bank statement handed in."""
    Court(room, pay.case).confirmed()
    handed = store.take("银行流水.txt", io.BytesIO("样例流水".encode()))
    pay.on("2026-04-30").record(1, fen=1_000_000).on("2026-05-08").partial()
    return pay.enforce(files=(handed,), clues="样例银行账户")


def opened(body: bytes) -> tuple[dict, dict[str, bytes]]:
    """The list of a packet, and its files."""
    with zipfile.ZipFile(io.BytesIO(body)) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    return json.loads(files.pop("manifest.json")), files


def test_packet_holds_application_agreement_and_evidence_with_their_hashes(enforced, store):
    told, files = opened(packet(enforced.p, fonts=fonts_in(FONTS), stored=store.path))

    assert {each["name"]: each["sha256"] for each in told["files"]} == {
        name: hashlib.sha256(body).hexdigest() for name, body in files.items()
    }
    assert sorted(each.kind for each in papers_of(enforced.p)) == ["D-16", "D-16a", "D-20", "D-21", "J-20"]
    assert files["evidence/001-银行流水.txt"].decode() == "样例流水"
    assert (told["instrument"], told["number"], told["court"]) == (
        "confirmation",
        "(2026)鄂0281民特12号",
        "大冶市人民法院",
    )


def test_packet_made_twice_has_the_same_bytes(enforced, store):
    first, second = (packet(enforced.p, fonts=fonts_in(FONTS), stored=store.path) for _ in range(2))

    assert first == second


def test_packet_is_refused_when_a_file_was_altered(enforced, store):
    store.path(enforced.p.enclosed[0]["sha256"]).write_bytes(b"altered")

    with pytest.raises(EvidenceAltered):
        packet(enforced.p, fonts=fonts_in(FONTS), stored=store.path)


def test_account_tells_each_duty(mixed):
    mixed.record(1, fen=1_000_000).on("2026-05-20").violate()

    told = account_of(mixed.p, d("2026-05-20"))

    assert [(each["kind"], each["done"], each["overdue"], each["rest_fen"]) for each in told["items"]] == [
        ("pay", False, True, 2_000_000),
        ("act", False, True, None),
        ("omission", False, False, None),
    ]
    assert (told["paid_fen"], told["owed_fen"], told["breached_on"]) == (1_000_000, 3_000_000, d("2026-05-20"))


def test_account_tells_what_the_creditor_said(pay):
    pay.record(1).confirm()
    pay.record(2).dispute()

    proofs = [proof for each in account_of(pay.p, d("2026-03-02"))["items"] for proof in each["proofs"]]
    assert [(each["answer"], each["why"]) for each in proofs] == [("confirmed", None), ("disputed", "没有收到款项")]


def account(counter, ending: str = "account", **headers: str):
    place = counter.place["proceeding"]
    return counter.at("mediator").get(f"/cases/{counter.number}/performance/{place}/{ending}", headers=headers)


def test_page_shows_duties_proofs_urgings_and_visits(counter):
    counter.post("mediator", "performance", "schedule")
    counter.post("mediator", "performance", "proof", items=["1"], done_on=DAY)
    counter.post("mediator", "performance", "return-visit", visited_on=DAY, result="已付第一期", satisfied="yes")

    answer = account(counter)
    page = answer.get_data(as_text=True)

    assert answer.status_code == 200
    assert [
        word in page for word in ("履行台账", "应付50,000.00元，已付30,000.00元", "债权人未表态", "已付第一期")
    ] == [True] * 4
    assert account(counter, Accept="application/json").get_json()["paid_fen"] == 3_000_000


def test_case_page_leads_to_account_and_ways(counter):
    counter.post("mediator", "performance", "schedule")

    page = counter.at("mediator").get(f"/cases/{counter.number}").get_data(as_text=True)

    place = counter.place["proceeding"]
    home = f"/cases/{quote(counter.number)}"
    assert [link in page for link in (f"{home}/performance/{place}/account", f"{home}/enforceability")] == [True, True]


def test_packet_is_not_there_before_enforcement(counter):
    counter.post("mediator", "performance", "schedule")

    assert account(counter, "packet.zip").status_code == 404


def test_account_of_another_case_is_not_there(counter):
    counter.post("mediator", "performance", "schedule")
    counter.place = {"proceeding": 999_999, "version": 1}

    assert account(counter).status_code == 404


def test_packet_is_downloaded_after_enforcement(counter, session, app):
    app.config["CASEWORK_ASSETS"] = str(FONTS.parent)
    counter.post("mediator", "performance", "schedule")
    session.execute(update(Obligation).values(due=TODAY - timedelta(days=60)))
    session.commit()
    told = {"instrument": "award", "number": "黄仲裁字1号", "court": "大冶市人民法院", "applied_on": DAY}
    papers = ["application", "instrument", "agreement", "identity", "property_clues"]

    breached = counter.post("mediator", "performance", "breach", note="电话核实")
    enforced = counter.post("mediator", "performance", "enforcement", packet=papers, **told)
    answer = account(counter, "packet.zip")

    assert [status for status, _ in (breached, enforced)] == [201, 201]
    listed, files = opened(answer.data)
    assert (answer.status_code, len(listed["files"]), len(files)) == (200, 3, 3)
    assert "下载材料包" in account(counter).get_data(as_text=True)
