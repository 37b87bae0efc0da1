"""Columns that are encrypted at rest: identity numbers and the like (AES-256-GCM, key from the environment)."""

import os
from typing import Any

from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from sqlalchemy import Dialect, LargeBinary
from sqlalchemy.types import TypeDecorator

_key: list[bytes] = []


def use_key(key: bytes) -> None:
    """Set the key of this process: 32 bytes, the same on every server of one database."""
    if len(key) != 32:
        raise ValueError("the field key has 32 bytes")
    _key[:] = [key]


class SecretText(TypeDecorator[str]):
    """Text that is stored encrypted and never compared in SQL. Without a key nothing is read or written."""

    impl = LargeBinary
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> bytes | None:
        if value is None:
            return None
        nonce = os.urandom(12)
        return nonce + _cipher().encrypt(nonce, value.encode(), b"casework")

    def process_result_value(self, value: Any, dialect: Dialect) -> str | None:
        return None if value is None else _cipher().decrypt(value[:12], value[12:], b"casework").decode()


def field_key() -> bytes:
    """The key of this process, for digests of secret fields."""
    if not _key:
        raise RuntimeError("no field key: call use_key first")
    return _key[0]


def _cipher() -> AESGCM:
    return AESGCM(field_key())
