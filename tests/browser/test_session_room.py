"""The mediator's session: from the room to a text that awaits signatures, and to the next way when it fails."""

import pytest

from tests.browser.counting import counting
from tests.browser.walk import IN_20_DAYS, TELEPHONE, barriers, shot_on_a_telephone, to_the_committee

pytestmark = pytest.mark.browser
TERM = {"kind": "pay", "debtor": "P2", "creditor": "P1", "manner": "转账", "due": IN_20_DAYS, "fen": "3万元"}
MOST_TO_FIX_A_SESSION, MOST_FOR_SUCCESS, MOST_FOR_FAILURE = 3, 4, 3
SECRET = "最低可以接受两万元"


def test_session_ends_in_a_text_or_in_the_next_way_within_the_budget(people, tmp_path):
    number, who = to_the_committee(people, tmp_path)
    mediator = people("mediator")
    page = mediator.case(number).page
    page.get_by_role("link", name="进入调解室").click()
    room = page.url
    page.locator("summary", has_text="更多项目").click()
    mediator.fill(result="双方同意和解", undisputed="商标权属没有争议", signed=True).send()
    with page.expect_navigation():
        mediator.fill(text=SECRET).page.get_by_role("button", name="记下").click()
    mediator.shot("room")
    faults, wide = barriers(mediator), shot_on_a_telephone(mediator, "room")
    with counting(mediator) as fixing:
        page.get_by_role("link", name="通知下一次调解").click()
        page.locator("input[name=slot]").first.check()
        with page.expect_navigation():
            page.get_by_role("button", name="通知各方").click()
    told = page.get_by_text("已通知 2").count()
    page.goto(f"{mediator.address}/calendar")
    faults += barriers(mediator.shot("calendar"))
    page.goto(room)

    with counting(mediator) as success:
        page.get_by_role("link", name="拟定条款").click()
        mediator.fill(**{f"terms__0__{name}": value for name, value in TERM.items()})
        page.get_by_role("button", name="预览协议文本").click()
        printed = mediator.shot("preview").page.locator(".as-printed").inner_text()
        with page.expect_navigation():
            page.get_by_role("button", name="交付签署").click()
    unsigned = mediator.shot("sent-to-sign").page.locator("section:has(#signing) .mark").count()
    mediator.case(number).act("reopened-text")
    page.goto(room)
    with counting(mediator) as failure:
        page.locator("summary", has_text="记录调解不成").click()
        mediator.fill(reason="too_far_apart")
        page.get_by_role("button", name="终止调解").click()
    opened = mediator.shot("next-way").page.url
    page.goto(room)
    ended = mediator.text
    registrar = who["registrar"]
    registrar.page.goto(room)

    assert (faults, wide) == ([], TELEPHONE)
    assert "叁万元整" in printed
    assert unsigned == 2
    assert (told, fixing.clicks) == (1, MOST_TO_FIX_A_SESSION)
    assert success.clicks <= MOST_FOR_SUCCESS
    assert failure.clicks + 1 <= MOST_FOR_FAILURE
    assert opened.endswith("/route/way")
    assert "终止调解" in ended
    assert SECRET in ended
    assert SECRET not in registrar.text
