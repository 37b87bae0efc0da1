"""The essential acts in browsers that run no scripts: every one of them is a link, a form and a button."""

import pytest

from tests.browser.walk import CODE, IN_20_DAYS, IN_30_DAYS, TELEPHONE, TODAY, file_dispute, to_the_committee

pytestmark = pytest.mark.browser
PLAIN = {"java_script_enabled": False}
TERM = {"kind": "pay", "debtor": "P2", "creditor": "P1", "manner": "转账"}
AMOUNTS = ("10000", "2万元", "5000", "3000")
HELD = {"held_at": f"{TODAY}T00:01", "place": "第一调解室", "present": ["P1", "P2"], "result": "双方同意和解"}


def written(mediator, number: str) -> str:
    """A text of four terms: three rows are offered, the fourth is asked for; what the page of it says."""
    mediator.case(number).page.locator("main a[href$='/agreement']").first.click()
    rows = {n: {**TERM, "fen": fen, "due": IN_20_DAYS if n else IN_30_DAYS} for n, fen in enumerate(AMOUNTS)}
    asked = {n: {f"terms__{n}__{name}": value for name, value in row.items()} for n, row in rows.items()}
    mediator.fill(**asked[0], **asked[1], **asked[2])
    mediator.press("main form button[data-add-row]")
    mediator.fill(**asked[3]).press("button[name=check]")
    total: str = mediator.shot("terms").page.locator("p.sum").inner_text()
    mediator.send()
    return total


def signed_by_the_party(visitor, clerk, number: str) -> str:
    """The applicant enters with its code on a telephone, reads and signs; its receipt."""
    clerk.page.goto(f"{clerk.address}/cases/{number}/codes")
    clerk.press("main form button")
    code = clerk.page.locator(".slip .code").inner_text()
    party = visitor(viewport={"width": TELEPHONE, "height": 844}, **PLAIN)
    party.page.goto(f"{party.address}/portal/")
    party.page.fill("[name=number]", number)
    party.page.fill("[name=code]", code)
    party.press("button.main")
    party.page.get_by_role("link", name="阅读并签署").click()
    party.page.fill("[name=name]", "陈磁湖")
    party.page.fill("[name=tail]", CODE[-4:])
    party.page.locator("[name=read]").check()
    party.press("form.act button.main")
    receipt: str = party.page.locator("main").inner_text()
    return receipt


def test_dispute_goes_from_the_counter_into_force_without_scripts(people, visitor, tmp_path):
    number, who = to_the_committee(people, tmp_path, told={"applicant_code": CODE}, **PLAIN)
    mediator, chair, registrar = people("mediator", **PLAIN), people("chair", **PLAIN), who["registrar"]
    mediator.case(number).act("session", **HELD, signed=True)
    total = written(mediator, number)
    receipt = signed_by_the_party(visitor, registrar, number)
    registrar.page.goto(f"{registrar.address}/submissions")
    registrar.press(f"section.submission:has-text('{number}') button.main")
    mediator.case(number).act("signature", party="P2", signed_on=TODAY, name="代表人", sealed=True)
    mediator.act("mediator-signature", how="e_signature", read=True, password="casework-demo")
    chair.page.locator("select[name=post]").select_option(index=1)
    chair.press("form.post button")
    chair.case(number).act("seal", signed_on=TODAY)
    standing = registrar.case(number).text
    registrar.page.goto(f"{registrar.address}/cases")
    registrar.fill(q=number).send()
    found = registrar.page.locator("tbody tr").count()

    assert "38,000.00" in total
    assert "黄知收" in receipt
    assert "协议生效" in standing
    assert "（电子签署本）" in standing
    assert found == 1


def test_transfer_goes_out_and_is_signed_for_without_scripts(people, tmp_path):
    officer, head, culture = (people(login, **PLAIN) for login in ("officer", "head", "culture"))
    number = file_dispute(officer, tmp_path, right_kind="copyright", right_number="")
    agency = {"label": "黄石市文化市场综合执法支队"}
    officer.act("draft", kind="K1", office_id=agency, reason="属文化执法机构管辖").act("submission")
    head.case(number).act("approval")
    officer.case(number).act("sending")
    culture.page.goto(f"{culture.address}/?due=waits")
    culture.shot("waiting").page.locator("tr", has_text=number).locator("a[href$='/receipt']").click()
    culture.fill(receiver="万芳").send()

    assert "万芳" in officer.case(number).text
