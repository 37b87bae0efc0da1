"""A sheet as CSV and JSON: the same bytes for the same sheet."""

import csv
import io
import json
from typing import Any

from casework.statistics.groups import said
from casework.statistics.handed_out import HandedOut
from casework.statistics.sheet import lines, shown


def as_csv(out: HandedOut) -> bytes:
    """Rows and columns with their words, UTF-8 with a mark so that office programs read Chinese; notes below."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow([out.title, out.subtitle])
    writer.writerow(["", *(said(each["label"]) for each in out.sheet["columns"])])
    writer.writerows([line.label, *map(_safe, line.texts)] for line in lines(out.sheet, for_machines=True))
    writer.writerows([_safe(each)] for each in out.notes)
    return text.getvalue().encode("utf-8-sig")


def as_json(out: HandedOut) -> bytes:
    """The sheet itself with what was published and restated."""
    told: dict[str, Any] = {**out.sheet, "published": out.published, "restatements": out.restatements}
    return json.dumps(told, ensure_ascii=False, indent=1).encode() + b"\n"


def as_text(out: HandedOut) -> str:
    """For a terminal: the total row, one column a line."""
    total = out.sheet["cells"]["total"]
    told = [
        f"{said(each['label'])}\t{shown(total[each['key']], each, for_machines=True)}" for each in out.sheet["columns"]
    ]
    return "\n".join([out.title, out.subtitle, *told])


def _safe(text: str) -> str:
    """A text that no spreadsheet takes for a formula."""
    return f"'{text}" if text[:1] in ("=", "+", "@") else text
