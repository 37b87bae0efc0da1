"""The calendar of an office and the slots of a mediation; a feed that any calendar program reads by its address."""

import calendar as months
from datetime import date, timedelta
from typing import Any

from flask import Blueprint, Response, abort, current_app, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user
from itsdangerous import BadSignature, URLSafeSerializer
from sqlalchemy import select

from casework.base import wallclock
from casework.base.db import db
from casework.base.errors import Invalid, StepRefused
from casework.base.phrases import phrase
from casework.base.wallclock import local_date
from casework.counter.session import current_actor
from casework.identifiers.dates import parse_date
from casework.identity.models import Post
from casework.mediation.models import Mediation
from casework.mediation.steps import NOTIFY_SESSION
from casework.procedure.asking import refusals
from casework.procedure.rulebook import calendar_here
from casework.records.grants import load_case
from casework.sittings import models as m
from casework.sittings import verbs
from casework.sittings.events import Entry, entries, ics
from casework.sittings.practice import may_keep
from casework.sittings.proposing import absences, proposals, read_value

bp = Blueprint("sittings", __name__)
VIEWS = ("month", "week", "list")
LIST_DAYS, FEED_BACK, FEED_AHEAD = 30, 30, 180
LATEST = timedelta(days=3660)


@bp.get("/calendar")
def calendar() -> str:
    """Sessions, hearings and last days of my office: month, week or list."""
    return _calendar()


@bp.post("/calendar/move")
def move() -> ResponseReturnValue:
    """Move several sessions at once, with a reason that the notices and the journal keep."""
    actor = current_actor()
    wanted = request.form.getlist("slot", type=int)[: verbs.MOST]
    chosen = list(db.session.scalars(select(m.Slot).where(m.Slot.id.in_(wanted)).order_by(m.Slot.id)))
    days, reason = request.form.get("days", type=int) or 0, request.form.get("reason", "").strip()[:300]
    try:
        verbs.move(chosen, days, reason, calendar=calendar_here(), actor=actor, now=wallclock.now())
        db.session.flush()
    except (Invalid, StepRefused) as error:
        db.session.rollback()
        return _calendar(said=_said(error)), 422
    return redirect(url_for("sittings.calendar", view="list"), 303)


@bp.get("/calendar.ics")
def file() -> Response:
    """The calendar of my office as a file."""
    return _ics(current_actor().office_id)


@bp.get("/calendar/feed/<token>.ics")
def feed(token: str) -> Response:
    """The same for a calendar program: the address itself is the key; it ends with the person's post."""
    try:
        post_id = int(_signer().loads(token))
    except (BadSignature, ValueError, TypeError):
        abort(404)
    post = db.session.get(Post, post_id)
    if post is None or not post.person.active or not post.held_on(local_date(wallclock.now())):
        abort(404)
    return _ics(post.organisation_id)


@bp.get("/cases/<number>/mediation/<int(max=2147483647):mediation_id>/slots")
def slots(number: str, mediation_id: int) -> str:
    """Slots that suit all sides."""
    return _slots(_mediation(number, mediation_id))


@bp.post("/cases/<number>/mediation/<int(max=2147483647):mediation_id>/slots")
def choose(number: str, mediation_id: int) -> ResponseReturnValue:
    """Send the chosen slot to all sides, or hold it until they answer."""
    mediation, actor, now = _mediation(number, mediation_id), current_actor(), wallclock.now()
    chosen = read_value(request.form.get("slot", ""))
    if chosen is None:
        return _slots(mediation, said=phrase("sittings.choose")), 422
    try:
        if "hold" in request.form:
            verbs.hold(mediation, *chosen, calendar=calendar_here(), actor=actor, now=now)
        else:
            verbs.fix(mediation, *chosen, actor=actor, now=now)
        db.session.flush()
    except (Invalid, StepRefused) as error:
        db.session.rollback()
        return _slots(_mediation(number, mediation_id), said=_said(error)), 422
    to = "sittings.slots" if "hold" in request.form else "session_room.room"
    return redirect(url_for(to, number=number, mediation_id=mediation_id), 303)


