"""Signing in and out, and choosing the post to act in."""

from datetime import date

from flask import Blueprint, Response, jsonify, redirect, render_template, request, session, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user, login_user, logout_user

from casework.base import wallclock
from casework.base.db import db
from casework.base.errors import Invalid
from casework.base.phrases import READERS, phrase
from casework.counter.answer import wants_json
from casework.counter.body import json_body
from casework.counter.session import POST_KEY, SignedIn
from casework.identity.city import city_data, demonstration_people
from casework.identity.passwords import sign_in

bp = Blueprint("sign_in", __name__)


@bp.get("/sign-in")
def form() -> str:
    """The sign-in page."""
    return _page("", failed=False)


@bp.post("/sign-in")
def enter() -> ResponseReturnValue:
    """Sign in by form or JSON; a failure tells nothing about which part was wrong."""
    given = json_body() if request.is_json else request.form
    told = given if hasattr(given, "get") else {}
    login, password = told.get("login"), told.get("password")
    if not isinstance(login, str) or not isinstance(password, str):
        raise Invalid({"login": [phrase("counter.required")]})
    person = sign_in(login.strip(), password, now=wallclock.now())
    held = person.posts_on(_today()) if person else []
    if person is None or not held:
        db.session.commit()
        return _failed(login)
    session.clear()
    session[POST_KEY] = held[0].id
    login_user(SignedIn(person, held[0]))
    if wants_json():
        return jsonify({"name": person.name, "office": held[0].organisation.name})
    return redirect(_local(request.args.get("next")) or url_for("desk.day_list"), 303)


@bp.post("/sign-out")
def leave() -> Response:
    """Sign out."""
    logout_user()
    session.clear()
    return redirect(url_for("sign_in.form"), 303)  # type: ignore[return-value]


@bp.post("/post")
def choose_post() -> ResponseReturnValue:
    """Act in another of my posts from now on."""
    chosen = request.form.get("post", type=int)
    posts = current_user.person.posts_on(_today()) if current_user.is_authenticated else []
    if any(post.id == chosen for post in posts):
        session[POST_KEY] = chosen
    return redirect(url_for("desk.day_list"), 303)


@bp.post("/language")
def choose_language() -> ResponseReturnValue:
    """Read in Simplified or Traditional Chinese or English from now on."""
    answer = redirect(_local(request.form.get("next")) or url_for("desk.day_list"), 303)
    chosen = request.form.get("lang", "")
    answer.set_cookie("lang", chosen if chosen in READERS else "zh", samesite="Lax", httponly=True)
    return answer


def _today() -> date:
    return wallclock.local_date(wallclock.now())


def _failed(login: str) -> ResponseReturnValue:
    if wants_json():
        raise Invalid({"login": [phrase("sign_in.failed")]})
    return _page(login, failed=True), 422


def _page(login: str, *, failed: bool) -> str:
    people = demonstration_people()
    return render_template(
        "web/sign_in.html",
        title=phrase("sign_in.title"),
        login=login,
        failed=failed,
        demonstration=people,
        demonstration_password=city_data()["password"] if people else "",
    )


def _local(address: str | None) -> str | None:
    return address if address and address.startswith("/") and not address.startswith(("//", "/\\")) else None
