"""What a case counts for: its journal in, its facts out. Pure; counters and recount go through here alone.

A case is registered once. It is received when it is accepted while it does not stand open (again: form "reopened"),
it moves when another office accepts it while it stands open, and it is closed by the first closing after that
(mediation.md 4.4, transfer.md 5.1). Everything else counts as often as it happens.
"""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Any

REGISTERED, ACCEPTED, REOPENED = "registered", "accepted", "reopened"
MOVED_IN, MOVED_OUT = "moved_in", "moved_out"
PARTY_JOINED, DIFFICULT = "party_joined", "difficult"
IN, OUT = ".in", ".out"


@dataclass(frozen=True)
class Told:
    """One journal entry as far as it can count. `on` is the day it counts at, local."""

    seq: int
    on: date
    office_id: int
    procedure: str
    proceeding_id: int
    step: str
    from_state: str
    to_state: str
    figure: str | None = None
    fen: int | None = None
    day: date | None = None
    joined: int = 0
    difficult: bool = False

    @property
    def happened_on(self) -> date:
        """The local day of the act itself."""
        return self.day or self.on


@dataclass(frozen=True)
class About:
    """What is so of the whole case: parties now, money claimed (fen)."""

    parties: int = 0
    claim_fen: int | None = None


@dataclass
class Fact:
    """One thing that counts: which figure, on which day, for which office, and the entry behind it.

    `until` is the day on which what came in went out again; `days` the calendar days from reception to closing, net
    of pauses; `fen` and `persons` add up like `n`.
    """

    figure: str
    on: date
    office_id: int
    seq: int
    proceeding_id: int
    form: str = ""
    n: int = 1
    fen: int = 0
    persons: int = 0
    days: int | None = None
    until: date | None = None


@dataclass
class _Standing:
    """A stay of a case or a proceeding at an office: since when, at whom."""

    fact: Fact
    since: date
    procedure: str


@dataclass
class _Case:
    entries: list[Told]
    about: About
    facts: list[Fact] = field(default_factory=list)
    stands: _Standing | None = None
    received: int = 0
    stray: date | None = None


@cache
def streams() -> dict[str, Any]:
    """The data file: what comes in and goes out."""
    found: dict[str, Any] = json.loads(files("casework.records").joinpath("data", "streams.json").read_text("utf-8"))
    return found


@cache
def openings() -> tuple[str, ...]:
    """The figures of what comes in and later goes out: stocks are made of them."""
    return (ACCEPTED, MOVED_IN, *(name + IN for name in streams()["streams"]))


def figure_of(procedure: str, step: str, from_state: str, figure: str | None) -> str | None:
    """The figure of an entry: its own, else the one that the data gives its step."""
    named = streams()["steps"]
    return figure or named.get(f"{procedure}.{step}@{from_state}") or named.get(f"{procedure}.{step}")


def matters(procedure: str, step: str, to_state: str, figure: str | None) -> bool:
    """Whether an entry can change what its case counts for; pauses count when the case is closed."""
    return figure is not None or any(
        step in (*stream["opens"], *stream.get("reopens", ())) or to_state in stream["closes"]
        for stream in streams()["streams"].values()
        if stream["procedure"] == procedure
    )


def tally(entries: Iterable[Told], about: About) -> list[Fact]:
    """All facts of one case, from all its entries in any order."""
    case = _Case(sorted(entries, key=lambda each: each.seq), about)
    for entry in _by_day(case.entries):
        _mediating(case, entry)
        _plain(case, entry)
    for name, stream in streams()["streams"].items():
        case.facts += _stream(name, stream, case.entries)
    return case.facts


def _by_day(entries: list[Told]) -> Iterator[Told]:
    """The entries by the day they count at, then by place; a case closed on the day it first comes in came in first."""
    mediating = streams()["mediating"]
    ordered = sorted(entries, key=lambda each: (each.on, each.seq))
    first = next((each for each in ordered if each.figure in mediating["received"]), None)
    early = [each for each in ordered if first and each.on == first.on and each.figure in mediating["closings"]]
    if first and early and early[0].seq < first.seq:
        ordered.remove(first)
        ordered.insert(ordered.index(early[0]), first)
    yield from ordered


