"""An office's seal as a signature in the PDF: its certificate from a PKCS#12 file, a time stamp where a service is set.

A folder holds `<office code>.p12` for each office that seals. Its pass phrase stands in `<office code>.pass` beside it
or in the environment as CASEWORK_SEAL_PASS_<OFFICE_CODE>; CASEWORK_TIMESTAMP_URL names a time stamp service (RFC 3161).
"""

import os
from collections.abc import Mapping
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
    from pyhanko.sign.signers import SimpleSigner
    from pyhanko.sign.timestamps import TimeStamper

FIELD = "OfficeSeal"
OPACITY = 0.8


class SealUnusable(CaseworkError):
    """The certificate file of an office cannot be opened: wrong pass phrase or no PKCS#12."""


@dataclass(frozen=True)
class Seal:
    """The seal of one office: name as on its ring, certificate file, pass phrase, address of a time stamp service."""

    office: str
    file: Path
    passphrase: bytes | None = None
    timestamp_url: str | None = None


def seal_of(code: str, office: str, folder: Path | None, environment: Mapping[str, str] = os.environ) -> Seal | None:
    """The seal of an office, None where none is configured."""
    file = folder / f"{code}.p12" if folder else None
    if file is None or not file.is_file():
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
    with TemporaryDirectory() as folder:
        picture = Path(folder) / "stamp.pdf"
        picture.write_bytes(stamp(seal.office, fonts))
        signer = PdfSigner(
            meta,
            _signer(seal),
            timestamper=stamper or _timestamper(seal),
            stamp_style=_style(picture),
            new_field_spec=_field(drawn.seal),
        )
        writer: Any = IncrementalPdfFileWriter(BytesIO(drawn.pdf))
        writer._update_meta = lambda: None  # noqa: SLF001 - the archive's metadata stay as the paper was drawn
        out: Any = apart(lambda: signer.sign_pdf(writer))
    return bytes(out.getvalue())


def _signer(seal: Seal) -> "SimpleSigner":
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
