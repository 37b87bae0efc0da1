"""What `casework verify FILE.pdf` says of signatures given on a screen, from the file alone.

Proved is: the names, instants and fingerprints are the ones this system kept (Ed25519, over the code); each fingerprint
is or is not of the text that the file carries; every line of that text stands on the pages. That nothing stands on the
pages beside it is what the office's own seal in the PDF proves.
"""

from io import BytesIO
from itertools import pairwise

from pypdf import PdfReader
from pypdf.errors import PyPdfError

from casework.base.phrases import phrase
from casework.documents.proof import Proof
from casework.documents.screen import Matter, carried


def on_screen(pdf: bytes, proof: Proof | None) -> tuple[tuple[str, ...], bool]:
    """Lines to read, and whether all is in order; no lines and True where nobody signed on a screen."""
    matter = carried(pdf)
    if matter is None:
        gone = proof is not None and bool(proof.screen)
        return ((phrase("documents.verify.screen_gone"),), False) if gone else ((), True)
    if proof is None or proof.screen != matter.digest:
        return (phrase("documents.verify.screen_forged"),), False
    absent = _absent(pdf, matter.lines)
    said = phrase("documents.verify.screen_absent", line=absent[0], count=len(absent)) if absent else None
    agrees = all(matter.signed_by(sha) for *_, sha in matter.people) and not absent
    return (*_people(matter), said or phrase("documents.verify.screen_printed")), agrees


def _people(matter: Matter) -> tuple[str, ...]:
    return tuple(
        phrase(
            "documents.verify.screen",
            who=who.replace("\n", " "),
            how=how,
            at=at,
            sha=sha,
            found=phrase(f"documents.verify.screen_{'same' if matter.signed_by(sha) else 'other'}"),
        )
        for who, how, at, sha in matter.people
    )


def _absent(pdf: bytes, lines: tuple[str, ...]) -> list[str]:
    """The lines that do not stand on the pages; one may go over from a page to the next."""
    try:
        pages = ["".join((page.extract_text() or "").split()) for page in PdfReader(BytesIO(pdf)).pages]
    except PyPdfError:
        return list(lines)
    return [line for line in lines if not _stands("".join(line.split()), pages)]


def _stands(line: str, pages: list[str]) -> bool:
    if any(line in page for page in pages):
        return True
    turns = list(pairwise(pages))
    return any(line[:cut] in one and line[cut:] in two for one, two in turns for cut in range(1, len(line)))
