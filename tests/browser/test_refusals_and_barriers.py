"""Mistakes kept beside their fields, grey buttons with reasons, a lost race, and pages without barriers."""

import re

import pytest

from tests.browser.walk import TELEPHONE, barriers, file_dispute, shot_on_a_telephone

pytestmark = pytest.mark.browser
LONG = "长" * 201
MISTAKES = {
    "applicant_name": LONG,
    "applicant_code": "9" * 41,
    "applicant_address": LONG,
    "respondent_name": LONG,
    "respondent_code": "8" * 41,
    "respondent_phone": "7" * 41,
    "respondent_address": LONG,
    "right_number": "第" * 81,
    "request": "赔" * 2001,
    "claim": "很多很多钱",
}
EMPTY = ("applicant_phone", "right_kind", "facts_told")


def with_mistakes(people):
    """The screen of a new dispute, answered after it was sent with ten mistakes and three gaps."""
    clerk = people("clerk")
    clerk.page.goto(f"{clerk.address}/cases/new")
    return clerk.fill(**MISTAKES).send().shot("mistakes")


def test_ten_mistakes_keep_what_was_typed(people):
    clerk = with_mistakes(people)

    kept = {name: clerk.page.locator(f"main [name={name}]").input_value() for name in MISTAKES}

    assert kept == MISTAKES


def test_ten_mistakes_say_so_beside_each_field(people):
    clerk = with_mistakes(people)

    said = {name: clerk.page.locator(f"#{name}-said").inner_text().strip() for name in (*MISTAKES, *EMPTY)}

    assert [name for name, words in said.items() if not words] == []
    assert clerk.page.locator(".notice.bad li").count() == len(said)
    assert clerk.page.locator("[aria-invalid=true]").count() == len(said)


def test_grey_act_names_fact_cure_and_article(people, tmp_path):
    clerk = people("clerk")
    file_dispute(clerk, tmp_path)
    clerk.page.locator(".next-acts > details.not-now > summary").click()

    reason = clerk.shot("grey").page.locator(".far-act").first

    assert reason.locator(".far-reason").first.inner_text().strip()
    assert reason.locator("a.rule").first.inner_text().strip()


def test_lost_race_names_who_changed_what(people, tmp_path):
    slow, quick = people("clerk"), people("clerk")
    number = file_dispute(slow, tmp_path)
    for one in (slow, quick):
        one.case(number).page.locator("main a[href$='/withdrawal']").first.click()
        one.fill(reason="当事人自行和解")
    quick.send()

    with slow.page.expect_response(lambda answer: answer.request.method == "POST") as lost:
        slow.send()

    assert lost.value.status == 409
    assert "周晓岚" in slow.shot("too-late").text
    assert "撤回" in slow.text


@pytest.mark.parametrize("month", ["", "/figures"])
def test_list_and_month_fit_a_telephone(people, month):
    person = people("statistician" if month else "clerk")
    person.page.goto(f"{person.address}{month or '/'}")

    assert shot_on_a_telephone(person, "page") <= TELEPHONE


def test_day_list_case_act_and_clock_have_no_barriers(people, tmp_path):
    clerk = people("clerk", bypass_csp=True)
    file_dispute(clerk, tmp_path)
    found = {"case": barriers(clerk)}
    clerk.page.locator(".clock-line a.chip").first.click()
    found["clock"] = barriers(clerk)
    clerk.page.go_back()
    clerk.page.locator("main a[href$='/correction-notice']").first.click()
    found["act"] = barriers(clerk.shot("act"))
    found["act with mistakes"] = barriers(clerk.send())
    clerk.page.goto(f"{clerk.address}/")
    found["day list"] = barriers(clerk)

    assert not any(found.values())


def test_month_with_its_figures_has_no_barriers(people):
    statistician = people("statistician", bypass_csp=True)
    statistician.page.goto(f"{statistician.address}/figures")
    found = barriers(statistician.shot("month"))

    assert re.search(r"\d{4}", statistician.text)
    assert found == []
