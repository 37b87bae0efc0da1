"""Published tables of others on a page."""

from flask import Blueprint, render_template

from casework.base.phrases import phrase
from casework.counter.session import current_actor
from casework.statistics.elsewhere import published_elsewhere

bp = Blueprint("elsewhere", __name__, url_prefix="/figures/published-elsewhere")


@bp.get("")
def index() -> str:
    """Each table as printed, with what its own sums say."""
    current_actor()
    return render_template("statistics/elsewhere.html", title=phrase("elsewhere.title"), tables=published_elsewhere())
