"""Words for templates: dates, instants, amounts, sizes."""

from datetime import date, datetime

from flask import Flask

from casework.base.wallclock import local_time


def install(app: Flask) -> None:
    """Register the filters."""
    app.add_template_filter(day, "day")
    app.add_template_filter(moment, "moment")
    app.add_template_filter(yuan, "yuan")
    app.add_template_filter(size, "size")


def day(value: date | None) -> str:
    """2026-03-05, or nothing."""
    return value.isoformat() if value else ""


def moment(value: datetime | None) -> str:
    """An instant as Asia/Shanghai shows it, to the minute."""
    return local_time(value).strftime("%Y-%m-%d %H:%M") if value else ""


def yuan(fen: int | None) -> str:
    """Fen as yuan with two decimals and thousands: 12,345.60."""
    return "" if fen is None else f"{fen // 100:,}.{fen % 100:02d}"


def size(count: int) -> str:
    """Bytes in a readable unit."""
    if count < 1024:
        return f"{count} B"
    return f"{count / 1024:.0f} KB" if count < 1 << 20 else f"{count / (1 << 20):.1f} MB"
