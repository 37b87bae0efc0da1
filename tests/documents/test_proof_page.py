"""The page that checks proofs: saved to a file, opened in a browser without any network."""

import hashlib
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from casework.documents import proof
from casework.documents.blocks import FingerprintList
from casework.documents.draw import draw
from casework.documents.paper import fingerprint
from casework.documents.proof_page import proof_page
from tests.documents import samples

NOW = datetime(2026, 11, 23, 1, 30, tzinfo=UTC)
EVIDENCE = b"the same bytes as handed in"


@pytest.fixture
def key(monkeypatch):
    monkeypatch.setattr(proof, "_key", [])
    proof.use_proof_key(bytes(range(32)))


@pytest.fixture
def page(key, chromium, tmp_path):
    saved = tmp_path / "check-paper.html"
    saved.write_text(proof_page(), "utf-8")
    context = chromium.new_context(offline=True)
    opened = context.new_page()
    opened.asked = []
    opened.on("request", lambda request: opened.asked.append(request.url))
    opened.goto(saved.as_uri())
    yield opened
    context.close()


def signed():
    files = FingerprintList((("证据.pdf", len(EVIDENCE), hashlib.sha256(EVIDENCE).hexdigest()),))
    paper = replace(samples.receipt(), blocks=(*samples.receipt().blocks[:1], files))
    return replace(paper, proof=proof.proof_of(paper, fingerprint(paper), NOW))


def answer(page, text: str = "") -> str:
    page.fill("#text", text)
    page.click("button")
    page.wait_for_selector("#answer.right, #answer.wrong")
    return page.inner_text("#answer")


@pytest.mark.browser
def test_saved_page_tells_number_instant_and_code_without_network(page):
    paper = signed()

    told = answer(page, paper.proof)

    assert "签名有效" in told
    assert "黄知站1登〔2026〕12号" in told
    assert "2026/11/23 09:30:00" in told
    assert "-".join(paper.code[n : n + 4] for n in range(0, 16, 4)) in told
    assert [url for url in page.asked if not url.startswith("file:")] == []


@pytest.mark.browser
def test_saved_page_refuses_a_forged_code(page):
    prefix, facts, signature = signed().proof.split(".")
    other = proof.proof_of(samples.notice(), "0" * 64, NOW).split(".")[1]

    assert "签名无效" in answer(page, f"{prefix}.{other}.{signature}")
    assert "签名无效" in answer(page, f"{prefix}.{facts[:-3]}AAA.{signature}")
    assert "签名无效" in answer(page, "随便写的文字")


@pytest.mark.browser
def test_saved_page_reads_the_paper_and_compares_files(page, fonts, tmp_path):
    paper, good, bad = (tmp_path / name for name in ("paper.pdf", "good.pdf", "bad.pdf"))
    paper.write_bytes(draw(signed(), fonts))
    good.write_bytes(EVIDENCE)
    bad.write_bytes(EVIDENCE + b"!")
    page.set_input_files("#paper", paper)
    page.set_input_files("#files", [good, bad])

    told = answer(page)

    assert "签名有效" in told
    assert (
        told.index("good.pdf")
        < told.index("与收到的材料一致")
        < told.index("bad.pdf")
        < told.index("已被改动", told.index("bad.pdf"))
    )
    page.screenshot(path=str(Path(__file__).parents[2] / "out" / "papers" / "check.png"))


def test_page_is_handed_out_as_a_download(client):
    answered = client.get("/papers/check.html")

    assert (answered.status_code, answered.headers["Content-Disposition"]) == (
        200,
        'attachment; filename="check-paper.html"',
    )


def test_page_of_another_key_holds_that_key(key):
    first = proof_page()
    proof.use_proof_key(bytes(32))

    assert proof.key_id(proof.public_key()) in proof_page()
    assert proof_page() != first
