"""The main job from end to end in a real browser; pictures of each page are kept under out/shots."""

import re
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from casework.base.wallclock import SHANGHAI

pytestmark = pytest.mark.browser
TODAY = datetime.now(SHANGHAI).date()
DUE = (TODAY + timedelta(days=20)).isoformat()
AXE = Path(__file__).parents[2] / "var" / "assets" / "js" / "axe.min.js"
FILING = {
    "applicant_name": "黄石样例机电有限公司",
    "applicant_phone": "0714-6520000",
    "applicant_address": "黄石市下陆区杭州西路1号",
    "respondent_name": "阳新县样例商行",
    "respondent_phone": "0714-7320000",
    "right_kind": "trademark",
    "right_number": "第1234567号",
    "facts_told": "被申请人在门店销售带有申请人注册商标的电机。",
    "request": "停止侵权,赔偿损失五万元。",
    "claim": "5万元",
}


def filed(person, tmp_path, **changes) -> str:
    """Register a dispute on the one screen; the number of the case."""
    evidence = tmp_path / "现场照片.txt"
    evidence.write_text("照片说明", "utf-8")
    person.page.goto(f"{person.address}/cases/new")
    person.fill(**{**FILING, **changes}, files=str(evidence)).shot("new-filled").send()
    return person.page.locator(".case-number").first.inner_text().strip()


def paper(person, title: str) -> bytes:
    """The PDF of a paper on the page, by its title."""
    link = person.page.locator("main a[href*='/papers/']", has_text=title).first
    answer = person.page.request.get(person.address + link.get_attribute("href"))
    assert answer.ok
    return answer.body()


def to_agreement(people, tmp_path) -> tuple[str, dict]:
    """A dispute filed at a station, mediated and agreed; the number and the people."""
    clerk, registrar, mediator = people("clerk"), people("registrar"), people("mediator")
    number = filed(clerk, tmp_path)
    clerk.shot("registered").act("hand-over", committee_id={"index": 0}).shot("handed-over")
    registrar.shot("day").case(number).act("reception").act("request", origin="handed_over").act("review")
    registrar.act("acceptance", rights_told_on=TODAY.isoformat()).shot("accepted")
    registrar.page.locator("main a[href$='/mediators']").first.click()
    registrar.shot("naming")
    registrar.fill(mediators__0__mediator_id={"label": "吕堃"}, mediators__0__presiding=True)
    registrar.fill(mediators__0__conflict="none").send()
    return number, {"clerk": clerk, "registrar": registrar, "mediator": mediator}


def test_clerk_files_within_fourteen_inputs_and_prints_the_receipt(people, tmp_path):
    clerk = people("clerk")
    number = filed(clerk, tmp_path)

    body = paper(clerk, "登记回执")

    assert len(FILING) + 1 <= 14
    assert re.fullmatch(r"黄知案\d{4}-\d{6}", number)
    assert body.startswith(b"%PDF-")
    assert "现场照片.txt" in clerk.shot("case").text


def test_filing_works_on_a_telephone_and_without_scripts(people, tmp_path):
    clerk = people("clerk", viewport={"width": 390, "height": 800}, java_script_enabled=False)

    number = filed(clerk, tmp_path)

    assert number in clerk.shot("case").page.title() + clerk.text
    assert clerk.page.locator("body").bounding_box()["width"] <= 390


def test_dispute_goes_from_the_station_to_an_agreement_in_force(people, tmp_path):
    number, who = to_agreement(people, tmp_path)
    mediator, registrar = who["mediator"], who["registrar"]
    mediator.case(number).page.locator("main a[href$='/session']").first.click()
    mediator.fill(
        held_at=f"{TODAY}T00:01", place="调解室", present=["P1", "P2"], result="双方同意和解", signed=True
    ).send()
    mediator.shot("session-held").case(number).page.locator("main a[href$='/agreement']").first.click()
    term = {"kind": "pay", "debtor": "P2", "creditor": "P1", "fen": "50000", "due": DUE, "manner": "转账"}
    mediator.fill(**{f"terms__0__{name}": value for name, value in term.items()}, terms__0__text="支付赔偿款")
    mediator.shot("terms").send().shot("agreed-text")
    for party in ("P1", "P2"):
        mediator.case(number).act("signature", party=party, signed_on=TODAY.isoformat(), name="代表人", sealed=True)
    mediator.case(number).act("mediator-signature", signed_on=TODAY.isoformat())
    chair = people("chair")
    with chair.page.expect_navigation():
        chair.page.locator("select[name=post]").select_option(index=1)
    chair.case(number).act("seal", signed_on=TODAY.isoformat())

    page = registrar.case(number).shot("in-force")

    assert "协议生效" in page.text
    assert "申请司法确认" in page.text
    assert paper(page, "人民调解协议书").startswith(b"%PDF-")

    today = TODAY.isoformat()
    registrar.act("application", consents=["P1", "P2"]).shot("application")
    materials = ["application", "agreement", "presiding_proof", "right_proof", "identity", "service_address"]
    registrar.case(number).act("filing", filed_on=today, channel="window", materials=materials).shot("filed")
    registrar.case(number).act("docketing", docketed_on=today, number="（2026）鄂0281民特12号")
    registrar.case(number).act("ruling", ruled_on=today, number="（2026）鄂0281民特12号").shot("confirmed")
    registrar.case(number).act("schedule")
    registrar.case(number).act("proof", done_on=today, fen="50000", how="transfer").shot("performed")

    assert "裁定有效" in registrar.case(number).text
    assert "履行完毕" in registrar.shot("end").text
    assert paper(registrar, "司法确认申请书").startswith(b"%PDF-")


