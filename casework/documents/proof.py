"""The proof printed on a paper: number, instant and fingerprints, signed with Ed25519, checked without the server.

The text in the code is `CW1.<facts>.<signature>`, both parts base64url; the facts are canonical JSON with the kind (k),
number (n), instant (t, UTC), fingerprint of the paper (p) and the fingerprints of up to four files (f), or one over
all of them (a); of signatures given on a screen the fingerprint of what the file carries of them (s). Which key signed
is said by the first eight hex digits of its SHA-256 (i).
"""

import base64
import hashlib
import json
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from casework.base.errors import CaseworkError
from casework.base.model import canonical_json
from casework.documents.blocks import FingerprintList
from casework.documents.paper import Paper, code_of
from casework.documents.screen import matter_of

PREFIX = "CW1"
MOST_FILES = 4
SHORT = 24
_key: list[Ed25519PrivateKey] = []


class Forged(CaseworkError):
    """The text is no proof of ours, or was changed after it was signed."""


@dataclass(frozen=True)
class Proof:
    """What a proof says: kind and number of the paper, when it was made (aware UTC), its fingerprint, its files'.

    `files` are the first 24 hex digits of each file's SHA-256; `all_files` the SHA-256 of all digests in their order;
    `screen` the fingerprint of the signatures given on a screen and the text under them.
    """

    kind: str
    number: str
    at: datetime
    sha256: str
    files: tuple[str, ...] = ()
    all_files: str = ""
    screen: str = ""

    @property
    def code(self) -> str:
        """The short code printed at the foot of every page."""
        return code_of(self.sha256)


def use_proof_key(seed: bytes) -> None:
    """Set the key of this process: 32 bytes, the same on every server of one database."""
    _key[:] = [Ed25519PrivateKey.from_private_bytes(seed)]


def public_key() -> bytes:
    """The key that checks: 32 bytes, no secret. Raises LookupError where no key is set."""
    if not _key:
        raise LookupError("no proof key: call use_proof_key first")
    return _key[0].public_key().public_bytes_raw()


def proof_of(paper: Paper, sha256: str, at: datetime) -> str:
    """The signed text for a paper kept at that instant; empty where the process has no key."""
    if not _key:
        return ""
    facts = canonical_json(_facts(paper, sha256, at)).encode()
    return ".".join((PREFIX, _text(facts), _text(_key[0].sign(facts))))


def checked(text: str, public: bytes) -> Proof:
    """What a proof says, its signature found right. Raises Forged."""
    try:
        prefix, facts, signature = text.strip().split(".")
        Ed25519PublicKey.from_public_bytes(public).verify(_bytes(signature), _bytes(facts))
        told = json.loads(_bytes(facts))
        if prefix != PREFIX:
            raise Forged(text)
        return _proof(told)
    except (ValueError, KeyError, InvalidSignature) as error:
        raise Forged(text) from error


def key_id(public: bytes) -> str:
    """The short name of a key."""
    return hashlib.sha256(public).hexdigest()[:8]


def _facts(paper: Paper, sha256: str, at: datetime) -> dict[str, Any]:
    digests = [sha for block in paper.blocks if isinstance(block, FingerprintList) for _, _, sha in block.files]
    told: dict[str, Any] = {
        "i": key_id(public_key()),
        "k": paper.kind,
        "n": paper.number,
        "t": at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
        "p": sha256,
    }
    if 0 < len(digests) <= MOST_FILES:
        told["f"] = [each[:SHORT] for each in digests]
    elif digests:
        told["a"] = hashlib.sha256("".join(digests).encode()).hexdigest()
    if matter := matter_of(paper):
        told["s"] = matter.digest
    return told


def _proof(told: dict[str, Any]) -> Proof:
    at = datetime.strptime(told["t"], "%Y-%m-%dT%H:%M:%SZ").replace(tzinfo=UTC)
    return Proof(told["k"], told["n"], at, told["p"], tuple(told.get("f", ())), told.get("a", ""), told.get("s", ""))


def _text(raw: bytes) -> str:
    return base64.urlsafe_b64encode(raw).decode().rstrip("=")


def _bytes(text: str) -> bytes:
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))
