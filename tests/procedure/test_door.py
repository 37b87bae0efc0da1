"""The door: all refusals at once, one transaction, and nothing changes behind it."""

from datetime import date, timedelta

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm.attributes import set_committed_value
from sqlalchemy.orm.exc import StaleDataError

from casework.base.errors import StepRefused
from casework.base.outbox import OutboxItem
from casework.complaints import steps, verbs
from casework.documents.models import NumberSequence, PaperRecord
from casework.procedure.asking import refusals
from casework.procedure.door import taking
from casework.procedure.models import Proceeding, RunningClock
from casework.records.grants import Grant
from casework.records.journal import JournalEntry
from casework.records.models import Case, Party
from tests.support.city import NOON, a_complaint, case_facts

COUNTED = (Case, Party, Proceeding, JournalEntry, RunningClock, PaperRecord, Grant, OutboxItem)


@pytest.fixture
def complaint(city, session):
    """A registered dispute."""
    found = a_complaint(city)
    session.commit()
    return found


def counts(session) -> list[int]:
    """How many rows each table holds."""
    return [session.scalar(select(func.count()).select_from(table)) for table in COUNTED]


def test_lawful_step_moves_writes_and_promises_at_once(complaint, session):
    entry = session.scalars(select(JournalEntry)).one()
    clock = session.scalars(select(RunningClock)).one()
    paper = session.scalars(select(PaperRecord)).one()

    assert (complaint.state, entry.from_state, entry.to_state) == ("submitted", "start", "submitted")
    assert (entry.figure, entry.figure_on, entry.basis) == ("registered", date(2026, 3, 2), ["CMP-3", "STN-2"])
    assert (clock.rule, clock.due, clock.started_seq) == ("CMP-3", date(2026, 3, 11), 1)
    assert (paper.kind, paper.journal_seq) == ("R-01", 1)
    assert session.scalars(select(OutboxItem)).one().payload == {"papers": [paper.id]}


def test_all_reasons_come_at_once(complaint, city):
    said = refusals(complaint, steps.TAKE_OVER, actor=city.actor("officer"), now=NOON)

    assert [each.code for each in said] == ["state", "post", "side.counterpart"]
    assert all(each.fact and each.article and each.cure and each.by and each.rule for each in said)


def test_refusal_tells_the_steps_that_lead_there(complaint, city):
    said = refusals(complaint, steps.TAKE_OVER, actor=city.actor("registrar"), now=NOON)[0]

    assert "移交" in said.cure


def test_refused_act_changes_nothing(complaint, city, session):
    before = counts(session)

    with pytest.raises(StepRefused):
        verbs.accept(complaint, None, actor=city.actor("clerk"), now=NOON)
    session.commit()

    assert counts(session) == before
    assert complaint.state == "submitted"


def test_refused_filing_uses_up_no_number(city, session):
    with pytest.raises(StepRefused):
        a_complaint(city, facts="")
    session.rollback()

    number = a_complaint(city).case.number

    assert number.endswith("000001")


def test_error_inside_leaves_nothing_after_rollback(complaint, city, session):
    before = counts(session)

    with pytest.raises(ZeroDivisionError), taking(complaint, steps.WITHDRAW, actor=city.actor("clerk"), now=NOON):
        complaint.closing_reason = str(1 // 0)
    session.rollback()

    assert counts(session) == before


@pytest.mark.parametrize("state", ["accepted", "closed", "nonsense"])
def test_state_cannot_be_set_outside_the_door(complaint, state):
    with pytest.raises(RuntimeError, match="only through the door"):
        complaint.state = state


def test_journal_tells_what_changed_with_old_and_new(complaint, city, session):
    verbs.withdraw(complaint, verbs.Reason("自行和解"), actor=city.actor("clerk"), now=NOON)
    session.commit()

    entry = session.scalars(select(JournalEntry).order_by(JournalEntry.seq.desc())).first()

    assert entry.changes == {"complaint": [{"closing_reason": [None, "自行和解"]}]}


def test_journal_hides_identity_numbers(city, session):
    parties = (
        *case_facts().parties[:1],
        case_facts().parties[1].__class__("respondent", "样某", "person", code="11010519491231002X"),
    )
    a_complaint(city, parties=parties)
    session.commit()

    told = str(session.scalars(select(JournalEntry)).one().changes)

    assert "11010519491231002X" not in told
    assert "•••" in told


def test_stop_ends_the_clock_at_the_instant_of_the_act(complaint, city, session):
    at = NOON + timedelta(days=1)
    verbs.withdraw(complaint, verbs.Reason("撤回"), actor=city.actor("clerk"), now=at)
    session.commit()

    clock = session.scalars(select(RunningClock)).one()

    assert (clock.state, clock.stopped_at) == ("stopped", at)


def test_hand_over_lets_the_committee_see_the_case(complaint, city, session):
    committee = city.offices["hs-committee"]

    verbs.hand_over(complaint, verbs.HandOver(committee), actor=city.actor("clerk"), now=NOON)
    session.commit()

    told = session.execute(select(Grant.office_id, Grant.scope, Grant.purpose).order_by(Grant.id)).all()
    assert told[-1] == (committee.id, "content", "hand_over")


def test_clock_named_by_no_step_cannot_be_started(complaint, city):
    with pytest.raises(ValueError, match="names no clock"):  # noqa: SIM117 - the door stands open around it
        with taking(complaint, steps.WITHDRAW, actor=city.actor("clerk"), now=NOON) as taken:
            taken.start_clock("POL-4", NOON)


def test_second_of_two_racing_acts_is_stale(complaint, city, session):
    actor = city.actor("clerk")
    verbs.ask_supplement(complaint, verbs.Gaps(("证明",)), actor=actor, now=NOON)
    session.commit()
    session.refresh(complaint)
    set_committed_value(complaint, "version", 1)  # as it was read before the other act
    set_committed_value(complaint, "state", "submitted")

    with pytest.raises(StaleDataError):
        verbs.withdraw(complaint, verbs.Reason("撤回"), actor=actor, now=NOON + timedelta(hours=1))


def test_numbers_of_a_rolled_back_step_are_given_again(complaint, city, session):
    before = session.execute(select(NumberSequence.kind, NumberSequence.last)).all()
    with pytest.raises(StepRefused):
        a_complaint(city, facts="")
    session.rollback()

    assert session.execute(select(NumberSequence.kind, NumberSequence.last)).all() == before
