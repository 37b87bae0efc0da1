"""The administrator's pages of offices, people, roles, access, health and copies."""

from datetime import date
from pathlib import Path
from typing import Any

from flask import Blueprint, abort, current_app, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from sqlalchemy import func, select
from sqlalchemy.orm import joinedload

from casework.administration.health import health
from casework.administration.models import AdministrationEntry, write_entry
from casework.base import tasks, wallclock
from casework.base.db import db
from casework.base.errors import Invalid, NotFound
from casework.base.phrases import phrase
from casework.base.wallclock import local_date
from casework.counter.session import current_actor
from casework.identity import admitting
from casework.identity.actor import Actor
from casework.identity.models import Organisation, Person, Post
from casework.identity.roles import OfficeKind, Role
from casework.jobs import drill
from casework.procedure.procedure import PROCEDURES, step_label

bp = Blueprint("offices", __name__, url_prefix="/administration")
POSTS = ("admin@ip_office",)
PEOPLE = ("1", "2")
SHOWN = 30
REVIEW = "access_review"
REACH = ("address", "phone", "registration")
ROLES = tuple(role for role in Role if role != Role.SYSTEM)


@bp.get("/offices")
def offices() -> str:
    """All offices with how many work there; a new station is the form beside."""
    return _offices({})


@bp.post("/offices")
def new_office() -> ResponseReturnValue:
    """A new station with its people, in one form; the first passwords are shown once."""
    actor, now = _administrator(), wallclock.now()
    told = {name: value.strip() for name, value in request.form.items()}
    try:
        office, people = _opened(told, local_date(now))
    except Invalid as error:
        db.session.rollback()
        return _offices(told, said=_lines(error)), 422
    write_entry(
        "office", office.id, {"office": office.name, "people": [p.login for p, _w in people]}, actor=actor, now=now
    )
    return _office(office, new=people)


@bp.get("/offices/<int:office_id>")
def office(office_id: int) -> str:
    """Who works at an office."""
    _administrator()
    return _office(db.session.get(Organisation, office_id) or abort(404))


@bp.post("/offices/<int:office_id>")
def describe_office(office_id: int) -> ResponseReturnValue:
    """How the office is reached, and a committee's filing, as its papers print them from now on."""
    actor, now = _administrator(), wallclock.now()
    found = db.session.get(Organisation, office_id) or abort(404)
    told = {name: request.form.get(name, "").strip() or None for name in REACH}
    try:
        admitting.describe(found, **told)
    except Invalid as error:
        return _office(found, said=_lines(error), told=told), 422
    write_entry("describe_office", found.id, {"office": found.name, **told}, actor=actor, now=now)
    return redirect(url_for("offices.office", office_id=found.id), 303)


@bp.post("/offices/<int:office_id>/people")
def new_person(office_id: int) -> ResponseReturnValue:
    """One more person, or one more post of somebody known by the login."""
    actor, now = _administrator(), wallclock.now()
    found = db.session.get(Organisation, office_id) or abort(404)
    login, name = request.form.get("login", "").strip(), request.form.get("name", "").strip()
    known = db.session.scalar(select(Person).where(Person.login == login))
    people: list[tuple[Person, str]] = []
    try:
        role = _role(request.form.get("role", ""))
        if known is None:
            people = [admitting.enter_person(login, name, found, role, on=local_date(now))]
        else:
            admitting.give_post(known, found, role, on=local_date(now))
    except Invalid as error:
        db.session.rollback()
        return _office(db.session.get_one(Organisation, office_id), said=_lines(error)), 422
    write_entry("post", found.id, {"login": login, "role": role}, actor=actor, now=now)
    db.session.flush()
    return _office(found, new=people)


@bp.post("/posts/<int:post_id>")
def steer_post(post_id: int) -> ResponseReturnValue:
    """End a post, or give its person a new password."""
    actor, now = _administrator(), wallclock.now()
    post = db.session.get(Post, post_id) or abort(404)
    about = {"login": post.person.login, "role": post.role}
    if "password" in request.form:
        write_entry("password", post.organisation_id, about, actor=actor, now=now)
        return _office(post.organisation, new=[(post.person, admitting.new_password(post.person))])
    admitting.end_post(post, on=local_date(now))
    write_entry("end_post", post.organisation_id, about, actor=actor, now=now)
    return redirect(url_for("offices.office", office_id=post.organisation_id), 303)


@bp.get("/roles")
def roles() -> str:
    """Who may take which step: every post that a step names, with its steps."""
    _administrator()
    held: dict[str, list[tuple[str, str]]] = {}
    for name, procedure in sorted(PROCEDURES.items()):
        for step in procedure.steps.values():
            for who in step.who:
                held.setdefault(who, []).append((phrase(f"procedure.{name}"), step_label(name, step.name)))
    return render_template("administration/roles.html", title=phrase("offices.roles"), held=sorted(held.items()))


