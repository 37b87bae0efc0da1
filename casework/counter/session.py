"""Who stands at the counter: the signed-in person in the post they chose."""

import hashlib
from functools import cache
from pathlib import Path
from typing import Any

from flask import abort, current_app, session
from flask_login import UserMixin, current_user

from casework.base import wallclock
from casework.base.db import db
from casework.documents.fonts import Fonts
from casework.documents.models import PaperRecord
from casework.documents.store import kept_file, pdf
from casework.identity.actor import Actor
from casework.identity.models import Person, Post

POST_KEY = "post"


class SignedIn(UserMixin):
    """A signed-in person; `actor` is the value that verbs get."""

    def __init__(self, person: Person, post: Post) -> None:
        self.person = person
        self.post = post

    def get_id(self) -> str:
        """The key that the session keeps: the person, and a mark of the password that ends with it."""
        return f"{self.person.id}:{_mark(self.person)}"

    @property
    def actor(self) -> Actor:
        """The person in the chosen post."""
        return self.post.actor()


def load_signed_in(key: str) -> SignedIn | None:
    """The signed-in person of a session in the chosen post; None when account or posts are gone, or another password is set."""
    number, _, mark = key.partition(":")
    person = db.session.get(Person, int(number)) if number.isdigit() else None
    if person is not None and mark != _mark(person):
        return None
    held = person.posts_on(wallclock.local_date(wallclock.now())) if person and person.active else []
    if person is None or not held:
        return None
    chosen = session.get(POST_KEY)
    post = next((each for each in held if each.id == chosen), held[0])
    return SignedIn(person, post)


def _mark(person: Person) -> str:
    return hashlib.sha256(person.password_hash.encode()).hexdigest()[:16]


def current_actor() -> Actor:
    """The actor of this request; 401 without a sign-in."""
    user: Any = current_user
    if not user.is_authenticated:
        abort(401)
    actor: Actor = user.actor
    return actor


def evidence_store() -> Any:
    """The store of evidence files that the application was made with."""
    return current_app.extensions["evidence_store"]


def paper_fonts() -> Fonts:
    """The fonts that papers are drawn with."""
    return _fonts(Path(current_app.config["CASEWORK_ASSETS"]) / "fonts")


def paper_file(record: PaperRecord) -> bytes:
    """A paper as PDF, drawn from its data; with the office's seal where a sealed file of the same drawing is kept."""
    drawn = pdf(record, paper_fonts())
    file = kept_file(record, Path(current_app.config["CASEWORK_INSTANCE"]) / "papers")
    kept = file.read_bytes() if file.is_file() else drawn
    return kept if kept.startswith(drawn) else drawn


@cache
def _fonts(folder: Path) -> Fonts:
    return Fonts(folder)
