"""Counters kept with each step: facts per case, sums per office and month, in the transaction of the step.

The door calls `follow` after each entry. `recount` tells the same from the journal alone and names every difference.
Beside the months stand the years, what stands open now, and what left: a stock of any first of a month is today's,
less what came since and with what left since, so that its cost does not grow with the years before it.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any, cast

from sqlalchemy import (
    ColumnElement,
    Connection,
    Insert,
    Table,
    bindparam,
    delete,
    extract,
    func,
    insert,
    literal,
    select,
    update,
)
from sqlalchemy import case as sql_case
from sqlalchemy.dialects import postgresql, sqlite

from casework.base.db import db
from casework.base.wallclock import local_date
from casework.records.figures import LEFT, OPEN_NOW, FigureCount, FigureFact
from casework.records.journal import JournalEntry
from casework.records.models import Case, Party, Right
from casework.records.tally import About, Fact, Told, figure_of, matters, openings, tally

SUMS = ("n", "fen", "persons", "days")
BATCH = 500
UNKNOWN_RIGHT = "unknown"


@dataclass(frozen=True)
class Difference:
    """A counter that is not what the journal says: which cell, the sums kept, the sums recounted."""

    cell: tuple[Any, ...]
    kept: tuple[int, ...]
    recounted: tuple[int, ...]


def follow(case: Case, entry: JournalEntry) -> None:
    """Bring facts and counters of a case up to date after an entry: a bounded number of statements, none if it cannot count."""
    figure = figure_of(entry.procedure, entry.step, entry.from_state, entry.figure)
    if not matters(entry.procedure, entry.step, entry.to_state, figure) and not _redescribed(entry.changes):
        return
    connection = db.session.connection()
    wanted = {(each["seq"], each["figure"]): each for each in _facts_of(connection, case.id)}
    kept = {(row["seq"], row["figure"]): dict(row) for row in connection.execute(_KEPT, {"case": case.id}).mappings()}
    gone = [row for key, row in kept.items() if wanted.get(key) != row]
    new = [row for key, row in wanted.items() if kept.get(key) != row]
    _replace(connection, case.id, gone, new)


def recount() -> list[Difference]:
    """The counters against a count of the whole journal, case by case; empty when they agree. Reads only."""
    connection = db.session.connection()
    told: dict[tuple[Any, ...], list[int]] = defaultdict(lambda: [0, 0, 0, 0])
    for facts in _all_facts(connection):
        for row in facts:
            _count(told, row, 1)
    kept = {tuple(row[:7]): tuple(map(int, row[7:])) for row in connection.execute(select(*_COUNT_COLUMNS))}
    cells = sorted({*told, *kept}, key=str)
    pairs = [Difference(each, kept.get(each, (0, 0, 0, 0)), tuple(told.get(each, (0, 0, 0, 0)))) for each in cells]
    return [each for each in pairs if each.kept != each.recounted]


def rebuild() -> int:
    """Count everything anew from the journal; how many facts there are. The caller commits."""
    connection = db.session.connection()
    connection.execute(delete(FigureCount))
    connection.execute(delete(FigureFact))
    number = 0
    for facts in _all_facts(connection):
        if facts:
            connection.execute(insert(FigureFact), facts)
            number += len(facts)
    sum_facts(connection)
    return number


def sum_facts(connection: Connection) -> None:
    """Fill the empty counters from the facts, a statement for each kind of cell."""
    on, until = _FACT.c.on_day, _FACT.c.until_day
    late = func.coalesce(sql_case((until > on, until)), on)
    opening, left = _FACT.c.figure.in_(openings()), literal(LEFT).concat(_FACT.c.figure)
    gone = (opening, until.is_not(None))
    _sum(connection, _month_sql(on), _FACT.c.figure, SUMS)
    _sum(connection, _year_sql(on), _FACT.c.figure, SUMS)
    _sum(connection, literal(OPEN_NOW), _FACT.c.figure, ("n",), opening, until.is_(None))
    _sum(connection, _month_sql(late), left, ("n",), *gone)
    _sum(connection, _year_sql(late), left, ("n",), *gone)


def _sum(connection: Connection, code: Any, figure: Any, names: tuple[str, ...], *terms: ColumnElement[bool]) -> None:
    cell = [code.label("month"), _FACT.c.office_id, figure.label("figure"), *(_FACT.c[name] for name in _CELL[3:])]
    inner = select(*cell, *(_FACT.c[name] for name in names)).where(*terms).subquery()
    sums = [func.coalesce(func.sum(inner.c[name]), 0) if name in names else literal(0) for name in SUMS]
    keys = [inner.c[name] for name in _CELL]
    connection.execute(insert(FigureCount).from_select([*_CELL, *SUMS], select(*keys, *sums).group_by(*keys)))


def _month_sql(day: Any) -> Any:
    return _year_sql(day) + extract("month", day)


def _year_sql(day: Any) -> Any:
    return extract("year", day) * 100


def cells_of(row: dict[str, Any]) -> Iterator[tuple[tuple[Any, ...], tuple[int, ...]]]:
    """The cells of the counters that a fact belongs to, each with what it adds there (n, fen, persons, days).

    Its month and its year; and of what came in, the open now (month 0), or the month and the year in which it left.
    """
    on, until, rest = row["on_day"], row["until_day"], tuple(row[name] for name in _CELL[3:])
    whole = tuple(row[name] or 0 for name in SUMS)
    once, office, figure = (row["n"], 0, 0, 0), row["office_id"], row["figure"]
    yield (month_of(on), office, figure, *rest), whole
    yield (year_of(on), office, figure, *rest), whole
    if figure in openings():
        if until is None:
            yield (OPEN_NOW, office, figure, *rest), once
        else:
            for code in (month_of(max(on, until)), year_of(max(on, until))):
                yield (code, office, LEFT + figure, *rest), once


def month_of(day: date) -> int:
    """The month as a number: year * 100 + month."""
    return day.year * 100 + day.month


def year_of(day: date) -> int:
    """The year as a number beside those of its months: year * 100."""
    return day.year * 100


def _redescribed(changes: dict[str, Any]) -> bool:
    """Whether an entry changed what a case is about: its rights, parties, source, matter, claim."""
    return any(name in changes for name in ("dispute_case", "right_in_dispute", "party"))


def _replace(connection: Connection, case_id: int, gone: list[dict[str, Any]], new: list[dict[str, Any]]) -> None:
    sums: dict[tuple[Any, ...], list[int]] = defaultdict(lambda: [0, 0, 0, 0])
    for rows, sign in ((gone, -1), (new, 1)):
        for row in rows:
            _count(sums, row, sign)
    had = {(row["seq"], row["figure"]) for row in gone}
    stays = [row for row in new if (row["seq"], row["figure"]) in had]
    fresh = [row for row in new if (row["seq"], row["figure"]) not in had]
    left = had - {(row["seq"], row["figure"]) for row in stays}
    if stays:
        connection.execute(_CHANGE, [_changing(case_id, row) for row in stays])
    if left:
        connection.execute(_FORGET, [{"b_case": case_id, "b_seq": seq, "b_figure": figure} for seq, figure in left])
    if fresh:
        connection.execute(_ENTER, fresh)
    changed = [
        dict(zip((*_CELL, *SUMS), (*cell, *sums[cell]), strict=True)) for cell in sorted(sums) if any(sums[cell])
    ]
    if changed:
        connection.execute(_upsert(connection.dialect.name), changed)


def _changing(case_id: int, row: dict[str, Any]) -> dict[str, Any]:
    key = {"b_case": case_id, "b_seq": row["seq"], "b_figure": row["figure"]}
    return {**key, **{name: value for name, value in row.items() if name not in ("case_id", "seq", "figure")}}


def _count(sums: dict[tuple[Any, ...], list[int]], row: dict[str, Any], sign: int) -> None:
    for cell, values in cells_of(row):
        kept = sums[cell]
        for place, value in enumerate(values):
            kept[place] += sign * value


def _facts_of(connection: Connection, case_id: int) -> list[dict[str, Any]]:
    about = connection.execute(_ABOUT, {"case": case_id}).mappings().one()
    return facts_of(dict(about), connection.execute(_ENTRIES, {"case": case_id}).mappings())


def _all_facts(connection: Connection) -> Iterator[list[dict[str, Any]]]:
    """The facts of every case, a batch of cases at a time."""
    after = 0
    while batch := connection.execute(_BATCH, {"after": after}).mappings().all():
        after = batch[-1]["id"]
        ids = [row["id"] for row in batch]
        entries = defaultdict(list)
        for row in connection.execute(_ENTRIES_OF.where(_ENTRY.c.case_id.in_(ids))).mappings():
            entries[row["case_id"]].append(row)
        yield [fact for about in batch for fact in facts_of(dict(about), entries[about["id"]])]


def facts_of(about: dict[str, Any], entries: Iterable[Any]) -> list[dict[str, Any]]:
    """The facts of one case as rows, from what it is about and its journal rows."""
    facts = tally([_told(row) for row in entries], About(about["parties"], about["claim_fen"]))
    described = {
        "case_id": about["id"],
        "right_kind": about["right_kind"] or UNKNOWN_RIGHT,
        "matter": about["matter"],
        "source": about["source"],
    }
    return [{**_row(fact), **described} for fact in facts]


def _row(fact: Fact) -> dict[str, Any]:
    told = {name: getattr(fact, name) for name in Fact.__dataclass_fields__}
    return {**told, "on_day": told.pop("on"), "until_day": told.pop("until")}


def _told(row: Any) -> Told:
    happened = local_date(row["at"])
    figure = figure_of(row["procedure"], row["step"], row["from_state"], row["figure"])
    names = ("seq", "office_id", "procedure", "proceeding_id", "step", "from_state", "to_state")
    changes = row["changes"]
    return Told(
        **{name: row[name] for name in names},
        on=row["figure_on"] or happened,
        figure=figure,
        fen=row["figure_fen"],
        day=happened,
        joined=sum(each.get("ref", [0, 0])[0] is None for each in _rows_of(changes, "party")),
        difficult=any(each.get("difficult", [0, 0])[1] is True for each in changes.get("mediation", ())),
    )


def _upsert(dialect: str) -> Insert:
    made = _UPSERTS.get(dialect)
    if made is None:
        start = (sqlite if dialect == "sqlite" else postgresql).insert(FigureCount)
        sums = {name: getattr(FigureCount, name) + getattr(start.excluded, name) for name in SUMS}
        made = _UPSERTS[dialect] = start.on_conflict_do_update(index_elements=list(_CELL), set_=sums)
    return made


_UPSERTS: dict[str, Insert] = {}
_CELL = ("month", "office_id", "figure", "form", "right_kind", "matter", "source")
_COUNT_COLUMNS = [getattr(FigureCount, name) for name in (*_CELL, *SUMS)]
_ENTRY = cast("Table", JournalEntry.__table__)
_FACT = cast("Table", FigureFact.__table__)
_NAMES = (
    *("case_id", "seq", "at", "office_id", "procedure", "proceeding_id", "step", "from_state", "to_state"),
    *("figure", "figure_on", "figure_fen", "changes"),
)
_ENTRIES_OF = select(*(_ENTRY.c[name] for name in _NAMES)).order_by(_ENTRY.c.case_id, _ENTRY.c.seq)
_ENTRIES = _ENTRIES_OF.where(_ENTRY.c.case_id == bindparam("case"))
_ABOUT_ALL = select(
    Case.id,
    Case.source,
    Case.matter,
    Case.claim_fen,
    select(Right.kind)
    .where(Right.case_id == Case.id)
    .order_by(Right.id)
    .limit(1)
    .scalar_subquery()
    .label("right_kind"),
    select(func.count()).where(Party.case_id == Case.id).correlate(Case).scalar_subquery().label("parties"),
)
_ABOUT = _ABOUT_ALL.where(Case.id == bindparam("case"))
_BATCH = _ABOUT_ALL.where(Case.id > bindparam("after")).order_by(Case.id).limit(BATCH)
_KEPT = select(*_FACT.c).where(_FACT.c.case_id == bindparam("case"))
_ENTER = insert(_FACT)
_THIS = (
    _FACT.c.case_id == bindparam("b_case"),
    _FACT.c.seq == bindparam("b_seq"),
    _FACT.c.figure == bindparam("b_figure"),
)
_CHANGE = update(_FACT).where(*_THIS)
_FORGET = delete(_FACT).where(*_THIS)


def _rows_of(changes: dict[str, Any], table: str) -> list[dict[str, Any]]:
    """The rows of a table among the changes; a note of the same name, such as a party's ref, is none."""
    told = changes.get(table)
    return told if isinstance(told, list) else []
