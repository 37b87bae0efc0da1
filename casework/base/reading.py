"""Dates, amounts and the order of names as a reader of each language expects them."""

from collections.abc import Callable, Iterable
from datetime import date
from typing import TypeVar

from casework.base.money import grouped
from casework.base.phrases import TRADITIONAL, phrase, reader

T = TypeVar("T")
ORDERED_BY = {"zh": "gb2312", TRADITIONAL: "big5"}
"""Both character sets list their common characters in the order of their readers: by sound (pinyin) and by strokes."""


def day_in_words(value: date) -> str:
    """2026年3月5日 周四, 2026年3月5日 週四, Thu 2026-03-05."""
    return phrase(
        "reading.day", year=value.year, month=value.month, day=value.day, weekday=phrase(f"weekday.{value.weekday()}")
    )


def amount_in_words(fen: int) -> str:
    """12,345.60元, CNY 12,345.60."""
    return phrase("reading.amount", yuan=grouped(fen))


def in_order(rows: Iterable[T], name: Callable[[T], str]) -> list[T]:
    """The rows by their names: Simplified by pinyin, Traditional by strokes, English by letters.

    A character outside the common ones comes after them, by its code.
    """
    return sorted(rows, key=lambda row: sorting_key(name(row)))


def sorting_key(text: str) -> tuple[tuple[int, bytes], ...]:
    """What the reader's language compares, character by character."""
    coded = ORDERED_BY.get(reader())
    return tuple(_place(each, coded) for each in text.casefold())


def _place(sign: str, coded: str | None) -> tuple[int, bytes]:
    if coded is None or sign.isascii():
        return 0, sign.encode()
    try:
        return 1, sign.encode(coded)
    except UnicodeEncodeError:
        return 2, sign.encode()
