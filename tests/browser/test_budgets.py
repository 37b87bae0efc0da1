"""The tasks of a clerk and of an enforcement officer inside their click budgets, and the same by keyboard and telephone."""

from urllib.parse import quote

import pytest

from tests.browser.budget import counted
from tests.browser.walk import INPUTS, TELEPHONE, TODAY, barriers, file_dispute, shot_on_a_telephone

pytestmark = pytest.mark.browser
SHIFT = 0.1
CODE = "91420200747989231U"


def opened(person, number: str):
    """The page of a case, counted from there."""
    person.case(number)
    return counted(person)


def test_filing_a_walk_in_takes_fourteen_inputs_and_two_clicks(people, tmp_path):
    clerk = people("clerk")
    spent = counted(clerk)
    clerk.page.locator(".nav a[href='/cases/new']").click()
    clerk.fill(**INPUTS).shot("filled")

    clerk.press("main form button.main")
    clerk.page.wait_for_url("**/cases/*")

    assert (spent.clicks, spent.inputs) == (2, len(INPUTS))
    assert spent.inputs <= 14
    assert spent.shift < SHIFT


def test_pasted_code_fills_what_my_office_knows(people, tmp_path):
    clerk = people("clerk")
    file_dispute(clerk, tmp_path, applicant_code=CODE)
    clerk.page.goto(f"{clerk.address}/cases/new")

    clerk.fill(applicant_code=CODE, right_number="ZL202030187412.7")
    clerk.page.locator("[data-check=right_number].fine").wait_for()

    values = [clerk.page.locator(f"main [name={name}]").input_value() for name in ("applicant_name", "right_kind")]
    assert values == [INPUTS["applicant_name"], "patent_design"]
    assert clerk.shot("filled").page.locator("[data-check=applicant_code]").inner_text()


def test_draft_comes_back_after_signing_in_again(people):
    clerk = people("clerk")
    clerk.page.goto(f"{clerk.address}/cases/new")
    clerk.fill(facts_told="写到一半的事实").page.locator("[data-draft-said]:not(:empty)").wait_for()

    again = people("clerk")
    again.page.goto(f"{again.address}/cases/new")

    assert again.shot("restored").page.locator("[name=facts_told]").input_value() == "写到一半的事实"
    again.page.locator(".kept-draft a").click()
    again.shot("discard").press(".dialogue button.main")
    assert again.page.locator("[name=facts_told]").input_value() == ""


def test_asking_for_what_is_missing_takes_two_clicks(people, tmp_path):
    clerk = people("clerk")
    spent = opened(clerk, file_dispute(clerk, tmp_path))

    clerk.page.locator("main a[href$='/correction-notice']").first.click()
    listed = clerk.shot("gaps").page.locator("[name=missing]").input_value()
    clerk.press("main form button.main")

    assert (spent.clicks, spent.inputs) == (2, 0)
    assert "营业执照" in listed
    assert "待补正" in clerk.text


def test_date_and_grey_button_explain_themselves_in_one_click(people, tmp_path):
    clerk = people("clerk")
    number = file_dispute(clerk, tmp_path)
    spent = opened(clerk, number)
    clerk.page.locator(".clock-line a.chip").first.click()
    why_date = (spent.clicks, clerk.page.locator(".verdict").count())
    spent = opened(clerk, number)

    clerk.page.locator("details.grey > summary").first.click()
    grey = clerk.shot("why-grey").page.locator("details.grey[open]").first

    assert why_date == (1, 1)
    assert (spent.clicks, grey.locator(".reason-fact").count(), grey.locator(".cures a").count()) == (1, 1, 1)


