"""With CASEWORK_SHOTS=1 the screens that stand in the middle of a day's work, at both widths, light and dark."""

import os

import pytest

from tests.browser.test_party_journeys import enter
from tests.browser.walk import CODE, DESK, IN_20_DAYS, TELEPHONE, TODAY, file_dispute, to_the_committee

pytestmark = pytest.mark.browser
TERM = {"kind": "pay", "debtor": "P2", "creditor": "P1", "manner": "转账", "due": IN_20_DAYS, "fen": "3万元"}
DOUBTFUL = {"kind": "act", "debtor": "P2", "creditor": "P1", "text": "双方确认涉案商标权归申请人所有"}
CLEAR = {"text": "停止销售涉案商品", "due": IN_20_DAYS, "manner": "下架并销毁库存", "place": "大冶市东风路15号"}
HELD = {"held_at": f"{TODAY}T00:01", "place": "第一调解室", "present": ["P1", "P2"], "result": "双方同意和解"}
GOODS = {"goods_reason": "没有采取强制措施", "appraisal_reason": "权利人已出具鉴别意见"}


def pictures(window, name: str, folder) -> None:
    """The page as it stands, at both widths, light and dark."""
    folder.mkdir(parents=True, exist_ok=True)
    with window.moved_by_us():
        for scheme in ("light", "dark"):
            window.page.emulate_media(color_scheme=scheme)
            for width in (DESK, TELEPHONE):
                window.page.set_viewport_size({"width": width, "height": 900})
                window.page.screenshot(
                    path=folder / f"{width}-{scheme}-{name}.png", full_page=True, animations="disabled"
                )
        window.page.set_viewport_size({"width": DESK, "height": 900})
        window.page.emulate_media(color_scheme="light")


@pytest.fixture
def keep(request):
    """Keeps the pictures of this day: `keep(window, name)`, after going to an address where one is told."""
    from tests.browser.conftest import SHOTS

    def kept(window, name: str, place: str = "", *, act: str = ""):
        if place:
            window.page.goto(window.address + place)
        if act:
            window.page.locator(f"main a[href$='/{act}']").first.click()
        pictures(window, name, SHOTS / request.node.name.removeprefix("test_"))
        return window

    return kept


if os.environ.get("CASEWORK_SHOTS"):

    def test_pictures_of_a_partys_day(people, visitor, keep, tmp_path):
        number, who = to_the_committee(people, tmp_path, named=False, told={"applicant_code": CODE})
        registrar, mediator, chair = who["registrar"], people("mediator"), people("chair")
        party = enter(visitor, registrar, number)
        keep(registrar, "code-slip")
        keep(party, "P3-my-case")
        keep(party, "P4-choose-mediator", "/portal/case/mediator")
        keep(party, "P5-add-a-file", "/portal/case/evidence")
        party.page.set_input_files("[name=files]", str(tmp_path / "购买票据.txt"))
        party.press("form.act button.main")
        keep(party, "P2-receipt")
        keep(registrar, "submissions", "/submissions")
        naming = {"mediator_id": {"label": "吕堃"}, "presiding": True, "conflict": "none"}
        registrar.case(number).act("mediators", **{f"mediators__0__{name}": told for name, told in naming.items()})
        mediator.case(number).act("session", **HELD, signed=True)
        keep(party, "P6-session", "/portal/case")
        mediator.case(number).page.locator("main a[href$='/agreement']").first.click()
        rows = {f"terms__{n}__{name}": told for n, row in enumerate((TERM, DOUBTFUL)) for name, told in row.items()}
        mediator.fill(**rows).press("button[name=check]")
        keep(mediator, "S13-terms-checked")
        mediator.fill(**{f"terms__1__{name}": told for name, told in CLEAR.items()}).press("button[name=preview]")
        keep(mediator, "S13-preview")
        mediator.press("section.preview button.main")
        keep(mediator.case(number), "S14-signing", act="room")
        keep(party, "P7-read-and-sign", "/portal/case/signature")
        party.page.fill("[name=name]", "陈磁湖")
        party.page.fill("[name=tail]", CODE[-4:])
        party.page.locator("[name=read]").check()
        party.press("form.act button.main")
        keep(party, "P7-receipt")
        registrar.page.goto(f"{registrar.address}/submissions")
        for _ in range(2):
            registrar.press(f"section.submission:has-text('{number}') button.main")
        mediator.case(number).act("signature", party="P2", signed_on=TODAY, name="代表人", sealed=True)
        mediator.act("mediator-signature", signed_on=TODAY)
        with chair.page.expect_navigation():
            chair.page.locator("select[name=post]").select_option(index=1)
        chair.case(number).act("seal", signed_on=TODAY)
        if registrar.case(number).page.locator("main a[href$='/schedule']").count():  # else the standing job was faster
            registrar.act("schedule")
        keep(party, "P8-obligations", "/portal/case")
        keep(party, "P8-proof", "/portal/case/proof")
        keep(party, "P9-survey", "/portal/case/survey")
        keep(registrar.case(number), "in-force")
        keep(registrar, "enforceability", f"/cases/{number}/enforceability")

    def test_pictures_of_a_session_that_fails(people, keep, tmp_path):
        number, _who = to_the_committee(people, tmp_path)
        mediator = people("mediator")
        keep(mediator.case(number), "S12-room", act="room")
        mediator.page.locator("summary", has_text="记录调解不成").click()
        keep(mediator, "S15-failure")
        mediator.fill(reason="too_far_apart")
        with mediator.page.expect_navigation():
            mediator.page.get_by_role("button", name="终止调解").click()
        keep(mediator, "S15-next-way")
        keep(mediator.case(number), "ended")

    def test_pictures_of_an_officers_day(people, keep, tmp_path):
        officer, head, chief, police = (people(login) for login in ("officer", "head", "chief", "police"))
        number = file_dispute(officer, tmp_path)
        officer.act("lead", suspected="销售假冒注册商标的商品").case(number)
        keep(officer, "S18-lead-check", act="verification")
        officer.fill(officers="方志远、余思敏").send()
        head.case(number).act("filing", officers="方志远、余思敏", evidence="购买取证的样品一件")
        keep(officer.case(number), "S21-exhibits", act="measure")
        keep(officer.case(number), "S21-threshold", act="threshold-sheet")
        officer.case(number).act("suspicion", crime="214", suspicion="销售金额较大，需要侦查")
        head.case(number).act("team", officers="方志远、余思敏")
        officer.case(number).act("report", report="经核实，涉嫌犯罪")
        keep(chief.case(number), "S19-approval", act="approval").send()
        keep(officer.case(number), "S19-five-items", act="sending")
        officer.fill(**GOODS).send()
        keep(police, "S17-receipts-owed", "/")
        keep(police.case(number), "S20-receipt", act="receipt")
        police.fill(receiver="袁勇").send()
        keep(police.case(number), "S20-reply", act="refusal")
        keep(officer.case(number), "S22-sharing")
        keep(officer, "package", officer.page.locator("main a[href*='/package/']").first.get_attribute("href"))
        officer.press("main form button")
        officer.page.locator("a[href$='.zip']").wait_for(timeout=30_000)
        keep(officer, "package-made")
        keep(officer, "tasks", "/tasks/")