@bp.route("/access", methods=["GET", "POST"])
def access() -> ResponseReturnValue:
    """Who has which post today, what looks odd, and when it was last reviewed."""
    actor, now = _administrator(), wallclock.now()
    if request.method == "POST":
        write_entry(REVIEW, None, {"posts": len(_posts(local_date(now)))}, actor=actor, now=now)
        return redirect(url_for("offices.access"), 303)
    posts = _posts(local_date(now))
    newest = select(AdministrationEntry).order_by(AdministrationEntry.id.desc()).limit(SHOWN)
    reviewed = newest.where(AdministrationEntry.what == REVIEW).limit(1)
    return render_template(
        "administration/access.html",
        title=phrase("offices.access"),
        posts=posts,
        odd=_odd(posts),
        reviewed=db.session.scalar(reviewed),
        entries=list(db.session.scalars(newest)),
    )


@bp.get("/health")
def healthy() -> str:
    """Whether the house is well."""
    _administrator()
    lines = health(_instance(), now=wallclock.now())
    return render_template("administration/health.html", title=phrase("offices.health"), lines=lines)


@bp.route("/copies", methods=["GET", "POST"])
def copies() -> ResponseReturnValue:
    """The copies of the database and what their drill found; a new one is a task that can be left."""
    actor, now = _administrator(), wallclock.now()
    if request.method == "POST":
        task = tasks.ask_for(
            drill.KIND, phrase("offices.drill"), {}, person_id=actor.person_id, office_id=actor.office_id, now=now
        )
        return redirect(url_for("tasks.task", task_id=task.id), 303)
    kept = drill.kept(_instance() / "backups")
    return render_template("administration/copies.html", title=phrase("offices.copies"), kept=kept)


def _opened(told: dict[str, str], on: date) -> tuple[Organisation, list[tuple[Person, str]]]:
    kind = told.get("kind", OfficeKind.STATION)
    facts = admitting.OfficeFacts(
        name=told.get("name", ""),
        short=told.get("short", ""),
        kind=OfficeKind(kind) if kind in admitting.KINDS else OfficeKind.STATION,
        parent_id=int(told["parent"]) if told.get("parent", "").isdecimal() else None,
        address=told.get("address") or None,
        phone=told.get("phone") or None,
    )
    office = admitting.open_office(facts)
    rows = [place for place in PEOPLE if told.get(f"login{place}")]
    return office, [
        admitting.enter_person(
            told[f"login{place}"], told.get(f"name{place}", ""), office, _role(told.get(f"role{place}", "")), on=on
        )
        for place in rows
    ]


def _role(told: str) -> Role:
    if told not in ROLES:
        raise Invalid({"role": [phrase("admitting.role_wrong")]})
    return Role(told)


def _administrator() -> Actor:
    actor = current_actor()
    if actor.post not in POSTS:
        raise NotFound("administration")
    return actor


def _offices(told: dict[str, str], said: tuple[str, ...] = ()) -> str:
    _administrator()
    on = local_date(wallclock.now())
    held = select(Post.organisation_id, func.count(func.distinct(Post.person_id)))
    held = held.where((Post.until.is_(None)) | (Post.until >= on)).group_by(Post.organisation_id)
    found = list(db.session.scalars(select(Organisation).order_by(Organisation.kind, Organisation.code)))
    return render_template(
        "administration/offices.html",
        title=phrase("offices.title"),
        offices=found,
        parents=[each for each in found if each.kind in (OfficeKind.BUREAU, OfficeKind.IP_OFFICE)],
        people={row[0]: row[1] for row in db.session.execute(held)},
        kinds=admitting.KINDS,
        roles=ROLES,
        places=PEOPLE,
        told=told,
        said=said,
    )


def _office(office: Organisation, *, new: Any = (), said: tuple[str, ...] = (), told: Any = None) -> str:
    asked = select(Post).where(Post.organisation_id == office.id).options(joinedload(Post.person)).order_by(Post.id)
    return render_template(
        "administration/office.html",
        title=office.name,
        office=office,
        posts=list(db.session.scalars(asked)),
        on=local_date(wallclock.now()),
        roles=ROLES,
        new=new,
        said=said,
        told=told or {name: getattr(office, name) for name in REACH},
    )


def _posts(on: date) -> list[Post]:
    asked = select(Post).options(joinedload(Post.person)).order_by(Post.organisation_id, Post.role, Post.id)
    held = (Post.since <= on, (Post.until.is_(None)) | (Post.until >= on))
    return [each for each in db.session.scalars(asked.where(*held)) if each.person.active]


def _odd(posts: list[Post]) -> list[tuple[str, str]]:
    """What a reviewer should look at: published sign-ins, and people who both mediate and enforce (M-19)."""
    found = [("published", each.person.name) for each in posts if each.person.demonstration]
    roles: dict[str, set[str]] = {}
    for each in posts:
        roles.setdefault(each.person.name, set()).add(str(each.role))
    both = [("both", name) for name, held in roles.items() if {Role.MEDIATOR, Role.OFFICER} <= held]
    return both + sorted(set(found))


def _instance() -> Path:
    return Path(current_app.config["CASEWORK_INSTANCE"])


def _lines(error: Invalid) -> tuple[str, ...]:
    return tuple(each for said in error.errors.values() for each in said)
