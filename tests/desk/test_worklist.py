"""The day list: order by slack, what waits for reception, a constant number of queries."""

from urllib.parse import quote

from casework.counter.views import book
from casework.desk.shown import clock_shown
from casework.desk.worklist import day_list


def test_day_list_puts_the_least_slack_first(city, registered, now):
    young, old = registered(1).case.number, registered(20).case.number

    day = day_list(book(), actor=city.actor("clerk"), now=now)

    assert [line.number for line in day.lines] == [old, young]
    assert day.lines[0].clock.urgency == "late"


def test_day_list_counts_by_urgency(city, registered, now):
    registered(0)
    registered(20)
    registered(30)

    day = day_list(book(), actor=city.actor("clerk"), now=now)

    assert (day.tally["late"], day.tally["waits"], day.tally["paused"]) == (2, 0, 0)
    assert sum(day.tally.values()) == day.total == 3


def test_day_list_names_the_acts_that_stop_the_clock(city, registered, now):
    complaint = registered()

    (line,) = day_list(book(), actor=city.actor("clerk"), now=now).lines

    assert [act.values["noun"] for act in line.acts] == [
        "hand-over",
        "direction",
        "withdrawal",
        "split",
        "distribution",
    ]
    assert {act.values["proceeding_id"] for act in line.acts} == {complaint.id}
    assert line.others == ""


def test_day_list_says_who_can_act_where_i_cannot(city, handed_over, now):
    handed_over()

    (line,) = day_list(book(), actor=city.actor("clerk"), now=now).lines

    assert line.acts == ()
    assert line.others == "登记员(调委会)"


def test_what_waits_for_my_reception_is_on_my_list(city, handed_over, now):
    number = handed_over().case.number

    (line,) = day_list(book(), actor=city.actor("registrar"), now=now).lines

    assert (line.number, line.waits, line.clock.rule) == (number, True, "ADM-6.sign")
    assert [act.values["noun"] for act in line.acts] == ["reception", "return"]


def test_what_waits_for_the_registrar_is_not_on_the_mediators_list(city, handed_over, now):
    handed_over()

    day = day_list(book(), actor=city.actor("mediator"), now=now)

    assert day.lines == ()


def test_other_offices_see_nothing_of_it(city, registered, now):
    registered()

    day = day_list(book(), actor=city.actor("officer"), now=now)

    assert (day.lines, day.total) == ((), 0)


def test_day_page_takes_the_same_queries_for_one_and_for_many(signed_in, registered, queries):
    registered()
    client = signed_in()
    client.get("/")
    _, few = queries(client, "/")
    for days in range(2, 9):
        registered(days)

    answer, many = queries(client, "/")

    assert answer.status_code == 200
    assert many == few


def test_day_page_links_the_case_its_date_and_its_act(signed_in, registered):
    complaint = registered()
    number, clock = complaint.case.number, complaint.clocks[0].id

    page = signed_in().get("/").text

    for address in (
        f"/cases/{number}",
        f"/cases/{number}/clocks/{clock}",
        f"/cases/{number}/complaint/{complaint.id}/hand-over",
    ):
        assert f'href="{quote(address)}"' in page


def test_empty_day_says_so(signed_in):
    page = signed_in().get("/").text

    assert "没有正在计算的期限，也没有待签收的移送。" in page


def test_period_of_a_party_that_is_over_presses_nobody(city, registered, session, now):
    clock = registered(30).clocks[0]
    clock.rule = "J-21.party"
    session.flush()

    day = day_list(book(), actor=city.actor("clerk"), now=now)

    assert (day.lines, day.total) == ((), 0)
    assert (clock_shown(clock, now).urgency, clock_shown(clock, now).left) == ("still", "已届满")
