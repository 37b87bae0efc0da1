"""What an act's address asks for: a choice on offer is made, an address that asks nothing leaves the proposal."""

import pytest

from casework.counter.fields import Choice
from casework.counter.form import ActForm
from casework.counter.views import proposed


class Form(ActForm):
    """A form that proposes an office."""

    office = Choice()


@pytest.mark.parametrize(("asked", "chosen"), [("", "7"), ("8", "8"), ("9", "7")])
def test_proposal_stays_unless_the_address_names_another_on_offer(asked, chosen):
    form = Form()
    form.office.offer([("7", "黄石市公安局"), ("8", "大冶市公安局")], empty=True)
    form.office.data = "7"

    assert proposed(form, lambda _name: asked).office.data == chosen
