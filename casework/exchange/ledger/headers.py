"""Where the header of a sheet stands, which ledger it is, and which column holds which field."""

import re
from dataclasses import dataclass
from datetime import date

from casework.exchange.ledger.words import Ledger, ledgers, plain
from casework.exchange.ledger.workbook import Sheet, Value
from casework.identifiers.dates import parse_date

SEARCHED = 15
LEAST = 3
UNIT = re.compile(r"万元")
YEAR = re.compile(r"(20[0-9]{2})年?")
HALF = re.compile(r"(上半年|下半年|[一二三四1-4]季度)|(?:([0-9]{1,2})月)(?:份)?")
FILLED_ON = re.compile(r"(?:填报|填表|制表|报送|统计)(?:日期|时间)[:：]?([0-9]{4}年[0-9]{1,2}月[0-9]{1,2}日)")
SPANS = {"上半年": (1, 6), "下半年": (7, 12), "一": (1, 3), "1": (1, 3), "二": (4, 6), "2": (4, 6), "三": (7, 9)}
SPANS |= {"3": (7, 9), "四": (10, 12), "4": (10, 12)}


@dataclass(frozen=True)
class Head:
    """What the head of a sheet tells. Rows count from 0.

    `columns`: field of each column that has one. `words`: the plain header texts. `unit`: yuan per unit of an amount.
    `unit_conflict`: title and header name different units. `period`: first and last month of the sheet (both
    inclusive, YYYY-MM-DD of their first days), `filled_on`: the day it was filled in.
    """

    ledger: Ledger
    last_row: int
    columns: dict[int, str]
    words: frozenset[str]
    unit: int
    unit_conflict: bool
    period: tuple[date, date] | None
    filled_on: date | None

    def column(self, field: str) -> int | None:
        """The column of a field, None where the sheet has none."""
        return next((place for place, name in self.columns.items() if name == field), None)


def find_head(sheet: Sheet) -> Head | None:
    """The head of a sheet; None when it is no ledger."""
    best: tuple[int, Head] | None = None
    for first in range(min(SEARCHED, len(sheet.rows))):
        for depth in (1, 2):
            texts = _texts(sheet, first, depth)
            for ledger in reversed(ledgers()):
                columns = _columns(ledger, texts)
                score = _score(ledger, columns)
                if score and (best is None or score > best[0]):
                    best = (score, _head(sheet, ledger, first, depth, columns))
    return best[1] if best else None


def _texts(sheet: Sheet, first: int, depth: int) -> list[str]:
    """The header of each column over `depth` rows; a second row counts only where something stands in it itself."""
    lower = sheet.rows[first + 1] if depth == 2 and first + 1 < len(sheet.rows) else []
    if depth == 2 and not _is_second_row(sheet, first + 1):
        return []
    texts = []
    for place, top in enumerate(sheet.held[first]):
        below = lower[place] if place < len(lower) else ""
        texts.append(plain(f"{top}{below}"))
    return texts


def _is_second_row(sheet: Sheet, row: int) -> bool:
    """A second row of a header lies under merged cells and holds words, no dates or numbers."""
    if row >= len(sheet.rows) or not any((row, place) in sheet.merged_down for place in range(len(sheet.rows[row]))):
        return False
    return all(isinstance(value, str) for value in sheet.rows[row])


def _columns(ledger: Ledger, texts: list[str]) -> dict[int, str]:
    """Field per column; of two columns for one field the first has it."""
    found: dict[int, str] = {}
    for place, text in enumerate(texts):
        fields = [field for field, header in ledger.columns if len(text) <= 40 and header.search(text)]
        free = [field for field in fields if field not in found.values()]
        if fields and free:
            found[place] = fields[0] if fields[0] in free else free[0]
    return found


def _score(ledger: Ledger, columns: dict[int, str]) -> int:
    fields = set(columns.values())
    if len(fields - {"seq", "remark"}) < LEAST or not all(group & fields for group in ledger.least):
        return 0
    return len(fields) + 2 * len(fields & ledger.keys)


def _head(sheet: Sheet, ledger: Ledger, first: int, depth: int, columns: dict[int, str]) -> Head:
    title = "".join(plain(value) for row in sheet.rows[:first] for value in row)
    header = _texts(sheet, first, depth)
    unit, conflict = _unit(title, [header[place] for place, field in columns.items() if "amount" in field])
    spoken = {plain(value) for row in sheet.held[first : first + depth] for value in row} | set(header)
    return Head(
        ledger=ledger,
        last_row=first + depth - 1,
        columns=columns,
        words=frozenset(spoken - {""}),
        unit=unit,
        unit_conflict=conflict,
        period=_period(plain(sheet.name) + title),
        filled_on=_filled_on(title),
    )


def _unit(title: str, headers: list[str]) -> tuple[int, bool]:
    """Yuan per unit. The header of the column goes before the title; where they differ that is told."""
    said = re.search(r"单位[:：]?(?:人民币)?(万元|元)", title)
    above = None if said is None else (10_000 if said[1] == "万元" else 1)
    column = 10_000 if any(UNIT.search(each) for each in headers) else None
    if column is None and any(re.search(r"[(（]元[)）]", each) for each in headers):
        column = 1
    return column or above or 1, None not in (column, above) and column != above


def _period(text: str) -> tuple[date, date] | None:
    found = YEAR.search(text)
    if not found:
        return None
    year, part = int(found[1]), HALF.search(text, found.end())
    first, last = (1, 12) if part is None or part.start() > found.end() + 2 else _months(part)
    return (date(year, first, 1), _end(year, last)) if 1 <= first <= last <= 12 else None


def _months(part: re.Match[str]) -> tuple[int, int]:
    return (int(part[2]), int(part[2])) if part[2] else SPANS[part[1].removesuffix("季度")]


def _end(year: int, month: int) -> date:
    following = date(year + month // 12, month % 12 + 1, 1)
    return date.fromordinal(following.toordinal() - 1)


def _filled_on(title: str) -> date | None:
    found = FILLED_ON.search(title)
    return parse_date(found[1]).value if found else None


def is_header_again(head: Head, row: list[Value]) -> bool:
    """Whether a row below the head repeats its words."""
    told = [plain(value) for value in row if plain(value)]
    same = [text for text in told if any(text == each or each.startswith(text) for each in head.words)]
    return len(told) >= LEAST and len(same) * 3 >= len(told) * 2
