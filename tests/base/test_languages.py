"""Three languages: complete, ordered and dated as their readers expect; what people wrote stays as it is."""

import re
from datetime import date

import pytest
from opencc import OpenCC

from casework.base.phrases import TRADITIONAL, catalogue, language, phrase, reader, reading_in, traditional, written
from casework.base.reading import amount_in_words, day_in_words, in_order
from casework.law import all_rules, cite

NAMES = ["周敏", "安宁", "丁一", "王芳", "李伟", "Chen", "adam"]
BACK = OpenCC("tw2s")
CAPITAL_THREE = "叄"  # of amounts in capitals; Big5 never had it
READ_ALIKE = ("软著登字", "繁體")  # 著 stays 著 in both, and a language is named in its own script
CHINESE = re.compile(r"[\u4e00-\u9fff]")


def test_every_phrase_reads_in_traditional_chinese():
    told = {key: phrase(key, TRADITIONAL) for key in catalogue()}

    left = {key: text for key, text in told.items() if not is_traditional(text)}

    assert left == {}
    assert [key for key, text in told.items() if text.count("{") != catalogue()[key][0].count("{")] == []


def is_traditional(text: str) -> bool:
    """Big5 holds no simplified character, so that one left over cannot be encoded."""
    try:
        "".join(CHINESE.findall(text)).replace(CAPITAL_THREE, "").encode("big5")
    except UnicodeEncodeError:
        return False
    return True


def test_traditional_text_says_the_same():
    said = {pair[0] for pair in catalogue().values()}

    changed = {
        text: BACK.convert(traditional(text))
        for text in said
        if BACK.convert(traditional(text)) != text and not any(each in text for each in READ_ALIKE)
    }

    assert changed == {}


@pytest.mark.parametrize(
    ("lang", "word", "base"), [("zh", "调解", "zh"), ("zh-Hant", "調解", "zh"), ("en", "Mediation session", "en")]
)
def test_phrase_comes_in_the_readers_language(lang, word, base):
    with reading_in(lang):
        assert (phrase("portal.session"), language(), reader()) == (word, base, lang)


def test_articles_are_written_in_the_readers_script():
    (rule, *_others) = [each for each in all_rules() if each == "M-34"]

    with reading_in("zh-Hant"):
        article = written(cite(rule, date(2026, 3, 2)).article_zh)

    assert "人民調解法" in article


@pytest.mark.parametrize(("lang", "day", "amount"), [
    ("zh", "2026年3月5日 周四", "12,345.60元"),
    ("zh-Hant", "2026年3月5日 週四", "12,345.60元"),
    ("en", "Thu 2026-03-05", "CNY 12,345.60"),
])  # fmt: skip
def test_dates_and_amounts_follow_the_language(lang, day, amount):
    with reading_in(lang):
        assert (day_in_words(date(2026, 3, 5)), amount_in_words(1_234_560)) == (day, amount)


@pytest.mark.parametrize(("lang", "order"), [
    ("zh", ["adam", "Chen", "安宁", "丁一", "李伟", "王芳", "周敏"]),
    ("zh-Hant", ["adam", "Chen", "丁一", "王芳", "安宁", "李伟", "周敏"]),
])  # fmt: skip
def test_names_are_ordered_by_sound_or_by_strokes(lang, order):
    with reading_in(lang):
        assert in_order(NAMES, str) == order
