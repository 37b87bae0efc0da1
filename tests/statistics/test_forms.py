"""Sheets handed out: XLSX read back and its formulas worked out again, PDF, CSV, JSON; equal sheets give equal bytes."""

import csv
import io
import json
import re
import zipfile
from decimal import ROUND_HALF_UP, Decimal
from math import ceil
from pathlib import Path

import pytest
from pypdf import PdfReader
from python_calamine import CalamineWorkbook
from xlsxwriter.utility import xl_rowcol_to_cell

from casework.documents.fonts import fonts_in
from casework.statistics.grid import TOTAL, fill
from casework.statistics.handed_out import as_published, preview
from casework.statistics.period import month
from casework.statistics.plain import as_csv, as_json, as_text
from casework.statistics.printed import as_pdf, paper_of
from casework.statistics.publishing import drawn_on, publish, restate
from casework.statistics.sheet import lines, sheet_of
from casework.statistics.tables import tables
from casework.statistics.workbook import FIRST, HEAD, as_xlsx
from tests.documents.reading import untold
from tests.statistics.instants import at

OCTOBER = month("2026-10")
FONTS = Path(__file__).parents[2] / "var" / "assets" / "fonts"


@pytest.fixture
def out(october):
    """The monthly table of October, not published."""
    return preview(sheet_of(fill(tables()["ip_monthly"], OCTOBER)), office="黄石市知识产权局", day="2026-11-05")


def cells_of(book: bytes) -> list[list[object]]:
    """The values of the first sheet, read by another library."""
    return CalamineWorkbook.from_filelike(io.BytesIO(book)).get_sheet_by_index(0).to_python(skip_empty_area=False)


def formulas_of(book: bytes) -> dict[str, tuple[str, str]]:
    """Cell -> (formula, value kept beside it), read from the file itself."""
    xml = zipfile.ZipFile(io.BytesIO(book)).read("xl/worksheets/sheet1.xml").decode()
    found = re.findall(r'<c r="([A-Z]+\d+)"[^>]*><f>(.*?)</f><v>(.*?)</v>', xml)
    return {cell: (formula.replace("&quot;", '"'), value) for cell, formula, value in found}


def worked_out(formula: str, values: dict[str, float]) -> str:
    """A formula worked out by hand: a sum of a range, a sum of cells, a rate."""
    if found := re.fullmatch(r"SUM\(([A-Z]+)(\d+):[A-Z]+(\d+)\)", formula):
        return str(sum(values[f"{found[1]}{row}"] for row in range(int(found[2]), int(found[3]) + 1)))
    if found := re.fullmatch(r'IF\(([A-Z]+\d+)=0,"—",ROUND\(100\*([A-Z]+\d+)/([A-Z]+\d+),1\)\)', formula):
        if not values[found[1]]:
            return "—"
        exact = Decimal(100 * values[found[2]]) / Decimal(values[found[3]])
        return str(exact.quantize(Decimal("0.1"), rounding=ROUND_HALF_UP))
    return str(sum(values[each] for each in formula.split("+")))


def address(line: int, place: int) -> str:
    """A cell's name, from zero."""
    return xl_rowcol_to_cell(line, place)


@pytest.mark.parametrize("name", sorted(tables()))
def test_formulas_give_the_values_beside_them(october, name):
    sheet = sheet_of(fill(tables()[name], OCTOBER))
    book = as_xlsx(preview(sheet, office="x", day="2026-11-05"))
    values = {
        address(line, place): cell
        for line, row in enumerate(cells_of(book))
        for place, cell in enumerate(row)
        if isinstance(cell, float | int)
    }
    formulas = formulas_of(book)

    assert formulas
    for cell, (formula, value) in formulas.items():
        again = worked_out(formula, values)
        assert again == value or float(again) == float(value), (cell, formula)


def test_workbook_tells_what_the_sheet_tells(out):
    rows = cells_of(as_xlsx(out))
    keys = [each["key"] for each in out.sheet["columns"]]
    total = rows[FIRST + len(out.sheet["rows"]) - 1]

    assert rows[0][0] == "知识产权纠纷调解月报"
    assert rows[HEAD][1 + keys.index("accepted")] == "受理"
    assert total[1 + keys.index("accepted")] == 5
    assert total[1 + keys.index("agreed_amount")] == 53000
    assert total[1 + keys.index("success_of_closed")] == 50


def test_workbook_is_set_up_for_printing(out):
    book = zipfile.ZipFile(io.BytesIO(as_xlsx(out)))
    xml, names = (book.read(each).decode() for each in ("xl/worksheets/sheet1.xml", "xl/workbook.xml"))

    assert 'orientation="landscape"' in xml
    assert 'paperSize="9"' in xml
    assert f'fitToWidth="{ceil(len(out.sheet["columns"]) / 14)}" fitToHeight="0"' in xml
    assert "'2026-10'!$A:$A,'2026-10'!$3:$3</definedName>" in names


@pytest.mark.parametrize("form", [as_xlsx, as_csv, as_json])
def test_equal_sheets_give_equal_bytes(out, form):
    assert form(out) == form(out)


def test_csv_is_rows_and_columns(out):
    rows = list(csv.reader(io.StringIO(as_csv(out).decode("utf-8-sig"))))
    total = next(row for row in rows if row[0] == "合计")

    assert total[rows[1].index("协议金额")] == "53000.00"
    assert total[rows[1].index("成功率（成功/受理）")] == "40.0%"


def test_json_is_the_sheet(out):
    told = json.loads(as_json(out))

    assert told["cells"][TOTAL]["accepted"] == 5
    assert told["published"] == ""


def test_text_is_the_total(out):
    assert "受理\t5" in as_text(out).splitlines()


def test_pdf_holds_every_total_its_definition_and_room_to_sign(out):
    text = "".join(page.extract_text() for page in PdfReader(io.BytesIO(as_pdf(out, fonts_in(FONTS)))).pages)
    plain = re.sub(r"\s", "", text)

    assert "知识产权纠纷调解月报" in plain
    assert "当期调解成功件数与当期受理件数之比" in plain
    assert "未发布，仅供核对" in plain
    assert all(each in plain for each in ("统计人", "审核人", "单位负责人"))


def test_rows_are_told_with_the_total_last(out):
    assert [line.label for line in lines(out.sheet)][-1] == "合计"


def test_publication_is_drawn_byte_for_byte_for_any_past_day(october, city, told, session):
    actor, table = city.actor("statistician"), tables()["ip_monthly"]
    row = publish(fill(table, OCTOBER), actor=actor, now=at(11, 5))
    session.commit()
    day = at(11, 6).date()
    before = [form(as_published(drawn_on(row, day), office="x")) for form in (as_xlsx, as_csv, as_json)]
    told(october[2], "reopened", at(10, 30), recorded=at(11, 10))
    told(october[2], "agreed", at(10, 30), fen=100_000, recorded=at(11, 10))
    restate(row, fill(table, OCTOBER), "更正", actor=actor, now=at(11, 10))
    session.commit()
    session.expire_all()
    after = [form(as_published(drawn_on(row, day), office="x")) for form in (as_xlsx, as_csv, as_json)]
    later = as_csv(as_published(drawn_on(row, at(11, 11).date()), office="x")).decode("utf-8-sig")

    assert after == before
    assert "补报、更正（2026-11-10 12:00，" in later
    assert "合计「达成协议」由 2 更正为 3" in later


def test_monthly_report_is_the_paper_of_the_rules(out, tmp_path):
    paper = paper_of(out)

    assert (paper.kind, untold(paper, fonts_in(FONTS), tmp_path)) == ("DOC-S1", [])
