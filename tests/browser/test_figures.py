"""The statistician's tasks inside their click budgets, and every screen of the figures without a barrier at both widths."""

import io
import re
from datetime import date, timedelta

import pytest
from python_calamine import CalamineWorkbook

from tests.browser.budget import counted
from tests.browser.walk import DESK, NOW, TELEPHONE, barriers, shot_on_a_telephone

pytestmark = pytest.mark.browser
HEAVIEST, TODAY = 250_000, NOW.date()
SCREENS = (
    "/figures",
    "/figures/tables",
    "/figures/tables/ip_monthly",
    "/figures/tables/durations",
    "/figures/tables/ip_monthly/behind?row=total&column=accepted",
    "/figures/tables/doubts",
    "/figures/publications",
    "/figures/publications/new/offices",
    "/figures/indicators",
    "/figures/indicators/new",
    "/figures/indicators/success_of_closed",
    "/figures/upper-forms",
    "/figures/upper-forms/province_monthly",
    "/figures/upper-forms/province_monthly/mapping",
    "/figures/pictures",
    "/figures/published-elsewhere",
    "/open-figures",
)
HIDDEN = r"另有 (\d+) 件"
INDICATOR = {
    "key": "agreed_cases",
    "label_zh": "达成协议件数",
    "label_en": "Agreed cases",
    "wording_zh": "按协议生效日计",
    "wording_en": "By the day of effect",
    "numerator": "agreed",
}


def test_month_is_handed_out_in_two_clicks(people):
    person = people("statistician")
    person.page.goto(f"{person.address}/figures/tables")
    spent = counted(person)

    person.page.locator("main a[href*='/tables/ip_monthly']").click()
    holds = person.page.locator(".identity[role=status]").inner_text()
    with person.page.expect_download() as handed:
        person.page.locator("main a[href*='form=xlsx']").click()

    book = CalamineWorkbook.from_filelike(io.BytesIO(handed.value.path().read_bytes()))
    assert spent.clicks == 2
    assert "不" not in holds.split("·")[0]
    assert book.get_sheet_by_index(0).to_python()[-1]


def test_figure_opens_its_cases_and_then_the_event(people):
    person = people("statistician")
    person.page.goto(f"{person.address}/figures/tables/ip_monthly")
    spent = counted(person)
    shown = person.page.locator("main a[href*='row=total'][href*='column=accepted']").first

    number = int(shown.inner_text())
    shown.click()
    rows = person.shot("cases").page.locator("main tbody tr").count()
    not_shown = re.search(HIDDEN, person.text)
    opened = spent.clicks
    person.page.locator("main tbody a").first.click()
    person.page.wait_for_url("**/cases/*#entry-*")

    assert (opened, spent.clicks) == (1, 2)
    assert rows + int(not_shown[1] if not_shown else 0) == number > 0
    assert person.page.locator(":target").count() == 1


def test_new_indicator_is_a_form_with_twelve_months_before_it(people):
    person = people("statistician")
    person.page.goto(f"{person.address}/figures/indicators/new")

    person.fill(**INDICATOR).press("main form button:not(.main)")
    months = person.shot("preview").page.locator("main table.figures tbody tr").count()
    person.press("main form button.main")
    person.press("main form.bare button")

    assert months == 12
    assert person.page.url.endswith("/figures/indicators/agreed_cases")


def test_mapping_is_tried_and_kept_on_its_page(people):
    person = people("statistician")
    person.page.goto(f"{person.address}/figures/upper-forms/mapping/new")
    told = "B2 | 受理 | ip_monthly.total.accepted\n= | 与单位表一致 | B2 = offices.total.accepted"

    person.fill(key="own", name="自制表", receiver="市局", mapping=told)
    person.press("main form button:not(.main)")
    tried = person.shot("tried").page.locator("main .identity").inner_text()
    person.press("main form button.main")

    assert tried == "1 项核对全部相符"
    assert person.page.url.endswith("/figures/upper-forms/own")


def test_late_fact_is_a_dated_restatement_at_one_click_from_the_table(people):
    statistician, registrar = people("statistician", bypass_csp=True), people("registrar")
    last = TODAY.replace(day=1) - timedelta(days=1)
    place = f"{statistician.address}/figures/tables/ip_monthly?period={last:%Y-%m}"
    as_published = publish(statistician, place)
    statistician.shot("published")

    pay_late(registrar, place, last)
    statistician.page.reload()
    statistician.fill(cause="上月的付款本月才收到凭证").shot("differs").press("main form button.main >> nth=-1")
    statistician.page.goto(place)
    spent = counted(statistician)
    statistician.page.locator("main a[href*='/publications/']", has_text="更正 1 次").click()

    told = statistician.shot("restated").page.locator("#restatements").inner_text()
    assert spent.clicks == 1
    assert [each for each in (TODAY.isoformat(), "上月的付款本月才收到凭证", "另有 1 件") if each not in told] == []
    assert standing(statistician) == as_published
    assert barriers(statistician) == []
    assert shot_on_a_telephone(statistician, "restated") <= TELEPHONE


def publish(person, place: str) -> tuple[str, str]:
    """Tick what is doubtful, freeze the table of that place; the table as published and its fingerprint."""
    person.page.goto(place)
    person.page.locator("main a[href*='/publications/new/']").click()
    for each in person.page.locator("main [name=ticked]").all():
        each.check()
    person.press("main form button.main")
    return standing(person)


def standing(person) -> tuple[str, str]:
    """The table on the page of a publication, as it stands in the source, and what is said of its freezing."""
    return person.page.locator("main table.figures").inner_html(), person.page.locator("main .identity").inner_text()


def pay_late(person, place: str, day: date) -> None:
    """Enter today that ten yuan were paid on that day, in a case that is being performed."""
    person.page.goto(place)
    person.page.locator("main a[href*='row=total'][href*='column=performed_amount']").first.click()
    for number in dict.fromkeys(each.split()[0] for each in person.page.locator("main tbody a").all_inner_texts()):
        if person.case(number).page.locator("main a[href$='/proof']").count():
            person.act("proof", done_on=day.isoformat(), fen="10", how="transfer")
            return
    raise LookupError("nothing is being performed")


@pytest.mark.parametrize(("width", "scheme"), [(DESK, "light"), (TELEPHONE, "dark")])
def test_screens_of_figures_have_no_barrier_and_fit(people, width, scheme):
    person = people("statistician", bypass_csp=True, color_scheme=scheme)
    found, wide, heavy = {}, {}, {}
    for place in SCREENS:
        person.page.set_viewport_size({"width": width, "height": 900})
        answer = person.page.goto(person.address + place)
        if told := barriers(person):
            found[place] = told
        wide[place] = person.page.evaluate("document.documentElement.scrollWidth")
        heavy[place] = len(answer.body())

    assert found == {}
    assert {place: each for place, each in wide.items() if each > width} == {}
    assert {place: each for place, each in heavy.items() if each > HEAVIEST} == {}
