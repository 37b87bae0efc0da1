"""Drawing a paper as PDF: same value, same bytes; fonts embedded and subset; text extractable in reading order."""

import hashlib
from calendar import timegm
from io import BytesIO
from threading import Lock
from types import SimpleNamespace
from typing import Any

from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Flowable, Frame, KeepTogether, PageTemplate

from casework.documents.blocks import SignatureRoom
from casework.documents.flow import Flow
from casework.documents.fonts import Fonts
from casework.documents.furniture import draw_furniture
from casework.documents.kinds import look_of
from casework.documents.look import Look
from casework.documents.paper import Paper, fingerprint
from casework.documents.text import zh_date
from casework.documents.zhtext import ZhParagraph

LAST_LINES = 2
_one_at_a_time = Lock()


def draw(paper: Paper, fonts: Fonts) -> bytes:
    """The paper as PDF. Equal values give equal bytes; the date in the file is the paper's own.

    Threads take turns, because a font being cut into subsets is read by one document at a time.
    """
    look = look_of(paper.kind)
    out = BytesIO()
    document = BaseDocTemplate(
        out,
        pagesize=A4,
        title=f"{paper.title} {paper.number}".strip(),
        author=paper.office,
        subject=paper.code,
        creator="Casework",
        lang="zh-CN",
        invariant=1,
        pageCompression=1,
    )
    width = A4[0] - look.left - look.right
    frame = Frame(look.left, look.bottom, width, A4[1] - look.top - look.bottom, 0, 0, 0, 0)
    document.addPageTemplates([PageTemplate(frames=[frame])])
    with _one_at_a_time:
        document.build(_story(paper, look, fonts, width), canvasmaker=_canvas(paper, look, fonts))
    return out.getvalue()


def _story(paper: Paper, look: Look, fonts: Fonts, width: float) -> list[Flowable]:
    flow = Flow(look, fonts, width)
    story = [*_head(paper, look, flow), *flow.blocks(paper.blocks)]
    signed = any(isinstance(block, SignatureRoom) for block in paper.blocks)
    if not signed or paper.seal:
        closing = flow.closing(paper.office, zh_date(paper.issued_on.isoformat()), sealed=paper.seal)
        return _closed(story, closing, look, width)
    return story


def _closed(story: list[Flowable], closing: Flowable, look: Look, width: float) -> list[Flowable]:
    """The story with its closing, which never stands on a page without text before it."""
    last = story[-1]
    if not isinstance(last, ZhParagraph):
        return [*story, closing]
    count = len(last.lines(width))
    if count > LAST_LINES + 1:
        first, second = last.cut(width, count - LAST_LINES)
        return [*story[:-1], first, KeepTogether([second, closing])]
    before = story[-2]
    start = -2 if isinstance(before, ZhParagraph) and before.style is look.heading else -1
    return [*story[:start], KeepTogether([*story[start:], closing])]


def _head(paper: Paper, look: Look, flow: Flow) -> list[Flowable]:
    office = [flow.title(paper.office, look.office)] if paper.office else []
    number = f"{look.number_label}{paper.number}" if paper.number else ""
    addressee = f"{paper.addressee}：" if paper.addressee else ""
    lines = ((paper.subtitle, look.number), (number, look.number), (addressee, look.addressee))
    return [*office, flow.title(paper.title, look.title), *(flow.para(text, style) for text, style in lines if text)]


def _canvas(paper: Paper, look: Look, fonts: Fonts) -> type[Canvas]:
    class Numbered(Canvas):
        """A canvas that knows the number of pages before it draws their feet."""

        def __init__(self, *args: Any, **kwargs: Any) -> None:
            super().__init__(*args, **{**kwargs, "initialFontName": fonts.base})
            _date_and_name(self, paper)
            self._pages: list[dict[str, Any]] = []

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
            super().save()

    return Numbered


def _date_and_name(canvas: Any, paper: Paper) -> None:
    """Give the file the paper's own date and an identifier that follows from its data, whatever the environment."""
    day = (*paper.issued_on.timetuple()[:3], 0, 0, 0)
    document = canvas._doc  # noqa: SLF001 - the library has no public name for it
    document._timeStamp = SimpleNamespace(t=timegm(day), YMDhms=day, dhh=8, dmm=0)  # noqa: SLF001
    document.signature = hashlib.md5(fingerprint(paper).encode(), usedforsecurity=False)
