"""Workbooks worked out again by LibreOffice: every formula gives the value that we wrote beside it."""

import io
import re
import subprocess
import zipfile
from pathlib import Path

from python_calamine import CalamineWorkbook

from casework.statistics.grid import fill
from casework.statistics.handed_out import preview
from casework.statistics.period import month
from casework.statistics.sheet import sheet_of
from casework.statistics.tables import tables
from casework.statistics.workbook import as_xlsx

OCTOBER = month("2026-10")
SHEET = "xl/worksheets/sheet1.xml"


def without_values(book: bytes) -> bytes:
    """The workbook with every value beside a formula taken out, so that whoever opens it must work it out."""
    source, out = zipfile.ZipFile(io.BytesIO(book)), io.BytesIO()
    with zipfile.ZipFile(out, "w") as made:
        for name in source.namelist():
            body = source.read(name)
            made.writestr(name, re.sub(rb"</f><v>.*?</v>", b"</f>", body) if name == SHEET else body)
    return out.getvalue()


def values_of(book: bytes) -> list[list[object]]:
    """The cells of the first sheet, numbers rounded to a tenth as they are printed."""
    rows = CalamineWorkbook.from_filelike(io.BytesIO(book)).get_sheet_by_index(0).to_python(skip_empty_area=False)
    return [[round(cell, 1) if isinstance(cell, float) else cell for cell in row] for row in rows]


def recomputed(folder: Path) -> Path:
    """The folder's workbooks opened, worked out and saved by LibreOffice, in a profile of their own."""
    out = folder / "out"
    command = ["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", "xlsx"]
    files = sorted(str(each) for each in folder.glob("*.xlsx"))
    subprocess.run([*command, "--outdir", str(out), *files], check=True, capture_output=True, timeout=180)
    return out


def test_libreoffice_works_out_the_same_sums_and_rates(october, tmp_path):
    ours = {
        name: as_xlsx(preview(sheet_of(fill(tables()[name], OCTOBER)), office="x", day="2026-11-05"))
        for name in tables()
    }
    for name, book in ours.items():
        (tmp_path / f"{name}.xlsx").write_bytes(without_values(book))

    theirs = recomputed(tmp_path)

    again = {name: values_of((theirs / f"{name}.xlsx").read_bytes()) for name in ours}
    assert {name for name, book in ours.items() if again[name] != values_of(book)} == set()
