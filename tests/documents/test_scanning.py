"""Scans that are none: other files, broken ones, and pictures made to fill the memory."""

import pytest
from PIL import Image

from casework.documents.scanning import Unreadable, paper_code, texts_on


@pytest.mark.parametrize(
    ("media_type", "content", "code"),
    [
        ("text/plain", b"D-16", "kind"),
        ("application/pdf", b"%PDF-1.7 cut off", "broken"),
        ("image/png", b"\x89PNG\r\n\x1a\n cut off", "broken"),
        ("image/jpeg", b"\xff\xd8\xff cut off", "broken"),
    ],
)
def test_file_that_is_no_scan_is_refused(tmp_path, media_type, content, code):
    file = tmp_path / "scan"
    file.write_bytes(content)

    with pytest.raises(Unreadable) as refused:
        texts_on(file, media_type)

    assert refused.value.code == code


@pytest.mark.parametrize(("side", "ending"), [(8000, "png"), (14000, "png"), (8000, "pdf")])
def test_picture_of_too_many_points_is_not_opened(tmp_path, side, ending):
    file = tmp_path / f"bomb.{ending}"
    Image.new("1", (side, side)).save(file)

    with pytest.raises(Unreadable):
        texts_on(file, "image/png" if ending == "png" else "application/pdf")


def test_page_without_a_code_says_nothing(tmp_path):
    file = tmp_path / "blank.png"
    Image.new("L", (1600, 2300), 255).save(file)

    assert texts_on(file, "image/png") == ()


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("CASEWORK:D-16:（2026）黄知调字第1号:0123456789ABCDEF", "0123456789ABCDEF"),
        ("CW1.e30.AAAA", None),
        ("hello", None),
    ],
)
def test_only_our_own_codes_name_a_paper(text, code):
    assert paper_code(text) == code
