"""What is said about a PDF file: signatures and proof."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from casework.documents import proof
from casework.documents.draw import draw, draw_placed
from casework.documents.paper import fingerprint
from casework.documents.report import report_on
from casework.documents.seal import Seal, sealed
from tests.documents import samples
from tests.documents.certificates import PASS, Authority

NOW = datetime(2026, 11, 23, 1, 30, tzinfo=UTC)


@pytest.fixture(autouse=True)
def key(monkeypatch):
    monkeypatch.setattr(proof, "_key", [])
    proof.use_proof_key(bytes(range(32)))


@pytest.fixture(scope="module")
def authority(tmp_path_factory) -> Authority:
    return Authority(tmp_path_factory.mktemp("seals"))


def proven():
    paper = samples.notice()
    return replace(paper, proof=proof.proof_of(paper, fingerprint(paper), NOW))


def sealed_paper(authority, fonts) -> bytes:
    seal = Seal("黄石市市场监督管理局", authority.office("office", "黄石市市场监督管理局"), PASS.encode())
    return sealed(draw_placed(proven(), fonts), seal, fonts)


def test_sealed_and_proven_paper_is_good(authority, fonts):
    found = report_on(sealed_paper(authority, fonts), [authority.root])

    code = "-".join(proven().code[n : n + 4] for n in range(0, 16, 4))
    assert found.good is True
    assert found.lines[0].endswith("（签章机器的时间）；签章后未被改动；证书可信。")
    assert found.lines[1] == f"文书验证码有效：黄市监投不受〔2026〕第12号，2026-11-23 09:30:00 出具，校验码 {code}。"


def test_altered_paper_is_bad(authority, fonts):
    made = bytearray(sealed_paper(authority, fonts))
    made[3000] ^= 1

    found = report_on(bytes(made), [authority.root])

    assert found.good is False
    assert "签章后已被改动" in found.lines[0]


def test_proof_alone_is_good_and_a_foreign_one_bad(fonts):
    made = draw(proven(), fonts)
    good = report_on(made)
    proof.use_proof_key(bytes(32))

    assert (good.good, good.lines[0]) == (True, "文件没有电子签章。")
    assert (report_on(made).good, report_on(made).lines[1][:8]) == (False, "文书验证码无效：")


def test_paper_with_neither_proves_nothing(fonts):
    found = report_on(draw(samples.notice(), fonts))

    assert (found.good, found.lines) == (False, ("文件没有电子签章。", "文件没有本系统的文书验证码。"))


def test_other_file_is_said_to_be_none():
    assert report_on(b"not a pdf").lines == ("这不是可以读取的 PDF 文件。",)
