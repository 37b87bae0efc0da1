"""Files handed in: checked by content, stored once under their SHA-256, never opened, never overwritten."""

import codecs
import hashlib
import os
import tempfile
import unicodedata
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

import puremagic

from casework.base.errors import CaseworkError

PIECE = 1 << 20
LARGEST = 200 * (1 << 20)
UNNAMED = "未命名文件"
LONGEST_NAME = 120
LONGEST_ENDING = 10
TEXT_ENDINGS = {".txt", ".csv", ".md", ".json", ".xml", ".log", ".eml", ""}
OFFICE_ZIPS = {".docx", ".xlsx", ".pptx", ".wps", ".et", ".dps", ".ofd", ".odt", ".ods", ".jar", ".apk", ".zip"}
SAME = {".jpeg": ".jpg", ".jpe": ".jpg", ".tiff": ".tif", ".htm": ".html", ".jfif": ".jpg"}
KNOWN = {
    ".pdf": b"%PDF-",
    ".jpg": b"\xff\xd8\xff",
    ".png": b"\x89PNG\r\n\x1a\n",
    ".gif": b"GIF8",
    ".zip": b"PK",
    ".doc": b"\xd0\xcf\x11\xe0",
    ".xls": b"\xd0\xcf\x11\xe0",
    ".ppt": b"\xd0\xcf\x11\xe0",
    ".rar": b"Rar!",
    ".7z": b"7z\xbc\xaf",
}


@dataclass(frozen=True)
class StoredFile:
    """A file in the store: the name for display, the fingerprint, the size in bytes, the type by content."""

    name: str
    sha256: str
    size: int
    media_type: str


class FileRefused(CaseworkError):
    """The file is not taken; `code` is empty, too_large or mislabelled."""

    def __init__(self, name: str, code: str) -> None:
        super().__init__(f"{name}: {code}")
        self.name, self.code = name, code


class EvidenceStore:
    """A folder of write-once files, named by their fingerprint."""

    def __init__(self, folder: Path, largest: int = LARGEST) -> None:
        self.folder = folder
        self.largest = largest

    def take(self, name: str, stream: BinaryIO) -> StoredFile:
        """Store a file. Raises FileRefused when it is empty, too large, or not what its name says."""
        shown = display_name(name)
        self.folder.mkdir(parents=True, exist_ok=True)
        handle, written = tempfile.mkstemp(dir=self.folder, prefix="taking-")
        place = Path(written)
        try:
            with os.fdopen(handle, "wb") as out:
                sha256, size = self._copy(shown, stream, out)
            media_type = _media_type(shown, place)
            self._keep(place, sha256)
        finally:
            place.unlink(missing_ok=True)
        return StoredFile(shown, sha256, size, media_type)

    def path(self, sha256: str) -> Path:
        """Where the file of that fingerprint lies."""
        return self.folder / sha256[:2] / sha256

    def _copy(self, name: str, stream: BinaryIO, out: BinaryIO) -> tuple[str, int]:
        digest, size = hashlib.sha256(), 0
        while piece := stream.read(PIECE):
            size += len(piece)
            if size > self.largest:
                raise FileRefused(name, "too_large")
            digest.update(piece)
            out.write(piece)
        if size == 0:
            raise FileRefused(name, "empty")
        return digest.hexdigest(), size

    def _keep(self, place: Path, sha256: str) -> None:
        target = self.path(sha256)
        target.parent.mkdir(exist_ok=True)
        if not target.exists():
            place.replace(target)


def display_name(typed: str) -> str:
    """The name shown for a file: last part of any path, no controls or direction marks, never empty."""
    last = typed.replace("\\", "/").rsplit("/", 1)[-1]
    kept = "".join(char for char in last if unicodedata.category(char) not in ("Cc", "Cf", "Cs")).strip()
    if kept.strip(".") == "":
        return UNNAMED
    if len(kept) <= LONGEST_NAME:
        return kept
    stem, dot, ending = kept.rpartition(".")
    if not dot or len(ending) >= LONGEST_ENDING:
        return kept[:LONGEST_NAME]
    return f"{stem[: LONGEST_NAME - len(ending) - 2]}…{dot}{ending}"


def _media_type(name: str, place: Path) -> str:
    ending = Path(unicodedata.normalize("NFKC", name)).suffix.lower()
    ending = SAME.get(ending, ending)
    with place.open("rb") as file:
        head = file.read(4096)
    if not _fits(ending, head):
        raise FileRefused(name, "mislabelled")
    if ending in TEXT_ENDINGS and _is_text(head):
        return "text/plain"
    try:
        return puremagic.from_file(str(place), mime=True) or "application/octet-stream"
    except (puremagic.PureError, ValueError):
        return "application/octet-stream"


def _fits(ending: str, head: bytes) -> bool:
    if ending in KNOWN:
        return head.startswith(KNOWN[ending])
    if ending in OFFICE_ZIPS:
        return head.startswith((b"PK", KNOWN[".doc"]))
    if ending in TEXT_ENDINGS - {""}:
        return _is_text(head)
    return True


def _is_text(head: bytes) -> bool:
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return True
    return b"\0" not in head and not head.startswith((b"%PDF", b"PK\x03\x04", b"MZ", b"\x89PNG"))
