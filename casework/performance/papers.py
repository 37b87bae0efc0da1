"""The papers of performance: return visit (D-24), urging (D-25), application for enforcement (J-20)."""

from casework.base.money import grouped
from casework.base.phrases import phrase
from casework.documents.kinds import kinds
from casework.documents.paper import Block, Clauses, KeyValueTable, Paper, SignatureRoom, Table
from casework.mediation.printing import day, names, person, word
from casework.performance.models import Obligation
from casework.performance.periods import expired
from casework.performance.rules import of
from casework.procedure.step import Ask, paper


@paper("D-24")
def visit_record(ask: Ask) -> Paper:
    """人民调解回访记录."""
    p, told = of(ask), ask.facts
    item = p.item(told.item)
    rows = {
        "parties": names(p.agreement.parties),
        "agreement": p.agreement.number or _zh("paper.performance.no_number"),
        "reason": _zh("paper.performance.visit_item", what=said(item)) if item else _zh("paper.performance.visit_all"),
        "result": told.result,
        "satisfied": _zh(f"paper.performance.satisfied.{told.satisfied}".lower()),
        "risks": told.risks or _zh("paper.performance.none"),
        "visited_on": day(told.visited_on),
    }
    return _made(ask, "D-24", rows, SignatureRoom(((ask.actor.name, False),)))


@paper("D-25")
def urging_record(ask: Ask) -> Paper:
    """督促履行记录."""
    p, told = of(ask), ask.facts
    item = p.item(told.item)
    rows = {
        "item": said(item) if item else str(told.item),
        "debtor": person(item.debtor) if item else "",
        "agreement": p.agreement.number or _zh("paper.performance.no_number"),
        "urged_on": day(told.urged_on),
        "channel": word("answer_channel", told.channel),
        "answer": told.answer or _zh("paper.performance.none"),
    }
    return _made(ask, "D-25", rows, SignatureRoom(((ask.actor.name, False),)))


@paper("J-20")
def enforcement_application(ask: Ask) -> Paper:
    """强制执行申请书: creditors against debtors, the instrument, what is still owed, the papers enclosed."""
    p, told = of(ask), ask.facts
    left = [each for each in p.open_items if each not in expired(p, told)]
    rows = {
        "creditors": _people(left, "creditor"),
        "debtors": _people(left, "debtor"),
        "instrument": f"{_zh(f'instrument.{told.instrument}')} {p.instrument_number or ''}".strip(),
        "court": told.court,
        "rest": _zh("paper.performance.rest", yuan=grouped(sum(each.rest_fen for each in left))),
        "clues": told.clues or _zh("paper.performance.none"),
    }
    table = Table(
        tuple(_zh(f"paper.performance.{name}") for name in ("no", "duty", "due", "open")),
        tuple((str(i.no), said(i), day(i.due), grouped(i.rest_fen) if i.fen else "-") for i in left),
        (1, 5, 2, 2),
    )
    files = tuple(f"{each['name']}（SHA-256 {each['sha256']}）" for each in p.enclosed)
    enclosed = Clauses((*(_zh(f"packet.{each}") for each in told.packet), *files))
    return _made(ask, "J-20", rows, table, enclosed, addressee=told.court or "")


def said(item: Obligation) -> str:
    """A duty in one line: number, who, what."""
    what = _zh("paper.performance.pays", yuan=grouped(item.fen)) if item.fen else item.text
    return _zh("paper.performance.item", no=item.no, debtor=item.debtor.name, what=what)


def _people(items: list[Obligation], side: str) -> str:
    found = [getattr(each, side) for each in items]
    return "\n".join(dict.fromkeys(person(each) for each in found if each)) or _zh("paper.performance.none")


def _made(ask: Ask, kind: str, rows: dict[str, str], *blocks: Block, addressee: str = "") -> Paper:
    known = kinds().get(kind)
    table = KeyValueTable(tuple((_zh(f"paper.performance.{name}.label"), value) for name, value in rows.items()))
    return Paper(
        kind=kind,
        title=known.title if known else _zh(f"paper.{kind}.title"),
        office=ask.actor.office_name,
        issued_on=ask.today,
        blocks=(table, *blocks),
        fields=rows,
        addressee=addressee,
    )


def _zh(key: str, **values: object) -> str:
    """A phrase in Chinese: papers are, whatever the reader's language."""
    return phrase(key, lang="zh", **values)
