"""A mediator answers an invitation from the day list: two clicks, with the conflict answer in the same step (D2, C-17)."""

import pytest

from tests.browser.budget import counted
from tests.browser.walk import TODAY, file_dispute

pytestmark = pytest.mark.browser


def test_invited_mediator_accepts_in_two_clicks_from_the_day_list(people, tmp_path):
    clerk, registrar, mediator = people("clerk"), people("registrar"), people("mediator")
    number = file_dispute(clerk, tmp_path)
    clerk.act("hand-over", committee_id={"index": 0})
    registrar.case(number).act("reception").act("request", origin="handed_over").act("review")
    registrar.act("acceptance", rights_told_on=TODAY)
    asked = {"mediators__0__mediator_id": {"label": "吕堃"}, "mediators__0__presiding": True}
    registrar.act("mediator-invitation", **asked).shot("invited")
    mediator.page.goto(f"{mediator.address}/")
    spent = counted(mediator)

    line = mediator.shot("day-list").page.locator("main tr", has_text=number).filter(has_text="接受指派")
    line.locator("a[href$='/invitation-acceptance']").click()
    mediator.shot("invitation").press("main form button.main")

    assert (spent.clicks, spent.inputs) == (2, 0)
    assert "已确定调解员" in mediator.shot("accepted").text
