"""Fonts: roles, fallback, and what no font has."""

import json
import subprocess
from datetime import date
from pathlib import Path

import pytest

from casework.documents.draw import draw
from casework.documents.faces import unicode_map
from casework.documents.fonts import ROLES, Fonts, FontsMissing, fonts_in
from casework.documents.paper import Paper, Para
from tests.documents.conftest import FOLDER
from tests.documents.samples import RARE

NAMES = Path(__file__).parent / "data" / "names.txt"


def test_rare_characters_of_names_are_all_there(fonts):
    assert fonts.missing(f"{RARE}堃喆㙦鿍囍") == []


def test_last_font_draws_what_the_others_lack(fonts):
    assert fonts.missing("𠮷") == []
    assert fonts.pick("body", "𠮷") == "NotoSansJP_400Regular"


def test_folder_without_the_last_font_still_serves(fonts, tmp_path):
    for file in fonts.folder.glob("Noto*SC*.ttf"):
        (tmp_path / file.name).symlink_to(file)

    assert Fonts(tmp_path).missing("㙦𠮷") == ["𠮷"]


def test_characters_that_only_names_use_are_embedded_and_read_back(fonts, tmp_path):
    told = NAMES.read_text("utf-8").split("\n", 1)[1].replace("\n", "")
    paper = Paper("D-02", "人民调解申请书", "某调解委员会", date(2026, 11, 23), (Para(told),))
    file = tmp_path / "names.pdf"
    file.write_bytes(draw(paper, fonts))
    read = subprocess.run(["pdftotext", str(file), "-"], check=True, capture_output=True, encoding="utf-8").stdout

    assert fonts.missing(told) == []
    assert told in "".join(read.split())


def test_missing_names_each_character_once(fonts):
    assert fonts.missing("好\U0001f600好\U0001f600\U0001f4a9\n") == ["\U0001f600", "\U0001f4a9"]


@pytest.mark.parametrize("role", ROLES)
def test_every_role_draws_with_its_first_font(role, fonts):
    assert fonts.pick(role, "国") == ROLES[role][0]


def test_folder_is_looked_up_once():
    assert fonts_in(FOLDER) is fonts_in(FOLDER)


def test_folder_without_fonts_is_refused(tmp_path):
    with pytest.raises(FontsMissing, match="make setup"):
        Fonts(tmp_path)


def test_site_may_bind_a_role_to_its_own_file(tmp_path):
    for file in FOLDER.glob("*.ttf"):
        (tmp_path / file.name).symlink_to(file)
    (tmp_path / "roles.json").write_text(json.dumps({"body": ["NotoSansSC_500Medium"]}), "utf-8")

    assert Fonts(tmp_path).pick("body", "国") == "NotoSansSC_500Medium"


def test_unicode_map_writes_pairs_above_ffff_in_blocks_of_a_hundred():
    told = unicode_map("X", [0, 0x2CB5A, *range(0x4E00, 0x4E00 + 120)]).splitlines()

    assert "<01> <D872DF5A>" in told
    assert [line for line in told if line.endswith("beginbfchar")] == ["100 beginbfchar", "21 beginbfchar"]
