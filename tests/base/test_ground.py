"""The ground floor: phrases in two languages, instants with a zone, secrets with a key, promises kept in order."""

from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from cryptography.exceptions import InvalidTag
from sqlalchemy.dialects import postgresql, sqlite

from casework.base import wallclock
from casework.base.errors import Changed, Invalid, Refusal, StepRefused
from casework.base.model import JsonText, UtcDateTime, canonical_json
from casework.base.outbox import open_items, promise
from casework.base.phrases import _read, catalogue, has_phrase, language, phrase, reading_in
from casework.base.secret import SecretText, use_key

NOON = datetime(2026, 3, 2, 4, tzinfo=UTC)


@pytest.fixture
def own_key(monkeypatch):
    """A key for this test alone."""
    monkeypatch.setattr("casework.base.secret._key", [])
    use_key(b"0" * 32)


def test_every_phrase_has_both_languages():
    empty = [key for key, pair in catalogue().items() if not all(text.strip() for text in pair)]

    assert empty == []


def test_both_languages_fill_the_same_fields():
    import string

    def fields(text: str) -> set[str]:
        return {name for _, name, _, _ in string.Formatter().parse(text) if name}

    uneven = [key for key, (zh, en) in catalogue().items() if not fields(en) <= fields(zh)]
    assert uneven == []


def test_phrase_comes_in_the_readers_language():
    with reading_in("en"):
        told = phrase("role.clerk")

    assert (phrase("role.clerk"), told) == ("受理员", "clerk")


def test_unknown_phrase_is_a_fault_of_ours():
    assert not has_phrase("no.such")
    with pytest.raises(KeyError):
        phrase("no.such")


@pytest.mark.parametrize(
    ("instant", "day"),
    [
        (datetime(2026, 10, 31, 15, 50, tzinfo=UTC), date(2026, 10, 31)),
        (datetime(2026, 10, 31, 16, 10, tzinfo=UTC), date(2026, 11, 1)),
        (datetime(2026, 11, 1, 1, 0, tzinfo=timezone(timedelta(hours=8))), date(2026, 11, 1)),
    ],
)
def test_legal_date_is_the_date_in_shanghai(instant, day):
    assert wallclock.local_date(instant) == day


def test_naive_instant_is_refused():
    naive = datetime(2026, 1, 1)

    with pytest.raises(ValueError, match="time zone"):
        wallclock.local_date(naive)
    with pytest.raises(ValueError, match="time zone"):
        UtcDateTime().process_bind_param(naive, None)


def test_canonical_json_is_one_spelling():
    assert canonical_json({"b": [1, "二"], "a": None}) == '{"a":null,"b":[1,"二"]}'


def test_key_of_secrets_has_its_length():
    with pytest.raises(ValueError, match="32 bytes"):
        use_key(b"short")


def test_promises_are_kept_oldest_first(session):
    now = datetime(2026, 3, 2, tzinfo=UTC)
    for name in ("a", "b"):
        promise(name, {"id": 1}, now=now)
    session.commit()

    assert [item.kind for item in open_items()] == ["a", "b"]


def test_promise_once_kept_is_no_longer_open(session):
    now = datetime(2026, 3, 2, tzinfo=UTC)
    promise("a", {"id": 1}, now=now)
    session.commit()
    open_items()[0].done_at = now
    session.commit()

    assert open_items() == []


def test_promise_of_a_step_that_is_rolled_back_was_never_made(session):
    promise("a", {"id": 1}, now=datetime(2026, 3, 2, tzinfo=UTC))
    session.rollback()

    assert open_items() == []


@pytest.mark.parametrize("limit", [1, 2])
def test_open_promises_come_in_portions(session, limit):
    for name in ("a", "b", "c"):
        promise(name, {}, now=datetime(2026, 3, 2, tzinfo=UTC))
    session.commit()

    assert [item.kind for item in open_items(limit)] == ["a", "b", "c"][:limit]


def test_secret_is_read_with_its_key_alone(own_key):
    kept = SecretText().process_bind_param("11010519491231002X", None)
    read = SecretText().process_result_value(kept, None)
    use_key(b"1" * 32)

    assert read == "11010519491231002X"
    with pytest.raises(InvalidTag):
        SecretText().process_result_value(kept, None)


@pytest.mark.parametrize("place", [0, 11, 12, -1])
def test_altered_secret_is_noticed(own_key, place):
    kept = bytearray(SecretText().process_bind_param("secret", None))
    kept[place] ^= 1

    with pytest.raises(InvalidTag):
        SecretText().process_result_value(bytes(kept), None)


def test_nothing_stays_nothing_in_every_column_type(own_key):
    types = (SecretText(), UtcDateTime(), JsonText())

    assert [each.process_bind_param(None, sqlite.dialect()) for each in types] == [None] * 3
    assert [each.process_result_value(None, sqlite.dialect()) for each in types] == [None] * 3


def test_without_a_key_no_secret_is_written(own_key, monkeypatch):
    monkeypatch.setattr("casework.base.secret._key", [])

    with pytest.raises(RuntimeError, match="use_key"):
        SecretText().process_bind_param("secret", None)


@pytest.mark.parametrize(("dialect", "stored"), [(sqlite, datetime(2026, 3, 2, 4)), (postgresql, NOON)])
def test_instant_comes_back_in_utc_from_either_engine(dialect, stored):
    local = NOON.astimezone(timezone(timedelta(hours=8)))

    kept = UtcDateTime().process_bind_param(local, dialect.dialect())

    assert kept == stored
    assert UtcDateTime().process_result_value(kept, dialect.dialect()) == NOON


def test_day_begins_at_four_in_the_afternoon_before_in_utc():
    assert wallclock.at_local(date(2026, 3, 2)) == datetime(2026, 3, 1, 16, tzinfo=UTC)


def test_wall_clock_keeps_whole_milliseconds():
    now = wallclock.now()

    assert (now.tzinfo, now.microsecond % 1000) == (UTC, 0)


@pytest.mark.parametrize("lang", ["", "fr", "zh-TW", "zh"])
def test_reader_of_no_known_language_reads_chinese(lang):
    with reading_in(lang):
        told = (language(), phrase("role.clerk"))

    assert told == ("zh", "受理员")


def test_language_of_one_block_ends_with_it_even_after_an_error():
    with pytest.raises(ZeroDivisionError), reading_in("en"):
        _ = 1 // 0

    assert language() == "zh"


def test_value_with_braces_is_shown_as_it_is():
    assert "{by}" in phrase("counter.changed", by="{by}", step="x", at="y")


def test_phrase_told_twice_is_refused():
    found = {}
    _read("a.toml", {"k": ["一", "one"]}, found)

    for name, lines in (("b.toml", {"k": ["一", "one"]}), ("b.toml", {"l": ["一"]})):
        with pytest.raises(ValueError, match=name):
            _read(name, lines, found)


def test_errors_tell_what_they_are_about():
    reason = Refusal("late", "已过期", "M-14", "第十条", "重新申请", "申请人")

    assert str(StepRefused("accept", [reason])) == "accept: [M-14] 已过期"
    assert str(Invalid({"due": ["必填", "不对"]})) == "due: 必填, 不对"
    assert str(Changed("12", "甲", "受理", "昨天")) == "12: 受理 by 甲 at 昨天"
