"""Acts of years before the rules: no clock that the law of the day did not know, no obstacle (replay)."""

from datetime import date

from casework.enforcement import facts as penalty_facts
from casework.enforcement import verbs as penalties
from casework.records.filing import open_case
from tests.enforcement.walk import at, dues, notified
from tests.support.city import case_facts
from tests.transfers.walk import received


def test_penalty_of_2016_is_decided_without_the_clocks_of_2021(town):
    case = open_case(case_facts(parties=(), rights=()), actor=town.officer, now=at(6, 1, year=2016))
    penalty = notified(town, case, at(6, 1, year=2016), date(2016, 6, 1))

    penalties.decide(penalty, penalty_facts.Decision("罚款", 561_000_000), actor=town.head, now=at(6, 2, year=2016))

    assert (penalty.state, dues(penalty)) == ("decided", {})


def test_police_transfer_of_2016_runs_on_the_decree_alone(town):
    case = open_case(case_facts(parties=()), actor=town.officer, now=at(6, 1, year=2016))

    transfer = received(town, case, at(6, 1, year=2016))

    assert sorted(dues(transfer)) == ["POL-5", "POL-7"]