def _mediating(case: _Case, entry: Told) -> None:
    mediating = streams()["mediating"]
    if entry.figure in mediating["received"]:
        _receive(case, entry)
    elif entry.figure in mediating["closings"]:
        _close(case, entry)
    elif entry.figure in mediating["once"] and not any(each.figure == entry.figure for each in case.facts):
        case.facts.append(_fact(entry, str(entry.figure)))
    if case.stands and entry.joined and entry.seq > case.stands.fact.seq:
        joined = _fact(entry, PARTY_JOINED, on=entry.happened_on, persons=entry.joined)
        joined.office_id = case.stands.fact.office_id
        case.facts.append(joined)


def _receive(case: _Case, entry: Told) -> None:
    if case.stands is None:
        later = sum(each.joined for each in case.entries if each.seq > entry.seq)
        fact = _fact(entry, ACCEPTED, form=REOPENED if case.received else "", persons=case.about.parties - later)
        fact.fen, fact.until = case.about.claim_fen or 0, case.stray
        case.received += 1
        case.stands = _Standing(fact, entry.on, entry.procedure)
        case.stray = None
        case.facts.append(fact)
    elif entry.office_id != case.stands.fact.office_id:
        left = case.stands.fact
        left.until = left.until or entry.on
        out, into = _fact(entry, MOVED_OUT), _fact(entry, MOVED_IN)
        out.office_id = left.office_id
        case.stands.fact = into
        case.facts += [out, into]


def _close(case: _Case, entry: Told) -> None:
    if case.stands is None:
        case.stray = entry.on if not case.received and case.stray is None else case.stray
        return
    stay = case.stands
    fact = _fact(entry, str(entry.figure), form=streams()["forms"].get(f"{entry.procedure}.{entry.step}", ""))
    fact.office_id, fact.fen = stay.fact.office_id, entry.fen or 0
    if fact.figure == "agreed" and not fact.form:
        fact.form = "oral" if entry.step == "agree_orally" else "written"
    fact.days = net_days(case.entries, entry.procedure, entry.proceeding_id, stay.since, entry.on)
    stay.fact.until = stay.fact.until or entry.on
    case.stands = None
    case.facts.append(fact)


def _plain(case: _Case, entry: Told) -> None:
    """Figures that count as often as they happen."""
    mediating = streams()["mediating"]
    if entry.difficult:
        case.facts.append(_fact(entry, DIFFICULT))
    special = {*mediating["received"], *mediating["closings"], *mediating["once"]}
    if entry.figure is None or entry.figure in special:
        return
    form = entry.procedure if entry.figure in streams()["form_is_procedure"] else ""
    case.facts.append(_fact(entry, entry.figure, form=form, fen=entry.fen or 0))


def _stream(name: str, stream: dict[str, Any], entries: list[Told]) -> Iterator[Fact]:
    """What came in and went out of one procedure, by proceeding."""
    standing: dict[int, Fact] = {}
    for entry in (each for each in entries if each.procedure == stream["procedure"]):
        stays = standing.get(entry.proceeding_id)
        on = entry.on if entry.figure else entry.happened_on
        again = stays is not None and stays.until is not None and entry.step in stream.get("reopens", ())
        if again or (entry.step in stream["opens"] and stays is None):
            stays = standing[entry.proceeding_id] = _fact(entry, name + IN, on=on)
            yield stays
        if stays is not None and stays.until is None and entry.to_state in stream["closes"]:
            stays.until = max(on, stays.on)
            out = _fact(entry, name + OUT, on=stays.until, form=entry.to_state)
            out.office_id = stays.office_id
            out.days = net_days(entries, entry.procedure, entry.proceeding_id, stays.on, stays.until)
            yield out


def net_days(entries: list[Told], procedure: str, proceeding_id: int, start: date, end: date) -> int:
    """Calendar days from `start` (not counted) to `end`, less the days in a pausing state."""
    pausing = streams()["pauses"].get(procedure, [])
    paused, since = 0, None
    for entry in entries:
        if entry.proceeding_id != proceeding_id or entry.procedure != procedure:
            continue
        day = min(max(entry.happened_on, start), end)
        if since is not None and entry.to_state not in pausing:
            paused += (day - since).days
            since = None
        elif since is None and entry.to_state in pausing:
            since = day
    if since is not None:
        paused += (end - since).days
    return max((end - start).days - paused, 0)


def _fact(entry: Told, figure: str, *, on: date | None = None, **values: Any) -> Fact:
    return Fact(figure, on or entry.on, entry.office_id, entry.seq, entry.proceeding_id, **values)
