"""A sheet as XLSX: values, formulas where a person will check sums and rates, and a print set-up."""

import io
from datetime import datetime
from math import ceil
from typing import Any

import xlsxwriter
from xlsxwriter.utility import xl_col_to_name, xl_rowcol_to_cell

from casework.statistics.groups import said
from casework.statistics.handed_out import HandedOut

TITLE, SUBTITLE, HEAD, FIRST = 0, 1, 2, 3
ACROSS = 14
FIXED = datetime(2000, 1, 1)


def as_xlsx(out: HandedOut) -> bytes:
    """The workbook. Totals are sums of their column, rates divide two cells of their row; each formula has its value."""
    target = io.BytesIO()
    book = xlsxwriter.Workbook(target, {"in_memory": True})
    book.set_properties({"title": out.title, "subject": out.subtitle, "created": FIXED})
    page = book.add_worksheet(out.sheet["period"][:31])
    looks = _looks(book)
    _head(page, out, looks)
    _cells(page, out.sheet, looks)
    last = FIRST + len(out.sheet["rows"])
    for place, note in enumerate(out.notes):
        page.write_string(last + 1 + place, 0, note, looks["note"])
    _print_set_up(page, out, last)
    book.close()
    return target.getvalue()


def _looks(book: Any) -> dict[str, Any]:
    edge = {"border": 1, "font_name": "SimSun", "font_size": 10, "valign": "vcenter"}
    return {
        "title": book.add_format({"bold": True, "font_size": 16, "font_name": "SimSun", "align": "center"}),
        "note": book.add_format({"font_size": 9, "font_name": "SimSun"}),
        "head": book.add_format({**edge, "bold": True, "text_wrap": True, "align": "center"}),
        "label": book.add_format(edge),
        "n": book.add_format({**edge, "num_format": "#,##0"}),
        "fen": book.add_format({**edge, "num_format": "#,##0.00"}),
        "rate": book.add_format({**edge, "num_format": "0.0", "align": "right"}),
        "days": book.add_format({**edge, "num_format": "0.0", "align": "right"}),
    }


def _head(page: Any, out: HandedOut, looks: dict[str, Any]) -> None:
    width = min(len(out.sheet["columns"]), ACROSS)
    page.merge_range(TITLE, 0, TITLE, width, out.title, looks["title"])
    page.merge_range(SUBTITLE, 0, SUBTITLE, width, out.subtitle, looks["note"])
    page.write_blank(HEAD, 0, None, looks["head"])
    for place, column in enumerate(out.sheet["columns"], start=1):
        page.write_string(HEAD, place, f"{said(column['label'])}{UNITS[column['kind']]}", looks["head"])


def _cells(page: Any, sheet: dict[str, Any], looks: dict[str, Any]) -> None:
    places = {column["key"]: place for place, column in enumerate(sheet["columns"], start=1)}
    total = FIRST + len(sheet["rows"]) - 1
    for line, row in enumerate(sheet["rows"], start=FIRST):
        page.write_string(line, 0, said(row["label"]), looks["label"])
        for column in sheet["columns"]:
            value = number(sheet["cells"][row["key"]][column["key"]], column)
            at, look = (line, places[column["key"]]), looks[column["kind"]]
            formula = _formula(column, places, line, total if line == total else None)
            if formula:
                page.write_formula(*at, formula, look, "—" if value is None else value)
            elif value is None:
                page.write_string(*at, "—", look)
            else:
                page.write_number(*at, value, look)


def _formula(column: dict[str, Any], places: dict[str, int], line: int, total: int | None) -> str:
    """The formula of a cell: a rate, a sum of columns, a sum of rows; empty where the value stands for itself."""
    if column["rate"]:
        above, below = (xl_rowcol_to_cell(line, places[key]) for key in column["rate"])
        return f'=IF({below}=0,"—",ROUND(100*{above}/{below},1))'
    if column["sum"]:
        return "=" + "+".join(xl_rowcol_to_cell(line, places[key]) for key in column["sum"])
    if total is not None and column["adds"] and total > FIRST:
        name = xl_col_to_name(places[column["key"]])
        return f"=SUM({name}{FIRST + 1}:{name}{total})"
    return ""


def number(value: Any, column: dict[str, Any]) -> float | int | None:
    """A cell as a number: amounts in yuan or 10,000 yuan, rates in percent; None where it is undefined."""
    if isinstance(value, dict):
        return float(value["percent"]) if value["percent"] is not None else None
    if value is None or column["kind"] == "n":
        return None if value is None else int(value)
    if column["kind"] == "fen":
        return int(value) / (1_000_000 if column["unit"] == "wan" else 100)
    return float(value)


def _print_set_up(page: Any, out: HandedOut, last: int) -> None:
    page.set_paper(9)
    page.set_landscape()
    page.fit_to_pages(ceil(len(out.sheet["columns"]) / ACROSS), 0)
    page.repeat_rows(HEAD)
    page.repeat_columns(0)
    page.freeze_panes(FIRST, 1)
    page.set_margins(left=0.5, right=0.5, top=0.6, bottom=0.7)
    page.set_footer("&C&P / &N")
    page.set_column(0, 0, 26)
    page.set_column(1, len(out.sheet["columns"]), 10)
    page.set_row(HEAD, 48)
    page.print_area(0, 0, last + len(out.notes), len(out.sheet["columns"]))


UNITS = {"n": "", "fen": "", "rate": "(%)", "days": ""}
