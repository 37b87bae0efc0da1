"""The forms of the upper level: a mapping with a formula for each cell, checks across tables, and what cannot be filled.

A mapping is lines of text: `C5 | 案件总数 | ministry.total.cases`, `C9 | 民转刑 | ? 系统不记录`,
`= | 来源合计等于总数 | C7 + C8 = C5`. A formula adds, subtracts, multiplies and divides cells of the form, cells of our
tables (`table.row.column`, or `table["row"].column`) and numbers; `wan(…)` tells fen as 10,000 yuan, `percent(a, b)` a
rate with one decimal. Everything is counted exactly and rounded once.
"""

import ast
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction
from typing import Any

from sqlalchemy import select

from casework.base.db import db
from casework.base.phrases import phrase
from casework.identity.models import Organisation
from casework.statistics.grid import TOTAL, Grid, Scope, fill, one_decimal, wan
from casework.statistics.groups import groups
from casework.statistics.period import Period
from casework.statistics.tables import Table, tables

CANNOT, CHECK = "?", "="
ADDRESS = re.compile(r"[A-Z]{1,2}[1-9]\d{0,2}")
COMPARED = re.compile(r"(.+?)\s*(>=|<=|=)\s*(.+)")
MOST_LINES = 400
Number = Fraction | None


@dataclass(frozen=True)
class Line:
    """One line of a mapping: a cell with its formula, a cell that cannot be filled (`why`), or a check."""

    cell: str
    label: str
    formula: str
    why: str = ""

    @property
    def checks(self) -> bool:
        """Whether it is a check and no cell."""
        return self.cell == CHECK


@dataclass(frozen=True)
class FilledCell:
    """A cell as it goes up: its text, or why it is empty."""

    cell: str
    label: str
    formula: str
    shown: str
    why: str = ""


@dataclass(frozen=True)
class Checked:
    """A check and both of its sides."""

    label: str
    formula: str
    left: str
    right: str
    holds: bool


@dataclass
class FilledForm:
    """A form filled for a period: cells, checks, and what cannot be filled."""

    cells: list[FilledCell] = field(default_factory=list)
    checks: list[Checked] = field(default_factory=list)

    @property
    def cannot(self) -> list[FilledCell]:
        """The cells that stay empty."""
        return [each for each in self.cells if each.why]

    @property
    def broken(self) -> list[Checked]:
        """The checks that do not hold."""
        return [each for each in self.checks if not each.holds]


def lines_of(text: str) -> tuple[list[Line], list[str]]:
    """The lines of a mapping and what is wrong with it, in words that name the line."""
    found: list[Line] = []
    wrong: list[str] = []
    for number, raw in enumerate(text.splitlines(), start=1):
        parts = [each.strip() for each in raw.replace("｜", "|").split("|", 2)]
        if not any(parts):
            continue
        line = Line(parts[0], parts[1], parts[2]) if len(parts) == 3 else None
        if line and line.formula.startswith(CANNOT):
            line = Line(line.cell, line.label, "", line.formula[1:].strip())
        said = _problem(line, found)
        if said or line is None:
            wrong.append(phrase("upper.wrong.line", number=number, said=said))
        else:
            found.append(line)
    if not found and not wrong:
        wrong.append(phrase("upper.wrong.empty"))
    return found[:MOST_LINES], wrong


def filled(lines: list[Line], period: Period, scope: Scope) -> FilledForm:
    """Fill a form for a period: each table it names is counted once."""
    book = _Book(period, scope)
    form = FilledForm()
    for line in (each for each in lines if not each.checks):
        if line.why or not line.formula:
            form.cells.append(FilledCell(line.cell, line.label, "", "", line.why or phrase("upper.no_formula")))
            continue
        book.cells[line.cell] = told = book.value(line.formula)
        form.cells.append(FilledCell(line.cell, line.label, line.formula, _shown(told)))
    for line in (each for each in lines if each.checks):
        form.checks.append(_checked(line, book))
    return form


def cells_only(formula: str) -> bool:
    """Whether a formula names cells of the form alone, so that a spreadsheet can count it again."""
    tree = ast.parse(formula, mode="eval")
    named = [each.id for each in ast.walk(tree) if isinstance(each, ast.Name)]
    plain = not any(isinstance(each, ast.Attribute | ast.Call | ast.Subscript) for each in ast.walk(tree))
    return plain and bool(named)


class _Book:
    """The tables of one period, each filled when it is first named, and the cells told so far."""

    def __init__(self, period: Period, scope: Scope) -> None:
        self.period, self.scope = period, scope
        self.cells: dict[str, Number] = {}
        self.grids: dict[str, Grid] = {}
        self.rows: dict[str, dict[str, str]] = {}

    def value(self, formula: str) -> Number:
        return _value(ast.parse(formula, mode="eval").body, self)

    def counted(self, table: str, row: str, column: str) -> Fraction:
        if table not in self.grids:
            self.grids[table] = fill(tables()[table], self.period, self.scope)
            self.rows[table] = {TOTAL: TOTAL, **_rows(tables()[table])}
        return Fraction(self.grids[table].cell(self.rows[table].get(row, row), column))


