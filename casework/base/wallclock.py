"""The one wall clock and the one time zone. Legal dates are dates of Asia/Shanghai (UTC+8, no summer time)."""

from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

SHANGHAI = ZoneInfo("Asia/Shanghai")


def now() -> datetime:
    """This instant, aware, in UTC, to the millisecond (both engines keep it)."""
    instant = datetime.now(UTC)
    return instant.replace(microsecond=instant.microsecond // 1000 * 1000)


def local_date(instant: datetime) -> date:
    """The legal date of an instant: its date in Asia/Shanghai."""
    return local_time(instant).date()


def local_time(instant: datetime) -> datetime:
    """The instant as Asia/Shanghai shows it. A naive value is refused."""
    if instant.tzinfo is None:
        raise ValueError("an instant needs a time zone")
    return instant.astimezone(SHANGHAI)


def at_local(day: date, moment: time = time(0, 0)) -> datetime:
    """The instant (UTC) of a local day and time of day."""
    return datetime.combine(day, moment, tzinfo=SHANGHAI).astimezone(UTC)
