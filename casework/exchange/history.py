"""Case histories in `ipcase-neutral/1` and `/2` as plain values of known shape."""

import re
from dataclasses import dataclass
from datetime import date, datetime
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation
from typing import Any

from casework.base.wallclock import local_date
from casework.exchange.dating import Told, placed, told_time
from casework.exchange.reading import Filled

UNTOLD = "来源未载明"
MOST_FEN = 10**15
LONGEST_ID = 60
LAST_SEQ = 10**6
_NUMBER = re.compile(r"\S{0,40}[〔\[(（]\s*\d{4}\s*[〕\])）]\S{0,30}\d+\s*号")


@dataclass(frozen=True)
class Item:
    """One term of a told agreement. `fen` is None for an act, and where the sum is not told."""

    debtor: str | None
    creditor: str | None
    pays: bool
    fen: int | None
    due: str | None
    text: str | None


@dataclass(frozen=True)
class ToldAgreement:
    """What is told of an agreement. Instants are texts, read when they are needed; `signatures` None: not told."""

    oral: bool = False
    regime: str | None = None
    number: str | None = None
    fen: int | None = None
    items: tuple[Item, ...] = ()
    signatures: tuple[tuple[str | None, str | None], ...] | None = None
    mediator_at: str | None = None
    seal_at: str | None = None
    reached_at: str | None = None


@dataclass(frozen=True)
class Event:
    """One told event. `at` is the instant at which it is applied; `undated` says that the day is not a fact.

    `flaw` says in words why the event cannot be read.
    """

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
    agreement: ToldAgreement | None = None
    flaw: str | None = None

    @property
    def day(self) -> date:
        """The local date (Asia/Shanghai)."""
        return local_date(self.at)

    @property
    def number(self) -> str | None:
        """The number told with the document; a mere title is none."""
        return self.document if self.document and _NUMBER.search(self.document) else None


@dataclass(frozen=True)
class ToldParty:
    """A party as told: its ref in the source, side, name, whether it is a natural person."""

    ref: str
    role: str
    name: str | None
    person: bool


@dataclass(frozen=True)
class History:
    """One told case."""

    id: str
    title: str
    right_kind: str
    right_numbers: tuple[str, ...]
    parties: tuple[ToldParty, ...]
    channel: str
    facts: str
    province: str | None
    organisation: str | None
    events: tuple[Event, ...]
    confirming_court: str | None = None
    confirmation_number: str | None = None


class Unusable(ValueError):
    """A case that has no usable shape; the message says what is wrong, the code is one of the contract's."""

    def __init__(self, message: str, code: str = "missing_field") -> None:
        super().__init__(message)
        self.code = code


def read_case(raw: Any, filled: Filled) -> History:
    """A raw case as a History. Raises Unusable with the reason."""
    if not isinstance(raw, dict) or not _text(raw.get("id")):
        raise Unusable("案件没有编号(id)")
    if "unreadable" in raw:
        raise Unusable(str(raw["unreadable"]), "bad_option")
    name = str(raw["id"])
    if len(name) > LONGEST_ID:
        raise Unusable(f"案件编号(id)超过 {LONGEST_ID} 个字符", "bad_option")
    right, outcome = _table(raw.get("right")), _table(raw.get("outcome"))
    numbers = [_text(_table(each).get("value")) for each in _rows(right.get("numbers"))]
    confirmation = _table(outcome.get("confirmation"))
    return History(
        id=name,
        title=(_text(raw.get("title")) or name)[:200],
        right_kind=_text(right.get("kind")) or "other",
        right_numbers=tuple(each[:80] for each in numbers if each),
        parties=tuple(_party(each) for each in _rows(raw.get("parties"))),
        channel=(_text(_table(raw.get("channel")).get("code")) or "unknown")[:30],
        facts=_text(raw.get("facts")) or "",
        province=_text(_table(raw.get("region")).get("province")),
        organisation=_text(raw.get("organisation")),
        events=_events(raw.get("events"), filled),
        confirming_court=_text(confirmation.get("court"), 120),
        confirmation_number=_text(confirmation.get("case_no"), 80),
    )