def test_clerk_is_told_why_a_button_is_grey(people, tmp_path):
    clerk = people("clerk")
    filed(clerk, tmp_path)

    clerk.shot("case")

    assert "受理" in clerk.text
    assert clerk.page.locator("main details").count() > 0


def test_date_explains_itself_in_one_click(people, tmp_path):
    clerk = people("clerk")
    filed(clerk, tmp_path)

    clerk.page.locator("main a[href*='/clocks/']").first.click()

    assert "当日不计入" in clerk.shot("explained").text


def test_mistakes_stand_beside_their_fields_and_nothing_is_lost(people):
    clerk = people("clerk")
    clerk.page.goto(f"{clerk.address}/cases/new")

    clerk.fill(applicant_name="留下的名字", claim="很多钱").send().shot("mistakes")

    assert clerk.page.locator("[name=applicant_name]").input_value() == "留下的名字"
    assert clerk.page.locator("[name=claim]").input_value() == "很多钱"
    assert clerk.page.locator("#claim-said").inner_text().startswith("无法识别为金额")


def test_second_of_two_people_learns_who_was_faster(people, tmp_path):
    one, other = people("clerk"), people("clerk")
    number = filed(one, tmp_path)
    for person in (one, other):
        person.case(number).page.locator("main a[href$='/correction-notice']").first.click()
        person.fill(missing="营业执照")

    one.send()
    other.send().shot("too-late")

    assert "周晓岚" in other.text
    assert "补正" in other.text


def test_crime_is_suspected_reported_and_refused_to_a_deputy(people, tmp_path):
    officer, head, deputy = people("officer"), people("head"), people("deputy")
    number = filed(officer, tmp_path)
    officer.act("lead", suspected="销售假冒注册商标的商品").shot("lead")
    officer.case(number).act("suspicion", crime="214", suspicion="销售金额较大,需要侦查").shot("suspected")
    head.case(number).act("team", officers="方志远、余思敏").shot("team")
    officer.case(number).act("report", report="经核实,涉嫌销售假冒注册商标的商品罪").shot("reported")

    deputy.case(number).shot("deputy")

    assert deputy.page.locator("main a[href$='/approval']").count() == 0
    assert "正职负责人" in deputy.text


def test_chief_approves_and_the_police_sign_and_file(people, tmp_path):
    officer, head, chief, police = (people(login) for login in ("officer", "head", "chief", "police"))
    number = filed(officer, tmp_path)
    officer.act("lead", suspected="销售假冒注册商标的商品").case(number)
    officer.act("suspicion", crime="214", suspicion="销售金额较大,需要侦查")
    head.case(number).act("team", officers="方志远、余思敏")
    officer.case(number).act("report", report="经核实,涉嫌犯罪")
    chief.case(number).act("approval").shot("approved")
    officer.case(number).page.locator("main a[href$='/sending']").first.click()
    officer.shot("sending").fill(office_id={"label": "黄石市公安局"}, contact="方志远 0714-6350000")
    for name in ("letter", "report", "goods", "other"):
        officer.fill(**{name: True})
    officer.fill(appraisal_reason="商标权利人已出具鉴别意见").send().shot("sent")

    police.shot("day").case(number).act("receipt", receiver="袁勇").shot("received")
    police.case(number).act("filing", number="黄公刑立字〔2026〕1号").shot("filed")

    assert "已立案" in police.text or "立案" in police.text
    assert paper(officer.case(number), "移送书").startswith(b"%PDF-")


def test_transfer_to_another_agency_is_received_or_returned(people, tmp_path):
    officer, head, culture = people("officer"), people("head"), people("culture")
    number = filed(officer, tmp_path, right_kind="copyright", right_number="")
    officer.act("draft", kind="K1", office_id={"label": "黄石市文化市场综合执法支队"}, reason="属文化执法机构管辖")
    officer.case(number).act("submission")
    head.case(number).act("approval")
    officer.case(number).act("sending").shot("sent")

    culture.shot("day").case(number).act("receipt", receiver="万芳").shot("received")
    culture.case(number).act("return", reason="不属本机构管辖").shot("returned")

    assert "退回" in culture.case(number).text


def test_statistician_opens_the_month(people):
    statistician = people("statistician")
    statistician.page.goto(f"{statistician.address}/figures")

    assert "等式成立" in statistician.shot("month").text


@pytest.mark.parametrize("path", ["/", "/cases", "/cases/new", "/figures", "/procedures", "/procedures/complaint"])
def test_page_has_no_barrier_that_axe_finds(people, path):
    clerk = people("clerk", bypass_csp=True)
    clerk.page.goto(f"{clerk.address}{path}")
    clerk.page.evaluate(AXE.read_text("utf-8"))

    tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"]
    found = clerk.page.evaluate("tags => axe.run({runOnly: tags}).then(r => r.violations.map(v => v.id))", tags)

    assert found == []
