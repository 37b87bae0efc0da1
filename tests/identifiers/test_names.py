from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casework.identifiers.names import party_key, remarks

name_texts = st.text(alphabet="黄黃石样樣例机機电電有限公司后後面麵（）()ＡaBÉé ·•\u200b\u3000𠮷", max_size=20)


def test_same_party_has_one_key(messy_same):
    assert len({party_key(variant) for variant in messy_same["variants"]}) == 1


def test_different_parties_have_two_keys(messy_different):
    one, other = messy_different["pair"]

    assert party_key(one) != party_key(other)


def test_rare_characters_stay_in_the_key(messy_rare_chars):
    assert party_key(messy_rare_chars["text"]) == messy_rare_chars["text"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("黄石样例（集团）有限公司", "黄石样例(集团)有限公司"),
        ("欧阳·样例", "欧阳•样例"),
        ("歐陽・樣例", "欧阳·样例"),
        ("Ｓａｍｐｌｅ GmbH", "SAMPLEGMBH"),
        ("樣例後勤服務有限公司", "样例后勤服务有限公司"),
    ],
)
def test_width_case_dots_and_script_are_spelling(one, other):
    assert party_key(one) == party_key(other)


@pytest.mark.parametrize(
    ("one", "other"), [("皇后样例", "皇後样例"), ("范某某厂", "範某某厂"), ("样例一店", "样例二店")]
)
def test_what_was_typed_on_purpose_keeps_parties_apart(one, other):
    assert party_key(one) != party_key(other)


@given(name_texts)
def test_key_of_a_key_is_itself(name):
    assert party_key(party_key(name)) == party_key(name)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("黄石样例机电有限公司", ()),
        ("黃石市樣例電子有限公司", ("traditional_chars",)),
        ("黄石\u200b样例", ("invisible_chars",)),
        ("样\ue000例", ("private_use",)),
    ],
)
def test_remarks_tell_what_a_clerk_should_know(name, expected):
    assert remarks(name) == expected


def test_ten_thousand_keys_take_a_moment():
    party_key("黃")
    started = perf_counter()

    for place in range(10000):
        party_key(f"黃石樣例機電{place}有限公司")

    assert perf_counter() - started < 2
