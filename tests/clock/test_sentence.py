from datetime import date, datetime
from typing import Any

import pytest

from casework.clock.due import compute
from casework.clock.sentence import holiday_name, sentence, weekday


@pytest.mark.parametrize(
    ("rule", "start", "options", "expected"),
    [
        (
            "J-02",
            date(2026, 3, 5),
            {},
            "自2026-03-05起算，当日不计入，期间30日，至2026-04-04（星期六）届满，"
            "遇清明节假期顺延至2026-04-07（星期二）。依据：民事诉讼法(2023修正)第205条。",
        ),
        (
            "J-02",
            date(2026, 2, 13),
            {},
            "自2026-02-13起算，当日不计入，期间30日，至2026-03-15（星期日）届满，"
            "遇周末顺延至2026-03-16（星期一）。依据：民事诉讼法(2023修正)第205条。",
        ),
        (
            "J-02",
            date(2026, 12, 2),
            {},
            "自2026-12-02起算，当日不计入，期间30日，至2027-01-01（星期五）届满，"
            "遇元旦假期顺延至2027-01-04（星期一）。2027年放假安排尚未收录，此日期为暂定。"
            "依据：民事诉讼法(2023修正)第205条。",
        ),
        (
            "PEN-6",
            date(2026, 4, 1),
            {"extensions": 1, "pauses": [(date(2026, 5, 6), date(2026, 5, 26))]},
            "自2026-04-01起算，当日不计入，期间120日（含延长1次），扣除中止的20日，至2026-08-19（星期三）届满。"
            "依据：行政处罚法(2021修订)第60条;延长依市场监督管理行政处罚程序规定第64条。",
        ),
        (
            "M-22",
            date(2026, 4, 1),
            {"extended_to": date(2026, 5, 20)},
            "自2026-04-01起算，当日不计入，期间1个月，经同意或者批准延长至2026-05-20，至2026-05-20（星期三）届满。"
            "依据：人民调解工作若干规定(司法部令第75号)第33条。",
        ),
        (
            "C-09.assigned",
            date(2026, 11, 5),
            {"paused_since": date(2026, 11, 10)},
            "自2026-11-05起算，当日不计入，期间30日，至2026-12-05（星期六）届满，遇周末顺延至2026-12-07（星期一）。"
            "期限自2026-11-10起中止，恢复后尚余26日。"
            "依据：最高人民法院关于人民法院特邀调解的规定(法释〔2016〕14号)第27条。",
        ),
        (
            "POL-4",
            datetime(2026, 9, 30, 17, 0),
            {},
            "自2026-09-30 17:00起连续计算24小时，至2026-10-01 17:00届满，不因休息日顺延。"
            "依据：行政执法机关移送涉嫌犯罪案件的规定(2020修订)第5条。",
        ),
    ],
)
def test_sentence_tells_the_way_to_the_end(
    rule: str, start: date | datetime, options: dict[str, Any], expected: str
) -> None:
    said = sentence(compute(rule, start, **options))

    assert said == expected


def test_sentence_counts_back() -> None:
    due = compute("ADJ-14", date(2026, 10, 9))

    said = sentence(due)

    assert said == (f"自2026-10-09向前倒算，当日不计入，期间3个工作日，至2026-09-29（星期二）届满。依据：{due.basis}。")


def test_sentence_speaks_english() -> None:
    said = sentence(compute("J-02", date(2026, 3, 5)), "en")

    assert said == (
        "Counted from 2026-03-05, that day excluded, for 30 day(s), it ends on 2026-04-04 (Saturday), "
        "Qingming Festival: rolled to 2026-04-07 (Tuesday). Basis: 民事诉讼法(2023修正)第205条."
    )


def test_remaining_working_days_are_told_as_such() -> None:
    said = sentence(compute("REV-6", date(2026, 10, 9), paused_since=date(2026, 10, 20)), "zh")

    assert "恢复后尚余3个工作日。" in said


@pytest.mark.parametrize(("name", "expected"), [("春节", "Spring Festival"), ("开湖节", "开湖节")])
def test_holiday_name_keeps_what_the_catalogue_does_not_hold(name: str, expected: str) -> None:
    assert holiday_name(name, "en") == expected


def test_weekday_is_named() -> None:
    assert [weekday(date(2026, 3, each), "zh")[-1] for each in range(2, 9)] == list("一二三四五六日")
