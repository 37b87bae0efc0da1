"""The package of a transfer: its papers and files in one archive with a fingerprint per file, made by a long task."""

import hashlib
import json
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from datetime import datetime
from io import BytesIO
from pathlib import Path
from typing import Any, BinaryIO

from sqlalchemy import select

from casework.base import wallclock
from casework.base.db import db, reading_only
from casework.base.phrases import phrase
from casework.base.tasks import Handler, LongTask, Tell, ask_for
from casework.documents.fonts import Fonts, fonts_in
from casework.documents.models import PaperRecord
from casework.documents.store import pdf
from casework.identity.actor import Actor
from casework.identity.directory import office_by_id
from casework.records.evidence_store import PIECE, EvidenceStore
from casework.transfers.kinds import ADMIN, INSIDE, POLICE
from casework.transfers.models import Transfer

KIND = "pack_transfer"
FIXED = (2000, 1, 1, 0, 0, 0)  # the date inside the archive, so that equal content gives equal bytes
SUMS = "SHA256SUMS"
MANIFEST = "manifest.json"


@dataclass(frozen=True)
class Packed:
    """One file of a package: where it lies in it, its size in bytes, its fingerprint."""

    name: str
    size: int
    sha256: str


@dataclass(frozen=True)
class Package:
    """What was packed: when (ISO), the fingerprint and size of the archive, its files."""

    at: str
    sha256: str
    size: int
    files: tuple[Packed, ...]

    @property
    def made_at(self) -> datetime:
        """The instant of packing."""
        return datetime.fromisoformat(self.at)


@dataclass(frozen=True)
class Piece:
    """A file to pack: its name in the archive and how it is opened."""

    name: str
    open: Callable[[], BinaryIO]


def file_of(folder: Path, transfer_id: int) -> Path:
    """Where the package of a transfer lies; what is in it stands beside it as JSON."""
    return folder / f"transfer-{transfer_id}.zip"


def package_of(file: Path) -> Package | None:
    """What lies there, None where nothing was packed yet."""
    told = file.with_suffix(".json")
    if not told.is_file() or not file.is_file():
        return None
    values = json.loads(told.read_text("utf-8"))
    return Package(**{**values, "files": tuple(Packed(**each) for each in values["files"])})


def has_left(transfer: Transfer) -> bool:
    """Whether the transfer went out, so that what goes along is frozen; notices and routes go out when they are made."""
    return transfer.sent_at is not None or transfer.procedure not in (ADMIN, POLICE)


def ask_to_pack(transfer: Transfer, *, actor: Actor, now: datetime) -> LongTask:
    """Let the worker pack the transfer after the commit; the actor may look how far it is, stop it and go on."""
    title = phrase("package.task", number=transfer.number or transfer.case.number)
    payload = {"proceeding": transfer.id}
    return ask_for(KIND, title, payload, person_id=actor.person_id, office_id=actor.office_id, now=now)


def pack_for_outsider(transfer: Transfer, *, actor: Actor, now: datetime) -> None:
    """Have the package made at once where the receiver is not on the system and gets nothing else (ADM-6)."""
    office = office_by_id(transfer.counterpart_id) if transfer.counterpart_id else None
    if office is not None and not office.on_system:
        ask_to_pack(transfer, actor=actor, now=now)


def packer(fonts: Path, store: EvidenceStore, folder: Path) -> Handler:
    """The long task that packs the transfer its payload names; one piece for each file."""

    def run(task: LongTask, tell: Tell) -> dict[str, Any]:
        with reading_only():
            transfer = db.session.get_one(Transfer, task.payload["proceeding"])
            pieces, case_number = pieces_of(transfer, fonts_in(fonts), store), transfer.case.number
            db.session.rollback()
        made = pack(pieces, file_of(folder, int(task.payload["proceeding"])), case_number, tell)
        return {"files": len(made.files), "sha256": made.sha256}

    return run


def pieces_of(transfer: Transfer, fonts: Fonts, store: EvidenceStore) -> list[Piece]:
    """The papers of the transfer but those of the office's own decision, and the files frozen at its sending; no more."""
    asked = select(PaperRecord).where(PaperRecord.proceeding_id == transfer.id, PaperRecord.kind.not_in(INSIDE))
    papers = [
        Piece(f"papers/{n:02d}-{_plain(each.title)}.pdf", _drawn(each.id, fonts))
        for n, each in enumerate(db.session.scalars(asked.order_by(PaperRecord.id)), 1)
    ]
    files = [
        Piece(f"files/{n:02d}-{_plain(each['name'])}", _kept(store, each["sha256"]))
        for n, each in enumerate(transfer.bundle, 1)
    ]
    return [*papers, *files]


def pack(pieces: list[Piece], target: Path, case_number: str, tell: Tell) -> Package:
    """Write the archive with its lists of fingerprints; packing the same twice gives the same bytes."""
    target.parent.mkdir(parents=True, exist_ok=True)
    fresh = target.with_suffix(".new")
    try:
        with zipfile.ZipFile(fresh, "w") as archive:
            packed = tuple(_one_by_one(pieces, archive, tell))
            for name, body in _lists(packed, case_number):
                archive.writestr(zipfile.ZipInfo(name, FIXED), body)
        fresh.replace(target)
    finally:
        fresh.unlink(missing_ok=True)
    at = wallclock.now().isoformat(timespec="seconds")
    with target.open("rb") as whole:
        made = Package(at, hashlib.file_digest(whole, "sha256").hexdigest(), target.stat().st_size, packed)
    target.with_suffix(".json").write_text(json.dumps(asdict(made), ensure_ascii=False), "utf-8")
    return made


def _one_by_one(pieces: list[Piece], archive: zipfile.ZipFile, tell: Tell) -> Iterator[Packed]:
    for n, piece in enumerate(pieces):
        tell(n, len(pieces))
        with reading_only(), piece.open() as source, archive.open(zipfile.ZipInfo(piece.name, FIXED), "w") as kept:
            size, mark = 0, hashlib.sha256()
            while part := source.read(PIECE):
                mark.update(part)
                size += kept.write(part)
        yield Packed(piece.name, size, mark.hexdigest())
    tell(len(pieces), len(pieces))


def _lists(packed: tuple[Packed, ...], case_number: str) -> Iterator[tuple[str, bytes]]:
    """The list for machines, and the one that `sha256sum -c` reads."""
    listed = {"case": case_number, "files": [asdict(each) for each in packed]}
    yield MANIFEST, json.dumps(listed, ensure_ascii=False, indent=1).encode()
    yield SUMS, "".join(f"{each.sha256}  {each.name}\n" for each in packed).encode()


def _drawn(paper_id: int, fonts: Fonts) -> Callable[[], BinaryIO]:
    def opened() -> BinaryIO:
        content = pdf(db.session.get_one(PaperRecord, paper_id), fonts)
        db.session.rollback()
        return BytesIO(content)

    return opened


def _kept(store: EvidenceStore, sha256: str) -> Callable[[], BinaryIO]:
    return lambda: store.path(sha256).open("rb")


def _plain(name: str) -> str:
    """A name that stays one name inside an archive."""
    return "".join("_" if char in '/\\:*?"<>|' or not char.isprintable() else char for char in name).strip(". ") or "_"
