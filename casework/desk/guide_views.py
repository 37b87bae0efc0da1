"""Pages about the desk itself: the first day, and, while developing, every component on one page."""

from datetime import date, timedelta

from flask import Blueprint, abort, current_app, render_template

from casework.base import wallclock
from casework.base.errors import Refusal
from casework.base.phrases import phrase
from casework.complaints.forms import RegisterForm
from casework.counter.session import current_actor
from casework.desk.clockline import WIDTH, ClockLine, Piece
from casework.desk.shown import ActShown, ClockShown

bp = Blueprint("guide", __name__)
TONES = (
    ("running", "jade"),
    ("near", "amber"),
    ("overdue", "seal"),
    ("paused", "slate"),
    ("provisional", "slate"),
    ("accent", "accent"),
)
STEPS: tuple[tuple[str, str, dict[str, str]], ...] = (
    ("day", "desk.day_list", {}),
    ("case", "desk.cases", {}),
    ("date", "desk.cases", {}),
    ("grey", "desk.cases", {}),
    ("file", "complaints.new_case", {}),
    ("hand", "desk.day_list", {}),
    ("rule", "desk.rules", {"q": "司法确认"}),
    ("chart", "desk.procedure", {"name": "mediation"}),
)


@bp.get("/tour")
def tour() -> str:
    """The first day, step by step, on the demonstration city's own cases."""
    actor = current_actor()
    return render_template("desk/tour.html", title=phrase("tour.title"), steps=STEPS, office=actor.office_name)


@bp.get("/style")
def style() -> str:
    """Every component with every state it can have; only where the application is developed."""
    if not current_app.config.get("CASEWORK_DEVELOPMENT"):
        abort(404)
    current_actor()
    form = RegisterForm()
    form.validate()
    today = wallclock.local_date(wallclock.now())
    return render_template(
        "desk/style.html",
        title=phrase("style.title"),
        form=form,
        tones=TONES,
        clocks=[_clock(sort, today) for sort in ("late", "now", "soon", "calm", "still")],
        hourly=_clock("late", today, hourly=True),
        provisional=_clock("calm", today, provisional=True),
        line=_line(today),
        lawful=ActShown("受理", "desk.rules", {}),
        grey=ActShown("受理", "desk.rules", {"procedure": "complaint", "noun": "sample"}, (_refusal(),)),
    )


def _clock(sort: str, today: date, *, hourly: bool = False, provisional: bool = False) -> ClockShown:
    left = {"late": "desk.left.overdue", "now": "desk.left.today", "still": "desk.left.passed"}
    text = phrase(left.get(sort, "desk.left.days"), days=3)
    return ClockShown(1, "CMP-3", "CMP-3", None, today.isoformat(), text, sort, provisional, hourly)


def _line(today: date) -> ClockLine:
    pieces = (
        Piece("left", 0, 700),
        Piece("gone", 0, 700),
        Piece("late", 700, 300),
        Piece("rest", 100, 60),
        Piece("paused", 300, 150),
    )
    return ClockLine(today - timedelta(days=10), today - timedelta(days=3), today, pieces, WIDTH)


def _refusal() -> Refusal:
    told = {part: phrase(f"guard.the_change_has_a_reason.{part}") for part in ("fact", "cure", "by")}
    return Refusal(code="sample", rule="CMP-3", article=phrase("tour.title"), field=None, **told)
