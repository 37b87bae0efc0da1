"""A sheet as a paper in official look: the total first, the rows in tables of few columns, notes, signatures."""

from datetime import date

from casework.base.phrases import phrase
from casework.documents.blocks import Block, Drawing, Heading, Note, SignatureRoom, Table
from casework.documents.draw import draw
from casework.documents.fonts import Fonts
from casework.documents.paper import Paper
from casework.statistics.grid import Scope
from casework.statistics.groups import said
from casework.statistics.handed_out import HandedOut
from casework.statistics.period import Period
from casework.statistics.pictures import Picture
from casework.statistics.sheet import lines

ACROSS, LONG_LABEL = 6, 10
MONTHLY = "DOC-S1"


def as_pdf(out: HandedOut, fonts: Fonts) -> bytes:
    """The paper as PDF: equal sheets give equal bytes."""
    return draw(paper_of(out), fonts)


def paper_of(out: HandedOut) -> Paper:
    """The paper of a sheet. It is no paper of a case: its number is the fingerprint that a publication keeps."""
    places = tuple(
        (phrase(f"statistics.signs.{each}"), each == "head") for each in ("statistician", "reviewer", "head")
    )
    blocks: list[Block] = [*_tables(out), *(Note(each) for each in out.notes), SignatureRoom(places)]
    return Paper(
        kind=MONTHLY if out.sheet["table"] == "ip_monthly" else "statistics",
        title=out.title,
        office=out.office,
        issued_on=date.fromisoformat(out.day),
        blocks=tuple(blocks),
        subtitle=out.subtitle,
        fields={"period": out.subtitle},
    )


def paper_of_pictures(found: list[Picture], period: Period, scope: Scope, *, office: str, day: date) -> Paper:
    """The pictures of a period as a paper: each drawing as on the page, its numbers in a table below."""
    blocks: list[Block] = []
    for each in found:
        blocks += [Heading(each.title), Drawing(each.svg)]
        if each.rows:
            blocks.append(Table(tuple(each.head), tuple(map(tuple, each.rows)), (3, *([2] * (len(each.head) - 1)))))
    where = scope.name or phrase("statistics.whole_city")
    start, end = period.start, period.end
    subtitle = phrase("statistics.sheet.subtitle", period=period.name, start=start, end=end, where=where)
    title, fields = phrase("pictures.paper"), {"period": subtitle}
    return Paper("statistics", title, office, day, tuple(blocks), subtitle=subtitle, fields=fields)


def _tables(out: HandedOut) -> list[Block]:
    """Rows by columns, a few columns at a time; a sheet of many rows without figures keeps only those that have any."""
    columns = out.sheet["columns"]
    kept = [line for line in lines(out.sheet) if line.key == "total" or set(line.texts) - {"0", "0.00", "—"}]
    label = 5 if max(len(line.label) for line in kept) > LONG_LABEL else 3
    blocks: list[Block] = []
    for start in range(0, len(columns), ACROSS):
        part = columns[start : start + ACROSS]
        head = (phrase("statistics.sheet.row"), *(said(each["label"]) for each in part))
        rows = tuple((line.label, *line.texts[start : start + ACROSS]) for line in kept)
        blocks += [Heading(phrase("statistics.sheet.part", no=start // ACROSS + 1))] if len(columns) > ACROSS else []
        blocks.append(Table(head, rows, (label, *([2] * len(part)))))
    return blocks
