"""Every row of a sheet judged: goes in, goes in with problems, does not go in, belongs to the row above, is no row of data."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

from casework.exchange.ledger.doubles import Doubles
from casework.exchange.ledger.fields import COMPARED, READERS
from casework.exchange.ledger.headers import Head, find_head, is_header_again
from casework.exchange.ledger.readers import FORMULA, Row, is_note, is_subtotal, read_name, text_of
from casework.exchange.ledger.words import plain, words
from casework.exchange.ledger.workbook import Sheet, Value

PIECE = 200
GOES_IN = ("import", "flag")
ANCHORS = ("seq", "number", "date", "accepted", "sent", "applicant", "case_name")
SEVERAL = {
    "respondent": "respondents",
    "applicant": "applicants",
    "respondents": "respondents",
    "mediators": "mediators",
}
TOLD_ELSEWHERE = ("remark", "source", "facts", "result")


@dataclass
class Judged:
    """One row and what becomes of it; `merged_into` only of a row that belongs to another."""

    row: Row
    status: str
    merged_into: int | None = None
    data: bool = False

    def told(self) -> dict[str, Any]:
        """The row as cli-contract section 8 tells it."""
        fields = {name: value for name, value in self.row.fields.items() if value is not None}
        told = {"row": self.row.number, "status": self.status, "fields": fields, "problems": self.row.problems}
        return told | ({"merged_into": self.merged_into} if self.merged_into is not None else {})


@dataclass
class JudgedSheet:
    """One sheet: its ledger, its rows, what is to be said of it as a whole."""

    name: str
    ledger: str | None = None
    rows: list[Judged] = field(default_factory=list)
    problems: list[dict[str, str | None]] = field(default_factory=list)

    def told(self) -> dict[str, Any]:
        """The sheet as cli-contract section 8 tells it."""
        told = {"name": self.name, "ledger": self.ledger, "rows": [each.told() for each in self.rows]}
        return told | ({"problems": self.problems} if self.problems else {})


def judged(
    sheet: Sheet, today: date, mediators: frozenset[str] = frozenset(), tell: Callable[[int], None] | None = None
) -> JudgedSheet:
    """Every row below the head of a sheet, judged as of `today` (Shanghai).

    `mediators`: the names on the roster, to tell those that nobody knows; empty asks nothing. `tell` hears now and
    then how many rows are judged.
    """
    head = find_head(sheet)
    if head is None:
        return JudgedSheet(sheet.name)
    found = JudgedSheet(sheet.name, head.ledger.name)
    doubles = Doubles()
    whole = Row(head.last_row + 1, head, today, problems=found.problems)
    if head.unit_conflict:
        whole.say("amount_unit_conflict", None, typed="")
    for place in range(head.last_row + 1, len(sheet.rows)):
        row = _judge(sheet, place, head, today, found.rows)
        if row.data:
            doubles.hold(row.row, sheet.held[place])
            row.status = status_of(row.row)
        if row.status in GOES_IN:
            doubles.keep(row.row, sheet.held[place])
        found.rows.append(row)
        if tell and len(found.rows) % PIECE == 0:
            tell(len(found.rows))
    _tell_the_unknown(found.rows, mediators)
    for row in found.rows:
        found.problems += [each for each in row.row.problems if each["code"] == "total_mismatch"]
    return found


def _judge(sheet: Sheet, place: int, head: Head, today: date, above: list[Judged]) -> Judged:
    row, cells = Row(place + 1, head, today), sheet.rows[place]
    told = [plain(value) for value in cells if plain(value)]
    errors = {column: text for (line, column), text in sheet.errors.items() if line == place}
    if not told and not errors:
        return Judged(row, "skip")
    if is_header_again(head, cells) or _is_note(told):
        return Judged(row, "skip")
    if told and is_subtotal(told[0]):
        _hold_total(row, cells, above)
        return Judged(row, "skip")
    before = next((each for each in reversed(above) if each.status in (*GOES_IN, "reject")), None)
    if before is not None and _continues(sheet, place, head):
        return _merge(row, cells, sheet, place, before)
    return _data(row, sheet, place, errors)


def _is_note(told: list[str]) -> bool:
    return bool(told) and (is_note(told[0]) or (len(told) == 1 and len(told[0]) > 3 and not told[0].isdigit()))


def _continues(sheet: Sheet, place: int, head: Head) -> bool:
    """Whether a row says nothing of its own in any column that begins a case."""
    anchors = [column for column, name in head.columns.items() if name in ANCHORS]
    return all(not plain(sheet.rows[place][column]) for column in anchors)


def _merge(row: Row, cells: list[Value], sheet: Sheet, place: int, before: Judged) -> Judged:
    """Take the further parties of a continued row into the row that it belongs to."""
    for column, name in row.head.columns.items():
        if name in SEVERAL and (place, column) not in sheet.merged_down:
            more = read_name(before.row, name, cells[column])
            if more:
                first = before.row.fields.get(SEVERAL[name]) or before.row.fields.get(name)
                listed = first if isinstance(first, list) else [first] if first else []
                before.row.fields[SEVERAL[name]] = [*listed, more]
    return Judged(row, "merge", before.row.number)


def _data(row: Row, sheet: Sheet, place: int, errors: dict[int, str]) -> Judged:
    cells = sheet.held[place]
    for column, name in row.head.columns.items():
        if column in errors:
            row.say("cell_error", name, typed=errors[column])
    for name, reader in READERS[row.head.ledger.name].items():
        place_of = row.head.column(name)
        if place_of is not None and place_of not in errors:
            row.fields[name] = reader(row, name, cells[place_of])
    _look_at_the_rest(row, cells)
    COMPARED[row.head.ledger.name](row)
    if place in sheet.struck:
        row.say("strikethrough_row", None)
    if row.fields.get(row.head.ledger.date) is None and not row.codes & {"date_impossible", "date_year_missing"}:
        row.say("date_impossible", row.head.ledger.date, typed="")
    return Judged(row, status_of(row), data=True)


def _look_at_the_rest(row: Row, cells: list[Value]) -> None:
    """Text of columns that are not taken over can still be a formula, or say that this was no transfer."""
    rest = {name: cells[column] for column, name in row.head.columns.items() if name in TOLD_ELSEWHERE}
    for name, value in rest.items():
        if FORMULA.match(text_of(value)):
            row.say("formula_like_text", name)
    if row.head.ledger.name == "transfer":
        said = " ".join(plain(value) for value in cells)
        if found := re.search(words()["not_a_transfer"], said):
            row.say("not_a_transfer", None, typed=found[0])


def status_of(row: Row) -> str:
    """What becomes of a row by its problems."""
    clauses, codes = words()["clauses"], row.codes
    in_date = {each["code"] for each in row.problems if each["field"] == row.head.ledger.date}
    if codes & set(clauses["skip"]):
        return "skip"
    if codes & set(clauses["reject"]) or in_date & set(clauses["reject_in_date"]):
        return "reject"
    return "flag" if codes else "import"


def _hold_total(row: Row, cells: list[Value], above: list[Judged]) -> None:
    """A sum of amounts that is written below the rows equals their amounts; a sum in words is left alone."""
    for column, name in row.head.columns.items():
        value = cells[column]
        if "amount" in name and isinstance(value, int | float) and not isinstance(value, bool):
            told = Decimal(str(value)) * row.head.unit
            ours = sum((Decimal(str(each)) for each in _amounts(above, name)), Decimal(0))
            if abs(told - ours) >= Decimal("0.01"):
                row.say("total_mismatch", name, told=told.normalize(), sum=ours.normalize())


def _amounts(above: list[Judged], name: str) -> Iterator[object]:
    for each in above:
        amount = each.row.fields.get(name)
        if each.status in (*GOES_IN, "reject") and isinstance(amount, int | float):
            yield amount


def _tell_the_unknown(rows: Iterable[Judged], mediators: frozenset[str]) -> None:
    for each in rows:
        named = each.row.fields.get("mediators")
        unknown = [name for name in named if mediators and name not in mediators] if isinstance(named, list) else []
        if unknown:
            each.row.say("mediator_unknown", "mediators", names="、".join(unknown))
            each.status = status_of(each.row) if each.status in GOES_IN else each.status
