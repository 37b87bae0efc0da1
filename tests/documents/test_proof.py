"""The proof in the code on a paper: signed, read back, refused when forged."""

import hashlib
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from casework.documents import proof
from casework.documents.blocks import FingerprintList
from casework.documents.draw import draw
from casework.documents.furniture import qr_text
from casework.documents.models import PaperRecord
from casework.documents.paper import fingerprint, from_data
from casework.documents.store import keep, pdf
from tests.documents import samples

NOW = datetime(2026, 11, 23, 1, 30, tzinfo=UTC)
SEED = bytes(range(32))


@pytest.fixture(autouse=True)
def key(monkeypatch):
    monkeypatch.setattr(proof, "_key", [])
    proof.use_proof_key(SEED)


def kept(paper) -> PaperRecord:
    return keep(paper, case_id=1, proceeding_id=None, office_id=7, office_short="黄市监", now=NOW)


def test_kept_paper_carries_its_proof(session):
    record = kept(samples.receipt())

    told = proof.checked(record.data["proof"], proof.public_key())

    assert (told.kind, told.number, told.at) == ("R-01", "黄知站1登〔2026〕12号", NOW)
    assert (told.sha256, told.code) == (record.sha256, record.code)
    assert told.files == tuple(sha[:24] for _, _, sha in samples.receipt().blocks[1].files)


def test_proof_is_drawn_and_is_no_part_of_the_fingerprint(session, fonts):
    record = kept(samples.receipt())
    paper = from_data(record.data)

    assert qr_text(paper) == paper.proof
    assert fingerprint(paper) == fingerprint(replace(paper, proof="")) == record.sha256
    assert paper.proof.encode() in pdf(record, fonts)


def test_paper_kept_without_a_key_has_the_plain_code(session, monkeypatch):
    monkeypatch.setattr(proof, "_key", [])

    assert qr_text(from_data(kept(samples.receipt()).data)).startswith("CASEWORK:R-01:")
    with pytest.raises(LookupError):
        proof.public_key()


def test_many_files_have_one_fingerprint_together():
    digests = [hashlib.sha256(str(n).encode()).hexdigest() for n in range(60)]
    paper = replace(samples.receipt(), blocks=(FingerprintList(tuple((f"{d}.pdf", 1, d) for d in digests)),))

    told = proof.checked(proof.proof_of(paper, fingerprint(paper), NOW), proof.public_key())

    assert (told.files, told.all_files) == ((), hashlib.sha256("".join(digests).encode()).hexdigest())


def forged(text: str) -> dict[str, str]:
    prefix, facts, signature = text.split(".")
    other = proof.proof_of(samples.agreement(), "0" * 64, NOW).split(".")[1]
    return {
        "facts": f"{prefix}.{other}.{signature}",
        "signature": f"{prefix}.{facts}.{signature[:-4]}AAAA",
        "prefix": f"CW9.{facts}.{signature}",
        "nothing": "",
        "other": "https://example.cn/",
        "cut": text[:-9],
        "not base64": f"{prefix}.{facts}.签名",
    }


@pytest.mark.parametrize("how", ["facts", "signature", "prefix", "nothing", "other", "cut", "not base64"])
def test_forged_proof_is_refused(how):
    good = proof.proof_of(samples.receipt(), "f" * 64, NOW)

    with pytest.raises(proof.Forged):
        proof.checked(forged(good)[how], proof.public_key())


def test_proof_of_another_key_is_refused():
    good = proof.proof_of(samples.receipt(), "f" * 64, NOW)
    proof.use_proof_key(bytes(32))

    with pytest.raises(proof.Forged):
        proof.checked(good, proof.public_key())


@pytest.mark.parametrize("name", samples.ALL)
def test_code_of_every_look_stays_above_the_text(name, fonts):
    paper = samples.ALL[name]()
    signed = replace(paper, proof=proof.proof_of(paper, fingerprint(paper), NOW))

    assert draw(signed, fonts) == draw(signed, fonts)
    assert len(signed.proof) < 500
