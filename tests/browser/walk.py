"""What several journeys in the browser share: filing on one screen, papers as text, widths, and axe."""

import subprocess
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

NOW = datetime.now(ZoneInfo("Asia/Shanghai"))
TODAY, IN_20_DAYS, IN_30_DAYS = ((NOW + timedelta(days=days)).date().isoformat() for days in (0, 20, 30))
ROOT = Path(__file__).parents[2]
AXE = ROOT / "var" / "assets" / "js" / "axe.min.js"
WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"]
DESK, TELEPHONE = 1280, 390
MOST_INPUTS, MOST_CLICKS = 14, 2
CODE = "91420200747989231U"
INPUTS = {
    "applicant_name": "黄石磁湖传感器有限公司",
    "applicant_phone": "0714-6350000",
    "applicant_address": "黄石市下陆区磁湖路88号",
    "respondent_name": "大冶市青龙机电经营部",
    "respondent_address": "大冶市东风路15号",
    "right_kind": "trademark",
    "right_number": "第7654321号",
    "facts_told": "被申请人在门店销售带有申请人注册商标的传感器。",
    "request": "停止侵权,赔偿损失五万元。",
    "claim": "5万元",
}


def file_dispute(person, tmp_path: Path, **changes) -> str:
    """Register a dispute with an evidence file on the one screen; the number of the case."""
    evidence = tmp_path / "购买票据.txt"
    evidence.write_text("2026年购买传感器一只,320元", "utf-8")
    person.page.goto(f"{person.address}/cases/new")
    person.fill(**{**INPUTS, **changes}, files=str(evidence)).shot("new-case").send()
    return person.page.locator(".case-number").first.inner_text().strip()


def to_the_committee(people, tmp_path, *, named=True, told=None, **options) -> tuple[str, dict]:
    """Filed at the station, taken over, opened, accepted and given to a mediator; number and people."""
    clerk, registrar = people("clerk", **options), people("registrar", **options)
    number = file_dispute(clerk, tmp_path, **(told or {}))
    clerk.shot("registered").act("hand-over", committee_id={"index": 0}).shot("handed-over")
    registrar.shot("day-list").case(number).act("reception")
    registrar.act("request", origin="handed_over").act("review").act("acceptance", rights_told_on=TODAY)
    if not named:
        return number, {"clerk": clerk, "registrar": registrar}
    naming = {"mediator_id": {"label": "吕堃"}, "presiding": True, "conflict": "none"}
    registrar.act("mediators", **{f"mediators__0__{name}": value for name, value in naming.items()})
    return number, {"clerk": clerk, "registrar": registrar.shot("mediator-named")}


def paper_text(person, title: str, tmp_path: Path) -> str:
    """The text of a paper of the case on the page, read out of its PDF by another program."""
    link = person.page.locator("main a[href*='/papers/']", has_text=title).first
    answer = person.page.request.get(person.address + link.get_attribute("href"))
    assert answer.body().startswith(b"%PDF-")
    stored = tmp_path / "paper.pdf"
    stored.write_bytes(answer.body())
    read = subprocess.run(["pdftotext", "-raw", stored, "-"], capture_output=True, check=True, timeout=30)
    return "".join(read.stdout.decode().split())


def shot_on_a_telephone(person, name: str) -> int:
    """Keep the page as a telephone shows it; how many pixels its content is wide there."""
    with person.moved_by_us():
        person.page.set_viewport_size({"width": TELEPHONE, "height": 844})
        person.shot(f"{name}-{TELEPHONE}")
        wide: int = person.page.evaluate("document.documentElement.scrollWidth")
        person.page.set_viewport_size({"width": DESK, "height": 900})
    return wide


def shot_for_the_readme(person) -> Path:
    """Keep the upper part of the page as `make shots` copies it into docs/pictures; where it lies."""
    person.page.set_viewport_size({"width": DESK, "height": 1000})
    kept = ROOT / "out" / "shots" / "case-page.png"
    person.page.screenshot(path=kept)
    return kept


def barriers(person) -> list[str]:
    """What axe finds against WCAG A and AA on the page, with the place of each."""
    person.page.evaluate(AXE.read_text("utf-8"))
    return person.page.evaluate(
        "tags => axe.run({runOnly: tags}).then(r => r.violations.flatMap("
        "v => v.nodes.map(n => v.id + ' ' + n.target.join(' '))))",
        WCAG,
    )
