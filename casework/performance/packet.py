"""The packet for enforcement: application, agreement, records and evidence in one archive, with a list of hashes."""

import hashlib
import io
import json
import zipfile
from collections.abc import Callable
from pathlib import Path

from sqlalchemy import select

from casework.base.db import db
from casework.base.errors import CaseworkError
from casework.documents.fonts import Fonts
from casework.documents.models import PaperRecord
from casework.documents.store import pdf
from casework.performance.models import Performance

AGREEMENT = ("D-16", "D-16a", "D-17")
PROCEDURAL = ("D-20", "D-21")
RECORDS = ("D-24", "D-25", "J-20")
FIXED = (2000, 1, 1, 0, 0, 0)  # the date inside the archive, so that equal content gives equal bytes
MANIFEST = "manifest.json"


class EvidenceAltered(CaseworkError):
    """A file of the store no longer has the fingerprint that was frozen when enforcement was asked."""


def papers_of(performance: Performance) -> list[PaperRecord]:
    """The papers that go along: the agreement, the application for confirmation, and this performance's own."""
    asked = select(PaperRecord).where(PaperRecord.case_id == performance.case_id).order_by(PaperRecord.id)
    own = dict.fromkeys(RECORDS, performance.id) | dict.fromkeys(AGREEMENT, performance.parent_id)
    return [
        each
        for each in db.session.scalars(asked)
        if each.kind in PROCEDURAL or own.get(each.kind, 0) == each.proceeding_id
    ]


def packet(performance: Performance, *, fonts: Fonts, stored: Callable[[str], Path]) -> bytes:
    """The archive; made twice it has the same bytes. Raises EvidenceAltered."""
    files = {f"papers/{each.id:06d}-{each.kind}.pdf": pdf(each, fonts) for each in papers_of(performance)}
    for place, each in enumerate(performance.enclosed, start=1):
        body = stored(each["sha256"]).read_bytes()
        if hashlib.sha256(body).hexdigest() != each["sha256"]:
            raise EvidenceAltered(each["name"])
        files[f"evidence/{place:03d}-{each['name']}"] = body
    listed = [{"name": n, "bytes": len(b), "sha256": hashlib.sha256(b).hexdigest()} for n, b in files.items()]
    told = {
        "case": performance.case.number,
        "instrument": performance.instrument,
        "number": performance.instrument_number,
        "court": performance.court_name,
        "applied_on": performance.enforced_on.isoformat() if performance.enforced_on else None,
        "files": listed,
    }
    manifest = json.dumps(told, ensure_ascii=False, indent=1).encode()
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, body in {**files, MANIFEST: manifest}.items():
            archive.writestr(zipfile.ZipInfo(name, FIXED), body)
    return out.getvalue()
