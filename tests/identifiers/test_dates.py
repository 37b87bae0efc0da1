from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casework.identifiers.dates import DateReading, parse_date

DAY = date(2026, 3, 5)


def test_messy_date_is_read(messy_dates):
    found = parse_date(messy_dates["raw"])

    value = found.value.isoformat() if found.value else None
    assert (value, found.flag) == (messy_dates["value"], messy_dates["flag"])


@pytest.mark.parametrize(
    "text",
    [
        "2026-03-05",
        "2026.3.5",
        "2026/3/5",
        "20260305",
        "2026年3月5号",
        "2026年3月5",
        "2026 年 3 月 5 日",
        "二〇二六年三月五日",
        "二○二六年三月五日",
        "二零二六年三月五日",
        "2026年3月5日 下午3点",
        "2026年3月5日15时30分",
        "2026年3月5日（星期四）",
        "2026-03-05T10:00",
        "2026-03-04T16:00:00Z",
        "2026-03-05T23:59:59+08:00",
    ],
)
def test_spelling_makes_no_other_day(text):
    assert parse_date(text) == DateReading(DAY, None)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("26.3.5", DateReading(DAY, "ambiguous")),
        ("99年3月5日", DateReading(date(1999, 3, 5), "ambiguous")),
        ("25/3/2026", DateReading(date(2026, 3, 25), None)),
        ("3/25/2026", DateReading(date(2026, 3, 25), None)),
        ("5/5/2026", DateReading(date(2026, 5, 5), None)),
        ("46086.5", DateReading(DAY, "excel_serial")),
        ("12345", DateReading(None, "unparseable")),
        ("2026-02-30", DateReading(None, "impossible")),
        ("20261305", DateReading(None, "impossible")),
        ("31/2/2026", DateReading(None, "impossible")),
        ("2026-13-05T00:00:00Z", DateReading(None, "impossible")),
        ("3.25", DateReading(None, "year_missing")),
        ("2026年3月", DateReading(None, "day_missing")),
        ("2026年3月底", DateReading(None, "day_missing")),
        ("2026年3月5日-3月8日", DateReading(None, "range")),
        ("农历2026年三月初五", DateReading(None, "unparseable")),
        ("2026年3月5日前后", DateReading(None, "unparseable")),
        ("去年3月", DateReading(None, "unparseable")),
        ("", DateReading(None, "missing")),
        ("/", DateReading(None, "missing")),
    ],
)
def test_doubtful_date_is_flagged(text, expected):
    assert parse_date(text) == expected


@given(st.dates(date(1970, 1, 1), date(2069, 12, 31)))
def test_every_day_is_read_in_every_order_of_signs(day):
    readings = {parse_date(day.strftime(form)).value for form in ("%Y-%m-%d", "%Y年%m月%d日", "%Y%m%d", "%y.%m.%d")}

    assert readings == {day}


@given(st.text(alphabet="0123456789年月日./-: T二〇三十上午", max_size=20))
def test_no_text_brings_the_reading_down(text):
    found = parse_date(text)

    assert found.value is not None or found.flag is not None


def test_ten_is_no_digit_of_a_year():
    assert parse_date("二〇一十年三月五日").value is None
