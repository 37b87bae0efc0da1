"""The page that checks papers, handed out as a file to keep; anybody may have it, it holds no secret."""

from flask import Blueprint, Response, current_app

from casework.documents.proof_page import proof_page

bp = Blueprint("checking", __name__)


@bp.get("/papers/check.html")
def page() -> Response:
    """The page as a download: its script runs from the saved file, never from our address."""
    answer = current_app.response_class(proof_page(), mimetype="text/html")
    answer.headers["Content-Disposition"] = 'attachment; filename="check-paper.html"'
    return answer