def test_ten_files_go_to_a_colleague_in_four_clicks_and_a_reason(people, tmp_path):
    officer = people("officer")
    files = officer.page.locator("tbody [name=proceedings]").evaluate_all("all => all.map(each => each.value)")
    for _ in range(10 - len(set(files))):
        file_dispute(officer, tmp_path)
    officer.page.goto(f"{officer.address}/")
    spent = counted(officer)
    officer.page.locator("[data-tick-all]").click()
    boxes = officer.page.locator("tbody [name=proceedings]:checked")
    ticked = set(boxes.evaluate_all("all => all.map(each => each.value)"))
    officer.page.locator(".hand-over > summary").click()
    spent.choose("#person_id", label="余思敏")
    officer.fill(reason="方志远休假").shot("hand-over")

    officer.press(".hand-over button.main")

    assert (spent.clicks, spent.inputs) == (4, 2)
    assert officer.shot("handed").page.locator("tbody .state").count() == len(ticked) >= 10


def test_hold_and_resume_show_the_new_dates_before_they_are_confirmed(people, tmp_path):
    officer = people("officer")
    number = file_dispute(officer, tmp_path)
    officer.act("lead", suspected="销售假冒注册商标的商品").case(number)
    officer.act("verification", officers="方志远、余思敏").case(number)
    head = people("head")
    head.case(number).act("filing", officers="方志远、余思敏", evidence="购买取证的样品一件")
    spent = opened(head, number)

    said = []
    for noun, facts in (("suspension", {"ground": {"index": 1}, "reason": "等待关联案件结论"}), ("resumption", {})):
        head.page.locator(f"main a[href$='/{noun}']").first.click()
        head.fill(**facts)
        said.append(head.shot(noun).page.locator(".forecast tbody tr").count())
        head.press("main form button.main")
        head.page.wait_for_url("**/cases/*")

    assert (spent.clicks, spent.inputs) == (4, 2)
    assert min(said) >= 1


def to_police(people, tmp_path, bureau="", team="方志远、余思敏"):
    """A transfer approved and ready to be sent; officer and number."""
    officer, head, chief = (people(f"{bureau}{login}") for login in ("officer", "head", "chief"))
    number = file_dispute(officer, tmp_path)
    officer.act("lead", suspected="销售假冒注册商标的商品").case(number)
    officer.act("suspicion", crime="214", suspicion="销售金额较大，需要侦查")
    head.case(number).act("team", officers=team)
    officer.case(number).act("report", report="经核实，涉嫌犯罪")
    chief.case(number).act("approval")
    return officer, number


def test_sending_a_transfer_takes_four_clicks_and_its_receipt_is_red_on_both_sides(people, tmp_path):
    officer, number = to_police(people, tmp_path)
    spent = opened(officer, number)
    officer.page.locator("main a[href$='/sending']").first.click()
    ticked = [officer.page.locator(f"[name={name}]").is_checked() for name in ("letter", "report", "other")]
    found = barriers(officer)
    officer.fill(goods_reason="没有采取强制措施", appraisal_reason="权利人已出具鉴别意见").shot("sending")
    officer.press("main form button.main")
    officer.page.wait_for_url(f"**/cases/{quote(number)}*")
    clicks = spent.clicks
    police = people("police")
    here = police.shot("owed-here").page.locator("tr", has_text=number).locator(".chip.hourly").count()
    officer.page.goto(officer.address)
    there = officer.shot("owed").page.locator(".day-rail .chip.hourly").count()

    assert (ticked, found) == ([True, True, True], [])
    assert clicks <= 4
    assert (here, there >= 1) == (1, True)


