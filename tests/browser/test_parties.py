"""A party without an account and an administrator, each within the clicks of its row."""

import pytest

from tests.browser.counting import COUNTER
from tests.browser.walk import TELEPHONE, barriers, file_dispute

pytestmark = pytest.mark.browser
MOST_TO_SEE, MOST_TO_ADD_A_FILE, MOST_INPUTS = 2, 3, 14
TOLD = {
    "applicant_name": "黄石磁湖传感器有限公司",
    "applicant_phone": "13800000001",
    "respondent_name": "大冶市青龙机电经营部",
    "facts": "门店销售带有我方商标的传感器。",
    "request": "停止侵权。",
}


def clicks(page) -> int:
    """The clicks since the last question."""
    page.wait_for_load_state()
    found: int = page.evaluate("Number(sessionStorage.clicks || 0)")
    page.evaluate("sessionStorage.clicks = 0")
    return found


def test_party_sees_its_case_and_adds_a_file_without_account(people, chromium, tmp_path):
    clerk = people("clerk")
    number = file_dispute(clerk, tmp_path)
    clerk.page.goto(f"{clerk.address}/cases/{number}/codes")
    clerk.press("main form button")
    code = clerk.page.locator(".slip .code").inner_text()
    context = chromium.new_context(viewport={"width": TELEPHONE, "height": 844})
    context.add_init_script(COUNTER)
    page = context.new_page()
    page.goto(f"{clerk.address}/portal/")
    page.fill("[name=number]", number)
    page.fill("[name=code]", code)
    page.locator("button.main").click()
    seeing = clicks(page)
    first = page.locator("main section h2").first.inner_text()
    page.get_by_role("link", name="补充材料").or_(page.locator("a[href$='/evidence']")).first.click()
    page.set_input_files("[name=files]", str(tmp_path / "购买票据.txt"))
    page.locator("form.act button.main").click()
    adding = clicks(page)
    receipt = page.locator("main").inner_text()
    wide = page.evaluate("document.documentElement.scrollWidth")
    context.close()

    assert (first, wide) == ("下一个日期", TELEPHONE)
    assert seeing <= MOST_TO_SEE
    assert adding <= MOST_TO_ADD_A_FILE
    assert "SHA-256" in receipt


def test_dispute_is_filed_online_by_keyboard_and_without_scripts(chromium, address):
    context = chromium.new_context(java_script_enabled=False, viewport={"width": TELEPHONE, "height": 844})
    page = context.new_page()
    page.goto(f"{address}/portal/file")
    page.select_option("[name=station]", index=1)
    page.select_option("[name=right_kind]", "trademark")
    for name, value in TOLD.items():
        page.fill(f"[name={name}]", value)
    page.locator("form.act button.main").press("Enter")
    page.wait_for_url("**/portal/filed")
    receipt = page.locator("main").inner_text()
    context.close()

    assert len(TOLD) + 2 <= MOST_INPUTS
    assert "黄知网" in receipt


def test_station_is_opened_by_one_form_and_reads_in_traditional_chinese(people):
    admin = people("admin")
    admin.page.goto(f"{admin.address}/administration/offices")
    admin.fill(name="黄石港区磁湖知识产权保护工作站", short="黄知站98", login1="zhao.min", name1="赵敏").shot(
        "station"
    ).send()
    opened = admin.shot("opened").text
    faults = barriers(admin)
    admin.page.get_by_role("button", name="繁體").click()
    admin.page.goto(f"{admin.address}/administration/health")
    traditional = admin.shot("health").text
    faults += barriers(admin)

    assert faults == []
    assert "初始口令" in opened
    assert "運行狀況" in traditional
