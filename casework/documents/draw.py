"""Drawing a paper as PDF: same value, same bytes; fonts embedded and subset; text extractable in reading order."""

import hashlib
from calendar import timegm
from io import BytesIO
from itertools import takewhile
from threading import Lock
from types import SimpleNamespace
from typing import Any

from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Flowable, Frame, PageTemplate, Table

from casework.documents.archive import make_archival
from casework.documents.blocks import Block, ReplySlip, SignatureRoom
from casework.documents.flow import Flow
from casework.documents.fonts import Fonts
from casework.documents.furniture import draw_furniture
from casework.documents.kinds import look_of
from casework.documents.look import Look
from casework.documents.paper import Paper, fingerprint
from casework.documents.placed import Drawn, SealPlace
from casework.documents.screen import signed_matter
from casework.documents.tail import Tail
from casework.documents.text import zh_date
from casework.documents.zhtext import ZhParagraph

_one_at_a_time = Lock()


def draw(paper: Paper, fonts: Fonts) -> bytes:
    """The paper as PDF. Equal values give equal bytes; the date in the file is the paper's own."""
    return draw_placed(paper, fonts).pdf


def draw_placed(paper: Paper, fonts: Fonts) -> Drawn:
    """The paper as PDF with the place of its seal.

    Threads take turns, because a font being cut into subsets is read by one document at a time.
    """
    places: list[SealPlace] = []
    look = look_of(paper.kind)
    out = BytesIO()
    document = BaseDocTemplate(
        out,
        pagesize=A4,
        title=f"{paper.title} {paper.number}".strip(),
        author=paper.office,
        subject=paper.code,
        keywords=[each for each in (paper.proof, signed_matter(paper)) if each],
        creator="Casework",
        producer="Casework",
        lang="zh-CN",
        invariant=1,
        pageCompression=1,
    )
    width = A4[0] - look.left - look.right
    frame = Frame(look.left, look.bottom, width, A4[1] - look.top - look.bottom, 0, 0, 0, 0)
    document.addPageTemplates([PageTemplate(frames=[frame])])
    with _one_at_a_time:
        document.build(_story(paper, look, fonts, width), canvasmaker=_canvas(paper, look, fonts, places))
    return Drawn(out.getvalue(), places[-1] if places and paper.seal else None)


def _story(paper: Paper, look: Look, fonts: Fonts, width: float) -> list[Flowable]:
    flow = Flow(look, fonts, width)
    main, slips = _without_slips(paper.blocks)
    rooms = _last_rooms(main)
    story = [*_head(paper, look, flow), *flow.blocks(main[: len(main) - len(rooms)])]
    rest = [each for room in rooms for each in flow.block(room)]
    signed = any(isinstance(block, SignatureRoom) for block in main)
    if look.closes and (not signed or paper.seal):
        rest.append(flow.closing(paper.office, zh_date(paper.issued_on.isoformat()), sealed=paper.seal))
    return [*_tailed(story, rest, look), *flow.blocks(slips)]


def _without_slips(blocks: tuple[Block, ...]) -> tuple[tuple[Block, ...], tuple[Block, ...]]:
    """The paper itself, and the slips that hang under its closing."""
    count = sum(1 for _ in takewhile(lambda block: isinstance(block, ReplySlip), reversed(blocks)))
    return (blocks[:-count], blocks[-count:]) if count else (blocks, ())


def _last_rooms(blocks: tuple[Block, ...]) -> tuple[SignatureRoom, ...]:
    """The room for signatures at the paper's end."""
    last = blocks[-1:]
    return tuple(block for block in last if isinstance(block, SignatureRoom) and block.places)


def _tailed(story: list[Flowable], rest: list[Flowable], look: Look) -> list[Flowable]:
    """The story with its end kept together: the last text, its heading, the signatures, the closing."""
    if not rest:
        return story
    page = A4[1] - look.top - look.bottom
    *before, body = story
    if not isinstance(body, ZhParagraph | Table):
        return [*story, *rest]
    lead = []
    if before and isinstance(before[-1], ZhParagraph) and before[-1].style is look.heading:
        lead = [before.pop()]
    return [*before, Tail(lead, body, rest, page=page)]


def _head(paper: Paper, look: Look, flow: Flow) -> list[Flowable]:
    heading = (paper.heading or paper.office) if look.headed else ""
    office = [flow.title(heading, look.office)] if heading else []
    number = f"{look.number_label}{paper.number}" if paper.number else ""
    addressee = f"{paper.addressee}：" if paper.addressee else ""
    title = flow.title(paper.title, look.title)
    numbered = [] if look.red_head else [(number, look.number)]
    head = [*flow.red_head(heading, number), title] if look.red_head else [*office, title]
    lines = [(paper.subtitle, look.number), *numbered, (addressee, look.addressee)]
    return [*head, *(flow.para(text, style) for text, style in lines if text)]


def _canvas(paper: Paper, look: Look, fonts: Fonts, places: list[SealPlace]) -> type[Canvas]:
    class Numbered(Canvas):
        """A canvas that knows the number of pages before it draws their feet."""

        def __init__(self, *args: Any, **kwargs: Any) -> None:
            super().__init__(*args, **{**kwargs, "initialFontName": fonts.base})
            _date_and_name(self, paper)
            self._pages: list[dict[str, Any]] = []

        def closes_at(self, x: float, y: float) -> None:
            """Remember the middle of the seal, given in the flowable's own measures."""
            places.append(SealPlace(len(self._pages), *self.absolutePosition(x, y)))

        def showPage(self) -> None:  # noqa: N802 - reportlab's name
            """Keep the page until the last one is known."""
            self._pages.append(dict(self.__dict__))
            self._startPage()  # type: ignore[attr-defined]

        def save(self) -> None:
            """Draw the feet and write."""
            for place, state in enumerate(self._pages, start=1):
                self.__dict__.update(state)
                draw_furniture(self, paper, look, fonts, place, len(self._pages))
                super().showPage()
            make_archival(self, paper.issued_on)
            super().save()

    return Numbered


def _date_and_name(canvas: Any, paper: Paper) -> None:
    """Give the file the paper's own date and an identifier that follows from its data, whatever the environment."""
    day = (*paper.issued_on.timetuple()[:3], 0, 0, 0)
    document = canvas._doc  # noqa: SLF001 - the library has no public name for it
    document._timeStamp = SimpleNamespace(t=timegm(day), YMDhms=day, dhh=8, dmm=0)  # noqa: SLF001
    document.signature = hashlib.md5(fingerprint(paper).encode(), usedforsecurity=False)
