"""A workbook or CSV file as sheets of cells: values with merges held open, cells in error, rows struck through."""

import csv
import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from pathlib import Path

from lxml import etree
from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook

from casework.base.errors import CaseworkError
from casework.base.phrases import phrase

Value = str | int | float | bool | date | datetime | time | timedelta
MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
LARGEST_FILE, LARGEST_UNPACKED, MOST_ROWS, MOST_COLUMNS = 20 * 2**20, 400 * 2**20, 50_000, 200
PLACE = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")


class UnreadableWorkbook(CaseworkError):
    """The file is no workbook that can be read; the message says why and what to do."""

    def __init__(self, code: str, **values: object) -> None:
        super().__init__(phrase(f"exchange.ledger.file.{code}", "zh", **values))


@dataclass(frozen=True)
class Sheet:
    """One sheet. `rows` from row 1, rectangular, "" for empty; `held`: the same with merged cells in every place.

    `merged_down`: places (row, column; from 0) covered by a merge that begins in a row above. `errors`: places of
    cells in error with their text. `struck`: rows all of whose filled cells are struck through.
    """

    name: str
    rows: list[list[Value]]
    held: list[list[Value]]
    merged_down: frozenset[tuple[int, int]] = frozenset()
    errors: dict[tuple[int, int], str] = field(default_factory=dict)
    struck: frozenset[int] = frozenset()


def read_sheets(path: Path) -> list[Sheet]:
    """The sheets of a workbook (.xlsx, .xls, .ods) or of a CSV file, hidden rows included. Raises UnreadableWorkbook."""
    if path.stat().st_size > LARGEST_FILE:
        raise UnreadableWorkbook("too_large", most=LARGEST_FILE // 2**20)
    if path.stat().st_size == 0:
        raise UnreadableWorkbook("empty")
    if path.suffix.lower() == ".csv":
        return [_plain(path.stem, _csv(path))]
    return _workbook(path)


def _workbook(path: Path) -> list[Sheet]:
    marks = _marks(path) if zipfile.is_zipfile(path) else {}
    try:
        book = CalamineWorkbook.from_path(str(path))
        return [_sheet(book.get_sheet_by_name(name), marks.get(name)) for name in book.sheet_names]
    except CalamineError as error:
        raise UnreadableWorkbook("no_workbook") from error


def _csv(path: Path) -> list[list[Value]]:
    raw = path.read_bytes()
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            return [list(row) for row in csv.reader(io.StringIO(raw.decode(encoding)))]
        except (UnicodeDecodeError, csv.Error):
            continue
    raise UnreadableWorkbook("no_workbook")


def _plain(name: str, rows: list[list[Value]]) -> Sheet:
    _within(len(rows), max(map(len, rows), default=0))
    width = max(map(len, rows), default=0)
    square: list[list[Value]] = [[*row, *[""] * (width - len(row))] for row in rows]
    return Sheet(name, square, square)


@dataclass
class Marks:
    """What the reader of values does not tell: cells in error, struck rows."""

    errors: dict[tuple[int, int], str] = field(default_factory=dict)
    struck: set[int] = field(default_factory=set)


def _sheet(told: CalamineSheet, marks: Marks | None) -> Sheet:
    _within(told.total_height, told.total_width)
    rows: list[list[Value]] = told.to_python(skip_empty_area=False)
    held = [list(row) for row in rows]
    down: set[tuple[int, int]] = set()
    for (top, left), (bottom, right) in told.merged_cell_ranges or ():
        for row in range(top, min(bottom + 1, len(rows))):
            for column in range(left, min(right + 1, len(rows[row]))):
                held[row][column] = rows[top][left]
                if row > top:
                    down.add((row, column))
    marks = marks or Marks()
    return Sheet(told.name, rows, held, frozenset(down), marks.errors, frozenset(marks.struck))


def _within(height: int, width: int) -> None:
    if height > MOST_ROWS or width > MOST_COLUMNS:
        raise UnreadableWorkbook("too_many", rows=MOST_ROWS, columns=MOST_COLUMNS)


def _marks(path: Path) -> dict[str, Marks]:
    """Errors and strikes of each sheet of an .xlsx, out of its parts; of another kind of package nothing."""
    with zipfile.ZipFile(path) as package:
        if sum(part.file_size for part in package.infolist()) > LARGEST_UNPACKED:
            raise UnreadableWorkbook("too_large", most=LARGEST_UNPACKED // 2**20)
        if "xl/workbook.xml" not in package.namelist():
            return {}
        try:
            struck = _struck_styles(package)
            return {name: _marks_of(package, part, struck) for name, part in _parts(package)}
        except (etree.XMLSyntaxError, KeyError, ValueError) as error:
            raise UnreadableWorkbook("no_workbook") from error


def _parts(package: zipfile.ZipFile) -> Iterator[tuple[str, str]]:
    relations = {each.get("Id"): each.get("Target", "") for each in _xml(package, "xl/_rels/workbook.xml.rels")}
    for sheet in _xml(package, "xl/workbook.xml").iter(f"{MAIN}sheet"):
        target = relations.get(sheet.get(RELATION), "").lstrip("/")
        part = target if target.startswith("xl/") else f"xl/{target}"
        if part in package.namelist():
            yield sheet.get("name", ""), part


def _struck_styles(package: zipfile.ZipFile) -> set[str]:
    """The numbers of cell styles whose font is struck through."""
    if "xl/styles.xml" not in package.namelist():
        return set()
    styles = _xml(package, "xl/styles.xml")
    fonts = [_is_struck(font) for font in styles.iterfind(f"{MAIN}fonts/{MAIN}font")]
    formats = styles.iterfind(f"{MAIN}cellXfs/{MAIN}xf")
    ids = [int(each.get("fontId", 0)) for each in formats]
    return {str(place) for place, font in enumerate(ids) if font < len(fonts) and fonts[font]}


def _is_struck(font: etree._Element) -> bool:
    strike = font.find(f"{MAIN}strike")
    return strike is not None and strike.get("val", "1") not in ("0", "false")


def _marks_of(package: zipfile.ZipFile, part: str, struck: set[str]) -> Marks:
    marks = Marks()
    for row in _xml(package, part).iter(f"{MAIN}row"):
        cells = [cell for cell in row.iter(f"{MAIN}c") if len(cell)]
        for cell in cells:
            if cell.get("t") == "e":
                marks.errors[_place(cell.get("r", ""))] = cell.findtext(f"{MAIN}v") or "#"
        if cells and all(cell.get("s") in struck for cell in cells):
            marks.struck.add(_place(cells[0].get("r", ""))[0])
    return marks


def _xml(package: zipfile.ZipFile, part: str) -> etree._Element:
    safe = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    return etree.fromstring(package.read(part), safe)


def _place(told: str) -> tuple[int, int]:
    """AB12 as row and column from 0."""
    found = PLACE.fullmatch(told)
    if not found:
        raise ValueError(told)
    column = 0
    for letter in found[1]:
        column = column * 26 + ord(letter) - 64
    return int(found[2]) - 1, column - 1
