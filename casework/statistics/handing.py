"""From a question in words (table, period, office, day, form) to what is handed out; publishing for all offices."""

from datetime import date, datetime
from pathlib import Path

from sqlalchemy import select

from casework.base.db import db
from casework.base.phrases import phrase
from casework.base.tasks import Tell
from casework.documents.fonts import fonts_in
from casework.identity.actor import Actor
from casework.identity.models import Organisation, Person
from casework.statistics.cut_offs import cut_off_of
from casework.statistics.each_office import Refuse, Signed, freeze_each
from casework.statistics.grid import EVERYWHERE, Scope, fill
from casework.statistics.handed_out import HandedOut, as_published, preview
from casework.statistics.monthly import unit_id
from casework.statistics.period import CutOff, Period
from casework.statistics.plain import as_csv, as_json, as_text
from casework.statistics.printed import as_pdf
from casework.statistics.publishing import MAY_PUBLISH, NotPublishable, drawn_on, publish, published
from casework.statistics.quality import doubts
from casework.statistics.sheet import sheet_of
from casework.statistics.spoken import read_period
from casework.statistics.tables import Table, tables
from casework.statistics.upper import FilledForm, filled, lines_of
from casework.statistics.upper_forms import UpperForm, upper_forms
from casework.statistics.workbook import as_xlsx


def asked_for(name: str, period: str, unit: str | None) -> tuple[Table, Period, Scope]:
    """Table, period (by the office's cut-off) and scope of a question in words. Raises ValueError."""
    if name not in tables():
        raise ValueError(f"没有这张统计表: {name};现有: {', '.join(sorted(tables()))}")
    office = unit_id(unit)
    scope = EVERYWHERE if office is None else Scope((office,), db.session.get_one(Organisation, office).name)
    return tables()[name], _period(period, cut_off_of(office)), scope


def _period(told: str, cut_off: CutOff) -> Period:
    try:
        return read_period(told, cut_off)
    except ValueError as error:
        raise ValueError(f"{phrase('tables.no_period', typed=told)}。{phrase('tables.period_hint')}") from error


def handed_out(name: str, period: str, unit: str | None, day: date | None = None) -> HandedOut:
    """A table counted now, or with a day as it was published then. Raises ValueError."""
    table, when, scope = asked_for(name, period, unit)
    if day is None:
        return preview(sheet_of(fill(table, when, scope)), office=scope.name, day=when.last.isoformat())
    row = published(table, when, scope)
    drawn = drawn_on(row, day) if row else None
    if row is None or drawn is None:
        raise ValueError(f"{day} 时 {when.name} 尚未发布")
    return as_published(drawn, office=db.session.get_one(Organisation, row.office_id).name)


def in_form(out: HandedOut, form: str, fonts: Path | None = None) -> bytes:
    """What is handed out as bytes of a form: text, json, csv, xlsx or pdf (which needs the folder of the fonts)."""
    if form == "pdf":
        if fonts is None:
            raise ValueError("PDF 需要字体")
        return as_pdf(out, fonts_in(fonts))
    makers = {"json": as_json, "csv": as_csv, "xlsx": as_xlsx}
    return makers[form](out) if form in makers else as_text(out).encode() + b"\n"


def publish_everything(
    period: str, login: str, tell: Tell, refuse: Refuse, *, tick_all: bool, now: datetime
) -> dict[str, int]:
    """Freeze the monthly table of the city, then that of each office as the worker does it; how many of which.

    `tell` commits after each piece, so that a run that was stopped goes on by asking again; `refuse` is told what is
    not published and why. Raises ValueError.
    """
    person = db.session.scalar(select(Person).where(Person.login == login))
    post = next((each for each in person.posts if each.role in MAY_PUBLISH), None) if person else None
    if post is None:
        raise ValueError(f"{login} 不是统计员或者负责人")
    actor = post.actor()
    city = _publish_city(period, actor, refuse, tick_all=tick_all, now=now)
    tell(0, 0)
    signed = Signed(actor.name, actor.office_id)
    found = freeze_each(tables()["ip_monthly"], period, signed, tell, refuse, tick_all=tick_all)
    return {**found, city: found[city] + 1}


def _publish_city(period: str, actor: Actor, refuse: Refuse, *, tick_all: bool, now: datetime) -> str:
    """What became of the table of the whole city: the name of the count it belongs to."""
    table, when, scope = asked_for("ip_monthly", period, None)
    if published(table, when, scope) is not None:
        return "published_before"
    ticked = [each.key for each in doubts(when)] if tick_all else []
    try:
        publish(fill(table, when, scope), ticked=ticked, actor=actor, now=now)
    except NotPublishable as error:
        refuse(phrase("statistics.whole_city"), str(error))
        return "not_published"
    return "published"


def filled_upper(name: str, period: str, unit: str | None) -> tuple[UpperForm, Period, FilledForm]:
    """A form of the upper level filled. Raises ValueError for a form, period or unit that is not there."""
    forms = {each.key: each for each in upper_forms()}
    if name not in forms:
        raise ValueError(f"没有这张上报表: {name}")
    _, when, scope = asked_for("ip_monthly", period, unit)
    return forms[name], when, filled(lines_of(forms[name].mapping)[0], when, scope)
