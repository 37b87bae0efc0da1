"""How papers look: page measures and type of office paper and letter (GB/T 9704-2012) and of the Ministry's forms."""

from dataclasses import dataclass, replace

from reportlab.lib.units import mm

from casework.documents.lines import Style

GB_SIZE = 156 * mm / 28
GB_LEADING = 225 * mm / 22.02


@dataclass(frozen=True)
class Look:
    """Measures of a page and the styles on it, in points. `number_label` stands before the paper's number.

    `pages` is how pages are numbered: "gb" as — 1 — at the outer edge, "form" as 第 1 页 共 2 页. A `red_head` is the
    office in red over its number and a red rule. A look that never `closes` has no office and date at its end; one that
    has no head of an office (`headed`) is of a paper that parties sign and hand in.
    """

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
    pages: str = "form"
    red_head: bool = False
    closes: bool = True
    headed: bool = True
    number_label: str = ""
    seal_mark: str = ""


OFFICE = Look(
    top=37 * mm,
    right=26 * mm,
    bottom=35 * mm,
    left=28 * mm,
    office=Style("title", 20, 30, align="center"),
    title=Style("title", 22, 36, align="center", after=4),
    number=Style("body", GB_SIZE, GB_LEADING, align="center", after=10),
    addressee=Style("body", GB_SIZE, GB_LEADING, align="left"),
    heading=Style("heading", GB_SIZE, GB_LEADING, indent=2, align="left"),
    body=Style("body", GB_SIZE, GB_LEADING, indent=2),
    plain=Style("body", GB_SIZE, GB_LEADING),
    cell=Style("body", 12, 19, align="left"),
    label=Style("body", 12, 19, align="center"),
    note=Style("note", 11, 18, before=8),
    sign=Style("body", GB_SIZE, GB_LEADING, align="left"),
    pages="gb",
)
LETTER = replace(
    OFFICE,
    office=Style("title", 30, 46, align="center", after=6, ink="red"),
    number=Style("body", GB_SIZE, GB_LEADING, align="center"),
    title=Style("title", 22, 36, align="center", before=18, after=10),
    red_head=True,
)
FORM = Look(
    top=25 * mm,
    right=24 * mm,
    bottom=25 * mm,
    left=26 * mm,
    office=Style("title", 16, 26, align="center"),
    title=Style("title", 22, 34, align="center", after=4),
    number=Style("body", 12, 20, align="right", after=4),
    addressee=Style("body", 12, 22, align="left", after=2),
    heading=Style("heading", 12, 22, before=4, align="left"),
    body=Style("body", 12, 22, indent=2),
    plain=Style("body", 12, 22),
    cell=Style("body", 11, 17.5, align="left"),
    label=Style("body", 11, 17.5, align="center"),
    note=Style("note", 9.5, 15, before=5),
    sign=Style("body", 12, 19, align="left"),
    number_label="编号：",
    seal_mark="（盖章）",
)
COVER = replace(
    FORM,
    top=48 * mm,
    office=Style("title", 22, 44, align="center"),
    title=Style("title", 36, 64, align="center", after=24),
    cell=Style("body", 14, 28, align="left"),
    label=Style("body", 14, 28, align="center"),
    closes=False,
)
APPLICATION = replace(FORM, headed=False, closes=False)
LOOKS = {"office": OFFICE, "letter": LETTER, "form": FORM, "cover": COVER, "application": APPLICATION}
