"""Notices as people paste them."""

from datetime import date, timedelta

import pytest

from casework.clock.calendar import default_calendar
from casework.clock.errors import BadDate
from casework.clock.notice import read_notice

TITLE = "国务院办公厅关于2026年部分节假日安排的通知"
NOTICE = """一、元旦：1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。
二、春节：2月15日（农历腊月二十八、周日）至23日（农历正月初七、周一）放假调休，共9天。2月14日（周六）、2月28日（周六）上班。
三、清明节：4月4日（周六）至6日（周一）放假，共3天。
四、劳动节：5月1日（周五）至5日（周二）放假调休，共5天。5月9日（周六）上班。
五、端午节：6月19日（周五）至21日（周日）放假，共3天。
六、中秋节：9月25日（周五）至27日（周日）放假，共3天。
七、国庆节：10月1日（周四）至7日（周三）放假调休，共7天。9月20日（周日）、10月10日（周六）上班。"""


def test_notice_of_2026_as_published_gives_the_packaged_table():
    read = read_notice(NOTICE, title=TITLE)
    ours = default_calendar().years[2026]

    assert dict(read.off_days) == dict(ours.off_days)
    assert set(read.make_up_workdays) == set(ours.make_up_workdays)


@pytest.mark.parametrize(
    ("text", "off", "work"),
    [
        ("2027-01-01 休", [date(2027, 1, 1)], []),
        (
            "２０２７年１月１日至３日放假，１月９日上班",
            [date(2027, 1, 1) + timedelta(n) for n in range(3)],
            [date(2027, 1, 9)],
        ),
        ("2027年1月1日、4日、5日放假", [date(2027, 1, n) for n in (1, 4, 5)], []),
        ("2027/10/1-10/3 放假\n2027-10-09 班", [date(2027, 10, n) for n in (1, 2, 3)], [date(2027, 10, 9)]),
        ('{"year": 2027, "days": [{"date": "2027-01-01", "name": "元旦", "isOffDay": true}]}', [date(2027, 1, 1)], []),
    ],
)
def test_spellings_of_a_notice(text, off, work):
    read = read_notice(text, title="2027年通知")

    assert (sorted(read.off_days), sorted(read.make_up_workdays)) == (off, work)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "没有日期",
        "2027年2月30日放假",
        "2027年1月1日",
        "2027年1月5日上班",
        "2027年1月9日至3日放假",
        "{坏的",
        "元旦1月1日放假",
    ],
)
def test_notice_that_cannot_be_read_is_refused(text):
    with pytest.raises(BadDate):
        read_notice(text, title="通知")
