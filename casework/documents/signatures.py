"""What was signed in a PDF, by whom, when, and whether it is unaltered: for `casework verify FILE.pdf`."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

from casework.base.errors import CaseworkError
from casework.documents.apart import apart

if TYPE_CHECKING:
    from pyhanko_certvalidator import ValidationContext

PROOF = re.compile(rb"CW1\.[\w-]+\.[\w-]+")


class NoPdf(CaseworkError):
    """The file is no PDF that can be read."""


@dataclass(frozen=True)
class Signed:
    """One signature: field, subject of the certificate, its instants (aware), and what was found.

    `intact`: the bytes it covers are as signed and the signature is right; `whole`: nothing but further signatures
    came after it; `trusted`: its certificate leads to one of the roots given; `stamped_at`: a service's time.
    """

    field: str
    signer: str
    signed_at: datetime | None
    stamped_at: datetime | None
    intact: bool
    whole: bool
    trusted: bool

    @property
    def unaltered(self) -> bool:
        """Whether the paper is as it was signed."""
        return self.intact and self.whole


def signatures(pdf: bytes, roots: Sequence[Path] = ()) -> list[Signed]:
    """All signatures of a PDF in their order, none where it has none. `roots`: certificate files (PEM or DER).

    Raises NoPdf.
    """
    from pyhanko.pdf_utils.misc import PdfError  # late: optional dependency
    from pyhanko.pdf_utils.reader import PdfFileReader  # late: optional dependency

    try:
        found = PdfFileReader(BytesIO(pdf)).embedded_regular_signatures
        return [_read(each, _context(roots)) for each in found]
    except (PdfError, ValueError) as error:
        raise NoPdf(str(error)) from error


def proof_in(pdf: bytes) -> str:
    """The signed text of the code, as the file carries it; empty where it has none."""
    found = PROOF.search(pdf)
    return found.group().decode() if found else ""


def _read(found: Any, context: "ValidationContext") -> Signed:
    from pyhanko.sign.diff_analysis import ModificationLevel  # late: optional dependency
    from pyhanko.sign.validation import validate_pdf_signature  # late: optional dependency

    status = apart(lambda: validate_pdf_signature(found, context, ts_validation_context=context))
    lawful = status.modification_level is not None and status.modification_level <= ModificationLevel.FORM_FILLING
    stamped = status.timestamp_validity
    return Signed(
        field=found.field_name,
        signer=status.signing_cert.subject.human_friendly,
        signed_at=status.signer_reported_dt,
        stamped_at=stamped.timestamp if stamped and stamped.intact else None,
        intact=status.intact and status.valid,
        whole=lawful,
        trusted=status.trusted,
    )


def _context(roots: Sequence[Path]) -> "ValidationContext":
    from pyhanko.keys import load_certs_from_pemder  # late: optional dependency
    from pyhanko_certvalidator import ValidationContext  # late: optional dependency

    certificates = list(load_certs_from_pemder([str(each) for each in roots]))
    return ValidationContext(trust_roots=certificates, allow_fetching=False)
