"""The app factory and the life of a request: one commit per request, then the answer."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from flask import Flask, Response, g, request
from flask.typing import ResponseReturnValue
from flask_login import LoginManager
from flask_migrate import Migrate
from flask_wtf.csrf import CSRFProtect
from werkzeug.routing import IntegerConverter, Map

from casework.base.db import db, reading_only
from casework.base.phrases import phrase, reading_in
from casework.base.secret import use_key
from casework.counter.act import ActBook
from casework.counter.session import load_signed_in
from casework.counter.views import book
from casework.documents.proof import use_proof_key
from casework.notices.ports import ports_of, use_ports
from casework.records.evidence_store import EvidenceStore
from casework.web import errors, filters
from casework.web.keys import field_key_of, paper_key_of, secret_key_of
from casework.web.rooms import ACTS, BLUEPRINTS

ROOT = Path(__file__).resolve().parents[2]
SAFE = {"GET", "HEAD", "OPTIONS"}
UNDONE = (409, 422)


class RowKey(IntegerConverter):
    """A number in an address: one that a row can have; any other address does not exist."""

    def __init__(self, url_map: Map, *args: Any, **kwargs: Any) -> None:
        super().__init__(url_map, *args, **{"max": 2**31 - 1, **kwargs})


class Casework(Flask):
    """Flask with our request life: the work of a request is committed before its answer leaves.

    An answer that tells a reason against the request (409, 422) keeps nothing of it; what must be kept all the same, a
    wrong guess, is committed where it is noted.
    """

    def dispatch_request(self) -> ResponseReturnValue:
        """Run the view and commit; a lost race or a refused step rolls back and becomes its error page."""
        if request.method in SAFE:
            with reading_only():
                return self._committed()
        return self._committed()

    def _committed(self) -> ResponseReturnValue:
        try:
            answer = self.make_response(super().dispatch_request())
            if request.method in SAFE or answer.status_code in UNDONE:
                db.session.rollback()
            else:
                db.session.commit()
        except BaseException:
            db.session.rollback()
            raise
        return answer


def create_app(settings: Mapping[str, Any]) -> Casework:
    """An application made of handed-in settings.

    Needed: SQLALCHEMY_DATABASE_URI, CASEWORK_INSTANCE (folder for files the program keeps). Optional: SECRET_KEY
    CASEWORK_FIELD_KEY and CASEWORK_PAPER_KEY (else kept in the instance folder), CASEWORK_FONTS, CASEWORK_ASSETS;
    CASEWORK_SMTP and CASEWORK_TEXTS, the ways out of notices, and CASEWORK_PUBLIC, the address of the parties' door.
    """
    app = Casework("casework", template_folder=str(ROOT / "templates"), static_folder=str(ROOT / "casework/web/static"))
    app.config.update(
        SESSION_COOKIE_SAMESITE="Lax",
        SESSION_COOKIE_HTTPONLY=True,
        MAX_CONTENT_LENGTH=256 << 20,
        MAX_FORM_MEMORY_SIZE=4 << 20,
        WTF_CSRF_TIME_LIMIT=None,
        WTF_CSRF_CHECK_DEFAULT=False,
    )
    app.config.update(settings)
    instance = Path(app.config["CASEWORK_INSTANCE"])
    app.url_map.converters["int"] = RowKey
    app.secret_key = app.config.get("SECRET_KEY") or secret_key_of(instance)
    use_key(field_key_of(app.config.get("CASEWORK_FIELD_KEY"), instance))
    use_proof_key(paper_key_of(app.config.get("CASEWORK_PAPER_KEY"), instance))
    public = app.config.get("CASEWORK_PUBLIC")
    use_ports(ports_of(app.config.get), f"{public.rstrip('/')}/portal/" if public else "")
    _extend(app, instance)
    for blueprint in BLUEPRINTS:
        app.register_blueprint(blueprint)
    errors.install(app)
    filters.install(app)
    _guard_requests(app)
    return app


def _extend(app: Casework, instance: Path) -> None:
    db.init_app(app)
    Migrate(app, db, directory=str(ROOT / "migrations"), render_as_batch=True)
    login = LoginManager(app)
    login.user_loader(load_signed_in)
    login.session_protection = "strong"
    app.extensions["evidence_store"] = EvidenceStore(instance / "evidence")
    app.extensions["acts"] = ActBook()
    app.extensions["acts"].add(*ACTS)


def _guard_requests(app: Casework) -> None:
    csrf = CSRFProtect(app)

    @app.before_request
    def check_origin() -> None:
        """A form carries our token; a JSON body cannot be sent by a foreign page without being asked for first."""
        if request.method not in SAFE and not request.is_json:
            csrf.protect()

    @app.before_request
    def choose_language() -> None:
        chosen = request.cookies.get("lang") or "zh"
        g.language = reading_in(chosen)
        g.language.__enter__()

    @app.teardown_request
    def forget_language(_error: BaseException | None) -> None:
        opened = g.pop("language", None)
        if opened is not None:
            opened.__exit__(None, None, None)

    @app.after_request
    def harden(answer: Response) -> Response:
        for name, value in HEADERS.items():
            answer.headers.setdefault(name, value)
        return answer

    @app.context_processor
    def words() -> dict[str, Any]:
        return {"t": phrase, "book": book}


HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
        "connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
}
