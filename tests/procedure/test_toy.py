"""The door on a toy procedure: clocks in every turn, papers, figures, sharing, notes, and nothing after a no."""

from datetime import date, timedelta

import pytest
from sqlalchemy import select, text
from sqlalchemy.exc import IntegrityError

from casework.base.errors import CaseworkError, StepRefused
from casework.base.model import Base
from casework.base.outbox import OutboxItem
from casework.complaints.models import Complaint
from casework.documents.models import PaperRecord
from casework.enforcement.models import Reporter
from casework.mediation.models import PrivateNote
from casework.procedure.changes import collecting
from casework.procedure.door import begin, taking
from casework.procedure.procedure import Procedure
from casework.procedure.step import Step
from casework.records.filing import open_case
from casework.records.grants import STATUS, scope_for
from casework.records.journal import JournalEntry
from casework.records.models import Evidence
from tests.procedure.toy import GO, MORE, REST, STOP, STRICT, WAKE, WHO, Told, take, toy_in_place
from tests.support.city import NOON, case_facts

DAY = timedelta(days=1)


@pytest.fixture
def clerk(city):
    """Who acts."""
    return city.actor("clerk")


@pytest.fixture
def toy(session, clerk):
    """A toy proceeding that has taken its first step on Monday, 2 March 2026."""
    with toy_in_place():
        case = open_case(case_facts(), actor=clerk, now=NOON)
        found = begin(Complaint(case=case, office_id=clerk.office_id, missing=[]), now=NOON, flush=False)
        take(found, GO, actor=clerk, now=NOON)
        session.commit()
        yield found


def clocks(toy) -> dict[str, tuple[str, date]]:
    """State and last day of each clock by its rule."""
    return {clock.rule: (clock.state, clock.due) for clock in toy.clocks}


def whole(session) -> dict[str, list[tuple]]:
    """Every row of every table."""
    session.rollback()
    told = {t.name: session.execute(text(f'SELECT * FROM "{t.name}"')).all() for t in Base.metadata.sorted_tables}
    session.rollback()
    return {name: sorted(map(str, rows)) for name, rows in told.items()}


def newest(session) -> JournalEntry:
    """The newest entry."""
    return session.scalars(select(JournalEntry).order_by(JournalEntry.seq.desc())).first()


def test_step_starts_its_clocks_at_the_act(toy):
    assert clocks(toy) == {"ADJ-19": ("running", date(2026, 6, 2)), "CMP-6": ("running", date(2026, 5, 8))}


def test_paused_clock_keeps_its_day_until_it_runs_again(toy, clerk):
    take(toy, REST, actor=clerk, now=NOON + DAY)

    assert clocks(toy) == {"ADJ-19": ("paused", date(2026, 6, 2)), "CMP-6": ("paused", date(2026, 5, 8))}


def test_resumed_clock_ends_later_by_the_days_it_stood_still(toy, clerk):
    """Ten calendar days for the one; for the other eight working days, Saturday 9 May among those that follow."""
    take(toy, REST, actor=clerk, now=NOON + DAY)
    take(toy, WAKE, actor=clerk, now=NOON + 11 * DAY)

    assert clocks(toy) == {"ADJ-19": ("running", date(2026, 6, 12)), "CMP-6": ("running", date(2026, 5, 19))}
    assert toy.clocks[0].pauses == [["2026-03-03", "2026-03-13"]]


def test_pause_within_one_day_moves_nothing(toy, clerk):
    take(toy, REST, actor=clerk, now=NOON + DAY)
    take(toy, WAKE, actor=clerk, now=NOON + DAY + timedelta(hours=2))

    assert clocks(toy) == {"ADJ-19": ("running", date(2026, 6, 2)), "CMP-6": ("running", date(2026, 5, 8))}


def test_clock_may_stand_still_twice(toy, clerk):
    for start in (1, 21):
        take(toy, REST, actor=clerk, now=NOON + start * DAY)
        take(toy, WAKE, actor=clerk, now=NOON + (start + 10) * DAY)

    assert clocks(toy)["ADJ-19"] == ("running", date(2026, 6, 22))


def test_extension_moves_the_named_clock_alone(toy, clerk):
    take(toy, MORE, actor=clerk, now=NOON)

    assert clocks(toy) == {"ADJ-19": ("running", date(2026, 7, 2)), "CMP-6": ("running", date(2026, 5, 8))}


