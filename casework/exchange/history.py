"""Case histories in `ipcase-neutral/1` and `/2`, read as plain values; dates filled so that the order is kept."""

import json
import re
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import Any

from casework.base.wallclock import at_local, local_date

Filled = dict[int, tuple[str, bool]]  # seq -> (date, filled in for the replay and no fact)
DATES = "_replay_dates.json"
FIRST_DAY = date(2020, 1, 1)
_FULL = re.compile(r"\d{4}-\d{2}-\d{2}")


@dataclass(frozen=True)
class Event:
    """One told event. `at` is the instant at which it is applied; `undated` says that the day is not a fact."""

    seq: int
    action: str
    actor: str
    actor_kind: str
    at: datetime
    undated: bool
    document: str | None = None
    amount_fen: int | None = None
    note: str | None = None
    reason_code: str | None = None
    entrusted: str | None = None
    items: tuple[int, ...] = ()
    agreement: dict[str, Any] | None = None

    @property
    def day(self) -> date:
        """The local date (Asia/Shanghai)."""
        return local_date(self.at)


@dataclass(frozen=True)
class History:
    """One told case."""

    id: str
    title: str
    right_kind: str
    right_number: str | None
    parties: tuple[dict[str, Any], ...]
    channel: str
    facts: str
    region: dict[str, Any]
    organisation: str | None
    events: tuple[Event, ...]
    outcome: dict[str, Any] = field(default_factory=dict)


class Unusable(ValueError):
    """A case that has no usable shape; the message says what is wrong."""


def read_path(path: Path) -> list[tuple[dict[str, Any], Filled]]:
    """The raw cases of a folder or file in their order, each with the dates filled in beside it (seq -> date).

    Raises ValueError when the file is no JSON or holds no cases.
    """
    files = sorted(each for each in path.glob("*.json") if each.name[0] != "_") if path.is_dir() else [path]
    filled = _filled(path if path.is_dir() else path.parent)
    found: list[tuple[dict[str, Any], Filled]] = []
    for file in files:
        cases = _cases(json.loads(file.read_text("utf-8-sig")))
        found.extend((raw, filled.get(str(raw.get("id")), {}) if isinstance(raw, dict) else {}) for raw in cases)
    return found


def _cases(told: Any) -> list[Any]:
    if isinstance(told, dict) and "cases" in told:
        told = told["cases"]
    if isinstance(told, dict):
        return [told]
    if not isinstance(told, list):
        raise ValueError("文件里没有案件")  # noqa: TRY004 - the file is at fault, not the caller
    return told


def _filled(folder: Path) -> dict[str, Filled]:
    file = folder / DATES
    if not file.is_file():
        return {}
    told = json.loads(file.read_text("utf-8-sig")).get("cases", {})
    return {
        name: {
            each["seq"]: (each["date"], bool(each.get("synthetic")))
            for each in case.get("events", [])
            if each.get("date")
        }
        for name, case in told.items()
    }


def read_case(raw: Any, filled: Filled) -> History:
    """A raw case as a History. Raises Unusable with the reason."""
    if not isinstance(raw, dict) or not raw.get("id"):
        raise Unusable("案件没有编号(id)")
    events = raw.get("events")
    if not isinstance(events, list) or not events or not all(isinstance(each, dict) for each in events):
        raise Unusable("案件没有事件(events)")
    right = raw.get("right") or {}
    numbers = [each.get("value") for each in right.get("numbers") or [] if isinstance(each, dict)]
    return History(
        id=str(raw["id"]),
        title=str(raw.get("title") or raw["id"])[:200],
        right_kind=str(right.get("kind") or "other"),
        right_number=next((str(each) for each in numbers if each), None),
        parties=tuple(each for each in raw.get("parties") or [] if isinstance(each, dict)),
        channel=str((raw.get("channel") or {}).get("code") or "unknown"),
        facts=str(raw.get("facts") or ""),
        region=raw.get("region") or {},
        organisation=raw.get("organisation"),
        events=_events(events, filled),
        outcome=raw.get("outcome") or {},
    )


def _events(raw: list[dict[str, Any]], filled: Filled) -> tuple[Event, ...]:
    ordered = sorted(raw, key=_seq)
    known = [_known(each, filled) for each in ordered]
    instants = _instants(known)
    made_up = {seq for seq, (_, synthetic) in filled.items() if synthetic}
    return tuple(
        _event(each, at, when is None or each["seq"] in made_up)
        for each, at, when in zip(ordered, instants, known, strict=True)
    )


def _seq(raw: dict[str, Any]) -> int:
    seq = raw.get("seq")
    if not isinstance(seq, int) or isinstance(seq, bool):
        raise Unusable("事件没有顺序号(seq)")
    return seq


def _known(raw: dict[str, Any], filled: Filled) -> datetime | None:
    if isinstance(raw.get("at"), str):
        return instant(raw["at"])
    told = filled[raw["seq"]][0] if raw["seq"] in filled else raw.get("date")
    if isinstance(told, str) and _FULL.fullmatch(told):
        try:
            return at_local(date.fromisoformat(told), time(10, 0))
        except ValueError as error:
            raise Unusable(f"没有这一天: {told}") from error
    return None


def instant(text: str) -> datetime:
    """An RFC 3339 instant in UTC, or a local date at ten in the morning. Raises Unusable."""
    try:
        if _FULL.fullmatch(text):
            return at_local(date.fromisoformat(text), time(10, 0))
        found = datetime.fromisoformat(text)
    except ValueError as error:
        raise Unusable(f"不是时间: {text}") from error
    if found.tzinfo is None:
        raise Unusable(f"时间没有时区: {text}")
    return found.astimezone(UTC)


def _instants(known: list[datetime | None]) -> list[datetime]:
    """Every event's instant: its own, else the earliest that keeps the order. Events of one instant stay in order."""
    first = next((each for each in known if each), None) or at_local(FIRST_DAY, time(10, 0))
    found: list[datetime] = []
    for each in known:
        found.append(each or (found[-1] + timedelta(milliseconds=1) if found else first))
    return found


def _event(raw: dict[str, Any], at: datetime, undated: bool) -> Event:
    amount = raw.get("amount")
    return Event(
        seq=raw["seq"],
        action=str(raw.get("action") or ""),
        actor=str(raw.get("actor") or "来源未载明"),
        actor_kind=str(raw.get("actor_kind") or "other"),
        at=at,
        undated=undated or bool(raw.get("synthetic")),
        document=raw.get("document"),
        amount_fen=fen(amount),
        note=raw.get("note"),
        reason_code=raw.get("reason_code"),
        entrusted=raw.get("entrusted"),
        items=tuple(each for each in raw.get("items") or () if isinstance(each, int)),
        agreement=raw.get("agreement") if isinstance(raw.get("agreement"), dict) else None,
    )


def fen(yuan: Any) -> int | None:
    """Yuan as told (a number or its text) in fen; None where it is no amount."""
    if isinstance(yuan, bool) or not isinstance(yuan, int | float | str):
        return None
    try:
        return round(float(yuan) * 100)
    except ValueError:
        return None
