"""An office's own end of month and year (mediation.md 4.5)."""

from casework.base.db import db
from casework.statistics.models import OfficeCutOff
from casework.statistics.period import CALENDAR, CutOff


def cut_off_of(office_id: int | None) -> CutOff:
    """The cut-off of an office, the calendar's where it has none."""
    row = db.session.get(OfficeCutOff, office_id) if office_id is not None else None
    return CutOff(row.last_day, row.last_month) if row else CALENDAR


def set_cut_off(office_id: int, cut_off: CutOff) -> OfficeCutOff:
    """Let an office end its months and years there from now on; what is published stays. Raises ValueError."""
    if not (1 <= cut_off.last_day <= 31 and 1 <= cut_off.last_month <= 12):
        raise ValueError(f"截止日应在 1 至 31 日、1 至 12 月之间：{cut_off.last_day} 日、{cut_off.last_month} 月")
    row = db.session.get(OfficeCutOff, office_id) or OfficeCutOff(office_id=office_id)
    row.last_day, row.last_month = cut_off.last_day, cut_off.last_month
    db.session.add(row)
    db.session.flush()
    return row
