"""A count by hand, for the tests: the journal of each case walked act by act. It shares nothing with the counters."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from sqlalchemy import select

from casework.base.db import db
from casework.base.wallclock import local_date
from casework.records.journal import JournalEntry

IN, OUT = ("accepted", "reopened"), ("agreed", "terminated", "withdrawn", "transferred")
Event = tuple[date, int, str, int]
PAUSED, DECIDED = ("suspended", "objection", "mediation"), ("established", "dismissed", "settled", "withdrawn")


def counted(start: date, end: date) -> tuple[Counter[tuple[int, str]], Counter[int], Counter[int]]:
    """From `start` up to `end`: what happened by office and figure, and what stood open at each office at both ends."""
    happened, opening, closing = Counter(), Counter(), Counter()
    for events in _cases().values():
        for on, office, figure, _ in events:
            happened[office, figure] += start <= on < end and figure != "joined"
        for day, stock in ((start, opening), (end, closing)):
            stands = None
            for on, office, figure, _ in events:
                if on < day:
                    stands = office if figure in ("accepted", "moved_in") else None if figure in OUT else stands
            if stands is not None:
                stock[stands] += 1
    return +happened, opening, closing


def limited(start: date, end: date) -> dict[str, Counter[int]]:
    """By office: closed from `start` up to `end` under a limit, in time of these; open at the end with it behind them."""
    told = {"limited": Counter(), "in_time": Counter(), "overdue": Counter()}
    for case, events in _cases().items():
        dues, stands = _dues(case), None
        for on, office, figure, seq in events:
            under = [due for begun, due in dues if begun <= seq]
            if figure in OUT and start <= on < end and under:
                told["limited"][office] += 1
                told["in_time"][office] += on <= max(under)
            if on < end:
                stands = office if figure in ("accepted", "moved_in") else None if figure in OUT else stands
        told["overdue"][stands] += stands is not None and any(due < end for _, due in dues)
    return {name: +found for name, found in told.items()}


def _dues(case: int) -> list[tuple[int, date]]:
    """The time limits of a case: the place of the entry that started each, and the day that was told for it last."""
    begun, last = {}, {}
    for entry in _entries(case):
        for each in entry.changes.get("running_clock", ()):
            begun.setdefault(each["id"], entry.seq)
            last[each["id"]] = date.fromisoformat(each["due"][1])
    return [(begun[each], due) for each, due in last.items()]


def people(start: date, end: date) -> int:
    """The parties of what was received from `start` up to `end`, and who joined what stood open."""
    number = 0
    for case, events in _cases().items():
        joined = [entry.seq for entry in _entries(case) if "party" in entry.changes]
        for figure, seq in ((figure, seq) for on, _, figure, seq in events if start <= on < end):
            before = 2 + sum(each < seq for each in joined)
            number += {"accepted": before, "joined": 1}.get(figure, 0)
    return number


def decided(start: date, end: date) -> dict[str, Any]:
    """Adjudications from `start` up to `end`: filed, decided how, and the days that each took without its pauses."""
    told = {"filed": 0, "ends": Counter(), "days": [], "limited": 0, "in_time": 0}
    for case, entries in _procedures("adjudication").items():
        begun, out, due = None, set(), max(due for _, due in _dues(case))
        for entry in entries:
            day = local_date(entry.at)
            if entry.step in ("file", "remake"):
                begun = day
                told["filed"] += start <= day < end
            elif begun and entry.to_state in DECIDED:
                if start <= day < end:
                    told["ends"][entry.to_state] += 1
                    told["limited"] += 1
                    told["in_time"] += day <= due
                    told["days"].append(sum(begun < each <= day for each in _days(begun, day) - out))
                begun = None
            out |= _paused_after(entry, entries)
    told["days"].sort()
    return told


def _days(first: date, last: date) -> set[date]:
    return {first + timedelta(days=each) for each in range((last - first).days + 1)}


def _paused_after(entry: JournalEntry, entries: list[JournalEntry]) -> set[date]:
    """The days after an entry that paused, up to that of the next entry that did not."""
    if entry.to_state not in PAUSED:
        return set()
    later = next(each for each in entries if each.seq > entry.seq and each.to_state not in PAUSED)
    return _days(local_date(entry.at) + timedelta(days=1), local_date(later.at))


def _procedures(name: str) -> dict[int, list[JournalEntry]]:
    found = defaultdict(list)
    for entry in db.session.scalars(
        select(JournalEntry).where(JournalEntry.procedure == name).order_by(JournalEntry.seq)
    ):
        found[entry.case_id].append(entry)
    return found


def _entries(case: int) -> list[JournalEntry]:
    return list(db.session.scalars(select(JournalEntry).where(JournalEntry.case_id == case).order_by(JournalEntry.seq)))


def _cases() -> dict[int, list[Event]]:
    cases = defaultdict(list)
    for entry in db.session.scalars(select(JournalEntry).order_by(JournalEntry.seq)):
        if entry.figure in (*IN, *OUT, "registered") or "party" in entry.changes:
            cases[entry.case_id].append(entry)
    return {case: list(_events(entries)) for case, entries in cases.items()}


def _events(entries: list[JournalEntry]) -> Iterator[Event]:
    """What a case did: it stands at one office at a time, is registered once, and closes only while it stands."""
    at, since, registered = None, 0, False
    for entry in _in_order(entries):
        on, office, figure, seq = _on(entry), entry.office_id, entry.figure, entry.seq
        if figure == "registered":
            if not registered:
                yield on, office, figure, seq
            registered = True
        elif figure in IN and at is None:
            at, since = office, seq
            yield on, office, "accepted", seq
        elif figure in IN and at != office:
            yield on, at, "moved_out", seq
            at, since = office, seq
            yield on, office, "moved_in", seq
        elif figure in OUT and at is not None:
            yield on, at, figure, seq
            at = None
        elif figure is None and at is not None and seq > since:
            yield on, at, "joined", seq


def _in_order(entries: list[JournalEntry]) -> list[JournalEntry]:
    """By the day that counts; a case closed on the day on which it first came in came in first."""
    ordered = sorted(entries, key=lambda each: (_on(each), each.seq))
    first = next((each for each in ordered if each.figure in IN), None)
    if first is not None:
        before = [each for each in ordered[: ordered.index(first)] if each.figure in OUT]
        same_day = [each for each in before if each.figure_on == first.figure_on]
        if same_day:
            ordered.remove(first)
            ordered.insert(ordered.index(same_day[0]), first)
    return ordered


def _on(entry: JournalEntry) -> date:
    return entry.figure_on or local_date(entry.at)
