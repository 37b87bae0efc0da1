"""The office's seal as a PDF signature: made from PKCS#12, read back by us and by another program."""

import subprocess
from dataclasses import replace
from io import BytesIO

import pytest
from pypdf import PdfReader, PdfWriter

from casework.documents.draw import draw_placed
from casework.documents.seal import Seal, SealUnusable, seal_of, sealed
from casework.documents.signatures import NoPdf, proof_in, signatures
from casework.documents.stamp import SIDE
from tests.documents import samples
from tests.documents.certificates import PASS, Authority

OFFICE = "黄石市市场监督管理局"


@pytest.fixture(scope="module")
def authority(tmp_path_factory) -> Authority:
    made = Authority(tmp_path_factory.mktemp("seals"))
    made.office("huangshi-amr", OFFICE)
    return made


@pytest.fixture
def seal(authority) -> Seal:
    return seal_of("huangshi-amr", OFFICE, authority.folder, {})


@pytest.fixture
def made(seal, fonts) -> bytes:
    return sealed(draw_placed(samples.notice(), fonts), seal, fonts)


def test_office_without_a_file_has_no_seal(tmp_path):
    assert (seal_of("nobody", "某局", tmp_path, {}), seal_of("nobody", "某局", None, {})) == (None, None)


def test_pass_phrase_stands_beside_the_file(seal):
    assert seal.passphrase == PASS.encode()


def test_pass_phrase_of_the_environment_comes_first(authority):
    told = {"CASEWORK_SEAL_PASS_HUANGSHI_AMR": "别的", "CASEWORK_TIMESTAMP_URL": "http://tsa.test/"}

    found = seal_of("huangshi-amr", OFFICE, authority.folder, told)

    assert (found.passphrase, found.timestamp_url) == ("别的".encode(), "http://tsa.test/")


def test_wrong_pass_phrase_is_said(seal, fonts):
    with pytest.raises(SealUnusable, match="huangshi-amr"):
        sealed(draw_placed(samples.notice(), fonts), replace(seal, passphrase=b"wrong"), fonts)


def test_sealed_paper_is_signed_whole_and_trusted(authority, made):
    (found,) = signatures(made, [authority.root])

    assert (found.field, found.unaltered, found.trusted, found.stamped_at) == ("OfficeSeal", True, True, None)
    assert OFFICE in found.signer
    assert found.signed_at.tzinfo is not None


def test_without_the_root_the_seal_is_intact_but_not_trusted(made):
    (found,) = signatures(made)

    assert (found.unaltered, found.trusted) == (True, False)


def test_time_stamp_is_kept(authority, seal, fonts):
    stamped = sealed(draw_placed(samples.notice(), fonts), seal, fonts, stamper=authority.time_stamper())

    (found,) = signatures(stamped, [authority.root])

    assert (found.unaltered, found.stamped_at is not None) == (True, True)


def test_altered_byte_breaks_the_seal(made):
    altered = bytearray(made)
    altered[2000] ^= 1

    (found,) = signatures(bytes(altered))

    assert found.unaltered is False


def test_what_is_added_after_the_seal_is_seen(made):
    writer = PdfWriter(BytesIO(made), incremental=True)
    writer.add_blank_page(100, 100)
    out = BytesIO()
    writer.write(out)

    (found,) = signatures(out.getvalue())

    assert (len(PdfReader(out).pages), found.intact, found.unaltered) == (3, True, False)


def test_another_program_agrees(made, tmp_path):
    file = tmp_path / "sealed.pdf"
    file.write_bytes(made)

    said = subprocess.run(["pdfsig", "-nocert", str(file)], capture_output=True, encoding="utf-8", check=False).stdout

    assert "Signature is Valid" in said
    assert "Total document signed" in said


def test_seal_lies_over_the_date_on_the_last_page(fonts):
    drawn = draw_placed(samples.notice(), fonts)

    assert drawn.seal.page == 1
    assert SIDE / 2 < drawn.seal.x < 595 - SIDE / 2


@pytest.mark.parametrize("paper", [samples.receipt(), samples.application()], ids=["receipt", "application"])
def test_paper_without_a_seal_has_no_place_for_it(paper, fonts, seal, authority):
    drawn = draw_placed(paper, fonts)

    assert drawn.seal is None
    assert [each.unaltered for each in signatures(sealed(drawn, seal, fonts), [authority.root])] == [True]


def test_unsealed_paper_has_no_signature_and_no_proof(fonts):
    drawn = draw_placed(samples.notice(), fonts)

    assert (signatures(drawn.pdf), proof_in(drawn.pdf)) == ([], "")


@pytest.mark.parametrize("raw", [b"", b"no pdf at all", b"%PDF-1.4\n%%EOF"])
def test_other_files_are_no_pdf(raw):
    with pytest.raises(NoPdf):
        signatures(raw)
