"""From the counter to an agreement of two terms in force, and the window that it opens."""

import hashlib

import pytest

from tests.browser.counting import counting
from tests.browser.walk import (
    IN_20_DAYS,
    IN_30_DAYS,
    INPUTS,
    MOST_CLICKS,
    MOST_INPUTS,
    TELEPHONE,
    TODAY,
    file_dispute,
    paper_text,
    shot_for_the_readme,
    shot_on_a_telephone,
    to_the_committee,
)

pytestmark = pytest.mark.browser
MOST_TO_SIGN, MOST_TO_APPLY = 3, 3
SHARED = {"kind": "pay", "debtor": "P2", "creditor": "P1", "manner": "转账", "due": IN_20_DAYS}


def terms() -> dict[str, object]:
    """Thirty thousand and twenty thousand yuan, as fields of the form."""
    rows = ({**SHARED, "fen": "3万元"}, {**SHARED, "fen": "20000"})
    return {f"terms__{n}__{name}": value for n, row in enumerate(rows) for name, value in row.items()}


def test_receipt_prints_the_fingerprint_of_each_file(people, tmp_path):
    clerk = people("clerk")
    clicks = "addEventListener('click', () => sessionStorage.clicks = Number(sessionStorage.clicks || 0) + 1, true)"
    clerk.page.add_init_script(clicks)
    file_dispute(clerk, tmp_path)

    text = paper_text(clerk, "登记回执", tmp_path)

    assert hashlib.sha256((tmp_path / "购买票据.txt").read_bytes()).hexdigest() in text
    assert len(INPUTS) + 1 <= MOST_INPUTS
    assert clerk.page.evaluate("Number(sessionStorage.clicks)") <= MOST_CLICKS


def test_agreement_of_two_terms_opens_the_window_of_thirty_days(people, tmp_path):
    number, who = to_the_committee(people, tmp_path)
    mediator, chair = people("mediator"), people("chair")
    held = {"held_at": f"{TODAY}T00:01", "place": "第一调解室", "present": ["P1", "P2"], "result": "双方同意和解"}
    mediator.case(number).act("session", **held, signed=True).shot("session-held")
    mediator.page.locator("main a[href$='/agreement']").first.click()
    mediator.fill(**terms()).press("button[name=check]")
    offered = mediator.page.locator("[data-row]").count()
    mediator.page.get_by_role("button", name="增加一行").click()
    rows = mediator.page.locator("[data-row]").count()
    total = mediator.shot("terms").page.locator("p.sum").inner_text()
    mediator.send()
    mediator.case(number).page.get_by_role("link", name="进入调解室").click()
    with counting(mediator) as signing:
        for party in ("P1", "P2"):
            mediator.page.locator(f"main a[href*='party={party}']").click()
            mediator.fill(name="代表人", sealed=True).send()
    mediator.shot("parties-signed").case(number).act("mediator-signature", signed_on=TODAY)
    with chair.page.expect_navigation():
        chair.page.locator("select[name=post]").select_option(index=1)
    chair.case(number).act("seal", signed_on=TODAY).shot("sealed")

    page = who["registrar"].case(number).shot("in-force")
    standing, paper = page.text, paper_text(page, "人民调解协议书", tmp_path)
    wide = shot_on_a_telephone(page, "in-force")
    picture = shot_for_the_readme(page)
    window = page.page.locator(".clock-line", has_text="申请司法确认").first
    last_day = window.locator("time").first.get_attribute("datetime")
    window.locator("a.chip").first.click()
    explained = page.shot("window-explained").page.locator(".verdict").inner_text()
    with counting(page.case(number)) as applying:
        page.act("application", consents=["P1", "P2"])
    applied = page.shot("application").text

    assert rows == offered + 1
    assert signing.clicks == MOST_TO_SIGN * len(("P1", "P2"))
    assert applying.clicks <= MOST_TO_APPLY * len(("P1", "P2"))
    assert "司法确认申请书" in applied
    assert "50,000.00" in total
    assert "伍万元整" in total
    assert "协议生效" in standing
    assert "伍万元整" in paper
    assert wide <= TELEPHONE
    assert last_day >= IN_30_DAYS
    assert last_day in explained
    assert picture.stat().st_size < 300_000
    assert [word for word in ("agreement", "written") if word in standing] == []


def test_window_explains_its_last_day_in_one_click(people, tmp_path):
    clerk = people("clerk")
    file_dispute(clerk, tmp_path)
    said = clerk.page.locator(".clock-line time").first.get_attribute("datetime")

    clerk.page.locator(".clock-line a.chip").first.click()

    assert said in clerk.shot("explained").page.locator(".verdict").inner_text()
    assert clerk.page.locator("table.days tbody tr").count() > 1
