"""Grants, doubles, secrets: what is not shared does not exist, and what is secret cannot be read in the file."""

import pytest
from sqlalchemy import text

from casework.base.errors import NotFound
from casework.base.model import Base
from casework.records.doubles import possible_doubles
from casework.records.filing import PartyFacts, RightFacts
from casework.records.grants import CONTENT, STATUS, load_case, scope_for, share
from tests.support.city import NOON, a_complaint, case_facts

ID_NUMBER = "11010519491231002X"  # the sample of the standard itself


@pytest.fixture
def complaint(city, session):
    """A dispute at a station, one party a person with an identity number."""
    person = PartyFacts("respondent", "样某某", "person", code=ID_NUMBER)
    found = a_complaint(city, parties=(case_facts().parties[0], person))
    session.commit()
    return found


def test_own_case_is_found_by_its_number(complaint, city):
    assert load_case(complaint.case.number, city.actor("clerk")) is complaint.case


@pytest.mark.parametrize("login", ["clerk2", "registrar", "officer", "police", "admin"])
def test_case_not_shared_does_not_exist(complaint, city, login):
    with pytest.raises(NotFound):
        load_case(complaint.case.number, city.actor(login))


def test_sharing_widens_and_never_doubles(complaint, city, session):
    actor = city.actor("registrar")

    first = share(complaint.case_id, actor.office_id, STATUS, purpose="x", now=NOON)
    again = share(complaint.case_id, actor.office_id, STATUS, purpose="x", now=NOON)
    wider = share(complaint.case_id, actor.office_id, CONTENT, purpose="y", now=NOON)
    narrower = share(complaint.case_id, actor.office_id, STATUS, purpose="z", now=NOON)
    session.flush()

    assert (first is None, again, wider is None, narrower) == (False, None, False, None)
    assert scope_for(complaint.case_id, actor) == CONTENT


def test_ended_grant_hides_the_case_again(complaint, city, session):
    actor = city.actor("registrar")
    share(complaint.case_id, actor.office_id, STATUS, purpose="x", now=NOON).until = NOON
    session.commit()

    assert scope_for(complaint.case_id, actor) is None


@pytest.mark.parametrize(
    ("names", "codes", "rights", "shared"),
    [
        (["黃石樣例機電有限公司 "], [], [], ("party",)),
        ([], [ID_NUMBER.lower()], [], ("party",)),
        ([], ["110105 1949 1231 002x"], [], ("party",)),
        ([], [], ["1234567"], ("right",)),
        ([], [], ["第1234567号"], ("right",)),
        ([], [], ["１２３４５６７"], ("right",)),
        (["黄石样例机电有限公司"], [], ["1234567"], ("party", "right")),
    ],
)
def test_possible_double_is_found_by_party_code_or_right(complaint, city, names, codes, rights, shared):
    found = possible_doubles(names, codes, rights, actor=city.actor("clerk"))

    assert [(each.number, each.shared) for each in found] == [(complaint.case.number, shared)]


def test_double_of_another_office_is_told_without_its_number(complaint, city):
    found = possible_doubles(["样某某"], [], [], actor=city.actor("clerk2"))

    assert [(each.number, each.registered_at) for each in found] == [(None, complaint.case.registered_at)]


def test_double_of_a_right_whose_kind_has_no_number_rule_is_found_as_typed(city, session):
    filed = a_complaint(city, rights=(RightFacts("domain", " example.cn "),))
    session.commit()

    found = possible_doubles([], [], ["example.cn"], actor=city.actor("clerk"))

    assert [each.number for each in found] == [filed.case.number]


@pytest.mark.parametrize("name", ["黄石样例机电设备有限公司", "样某", "", "\x00"])
def test_different_names_are_no_doubles(complaint, city, name):
    assert possible_doubles([name], [name], [name], actor=city.actor("clerk")) == []


def test_identity_number_is_not_readable_in_the_database(complaint, session):
    stored = session.execute(text("SELECT code, code_key, code_last4 FROM party WHERE ref = 'P2'")).one()

    assert ID_NUMBER.encode() not in bytes(stored[0])
    assert ID_NUMBER not in stored[1]
    assert stored[2] == "002X"
    assert complaint.case.parties[1].code == ID_NUMBER


def test_identity_number_is_nowhere_in_the_files_of_the_database(complaint, session, tmp_path):
    """Neither in its column nor in a journal entry, a paper, an index or the write-ahead log."""
    written = [each for each in tmp_path.rglob("*") if each.is_file() and each.name.startswith("casework.sqlite")]
    rows = [
        row
        for table in Base.metadata.sorted_tables
        for row in session.execute(text(f'SELECT * FROM "{table.name}"')).all()
    ]

    assert bool(written) == (session.get_bind().dialect.name == "sqlite")
    assert [each for each in written if ID_NUMBER.encode() in each.read_bytes()] == []
    assert [row for row in rows if ID_NUMBER in str(row)] == []
    assert complaint.case.number in str(rows)


def test_same_number_is_stored_differently_each_time(complaint, city, session):
    parties = (case_facts().parties[0], PartyFacts("respondent", "另一人", "person", code=ID_NUMBER))
    a_complaint(city, parties=parties)
    session.commit()

    stored = session.execute(text("SELECT code, code_key FROM party WHERE ref = 'P2'")).all()

    assert len({bytes(code) for code, _ in stored}) == 2
    assert len({key for _, key in stored}) == 1


@pytest.mark.parametrize("name", ["长" * 200, "﷽" * 200])
def test_longest_names_fit_title_and_key_on_both_engines(city, session, name):
    parties = (PartyFacts("applicant", name, phone="1"), PartyFacts("respondent", name))

    case = a_complaint(city, parties=parties, title=f"{name}与{name}商标纠纷").case
    session.commit()
    found = possible_doubles([name], [], [], actor=city.actor("clerk"))

    assert (len(case.title), case.parties[0].name) == (200, name)
    assert [each.number for each in found] == [case.number]


@pytest.mark.parametrize("number", ["", "none", "\x00", "黄知案2026-000001\x00", "' OR 1=1 --", "长" * 5000])
def test_number_that_no_case_has_is_not_found(complaint, city, number):
    with pytest.raises(NotFound):
        load_case(number, city.actor("clerk"))


def test_doubtful_number_is_saved_with_its_doubt(city, session):
    wrong = PartyFacts("respondent", "样例商行", code="914403001922038217")

    party = a_complaint(city, parties=(case_facts().parties[0], wrong)).case.parties[1]

    assert (party.code, party.code_doubtful) == ("914403001922038217", True)
