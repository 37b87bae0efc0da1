"""The parties' pages: in by case number and code, everything on one page, three clicks to a receipt."""

from collections.abc import Callable
from typing import Any

from flask import Blueprint, abort, current_app, g, redirect, render_template, request, session, url_for
from flask.typing import ResponseReturnValue
from werkzeug.datastructures import CombinedMultiDict

from casework.base import wallclock
from casework.base.db import db
from casework.base.phrases import phrase
from casework.base.reading import in_order
from casework.counter.form import ActForm, error_lines
from casework.counter.session import paper_file
from casework.portal import codes, filing, forms, inbox, shown
from casework.portal import models as m
from casework.records.models import Party

bp = Blueprint("portal", __name__, url_prefix="/portal")
KEY = "portal"
FORMS: dict[str, type[ActForm]] = {
    m.EVIDENCE: forms.Upload,
    m.PROOF: forms.ProofForm,
    m.MEDIATOR: forms.Wish,
    m.SIGNATURE: forms.Sign,
    m.SURVEY: forms.Survey,
}


@bp.get("/")
def door() -> str:
    """Where a party enters."""
    return render_template("portal/door.html", title=phrase("portal.title"), number="", said="")


@bp.post("/")
def enter() -> ResponseReturnValue:
    """Check number and code. A wrong one tells nothing about which part was wrong; guessing is stopped."""
    number, code = request.form.get("number", ""), request.form.get("code", "")
    address, now = request.remote_addr or "", wallclock.now()
    if not codes.may_try(number, address, now=now):
        return _door_again(number, "portal.too_often", 429)
    party = codes.party_of(number, code)
    filed = filing.filing_of(number, code) if party is None else None
    if filed is not None:
        session["portal_filing"] = filed.id
        return redirect(url_for("online_filing.filed"), 303)
    if party is None:
        codes.note_wrong(number, address, now=now)
        db.session.commit()
        return _door_again(number, "portal.wrong", 422)
    session.pop("_user_id", None)
    session[KEY] = [party.id, codes.issued(party.case)[party.id].edition]
    return redirect(url_for("portal.case"), 303)


@bp.post("/leave")
def leave() -> ResponseReturnValue:
    """Forget who I am."""
    session.pop(KEY, None)
    return redirect(url_for("portal.door"), 303)


@bp.get("/case")
def case() -> str:
    """My case: the next date first."""
    party = _party()
    return render_template(
        "portal/case.html", title=phrase("portal.my_case"), seen=_seen(party), words=m, what_is_owed=shown.what_is_owed
    )


@bp.route("/case/<kind>", methods=["GET", "POST"])
def hand_in(kind: str) -> ResponseReturnValue:
    """Hand something in: a form, then its receipt."""
    party = _party()
    form = _form(kind, party)
    if request.method == "POST" and form.validate() and _identity_fits(form, party):
        given = inbox.hand_in(party, kind, files=_files(form), told=TOLD[kind](form, party), now=wallclock.now())
        db.session.flush()
        return redirect(url_for("portal.receipt", number=given.number), 303)
    return _page(kind, form, party), 422 if request.method == "POST" else 200


@bp.get("/receipt/<number>")
def receipt(number: str) -> str:
    """The receipt of what I handed in, with a fingerprint per file."""
    party = _party()
    found = db.session.query(m.Submission).filter_by(number=number, party_id=party.id).one_or_none() or abort(404)
    return render_template("portal/receipt.html", title=phrase("portal.receipt"), given=found)


@bp.get("/papers/<int(max=2147483647):paper_id>.pdf")
def paper(paper_id: int) -> ResponseReturnValue:
    """One of the papers that parties get."""
    party = _party()
    found = next((each for each in shown.papers(party) if each.id == paper_id), None) or abort(404)
    answer = current_app.response_class(paper_file(found), mimetype="application/pdf")
    answer.headers["Cache-Control"] = "private, no-store"
    return answer


def _door_again(number: str, key: str, status: int) -> ResponseReturnValue:
    page = render_template("portal/door.html", title=phrase("portal.title"), number=number[:60], said=phrase(key))
    return page, status


def _party() -> Party:
    """The party of this session, while its code is valid; else back to the door."""
    kept = session.get(KEY)
    party = db.session.get(Party, kept[0]) if kept else None
    code = codes.issued(party.case).get(party.id) if party else None
    if party is None or code is None or not kept or code.edition != kept[1]:
        session.pop(KEY, None)
        abort(redirect(url_for("portal.door"), 303))
    return party


def _seen(party: Party) -> shown.Seen:
    if "seen" not in g:
        g.seen = shown.seen(party, now=wallclock.now())
    found: shown.Seen = g.seen
    return found


def _form(kind: str, party: Party) -> ActForm:
    """The form of a kind, where the party may hand that in now; else 404."""
    seen = _seen(party)
    open_now = {
        m.EVIDENCE: True,
        m.PROOF: bool(seen.duties),
        m.MEDIATOR: seen.may_choose,
        m.SIGNATURE: seen.to_sign,
        m.SURVEY: seen.may_rate,
    }
    if not open_now.get(kind):
        abort(404)
    form = FORMS[kind](CombinedMultiDict([request.form, request.files]) if request.method == "POST" else None)
    _offer(form, seen)
    return form


def _offer(form: ActForm, seen: shown.Seen) -> None:
    if isinstance(form, forms.ProofForm):
        form.item.offer([(str(each.no), _duty(each)) for each in seen.duties])
    if isinstance(form, forms.Wish):
        form.mediator.offer(
            [(str(each.id), each.name) for each in in_order(shown.choices(seen.case), lambda row: row.name)]
        )


def _duty(item: Any) -> str:
    return f"{item.no}. {shown.what_is_owed(item)}"


def _identity_fits(form: ActForm, party: Party) -> bool:
    """Whether the signer knows the last four signs of the party's number on record (code, else telephone)."""
    if not isinstance(form, forms.Sign):
        return True
    known = (party.code_last4 or "", (party.phone or "")[-4:])
    if form.tail.data in [each for each in known if each]:
        return True
    form.tail.errors = [phrase("portal.tail_wrong")]
    return False


def _files(form: ActForm) -> Any:
    return (getattr(form, "files", None) and form["files"].data) or ()


def _page(kind: str, form: ActForm, party: Party) -> str:
    text = shown.text_to_sign(party.case) if kind == m.SIGNATURE else None
    return render_template(
        f"portal/{'sign' if text else 'hand_in'}.html",
        title=phrase(f"portal.do.{kind}"),
        kind=kind,
        form=form,
        errors=error_lines(form.errors),
        text=text,
    )


def _proof(form: Any, _party: Party) -> dict[str, Any]:
    return {
        "item": form.item.data,
        "done_on": form.done_on.data.isoformat(),
        "fen": form.fen.data,
        "note": form.note.data,
    }


def _signature(form: Any, party: Party) -> dict[str, Any]:
    text = shown.text_to_sign(party.case)
    return {"name": form.name.data, "tail": form.tail.data, "text_sha256": text.fingerprint if text else None}


TOLD: dict[str, Callable[[Any, Party], dict[str, Any]]] = {
    m.EVIDENCE: lambda form, _party: {"note": form.note.data},
    m.PROOF: _proof,
    m.MEDIATOR: lambda form, _party: {"mediator_id": form.mediator.data},
    m.SIGNATURE: _signature,
    m.SURVEY: lambda form, _party: {"result": int(form.result.data), "service": int(form.service.data)},
}
