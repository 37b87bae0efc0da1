"""A form of the upper level as XLSX: each value at its cell, the mapping beside, the checks; sums as formulas."""

import io
from datetime import datetime
from typing import Any

import xlsxwriter
from xlsxwriter.utility import xl_cell_to_rowcol

from casework.base.phrases import phrase
from casework.statistics.period import Period
from casework.statistics.upper import FilledCell, FilledForm, cells_only
from casework.statistics.upper_forms import UpperForm

FIXED = datetime(2000, 1, 1)


def as_xlsx(form: UpperForm, period: Period, told: FilledForm) -> bytes:
    """The workbook. A cell that is made of other cells alone is a formula with its value, so that a person can check."""
    target = io.BytesIO()
    book = xlsxwriter.Workbook(target, {"in_memory": True})
    book.set_properties({"title": form.name, "subject": period.name, "created": FIXED})
    edge = book.add_format({"border": 1, "font_name": "SimSun", "font_size": 10, "valign": "vcenter"})
    bold = book.add_format({"bold": True, "font_size": 14, "font_name": "SimSun"})
    _form(book.add_worksheet(phrase("upper.sheet.form")), form, period, told, edge, bold)
    head = [phrase(f"upper.{each}") for each in ("cell", "item", "formula", "value", "why")]
    cells = [[each.cell, each.label, each.formula, each.shown, each.why] for each in told.cells]
    _list(book.add_worksheet(phrase("upper.sheet.mapping")), head, cells, edge)
    words = {True: phrase("upper.holds"), False: phrase("upper.fails")}
    head = [phrase("upper.checks"), *(phrase(f"upper.{each}") for each in ("formula", "left", "right", "value"))]
    checks = [[each.label, each.formula, each.left, each.right, words[each.holds]] for each in told.checks]
    _list(book.add_worksheet(phrase("upper.sheet.checks")), head, checks, edge)
    book.close()
    return target.getvalue()


def _form(page: Any, form: UpperForm, period: Period, told: FilledForm, edge: Any, bold: Any) -> None:
    taken = {xl_cell_to_rowcol(each.cell) for each in told.cells}
    if (0, 0) not in taken:
        page.write_string(0, 0, f"{form.name} {period.name}", bold)
    for each in told.cells:
        row, column = xl_cell_to_rowcol(each.cell)
        if column and (row, column - 1) not in taken:
            page.write_string(row, column - 1, each.label, edge)
        _cell(page, row, column, each, edge)
    page.set_column(0, 0, 16)
    page.set_column(1, 1, 32)
    page.set_paper(9)
    page.fit_to_pages(1, 0)


def _cell(page: Any, row: int, column: int, each: FilledCell, edge: Any) -> None:
    number = float(each.shown) if each.shown not in ("", "—") else None
    if number is None:
        page.write_string(row, column, each.shown, edge)
    elif cells_only(each.formula):
        page.write_formula(row, column, f"={each.formula}", edge, number)
    else:
        page.write_number(row, column, number, edge)


def _list(page: Any, head: list[str], rows: list[list[str]], edge: Any) -> None:
    for line, row in enumerate([head, *rows]):
        for place, text in enumerate(row):
            page.write_string(line, place, text, edge)
    page.set_column(0, 1, 30)
    page.set_column(2, 4, 36)
    page.set_landscape()
    page.fit_to_pages(1, 0)
