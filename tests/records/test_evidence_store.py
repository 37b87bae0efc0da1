"""Files with hostile names and contents: stored under their fingerprint, or refused with a reason."""

import hashlib
import io
import json
import zipfile
from pathlib import Path

import pytest

from casework.records.evidence_store import UNNAMED, EvidenceStore, FileRefused, display_name

DATA = Path(__file__).parent / "data"
EXPECTED = json.loads((DATA / "oddfiles.expected.json").read_text("utf-8"))
REFUSED = {"empty": "empty", "mislabelled": "mislabelled"}


@pytest.fixture
def store(tmp_path: Path) -> EvidenceStore:
    """An empty store."""
    return EvidenceStore(tmp_path / "evidence", largest=1 << 20)


def content(name: str) -> bytes:
    """The bytes of one odd file."""
    with zipfile.ZipFile(DATA / "oddfiles.zip") as packed:
        found = {_name(info): packed.read(info) for info in packed.infolist()}
    return found[name]


def _name(info: zipfile.ZipInfo) -> str:
    if info.flag_bits & 0x800:
        return info.filename
    return info.filename.encode("cp437").decode("utf-8", "replace")


@pytest.mark.parametrize("told", EXPECTED["files"], ids=lambda told: told["why"])
def test_odd_file_is_stored_or_refused(store, told):
    body = content(told["name"])

    if told["expect"] in ("reject", "reject_or_parse", "accept_sanitised_or_reject"):
        with pytest.raises(FileRefused):
            store.take(told["name"], io.BytesIO(body))
        assert [each for each in store.folder.rglob("*") if each.is_file()] == []
    else:
        kept = store.take(told["name"], io.BytesIO(body))
        assert (kept.sha256, kept.size) == (told["sha256"], told["bytes"])
        assert store.path(kept.sha256).read_bytes() == body


@pytest.mark.parametrize("told", EXPECTED["filename_strings"], ids=lambda told: told["name"][:12])
def test_hostile_name_is_only_shown(store, told):
    heads = {".pdf": b"%PDF-1.4", ".jpg": b"\xff\xd8\xff"}
    kept = store.take(told["name"], io.BytesIO(heads.get(told["name"][-4:], b"text")))

    assert "/" not in kept.name
    assert "\\" not in kept.name
    assert 0 < len(kept.name) <= 121
    assert store.path(kept.sha256).parent.parent == store.folder


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("../../etc/passwd", "passwd"),
        ("C:\\fakepath\\证据.jpg", "证据.jpg"),
        (".", UNNAMED),
        ("", UNNAMED),
        ("照片\u202egpj.exe", "照片gpj.exe"),
        (" 首尾空格 .txt", "首尾空格 .txt"),
    ],
)
def test_display_name_keeps_what_is_harmless(typed, shown):
    assert display_name(typed) == shown


def test_too_large_a_file_is_refused_and_leaves_nothing(store):
    with pytest.raises(FileRefused) as refused:
        store.take("大.bin", io.BytesIO(b"x" * ((1 << 20) + 1)))

    assert refused.value.code == "too_large"
    assert [each for each in store.folder.rglob("*") if each.is_file()] == []


def test_same_content_is_stored_once(store):
    first = store.take("一.txt", io.BytesIO(b"same"))
    second = store.take("二.txt", io.BytesIO(b"same"))

    assert first.sha256 == second.sha256 == hashlib.sha256(b"same").hexdigest()
    assert len([each for each in store.folder.rglob("*") if each.is_file()]) == 1


@pytest.mark.parametrize("coding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_text_of_any_usual_coding_is_text(store, coding):
    kept = store.take("聊天记录.txt", io.BytesIO("侵权商品已发货".encode(coding)))

    assert kept.media_type == "text/plain"
