"""Error pages and problem documents: every error a person can cause is told in words, never as a trace."""

from flask import Flask, Response, current_app, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_wtf.csrf import CSRFError
from sqlalchemy.orm.exc import StaleDataError
from werkzeug.exceptions import HTTPException

from casework.base.errors import Changed, Invalid, NotFound, StepRefused
from casework.base.phrases import has_phrase, phrase
from casework.counter.answer import changed_problem, invalid_problem, problem, refused_problem, wants_json


def install(app: Flask) -> None:
    """Register the handlers."""
    app.register_error_handler(StepRefused, _refused)
    app.register_error_handler(Invalid, _invalid)
    app.register_error_handler(Changed, _changed)
    app.register_error_handler(StaleDataError, _stale)
    app.register_error_handler(NotFound, _not_found)
    app.register_error_handler(CSRFError, _csrf)
    app.register_error_handler(HTTPException, _http)
    app.register_error_handler(Exception, _unexpected)


def _page(status: int, title: str, detail: str = "", **more: object) -> ResponseReturnValue:
    return render_template("web/error.html", status=status, title=title, detail=detail, **more), status


def _refused(error: StepRefused) -> ResponseReturnValue:
    if wants_json():
        return refused_problem(error)
    return _page(409, phrase("counter.refused"), refusals=error.refusals)


def _invalid(error: Invalid) -> ResponseReturnValue:
    if wants_json():
        return invalid_problem(error)
    return _page(422, phrase("counter.invalid"), str(error))


def _changed(error: Changed) -> ResponseReturnValue:
    if wants_json():
        return changed_problem(error)
    told = phrase("counter.changed", by=error.by, step=error.step, at=error.at)
    return _page(409, phrase("counter.changed_title"), told)


def _stale(_error: StaleDataError) -> ResponseReturnValue:
    title = phrase("counter.changed_title")
    return problem(409, title) if wants_json() else _page(409, title)


def _not_found(_error: NotFound) -> ResponseReturnValue:
    title, detail = phrase("error.404.title"), phrase("error.404.detail")
    return problem(404, title, detail) if wants_json() else _page(404, title, detail)


def _csrf(_error: CSRFError) -> ResponseReturnValue:
    title, detail = phrase("error.csrf.title"), phrase("error.csrf.detail")
    return problem(400, title, detail) if wants_json() else _page(400, title, detail)


def _http(error: HTTPException) -> ResponseReturnValue:
    code = error.code or 500
    if code == 401 and not wants_json():
        return redirect(url_for("sign_in.form", next=request.full_path), 303)
    known = has_phrase(f"error.{code}.title")
    title = phrase(f"error.{code}.title") if known else error.name
    detail = phrase(f"error.{code}.detail") if known else ""
    answer = problem(code, title, detail) if wants_json() else _page(code, title, detail)
    if code == 405 and isinstance(answer, Response):
        answer.headers["Allow"] = ", ".join(getattr(error, "valid_methods", None) or [])
    return answer


def _unexpected(error: Exception) -> ResponseReturnValue:
    current_app.logger.error("unexpected error", exc_info=error)
    title, detail = phrase("error.500.title"), phrase("error.500.detail")
    return problem(500, title, detail) if wants_json() else _page(500, title, detail)
