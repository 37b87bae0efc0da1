"""Keys: from the environment where an office sets them, else made once and kept in the instance folder."""

import base64
import os
import secrets
from pathlib import Path


def secret_key_of(instance: Path) -> str:
    """The key that signs sessions."""
    return _kept(instance / "session.key").hex()


def field_key_of(given: str | None, instance: Path) -> bytes:
    """The key of encrypted fields: 32 bytes, base64 when given."""
    return base64.b64decode(given) if given else _kept(instance / "field.key")


def paper_key_of(given: str | None, instance: Path) -> bytes:
    """The key that signs the codes on papers: 32 bytes, base64 when given. Who keeps papers for decades keeps it too."""
    return base64.b64decode(given) if given else _kept(instance / "paper.key")


def _kept(file: Path) -> bytes:
    file.parent.mkdir(parents=True, exist_ok=True)
    try:
        handle = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return file.read_bytes()
    with os.fdopen(handle, "wb") as out:
        key = secrets.token_bytes(32)
        out.write(key)
    return key