def _problem(line: Line | None, found: list[Line]) -> str:
    """What is wrong with a line, empty where nothing is."""
    if line is None:
        return phrase("upper.wrong.shape")
    if line.checks:
        told = COMPARED.fullmatch(line.formula)
        sides = [told[1], told[3]] if told else []
        return next(_wrong(sides, found), "") if told else phrase("upper.wrong.check")
    if not ADDRESS.fullmatch(line.cell):
        return phrase("upper.wrong.cell", cell=line.cell)
    if line.cell in {each.cell for each in found}:
        return phrase("upper.wrong.twice", cell=line.cell)
    return next(_wrong([line.formula] if line.formula else [], found), "")


def _wrong(formulas: list[str], found: list[Line]) -> Iterator[str]:
    for formula in formulas:
        try:
            tree = ast.parse(formula, mode="eval").body
        except (SyntaxError, ValueError):
            yield phrase("upper.wrong.formula", formula=formula)
            return
        yield from _wrong_in(tree, {each.cell for each in found if each.formula})


def _wrong_in(node: ast.expr, cells: set[str]) -> Iterator[str]:
    named = _named(node)
    if named is not None:
        yield from _wrong_name(*named)
    elif isinstance(node, ast.BinOp) and type(node.op) in OPERATIONS:
        yield from _wrong_in(node.left, cells)
        yield from _wrong_in(node.right, cells)
    elif (
        isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and len(node.args) == ARGUMENTS.get(node.func.id)
    ):
        for each in node.args:
            yield from _wrong_in(each, cells)
    elif isinstance(node, ast.Name) and node.id not in cells:
        yield phrase("upper.wrong.no_cell", cell=node.id)
    elif not isinstance(node, ast.Name) and not (isinstance(node, ast.Constant) and type(node.value) is int):
        yield phrase("upper.wrong.formula", formula=ast.unparse(node))


def _wrong_name(table: str, row: str, column: str) -> Iterator[str]:
    told = tables().get(table)
    if told is None:
        yield phrase("upper.wrong.no_table", table=table)
    elif column not in told.keys or not told.column(column).counts:
        yield phrase("upper.wrong.no_column", table=table, column=column)
    elif row != TOTAL and row not in _rows(told):
        yield phrase("upper.wrong.no_row", table=table, row=row)


def _rows(table: Table) -> dict[str, str]:
    """The rows that a formula may name, and the keys that a filled table knows them by: an office by its code."""
    if table.rows == "office":
        found = db.session.execute(select(Organisation.code, Organisation.id))
        return {code: str(key) for code, key in found}
    if table.rows == "district":
        return {code: code for code in db.session.scalars(select(Organisation.division).distinct()) if code}
    return {key: key for key, _, _ in groups()[table.rows].rows}


def _named(node: ast.expr) -> tuple[str, str, str] | None:
    """table, row, column of `table.row.column` or `table["row"].column`; None for anything else."""
    if not isinstance(node, ast.Attribute):
        return None
    inner = node.value
    if isinstance(inner, ast.Attribute) and isinstance(inner.value, ast.Name):
        return inner.value.id, inner.attr, node.attr
    if isinstance(inner, ast.Subscript) and isinstance(inner.value, ast.Name) and isinstance(inner.slice, ast.Constant):
        return inner.value.id, str(inner.slice.value), node.attr
    return None


def _value(node: ast.expr, book: _Book) -> Number:
    named = _named(node)
    if named is not None:
        return book.counted(*named)
    if isinstance(node, ast.Name):
        return book.cells.get(node.id)
    if isinstance(node, ast.Constant):
        return Fraction(int(str(node.value)))
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
        told = [_value(each, book) for each in node.args]
        return None if None in told else FUNCTIONS[node.func.id](*told)
    if isinstance(node, ast.BinOp):
        left, right = _value(node.left, book), _value(node.right, book)
        return None if left is None or right is None else OPERATIONS[type(node.op)](left, right)
    raise TypeError(ast.dump(node))


def _checked(line: Line, book: _Book) -> Checked:
    told = COMPARED.fullmatch(line.formula)
    if told is None:
        raise ValueError(line.formula)
    left, right = book.value(told[1]), book.value(told[3])
    known = left is not None and right is not None
    holds = known and {"=": left == right, ">=": left >= right, "<=": left <= right}[told[2]]  # type: ignore[operator]
    return Checked(line.label, line.formula, _shown(left), _shown(right), bool(holds))


def _shown(value: Number) -> str:
    if value is None:
        return "—"
    return str(value.numerator) if value.denominator == 1 else str(_plain(value))


def _plain(value: Fraction) -> Decimal:
    """At most four decimals of a number that is no whole one."""
    return (Decimal(value.numerator) / Decimal(value.denominator)).quantize(Decimal("0.0001")).normalize()


def _percent(above: Fraction, below: Fraction) -> Number:
    return Fraction(one_decimal(100 * above / below)) if below else None


OPERATIONS: dict[type[ast.operator], Callable[[Fraction, Fraction], Number]] = {
    ast.Add: lambda a, b: a + b,
    ast.Sub: lambda a, b: a - b,
    ast.Mult: lambda a, b: a * b,
    ast.Div: lambda a, b: a / b if b else None,
}
FUNCTIONS: dict[str, Callable[..., Any]] = {"wan": lambda fen: Fraction(wan(int(fen))), "percent": _percent}
ARGUMENTS = {"wan": 1, "percent": 2}
