"""Settings of the process, from the environment, and the application made of them."""

import os
from pathlib import Path
from typing import Any

from flask_migrate import upgrade

from casework.web.app import ROOT, Casework, create_app


def from_environment() -> dict[str, Any]:
    """CASEWORK_DATABASE_URL, _INSTANCE, _SECRET_KEY, _FIELD_KEY, _PAPER_KEY, _SEALS and _ASSETS, each after CASEWORK.

    Notices: CASEWORK_SMTP (smtp://user:password@host:port/?from=a@b&secure=starttls), CASEWORK_TEXTS (a folder that
    the gateway of text messages empties), CASEWORK_PUBLIC (the address under which parties reach /portal/).

    CASEWORK_DEVELOPMENT=1 opens /style, for who develops. Without any of them everything lies in the checkout's `var`
    folder, in one SQLite file.
    """
    instance = Path(os.environ.get("CASEWORK_INSTANCE") or ROOT / "var" / "instance").absolute()
    instance.mkdir(parents=True, exist_ok=True)
    return {
        "SQLALCHEMY_DATABASE_URI": os.environ.get("CASEWORK_DATABASE_URL") or f"sqlite:///{instance / 'casework.db'}",
        "CASEWORK_INSTANCE": str(instance),
        "SECRET_KEY": os.environ.get("CASEWORK_SECRET_KEY"),
        "CASEWORK_FIELD_KEY": os.environ.get("CASEWORK_FIELD_KEY"),
        "CASEWORK_PAPER_KEY": os.environ.get("CASEWORK_PAPER_KEY"),
        "CASEWORK_SEALS": os.environ.get("CASEWORK_SEALS"),
        **{name: os.environ.get(name) for name in ("CASEWORK_SMTP", "CASEWORK_TEXTS", "CASEWORK_PUBLIC")},
        "CASEWORK_DEVELOPMENT": os.environ.get("CASEWORK_DEVELOPMENT") == "1",
        "CASEWORK_ASSETS": os.environ.get("CASEWORK_ASSETS") or str(ROOT / "var" / "assets"),
    }


def application(*, migrated: bool = False) -> Casework:
    """The application of this process; `migrated` brings its database up to date first."""
    app = create_app(from_environment())
    if migrated:
        with app.app_context():
            upgrade()
    return app