def fen(yuan: Any) -> int | None:
    """Yuan as told (a number or its text) in fen, half up; None where it is no sensible amount."""
    if isinstance(yuan, bool) or not isinstance(yuan, int | float | str):
        return None
    try:
        found = Decimal(str(yuan).strip()) * 100
        whole = int(found.quantize(Decimal(1), rounding=ROUND_HALF_UP))
    except InvalidOperation:
        return None
    return whole if 0 <= whole <= MOST_FEN else None


def _events(raw: Any, filled: Filled) -> tuple[Event, ...]:
    if not isinstance(raw, list) or not raw or not all(isinstance(each, dict) for each in raw):
        raise Unusable("案件没有事件(events)")
    ordered = sorted(raw, key=_seq)
    seqs = [each["seq"] for each in ordered]
    if len(set(seqs)) < len(seqs):
        raise Unusable("事件的顺序号(seq)重复", "bad_option")
    told = [told_time(each, filled.get(each["seq"])) for each in ordered]
    return tuple(_event(*each) for each in zip(ordered, placed(told), told, strict=True))


def _seq(raw: dict[str, Any]) -> int:
    seq = raw.get("seq")
    if not isinstance(seq, int) or isinstance(seq, bool):
        raise Unusable("事件没有顺序号(seq)")
    if not 0 <= seq <= LAST_SEQ:
        raise Unusable(f"事件的顺序号(seq)不可用: {seq}", "bad_option")
    return seq


def _event(raw: dict[str, Any], at: datetime, told: Told) -> Event:
    return Event(
        seq=raw["seq"],
        action=_text(raw.get("action"), 40) or "",
        actor=_text(raw.get("actor"), 120) or UNTOLD,
        actor_kind=_text(raw.get("actor_kind")) or "other",
        at=at,
        undated=told.undated,
        document=_text(raw.get("document"), 200),
        amount_fen=fen(raw.get("amount")),
        note=_text(raw.get("note"), 2000),
        reason_code=_text(raw.get("reason_code"), 100),
        entrusted=_text(raw.get("entrusted")),
        items=tuple(each for each in _list(raw.get("items")) if isinstance(each, int)),
        agreement=_agreement(raw.get("agreement")),
        flaw=told.flaw,
    )


def _agreement(raw: Any) -> ToldAgreement | None:
    if not isinstance(raw, dict):
        return None
    signed = raw.get("signatures")
    return ToldAgreement(
        oral=raw.get("form") == "oral",
        regime=_text(raw.get("regime")),
        number=_text(raw.get("number"), 60),
        fen=fen(raw.get("amount")),
        items=tuple(_item(each) for each in _rows(raw.get("items"))),
        signatures=tuple((_text(e.get("party")), _text(e.get("at"))) for e in _rows(signed))
        if isinstance(signed, list)
        else None,
        mediator_at=_text(raw.get("mediator_at")),
        seal_at=_text(raw.get("seal_at")),
        reached_at=_text(raw.get("reached_at")),
    )


def _item(raw: dict[str, Any]) -> Item:
    amount = fen(raw.get("amount"))
    return Item(
        debtor=_text(raw.get("debtor")),
        creditor=_text(raw.get("creditor")),
        pays=raw.get("kind") == "pay" and bool(amount),
        fen=amount,
        due=_text(raw.get("due")),
        text=_text(raw.get("text"), 2000),
    )


def _party(raw: dict[str, Any]) -> ToldParty:
    person = raw.get("type") in ("person", "natural")
    return ToldParty(_text(raw.get("ref")) or "", _text(raw.get("role")) or "", _text(raw.get("name"), 200), person)


def _text(told: Any, longest: int | None = None) -> str | None:
    """Told text; a number is its digits, anything else none."""
    if isinstance(told, bool) or not isinstance(told, str | int | float):
        return None
    return str(told).strip()[:longest] or None


def _table(told: Any) -> dict[str, Any]:
    return told if isinstance(told, dict) else {}


def _list(told: Any) -> list[Any]:
    return told if isinstance(told, list) else []


def _rows(told: Any) -> list[dict[str, Any]]:
    return [each for each in _list(told) if isinstance(each, dict)]
