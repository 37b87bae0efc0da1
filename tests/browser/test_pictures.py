"""With CASEWORK_SHOTS=1 a picture of every screen at both widths, light and dark, for people to look at."""

import os

import pytest

from tests.browser.walk import DESK, TELEPHONE, file_dispute, to_the_committee

pytestmark = pytest.mark.browser
LOOKS = [(DESK, "light"), (DESK, "dark"), (TELEPHONE, "light"), (TELEPHONE, "dark")]
SCREENS = {
    "clerk": ("/", "/cases", "/cases/new", "/filings", "/submissions", "/calendar", "/notices", "/rules/J-02", "/tour"),
    "mediator": ("/", "/calendar"),
    "police": ("/",),
    "officer": ("/", "/?due=late&whose=mine"),
    "statistician": (
        "/figures",
        "/figures/tables/ip_monthly",
        "/figures/tables/ip_monthly/behind?row=total&column=accepted",
        "/figures/tables/doubts",
        "/figures/publications",
        "/figures/indicators",
        "/figures/indicators/success_of_closed",
        "/figures/pictures",
        "/open-figures",
    ),
    "admin": (
        *(
            f"/administration/{name}"
            for name in ("", "offices", "calendar", "rules", "rules/CMP-3", "templates", "notices", "health", "copies")
        ),
        "/administration/access",
        "/administration/roles",
        "/ledgers/",
        "/tasks/",
        "/password",
    ),
}
OPEN_TO_ALL = ("/portal/", "/portal/file", "/sign-in")
ACTS = 6


def name_of(place: str) -> str:
    """The name of the picture of an address."""
    return "-".join(part for part in place.split("?", maxsplit=1)[0].split("/")[1:] if part) or "day"


def addresses_of_a_case(clerk, tmp_path) -> list[str]:
    """A new case, its first clock and the first acts."""
    case = f"/cases/{file_dispute(clerk, tmp_path)}"
    clock = clerk.page.locator("main a[href*='/clocks/']").first.get_attribute("href")
    acts = clerk.page.locator(".next a.button").evaluate_all("all => all.map(each => each.getAttribute('href'))")
    return [case, clock, *acts[:ACTS]]


def addresses_of_a_session(people, tmp_path) -> list[str]:
    """A case at its mediator: the page, the session room, slots, and the acts of the mediator."""
    number, _who = to_the_committee(people, tmp_path)
    page = people("mediator").case(number).page
    links = page.locator("main a[href$='/room'], .next a.button").evaluate_all(
        "all => all.map(each => each.getAttribute('href'))"
    )
    room = next(each for each in links if each.endswith("/room"))
    return [f"/cases/{number}", room, room.replace("/room", "/slots"), *links[:ACTS]]


if os.environ.get("CASEWORK_SHOTS"):

    def test_pictures_of_every_screen(people, tmp_path):
        found = {login: list(places) for login, places in SCREENS.items()}
        found["clerk"] += addresses_of_a_case(people("clerk"), tmp_path)
        found["mediator"] += addresses_of_a_session(people, tmp_path)
        taken = 0
        for login, places in found.items():
            for width, scheme in LOOKS:
                person = people(login, color_scheme=scheme, viewport={"width": width, "height": 900})
                for place in [*places, *(OPEN_TO_ALL if login == "clerk" else ())]:
                    answer = person.page.goto(person.address + place)
                    taken += answer is not None and answer.ok
                    person.shot(f"{width}-{scheme}-{name_of(place)}")

        assert taken >= len(LOOKS) * sum(map(len, SCREENS.values()))
