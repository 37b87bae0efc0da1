"""The catalogue of every text a person reads: one file per room, each phrase in Chinese with English beside it."""

import tomllib
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from importlib.resources import files

LANGUAGES = ("zh", "en")
_language: ContextVar[str] = ContextVar("casework_language", default="zh")


def phrase(key: str, lang: str | None = None, **values: object) -> str:
    """The text of `key` in `lang` (default: the reader's), with `{name}` fields filled. An unknown key raises KeyError."""
    text = catalogue()[key][LANGUAGES.index(lang or _language.get())]
    return text.format(**values) if values else text


def has_phrase(key: str) -> bool:
    """Whether the catalogue holds `key`."""
    return key in catalogue()


@contextmanager
def reading_in(lang: str) -> Iterator[None]:
    """Phrases inside this block come in `lang` ("zh" or "en")."""
    token = _language.set(lang if lang in LANGUAGES else "zh")
    try:
        yield
    finally:
        _language.reset(token)


def language() -> str:
    """The reader's language."""
    return _language.get()


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
