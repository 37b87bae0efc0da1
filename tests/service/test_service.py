"""Service of papers: deemed days by the way (T-13), proofs, failures, the last way, and the overview."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from casework.documents.models import PaperRecord
from casework.documents.paper import from_data
from casework.mediation.addresses import address_of, confirmed_address
from casework.service import verbs
from casework.service.overview import rows_of, unserved
from tests.service.conftest import codes


def states(post) -> list[tuple[str, str, int]]:
    """Every row of the overview: paper, state, age in days."""
    post.session.flush()
    return [(row.paper.kind, row.state, row.age) for row in rows_of(post.case, today=post.today)]


def running(run) -> list[str]:
    return [clock.rule for clock in run.clocks if clock.state == "running"]


@pytest.mark.parametrize(
    ("way", "proof", "told"),
    [
        ("direct", "receipt", {}),
        ("left", "recording", {}),
        ("electronic", "system", {"electronic": "a@example.cn"}),
        ("entrusted", "receipt", {}),
        ("post", "return_slip", {}),
        ("forwarded", "receipt", {}),
    ],
)
def test_served_on_the_day_of_the_proof_t13(post, way, proof, told):
    confirmed = {"confirmed_on": post.today, "recipient": "甲", "phone": "0714-1", "address": "黄石市"} if told else {}
    run = post.send(way=way, **told, **confirmed)

    post.after(3).prove(run, proof=proof, number="EMS1", received_by="甲")

    assert (run.state, run.served_on, run.proof, run.received_by) == ("served", post.today, proof, "甲")


def test_public_notice_counts_after_thirty_days_t13(post):
    run = post.send(way="notice", others_failed="住所、电话均已查找，下落不明")
    before = (running(run), codes(post.after(30).prove, run, proof="publication", on=None))

    post.after(1).prove(run, proof="publication", on=None, number="黄石日报第3版")

    assert before == (["T-13.notice"], ["the_days_of_the_notice_are_over"])
    assert (run.served_on - run.sent_on, running(run)) == (timedelta(days=30), [])


def test_what_came_back_goes_again_by_another_way(post):
    run = post.send()
    post.after(5).fail(run)
    back = (run.state, run.failure)

    post.send_again(run, way="direct", address="黄石市铁山区")
    post.after(1).prove(run, proof="receipt")

    assert back == ("undelivered", "moved")
    assert (run.state, run.way, run.address, run.failure) == ("served", "direct", "黄石市铁山区", None)


def test_giving_up_ends_the_service(post):
    run = post.send()

    assert codes(post.give_up, run, reason=None) == ["a_reason_is_written"]
    assert (post.give_up(run).state, states(post)) == ("given_up", [("DOC-C5", "given_up", 0)])


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ({"paper": 999}, ["a_paper_goes_to_a_party.paper"]),
        ({"party": "P2", "address": "阳新县"}, ["a_paper_goes_to_a_party.party"]),
        ({"way": "pigeon"}, ["the_way_is_lawful.way"]),
        ({"way": "electronic"}, ["electronic_service_is_consented"]),
        ({"way": "notice"}, ["a_public_notice_comes_last"]),
        ({"sent_on": None}, ["the_day_of_sending_is_told"]),
    ],
)
def test_sending_is_refused_for_exactly_what_is_wrong(post, told, expected):
    assert codes(post.send, **told) == expected
    assert post.send().state == "sent"


def test_day_of_sending_lies_between_the_paper_and_today(post):
    early, late = post.today - timedelta(days=1), post.today + timedelta(days=1)

    assert [codes(post.send, sent_on=day) for day in (early, late)] == [["the_day_of_sending_is_told"]] * 2


def test_party_without_any_address_needs_one(post):
    post.case.of_role("applicant")[0].address = None

    assert codes(post.send) == ["the_way_is_lawful.address"]
    assert post.send(address="黄石市下陆区").address == "黄石市下陆区"


def test_paper_is_on_its_way_once_and_served_once(post):
    run = post.send()
    under_way = codes(post.send)
    post.prove(run)

    assert (under_way, codes(post.send)) == (
        ["it_is_not_under_way_or_served.sent"],
        ["it_is_not_under_way_or_served.served"],
    )


def test_paper_given_up_may_be_sent_anew(post):
    run = post.send()
    under_way = codes(post.send)
    post.give_up(run)

    assert (under_way, post.send().state) == (["it_is_not_under_way_or_served.sent"], "sent")


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ({"proof": "system"}, ["the_proof_fits_the_way"]),
        ({"on": None}, ["the_day_of_receipt_is_told"]),
    ],
)
def test_proof_is_refused_for_exactly_what_is_wrong(post, told, expected):
    run = post.send()

    assert codes(post.prove, run, **told) == expected
    assert post.prove(run).state == "served"


@pytest.mark.parametrize(
    ("told", "expected"),
    [({"failure": "bored"}, ["the_failure_is_told.failure"]), ({"on": None}, ["the_failure_is_told.day"])],
)
def test_failure_is_refused_for_exactly_what_is_wrong(post, told, expected):
    run = post.send()

    assert codes(post.fail, run, **told) == expected
    assert post.fail(run).state == "undelivered"


def test_notice_is_open_after_another_way_failed(post):
    first = post.send()
    post.after(5).fail(first)

    assert post.send_again(first, way="notice").state == "sent"


def test_address_is_confirmed_once_for_the_whole_case_d22(post):
    party = post.case.of_role("applicant")[0]
    before = confirmed_address(party)

    incomplete = codes(post.send, confirmed_on=post.today, address="黄石市团城山")
    ahead = {"confirmed_on": post.today + timedelta(days=1), "address": "甲路1号", "recipient": "甲", "phone": "1"}
    late = codes(post.send, **ahead)
    post.send(
        confirmed_on=post.today, address="黄石市团城山", recipient="甲", phone="0714-6", electronic="a@example.cn"
    )

    post.session.flush()
    assert (before, incomplete, late) == (
        None,
        ["a_confirmation_is_complete.missing"] * 2,
        ["a_confirmation_is_complete.ahead"],
    )
    assert (address_of(party), address_of(party, electronic=True)) == ("黄石市团城山", "a@example.cn")


def test_overview_tells_what_waits_what_is_under_way_and_what_is_served(post):
    waits = states(post.after(2))
    run = post.send()
    sent = states(post.after(4))
    post.prove(run)

    assert (waits, sent, states(post)) == ([("DOC-C5", "waits", 2)], [("DOC-C5", "sent", 4)], [("DOC-C5", "served", 4)])


def test_day_tells_what_is_not_proved_with_its_age(post, city):
    run = post.send()
    post.after(9).fail(run)
    post.session.flush()

    (found,), total = unserved(actor=post.officer, now=post.now)
    assert (found.number, found.party, found.state, found.age, total) == (
        post.case.number,
        "黄石样例机电有限公司",
        "undelivered",
        9,
        1,
    )
    assert unserved(actor=city.actor("clerk"), now=post.now) == ([], 0)


@pytest.mark.parametrize(("way", "made"), [("post", 1), ("notice", 0)])
def test_receipt_of_service_goes_along_where_somebody_signs(post, way, made):
    post.send(way=way, others_failed="下落不明")
    post.session.flush()

    papers = list(post.session.scalars(select(PaperRecord).where(PaperRecord.kind == "R-04")))
    assert len(papers) == made
    assert [from_data(each.data).fields["served_paper"] for each in papers] == [
        "《投诉受理决定书》（" + post.paper.number + "）"
    ] * made


def test_office_serves_its_own_papers_alone(post, city):
    said = codes(verbs.send, post.case, post.sending(), actor=city.actor("clerk"), now=post.now)

    assert said == ["a_paper_goes_to_a_party.paper"]
