"""Sealed packages for offices that are not on the system: the papers of a transfer with a fingerprint per file."""

import hashlib
import json
import zipfile
from pathlib import Path

from sqlalchemy import select

from casework.base.db import db
from casework.documents.fonts import Fonts
from casework.documents.models import PaperRecord
from casework.documents.store import pdf

FIXED = (2000, 1, 1, 0, 0, 0)  # the date inside the archive, so that equal content gives equal bytes


def seal(proceeding_id: int, *, fonts: Fonts, folder: Path) -> Path:
    """Write the package of a transfer: its papers as PDF and a manifest; sealing twice gives the same bytes."""
    asked = select(PaperRecord).where(PaperRecord.proceeding_id == proceeding_id).order_by(PaperRecord.id)
    files = {f"{record.id:06d}-{record.kind}.pdf": pdf(record, fonts) for record in db.session.scalars(asked)}
    listed = [
        {"name": name, "bytes": len(body), "sha256": hashlib.sha256(body).hexdigest()} for name, body in files.items()
    ]
    manifest = json.dumps({"proceeding": proceeding_id, "files": listed}, ensure_ascii=False, indent=1)
    folder.mkdir(parents=True, exist_ok=True)
    target = folder / f"transfer-{proceeding_id}.zip"
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as package:
        for name, body in {**files, "manifest.json": manifest.encode()}.items():
            package.writestr(zipfile.ZipInfo(name, FIXED), body)
    return target
