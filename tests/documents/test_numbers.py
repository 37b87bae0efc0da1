"""Numbers in a row however many ask at once, and papers of several sequences without waiting in a circle."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime

from casework.base.db import db
from casework.documents.kinds import kinds
from casework.documents.models import NumberSequence
from casework.documents.numbers import next_number
from casework.documents.store import hold_numbers, keep
from tests.documents import gallery
from tests.support.engines import opened

NOW = datetime(2026, 11, 23, 1, 30, tzinfo=UTC)
AT_ONCE = 12


def unnumbered(kind: str):
    return replace(gallery.paper_of(kinds()[kind]), number="")


def kept_in(app, papers, case_id: int) -> list[str | None]:
    with app.app_context():
        hold_numbers([paper.kind for paper in papers], 7, 2026)
        told = {"case_id": case_id, "proceeding_id": None, "office_id": 7, "office_short": "黄市监", "now": NOW}
        numbers = [keep(paper, **told).number for paper in papers]
        db.session.commit()
        db.session.remove()
        return numbers


def test_200_at_once_get_200_numbers_in_a_row(app):
    orders = (("D-18", "D-28"), ("D-28", "D-18"))
    acts = [[unnumbered(kind) for kind in orders[n % 2]] for n in range(200)]

    with ThreadPoolExecutor(AT_ONCE) as pool:
        given = list(pool.map(lambda n: kept_in(app, acts[n], n), range(200)))

    for word in ("终", "移"):
        told = [number for numbers in given for number in numbers if f"黄市监{word}〔" in number]
        assert sorted(told, key=serial) == [f"黄市监{word}〔2026〕{n}号" for n in range(1, 201)]
    with opened(app):
        assert {each.last for each in db.session.query(NumberSequence)} == {200}


def serial(number: str) -> int:
    return int(number.partition("〕")[2].strip("第号"))


def test_held_sequences_start_at_one_and_count_on(session):
    hold_numbers(["D-28", "D-16", "D-18"], 7, 2026)

    assert {(each.kind, each.last) for each in session.query(NumberSequence)} == {("hand_over", 0), ("termination", 0)}
    assert [next_number(7, "hand_over", 2026) for _ in range(2)] == [1, 2]


def test_one_sequence_alone_is_not_held_before(session):
    hold_numbers(["D-28", "D-16", "no-such-kind"], 7, 2026)

    assert session.query(NumberSequence).count() == 0
