"""Counts that no step makes: what is in time, overdue, owed, who mediates. Each answers with facts and their entries."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, case, exists, func, or_, select, union_all

from casework.base.db import db
from casework.base.wallclock import at_local
from casework.identity.models import Organisation
from casework.mediation.models import Mediator
from casework.performance.models import PAY, Obligation, ProofOfPerformance, ReturnVisit
from casework.procedure.models import Proceeding, RunningClock
from casework.records.figures import FigureFact
from casework.statistics.groups import data
from casework.statistics.period import Period
from casework.statistics.rows import Offices, Seen, came_before
from casework.statistics.tables import stream_in, stream_out

Provider = Callable[[Period, Offices, str], list[Seen]]
SUMMED = ("limited", "in_time")
_COLUMNS = ("office_id", "form", "right_kind", "matter", "source", "case_id", "seq", "on_day")


def live(name: str, period: Period, offices: Offices, stream: str) -> list[Seen]:
    """The facts of a live count. Raises KeyError for a name that is not there."""
    return PROVIDERS[name](period, offices, stream)


def live_sums(name: str, period: Period, offices: Offices, stream: str, kept: dict[Any, Any]) -> list[Seen]:
    """A live count summed as far as it can be; `kept` remembers what columns of one table share. Raises as `live`."""
    if name not in SUMMED:
        return live(name, period, offices, stream)
    key = ("limited", stream)
    if key not in kept:
        kept[key] = _limited_sums(period, offices, stream)
    found: list[Seen] = kept[key][name]
    return found


def limits(stream: str) -> list[str]:
    """The clock rules that limit a stream (data/limits.json)."""
    found: list[str] = data("limits.json").get(stream, [])
    return found


def _limited(period: Period, offices: Offices, stream: str) -> list[Seen]:
    return [seen for seen, _ in _closed_with_limit(period, offices, stream, "limited")]


def _in_time(period: Period, offices: Offices, stream: str) -> list[Seen]:
    return [
        seen
        for seen, due in _closed_with_limit(period, offices, stream, "in_time")
        if seen.on_day and seen.on_day <= due
    ]


def _closed_with_limit(period: Period, offices: Offices, stream: str, name: str) -> list[tuple[Seen, date]]:
    asked = _limited_facts(period, offices, stream).order_by(FigureFact.on_day, FigureFact.case_id)
    return [(_seen(row, name), _day(row[8])) for row in db.session.execute(asked)]


def _limited_sums(period: Period, offices: Offices, stream: str) -> dict[str, list[Seen]]:
    """How many were closed under a limit, and how many of them in time, summed by what a table sorts by."""
    facts = _limited_facts(period, offices, stream).subquery()
    group = [facts.c[name] for name in _COLUMNS[:5]]
    in_time = func.sum(case((facts.c.on_day <= facts.c.due, 1), else_=0))
    rows = db.session.execute(select(*group, func.count(), in_time).group_by(*group)).all()
    return {
        name: [Seen(row[0], name, *row[1:5], n=int(row[place])) for row in rows]
        for place, name in ((5, "limited"), (6, "in_time"))
    }


def _limited_facts(period: Period, offices: Offices, stream: str) -> Select[Any]:
    out = [each for each in stream_out(stream) if each != "moved_out"]
    terms = [FigureFact.figure.in_(out), FigureFact.on_day >= period.start, FigureFact.on_day < period.end]
    terms += [] if offices is None else [FigureFact.office_id.in_(list(offices))]
    asked = select(*_columns(), func.max(RunningClock.due).label("due")).where(*terms)
    asked = asked.join(RunningClock, RunningClock.case_id == FigureFact.case_id)
    return asked.where(_limiting(stream), RunningClock.started_seq <= FigureFact.seq).group_by(*_columns())


def _overdue(period: Period, offices: Offices, stream: str) -> list[Seen]:
    """What stands open at the end of the period with its limit behind it."""
    behind = (_limiting(stream), RunningClock.due < period.end, RunningClock.state != "paused")
    still = (RunningClock.stopped_at.is_(None), RunningClock.stopped_at >= at_local(period.end))
    late = union_all(*(select(RunningClock.case_id).where(*behind, each) for each in still))
    asked = [_facts([*terms, FigureFact.case_id.in_(late)], offices) for terms in _open(period, stream)]
    return [_seen(row, "overdue") for each in asked for row in db.session.execute(each)]


def _due(period: Period, offices: Offices, _stream: str) -> list[Seen]:
    """The money that falls due in the period, by obligation."""
    terms = [Obligation.due >= period.start, Obligation.due < period.end, Obligation.kind == PAY]
    asked = _facts([*terms, FigureFact.figure == "performance.in"], offices, Obligation.fen)
    asked = asked.join(Proceeding, Proceeding.case_id == FigureFact.case_id)
    asked = asked.where(Proceeding.id == FigureFact.proceeding_id, Obligation.performance_id == Proceeding.id)
    return [_seen(row, "due", fen=row[8] or 0) for row in db.session.execute(asked)]


def _unperformed(period: Period, offices: Offices, _stream: str) -> list[Seen]:
    """Schedules open at the end of the period with a duty due before it that was not done by then."""
    paid = select(func.coalesce(func.sum(ProofOfPerformance.fen), 0)).where(_proof(period))
    done = exists().where(_proof(period))
    undone = or_(
        and_(Obligation.kind == PAY, paid.scalar_subquery() < Obligation.fen), and_(Obligation.kind == "act", ~done)
    )
    late = exists().where(Obligation.performance_id == FigureFact.proceeding_id, Obligation.due < period.end, undone)
    asked = [_facts([*terms, late], offices) for terms in _open(period, "performance")]
    return [_seen(row, "unperformed") for each in asked for row in db.session.execute(each)]


def _due_agreements(period: Period, offices: Offices, _stream: str) -> list[Seen]:
    """Agreements whose last due date lies before the end of the period (mediation.md 4.4)."""
    return [_seen(row, "due_agreements") for row in db.session.execute(_facts(_last_due(period), offices))]


def _performed_due(period: Period, offices: Offices, _stream: str) -> list[Seen]:
    out = exists().where(
        _OUT.c.case_id == FigureFact.case_id,
        _OUT.c.proceeding_id == FigureFact.proceeding_id,
        _OUT.c.figure == "performance.out",
        _OUT.c.form == "performed",
        _OUT.c.on_day < period.end,
    )
    asked = _facts([*_last_due(period), out], offices)
    return [_seen(row, "performed_due") for row in db.session.execute(asked)]


def _visits(name: str) -> Provider:
    def provide(period: Period, offices: Offices, _stream: str) -> list[Seen]:
        terms = [FigureFact.figure == "performance.in", ReturnVisit.visited_on >= period.start]
        terms += [ReturnVisit.visited_on < period.end, ReturnVisit.satisfied.is_not(None)]
        if name == "satisfied":
            terms.append(ReturnVisit.satisfied.is_(True))
        asked = _facts(terms, offices).join(ReturnVisit, ReturnVisit.performance_id == FigureFact.proceeding_id)
        return [_seen(row, name) for row in db.session.execute(asked)]

    return provide


def _people(name: str) -> Provider:
    def provide(period: Period, offices: Offices, _stream: str) -> list[Seen]:
        asked = select(Mediator).where(Mediator.active, Mediator.since < period.end)
        found = [each for each in db.session.scalars(asked) if each.until is None or each.until >= period.last]
        kept = [each for each in found if TESTS[name](each) and (offices is None or each.office_id in offices)]
        return [Seen(each.office_id, name, "", "", "", "", 1) for each in kept]

    return provide


def _committees(_period: Period, offices: Offices, _stream: str) -> list[Seen]:
    asked = select(Organisation.id).where(Organisation.kind == "committee", Organisation.active)
    found = [each for each in db.session.scalars(asked) if offices is None or each in offices]
    return [Seen(each, "committees", "", "", "", "", 1) for each in found]


def _facts(terms: list[ColumnElement[bool]], offices: Offices, *more: Any) -> Select[Any]:
    mine = [] if offices is None else [func.coalesce(FigureFact.office_id, 0).in_(list(offices))]
    return select(*_columns(), *more).where(*terms, *mine).order_by(FigureFact.on_day, FigureFact.case_id)


def _columns() -> list[Any]:
    return [getattr(FigureFact, name) for name in _COLUMNS]


def _open(period: Period, stream: str) -> list[list[ColumnElement[bool]]]:
    """What stands at the end of a period: still open, or gone later; each by an index of its own."""
    ways = (FigureFact.until_day.is_(None), FigureFact.until_day >= period.end)
    return [[FigureFact.figure == name, came_before(period.end), way] for name in stream_in(stream) for way in ways]


def _last_due(period: Period) -> list[ColumnElement[bool]]:
    last = select(func.max(Obligation.due)).where(Obligation.performance_id == FigureFact.proceeding_id)
    return [FigureFact.figure == "performance.in", FigureFact.on_day < period.end, last.scalar_subquery() < period.end]


def _proof(period: Period) -> ColumnElement[bool]:
    proof = ProofOfPerformance
    return and_(proof.obligation_id == Obligation.id, proof.answer != "disputed", proof.done_on < period.end)


def _limiting(stream: str) -> ColumnElement[bool]:
    rules = limits(stream)
    return or_(*(or_(RunningClock.rule == each, RunningClock.rule.startswith(f"{each}.")) for each in rules))


def _seen(row: Any, name: str, *, fen: int = 0) -> Seen:
    office, form, right, matter, source, case_id, seq, on_day = row[:8]
    return Seen(office, name, form, right, matter, source, 1, fen, case_id=case_id, seq=seq, on_day=on_day)


def _day(value: Any) -> date:
    return value if isinstance(value, date) else date.fromisoformat(str(value)) + timedelta(0)


_OUT = FigureFact.__table__.alias("went_out")
TESTS: dict[str, Callable[[Mediator], bool]] = {
    "mediators": lambda _each: True,
    "members": lambda each: each.member,
    "appointed": lambda each: not each.member,
    "full_time": lambda each: each.full_time,
    "women": lambda each: each.sex == "female",
}
PROVIDERS: dict[str, Provider] = {
    "limited": _limited,
    "in_time": _in_time,
    "overdue": _overdue,
    "due": _due,
    "unperformed": _unperformed,
    "due_agreements": _due_agreements,
    "performed_due": _performed_due,
    "satisfied": _visits("satisfied"),
    "visited": _visits("visited"),
    "committees": _committees,
    **{name: _people(name) for name in TESTS},
}
