"""The page on which somebody changes the own password."""

from typing import Any

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user, login_user

from casework.administration.models import write_entry
from casework.base import wallclock
from casework.base.db import db
from casework.base.errors import Invalid
from casework.base.phrases import phrase
from casework.counter.session import current_actor
from casework.identity.passwords import LONGEST, SHORTEST, change_password

bp = Blueprint("own_password", __name__)
FIELDS = ("old", "new", "again")


@bp.get("/password")
def form() -> str:
    """The form: the password now, the new one twice."""
    current_actor()
    return _page({})


@bp.post("/password")
def change() -> ResponseReturnValue:
    """Change the own password: every other session of the person ends. A wrong one counts as a failed sign-in."""
    actor, now, user = current_actor(), wallclock.now(), _user()
    told = {name: request.form.get(name, "") for name in FIELDS}
    try:
        change_password(user.person, told["old"], told["new"], told["again"], now=now)
    except Invalid as error:
        db.session.commit()
        return _page(error.errors), 422
    write_entry("own_password", actor.office_id, {"login": user.person.login}, actor=actor, now=now)
    login_user(user)
    flash(phrase("own_password.done"))
    return redirect(url_for("desk.day_list"), 303)


def _user() -> Any:
    return current_user


def _page(wrong: dict[str, list[str]]) -> str:
    return render_template(
        "web/own_password.html",
        title=phrase("own_password.title"),
        wrong=wrong,
        fields=FIELDS,
        shortest=SHORTEST,
        longest=LONGEST,
    )