@bp.post("/cases/<number>/mediation/<int(max=2147483647):mediation_id>/absences")
def keep_away(number: str, mediation_id: int) -> ResponseReturnValue:
    """Days on which a mediator or a side cannot come."""
    mediation = _mediation(number, mediation_id)
    first = parse_date(request.form.get("first", "")).value
    last = parse_date(request.form.get("last", "")).value or first
    if first is None or last is None:
        return _slots(mediation, said=phrase("sittings.away_wrong")), 422
    try:
        verbs.keep_away(mediation, request.form.get("who", ""), first, last, actor=current_actor())
    except Invalid as error:
        return _slots(mediation, said=_said(error)), 422
    return redirect(url_for("sittings.slots", number=number, mediation_id=mediation_id), 303)


def _mediation(number: str, mediation_id: int) -> Mediation:
    """The mediation of my own office that I may fix sessions of."""
    actor = current_actor()
    case = load_case(number, actor)
    found = db.session.get(Mediation, mediation_id)
    mine = found is not None and found.case_id == case.id and found.office_id == actor.office_id
    if found is None or not mine or actor.post not in NOTIFY_SESSION.who:
        abort(404)
    return found


def _slots(mediation: Mediation, said: str = "") -> str:
    now = wallclock.now()
    held = select(m.Slot).where(m.Slot.proceeding_id == mediation.id, m.Slot.state == m.HELD, m.Slot.held_until > now)
    return render_template(
        "sittings/slots.html",
        title=phrase("sittings.slots"),
        case=mediation.case,
        mediation=mediation,
        offered=proposals(mediation, calendar=calendar_here(), now=now),
        held=list(db.session.scalars(held.order_by(m.Slot.starts_at))),
        away=absences(mediation),
        refusals=[
            each
            for each in refusals(mediation, NOTIFY_SESSION, actor=current_actor(), now=now)
            if each.code.partition(".")[0] != "time_and_place_are_told"
        ],
        said=said,
    )


def _calendar(said: str = "") -> str:
    actor, now = current_actor(), wallclock.now()
    view = request.args.get("view", "month" if request.method == "GET" else "list")
    view = view if view in VIEWS else "month"
    on = _asked_day(local_date(now))
    first, last = _span(view, on)
    clocks = "quiet" not in request.args
    found = entries(actor.office_id, first, last, now=now, clocks=clocks)
    by_day: dict[date, list[Entry]] = {}
    for each in found:
        by_day.setdefault(each.day, []).append(each)
    return render_template(
        "sittings/calendar.html",
        title=phrase("sittings.calendar"),
        view=view,
        views=VIEWS,
        on=on,
        today=local_date(now),
        weeks=[[first + timedelta(days=7 * w + d) for d in range(7)] for w in range(((last - first).days + 1) // 7)],
        by_day=by_day,
        found=found,
        clocks=clocks,
        kind=calendar_here().kind,
        before=_other(view, on, -1),
        after=_other(view, on, 1),
        keeps_rooms=may_keep(actor),
        feed=url_for("sittings.feed", token=_signer().dumps(_post_id()), _external=True),
        said=said,
    )


def _asked_day(today: date) -> date:
    on = parse_date(request.args.get("on", "")).value or today
    return on if abs(on - today) < LATEST else today


def _span(view: str, on: date) -> tuple[date, date]:
    """First and last day shown; a month is shown in whole weeks from Monday."""
    if view == "list":
        return on, on + timedelta(days=LIST_DAYS)
    if view == "week":
        monday = on - timedelta(days=on.weekday())
        return monday, monday + timedelta(days=6)
    weeks = months.Calendar().monthdatescalendar(on.year, on.month)
    return weeks[0][0], weeks[-1][-1]


def _other(view: str, on: date, way: int) -> date:
    if view == "month":
        first = on.replace(day=1)
        return (first + timedelta(days=32)).replace(day=1) if way > 0 else (first - timedelta(days=1)).replace(day=1)
    return on + timedelta(days=way * (7 if view == "week" else LIST_DAYS))


def _ics(office_id: int) -> Response:
    now = wallclock.now()
    today = local_date(now)
    found = entries(office_id, today - timedelta(days=FEED_BACK), today + timedelta(days=FEED_AHEAD), now=now)
    answer = current_app.response_class(ics(found, now), mimetype="text/calendar")
    answer.headers["Cache-Control"] = "private, no-store"
    return answer


def _signer() -> URLSafeSerializer:
    return URLSafeSerializer(str(current_app.secret_key), salt="calendar-feed")


def _post_id() -> int:
    user: Any = current_user
    return int(user.post.id)


def _said(error: Invalid | StepRefused) -> str:
    if isinstance(error, Invalid):
        return " ".join(each for said in error.errors.values() for each in said)
    return " ".join(f"{each.fact} {each.cure}" for each in error.refusals)
