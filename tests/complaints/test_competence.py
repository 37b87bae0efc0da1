"""The table of competence: every row's bodies, levels and notes."""

import pytest

from casework.base.phrases import catalogue, phrase
from casework.complaints.competence import Body, _table, competent_bodies, is_competent, known_acts
from casework.identity.roles import OfficeKind
from casework.law import all_rules

OUTSIDE_BODIES = {"cnipa", "samr", "provincial_office", "provincial_bureau", "overseas_centre"}


def told(right_kind: str, act: str) -> list[str]:
    """The bodies of a pair as "kind level what"."""
    return [f"{body.office_kind} {body.level} {body.what}" for body in competent_bodies(right_kind, act)]


@pytest.mark.parametrize(
    ("right_kind", "act", "bodies"),
    [
        (
            "patent_invention",
            "infringement",
            [
                "ip_office city adjudicate",
                "ip_office city mediate",
                "committee city mediate",
                "court province_wide judge",
            ],
        ),
        (
            "patent_design",
            "infringement",
            [
                "ip_office city adjudicate",
                "ip_office city mediate",
                "committee city mediate",
                "court intermediate judge",
            ],
        ),
        (
            "patent_utility",
            "passing_off",
            ["bureau county penalise", "bureau city penalise", "police same_level investigate"],
        ),
        (
            "patent_utility",
            "reward",
            ["court province_wide judge", "ip_office city mediate", "committee city mediate"],
        ),
        ("patent_invention", "open_licence", ["cnipa national decide"]),
        ("patent_invention", "drug_linkage", ["cnipa national decide"]),
        ("patent_invention", "validity", ["cnipa national decide"]),
        ("trademark", "validity", ["cnipa national decide"]),
        ("trademark", "malicious_filing", ["bureau county penalise", "cnipa national decide"]),
        (
            "trademark",
            "infringement",
            [
                "bureau county penalise",
                "bureau city penalise",
                "bureau city mediate",
                "committee city mediate",
                "police same_level investigate",
                "court basic judge",
            ],
        ),
        (
            "technical_secret",
            "infringement",
            [
                "bureau county penalise",
                "bureau city penalise",
                "committee city mediate",
                "police same_level investigate",
                "court province_wide judge",
            ],
        ),
        (
            "ic_layout",
            "infringement",
            [
                "cnipa national decide",
                "cnipa national mediate",
                "committee city mediate",
                "court province_wide judge",
            ],
        ),
        ("copyright", "ownership", ["court basic judge", "committee city mediate"]),
        ("franchise", "contract", ["committee city mediate", "court basic judge"]),
        ("patent_invention", "contract", ["committee city mediate", "court basic judge"]),
        ("software", "import_export", ["customs city detain", "police same_level investigate"]),
        ("domain", "evidence", ["notary city certify"]),
        ("domain", "overseas", ["overseas_centre province refer"]),
        ("domain", "unheard_of", []),
        ("unheard_of", "infringement", []),
    ],
)
def test_competent_bodies_follow_the_table(right_kind: str, act: str, bodies: list[str]) -> None:
    assert told(right_kind, act) == bodies


def test_patent_adjudication_says_that_it_only_stops() -> None:
    first = competent_bodies("patent_utility", "infringement")[0]

    assert first == Body(
        office_kind="ip_office",
        level="city",
        what="adjudicate",
        rule="ADJ-2",
        mark="verified",
        note=phrase("competence.note.stop_only"),
    )


@pytest.mark.parametrize("place", ["420200", "420281", "420222", None])
def test_place_inside_the_city_adds_no_note(place: str | None) -> None:
    assert competent_bodies("domain", "evidence", place) == competent_bodies("domain", "evidence")


def test_place_outside_the_city_is_noted_on_local_bodies_only() -> None:
    here = competent_bodies("patent_invention", "abnormal_filing")

    there = competent_bodies("patent_invention", "abnormal_filing", "420100")

    elsewhere = phrase("competence.note.elsewhere")
    assert [body.note for body in there] == [elsewhere + here[0].note, "", ""]


@pytest.mark.parametrize(
    ("office_kind", "level", "right_kind", "act", "competent"),
    [
        ("ip_office", "city", "patent_invention", "infringement", True),
        ("bureau", "county", "patent_invention", "infringement", False),
        ("ip_office", "county", "patent_invention", "infringement", False),
        ("bureau", "county", "trademark", "infringement", True),
        ("bureau", "city", "trademark", "infringement", True),
        ("agriculture", "city", "plant_variety", "infringement", True),
        ("police", "city", "trademark", "infringement", True),
        ("police", "county", "patent_invention", "infringement", False),
        ("culture", "county", "trademark", "infringement", False),
        ("ip_office", "city", "ic_layout", "infringement", False),
        ("cnipa", "national", "ic_layout", "infringement", True),
    ],
)
def test_is_competent_by_kind_and_level(
    office_kind: str, level: str, right_kind: str, act: str, *, competent: bool
) -> None:
    assert is_competent(office_kind, level, right_kind, act) == competent


@pytest.mark.parametrize("act", known_acts())
def test_station_is_competent_for_nothing(act: str) -> None:
    rights = {right for row in _table()["rows"] for right in row["rights"]}

    stations = [right for right in rights if is_competent("station", "county", right, act)]

    assert stations == []


def test_table_names_known_offices_and_rules_only() -> None:
    bodies = [each for row in _table()["rows"] for each in row["bodies"]]

    assert {each["office_kind"] for each in bodies} <= {str(kind) for kind in OfficeKind} | OUTSIDE_BODIES
    assert {each["rule"] for each in bodies} - set(all_rules()) == set()


def test_table_uses_every_note_of_the_catalogue() -> None:
    used = {each["note"] for row in _table()["rows"] for each in row["bodies"]} - {None}

    noted = {key.rpartition(".")[2] for key in catalogue() if key.startswith("competence.note.")}

    assert noted == used | {"elsewhere"}
