"""What is only spelling: width, invisible characters, spaces, dots, brackets, small letters, words around.

Not NFKC: that would read ² and ① as digits. Positions stay those of what was typed.
"""

import re
import unicodedata
from collections.abc import Callable, Iterator

DOTS = "。．·・•‧∙⋅｡･˙"
DASHES = "‐‑‒–—―−﹣－"
OPENING, CLOSING = "（［【〔〖｛[{〈", "）］】〕〗｝]}〉"
WIDE = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
SMALL = {ord(char): char.upper() for char in "abcdefghijklmnopqrstuvwxyz"}
ALIKE = {
    **dict.fromkeys(map(ord, DOTS), "."),
    **dict.fromkeys(map(ord, DASHES), "-"),
    **dict.fromkeys(map(ord, OPENING), "("),
    **dict.fromkeys(map(ord, CLOSING), ")"),
}
FILLERS = "\u115f\u1160\u3164\uffa0\u2800\u034f"
SEPARATOR = re.compile(r"[、;,/|&+和及与或]")
WORDS = re.compile("[\u3400-\u9fff\uf900-\ufaff:“”‘’「」『』\"'`《》<>!()№™®,;、]+")
CROSSES = {ord(char): "X" for char in "ХΧ×"}  # Cyrillic, Greek, the sign of multiplication
LOOKALIKES = {**dict(zip(map(ord, "OQILSZBVU"), "001152800", strict=True)), **CROSSES}
IGNORED = re.compile(r"[ .\-]")
COUNT = re.compile(r"等?\s*[共计]?\s*[0-9]{1,3}\s*[件项个种]")
LIST_NUMBER = re.compile(r"(?:^| )\(?[0-9]{1,2}[.)] ?(?=ZL|CN|第|软著)")


def plain(text: str) -> str:
    """The text without differences of spelling: ASCII width, capitals, one kind of dot and space."""
    narrow = text.translate(WIDE).translate(SMALL).translate(ALIKE)
    return " ".join("".join(" " if char.isspace() else char for char in narrow if seen(char)).split())


def seen(char: str) -> bool:
    """Whether the character leaves a trace on paper; spaces count as seen."""
    if char.isspace():
        return True
    invisible = unicodedata.category(char) in {"Cf", "Cc"} or char in FILLERS
    return not (invisible or 0xFE00 <= ord(char) <= 0xFE0F or 0xE0100 <= ord(char) <= 0xE01EF)


def bare(text: str) -> str:
    """A plain text without words, quotation marks and brackets around the number, and without spaces."""
    return WORDS.sub("", COUNT.sub("", text)).replace(" ", "")


def compact(text: str) -> str:
    """A number without spaces, dots and dashes inside."""
    return IGNORED.sub("", text)


def first_stranger(number: str, known: str) -> int:
    """The position, from 1, of the first character of `number` that is not in `known`; 0 if there is none."""
    return next((place for place, char in enumerate(number, 1) if char not in known), 0)


def pieces(text: str, whole: Callable[[str], bool], heads: re.Pattern[str] | None = None) -> list[str]:
    """The parts of a plain text that each should be one number: split at 、；，/ and, if it helps, at spaces.

    `whole` says whether a part is complete as it stands; `heads` finds where a number begins.
    """
    parts = [small for part in SEPARATOR.split(LIST_NUMBER.sub(" ", text)) for small in _parts(part, whole, heads)]
    telling = [
        part for part in parts if re.search(r"[0-9*]|X{2}", part) and not re.fullmatch(r"\D*[0-9]{1,2}\D*", part)
    ]
    return telling if len(telling) > 1 else [_the_one(text, telling, whole)]


def _the_one(text: str, telling: list[str], whole: Callable[[str], bool]) -> str:
    return telling[0] if telling and whole(telling[0]) else text


def _parts(part: str, whole: Callable[[str], bool], heads: re.Pattern[str] | None) -> Iterator[str]:
    if whole(part):
        yield part
        return
    starts = [found.start() for found in heads.finditer(part)] if heads else []
    if len(starts) > 1:
        for start, end in zip(starts, [*starts[1:], len(part)], strict=True):
            yield part[start:end]
        return
    yield from _by_spaces(part, whole)


def _by_spaces(part: str, whole: Callable[[str], bool]) -> list[str]:
    """The numbers that its words make, joined one after the other; else the part itself."""
    made, rest = [], ""
    for word in part.split():
        rest += word
        if whole(rest):
            made.append(rest)
            rest = ""
    return made if made and not re.search("[0-9]", rest) else [part]
