"""The codes on a scan: a PDF or a picture, crooked and grey as it comes from the machine."""

import re
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from threading import Lock

import pypdfium2
import zxingcpp
from PIL import Image, UnidentifiedImageError
from pypdfium2.raw import FPDF_PAGEOBJ_IMAGE

from casework.base.errors import CaseworkError
from casework.documents.proof import Forged, checked, public_key

PICTURES = ("image/jpeg", "image/png")
SCANS = ("application/pdf", *PICTURES)
MOST_PAGES = 10
MOST_PIXELS = 60_000_000
LONGEST_SIDE = 5000
DEEPEST = 8
DOTS_PER_INCH = 300
ENLARGED = (1.5, 2.0)
PLAIN = re.compile(r"CASEWORK:[^:]*:.*:([0-9A-F]{16})")
QR = zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode)
_pdfium = Lock()


class Unreadable(CaseworkError):
    """The file is no scan that can be read; `code` is kind, broken or large."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


def texts_on(path: Path, media_type: str) -> tuple[str, ...]:
    """What the codes of the first page with a code say; none where no page has one. Raises Unreadable.

    At most ten pages are looked at, each at 300 dots per inch; a picture of over 60 million points is not opened.
    """
    if media_type not in SCANS:
        raise Unreadable("kind")
    pages = _pictures_of(path) if media_type in PICTURES else _pages_of(path)
    return next((found for page in pages for sight in _sights(page) if (found := _read(sight))), ())


def paper_code(text: str) -> str | None:
    """The short code of the paper that a code's text names; None where it is not ours or was forged."""
    plain = PLAIN.fullmatch(text)
    if plain:
        return plain.group(1)
    try:
        return checked(text, public_key()).code
    except (Forged, LookupError):
        return None


def _sights(page: Image.Image) -> Iterator[Image.Image]:
    """The page as it is, then enlarged: the dots of a coarse scan are too few to be told apart."""
    yield page
    for times in ENLARGED:
        if times * max(page.size) <= LONGEST_SIDE:
            yield page.resize((int(times * page.width), int(times * page.height)), Image.Resampling.BICUBIC)


def _read(page: Image.Image) -> tuple[str, ...]:
    return tuple(each.text for each in zxingcpp.read_barcodes(page, formats=QR))


def _pictures_of(path: Path) -> Iterator[Image.Image]:
    try:
        with Image.open(path) as picture:
            if picture.width * picture.height > MOST_PIXELS:
                raise Unreadable("large")
            yield picture.convert("L")
    except (UnidentifiedImageError, Image.DecompressionBombError, OSError, SyntaxError, ValueError) as error:
        raise Unreadable("broken") from error


def _pages_of(path: Path) -> Iterator[Image.Image]:
    """PDFium knows one thread at a time."""
    with _pdfium:
        try:
            with closing(pypdfium2.PdfDocument(path)) as opened:
                for place in range(min(len(opened), MOST_PAGES)):
                    yield _drawn(opened[place])
        except pypdfium2.PdfiumError as error:
            raise Unreadable("broken") from error


def _drawn(page: pypdfium2.PdfPage) -> Image.Image:
    for picture in page.get_objects(filter=[FPDF_PAGEOBJ_IMAGE], max_depth=DEEPEST):
        width, height = picture.get_px_size()
        if width * height > MOST_PIXELS:
            raise Unreadable("large")
    scale = min(DOTS_PER_INCH / 72, LONGEST_SIDE / max(*page.get_size(), 1.0))
    drawn: Image.Image = page.render(scale=scale, grayscale=True).to_pil()
    return drawn