def test_stop_keeps_the_instant_and_leaves_other_clocks(toy, clerk):
    take(toy, STOP, actor=clerk, now=NOON + 3 * DAY)

    assert {clock.rule: (clock.state, clock.stopped_at) for clock in toy.clocks} == {
        "ADJ-19": ("stopped", NOON + 3 * DAY),
        "CMP-6": ("running", None),
    }


def test_paused_clock_can_be_stopped(toy, clerk, session):
    take(toy, REST, actor=clerk, now=NOON + DAY)
    take(toy, STOP, actor=clerk, now=NOON + 2 * DAY)
    session.commit()

    assert clocks(toy)["ADJ-19"][0] == "stopped"


def test_verb_chooses_a_clock_by_the_facts_and_its_stop_goes_by_family(toy, clerk):
    with taking(toy, MORE, actor=clerk, now=NOON) as taken:
        taken.start_clock("C-09.assigned", date(2026, 3, 5), "甲方")
    started = {clock.rule: (clock.label, clock.due) for clock in toy.clocks}
    take(toy, STOP, actor=clerk, now=NOON)

    assert started["C-09.assigned"] == ("甲方", date(2026, 4, 7))
    assert clocks(toy)["C-09.assigned"][0] == "stopped"


def test_label_confines_what_is_stopped(toy, clerk):
    with taking(toy, MORE, actor=clerk, now=NOON) as taken:
        for label in ("甲方", "乙方"):
            taken.start_clock("C-09.assigned", date(2026, 3, 5), label)
    with taking(toy, STOP, actor=clerk, now=NOON) as taken:
        taken.only = "甲方"

    assert {clock.label: clock.state for clock in toy.clocks if clock.label} == {"甲方": "stopped", "乙方": "running"}


def test_extension_without_an_open_clock_is_a_fault(toy, clerk):
    for clock in toy.clocks:
        clock.state, clock.stopped_at = "stopped", NOON

    with pytest.raises(CaseworkError, match="no open clock"):
        take(toy, MORE, actor=clerk, now=NOON)


def test_clock_that_the_law_of_its_day_does_not_know_is_not_started(session, clerk):
    long_ago = NOON.replace(year=2011)
    with toy_in_place():
        case = open_case(case_facts(), actor=clerk, now=long_ago)
        old = begin(Complaint(case=case, office_id=clerk.office_id, missing=[]), now=long_ago)
        take(old, GO, actor=clerk, now=long_ago)

    assert clocks(old) == {}


def test_all_guards_speak_at_once_and_each_is_cured_alone(toy, clerk):
    def said(facts: Told) -> list[tuple[str, str | None]]:
        with pytest.raises(StepRefused) as refused:
            take(toy, STRICT, actor=clerk, now=NOON, facts=facts)
        return [(each.code, each.field) for each in refused.value.refusals]

    ground, routes = ("ground_is_enumerated", "ground"), ("other_routes_are_told", "routes")
    assert said(Told()) == [ground, routes]
    assert said(Told(ground="other")) == [routes]
    assert said(Told(routes="法院")) == [ground]


def test_step_leaves_figure_papers_and_promise(toy, clerk, session):
    taken = take(toy, STRICT, actor=clerk, now=NOON, facts=Told("other", "法院"))
    session.commit()

    entry = newest(session)
    papers = session.scalars(select(PaperRecord).order_by(PaperRecord.id)).all()
    assert (entry.figure, entry.figure_on, entry.figure_fen) == ("not_accepted", date(2026, 3, 2), None)
    assert [paper.kind for paper in papers] == ["R-01", "D-04"]
    assert {paper.journal_seq for paper in papers} == {entry.seq} == {taken.entry.seq}
    assert session.scalars(select(OutboxItem.payload)).all() == [{"papers": [paper.id for paper in papers]}]


def test_verb_sets_day_and_amount_of_the_figure(toy, clerk, session):
    with taking(toy, STRICT, actor=clerk, now=NOON, facts=Told("other", "法院")) as taken:
        toy.routes_told = "法院"
        taken.counts("agreed", on=date(2026, 2, 27), fen=350_000)

    entry = newest(session)
    assert (entry.figure, entry.figure_on, entry.figure_fen) == ("agreed", date(2026, 2, 27), 350_000)


