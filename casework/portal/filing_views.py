"""Filing online over HTTP: one page, a receipt with number and code, and the station's list of what came in."""

from flask import Blueprint, abort, redirect, render_template, request, session, url_for
from flask.typing import ResponseReturnValue
from werkzeug.datastructures import CombinedMultiDict

from casework.base import wallclock
from casework.base.db import db
from casework.base.errors import Invalid, StepRefused
from casework.base.phrases import phrase
from casework.base.reading import in_order
from casework.counter.form import error_lines
from casework.counter.session import current_actor
from casework.identity.directory import offices_of_kind
from casework.identity.roles import OfficeKind
from casework.portal import filing, forms
from casework.portal import models as m

bp = Blueprint("online_filing", __name__)
KEY = "portal_filing"


@bp.route("/portal/file", methods=["GET", "POST"])
def file() -> ResponseReturnValue:
    """Tell a dispute to a station."""
    sent = request.method == "POST"
    form = forms.OnlineFilingForm(CombinedMultiDict([request.form, request.files]) if sent else None)
    stations = in_order(offices_of_kind(OfficeKind.STATION), lambda row: row.name)
    form.station.offer([(str(each.id), each.name) for each in stations], empty=True)
    address, now = request.remote_addr or "", wallclock.now()
    if sent and not filing.may_file(address, now=now):
        return _page(form, said=phrase("portal.too_often")), 429
    if not sent or not form.validate():
        return _page(form), 422 if sent else 200
    files = tuple(form["files"].data or ())
    station = int(form.station.data or 0)
    made = filing.file(form.told(), office_id=station, files=files, address=address, now=now)
    session[KEY] = made.id
    return redirect(url_for("online_filing.filed"), 303)


@bp.get("/portal/filed")
def filed() -> ResponseReturnValue:
    """The receipt, and what became of it."""
    found = db.session.get(m.OnlineFiling, session.get(KEY) or 0)
    if found is None:
        return redirect(url_for("portal.door"), 303)
    return render_template(
        "portal/filed.html",
        title=phrase("online_filing.receipt"),
        given=found,
        code=filing.code_of(found),
        access=filing.access_of(found),
    )


@bp.get("/filings")
def waiting() -> str:
    """What was filed online with my office."""
    return _list()


@bp.post("/filings/<int:filing_id>")
def handle(filing_id: int) -> ResponseReturnValue:
    """Register it, or return it with a reason."""
    actor, now = current_actor(), wallclock.now()
    found = db.session.get(m.OnlineFiling, filing_id) or abort(404)
    reason = request.form.get("reason", "").strip()[:300]
    if "give_back" in request.form and not reason:
        return _list(said=phrase("portal.reason_needed")), 422
    try:
        if "give_back" in request.form:
            filing.give_back(found, reason, actor=actor, now=now)
            return redirect(url_for("online_filing.waiting"), 303)
        filing.take(found, actor=actor, now=now)
        db.session.flush()
    except StepRefused as refused:
        db.session.rollback()
        return _list(said=" ".join(f"{each.fact} {each.cure}" for each in refused.refusals)), 409
    except Invalid as unfit:
        db.session.rollback()
        return _list(said=" ".join(each for said in unfit.errors.values() for each in said)), 422
    number = found.case.number if found.case else ""
    return redirect(url_for("desk.case_page", number=number), 303)


def _page(form: forms.OnlineFilingForm, said: str = "") -> str:
    return render_template(
        "portal/file.html", title=phrase("online_filing.title"), form=form, errors=error_lines(form.errors), said=said
    )


def _list(said: str = "") -> str:
    rows = filing.waiting(current_actor())
    return render_template("portal/filings.html", title=phrase("online_filing.waiting"), waiting=rows, said=said)
