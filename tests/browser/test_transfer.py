"""A plain transfer to another agency: signed for and taken on, or returned with its reason."""

import pytest

from tests.browser.walk import file_dispute, paper_text

pytestmark = pytest.mark.browser
CULTURE = {"label": "黄石市文化市场综合执法支队"}
REASON = "涉及著作权,属文化执法机构管辖"


def arrived(people, tmp_path):
    """A case sent to the culture agency and signed for there; number, sender, receiver."""
    officer, head, culture = people("officer"), people("head"), people("culture")
    number = file_dispute(officer, tmp_path, right_kind="copyright", right_number="")
    officer.act("draft", kind="K1", office_id=CULTURE, reason=REASON).shot("drafted").act("submission")
    head.case(number).act("approval").shot("approved")
    officer.case(number).act("sending").shot("sent")
    culture.shot("day-list").case(number).act("receipt", receiver="万芳").shot("received")
    return number, officer, culture


def test_transfer_is_taken_on_as_a_lead_of_the_receiver(people, tmp_path):
    number, officer, culture = arrived(people, tmp_path)
    transfer = culture.page.locator("main .next a[href*='/transfer_admin/'][href$='/acceptance']")

    transfer.click()
    culture.send().shot("accepted")

    assert "对方已受理" in culture.text
    assert "万芳" in officer.case(number).text
    assert "黄石市文化市场综合执法支队" in paper_text(officer, "回执", tmp_path)


def test_transfer_comes_back_with_its_reason(people, tmp_path):
    number, officer, culture = arrived(people, tmp_path)

    culture.case(number).act("return", reason="经核查不属本机构管辖").shot("returned")

    assert "经核查不属本机构管辖" in officer.case(number).text
