"""Instants for the tests of figures."""

from datetime import UTC, datetime


def at(month_: int, day: int, hour: int = 4, minute: int = 0, year: int = 2026) -> datetime:
    """An instant of 2026 in UTC; 04:00 UTC is noon in Shanghai."""
    return datetime(year, month_, day, hour, minute, tzinfo=UTC)
