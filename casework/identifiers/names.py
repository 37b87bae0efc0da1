"""Names of organisations and people: kept as typed, compared by a key."""

import re
import unicodedata
from functools import cache
from typing import Protocol

from casework.identifiers.spelling import DOTS, seen

# Characters whose simplified form is a word or a surname of its own (后勤 and 皇后, 范某 and 范围). In a name
# that is otherwise simplified they were typed on purpose and are no spelling.
ON_PURPOSE = "後範薑餘於鬱穀"
PIECES = re.compile(f"([{ON_PURPOSE}])")
SHORTENED = "后范姜余于郁谷"
MIDDLE_DOTS = str.maketrans(dict.fromkeys(DOTS.replace("。", "").replace("．", "").replace("｡", ""), "·"))


class Converter(Protocol):
    """What we use of opencc."""

    def convert(self, text: str) -> str:
        """The text in the other script."""


def party_key(name: str) -> str:
    """The key by which two spellings of a name are found to be the same party; for comparing, not showing.

    One width, one case, composed letters, simplified characters, no spaces, no invisible characters. The
    key of a key is itself.
    """
    width = unicodedata.normalize("NFKC", name.translate(MIDDLE_DOTS)).casefold()
    joined = "".join(char for char in width if seen(char) and not char.isspace())
    return unicodedata.normalize("NFKC", simplified(joined))


def simplified(text: str) -> str:
    """The text in simplified characters; what a simplified name holds on purpose stays (see ON_PURPOSE)."""
    if text.isascii():
        return text
    if PIECES.search(text) and _has_simplified(text):
        return "".join(part if part in ON_PURPOSE else _to_simplified(part) for part in PIECES.split(text))
    return _to_simplified(text)


def remarks(name: str) -> tuple[str, ...]:
    """What to tell of a name: `invisible_chars`, `traditional_chars`, `private_use`; usually nothing."""
    found = {
        "invisible_chars": not all(seen(char) for char in name),
        "traditional_chars": _to_simplified(name) != name,
        "private_use": any(unicodedata.category(char) == "Co" for char in name),
    }
    return tuple(code for code, so in found.items() if so)


def _has_simplified(text: str) -> bool:
    """Whether a character stands in the text that traditional writing does not have."""
    rest = [char for char in text if char not in ON_PURPOSE + SHORTENED]
    return any(_converter("s2t").convert(char) != char for char in rest)


def _to_simplified(text: str) -> str:
    return _converter("t2s").convert(text) if text else text


@cache
def _converter(direction: str) -> Converter:
    from opencc import OpenCC  # late: slow import

    converter: Converter = OpenCC(direction)
    return converter
