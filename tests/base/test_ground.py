"""The ground floor: phrases in two languages, instants with a zone, secrets with a key, promises kept in order."""

from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from casework.base import wallclock
from casework.base.model import UtcDateTime, canonical_json
from casework.base.outbox import open_items, promise
from casework.base.phrases import catalogue, has_phrase, phrase, reading_in
from casework.base.secret import use_key


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
