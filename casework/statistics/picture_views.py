"""Pictures on a page, the numbers of each beside it."""

from flask import Blueprint, Response, render_template
from flask.typing import ResponseReturnValue
from markupsafe import Markup

from casework.base import wallclock
from casework.base.phrases import phrase
from casework.base.wallclock import local_date
from casework.counter.asked import asked_text
from casework.counter.session import current_actor, paper_fonts
from casework.documents.draw import draw
from casework.statistics.asking_views import FORMS, asked_period, asked_scope
from casework.statistics.drawn import pictures
from casework.statistics.printed import paper_of_pictures

bp = Blueprint("pictures", __name__, url_prefix="/figures/pictures")


@bp.get("")
def index() -> ResponseReturnValue:
    """The pictures of a period, on a page or as a paper."""
    actor, period, scope = current_actor(), asked_period(), asked_scope()
    found = pictures(period, scope)
    if asked_text("form") == "pdf":
        paper = paper_of_pictures(found, period, scope, office=actor.office_name, day=local_date(wallclock.now()))
        answer = Response(draw(paper, paper_fonts()), content_type=FORMS["pdf"])
        answer.headers["Content-Disposition"] = f'attachment; filename="pictures-{period.name}.pdf"'
        return answer
    drawn = [(each, Markup(each.svg)) for each in found]  # noqa: S704 - every text in it is escaped
    return render_template("statistics/pictures.html", title=phrase("pictures.title"), drawn=drawn, period=period)
