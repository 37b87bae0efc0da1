from casework.identifiers.slips import Slip, only_slip

DIGITS = dict.fromkeys(range(3), "0123456789")


def test_only_wrong_character_is_found():
    assert only_slip("123", {1: "0123456789"}, lambda other: other == "193") == Slip(2, "193", swapped=False)


def test_swapped_neighbours_are_found():
    assert only_slip("123", DIGITS, lambda other: other == "213") == Slip(1, "213", swapped=True)


def test_two_explanations_are_none():
    assert only_slip("123", DIGITS, lambda other: other in {"213", "124"}) is None


def test_no_explanation_is_none():
    assert only_slip("123", DIGITS, lambda other: other == "999") is None
