"""Rare characters (䶮, 𠮷) for machines without a font for them: small web fonts cut at set-up, fetched when one is shown."""

from pathlib import Path

from flask import Blueprint, Response, current_app, send_from_directory

bp = Blueprint("glyphs", __name__)
SHEET = "rare.css"
DAY = 86_400


@bp.get("/glyphs/<name>")
def file(name: str) -> Response:
    """The style sheet or one of the fonts; 404 where set-up has cut none. Anybody may have them."""
    return send_from_directory(_folder(), name, max_age=DAY)


@bp.app_context_processor
def known() -> dict[str, bool]:
    """Whether pages may name the style sheet."""
    return {"has_rare_glyphs": (_folder() / SHEET).is_file()}


def _folder() -> Path:
    return (
        Path(current_app.config.get("CASEWORK_ASSETS") or current_app.config["CASEWORK_INSTANCE"]).absolute() / "rare"
    )
