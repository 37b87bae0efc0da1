"""Several at once: one of the racing acts wins, numbers have no gap, and the chains stay whole. On either engine."""

from collections import Counter
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from sqlalchemy import select

from casework.base.db import db
from casework.documents.numbers import next_number
from casework.procedure.procedure import step_label
from casework.procedure.verify import states_out_of_step
from casework.records.models import Case
from casework.records.verify import first_breaks

THREADS = 8
FILING = {
    "applicant_name": "黄石样例机电有限公司",
    "applicant_phone": "0714-6520000",
    "respondent_name": "阳新县样例商行",
    "right_kind": "trademark",
    "facts_told": "被申请人销售带有申请人商标的电机。",
    "request": "停止侵权。",
}


def signed_in(app, login: str) -> list:
    """As many clients as threads, all signed in."""
    found = [app.test_client() for _ in range(THREADS)]
    for client in found:
        assert client.post("/sign-in", json={"login": login, "password": "casework-demo"}).status_code == 200
    return found


@pytest.fixture
def clients(app, city):
    """Clients of the clerk at a station."""
    return signed_in(app, "clerk")


def at_once(jobs: list[Callable[[], object]]) -> list:
    """What the jobs answer, all let go at the same moment."""
    gate = Barrier(len(jobs))

    def run(job: Callable[[], object]) -> object:
        gate.wait(30)
        return job()

    with ThreadPoolExecutor(len(jobs)) as pool:
        return list(pool.map(run, jobs))


def test_one_of_eight_racing_acts_wins_and_the_others_hear_of_it(clients):
    filed = clients[0].post("/cases", json=FILING).get_json()
    path = f"/cases/{filed['case']}/complaint/{filed['proceeding']}/withdrawal"
    act = {"reason": "撤回", "version": filed["version"]}

    answers = at_once([lambda client=client: client.post(path, json=act) for client in clients])

    assert Counter(answer.status_code for answer in answers) == {201: 1, 409: THREADS - 1}
    told = [answer.get_json() for answer in answers if answer.status_code == 409]
    assert {(each["step"], each["by"].split()[-1]) for each in told} == {
        (step_label("complaint", "withdraw"), "周晓岚")
    }


def test_one_of_eight_racing_openings_wins(app, city):
    clients = signed_in(app, "registrar")
    number = clients[0].post("/cases", json=FILING).get_json()["case"]
    path, body = f"/cases/{number}/mediation/request", {"origin": "application"}

    answers = at_once([lambda client=client: client.post(path, json=body) for client in clients])

    assert Counter(answer.status_code for answer in answers) == {201: 1, 409: THREADS - 1}


def test_cases_filed_at_once_are_numbered_without_a_gap(clients, session):
    def file_some(client) -> list[int]:
        return [client.post("/cases", json=FILING).status_code for _ in range(5)]

    answers = at_once([lambda client=client: file_some(client) for client in clients])

    session.rollback()
    numbers = sorted(int(number[-6:]) for number in session.scalars(select(Case.number)))
    assert {code for codes in answers for code in codes} == {201}
    assert numbers == list(range(1, 5 * THREADS + 1))
    assert [*first_breaks(), *states_out_of_step()] == []


def test_two_hundred_numbers_have_no_gap_though_every_fifth_is_given_back(app):
    def draw() -> list[int]:
        kept = []
        with app.app_context():
            while len(kept) < 200 // THREADS:
                number = next_number(7, "acceptance", 2026)
                if len(kept) % 5 == 4 and number not in given_back:
                    given_back.add(number)
                    db.session.rollback()
                    continue
                db.session.commit()
                kept.append(number)
        return kept

    given_back: set[int] = set()
    drawn = sorted(number for kept in at_once([draw] * THREADS) for number in kept)

    assert drawn == list(range(1, 201))
    assert given_back
