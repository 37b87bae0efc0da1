import json
from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casework.base.phrases import reading_in
from casework.identifiers import check
from casework.identifiers.checking import KINDS
from casework.identifiers.result import IdentifierError

CODES = {
    "length", "characters", "check_digit", "year", "kind_digit", "date", "publication_number", "international_number",
    "serial_missing", "court_missing", "placeholder", "not_confirmation", "legacy_15", "masked", "application_number",
    "unreadable",
}  # fmt: skip
typed = st.one_of(
    st.text(),
    st.text(alphabet="ZLCN0123456789XO*.,/、号第（）年鄂民特初终字软著登SRA 无", max_size=40),
)
kinds = st.sampled_from(sorted(KINDS))


def test_kinds_are_the_contract_s():
    assert set(KINDS) == {"patent", "trademark", "uscc", "resident_id", "court_number", "software", "plant_variety"}


@pytest.mark.parametrize("kind", sorted(KINDS))
@pytest.mark.parametrize(
    "value",
    [
        "",
        "  ",
        "\u200b",
        "无",
        "暂无",
        "待补",
        "待补充",
        "未提供",
        "/",
        "-",
        "——",
        "N/A",
        "null",
        "号码：无",
        "无(申请中)",
        "未取得授权",
        "*" * 6,
    ],
)
def test_nothing_is_a_placeholder(codes, kind, value):
    assert codes(kind, value) == ["placeholder"]


@pytest.mark.parametrize("kind", sorted(KINDS))
@pytest.mark.parametrize("value", ["4.20299E+17", "#REF!", "#N/A"])
def test_spreadsheet_s_wreck_is_unreadable(codes, kind, value):
    assert codes(kind, value) == ["unreadable"]


def test_endless_text_is_too_long(codes):
    assert codes("patent", "1" * 3000) == ["length"]


@pytest.mark.parametrize(("kind", "use", "code"), [("stamp", None, "unknown_kind"), ("patent", "other", "bad_option")])
def test_unknown_kind_or_use_is_an_error(kind, use, code):
    with pytest.raises(IdentifierError) as raised:
        check(kind, "1", use=use)

    assert raised.value.code == code


def test_message_is_in_the_reader_s_language():
    with reading_in("en"):
        (told,) = check("uscc", "91440300192203821Y").problems

    assert told.message == "The check digit should be 6"


@given(kinds, typed)
def test_no_text_brings_a_check_down(kind, value):
    found = check(kind, value)

    assert {each.code for each in found.problems} <= CODES
    assert found.valid is False or found.canonical is not None
    json.dumps([each.message for each in found.problems]).encode()


@given(kinds, typed)
def test_canonical_form_is_read_as_itself(kind, value):
    canonical = check(kind, value).canonical
    each = canonical if isinstance(canonical, list) else [canonical] if canonical else []

    assert [check(kind, one).canonical for one in each] == each


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_thousand_doubtful_values_take_a_moment(kind):
    values = [f"9144030071526{place:04d}G" for place in range(500)] + ["民" * 1900, "(2020)" + "民三" * 900, "1 " * 900]
    started = perf_counter()

    for value in values:
        check(kind, value)

    assert perf_counter() - started < 3
