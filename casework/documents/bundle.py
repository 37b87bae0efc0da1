"""One PDF out of many: papers, pictures and files in their order, a stamp with the number on every page, bookmarks."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from io import BytesIO

from pypdf import PdfReader, PdfWriter
from pypdf.errors import PyPdfError
from reportlab.lib.pagesizes import A4
from reportlab.lib.units import mm
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from casework.documents.fonts import Fonts
from casework.documents.lines import Style, lines_of
from casework.documents.zhtext import draw_line

STAMP = Style("note", 9, 12, align="left")  # the code of a paper stands to the right
EDGE = 12 * mm
MARGIN = 20 * mm
PRODUCER = {"/Producer": "Casework", "/Creator": "Casework"}


@dataclass(frozen=True)
class Part:
    """A piece of the bundle: the words of its bookmark, whether it stands under the one before, and its PDF."""

    title: str
    pdf: bytes
    below: bool = False


@dataclass(frozen=True)
class Bundle:
    """The PDF, and the first page (from 1) and number of pages of each part in their order."""

    pdf: bytes
    places: tuple[tuple[int, int], ...]


def pages_of(pdf: bytes) -> int | None:
    """How many pages a PDF has; None where it cannot be read, is locked or is no PDF."""
    try:
        reader = PdfReader(BytesIO(pdf))
        return None if reader.is_encrypted else len(reader.pages) or None
    except (PyPdfError, ValueError, KeyError, RecursionError):
        return None


def bound(parts: Sequence[Part], fonts: Fonts, *, label: str, told: Callable[[int], None] | None = None) -> Bundle:
    """All parts as one PDF. `label` names the file on each stamp; `told` hears after each part how many are in.

    Every part can be read (see `pages_of`). Equal parts give equal bytes.
    """
    writer = PdfWriter()
    places: list[tuple[int, int]] = []
    above = None
    for count, part in enumerate(parts, 1):
        reader = PdfReader(BytesIO(part.pdf))
        first = len(writer.pages)
        for page in reader.pages:
            writer.add_page(page)
        places.append((first + 1, len(writer.pages) - first))
        mark = writer.add_outline_item(title=part.title, page_number=first, parent=above if part.below else None)
        above = above if part.below else mark
        if told:
            told(count)
    _stamp(writer, fonts, label)
    writer.add_metadata(PRODUCER)
    out = BytesIO()
    writer.write(out)
    return Bundle(out.getvalue(), tuple(places))


def picture_page(picture: bytes) -> bytes | None:
    """A picture alone on a page, as large as it fits; None where it is none."""
    try:
        image = ImageReader(BytesIO(picture))
        width, height = image.getSize()
    except (OSError, ValueError):
        return None
    out = BytesIO()
    canvas = Canvas(out, pagesize=A4, invariant=1, pageCompression=1)
    room, tall = A4[0] - 2 * MARGIN, A4[1] - 2 * MARGIN
    scale = min(room / width, tall / height, 1.0)
    left, bottom = (A4[0] - width * scale) / 2, (A4[1] - height * scale) / 2
    canvas.drawImage(image, left, bottom, width * scale, height * scale)
    canvas.save()
    return out.getvalue()


def _stamp(writer: PdfWriter, fonts: Fonts, label: str) -> None:
    """Put the number of the page into the upper corner of each; the stamps are drawn in one go."""
    sizes = [(float(page.mediabox.width), float(page.mediabox.height)) for page in writer.pages]
    stamps = PdfReader(BytesIO(_stamps(sizes, fonts, label))).pages
    for page, stamp in zip(writer.pages, stamps, strict=True):
        if page.rotation:
            page.transfer_rotation_to_content()
        page.merge_page(stamp)


def _stamps(sizes: Sequence[tuple[float, float]], fonts: Fonts, label: str) -> bytes:
    out = BytesIO()
    canvas = Canvas(out, invariant=1, pageCompression=1, initialFontName=fonts.base)  # type: ignore[arg-type]
    for number, (width, height) in enumerate(sizes, 1):
        canvas.setPageSize((width, height))
        line = lines_of(f"{label}　{number}/{len(sizes)}", STAMP, fonts, width - 2 * EDGE)[0]
        draw_line(canvas, line, EDGE, height - EDGE, width - 2 * EDGE, STAMP)
        canvas.showPage()
    canvas.save()
    return out.getvalue()
