"""The other ways: which are open and which are shut."""

import pytest

from casework.confirmation.routes import open_routes, routes_in_words
from casework.mediation.arbitration import arbitration_clause
from tests.confirmation.steps_walk import Court


def ways(text) -> dict[str, bool]:
    return {each.name: each.open for each in open_routes(text, text.case)}


def test_plain_money_agreement(walk):
    assert ways(walk.text) == {
        "notary": False,
        "arbitration": True,
        "payment_order": True,
        "suit": True,
        "mediation_again": True,
    }


def test_promise_opens_the_notary(walk):
    walk.text.enforcement_promise = True

    assert ways(walk.text)["notary"] is True


def test_promise_without_clear_payment_does_not(walk):
    walk.text.enforcement_promise = True
    walk.text.terms[0].due = None

    assert ways(walk.text)["notary"] is False


def test_act_shuts_the_payment_order(walk):
    term = walk.text.terms[0]
    term.kind, term.fen = "act", None

    assert ways(walk.text)["payment_order"] is False


def test_arbitration_clause_shuts_the_suit(walk):
    walk.text.on_default = "因本协议发生争议的,提交黄石仲裁委员会仲裁。"

    told = {each.name: (each.open, each.rule) for each in open_routes(walk.text, walk.case)}
    assert (told["suit"], told["arbitration"]) == ((False, "E-07"), (True, "E-06"))


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("违约的,由黄石仲裁委员会仲裁", True),
        ("双方另行签订仲裁协议", True),
        ("双方没有约定仲裁", False),
        ("款项付清前不得解除合同；由黄石仲裁委员会仲裁", True),
        ("本协议未尽事宜另行协商；没有约定的，向人民法院起诉；不提交仲裁", False),
        ("违约的,可以向人民法院起诉", False),
        ("", False),
    ],
)
def test_arbitration_is_read_from_the_words(walk, words, found):
    walk.text.on_default = words

    assert (arbitration_clause(walk.text) is not None) is found


def test_ruling_shuts_all_other_ways(court, walk):
    court.confirmed()

    assert set(ways(walk.text).values()) == {False}
    assert routes_in_words(walk.text) == ""


def test_pending_confirmation_shuts_nothing(court, walk):
    court.filed()

    assert ways(walk.text)["suit"] is True


def test_route_says_its_name_and_why(walk):
    suit = next(each for each in open_routes(walk.text, walk.case) if each.name == "suit")

    assert (suit.label, suit.rule) == ("就调解协议起诉", "M-39")
    assert f"{suit.label}：{suit.why}" in routes_in_words(walk.text)


def test_replaced_agreement_is_not_mediated_again(walk):
    text = walk.text
    text.status = "replaced"

    assert ways(text)["mediation_again"] is False


def test_window_closing_tells_the_ways(walk):
    court = Court(walk.room, walk.case, "2026-04-02").let_window_close()

    assert court.c.routes_told == routes_in_words(walk.text)
