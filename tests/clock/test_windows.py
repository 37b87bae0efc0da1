"""Windows are rules of the table, and none of them is an office's duty."""

from casework.clock.clocks import default_table
from casework.clock.windows import is_window, window_rules


def test_windows_are_rules_of_the_table():
    unknown = window_rules() - set(default_table().rules())

    assert unknown == set()


def test_duties_of_an_office_are_no_windows():
    duties = ("CMP-3", "M-14", "C-17", "PEN-1", "POL-4", "ADJ-8", "J-13.outer", "REV-7")

    assert [rule for rule in duties if is_window(rule)] == []
