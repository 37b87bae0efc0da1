"""A party at its telephone, without an account: each task of its row within its clicks, nothing of the other side's."""

import pytest

from tests.browser.counting import counting
from tests.browser.walk import IN_20_DAYS, TELEPHONE, TODAY, barriers, to_the_committee

pytestmark = pytest.mark.browser
CODE = "91420200747989231U"
TERM = {"kind": "pay", "debtor": "P2", "creditor": "P1", "manner": "转账", "due": IN_20_DAYS, "fen": "3万元"}
MOST_TO_CHOOSE, MOST_TO_SIGN, MOST_TO_PROVE, MOST_TO_RATE = 3, 3, 3, 2


def enter(visitor, clerk, number: str, party: int = 0):
    """The party's page on a telephone, entered with the code that the clerk printed."""
    clerk.page.goto(f"{clerk.address}/cases/{number}/codes")
    clerk.press("main form button", nth=party)
    code = clerk.page.locator(".slip .code").inner_text()
    window = visitor(viewport={"width": TELEPHONE, "height": 844})
    window.page.goto(f"{window.address}/portal/")
    window.page.fill("[name=number]", number)
    window.page.fill("[name=code]", code)
    window.press("button.main")
    window.page.wait_for_url("**/portal/case")
    return window


def seal(chair, number: str) -> None:
    """The chair seals the text, in the post of the chair."""
    with chair.page.expect_navigation():
        chair.page.locator("select[name=post]").select_option(index=1)
    chair.case(number).act("seal", signed_on=TODAY)


def seen(window) -> tuple[list[str], int]:
    """What axe finds on the page, and how wide it is on the telephone."""
    return barriers(window), window.page.evaluate("document.documentElement.scrollWidth")


def test_party_wishes_for_a_mediator_in_three_clicks(people, visitor, tmp_path):
    number, who = to_the_committee(people, tmp_path, named=False)
    party = enter(visitor, who["registrar"], number)
    with counting(party) as choosing:
        party.page.get_by_role("link", name="选择调解员").click()
        party.page.locator("[name=mediator]").select_option(label="吕堃")
        looks = seen(party)
        party.press("form.act button.main")

    assert looks == ([], TELEPHONE)
    assert choosing.clicks + 1 <= MOST_TO_CHOOSE
    assert "/portal/receipt/" in party.page.url


def test_party_reads_signs_proves_and_rates(people, visitor, tmp_path):
    number, who = to_the_committee(people, tmp_path, told={"applicant_code": CODE})
    mediator, registrar = people("mediator"), who["registrar"]
    held = {"held_at": f"{TODAY}T00:01", "place": "第一调解室", "present": ["P1", "P2"], "result": "双方同意和解"}
    mediator.case(number).act("session", **held, signed=True)
    mediator.page.locator("main a[href$='/agreement']").first.click()
    mediator.fill(**{f"terms__0__{name}": value for name, value in TERM.items()}).send()
    party = enter(visitor, registrar, number)

    with counting(party) as signing:
        party.page.get_by_role("link", name="阅读并签署").click()
        text, looks = party.page.locator("main").inner_text(), [seen(party)]
        party.page.fill("[name=name]", "陈磁湖")
        party.page.fill("[name=tail]", CODE[-4:])
        party.page.locator("[name=read]").check()
        party.press("form.act button.main")
    receipt = party.page.locator("main").inner_text()
    registrar.page.goto(f"{registrar.address}/submissions")
    registrar.press(f"section.submission:has-text('{number}') button.main")
    mediator.case(number).act("signature", party="P2", signed_on=TODAY, name="代表人", sealed=True)
    mediator.act("mediator-signature", signed_on=TODAY)
    seal(people("chair"), number)
    if registrar.case(number).page.locator("main a[href$='/schedule']").count():  # else the standing job was faster
        registrar.act("schedule")

    party.page.goto(f"{party.address}/portal/case")
    looks.append(seen(party))
    duties = party.page.locator("section:has(#duties)").inner_text()
    with counting(party) as proving:
        party.page.get_by_role("link", name="提交履行凭证").click()
        party.page.fill("[name=done_on]", TODAY)
        party.page.set_input_files("[name=files]", str(tmp_path / "购买票据.txt"))
        looks.append(seen(party))
        party.press("form.act button.main")
    party.page.goto(f"{party.address}/portal/case")
    with counting(party) as rating:
        party.page.get_by_role("link", name="评价").click()
        party.page.select_option("[name=result]", "5")
        party.page.select_option("[name=service]", "4")
        looks.append(seen(party))
        party.press("form.act button.main")
    party.page.goto(f"{party.address}/portal/case")

    assert ("SHA-256" in receipt or "指纹" in receipt, "30,000" in text) == (True, True)
    assert signing.clicks <= MOST_TO_SIGN
    assert proving.clicks <= MOST_TO_PROVE
    assert rating.clicks <= MOST_TO_RATE
    assert "30,000" in duties
    assert looks == [([], TELEPHONE)] * 4
