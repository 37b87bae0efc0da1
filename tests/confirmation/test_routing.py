"""The court for confirmation: the published vectors, every cell of the routing table, and bad questions."""

import json
from pathlib import Path
from typing import Any

import pytest

from casework.base.phrases import phrase
from casework.confirmation.routing import Route, answer, route

VECTORS = json.loads((Path(__file__).parent / "data" / "court_routing.json").read_text("utf-8"))["vectors"]
WUHAN, HUANGSHI, DAYE = "武汉市中级人民法院", "黄石市中级人民法院", "大冶市人民法院"
HUBEI = "湖北省高级人民法院、湖北省知识产权局关于开展知识产权纠纷行政调解协议司法确认工作的实施办法(试行)"
TECHNICAL = (
    "patent_invention",
    "patent_utility",
    "plant_variety",
    "ic_layout",
    "technical_secret",
    "software",
)
ORDINARY = (
    "business_secret",
    "copyright",
    "trademark",
    "gi_mark",
    "unfair_competition",
    "domain",
    "franchise",
)
ART_1, ART_2, ART_3 = (f"民事诉讼法(2023修正)第205条;法释〔2022〕13号第{number}条" for number in (1, 2, 3))
EVERY_MATTER = ("infringement", "ownership", "contract", "reward")

CELLS = [
    *[(kind, matter, WUHAN, False, ART_1) for kind in TECHNICAL for matter in ("infringement", "ownership")],
    *[(kind, "reward", WUHAN, True, ART_1) for kind in TECHNICAL],
    *[("monopoly", matter, WUHAN, False, ART_1) for matter in EVERY_MATTER],
    *[("patent_design", matter, HUANGSHI, True, ART_2) for matter in ("infringement", "ownership", "reward")],
    *[(kind, "contract", DAYE, False, ART_3) for kind in (*TECHNICAL, "patent_design", *ORDINARY)],
    *[(kind, matter, DAYE, False, ART_3) for kind in ORDINARY for matter in ("infringement", "ownership")],
    *[(kind, "reward", DAYE, True, ART_3) for kind in ORDINARY],
]


def dispute(**fields: Any) -> dict[str, Any]:
    """A trademark infringement mediated by the committee itself, with other fields laid over it."""
    return {"right_kind": "trademark", "matter": "infringement", "mediation": "own"} | fields


@pytest.mark.parametrize("vector", VECTORS, ids=[each["id"] for each in VECTORS])
def test_answer_agrees_with_the_vector(vector: dict[str, Any]) -> None:
    expected = {name: value for name, value in vector["expect"].items() if (name, value) != ("ask", None)}

    answered = answer(vector)

    assert {name: answered[name] for name in expected} == expected


@pytest.mark.parametrize(("kind", "matter", "court", "ask", "basis"), CELLS)
def test_route_follows_the_table_for_own_mediation(
    kind: str, matter: str, court: str, basis: str, *, ask: bool
) -> None:
    found = route(dispute(right_kind=kind, matter=matter))

    assert (found.route, found.court, found.ask, found.basis) == ("confirmation", court, ask, basis)


@pytest.mark.parametrize(("kind", "matter", "court", "ask", "basis"), CELLS)
def test_route_of_an_organ_in_huangshi_is_the_same_court(
    kind: str, matter: str, court: str, basis: str, *, ask: bool
) -> None:
    found = route(dispute(right_kind=kind, matter=matter, mediation="administrative", organ_at="420281"))

    assert (found.court, found.ask) == (court, ask)
    assert found.basis == f"{HUBEI};{basis.partition(';')[2]}"


@pytest.mark.parametrize("kind", [*TECHNICAL, *ORDINARY, "patent_design", "monopoly"])
def test_route_of_an_assigned_case_is_the_assigning_court(kind: str) -> None:
    found = route(dispute(right_kind=kind, mediation="assigned", assigning_court="黄石市下陆区人民法院"))

    assert found == Route(
        "confirmation", "黄石市下陆区人民法院", ask=False, basis="民事诉讼法(2023修正)第205条第1项", notes=()
    )


def test_route_of_an_entrusted_case_is_none_and_says_what_instead() -> None:
    found = route(dispute(right_kind="patent_invention", mediation="entrusted"))

    assert found == Route(
        "none",
        None,
        ask=False,
        basis="最高人民法院关于人民法院特邀调解的规定(法释〔2016〕14号)第20条",
        notes=(phrase("court.note.entrusted"),),
    )


