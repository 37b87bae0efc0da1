"""A count by hand, for the tests: the journal of each case walked act by act. It shares nothing with the counters."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import date

from sqlalchemy import select

from casework.base.db import db
from casework.records.journal import JournalEntry

IN, OUT = ("accepted", "reopened"), ("agreed", "terminated", "withdrawn", "transferred")
Event = tuple[date, int, str]


def counted(start: date, end: date) -> tuple[Counter[tuple[int, str]], Counter[int], Counter[int]]:
    """From `start` up to `end`: what happened by office and figure, and what stood open at each office at both ends."""
    happened, opening, closing = Counter(), Counter(), Counter()
    for events in _cases():
        for on, office, figure in events:
            happened[office, figure] += start <= on < end
        for day, stock in ((start, opening), (end, closing)):
            stands = None
            for on, office, figure in events:
                if on < day:
                    stands = office if figure in ("accepted", "moved_in") else None if figure in OUT else stands
            if stands is not None:
                stock[stands] += 1
    return +happened, opening, closing


def _cases() -> Iterator[list[Event]]:
    cases = defaultdict(list)
    for entry in db.session.scalars(select(JournalEntry).order_by(JournalEntry.seq)):
        if entry.figure in (*IN, *OUT, "registered"):
            cases[entry.case_id].append(entry)
    for entries in cases.values():
        yield list(_events(entries))


def _events(entries: list[JournalEntry]) -> Iterator[Event]:
    """What a case did: it stands at one office at a time, is registered once, and closes only while it stands."""
    at, registered = None, False
    for entry in _in_order(entries):
        on, office, figure = entry.figure_on, entry.office_id, entry.figure
        if figure == "registered":
            if not registered:
                yield on, office, figure
            registered = True
        elif figure in IN and at is None:
            at = office
            yield on, office, "accepted"
        elif figure in IN and at != office:
            yield on, at, "moved_out"
            at = office
            yield on, office, "moved_in"
        elif figure in OUT and at is not None:
            yield on, at, figure
            at = None


def _in_order(entries: list[JournalEntry]) -> list[JournalEntry]:
    """By the day that counts; a case closed on the day on which it first came in came in first."""
    ordered = sorted(entries, key=lambda each: (each.figure_on, each.seq))
    first = next((each for each in ordered if each.figure in IN), None)
    if first is not None:
        before = [each for each in ordered[: ordered.index(first)] if each.figure in OUT]
        same_day = [each for each in before if each.figure_on == first.figure_on]
        if same_day:
            ordered.remove(first)
            ordered.insert(ordered.index(same_day[0]), first)
    return ordered
