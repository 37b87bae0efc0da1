"""Counting what a person does in a journey: clicks on the page and fields filled, against the budget of its row."""

from contextlib import contextmanager
from dataclasses import dataclass

COUNTER = """addEventListener('click', event => { if (event.isTrusted && event.detail)
  sessionStorage.clicks = Number(sessionStorage.clicks || 0) + 1 }, true)"""


@dataclass
class Counted:
    """What a journey took so far."""

    clicks: int = 0


@contextmanager
def counting(person):
    """Count the clicks inside this block, on every page of the person."""
    if not getattr(person, "counts", False):
        person.context.add_init_script(COUNTER)
        person.page.evaluate(COUNTER)
        person.counts = True
    person.page.evaluate("sessionStorage.clicks = 0")
    counted = Counted()
    yield counted
    person.page.wait_for_load_state()
    counted.clicks = person.page.evaluate("Number(sessionStorage.clicks || 0)")
