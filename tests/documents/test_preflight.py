"""Every kind of paper before a validator that did not write it: Apache PDFBox Preflight, which knows PDF/A-1b.

Part 2 forbids nothing that part 1 allows here, so that its one complaint has to be the number of the part; a seal adds
a translucent picture, which part 2 allows. veraPDF itself is in no registry that the project uses.
"""

import re
import subprocess
from collections.abc import Mapping
from itertools import chain
from pathlib import Path

import pytest

from casework.documents.draw import draw, draw_placed
from casework.documents.seal import seal_of, sealed
from tests.documents import gallery, samples
from tests.documents.certificates import Authority

JARS = Path("/usr/share/java")
NEEDED = ("preflight", "pdfbox2", "fontbox2", "xmpbox", "commons-logging", "commons-io", "javax.activation", "jaxb-api")
MAIN = "org.apache.pdfbox.preflight.Validator_A1b"
SAID = re.compile(r"The file (\S+) is (?:a valid|not a valid).*?(?=The file |\Z)", re.DOTALL)
TRANSLUCENT = [f"4.1.2 : Transparency error, {name} entry in a ExtGState is invalid" for name in ("CA", "ca")]
PART = "7.11.2 : Error on MetaData, part must be 1"


def complaints(files: Mapping[str, bytes], folder: Path) -> dict[str, set[str]]:
    """What the validator says against each file, in one run over all of them."""
    for name, pdf in files.items():
        (folder / f"{name}.pdf").write_bytes(pdf)
    listed = folder / "files.txt"
    listed.write_text("\n".join(str(folder / f"{name}.pdf") for name in files), "utf-8")
    path = ":".join(str(JARS / f"{name}.jar") for name in NEEDED)
    command = ["java", "-Xmx512m", "-cp", path, MAIN, "group", str(listed)]
    told = subprocess.run(command, check=False, capture_output=True, encoding="utf-8", timeout=300)
    return {found[1].removesuffix(".pdf"): _errors(found[0]) for found in SAID.finditer(told.stdout)}


def _errors(said: str) -> set[str]:
    return {line.strip() for line in said.splitlines() if re.match(r"\s*\d[\d.]* : ", line)}


@pytest.fixture(scope="module")
def sealed_paper(tmp_path_factory, fonts) -> bytes:
    authority = Authority(tmp_path_factory.mktemp("seals"))
    authority.office("hs-amr", gallery.OFFICE)
    seal = seal_of("hs-amr", gallery.OFFICE, authority.folder, {})
    return sealed(draw_placed(samples.notice(), fonts), seal, fonts)


def test_every_kind_is_fit_for_the_archive(tmp_path, fonts):
    long = {"D-16.long": samples.agreement(60)}
    files = {name: draw(paper, fonts) for name, paper in chain(gallery.papers().items(), long.items())}

    assert complaints(files, tmp_path) == {name: {PART} for name in files}


def test_seal_adds_nothing_but_its_translucent_picture(tmp_path, sealed_paper):
    (found,) = complaints({"sealed": sealed_paper}, tmp_path).values()

    assert found == {PART, *TRANSLUCENT}


def test_validator_sees_what_is_unfit(tmp_path, fonts):
    drawn = draw(samples.receipt(), fonts)

    (found,) = complaints({"bare": drawn.replace(b"/OutputIntents", b"/OutputNothing")}, tmp_path).values()

    assert found > {PART}
