"""Blocks as drawable things: each block of a paper becomes flowables of the page."""

from reportlab.lib import colors
from reportlab.platypus import CondPageBreak, Flowable, PageBreak, Spacer, Table, TableStyle

from casework.documents import blocks as b
from casework.documents.fonts import Fonts
from casework.documents.look import Look
from casework.documents.text import ordinal
from casework.documents.zhtext import Style, ZhParagraph

LINE = 0.6
BASE_FONT = "NotoSansSC_400Regular"


class Flow:
    """Turns blocks into flowables for one look and line width."""

    def __init__(self, look: Look, fonts: Fonts, width: float) -> None:
        self.look, self.fonts, self.width = look, fonts, width

    def para(self, text: str, style: Style) -> ZhParagraph:
        """A paragraph in a style."""
        return ZhParagraph(text, style, self.fonts)

    def block(self, block: b.Block) -> list[Flowable]:
        """The flowables of one block."""
        look = self.look
        match block:
            case b.Heading(text=text):
                return [CondPageBreak(look.heading.leading * 3), self.para(text, look.heading)]
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
            case b.FingerprintList(files=files):
                return self._fingerprints(files)
            case b.PageBreak():
                return [PageBreak()]

    def _cell(self, text: str, style: Style | None = None) -> list[ZhParagraph]:
        return [self.para(part, style or self.look.cell) for part in (text or " ").split("\n")]

    def _key_values(self, rows: tuple[tuple[str, str], ...]) -> list[Flowable]:
        if not rows:
            return []
        cells = [[self._cell(label, self.look.label), self._cell(value)] for label, value in rows]
        label_width = self.width * 0.24
        return [self._grid(cells, [label_width, self.width - label_width]), Spacer(1, 6)]

    def _table(self, block: b.Table) -> list[Flowable]:
        shares = block.widths or (1,) * len(block.head)
        widths = [self.width * share / sum(shares) for share in shares]
        head = [self._cell(text, self.look.label) for text in block.head]
        rows = [[self._cell(text) for text in row] for row in block.rows]
        return [self._grid([head, *rows], widths, repeat=1), Spacer(1, 6)]

    def _fingerprints(self, files: tuple[tuple[str, int, str], ...]) -> list[Flowable]:
        if not files:
            return []
        rows = tuple((str(n), name, f"{size:,}", sha) for n, (name, size, sha) in enumerate(files, 1))
        return self._table(b.Table(("序号", "文件名称", "字节数", "SHA-256 指纹"), rows, (8, 34, 14, 44)))

    def _signatures(self, places: tuple[tuple[str, bool], ...]) -> list[Flowable]:
        rows = []
        for who, sealed in places:
            mark = "(签名、盖章或捺印)" if sealed else "(签名或捺印)"
            rows.append([self._sign(f"{who}{mark}:"), self._sign("        年    月    日", "right")])
        table = Table(rows, colWidths=[self.width * 0.66, self.width * 0.34], spaceBefore=10)
        table.setStyle(TableStyle([("FONTNAME", (0, 0), (-1, -1), BASE_FONT), ("VALIGN", (0, 0), (-1, -1), "BOTTOM"),
                                   ("TOPPADDING", (0, 0), (-1, -1), 14), ("LEFTPADDING", (0, 0), (-1, -1), 0)]))
        return [CondPageBreak(min(len(rows), 3) * (self.look.sign.leading + 20)), table]

    def _sign(self, text: str, align: str = "left") -> ZhParagraph:
        style = self.look.sign
        return self.para(text, Style(style.role, style.size, style.leading, align=align))

    def _grid(self, cells: list[list[list[ZhParagraph]]], widths: list[float], repeat: int = 0) -> Table:
        table = Table(cells, colWidths=widths, repeatRows=repeat, splitInRow=1, spaceBefore=4)
        table.setStyle(
            TableStyle(
                [
                    ("FONTNAME", (0, 0), (-1, -1), BASE_FONT),
                    ("GRID", (0, 0), (-1, -1), LINE, colors.black),
                    ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
                    ("TOPPADDING", (0, 0), (-1, -1), 3),
                    ("BOTTOMPADDING", (0, 0), (-1, -1), 4),
                ]
            )
        )
        return table
