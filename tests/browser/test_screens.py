"""Every screen of the desk: no barrier, nothing sideways, light enough."""

import pytest

from tests.browser.walk import DESK, TELEPHONE, barriers, file_dispute

pytestmark = pytest.mark.browser
HEAVIEST = 150_000
PATHS = (
    "/",
    "/?due=late&whose=mine",
    "/cases",
    "/cases?q=不存在的案件",
    "/cases/new",
    "/rules?q=司法确认",
    "/rules/J-02",
    "/procedures/mediation",
    "/tour",
)
LOOKS = [(DESK, "light"), (TELEPHONE, "dark")]


def screens(person, tmp_path) -> list[str]:
    """The addresses of every kind of page, those of a new case among them."""
    case = f"/cases/{file_dispute(person, tmp_path)}"
    found = [
        person.page.locator(f"main a[href*='/{part}']").first.get_attribute("href") for part in ("clocks", "rules")
    ]
    acts = person.page.locator(".next a.button").evaluate_all("all => all.map(each => each.getAttribute('href'))")
    return [*PATHS, case, *found, *acts[:2]]


@pytest.mark.parametrize(("width", "scheme"), LOOKS)
def test_screens_have_no_barrier_and_fit(people, tmp_path, width, scheme):
    clerk = people("clerk", bypass_csp=True, color_scheme=scheme)
    found, wide, heavy = {}, [], []
    for place in screens(clerk, tmp_path):
        answer = clerk.page.goto(clerk.address + place)
        clerk.page.set_viewport_size({"width": width, "height": 900})
        if told := barriers(clerk):
            found[place] = told
        wide.append(clerk.page.evaluate("document.documentElement.scrollWidth"))
        heavy.append(len(answer.body()))

    assert found == {}
    assert max(wide) <= width
    assert max(heavy) < HEAVIEST


UNFOLD = "document.querySelectorAll('details').forEach((each) => { each.open = true; })"


def test_opened_states_have_no_barrier(people, tmp_path):
    clerk = people("clerk", bypass_csp=True)
    number = file_dispute(clerk, tmp_path)
    with clerk.case(number).moved_by_us():
        clerk.page.evaluate(UNFOLD)
        found = {"case": barriers(clerk)}
    clerk.page.goto(f"{clerk.address}/")
    with clerk.moved_by_us():
        clerk.page.evaluate(UNFOLD)
    found["day"] = barriers(clerk.shot("day-open"))
    clerk.page.goto(f"{clerk.address}/cases/new")
    clerk.send()
    found["mistakes"] = barriers(clerk.shot("mistakes"))

    assert [place for place, told in found.items() if told] == []
