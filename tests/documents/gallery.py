"""Every kind of paper with all its fields, for a plain case and for one of the longest names and sixty terms.

`make papers` draws them into out/papers/ as PDF and PNG, beside those that the rooms made for the demonstration city.
"""

import subprocess
import sys
from pathlib import Path

from casework.base.phrases import phrase
from casework.documents.blocks import (
    Block,
    Clauses,
    Heading,
    KeyValueTable,
    Note,
    Para,
    ReplySlip,
    SignatureRoom,
    Table,
)
from casework.documents.draw import draw
from casework.documents.fonts import Fonts, fonts_in
from casework.documents.kinds import Kind, kinds
from casework.documents.paper import Paper
from tests.documents import samples

COMMITTEE, STATION, OFFICE = (
    "黄石市知识产权纠纷人民调解委员会",
    "黄石港知识产权保护工作站",
    "黄石市市场监督管理局",
)
LONG_OFFICE = "黄石经济技术开发区·铁山区知识产权纠纷人民调解委员会（驻黄石市知识产权保护中心）"
PEOPLE = ("applicants", "complainant", "requester", "holder", "principal", "creditors", "right_holder", "party")
OTHERS = ("respondents", "respondent", "reported", "debtors", "agent", "suspect", "recipient")
LONG_TEXTS = ("facts", "content", "findings", "pleadings", "report", "statements", "questions", "evidence")
DATES = ("accepted_on", "closed_on", "filed_on", "due", "valid_until", "old_end", "new_end", "received_on", "reply_due")
DONE = ("paid_on", "decided_on", "visited_on", "urged_on", "concluded_on", "served_on", "taken_on", "from", "until")
INSTANTS = ("received_at", "reported_at", "decided_at", "handed_at", "sent_at", "registered_at", "time")
FORMS = ("form", "application", "cover")
TERMS = ("D-16", "D-17", "DOC-A7", "DOC-C9", "DOC-P3", "DOC-P7", "DOC-E4")
TOLD = {
    "title": "湖北楚天公司与图尔荪商标侵权纠纷",
    "number": "（2026）黄知调字第1号",
    "case_number": "（2026）黄知调字第1号",
    "copies": "三",
    "amount": "￥12,500.00（大写：人民币壹万贰仟伍佰元整）",
    "claimed": "￥50,000.00（大写：人民币伍万元整）",
    "phone": "0714-6520001",
    "contact": "张〇，0714-6520001，黄石市杭州西路88号",
    "mediator": f"王{samples.RARE[1]}",
    "mediators": f"王{samples.RARE[1]}、李{samples.RARE[2]}",
    "pending": "有：（2026）鄂02知民初15号，大冶市人民法院",
    "right_number": "第12345678号",
    "retention": "长期",
    "court": "大冶市人民法院",
}


def paper_of(kind: Kind, *, long: bool = False) -> Paper:
    """A paper of a kind that tells every mandatory field and leaves every place."""
    fields = {name: value(name, long=long) for name in (*kind.mandatory, *_columns(kind))}
    office = LONG_OFFICE if long else _office(kind)
    number = kind.pattern.format(office="黄市监", year=2026, n=12) if kind.pattern else ""
    return Paper(
        kind=kind.kind,
        title=kind.title,
        office=office,
        issued_on=samples.ON,
        number=number or fields.get("number", ""),
        addressee="" if kind.look in FORMS else samples.LONGEST if long else samples.APPLICANT,
        seal="seal" in kind.places,
        copies=3,
        fields=fields,
        blocks=tuple(_blocks(kind, fields, long=long)),
    )


def value(name: str, *, long: bool) -> str:
    """What a field tells."""
    other = samples.RESPONDENT
    if name in PEOPLE:
        return f"{samples.LONGEST}、{samples.APPLICANT}" if long else samples.APPLICANT
    if name in OTHERS:
        return f"{other}、{samples.LONGEST}" if long else other
    if name == "parties":
        return f"{samples.LONGEST if long else samples.APPLICANT}、{other}"
    if name in LONG_TEXTS:
        return samples.FACTS * (6 if long else 1)
    if name in (*DATES, *DONE, *INSTANTS):
        return f"2026年11月20日{' 09:30' if name in INSTANTS else ''}"
    return TOLD.get(name) or f"（{phrase(f'documents.field.{name}', lang='zh')}的内容，依照卷宗记载填写）"


