"""The main act of each day with the keyboard alone: reached by the tab key, typed, sent by Enter, its place always seen."""

import pytest

from tests.browser.walk import (
    CODE,
    IN_20_DAYS,
    INPUTS,
    TELEPHONE,
    barriers,
    file_dispute,
    shot_on_a_telephone,
    to_the_committee,
)

pytestmark = pytest.mark.browser
FARTHEST = 160
PASSWORD = "casework-demo"
HOLIDAYS = "元旦：1月1日（周五）、4日（周一）放假，1月9日（周六）上班。"
TERM = {"fen": "3万元", "due": IN_20_DAYS, "manner": "转账"}
SEEN = "getComputedStyle(document.activeElement).outlineStyle !== 'none'"


class Keys:
    """Somebody who has no mouse."""

    def __init__(self, person) -> None:
        self.page, self.hidden = person.page, []

    def to(self, selector: str) -> "Keys":
        """Tab on until the keyboard stands there; remembers a place that could not be seen."""
        for _ in range(FARTHEST):
            if self.page.evaluate("wanted => document.activeElement.matches(wanted)", selector):
                if not self.page.evaluate(SEEN):
                    self.hidden.append(selector)
                return self
            self.page.keyboard.press("Tab")
        raise AssertionError(f"the tab key does not reach {selector} on {self.page.url}")

    def enter(self, selector: str) -> "Keys":
        """Go there and press Enter: the next page."""
        self.to(selector)
        with self.page.expect_navigation():
            self.page.keyboard.press("Enter")
        return self

    def type(self, **fields: str) -> "Keys":
        """Type into fields of the form by name, in the order of the page."""
        for name, text in fields.items():
            self.to(f"main form [name='{name.replace('__', '-')}']").page.keyboard.insert_text(text)
        return self

    def write(self, **fields: str) -> "Keys":
        """The same over what stands there."""
        for name, text in fields.items():
            self.to(f"main form [name={name}]").page.keyboard.press("Control+A")
            self.page.keyboard.insert_text(text)
        return self

    def pick(self, name: str, value: str) -> "Keys":
        """Choose from a list with the arrow."""
        self.to(f"main form [name={name}]")
        for _ in range(40):
            if self.page.evaluate("document.activeElement.value") == value:
                return self
            self.page.keyboard.press("ArrowDown")
        raise AssertionError(f"{name} does not offer {value}")

    def tick(self, name: str) -> "Keys":
        """Tick a box with the space bar."""
        self.to(f"main form [name={name}]").page.keyboard.press("Space")
        return self


def test_clerk_files_by_keyboard(people):
    clerk = people("clerk")
    keys = Keys(clerk).enter(".nav a[href='/cases/new']")
    typed = clerk.page.evaluate("[...document.querySelectorAll('main form [name]')].map(each => each.name)")
    for name in sorted(INPUTS, key=typed.index):
        keys.pick(name, INPUTS[name]) if name == "right_kind" else keys.type(**{name: INPUTS[name]})

    keys.enter("main form button.main")

    assert keys.hidden == []
    assert INPUTS["respondent_name"] in clerk.shot("filed").text


