"""Notices over HTTP: what my office is told, what waits for paper, and the administrator's table with its preview."""

from typing import Any

from flask import Blueprint, abort, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from sqlalchemy import select, update
from sqlalchemy.orm import joinedload

from casework.base import wallclock
from casework.base.db import db
from casework.base.errors import NotFound
from casework.base.phrases import phrase
from casework.base.wallclock import local_date
from casework.counter.session import current_actor
from casework.identity.actor import Actor
from casework.notices import models as m
from casework.notices.delivery import PARTIES_READ, again
from casework.notices.ports import PORTS
from casework.notices.table import Rule, rule_of, rules
from casework.notices.telling import recipients, words
from casework.procedure.models import Proceeding
from casework.records.grants import load_case
from casework.records.journal import JournalEntry
from casework.records.models import Case

bp = Blueprint("notices", __name__)
MOST = 100
ADMINISTRATORS = ("admin@ip_office",)


@bp.get("/notices")
def mine() -> str:
    """What my office is told and has not seen, and what it has to post."""
    actor = current_actor()
    return render_template(
        "notices/mine.html",
        title=phrase("notices.title"),
        unread=[(each, _subject(each)) for each in _of(actor, m.UNREAD)],
        posts=[(each, _subject(each)) for each in _of(actor, m.ON_PAPER)],
    )


@bp.post("/notices/seen")
def seen() -> ResponseReturnValue:
    """One notice is seen, or all of my office."""
    actor, now = current_actor(), wallclock.now()
    mine = (m.Notice.office_id == actor.office_id, m.Notice.state == m.UNREAD)
    one = request.form.get("notice", type=int)
    asked = update(m.Notice).where(*mine, *((m.Notice.id == one,) if one else ()))
    db.session.execute(asked.values(state=m.READ, done_at=now))
    return redirect(url_for("notices.mine"), 303)


@bp.get("/notices/<int(max=2147483647):notice_id>/letter")
def letter(notice_id: int) -> str:
    """A notice as a letter to print."""
    notice = _posted_here(notice_id)
    rule = rule_of(notice.rule) or abort(404)
    subject, body = words(rule, notice.case, notice.entry, PARTIES_READ)
    return render_template(
        "notices/letter.html",
        title=phrase("notices.letter"),
        notice=notice,
        subject=subject,
        lines=body.split("\n")[1:],
    )


@bp.post("/notices/<int(max=2147483647):notice_id>/posted")
def posted(notice_id: int) -> ResponseReturnValue:
    """The letter is in the post."""
    notice = _posted_here(notice_id)
    if notice.state == m.ON_PAPER:
        notice.state, notice.done_at = m.POSTED, wallclock.now()
    return redirect(url_for("notices.mine"), 303)


@bp.get("/administration/notices")
def table() -> ResponseReturnValue:
    """Who is told what at which step; a preview with a real case; the newest deliveries."""
    _administrator()
    asked = request.args.get("case", "").strip()[:60]
    rule = rule_of(request.args.get("rule", ""))
    case = db.session.scalar(select(Case).where(Case.number == asked)) if asked else None
    page = render_template(
        "notices/table.html",
        title=phrase("notices.admin"),
        rules=rules(),
        today=local_date(wallclock.now()),
        asked=asked,
        rule=rule,
        case=case,
        shown=_preview(rule, case) if rule and case else [],
        ports={way: PORTS[way].told if way in PORTS else None for way in (m.MAIL, m.TEXT)},
        newest=_newest(),
    )
    return page, 404 if asked and case is None else 200


@bp.post("/administration/notices/<int(max=2147483647):notice_id>/again")
def try_again(notice_id: int) -> ResponseReturnValue:
    """Try to send one once more."""
    _administrator()
    again(db.session.get(m.Notice, notice_id) or abort(404), now=wallclock.now())
    return redirect(url_for("notices.table") + "#delivery", 303)


def _administrator() -> Actor:
    actor = current_actor()
    if actor.post not in ADMINISTRATORS:
        raise NotFound("administration")
    return actor


def _of(actor: Actor, state: str) -> list[m.Notice]:
    mine = (m.Notice.office_id == actor.office_id, m.Notice.state == state)
    whole = (joinedload(m.Notice.case), joinedload(m.Notice.entry), joinedload(m.Notice.party))
    return list(db.session.scalars(select(m.Notice).where(*mine).options(*whole).order_by(m.Notice.id).limit(MOST)))


def _newest() -> list[m.Notice]:
    whole = (joinedload(m.Notice.case), joinedload(m.Notice.party))
    return list(db.session.scalars(select(m.Notice).options(*whole).order_by(m.Notice.id.desc()).limit(MOST)))


def _subject(notice: m.Notice) -> str:
    rule = rule_of(notice.rule)
    return words(rule, notice.case, notice.entry)[0] if rule else notice.rule


def _posted_here(notice_id: int) -> m.Notice:
    """A notice that my office posts on paper; others are not there."""
    actor = current_actor()
    notice = db.session.get(m.Notice, notice_id)
    if notice is None or notice.office_id != actor.office_id or notice.party_id is None:
        abort(404)
    load_case(notice.case.number, actor)
    return notice


def _preview(rule: Rule, case: Case) -> list[dict[str, Any]]:
    asked = select(JournalEntry).where(JournalEntry.case_id == case.id, JournalEntry.step == rule.name)
    entry = db.session.scalar(asked.order_by(JournalEntry.seq.desc()).limit(1))
    mine = (Proceeding.case_id == case.id, Proceeding.procedure == rule.procedure)
    proceeding = db.session.scalar(select(Proceeding).where(*mine).order_by(Proceeding.id.desc()).limit(1))
    subject, body = words(rule, case, entry, PARTIES_READ)
    return [
        {"who": who, "subject": subject, "lines": body.split("\n")[1:]} for who in recipients(rule, case, proceeding)
    ]
