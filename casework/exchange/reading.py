"""Reading files and folders of histories, and cleaning what was read."""

import json
from pathlib import Path
from typing import Any

Filled = dict[int, tuple[str, bool]]  # seq -> (date, filled in for the replay and no fact)
DATES = "_replay_dates.json"


def read_path(path: Path) -> list[tuple[Any, Filled]]:
    """The raw cases of a folder or file in their order, each with the dates filled in beside it (seq -> date).

    Raises ValueError when a named file is no JSON or holds no cases. In a folder such a file stands for one
    unusable case, told by its name.
    """
    filled = _filled(path if path.is_dir() else path.parent)
    raw = _folder(path) if path.is_dir() else cases_in(path)
    return [(each, filled.get(str(each.get("id")), {}) if isinstance(each, dict) else {}) for each in raw]


def cases_in(file: Path) -> list[Any]:
    """The cases of a file: one, a list, or {"cases": […]}. Raises ValueError."""
    told = _clean(_json(file))
    if isinstance(told, dict) and "cases" in told:
        told = told["cases"]
    if isinstance(told, dict):
        return [told]
    if not isinstance(told, list):
        raise ValueError(f"{file.name} 里没有案件")  # noqa: TRY004 - the file is at fault, not the caller
    return told


def _folder(path: Path) -> list[Any]:
    found: list[Any] = []
    for file in sorted(each for each in path.glob("*.json") if each.name[0] != "_"):
        try:
            found.extend(cases_in(file))
        except ValueError as error:
            found.append({"id": file.stem, "unreadable": str(error)})
    return found


def _json(file: Path) -> Any:
    try:
        return json.loads(file.read_text("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise ValueError(f"{file.name} 不是 JSON 文件") from error


def _clean(told: Any) -> Any:
    """The same value without characters that no database keeps: half surrogate pairs, NUL."""
    if isinstance(told, str):
        return told.encode("utf-8", "replace").decode("utf-8").replace("\0", "")
    if isinstance(told, list):
        return [_clean(each) for each in told]
    if isinstance(told, dict):
        return {_clean(key): _clean(value) for key, value in told.items()}
    return told


def _filled(folder: Path) -> dict[str, Filled]:
    file = folder / DATES
    if not file.is_file():
        return {}
    told = _json(file)
    cases = told.get("cases") if isinstance(told, dict) else None
    if not isinstance(cases, dict):
        raise ValueError(f"{DATES} 里没有案件")  # noqa: TRY004 - the file is at fault, not the caller
    return {str(name): _dates(case) for name, case in cases.items()}


def _dates(case: Any) -> Filled:
    events = case.get("events") if isinstance(case, dict) else None
    dated = [each for each in events or [] if isinstance(each, dict) and isinstance(each.get("seq"), int)]
    return {each["seq"]: (str(each["date"]), bool(each.get("synthetic"))) for each in dated if each.get("date")}
