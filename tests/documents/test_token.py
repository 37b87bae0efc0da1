"""The office's seal with its key in a token: signed by the token, read back as any other; a wrong PIN is said."""

from dataclasses import replace

import pytest

from casework.documents.draw import draw_placed
from casework.documents.seal import Seal, SealUnusable, seal_of, sealed
from casework.documents.signatures import signatures
from tests.documents import samples
from tests.documents.certificates import Authority

CODE, OFFICE, PIN = "huangshi-amr", "黄石市市场监督管理局", "12345678"


@pytest.fixture(scope="module")
def authority(tmp_path_factory) -> Authority:
    made = Authority(tmp_path_factory.mktemp("token"))
    made.token(CODE, OFFICE, PIN)
    return made


@pytest.fixture
def seal(authority) -> Seal:
    return seal_of(CODE, OFFICE, authority.folder, {})


def test_paper_is_sealed_by_the_token(authority, seal, fonts):
    made = sealed(draw_placed(samples.notice(), fonts), seal, fonts)

    (found,) = signatures(made, [authority.root])
    assert (seal.file.suffix, seal.passphrase) == (".token", PIN.encode())
    assert (found.field, found.unaltered, found.trusted, OFFICE in found.signer) == ("OfficeSeal", True, True, True)


@pytest.mark.parametrize("told", [b"0000", b""])
def test_wrong_pin_is_said(seal, fonts, told):
    with pytest.raises(SealUnusable, match=CODE):
        sealed(draw_placed(samples.notice(), fonts), replace(seal, passphrase=told), fonts)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('token = "', 'token = "other-'),
        ('key = "', 'key = "other-'),
        ('module = "', "module = "),
        ("certificate", "paper"),
    ],
)
def test_token_that_is_not_there_is_said(seal, fonts, tmp_path, old, new):
    wrong = tmp_path / seal.file.name
    wrong.write_text(seal.file.read_text("utf-8").replace(old, new, 1), "utf-8")

    with pytest.raises(SealUnusable, match=CODE):
        sealed(draw_placed(samples.notice(), fonts), replace(seal, file=wrong), fonts)
