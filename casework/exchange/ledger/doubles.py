"""Doubles among the rows of a sheet that go in: the same row again, the same dispute again, a number used twice."""

from collections.abc import Hashable, Iterator
from dataclasses import dataclass, field

from casework.exchange.ledger.readers import Row
from casework.exchange.ledger.words import plain
from casework.exchange.ledger.workbook import Value
from casework.identifiers.names import party_key

NUMBERS = ("number", "agreement_no", "confirmation_no", "doc_no")


@dataclass
class Doubles:
    """The rows that went in so far, by what tells them apart."""

    rows: dict[Hashable, int] = field(default_factory=dict)

    def hold(self, row: Row, cells: list[Value]) -> None:
        """Tell of a row which earlier one it repeats."""
        for code, at, key in _marks(row, cells):
            if key in self.rows:
                row.say(code, at, row=self.rows[key], number=row.fields.get(at or ""))
                if code == "duplicate_row":
                    return

    def keep(self, row: Row, cells: list[Value]) -> None:
        """Remember a row that goes in."""
        for _code, _at, key in _marks(row, cells):
            self.rows.setdefault(key, row.number)


def _marks(row: Row, cells: list[Value]) -> Iterator[tuple[str, str | None, Hashable]]:
    seq = row.head.column("seq")
    yield "duplicate_row", None, tuple(plain(value) for column, value in enumerate(cells) if column != seq)
    key = _dispute(row)
    if key is not None:
        yield "possible_duplicate", None, key
    for name in NUMBERS:
        if number := row.fields.get(name):
            yield "duplicate_number", name, (name, number)


def _dispute(row: Row) -> Hashable | None:
    """By what two rows are taken for the same dispute: both sides and the right, else its kind and day."""
    others = row.fields.get("respondents")
    other = "、".join(others) if isinstance(others, list) else row.fields.get("respondent")
    parties = row.fields.get("applicant") or row.fields.get("sender"), other or row.fields.get("case_name")
    if not all(parties):
        return None
    when = row.fields.get("agreement_date") or row.fields.get(row.head.ledger.date)
    what = row.fields.get("right_no") or (row.fields.get("right_kind"), when)
    return (*(party_key(str(each)) for each in parties), what)
