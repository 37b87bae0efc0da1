"""The administrator's days: a changed term and a year of holidays, each shown before it is published."""

import pytest

from tests.browser.counting import counting
from tests.browser.walk import TELEPHONE, barriers, shot_on_a_telephone

pytestmark = pytest.mark.browser
NOTICE = "元旦：1月1日（周五）、4日（周一）放假，1月9日（周六）上班。"
TERM = {"count": "5", "valid_from": "2027-01-01", "basis": "新办法第十四条"}
MOST_TO_LOAD, MOST_TO_CHANGE = 3, 3


def test_holidays_are_pasted_and_their_differences_read_before_the_click(people):
    admin = people("admin", bypass_csp=True)
    admin.page.goto(f"{admin.address}/administration/")
    with counting(admin) as loading:
        admin.page.locator("main a[href='/administration/calendar']").first.click()
        admin.fill(title="国务院办公厅关于2027年部分节假日安排的通知", text=NOTICE).send()
        moved = admin.shot("differences").page.locator("section", has_text="2027-01-04").locator("tbody tr").count()
        faults, wide = barriers(admin), shot_on_a_telephone(admin, "differences")
        with admin.page.expect_navigation():
            admin.fill(reason="国办通知").page.locator("button[name=publish]").click()

    assert loading.clicks <= MOST_TO_LOAD
    assert (faults, wide) == ([], TELEPHONE)
    assert moved >= 1
    assert "2027" in admin.shot("published").text


def test_term_goes_from_draft_by_rehearsal_to_publication(people):
    admin = people("admin", bypass_csp=True)
    admin.page.goto(f"{admin.address}/administration/rules")
    with counting(admin) as changing:
        admin.page.locator("main a[href$='/rules/CMP-3']").first.click()
        admin.fill(**TERM).send()
        rehearsed = admin.shot("rehearsed").page.locator("#rehearsal").locator("xpath=..").inner_text()
        faults, wide = barriers(admin), shot_on_a_telephone(admin, "rehearsed")
        with admin.page.expect_navigation():
            admin.fill(reason="新办法施行").page.locator("button[name=publish]").click()

    assert changing.clicks <= MOST_TO_CHANGE
    assert (faults, wide) == ([], TELEPHONE)
    assert "个在办期限" in rehearsed
    assert "新办法施行" in admin.shot("published").text
