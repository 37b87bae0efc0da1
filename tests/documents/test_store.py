"""Numbers without gaps and papers kept with the data they are drawn from."""

import threading
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from casework.base.db import db
from casework.documents.kinds import NumberTaken, PaperIncomplete
from casework.documents.models import NumberSequence, PaperRecord
from casework.documents.numbers import next_number
from casework.documents.store import PaperAltered, keep, note_drawn, pdf
from tests.documents import samples
from tests.support.engines import opened

NOW = datetime(2026, 11, 23, 1, 30, tzinfo=UTC)


def kept(paper, office_id: int = 7) -> PaperRecord:
    return keep(paper, case_id=1, proceeding_id=2, office_id=office_id, office_short="黄市监", now=NOW, journal_seq=3)


def unnumbered_notice():
    return replace(samples.notice(), number="")


def test_numbers_count_per_office_kind_and_year(session):
    asked = [(1, "a", 2026), (1, "a", 2026), (2, "a", 2026), (1, "b", 2026), (1, "a", 2027), (1, "a", 2026)]

    assert [next_number(*each) for each in asked] == [1, 2, 1, 1, 1, 3]


def test_number_is_given_back_by_a_rollback(session):
    next_number(1, "a", 2026)
    session.commit()
    next_number(1, "a", 2026)
    session.rollback()

    assert next_number(1, "a", 2026) == 2


def test_savepoint_gives_its_number_back(session):
    savepoint = session.begin_nested()
    next_number(1, "a", 2026)
    savepoint.rollback()

    assert next_number(1, "a", 2026) == 1


def test_threads_get_numbers_in_a_row(app):
    given: list[int] = []

    def take(count: int, *, spoil: bool) -> None:
        with app.app_context():
            for turn in range(count):
                number = next_number(1, "a", 2026)
                if spoil and turn % 3 == 0:
                    db.session.rollback()
                else:
                    db.session.commit()
                    given.append(number)
            db.session.remove()

    threads = [threading.Thread(target=take, args=(25,), kwargs={"spoil": n % 2 == 1}) for n in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert sorted(given) == list(range(1, 4 * 25 + 4 * 16 + 1))
    with opened(app):
        assert db.session.get(NumberSequence, (1, "a", 2026)).last == len(given)


def test_kept_paper_is_numbered_in_the_words_of_its_office(session):
    numbers = [kept(unnumbered_notice()).number for _ in range(2)]

    assert numbers == ["黄市监投不受〔2026〕第1号", "黄市监投不受〔2026〕第2号"]


def test_paper_that_brings_a_number_keeps_it(session):
    record = kept(samples.agreement())

    assert record.number == "（2026）黄知调字第1号"
    assert session.query(NumberSequence).all() == []


def test_incomplete_paper_is_refused_before_a_number_is_taken(session):
    paper = unnumbered_notice()
    del paper.fields["ground"], paper.fields["routes"]

    with pytest.raises(PaperIncomplete) as refused:
        kept(paper)

    assert refused.value.missing == ["ground", "routes"]
    assert refused.value.errors["ground"] == ["《投诉不予受理决定书》缺少“理由”，请先补齐"]
    assert session.query(NumberSequence).all() == []


def test_number_of_another_paper_is_refused_beside_its_field(session):
    kept(samples.agreement())

    with pytest.raises(NumberTaken) as refused:
        kept(samples.agreement())

    said = "文号“（2026）黄知调字第1号”已经用于另一份《人民调解协议书》，请核对后改用未用过的文号"
    assert refused.value.errors == {"number": [said]}
    assert kept(samples.agreement(), office_id=8).number == "（2026）黄知调字第1号"


def test_record_is_drawn_again_to_the_same_bytes(session, fonts):
    record_id = kept(samples.agreement()).id
    session.commit()
    session.expire_all()
    record = session.get(PaperRecord, record_id)

    first = pdf(record, fonts)
    note_drawn(record, first)

    assert pdf(record, fonts) == first
    assert record.drawn_sha256 is not None
    assert (record.case_id, record.proceeding_id, record.journal_seq, record.made_at) == (1, 2, 3, NOW)


def test_altered_data_is_not_drawn(session, fonts):
    record = session.get(PaperRecord, kept(samples.agreement()).id)
    record.data = {**record.data, "title": "伪造的协议书"}

    with pytest.raises(PaperAltered):
        pdf(record, fonts)
