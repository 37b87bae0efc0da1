"""How papers look: page measures and type of the two manners, office paper (GB/T 9704) and form."""

from dataclasses import dataclass

from reportlab.lib.units import mm

from casework.documents.zhtext import Style


@dataclass(frozen=True)
class Look:
    """Measures of a page and the styles on it, in points."""

    top: float
    right: float
    bottom: float
    left: float
    office: Style
    title: Style
    number: Style
    addressee: Style
    heading: Style
    body: Style
    plain: Style
    cell: Style
    label: Style
    note: Style
    sign: Style


OFFICE = Look(
    top=37 * mm,
    right=26 * mm,
    bottom=35 * mm,
    left=28 * mm,
    office=Style("heading", 14, 24, align="center"),
    title=Style("title", 22, 32, align="center", after=6),
    number=Style("body", 16, 28.95, align="center", after=10),
    addressee=Style("body", 16, 28.95, after=0),
    heading=Style("heading", 16, 28.95, before=4),
    body=Style("body", 16, 28.95, indent=2),
    plain=Style("body", 16, 28.95),
    cell=Style("body", 12, 19),
    label=Style("heading", 12, 19, align="center"),
    note=Style("note", 10.5, 16, before=6),
    sign=Style("body", 16, 28.95),
)
FORM = Look(
    top=25 * mm,
    right=24 * mm,
    bottom=25 * mm,
    left=26 * mm,
    office=Style("heading", 13, 22, align="center"),
    title=Style("title", 20, 30, align="center", after=4),
    number=Style("body", 12, 20, align="right", after=6),
    addressee=Style("body", 12, 21, after=2),
    heading=Style("heading", 12, 22, before=4),
    body=Style("body", 12, 21, indent=2),
    plain=Style("body", 12, 21),
    cell=Style("body", 11, 17),
    label=Style("heading", 11, 17, align="center"),
    note=Style("note", 9, 14, before=4),
    sign=Style("body", 12, 24),
)
LOOKS = {"office": OFFICE, "form": FORM}