def papers(*, long: bool = False) -> dict[str, Paper]:
    """A paper of every kind."""
    return {kind.kind: paper_of(kind, long=long) for kind in kinds().values()}


def _columns(kind: Kind) -> list[str]:
    return [name for name in kind.places if name not in ("signatures", "seal", "reply_slip")]


def _office(kind: Kind) -> str:
    return COMMITTEE if kind.kind.startswith("D-") else STATION if kind.kind.startswith("R-") else OFFICE


def _blocks(kind: Kind, fields: dict[str, str], *, long: bool) -> list[Block]:
    rows = tuple((phrase(f"documents.field.{name}", lang="zh"), told) for name, told in fields.items())
    found: list[Block] = [KeyValueTable(rows)] if kind.look in FORMS else _letter(rows)
    if kind.kind in TERMS:
        found += _terms(60 if long else 3)
    who = samples.LONGEST if long else samples.APPLICANT
    if "signatures" in kind.places:
        found.append(SignatureRoom(((who, True), (samples.RESPONDENT, False), (f"经办人 王{samples.RARE[1]}", False))))
    if "reply_slip" in kind.places:
        found.append(ReplySlip(OFFICE, f"你单位《{kind.title}》及所附材料共3件已于　　年　　月　　日　　时收到。"))
    return found


def _letter(rows: tuple[tuple[str, str], ...]) -> list[Block]:
    short = [row for row in rows if len(row[1]) < 40]
    long = [row for row in rows if len(row[1]) >= 40]
    return [
        Para(f"根据有关法律规定，现将有关事项函告如下：{'；'.join(f'{label}：{told}' for label, told in short)}。"),
        *(part for label, told in long for part in (Heading(label), Para(told))),
        Note("联系人：张〇，联系电话：0714-6520001。"),
    ]


def _terms(count: int) -> list[Block]:
    clause = (
        f"{samples.RESPONDENT}于2026年12月31日前向{samples.APPLICANT}支付￥12,500.00（大写：人民币壹万贰仟伍佰元整）。"
    )
    row = (samples.RESPONDENT, samples.APPLICANT, "￥12,500.00", "2026年12月31日", "转账，黄石市")
    rows = tuple((str(n), *row) for n in range(1, count + 1))
    head = ("序号", "债务人", "债权人", "金额", "期限", "方式和地点")
    return [Heading("具体内容"), Clauses((clause,) * count), Table(head, rows, (6, 20, 24, 16, 16, 18))]


def made_by_the_rooms() -> dict[str, Paper]:
    """The newest paper of each kind that the demonstration city made."""
    from casework.base.db import db
    from casework.documents.models import PaperRecord
    from casework.documents.paper import from_data

    found = {}
    for record in db.session.query(PaperRecord).order_by(PaperRecord.id):
        found[record.kind] = from_data(record.data)
    return found


def write(told: dict[str, Paper], fonts: Fonts, folder: Path) -> None:
    """Draw papers into a folder, and a picture of each page."""
    folder.mkdir(parents=True, exist_ok=True)
    for each in (*folder.glob("*.pdf"), *folder.glob("*.png")):
        each.unlink()
    for name, paper in told.items():
        file = folder / f"{name}.pdf"
        file.write_bytes(draw(paper, fonts))
        subprocess.run(["pdftoppm", "-r", "60", "-png", str(file), str(folder / name)], check=True)


def main() -> None:
    """out/papers/{full,longest,made}."""
    from datetime import UTC, datetime
    from tempfile import TemporaryDirectory

    from flask_migrate import upgrade

    from casework.web.app import create_app
    from casework.web.demo import load_demonstration

    root = Path(__file__).parents[2]
    out, fonts = root / "out" / "papers", fonts_in(root / "var" / "assets" / "fonts")
    write(papers(), fonts, out / "full")
    write(papers(long=True), fonts, out / "longest")
    with TemporaryDirectory() as folder:
        settings = {"SQLALCHEMY_DATABASE_URI": f"sqlite:///{folder}/papers.db", "CASEWORK_INSTANCE": folder}
        with create_app(settings).app_context():
            upgrade()
            load_demonstration(datetime.now(UTC))
            write(made_by_the_rooms(), fonts, out / "made")
    sys.stdout.write(f"{sum(1 for _ in out.rglob('*.pdf'))} papers in {out.relative_to(root)}\n")


if __name__ == "__main__":
    main()
