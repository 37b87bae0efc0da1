"""How an answer leaves: a page, JSON, or a problem document (RFC 9457) in the reader's language."""

from dataclasses import asdict
from typing import Any

from flask import Response, jsonify, request

from casework.base.errors import Changed, Invalid, StepRefused
from casework.base.phrases import phrase
from casework.documents.models import PaperRecord
from casework.procedure.models import Proceeding
from casework.procedure.procedure import state_label


def wants_json() -> bool:
    """Whether this request speaks JSON: by its body or by what it accepts."""
    if request.is_json:
        return True
    best = request.accept_mimetypes.best_match(["text/html", "application/json", "application/problem+json"])
    return best is not None and best != "text/html"


def problem(status: int, title: str, detail: str = "", **more: Any) -> Response:
    """A problem document; `more` are its extension members."""
    body = {"type": "about:blank", "title": title, "status": status, "detail": detail, **more}
    answer = jsonify(body)
    answer.status_code = status
    answer.mimetype = "application/problem+json"
    return answer


def invalid_problem(error: Invalid) -> Response:
    """422: every field with its messages."""
    told = [{"field": name, "messages": said} for name, said in error.errors.items()]
    return problem(422, phrase("counter.invalid"), str(error), errors=told)


def refused_problem(error: StepRefused) -> Response:
    """409: every reason with rule, article, cure."""
    told = [asdict(each) for each in error.refusals]
    detail = " ".join(each.fact for each in error.refusals)
    return problem(409, phrase("counter.refused"), detail, step=error.step, refusals=told)


def changed_problem(error: Changed) -> Response:
    """409: who changed it since, what and when."""
    detail = phrase("counter.changed", by=error.by, step=error.step, at=error.at)
    return problem(409, phrase("counter.changed_title"), detail, by=error.by, step=error.step, at=error.at)


def proceeding_json(proceeding: Proceeding, papers: list[PaperRecord] | None = None) -> dict[str, Any]:
    """A proceeding as JSON clients see it."""
    return {
        "case": proceeding.case.number,
        "procedure": proceeding.procedure,
        "proceeding": proceeding.id,
        "number": proceeding.number,
        "state": proceeding.state,
        "state_label": state_label(proceeding.procedure, proceeding.state),
        "version": proceeding.version,
        "papers": [{"id": p.id, "kind": p.kind, "number": p.number} for p in papers or []],
    }