def test_mediator_keeps_the_record_and_the_party_signs_by_keyboard(people, visitor, tmp_path):
    number, who = to_the_committee(people, tmp_path, told={"applicant_code": CODE})
    mediator, registrar = people("mediator", bypass_csp=True), who["registrar"]
    mediator.case(number)
    keys = Keys(mediator).enter("main a[href$='/room']")
    keys.type(result="双方同意和解").tick("signed").enter("main form button.main")
    recorded = mediator.shot("recorded").page.locator("details.session").inner_text()
    mediator.case(number)
    keys.enter("main a[href$='/agreement']").pick("terms-0-debtor", "P2").pick("terms-0-creditor", "P1")
    keys.type(**{f"terms__0__{name}": value for name, value in TERM.items()}).enter("main form p.acts button.main")
    registrar.page.goto(f"{registrar.address}/cases/{number}/codes")
    registrar.press("main form button")
    code = registrar.page.locator(".slip .code").inner_text()

    party = visitor(viewport={"width": TELEPHONE, "height": 844})
    party.page.goto(f"{party.address}/portal/")
    hand = Keys(party).type(number=number, code=code).enter("main form button.main")
    text = hand.enter("main a[href$='/portal/case/signature']").page.locator("main").inner_text()
    hand.type(name="陈磁湖", tail=CODE[-4:]).tick("read").enter("main form button.main")

    mediator.case(number)
    keys.enter("main a[href$='/mediator-signature']").pick("how", "e_signature").tick("read").type(password=PASSWORD)
    faults, wide = barriers(mediator), shot_on_a_telephone(mediator, "signs-on-the-screen")
    keys.enter("main form p.acts button.main")
    signed = mediator.case(number).text

    assert (faults, wide) == ([], TELEPHONE)
    assert "调解员签名" in signed
    assert keys.hidden + hand.hidden == []
    assert "第一调解室" in recorded
    assert "30,000" in text
    assert "黄知收" in party.page.locator("main").inner_text()


def test_officer_transfers_by_keyboard(people, tmp_path):
    officer = people("officer")
    file_dispute(officer, tmp_path, right_kind="copyright", right_number="")
    keys = Keys(officer).enter("main a[href$='/draft']")
    culture = officer.page.locator("[name=office_id] option", has_text="黄石市文化市场综合执法支队").get_attribute(
        "value"
    )

    keys.pick("kind", "K1").pick("office_id", culture).type(reason="属文化执法机构管辖").enter("main form button.main")

    assert keys.hidden == []
    assert "黄石市文化市场综合执法支队" in officer.shot("drafted").text


def test_administrator_opens_a_station_by_keyboard(people):
    admin = people("admin")
    admin.page.goto(f"{admin.address}/administration/offices")
    keys = Keys(admin).type(name="下陆区东方山知识产权保护工作站", short="黄知站97", login1="li.fang", name1="李芳")

    keys.enter("main form button.main")

    assert keys.hidden == []
    assert "初始口令" in admin.shot("opened").text


def test_administrator_enters_a_year_of_holidays_by_keyboard(people):
    admin = people("admin")
    admin.page.goto(f"{admin.address}/administration/")
    keys = Keys(admin).enter("main a[href='/administration/calendar']")
    keys.type(title="国务院办公厅关于2027年部分节假日安排的通知", text=HOLIDAYS).enter("main form button.main")
    moved = admin.page.locator("section", has_text="2027-01-04").locator("tbody tr").count()

    keys.type(reason="国办通知").enter("button[name=publish]")

    assert (keys.hidden, moved >= 1) == ([], True)
    assert "国办通知" in admin.text


def test_administrator_changes_a_term_by_keyboard(people):
    admin = people("admin")
    admin.page.goto(f"{admin.address}/administration/rules")
    keys = Keys(admin).enter("main a[href$='/rules/CMP-3']")
    keys.write(count="5", valid_from="2027-01-01", basis="新办法第十四条").enter("main form button.main")
    rehearsed = admin.page.locator("#rehearsal").locator("xpath=..").inner_text()

    keys.type(reason="新办法施行").enter("button[name=publish]")

    assert keys.hidden == []
    assert "个在办期限" in rehearsed
    assert "新办法施行" in admin.text


def test_statistician_takes_the_month_by_keyboard(people):
    person = people("statistician")
    person.page.goto(f"{person.address}/figures/tables/ip_monthly")
    keys = Keys(person).to("main a[href*='form=xlsx']")

    with person.page.expect_download() as handed:
        person.page.keyboard.press("Enter")

    assert keys.hidden == []
    assert handed.value.suggested_filename.endswith(".xlsx")
