"""A text that waits for signatures, its paper printed, signed and put through a scanner."""

import hashlib
import random
import subprocess
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image, ImageDraw, ImageFilter
from sqlalchemy import select

from casework.base.db import db
from casework.documents.fonts import fonts_in
from casework.documents.models import PaperRecord
from casework.documents.proof import use_proof_key
from casework.documents.scanning import texts_on
from casework.documents.store import pdf
from casework.records.evidence_store import StoredFile
from casework.scans import facts as f
from casework.scans import verbs
from tests.mediation.conftest import case, empty_database, room, walk

__all__ = ["case", "empty_database", "room", "walk"]
FONTS = Path(__file__).parents[2] / "var" / "assets" / "fonts"
TYPES = {".pdf": "application/pdf", ".jpg": "image/jpeg", ".png": "image/png"}


class Scanner:
    """Prints papers and scans them a degree askew, grey and noisy, at 200 dots per inch."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.fonts, self.made = folder, fonts_in(FONTS), 0

    def picture(self, record: PaperRecord) -> Image.Image:
        """The first page as the scanner sees it, with a signature written on it."""
        self.made += 1
        printed = self.folder / f"{self.made}.pdf"
        printed.write_bytes(pdf(record, self.fonts))
        drawn = subprocess.run(
            ["pdftoppm", "-r", "200", "-f", "1", "-l", "1", "-gray", "-png", printed], capture_output=True, check=True
        ).stdout
        page = Image.open(BytesIO(drawn)).convert("L")
        ImageDraw.Draw(page).line([(300, 1900), (420, 1850), (520, 1960), (700, 1870)], fill=30, width=5)
        page = page.rotate(1, resample=Image.Resampling.BICUBIC, fillcolor=255)
        return _noisy(page.filter(ImageFilter.GaussianBlur(0.6)))

    def scan(self, record: PaperRecord, ending: str = ".pdf") -> Path:
        """The file that the scanner writes."""
        file = self.folder / f"scan-{self.made}{ending}"
        self.picture(record).save(file, **({"resolution": 200.0} if ending == ".pdf" else {}))
        return file


def _noisy(page: Image.Image) -> Image.Image:
    grain = Image.frombytes("L", page.size, random.Random(7).randbytes(page.width * page.height))
    return Image.blend(page, grain, 0.15)


@pytest.fixture(scope="session")
def scanner(tmp_path_factory) -> Scanner:
    return Scanner(tmp_path_factory.mktemp("scanner"))


@pytest.fixture
def signing(walk):
    """A mediation whose text waits for its signatures."""
    use_proof_key(bytes(range(32)))
    return walk.signing()


def paper_of(walk, kind: str = "D-16") -> PaperRecord:
    """The newest paper of a kind."""
    db.session.flush()
    asked = select(PaperRecord).where(PaperRecord.case_id == walk.case.id, PaperRecord.kind == kind)
    return db.session.scalars(asked.order_by(PaperRecord.id.desc())).first()


def returned(walk, file: Path | None, **told) -> f.Returned:
    """The facts of a scan as the form tells them; both parties signed today."""
    given = {"signed": ("P1", "P2"), "sealed": ("P1",), "signed_on": walk.today, **told}
    if file is None:
        return f.Returned(**given)
    content, kind = file.read_bytes(), TYPES[file.suffix]
    stored = StoredFile(file.name, hashlib.sha256(content).hexdigest(), len(content), kind)
    return f.Returned(**{"files": (stored,), "texts": texts_on(file, kind), **given})


def hand_in(walk, facts: f.Returned, who: str = "mediator"):
    """Hand in a scan."""
    return verbs.match(walk.case, facts, actor=getattr(walk.room, who), now=walk.now)
