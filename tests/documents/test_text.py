"""Numbers, articles and sentences as official papers write them."""

import pytest

from casework.documents.text import articles_in_words, ordinal, sentence


@pytest.mark.parametrize(
    ("number", "told"),
    [(1, "一"), (10, "十"), (12, "十二"), (20, "二十"), (99, "九十九"), (100, "一百"), (101, "一百零一"),
     (110, "一百一十"), (204, "二百零四"), (355, "三百五十五"), (1005, "一千零五"), (1185, "一千一百八十五")],
)  # fmt: skip
def test_ordinal(number, told):
    assert ordinal(number) == told


@pytest.mark.parametrize(
    ("cited", "told"),
    [
        ("行政处罚法第44、45条", "行政处罚法第四十四条、第四十五条"),
        ("民法典第200至204条", "民法典第二百条至第二百零四条"),
        ("第3至6、62至65、96条", "第三条至第六条、第六十二条至第六十五条、第九十六条"),
        ("第85条第3款", "第八十五条第三款"),
        ("第3条第2项", "第三条第（二）项"),
        ("规定(司法部令第75号)第22条", "规定(司法部令第75号)第二十二条"),
        ("第1234567号注册商标", "第1234567号注册商标"),
    ],
)
def test_articles_are_cited_in_words(cited, told):
    assert articles_in_words(cited) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [("停止销售", "停止销售。"), ("停止销售。", "停止销售。"), ("停止销售；", "停止销售；"), ("", "")],
)
def test_sentence_ends(text, told):
    assert sentence(text) == told
