"""What `casework verify FILE.pdf` says: each signature in words, and the proof of the code."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from casework.base.phrases import phrase
from casework.base.wallclock import local_time
from casework.documents.furniture import spaced
from casework.documents.proof import Forged, Proof, checked, public_key
from casework.documents.screen_report import on_screen
from casework.documents.signatures import NoPdf, Signed, proof_in, signatures


@dataclass(frozen=True)
class Report:
    """Lines to read, and whether all that was found is in order and something was found."""

    lines: tuple[str, ...]
    good: bool


def report_on(pdf: bytes, roots: Sequence[Path] = ()) -> Report:
    """The report on a PDF file; a file that is none is reported as such."""
    try:
        signed = signatures(pdf, roots)
    except NoPdf:
        return Report((phrase("documents.verify.no_pdf"),), good=False)
    text = proof_in(pdf)
    lines = [_said(each) for each in signed] or [phrase("documents.verify.unsigned")]
    proof = _proof(text) if text else None
    told = _proof_said(proof) if text else phrase("documents.verify.no_proof")
    screen, agrees = on_screen(pdf, proof)
    good = bool(signed or text) and (proof is not None or not text) and all(each.unaltered for each in signed)
    return Report((*lines, told, *screen), good=good and agrees)


def _said(each: Signed) -> str:
    found = "unaltered" if each.unaltered else "added" if each.intact else "altered"
    at = each.stamped_at or each.signed_at
    values = {
        "signer": each.signer,
        "at": f"{local_time(at):%Y-%m-%d %H:%M:%S}" if at else "—",
        "by": phrase(f"documents.verify.{'stamped' if each.stamped_at else 'own_clock'}"),
        "found": phrase(f"documents.verify.{found}"),
        "trust": phrase(f"documents.verify.{'trusted' if each.trusted else 'untrusted'}"),
    }
    return phrase("documents.verify.signature", **values)


def _proof(text: str) -> Proof | None:
    try:
        return checked(text, public_key())
    except (Forged, LookupError):
        return None


def _proof_said(proof: Proof | None) -> str:
    if proof is None:
        return phrase("documents.verify.forged")
    at = f"{local_time(proof.at):%Y-%m-%d %H:%M:%S}"
    return phrase("documents.verify.proof", number=proof.number or proof.kind, at=at, code=spaced(proof.code))
