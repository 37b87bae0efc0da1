"""Words that several papers of a mediation share. Papers are Chinese whatever the reader's language."""

from collections.abc import Sequence
from datetime import date, datetime

from sqlalchemy import select

from casework.base.db import db
from casework.base.money import grouped
from casework.base.phrases import has_phrase, phrase
from casework.base.wallclock import local_time
from casework.documents.blocks import Block
from casework.documents.kinds import kinds
from casework.documents.models import PaperRecord
from casework.documents.paper import KeyValueTable, Paper
from casework.identifiers.amounts import capitals
from casework.mediation.agreements import Agreement, Term
from casework.procedure.models import Proceeding
from casework.procedure.step import Ask
from casework.records.models import Case, Party

Rows = Sequence[tuple[str, str | None]]


def zh(key: str, **values: object) -> str:
    """A phrase in Chinese."""
    return phrase(key, lang="zh", **values)


def word(words: str, code: str | None) -> str:
    """The Chinese word of a code, the code itself where the catalogue has none."""
    key = f"{words}.{code}"
    return zh(key) if has_phrase(key) else str(code or zh("paper.mediation.nothing"))


def day(value: date | None) -> str:
    """2026年3月5日, or a dash."""
    return f"{value.year}年{value.month}月{value.day}日" if value else zh("paper.mediation.nothing")


def moment(value: datetime | None) -> str:
    """2026年3月5日 14:30, Shanghai."""
    return f"{day(local_time(value).date())} {local_time(value):%H:%M}" if value else day(None)


def names(parties: Sequence[Party]) -> str:
    """Names in one line."""
    return "、".join(party.name for party in parties)


def side(case: Case, role: str) -> str:
    """The parties of one side with what is known to reach them."""
    return "\n".join(person(party) for party in case.of_role(role))


def person(party: Party) -> str:
    """A party as papers name it: name, representative, address, phone; never an identity number."""
    told = [
        ("representative", party.representative),
        ("agent", party.agent),
        ("address", party.address),
        ("phone", party.phone),
    ]
    return "，".join([party.name, *(zh(f"paper.mediation.{name}", value=value) for name, value in told if value)])


def dispute(case: Case) -> str:
    """Kinds of right and matter in one line."""
    rights = "、".join(dict.fromkeys(word("right_kind", right.kind) for right in case.rights))
    return f"{rights}{word('matter', case.matter)}"


def clause(term: Term) -> str:
    """A duty as the agreement prints it: who, to whom, what, until when, how, where."""
    creditor = zh("paper.mediation.to", name=term.creditor.name) if term.creditor else ""
    due = zh("paper.mediation.until", day=day(term.due)) if term.due else ""
    money = zh("paper.mediation.pays", yuan=grouped(term.fen), capitals=capitals(term.fen)) if term.fen else ""
    how = [zh("paper.mediation.manner", value=term.manner)] if term.manner else []
    where = [zh("paper.mediation.place", value=term.place)] if term.place else []
    account = [zh("paper.mediation.account", value=term.account)] if term.account else []
    what = f"{term.debtor.name}{due}{creditor}{money}" if money else f"{term.debtor.name}{due}{creditor}：{term.text}"
    more = [term.text] if money and term.text else []
    return "；".join([what, *how, *where, *account, *more]) + "。"


def total(agreement: Agreement) -> str:
    """The sum in figures and Chinese capitals."""
    return zh("paper.mediation.total", yuan=grouped(agreement.sum_fen), capitals=capitals(agreement.sum_fen))


def table(rows: Rows) -> tuple[KeyValueTable, dict[str, str]]:
    """The rows as a form table with Chinese labels, and as the fields that the rules ask for."""
    told = {name: value or zh("paper.mediation.nothing") for name, value in rows}
    return KeyValueTable(tuple((zh(f"paper.mediation.{name}.label"), value) for name, value in told.items())), told


def titles_of(proceeding: Proceeding) -> list[str]:
    """The papers that a proceeding has made so far, numbered for a list of enclosures."""
    asked = select(PaperRecord.title).where(PaperRecord.proceeding_id == proceeding.id).order_by(PaperRecord.id)
    titles = list(dict.fromkeys(db.session.scalars(asked)))
    return [f"{place}. {title}" for place, title in enumerate(titles, start=1)]


def make(
    ask: Ask,
    kind: str,
    rows: Rows,
    *blocks: Block,
    number: str = "",
    addressee: str = "",
    seal: bool = True,
    copies: int = 1,
) -> Paper:
    """A paper of the handling office: a form table, then the blocks."""
    first, fields = table(rows)
    known = kinds().get(kind)
    return Paper(
        kind=kind,
        title=known.title if known else zh(f"paper.mediation.{kind}.title"),
        office=ask.actor.office_name,
        issued_on=ask.today,
        blocks=(first, *blocks),
        fields=fields,
        number=number,
        addressee=addressee,
        seal=seal,
        copies=copies,
    )
