"""Fields read what people write and tell in words what they cannot read."""

from datetime import UTC, date, datetime

import pytest
from werkzeug.datastructures import MultiDict

from casework.counter.fields import LARGEST_FEN, Choice, Day, LongText, Moment, Money, NotFuture, Required, Text, Tick
from casework.counter.form import ActForm, error_lines


class Probe(ActForm):
    """One field of each kind."""

    day = Day(validators=[NotFuture()])
    moment = Moment()
    fen = Money()
    word = Text(longest=5)
    story = LongText()
    pick = Choice(("trademark", "copyright"), "right_kind")
    needed = Text(validators=[Required()])
    agreed = Tick()


def read(**typed: str) -> Probe:
    """The form with what was typed, already checked."""
    form = Probe(MultiDict({"needed": "x", "pick": "trademark", **typed}))
    form.validate()
    return form


@pytest.mark.parametrize(
    ("field", "typed", "value"),
    [
        ("day", "2026年3月5日", date(2026, 3, 5)),
        ("day", "２０２６／３／５", date(2026, 3, 5)),
        ("day", "  ", None),
        ("moment", "2026-03-05T14:30", datetime(2026, 3, 5, 6, 30, tzinfo=UTC)),
        ("moment", "2026-03-05 00:10", datetime(2026, 3, 4, 16, 10, tzinfo=UTC)),
        ("moment", "", None),
        ("fen", "3.5万元", 3_500_000),
        ("fen", "叁万伍仟元整", 3_500_000),
        ("fen", "0", 0),
        ("fen", f"{LARGEST_FEN // 100}", LARGEST_FEN),
        ("fen", "", None),
        ("word", " a\x00b\r\n", "ab"),
        ("story", "一\r\n二\r三", "一\n二\n三"),
        ("agreed", "y", True),
        ("agreed", "false", False),
    ],
)
def test_field_reads_what_people_write(field, typed, value):
    form = read(**{field: typed})

    assert form.errors == {}
    assert form[field].data == value


@pytest.mark.parametrize(
    ("field", "typed", "said"),
    [
        ("day", "三月", "无法识别为日期，请按 2026-03-05 或 2026年3月5日 填写"),
        ("day", "2026-02-30", "无法识别为日期，请按 2026-03-05 或 2026年3月5日 填写"),
        ("day", "1026-03-05", "年份应在 1900 年至 2199 年之间，请核对"),
        ("day", "2199-01-01", "不能晚于现在，请填写实际发生的日期"),
        ("moment", "昨天", "无法识别为时间，请按 2026-03-05 14:30 填写"),
        ("moment", "0001-01-01T00:00", "年份应在 1900 年至 2199 年之间，请核对"),
        ("fen", "很多", "无法识别为金额，请填写元数，如 35000、3.5万元或叁万伍仟元整"),
        ("fen", "-1", "金额不能为负数，也不能超过十万亿元"),
        ("fen", f"{LARGEST_FEN // 100 + 1}", "金额不能为负数，也不能超过十万亿元"),
        ("word", "一二三四五六", "最多 5 个字，现有 6 个"),
        ("pick", "magic", "不在可选范围内，请从列表中选择"),
        ("needed", "", "此项必填"),
    ],
)
def test_field_says_what_is_wrong_and_keeps_what_was_typed(field, typed, said):
    form = read(**{field: typed})

    assert error_lines(form.errors) == {field: [said]}
    kept = form[field].data if field == "pick" else form[field]._value()
    assert kept == typed


def test_money_and_moment_are_shown_as_people_write_them():
    form = Probe(data={"fen": 3_500_050, "moment": datetime(2026, 3, 4, 16, 10, tzinfo=UTC), "day": date(2026, 3, 5)})

    assert [form[name]._value() for name in ("fen", "moment", "day")] == ["35000.50", "2026-03-05T00:10", "2026-03-05"]
