"""Every kind of page that links lead to: it opens, fits, says nothing to the console and has no barrier."""

import re
from urllib.parse import parse_qsl, unquote, urlsplit

import pytest

from tests.browser.walk import DESK, TELEPHONE, barriers

pytestmark = pytest.mark.browser
HEAVIEST = 150_000
FILES = re.compile(r"form=|\.pdf|\.zip|\.ics|\.xlsx|\.json|/evidence/|/sign-out|/language|/archive")
MANY = 120
HREFS = "[...document.querySelectorAll('a[href]')].map(each => each.getAttribute('href'))"


def kind_of(address: str) -> str:
    """Addresses of one kind of page: numbers, cases and rules told alike, the names of what is asked for."""
    parts = urlsplit(address)
    path = re.sub(r"/rules/[\w.-]+", "/rules/R", re.sub(r"黄知案[\d-]+", "N", unquote(parts.path)))
    return re.sub(r"\d+", "#", path) + "?" + ",".join(sorted(name for name, _ in parse_qsl(parts.query)))


def faults_of(person, address: str, width: int) -> list[str]:
    """What is wrong with one page."""
    answer = person.page.goto(person.address + address)
    if answer is None or not answer.ok:
        return [f"{answer.status if answer else 'no answer'}"]
    wide = person.page.evaluate("document.documentElement.scrollWidth")
    heavy = len(answer.body())
    told = [f"{wide} wide"] if wide > width else []
    return [*told, *([f"{heavy} bytes"] if heavy > HEAVIEST else []), *barriers(person)]


def walked(person, width: int) -> tuple[set[str], dict[str, list[str]]]:
    """Follow every link within the house, one page of a kind; the kinds seen, and what is wrong by address."""
    waiting, seen, wrong = ["/"], set(), {}
    while waiting:
        address = waiting.pop(0)
        if kind_of(address) in seen or FILES.search(address):
            continue
        seen.add(kind_of(address))
        if told := faults_of(person, address, width):
            wrong[unquote(address)] = told
        waiting += [each for each in person.page.evaluate(HREFS) if each.startswith("/") and kind_of(each) not in seen]
    return seen, wrong


@pytest.mark.parametrize(
    ("login", "width", "scheme"),
    [
        ("mediator", DESK, "light"),
        ("officer", TELEPHONE, "dark"),
        ("admin", TELEPHONE, "light"),
    ],
)
def test_every_kind_of_page_opens_and_has_no_barrier(people, login, width, scheme):
    person = people(login, bypass_csp=True, color_scheme=scheme, viewport={"width": width, "height": 900})

    seen, wrong = walked(person, width)

    assert wrong == {}
    assert len(seen) >= MANY
