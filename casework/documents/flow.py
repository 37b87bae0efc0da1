"""Blocks as drawable things: each block of a paper becomes flowables of the page."""

from collections.abc import Sequence
from dataclasses import replace
from math import ceil

from reportlab.platypus import CondPageBreak, Flowable, KeepTogether, PageBreak

from casework.documents import blocks as b
from casework.documents.closing import Closing, DottedLine, RedRule, signing_lines
from casework.documents.fonts import Fonts
from casework.documents.grid import PAD, Cell, cell, column_styles, column_widths, grid
from casework.documents.lines import Style, lines_of
from casework.documents.look import Look
from casework.documents.picture import Picture
from casework.documents.text import SLIP, ordinal
from casework.documents.zhtext import ZhParagraph

LABEL_SHARE = 0.22
MOST_LABEL = 0.32
SCREEN_HEAD = ("签署人", "身份核验", "签署时间（北京时间）和所签文本 SHA-256 指纹")
FILE_HEAD = ("序号", "文件名称和 SHA-256 指纹", "大小（字节）")
SLIP_SIGNER = "收件机关、收件人"
HASH_SIZE = 8.5
LEAST_HEAD = 20
TABLES = b.KeyValueTable | b.Table | b.FingerprintList | b.ScreenSignatures


class Flow:
    """Turns blocks into flowables for one look and line width."""

    def __init__(self, look: Look, fonts: Fonts, width: float) -> None:
        self.look, self.fonts, self.width = look, fonts, width

    def para(self, text: str, style: Style) -> ZhParagraph:
        """A paragraph in a style."""
        return ZhParagraph(text, style, self.fonts)

    def title(self, text: str, style: Style) -> ZhParagraph:
        """A centred title whose lines are about equally long when it needs more than one."""
        natural = self._natural(text, style)
        count = ceil(natural / self.width - 0.001)
        narrow = self.width if count < 2 else min(natural / count + style.size, self.width)
        return ZhParagraph.of(lines_of(text, style, self.fonts, narrow), style, self.fonts)

    def red_head(self, office: str, number: str) -> list[Flowable]:
        """The office in red, as large as fits on a line, its number, and the red rule."""
        style = self.look.office
        size = max(min(style.size, style.size * self.width / max(self._natural(office, style), 1)), LEAST_HEAD)
        fitted = replace(style, size=size, leading=size * style.leading / style.size)
        numbered = [self.para(number, self.look.number)] if number else []
        return [self.title(office, fitted), *numbered, RedRule()]

    def closing(self, office: str, date: str, *, sealed: bool) -> Closing:
        """The office over its date."""
        mark = self.look.seal_mark if sealed and office else ""
        return Closing(f"{office}{mark}", date, self.look.body, self.fonts, sealed=sealed)

    def blocks(self, blocks: Sequence[b.Block]) -> list[Flowable]:
        """The flowables of all blocks; a heading goes to the next page with what it heads."""
        found: list[Flowable] = []
        for place, block in enumerate(blocks):
            if isinstance(block, b.Heading):
                following = blocks[place + 1] if place + 1 < len(blocks) else None
                found.append(CondPageBreak(self._heading_room(following)))
            found.extend(self.block(block))
        return found

    def block(self, block: b.Block) -> list[Flowable]:  # noqa: C901, PLR0911 - a case per block
        """The flowables of one block."""
        look = self.look
        match block:
            case b.Heading(text=text):
                return [self.para(text, look.heading)]
            case b.Para(text=text, plain=plain):
                return [self.para(text, look.plain if plain else look.body)]
            case b.Clauses(items=items):
                return [self.para(f"{ordinal(n)}、{item}", look.body) for n, item in enumerate(items, 1)]
            case b.Note(text=text):
                return [self.para(text, look.note)]
            case b.KeyValueTable(rows=rows):
                return self._key_values(rows)
            case b.Table():
                return self._table(block)
            case b.SignatureRoom(places=places):
                return self._signatures(places)
            case b.ReplySlip(receiver=receiver, text=text):
                return self._slip(receiver, text)
            case b.FingerprintList(files=files):
                return self._fingerprints(files)
            case b.ScreenSignatures(people=people):
                return self._screen(people)
            case b.PageBreak():
                return [PageBreak()]
            case b.Drawing(svg=svg):
                return [Picture(svg, self.fonts)]

    def _natural(self, text: str, style: Style) -> float:
        """The width of a text on one endless line."""
        return sum(line.width for line in lines_of(text, style, self.fonts, self.width * 100))

    def _heading_room(self, following: b.Block | None) -> float:
        under = 6 * self.look.cell.leading if isinstance(following, TABLES) else 3 * self.look.body.leading
        return self.look.heading.leading + self.look.heading.before + under

    def _key_values(self, rows: tuple[tuple[str, str], ...]) -> list[Flowable]:
        if not rows:
            return []
        widest = max(self._natural(label, self.look.label) for label, _ in rows) + 2 * PAD + 1
        label_width = min(max(widest, self.width * LABEL_SHARE), self.width * MOST_LABEL)
        cells = [[cell(label, self.look.label), cell(value, self.look.cell)] for label, value in rows]
        return [grid(cells, [label_width, self.width - label_width], self.fonts)]

    def _table(self, block: b.Table) -> list[Flowable]:
        shares = block.widths or (1,) * len(block.head)
        widths = column_widths((block.head, *block.rows), shares, self.width, self.look.cell, self.fonts)
        styles = column_styles(block.rows, len(block.head), self.look.cell)
        rows = [[cell(text, style) for text, style in zip(row, styles, strict=True)] for row in block.rows]
        return [grid([self._head(block.head), *rows], widths, self.fonts, head=1)]

    def _head(self, names: Sequence[str]) -> list[Cell]:
        style = replace(self.look.label, role="heading")
        return [cell(name, style) for name in names]

    def _fingerprints(self, files: tuple[tuple[str, int, str], ...]) -> list[Flowable]:
        if not files:
            return []
        small = Style("note", HASH_SIZE, 13, align="left")
        centred = replace(self.look.cell, align="center")
        rows = [
            [cell(str(n), centred), Cell(((name, self.look.cell), (sha, small))), cell(f"{size:,}", centred)]
            for n, (name, size, sha) in enumerate(files, 1)
        ]
        widths = [self.width * 0.09, self.width * 0.74, self.width * 0.17]
        return [grid([self._head(FILE_HEAD), *rows], widths, self.fonts, head=1)]

    def _screen(self, people: tuple[tuple[str, str, str, str], ...]) -> list[Flowable]:
        small = Style("note", HASH_SIZE, 13, align="left")
        rows = [
            [cell(who, self.look.cell), cell(proved, self.look.cell), Cell(((at, self.look.cell), (sha, small)))]
            for who, proved, at, sha in people
        ]
        widths = [self.width * 0.22, self.width * 0.22, self.width * 0.56]
        return [grid([self._head(SCREEN_HEAD), *rows], widths, self.fonts, head=1)]

    def _signatures(self, places: tuple[tuple[str, bool], ...]) -> list[Flowable]:
        if not places:
            return []
        table = signing_lines(places, self.look.sign, self.fonts, self.width)
        return [table]

    def _slip(self, receiver: str, text: str) -> list[Flowable]:
        """Kept on one page, so that it can be cut off and sent back."""
        look = self.look
        plain = replace(look.sign, align="left")
        lines = [
            DottedLine(look.body.leading),
            self.title(SLIP, replace(look.title, size=look.body.size + 2, leading=look.body.leading, before=0)),
            self.para(f"{receiver}：", look.addressee),
            self.para(text, look.body),
            signing_lines(((SLIP_SIGNER, True),), plain, self.fonts, self.width),
        ]
        return [KeepTogether(lines)]
