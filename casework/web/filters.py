"""Words for templates: dates, instants, amounts, sizes."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from flask import Flask

from casework.base.money import grouped
from casework.base.phrases import written
from casework.base.reading import amount_in_words, day_in_words, in_order
from casework.base.wallclock import local_time


def install(app: Flask) -> None:
    """Register the filters."""
    app.add_template_filter(day, "day")
    app.add_template_filter(moment, "moment")
    app.add_template_filter(yuan, "yuan")
    app.add_template_filter(size, "size")
    app.add_template_filter(written, "script")
    app.add_template_filter(amount_in_words, "amount")
    app.add_template_filter(long_day, "long_day")
    app.add_template_filter(by_name, "by_name")


def day(value: date | None) -> str:
    """2026-03-05, or nothing."""
    return value.isoformat() if value else ""


def moment(value: datetime | None) -> str:
    """An instant as Asia/Shanghai shows it, to the minute."""
    return local_time(value).strftime("%Y-%m-%d %H:%M") if value else ""


def yuan(fen: int | None) -> str:
    """Fen as yuan with two decimals and thousands: 12,345.60."""
    return "" if fen is None else grouped(fen)


def size(count: int) -> str:
    """Bytes in a readable unit."""
    if count < 1024:
        return f"{count} B"
    return f"{count / 1024:.0f} KB" if count < 1 << 20 else f"{count / (1 << 20):.1f} MB"


def long_day(value: date | str | None) -> str:
    """A date, or a text that begins with one (2026-03-05 14:30), with its weekday in the reader's words."""
    told = value.isoformat() if isinstance(value, date) else value or ""
    try:
        return f"{day_in_words(date.fromisoformat(told[:10]))}{told[10:]}"
    except ValueError:
        return told


def by_name(rows: Iterable[Any]) -> list[Any]:
    """Rows in the order of their names, as the reader's language orders them."""
    return in_order(rows, lambda row: str(row.name))
