"""An office's seal as a signature in the PDF: its key in a PKCS#12 file or a token, a time stamp where a service is set.

A folder holds `<office code>.p12` for each office that seals, or `<office code>.token` (TOML: `module`, the library of
the token; `token`, its label; `certificate` and `key`, labels in it), so that the key never leaves the token. The pass
phrase or PIN stands in `<office code>.pass` beside it or in the environment as CASEWORK_SEAL_PASS_<OFFICE_CODE>;
CASEWORK_TIMESTAMP_URL names a time stamp service (RFC 3161).
"""

import os
import tomllib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from casework.base.errors import CaseworkError
from casework.documents.apart import apart
from casework.documents.fonts import Fonts
from casework.documents.placed import Drawn, SealPlace
from casework.documents.stamp import SIDE, stamp

if TYPE_CHECKING:
    from pyhanko.sign.signers import Signer
    from pyhanko.sign.timestamps import TimeStamper

FIELD = "OfficeSeal"
OPACITY = 0.8
CARD_ENDING = ".token"


class SealUnusable(CaseworkError):
    """The key of an office cannot be used: wrong pass phrase or PIN, no PKCS#12, no such token, no such label in it."""


@dataclass(frozen=True)
class Seal:
    """The seal of one office: name as on its ring, certificate or token file, pass phrase, a time stamp service."""

    office: str
    file: Path
    passphrase: bytes | None = None
    timestamp_url: str | None = None


def seal_of(code: str, office: str, folder: Path | None, environment: Mapping[str, str] = os.environ) -> Seal | None:
    """The seal of an office, None where none is configured."""
    kinds = [folder / f"{code}{ending}" for ending in (".p12", CARD_ENDING)] if folder else []
    file = next((each for each in kinds if each.is_file()), None)
    if file is None:
        return None
    beside = file.with_suffix(".pass")
    told = environment.get(f"CASEWORK_SEAL_PASS_{code.upper().replace('-', '_')}")
    passphrase = told or (beside.read_text("utf-8").strip() if beside.is_file() else None)
    return Seal(office, file, passphrase.encode() if passphrase else None, environment.get("CASEWORK_TIMESTAMP_URL"))


def sealed(drawn: Drawn, seal: Seal, fonts: Fonts, *, stamper: "TimeStamper | None" = None) -> bytes:
    """The PDF with the office's signature in it, its red seal over the date. Raises SealUnusable.

    The signature covers the whole file; later signatures may be added, nothing else. `stamper` stands in for the
    service of the seal's address. Network and keys are used here, so this is never called inside a request.
    """
    from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter  # late: optional dependency
    from pyhanko.sign.fields import MDPPerm  # late: optional dependency
    from pyhanko.sign.signers import PdfSignatureMetadata, PdfSigner  # late: optional dependency

    meta = PdfSignatureMetadata(
        field_name=FIELD,
        md_algorithm="sha256",
        name=seal.office,
        certify=True,
        docmdp_permissions=MDPPerm.FILL_FORMS,
    )
    with TemporaryDirectory() as folder, _signer(seal) as key:
        picture = Path(folder) / "stamp.pdf"
        picture.write_bytes(stamp(seal.office, fonts))
        signer = PdfSigner(
            meta,
            key,
            timestamper=stamper or _timestamper(seal),
            stamp_style=_style(picture),
            new_field_spec=_field(drawn.seal),
        )
        writer: Any = IncrementalPdfFileWriter(BytesIO(drawn.pdf))
        writer._update_meta = lambda: None  # noqa: SLF001 - the archive's metadata stay as the paper was drawn
        out: Any = apart(lambda: signer.sign_pdf(writer))
    return bytes(out.getvalue())


@contextmanager
def _signer(seal: Seal) -> "Iterator[Signer]":
    if seal.file.suffix == CARD_ENDING:
        with _session(seal) as (session, told):
            yield _of_token(session, told)
    else:
        yield _of_file(seal)


@contextmanager
def _session(seal: Seal) -> Iterator[tuple[Any, dict[str, str]]]:
    """The token, opened with its PIN, and what the file tells of it."""
    from pkcs11.exceptions import PKCS11Error  # late: optional dependency
    from pyhanko.config.pkcs11 import TokenCriteria  # late: optional dependency
    from pyhanko.sign.pkcs11 import open_pkcs11_session  # late: optional dependency

    try:
        told = tomllib.loads(seal.file.read_text("utf-8"))
        pin = (seal.passphrase or b"").decode()
        session = open_pkcs11_session(told["module"], token_criteria=TokenCriteria(label=told["token"]), user_pin=pin)
        with session:
            yield session, told
    except (PKCS11Error, tomllib.TOMLDecodeError, KeyError, OSError, RuntimeError) as error:
        raise SealUnusable(seal.file.name) from error


def _of_token(session: Any, told: dict[str, str]) -> "Signer":
    from pyhanko.sign.pkcs11 import PKCS11Signer  # late: optional dependency

    return PKCS11Signer(session, cert_label=told["certificate"], key_label=told["key"])


def _of_file(seal: Seal) -> "Signer":
    from pyhanko.sign.signers import SimpleSigner  # late: optional dependency

    try:
        found: SimpleSigner | None = SimpleSigner.load_pkcs12(str(seal.file), passphrase=seal.passphrase)
    except (ValueError, OSError) as error:
        raise SealUnusable(seal.file.name) from error
    if found is None:
        raise SealUnusable(seal.file.name)
    return found


def _timestamper(seal: Seal) -> "TimeStamper | None":
    from pyhanko.sign.timestamps import HTTPTimeStamper  # late: optional dependency

    return HTTPTimeStamper(seal.timestamp_url) if seal.timestamp_url else None


def _style(picture: Path) -> Any:
    from pyhanko.pdf_utils.content import ImportedPdfPage  # late: optional dependency
    from pyhanko.pdf_utils.layout import AxisAlignment, SimpleBoxLayoutRule  # late: optional dependency
    from pyhanko.stamp import StaticStampStyle  # late: optional dependency

    whole = SimpleBoxLayoutRule(x_align=AxisAlignment.ALIGN_MID, y_align=AxisAlignment.ALIGN_MID)
    return StaticStampStyle(
        background=ImportedPdfPage(str(picture)), border_width=0, background_opacity=OPACITY, background_layout=whole
    )


def _field(place: SealPlace | None) -> Any:
    from pyhanko.sign.fields import SigFieldSpec  # late: optional dependency

    if place is None:
        return SigFieldSpec(FIELD)
    left, bottom = round(place.x - SIDE / 2), round(place.y - SIDE / 2)
    return SigFieldSpec(FIELD, on_page=place.page, box=(left, bottom, left + round(SIDE), bottom + round(SIDE)))