@pytest.mark.parametrize(
    ("fields", "court", "ask"),
    [
        ({"well_known_mark": True}, HUANGSHI, True),
        ({"well_known_mark": False}, DAYE, False),
        ({"well_known_mark": True, "right_kind": "unfair_competition"}, HUANGSHI, True),
        ({"well_known_mark": True, "right_kind": "patent_invention"}, WUHAN, False),
        ({"well_known_mark": True, "mediation": "administrative"}, HUANGSHI, True),
        ({"over_amount_threshold": True}, HUANGSHI, False),
        ({"over_amount_threshold": False, "amount": 10**8}, DAYE, False),
        (
            {"over_amount_threshold": True, "right_kind": "patent_utility", "matter": "contract"},
            HUANGSHI,
            False,
        ),
        ({"over_amount_threshold": True, "right_kind": "patent_utility"}, WUHAN, False),
        ({"over_amount_threshold": True, "mediation": "administrative"}, HUANGSHI, False),
        ({"over_amount_threshold": True, "well_known_mark": True}, HUANGSHI, True),
    ],
)
def test_route_goes_up_for_well_known_marks_and_large_amounts(fields: dict[str, Any], court: str, *, ask: bool) -> None:
    found = route(dispute(**fields))

    assert (found.court, found.ask) == (court, ask)


@pytest.mark.parametrize(
    ("fields", "court", "ask"),
    [
        ({"organ_at": "420100"}, None, True),
        ({"organ_at": "360400"}, None, True),
        ({"organ_at": "420100", "right_kind": "patent_invention"}, WUHAN, False),
        ({"organ_at": "360400", "right_kind": "patent_invention"}, None, True),
        ({"organ_at": 420222}, DAYE, False),
        ({}, DAYE, False),
    ],
)
def test_route_of_an_organ_elsewhere_names_no_unknown_court(
    fields: dict[str, Any], court: str | None, *, ask: bool
) -> None:
    found = route(dispute(mediation="administrative", **fields))

    assert (found.route, found.court, found.ask) == ("confirmation", court, ask)


@pytest.mark.parametrize(
    ("fields", "notes"),
    [
        ({}, ()),
        ({"matter": "ownership"}, ("ownership",)),
        ({"matter": "ownership", "right_kind": "patent_design"}, ("design", "ownership")),
        ({"matter": "reward", "right_kind": "patent_utility"}, ("reward",)),
        ({"amount": "800000.00"}, ("amount",)),
        ({"amount": 800000, "over_amount_threshold": False}, ()),
        ({"amount": 800000, "right_kind": "software"}, ()),
        ({"parties_at": ["420100", "420202"]}, ("parties_elsewhere",)),
        ({"parties_at": ["420281", "420202", None]}, ()),
        ({"parties_at": ["420100"], "mediation": "administrative"}, ()),
    ],
)
def test_notes_say_what_the_clerk_should_weigh(fields: dict[str, Any], notes: tuple[str, ...]) -> None:
    found = route(dispute(**fields))

    assert found.notes == tuple(phrase(f"court.note.{each}") for each in notes)


def test_answer_is_the_one_of_the_contract() -> None:
    answered = answer({"id": "1", "dispute": dispute(right_kind="patent_utility")})

    assert answered == {
        "id": "1",
        "route": "confirmation",
        "court": WUHAN,
        "ask": False,
        "basis": ART_1,
        "notes": [],
    }


@pytest.mark.parametrize(
    ("asked", "code"),
    [
        ({}, "missing_field"),
        ({"dispute": None}, "missing_field"),
        ({"dispute": "trademark"}, "bad_option"),
        ({"dispute": dispute(right_kind=None)}, "missing_field"),
        ({"dispute": dispute(matter=None)}, "missing_field"),
        ({"dispute": dispute(mediation=None)}, "missing_field"),
        ({"dispute": dispute(mediation="assigned")}, "missing_field"),
        ({"dispute": dispute(mediation="assigned", assigning_court=" ")}, "bad_option"),
        ({"dispute": dispute(mediation="assigned", assigning_court=1)}, "bad_option"),
        ({"dispute": dispute(right_kind="patent")}, "unknown_kind"),
        ({"dispute": dispute(right_kind=["trademark"])}, "unknown_kind"),
        ({"dispute": dispute(matter="theft")}, "unknown_kind"),
        ({"dispute": dispute(mediation={})}, "unknown_kind"),
        ({"dispute": dispute(organ_at="Wuhan")}, "bad_option"),
        ({"dispute": dispute(organ_at=True)}, "bad_option"),
        ({"dispute": dispute(parties_at="420100")}, "bad_option"),
        ({"dispute": dispute(parties_at=[[]])}, "bad_option"),
        ({"dispute": dispute(amount="much")}, "bad_option"),
        ({"dispute": dispute(well_known_mark="yes")}, "bad_option"),
        ({"dispute": dispute(over_amount_threshold=1)}, "bad_option"),
    ],
)
def test_answer_to_a_bad_question_is_an_error_with_a_code(asked: dict[str, Any], code: str) -> None:
    answered = answer({"id": "1", **asked})

    assert (answered["id"], answered["error"]["code"]) == ("1", code)
