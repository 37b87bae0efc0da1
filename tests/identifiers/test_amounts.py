import pytest
from hypothesis import given
from hypothesis import strategies as st

from casework.identifiers.amounts import AmountReading, parse_amount
from casework.identifiers.capitals import capitals


def test_messy_amount_is_read(messy_amounts):
    found = parse_amount(messy_amounts["raw"])

    fen = None if messy_amounts["value"] is None else messy_amounts["value"] * 100
    assert (found.fen, found.flag) == (fen, messy_amounts["flag"])


@pytest.mark.parametrize(
    ("text", "yuan"),
    [
        ("35,000", 35000),
        ("￥35000.00", 35000),
        ("¥1,000.50", 1000.5),
        ("人民币8000元", 8000),
        ("人民币（大写）叁万元整", 30000),
        ("5千", 5000),
        ("3千5", 3500),
        ("3万5", 35000),
        ("12万3", 123000),
        ("3万5千2百", 35200),
        ("2万5000", 25000),
        ("0.05亿", 5000000),
        ("1亿2千万", 120000000),
        ("1,234.5万", 12345000),
        ("3w", 30000),
        ("三万五千元", 35000),
        ("两万", 20000),
        ("十五", 15),
        ("3500元5角2分", 3500.52),
        ("壹拾贰万叁仟肆佰伍拾陆元柒角捌分", 123456.78),
        ("35000元(含维权费5000)", 35000),
        ("人民币35000元（大写：叁万伍仟元整）", 35000),
        (" 35 000 元 ", 35000),
        ("3５0\u200b0元", 3500),
    ],
)
def test_amount_is_read_without_doubt(text, yuan):
    assert parse_amount(text) == AmountReading(round(yuan * 100), None)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("近3万元", AmountReading(3000000, "approximate")),
        ("2万左右", AmountReading(2000000, "approximate")),
        ("2万余元", AmountReading(2000000, "approximate")),
        ("三万多元", AmountReading(3000000, "approximate")),
        ("2余万元", AmountReading(2000000, "approximate")),
        ("-500", AmountReading(-50000, "negative")),
        ("3~5万", AmountReading(None, "range")),
        ("3万至5万元", AmountReading(None, "range")),
        ("12,34,567", AmountReading(None, "bad_grouping")),
        ("1.2E+05", AmountReading(None, "scientific")),
        ("100美元", AmountReading(None, "currency")),
        ("HK$100", AmountReading(None, "currency")),
        ("35000元（大写：叁万元整）", AmountReading(None, "conflict")),
        ("/", AmountReading(None, "missing")),
        ("", AmountReading(None, "missing")),
        ("无", AmountReading(None, "missing")),
        ("0.001", AmountReading(None, "unparseable")),
        ("35000/件", AmountReading(None, "unparseable")),
        ("三五万", AmountReading(None, "unparseable")),
        ("#REF!", AmountReading(None, "unparseable")),
    ],
)
def test_doubtful_amount_is_flagged(text, expected):
    assert parse_amount(text) == expected


@given(st.text(alphabet="0123456789.,万亿千百元角分约-（）()叁伍零拾佰仟整 两十", max_size=16))
def test_no_text_brings_the_reading_down(text):
    found = parse_amount(text)

    assert (found.fen is None) <= (found.flag is not None)


@given(st.text())
def test_any_text_gives_an_amount_or_a_flag(text):
    found = parse_amount(text)

    assert found.fen is not None or found.flag is not None


@given(st.integers(0, 10**13))
def test_capitals_and_figures_are_read_alike(fen):
    figures = parse_amount(f"{fen // 100}.{fen % 100:02d}元")

    assert figures == parse_amount(capitals(fen)) == AmountReading(fen, None)
