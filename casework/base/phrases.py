"""The catalogue of every text a person reads: one file per room, each phrase in Chinese with English beside it.

Traditional Chinese is the Simplified text brought over by OpenCC (s2tw), phrase by phrase, at its first use; what a
person wrote is never converted.
"""

import tomllib
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from importlib.resources import files
from typing import Any

LANGUAGES = ("zh", "en")
TRADITIONAL = "zh-Hant"
READERS = (*LANGUAGES, TRADITIONAL)
_language: ContextVar[str] = ContextVar("casework_language", default="zh")


def phrase(key: str, lang: str | None = None, **values: object) -> str:
    """The text of `key` in `lang` (default: the reader's), with `{name}` fields filled. An unknown key raises KeyError."""
    reader = lang or _language.get()
    text = traditional(catalogue()[key][0]) if reader == TRADITIONAL else catalogue()[key][LANGUAGES.index(reader)]
    return text.format(**values) if values else text


def has_phrase(key: str) -> bool:
    """Whether the catalogue holds `key`."""
    return key in catalogue()


@contextmanager
def reading_in(lang: str) -> Iterator[None]:
    """Phrases inside this block come in `lang` ("zh", "en" or "zh-Hant"; anything else is "zh")."""
    token = _language.set(lang if lang in READERS else "zh")
    try:
        yield
    finally:
        _language.reset(token)


def language() -> str:
    """The reader's language, "zh" or "en": which of two texts to take."""
    return "zh" if _language.get() == TRADITIONAL else _language.get()


def reader() -> str:
    """The reader's language with its script: "zh", "en" or "zh-Hant"."""
    return _language.get()


def written(text: str) -> str:
    """A Chinese text of our own data (an article, a title) in the script of the reader."""
    return traditional(text) if _language.get() == TRADITIONAL else text


@cache
def traditional(text: str) -> str:
    """The text in Traditional Chinese; fields and Latin letters stay as they are. Hand it our own texts only."""
    done: str = _converter().convert(text)
    return done


@cache
def _converter() -> Any:
    from opencc import OpenCC  # late: slow import

    return OpenCC("s2tw")


@cache
def catalogue() -> dict[str, tuple[str, str]]:
    """All phrases of all rooms. A key told twice raises ValueError."""
    found: dict[str, tuple[str, str]] = {}
    for file in sorted(files("casework.phrases").iterdir(), key=lambda each: each.name):
        if file.name.endswith(".toml"):
            _read(file.name, tomllib.loads(file.read_text("utf-8")), found)
    return found


def _read(name: str, lines: dict[str, list[str]], found: dict[str, tuple[str, str]]) -> None:
    for key, pair in lines.items():
        if key in found or len(pair) != len(LANGUAGES):
            raise ValueError(f"{name}: {key} is told twice or not in both languages")
        found[key] = (pair[0], pair[1])
