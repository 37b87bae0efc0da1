"""What stands open beside a proceeding: read once, forgotten when another begins or the transaction ends."""

from sqlalchemy import event

from casework.base.db import db
from casework.procedure.asking import refusals
from casework.procedure.procedure import PROCEDURES
from casework.procedure.siblings import begun_on, open_on
from casework.transfers.acts import ACTS
from tests.enforcement.walk import at, investigating, lead
from tests.transfers.walk import drafted, suspected


def test_new_proceeding_is_seen_at_once(town, case):
    penalty = lead(town, case, at(7, 1))
    before = begun_on(case)
    transfer = suspected(town, case, at(7, 2))

    assert (before, begun_on(case)) == ([penalty], [penalty, transfer])


def test_final_proceeding_is_no_longer_open(town, case):
    penalty = lead(town, case, at(7, 1))
    transfer = suspected(town, case, at(7, 2))

    assert (open_on(case, "penalty"), open_on(case, "notice")) == ([penalty], [])
    assert open_on(case, "penalty", "transfer_police") == [penalty, transfer]


def test_rollback_forgets(town, case):
    point = db.session.begin_nested()
    lead(town, case, at(7, 1))
    assert len(begun_on(case)) == 1

    point.rollback()

    assert begun_on(case) == []


def test_guards_of_all_openings_cost_a_handful_of_queries(town, case):
    investigating(town, case, at(7, 1))
    drafted(town, case, at(7, 2))
    db.session.flush()
    officer, asked = town.officer, []
    listener = lambda *told: asked.append(told[2])  # noqa: E731 - a listener needs one name to be taken off again
    event.listen(db.engine, "before_cursor_execute", listener)

    for opening in (each for each in ACTS if hasattr(each, "make")):
        proposed = opening.make(case, officer, at(7, 3))
        if proposed is not None:
            refusals(proposed, opening.step, actor=officer, now=at(7, 3))
    event.remove(db.engine, "before_cursor_execute", listener)

    assert len(asked) <= 2
    assert set(PROCEDURES) >= {"penalty", "transfer_police"}
