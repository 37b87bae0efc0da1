"""Fonts: roles, fallback, and what no font has."""

import json

import pytest

from casework.documents.faces import unicode_map
from casework.documents.fonts import ROLES, Fonts, FontsMissing, fonts_in
from tests.documents.conftest import FOLDER
from tests.documents.samples import RARE


def test_rare_characters_of_names_are_all_there(fonts):
    assert fonts.missing(f"{RARE}堃喆㙦鿍囍") == []


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