def test_sharing_and_notes_leave_with_the_step(toy, clerk, city, session):
    court = city.actor("registrar")

    with taking(toy, REST, actor=clerk, now=NOON) as taken:
        taken.share(court.office_id, STATUS)
        taken.note(reason="当事人要求")
    session.commit()

    assert scope_for(toy.case_id, court) == STATUS
    assert newest(session).changes == {"reason": "当事人要求"}


@pytest.mark.parametrize("reach", ["state", "post", "side", "guard"])
def test_no_leaves_every_row_of_every_table_as_it_was(toy, clerk, city, session, reach):
    asked = {
        "state": (WAKE, clerk, None),
        "post": (STOP, city.actor("officer"), None),
        "side": (STOP, city.actor("clerk2"), None),
        "guard": (STRICT, clerk, Told()),
    }
    step, actor, facts = asked[reach]
    before = whole(session)

    with pytest.raises(StepRefused):
        take(toy, step, actor=actor, now=NOON, facts=facts)
    session.commit()

    assert whole(session) == before


def test_rollback_takes_back_everything_of_a_step(toy, clerk, city, session):
    before = whole(session)

    with taking(toy, STRICT, actor=clerk, now=NOON, facts=Told("other", "法院")) as taken:
        toy.closing_reason, toy.routes_told = "改主意", "法院"
        taken.share(city.actor("registrar").office_id, STATUS)
    session.flush()
    session.rollback()

    assert whole(session) == before
    assert toy.state == "submitted"


def test_act_that_fails_half_way_moves_nothing(toy, clerk, session):
    before = whole(session)

    with pytest.raises(IntegrityError), taking(toy, STOP, actor=clerk, now=NOON):
        session.add(Evidence(case=toy.case, position=1, name="空", sha256="0", size=0, media_type="x", received_at=NOON,
                             received_by_id=clerk.office_id))  # fmt: skip
    session.rollback()

    assert whole(session) == before


def test_changes_tell_the_old_value_even_when_nobody_had_read_it(toy, clerk, session):
    party = toy.case.parties[0]
    party.phone = "0714-1"
    session.commit()

    with taking(toy, REST, actor=clerk, now=NOON):
        party.phone = "0714-2"

    assert newest(session).changes == {"party": [{"phone": ["0714-1", "0714-2"]}]}


def test_changed_to_the_same_is_no_change(toy, clerk, session):
    with taking(toy, REST, actor=clerk, now=NOON):
        toy.case.parties[0].phone = toy.case.parties[0].phone

    assert newest(session).changes == {}


def test_long_text_is_told_by_its_fingerprint(toy, clerk, session):
    with taking(toy, REST, actor=clerk, now=NOON):
        toy.case.facts = "长" * 301

    told = newest(session).changes["dispute_case"][0]["facts"][1]
    assert (told["chars"], len(told["sha256"])) == (301, 64)


@pytest.mark.parametrize(
    ("thing", "tables"),
    [
        (lambda: PrivateNote(text="底线是三万元"), []),
        (lambda: Reporter(name="举报甲"), []),
        (lambda: Evidence(name="照片.jpg"), ["evidence"]),
    ],
    ids=["private note", "reporter", "evidence"],
)
def test_withheld_tables_never_reach_the_journal(session, thing, tables):
    with pytest.raises(IntegrityError), collecting() as changes:
        session.add(thing())
    session.rollback()

    assert list(changes) == tables


@pytest.mark.parametrize(
    ("final", "steps", "said"),
    [
        (("nowhere",), (GO,), "no such final states"),
        ((), (GO, GO), "told twice"),
    ],
)
def test_table_that_contradicts_itself_is_no_procedure(final, steps, said):
    with pytest.raises(ValueError, match=said):
        Procedure("contradiction", final=final, steps=steps)


def test_step_keeps_the_state_or_moves_by_the_row(toy, clerk):
    moved = [Step("odd", source=("submitted",), dest="submitted", who=WHO, basis=("CMP-3",)).dest, MORE.dest]
    take(toy, MORE, actor=clerk, now=NOON)

    assert (toy.state, moved) == ("submitted", ["submitted", "="])
