"""What a case counts for: received, moved, closed and received again; an independent reading agrees on random histories."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casework.records.tally import About, Told, figure_of, net_days, streams, tally

DAY = date(2026, 10, 1)
CLOSINGS = ("agreed", "terminated", "withdrawn", "transferred")


def told(seq: int, figure: str | None, day: int = 0, office: int = 1, **values: object) -> Told:
    """An entry of a mediation."""
    states = {"from_state": "a", "to_state": "b", "procedure": "mediation", "proceeding_id": 1, "step": "x", **values}
    return Told(seq, DAY + timedelta(days=day), office, figure=figure, **states)


def counted(entries: list[Told], about: About | None = None) -> list[tuple[str, int, int]]:
    """The facts as (figure, day, office), in the order of days."""
    facts = tally(entries, about or About())
    return sorted((each.figure, (each.on - DAY).days, each.office_id) for each in facts)


def test_case_is_registered_once():
    assert counted([told(1, "registered"), told(2, "registered", 3)]) == [("registered", 0, 1)]


def test_case_accepted_twice_by_one_office_is_received_once():
    assert counted([told(1, "accepted"), told(2, "accepted", 3)]) == [("accepted", 0, 1)]


def test_case_accepted_by_another_office_moves():
    facts = counted([told(1, "accepted"), told(2, "accepted", 3, office=2), told(3, "agreed", 5, office=2)])

    assert facts == [("accepted", 0, 1), ("agreed", 5, 2), ("moved_in", 3, 2), ("moved_out", 3, 1)]


def test_stay_of_a_moved_case_ends_where_the_next_begins():
    facts = tally([told(1, "accepted"), told(2, "accepted", 3, office=2), told(3, "withdrawn", 5)], About())
    stays = {each.figure: each.until for each in facts if each.figure in ("accepted", "moved_in")}

    assert stays == {"accepted": DAY + timedelta(days=3), "moved_in": DAY + timedelta(days=5)}


def test_case_received_after_its_closing_is_reopened():
    facts = tally([told(1, "accepted"), told(2, "agreed", 1), told(3, "reopened", 2), told(4, "agreed", 3)], About())

    assert [(each.figure, each.form) for each in facts] == [
        ("accepted", ""),
        ("agreed", "written"),
        ("accepted", "reopened"),
        ("agreed", "written"),
    ]


def test_closing_told_before_the_acceptance_of_the_same_day_closes_it():
    assert counted([told(1, "agreed"), told(2, "accepted")]) == [("accepted", 0, 1), ("agreed", 0, 1)]


def test_late_entry_of_an_earlier_acceptance_moves_the_reception():
    assert counted([told(1, "accepted", 5), told(2, "accepted", 1)]) == [("accepted", 1, 1)]


def test_closing_without_reception_counts_nothing_and_the_case_never_stands():
    facts = tally([told(1, "withdrawn"), told(2, "accepted", 4)], About())

    assert [(each.figure, each.until) for each in facts] == [("accepted", DAY)]


def test_parties_count_at_acceptance_and_joined_ones_on_their_day():
    entries = [told(1, "accepted"), told(2, None, 4, joined=1)]
    facts = tally(entries, About(parties=3))

    assert [(each.figure, each.persons, (each.on - DAY).days) for each in facts] == [
        ("accepted", 2, 0),
        ("party_joined", 1, 4),
    ]


def test_days_leave_out_what_was_suspended():
    entries = [
        told(1, "accepted", 0),
        told(2, None, 10, to_state="suspended", step="appraise"),
        told(3, None, 25, from_state="suspended", to_state="in_mediation"),
        told(4, "agreed", 40),
    ]

    assert [each.days for each in tally(entries, About()) if each.figure == "agreed"] == [25]


@pytest.mark.parametrize(("until", "days"), [(10, 10), (12, 10), (30, 15)])
def test_days_of_a_pause_are_cut_at_both_ends(until, days):
    entries = [told(1, None, 10, to_state="suspended"), told(2, None, 25, to_state="in_mediation")]

    assert net_days(entries, "mediation", 1, DAY, DAY + timedelta(days=until)) == days


def test_stream_counts_what_comes_in_and_goes_out_by_proceeding():
    values = {"procedure": "penalty", "office": 7}
    entries = [
        told(1, "penalty_filed", 0, step="file", to_state="filed", proceeding_id=4, **values),
        told(2, "penalty_closed", 9, step="close", to_state="closed", proceeding_id=4, **values),
        told(3, "penalty_closed", 12, step="close", to_state="closed", proceeding_id=5, **values),
    ]
    facts = [(each.figure, each.form, each.days) for each in tally(entries, About()) if "." in each.figure]

    assert facts == [("penalty.in", "", None), ("penalty.out", "closed", 9)]


def test_step_without_a_figure_of_its_own_gets_that_of_the_data():
    assert figure_of("complaint", "withdraw", "accepted", None) == "withdrawn"
    assert figure_of("complaint", "withdraw", "submitted", None) is None
    assert figure_of("confirmation", "withdraw", "filed", None) == "confirmation_withdrawn"


def test_streams_name_steps_and_states_that_procedures_have():
    from casework.web.rooms import procedures

    known = procedures()
    for stream in streams()["streams"].values():
        procedure = known[stream["procedure"]]
        assert set(stream["opens"]) <= set(procedure.steps)
        assert set(stream["closes"]) <= set(procedure.states)
    for name in streams()["steps"]:
        procedure, step = name.split("@")[0].split(".")
        assert step in known[procedure].steps


MOVES = st.lists(
    st.tuples(
        st.sampled_from([*CLOSINGS, "accepted", "reopened", "registered", None]), st.integers(0, 9), st.integers(1, 3)
    ),
    max_size=12,
)


def by_hand(entries: list[Told]) -> dict[int, int]:
    """Standing at the beginning of each day, walked through day by day without the tally: at whom."""
    ordered = sorted(entries, key=lambda each: (each.on, each.seq))
    received = [each for each in ordered if each.figure in ("accepted", "reopened")]
    at: dict[int, int] = {}
    if not received:
        return at
    first = received[0]
    rest = [each for each in ordered if each is not first and (each.on >= first.on)]
    if any(each.on < first.on and each.figure in CLOSINGS for each in ordered):
        return {-1: 0}
    holder: int | None = first.office_id
    for day in range(first.on.toordinal(), first.on.toordinal() + 12):
        for each in (each for each in rest if each.on.toordinal() == day):
            if each.figure in ("accepted", "reopened"):
                holder = each.office_id
            elif each.figure in CLOSINGS:
                holder = None
        if holder is not None:
            at[day + 1] = holder
    return at


@given(MOVES)
def test_standing_by_facts_is_standing_by_hand(moves):
    entries = [told(place, figure, day, office) for place, (figure, day, office) in enumerate(moves, start=1)]
    expected = by_hand(entries)
    stays = [each for each in tally(entries, About()) if each.figure in ("accepted", "moved_in")]

    for day in range(DAY.toordinal(), DAY.toordinal() + 12):
        at = [
            each.office_id
            for each in stays
            if each.on.toordinal() < day and (each.until is None or each.until.toordinal() >= day)
        ]
        assert -1 in expected or at == ([expected[day]] if day in expected else [])


@given(MOVES)
def test_received_less_closed_is_what_stands(moves):
    entries = [told(place, figure, day, office) for place, (figure, day, office) in enumerate(moves, start=1)]
    facts = tally(entries, About())

    for office in (1, 2, 3):
        mine = [each.figure for each in facts if each.office_id == office]
        came = mine.count("accepted") + mine.count("moved_in")
        went = mine.count("moved_out") + sum(mine.count(each) for each in CLOSINGS)
        stands = [each for each in facts if each.office_id == office and each.figure in ("accepted", "moved_in")]
        still = sum(each.until is None for each in stands)
        assert came - went == still or any(each.until and each.until < each.on for each in stands)