def test_unit_without_access_is_sent_to_in_four_clicks_and_its_receipt_entered_in_two(people, tmp_path):
    officer, number = to_police(people, tmp_path, "daye-", "刘丹、石磊")
    spent = opened(officer, number)
    officer.page.locator("main a[href$='/sending']").first.click()
    spent.choose("[name=office_id]", label="阳新县公安局")
    officer.fill(goods_reason="没有采取强制措施", appraisal_reason="权利人已出具鉴别意见").send()
    out = spent.clicks
    spent = opened(officer, number)
    officer.act("receipt", receiver="阳新县公安局收发室")
    entering, entered = spent.clicks, officer.shot("receipt-entered").page.content()
    officer.case(number).page.locator("main a[href*='/package/']").click()
    officer.page.locator("main a[href$='.zip']").wait_for()
    with officer.page.expect_download() as package:
        officer.page.locator("main a[href$='.zip']").click()
    found = barriers(officer.shot("package"))

    assert (out <= 4, entering, found) == (True, 2, [])
    assert "阳新县公安局收发室" in entered
    assert package.value.suggested_filename.endswith(".zip")


def test_incoming_case_is_taken_or_returned_in_two_clicks(people, tmp_path):
    clerk, registrar = people("clerk"), people("registrar")
    for act in ("reception", "return"):
        number = file_dispute(clerk, tmp_path)
        clerk.act("hand-over", committee_id={"index": 0})
        registrar.page.goto(registrar.address)
        spent = counted(registrar)
        row = registrar.page.locator("tr", has_text=number)
        row.locator(f"a[href$='/{act}']").click()
        if act == "return":
            registrar.fill(reason="不属本会调解范围")
        registrar.press("main form button.main")
        assert (spent.clicks, spent.inputs) == (2, int(act == "return"))
    clerk.page.goto(clerk.address)

    assert clerk.shot("came-back").page.locator(".day-rail", has_text=number).count() or number in clerk.text


def test_main_tasks_go_by_keyboard_alone(people, tmp_path):
    clerk = people("clerk")
    file_dispute(clerk, tmp_path)
    keys = clerk.page.keyboard
    link = clerk.page.locator("main a[href$='/correction-notice']").first
    clerk.page.locator("body").press("Tab")
    skip = clerk.page.evaluate("document.activeElement.className")
    for _ in range(90):
        if link.evaluate("each => each === document.activeElement"):
            break
        keys.press("Tab")
    keys.press("Enter")
    clerk.page.wait_for_url("**/correction-notice")
    clerk.page.locator("[name=missing]").focus()
    keys.press("Tab")
    seen = clerk.page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
    for _ in range(8):
        if clerk.page.evaluate("document.activeElement.matches('button.main')"):
            break
        keys.press("Tab")
    keys.press("Enter")
    clerk.page.wait_for_url("**/cases/*")

    assert skip == "skip"
    assert seen == "solid"
    assert "待补正" in clerk.text


def test_clerks_tasks_fit_a_telephone(people, tmp_path):
    clerk = people("clerk", viewport={"width": TELEPHONE, "height": 844})
    file_dispute(clerk, tmp_path)
    wide = [shot_on_a_telephone(clerk, "case")]
    clerk.act("correction-notice", missing=f"{TODAY} 前补交营业执照")
    for path in ("/", "/cases", "/cases/new", "/tour", "/rules?q=司法确认"):
        clerk.page.goto(f"{clerk.address}{path}")
        wide.append(shot_on_a_telephone(clerk, "page"))

    assert max(wide) <= TELEPHONE


def test_files_are_handed_on_and_kept_as_draft_without_scripts(people):
    officer = people("deputy", java_script_enabled=False)
    officer.page.locator("tbody [name=proceedings]").first.check()
    officer.page.locator(".hand-over > summary").click()
    officer.fill(person_id={"label": "方志远"}, reason="工作调整")
    officer.press(".hand-over button.main")
    handed = officer.shot("handed").page.locator("tbody .state").count()
    clerk = people("clerk", java_script_enabled=False)
    clerk.page.goto(f"{clerk.address}/cases/new")
    clerk.fill(request="停止侵权").press("button[formaction$='/draft']")

    assert handed == 1
    assert clerk.page.locator("[name=request]").input_value() == "停止侵权"
    clerk.page.goto(f"{clerk.address}/cases/new#discard")
    clerk.press(".dialogue button.main")
