"""Pictures on a page, the numbers of each beside it."""

from flask import Blueprint, render_template
from markupsafe import Markup

from casework.base.phrases import phrase
from casework.counter.session import current_actor
from casework.statistics.asking_views import asked_period, asked_scope
from casework.statistics.drawn import pictures

bp = Blueprint("pictures", __name__, url_prefix="/figures/pictures")


@bp.get("")
def index() -> str:
    """The pictures of a period."""
    current_actor()
    period = asked_period()
    drawn = [(each, Markup(each.svg)) for each in pictures(period, asked_scope())]  # noqa: S704 - every text in it is escaped
    return render_template("statistics/pictures.html", title=phrase("pictures.title"), drawn=drawn, period=period)
