"""One question of the machine interface about one number (`casework check`); no database is touched."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from casework.identifiers.checking import check
from casework.identifiers.result import Check, IdentifierError


def answer(question: object, *, today: date) -> dict[str, Any]:
    """The answer to `{"id", "kind", "value", "use"?}`: id, valid, canonical, problems; or id and error.

    Never raises for what the question holds. Absent or null is missing_field (but `use` may be), an unlisted
    kind unknown_kind, a value that is no text or an unknown use bad_option.
    """
    asked = question if isinstance(question, Mapping) else {}
    try:
        return {"id": _field(asked, "id"), **_told(_check(asked, today))}
    except IdentifierError as error:
        return {"id": asked.get("id"), "error": {"code": error.code, "message": str(error)}}


def _check(asked: Mapping[str, Any], today: date) -> Check:
    kind, value, use = _field(asked, "kind"), _field(asked, "value"), asked.get("use")
    if not isinstance(kind, str):
        raise IdentifierError("unknown_kind", kind=kind)
    if not isinstance(value, str):
        raise IdentifierError("bad_option", name="value")
    if use is not None and not isinstance(use, str):
        raise IdentifierError("bad_option", name="use")
    return check(kind, value, use=use, today=today)


def _field(asked: Mapping[str, Any], name: str) -> Any:
    if asked.get(name) is None:
        raise IdentifierError("missing_field", name=name)
    return asked[name]


def _told(checked: Check) -> dict[str, Any]:
    problems = [{"code": each.code, "message": each.message} for each in checked.problems]
    return {"valid": checked.valid, "canonical": checked.canonical, "problems": problems}
