"""Where a reason points: every field that a guard names is one of the form of its act, so that a page can lead there."""

import ast
import inspect
import textwrap
from collections.abc import Iterator

import pytest

from casework.counter.fields import Text
from casework.counter.form import ActForm
from casework.procedure.step import Guard
from casework.web.rooms import ACTS


class Replacing(ActForm):
    """A form whose field has another name than the fact."""

    places = (("successor", "place"),)
    place = Text()


def pointed_at(guard: Guard) -> Iterator[str]:
    """The fields that a guard names outright."""
    for node in ast.walk(ast.parse(textwrap.dedent(inspect.getsource(guard.test)))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "no":
            yield from (k.value.value for k in node.keywords if k.arg == "at" and isinstance(k.value, ast.Constant))


@pytest.mark.parametrize("act", ACTS, ids=lambda act: f"{act.procedure}-{act.step.name}")
def test_reason_points_to_a_field_of_the_form(act):
    form = act.form()

    lost = [(guard.name, at) for guard in act.step.guards for at in pointed_at(guard) if form.place_of(at) is None]

    assert lost == []


def test_reason_about_no_field_of_the_form_points_nowhere():
    form = Replacing()

    assert [form.place_of(at) for at in ("successor", "place-0-due", "elsewhere", None)] == [
        "place",
        "place-0-due",
        None,
        None,
    ]
