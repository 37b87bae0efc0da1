"""Signatures given on a screen, as the file carries them: what was signed and by whom, to be checked without the server.

The file holds `CS1.<data>` in its metadata: base64url of the deflated canonical JSON of the signed text (t) and the
people (p). The proof in the code holds its fingerprint, so that both are signed with Ed25519.
"""

import base64
import binascii
import hashlib
import json
import re
import zlib
from dataclasses import dataclass
from typing import Any

from casework.base.model import canonical_json
from casework.documents.blocks import ScreenSignatures
from casework.documents.paper import Paper

PREFIX = "CS1"
CARRIED = re.compile(rb"CS1\.([\w-]+)")
SHORT = 24
MOST_BYTES = 2_000_000


@dataclass(frozen=True)
class Matter:
    """What a file carries: the signed text, and (who, how proved, when, SHA-256 of what that person signed)."""

    text: str
    people: tuple[tuple[str, str, str, str], ...]

    @property
    def digest(self) -> str:
        """The fingerprint that the proof holds."""
        return _digest(self.text, self.people)

    def signed_by(self, sha256: str) -> bool:
        """Whether a fingerprint is the one of this text."""
        return sha256 == hashlib.sha256(self.text.encode()).hexdigest()

    @property
    def lines(self) -> tuple[str, ...]:
        """Every line of the signed text, to be looked for on the pages."""
        return tuple(_leaves({name: value for name, value in json.loads(self.text).items() if name != "number"}))


def matter_of(paper: Paper) -> Matter | None:
    """What was signed on a screen under a paper; None where nothing was."""
    found = next((each for each in paper.blocks if isinstance(each, ScreenSignatures)), None)
    return Matter(found.text, found.people) if found and found.people else None


def signed_matter(paper: Paper) -> str:
    """The text for the file's metadata; empty where nobody signed on a screen."""
    found = matter_of(paper)
    if found is None:
        return ""
    told = canonical_json({"t": found.text, "p": found.people}).encode()
    return f"{PREFIX}.{base64.urlsafe_b64encode(zlib.compress(told, 9)).decode().rstrip('=')}"


def carried(pdf: bytes) -> Matter | None:
    """What a file says was signed on a screen; None where it says nothing that can be read."""
    found = CARRIED.search(pdf)
    if found is None:
        return None
    try:
        raw = base64.urlsafe_b64decode(found[1] + b"=" * (-len(found[1]) % 4))
        told = json.loads(zlib.decompressobj().decompress(raw, MOST_BYTES))
        return Matter(told["t"], tuple((who, how, at, sha) for who, how, at, sha in told["p"]))
    except (binascii.Error, zlib.error, ValueError, KeyError, TypeError):
        return None


def _digest(text: str, people: tuple[tuple[str, str, str, str], ...]) -> str:
    return hashlib.sha256(canonical_json({"t": text, "p": people}).encode()).hexdigest()[:SHORT]


def _leaves(value: Any) -> list[str]:
    if isinstance(value, str):
        return [each for each in value.split("\n") if each]
    parts = value.values() if isinstance(value, dict) else value
    return [leaf for part in parts for leaf in _leaves(part)]
