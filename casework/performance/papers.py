"""The papers of performance: proofs (D-19), return visit (D-24), urging (D-25), application for enforcement (J-20)."""

from dataclasses import replace

from casework.base.money import grouped
from casework.base.phrases import phrase
from casework.documents.kinds import kinds
from casework.documents.paper import Block, KeyValueTable, Paper, SignatureRoom, Table
from casework.mediation.printing import day, names, person, word, zh
from casework.performance.models import Obligation, Performance, ProofOfPerformance
from casework.performance.periods import expired
from casework.performance.rules import of
from casework.procedure.step import Ask, paper
from casework.records.models import Party


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
        "suit": told.suit or _zh("paper.performance.none"),
        "risks": told.risks or _zh("paper.performance.none"),
        "measures": told.measures or _zh("paper.performance.none"),
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
        "instrument": _instrument(p),
        "court": told.court,
        "rest": _zh("paper.performance.rest", yuan=grouped(sum(each.rest_fen for each in left))),
        "clues": told.clues or _zh("paper.performance.none"),
        "enclosures": "\n".join(_enclosures(p, told.packet)),
    }
    table = Table(
        tuple(_zh(f"paper.performance.{name}") for name in ("no", "duty", "due", "open")),
        tuple((str(i.no), said(i), day(i.due), grouped(i.rest_fen) if i.fen else "-") for i in left),
        (1, 5, 2, 2),
    )
    room = SignatureRoom(tuple((each.name, each.kind == "org") for each in _side(left, "creditor")))
    return _made(ask, "J-20", rows, table, room, addressee=told.court or "")


def _instrument(p: Performance) -> str:
    if p.instrument is None:
        return _zh("paper.performance.suit_pending")
    return f"{_zh(f'instrument.{p.instrument}')} {p.instrument_number or ''}".strip()


def _enclosures(p: Performance, packet: tuple[str, ...]) -> list[str]:
    """The papers of the packet and its evidence with a fingerprint each, numbered."""
    files = (f"{each['name']}（SHA-256 {each['sha256']}）" for each in p.enclosed)
    listed = (*(_zh(f"packet.{each}") for each in packet), *files)
    return [f"{place}. {each}" for place, each in enumerate(listed, start=1)]


@paper("J-20.violation")
def repeated_violation(ask: Ask) -> Paper:
    """违反不作为义务情况报告: what was done against which duty, on which day, how it was found (E-10)."""
    p, told = of(ask), ask.facts
    item = p.item(told.item)
    rows = {
        "instrument": _instrument(p),
        "duty": said(item) if item else str(told.item),
        "debtors": person(item.debtor) if item else "",
        "broken_on": day(told.broken_on),
        "found": told.note,
        "asked_for": _zh("paper.performance.asked_for_fine"),
    }
    return _made(ask, "J-20.violation", rows, SignatureRoom(((ask.actor.name, False),)))


@paper("D-19")
def register_of_proofs(ask: Ask) -> Paper:
    """履行凭证登记表: every payment and act so far, with its day, amount and proof; those disputed are marked."""
    p = of(ask)
    proofs = sorted(((proof, item) for item in p.items for proof in item.proofs), key=lambda each: each[0].done_on)
    listed = [_proof_row(proof, item) for proof, item in proofs]
    rows = {
        "agreement": p.agreement.number or _zh("paper.performance.no_number"),
        "parties": names(p.agreement.parties),
        "paid": _zh("paper.performance.paid", paid=grouped(p.paid_fen), owed=grouped(p.owed_fen)),
    }
    head = ("item", "paid_on", "amount", "proof", "answer")
    table = Table(tuple(_zh(f"paper.performance.proof.{name}") for name in head), tuple(listed), (4, 3, 3, 3, 2))
    room = SignatureRoom(
        (*((party.name, party.kind == "org") for party in p.agreement.parties), (ask.actor.name, False))
    )
    copies = {"copy_attached": zh("paper.mediation.copy_here")}
    labelled = KeyValueTable(((_zh("paper.performance.copy_attached.label"), copies["copy_attached"]),))
    made = _made(ask, "D-19", rows, table, labelled, room)
    columns = {name: "\n".join(row[place] for row in listed) for place, name in enumerate(head)}
    return replace(made, fields={**rows, **copies, **columns})


def _proof_row(proof: ProofOfPerformance, item: Obligation) -> tuple[str, ...]:
    amount = grouped(proof.fen) if proof.fen else _zh("paper.performance.proof.no_money")
    how = "，".join(part for part in (_zh(f"proof_how.{proof.how}"), proof.note) if part)
    return (said(item), day(proof.done_on), amount, how, _zh(f"proof_answer.{proof.answer}"))


def said(item: Obligation) -> str:
    """A duty in one line: number, who, what."""
    what = _zh("paper.performance.pays", yuan=grouped(item.fen)) if item.fen else item.text
    return _zh("paper.performance.item", no=item.no, debtor=item.debtor.name, what=what)


def _side(items: list[Obligation], side: str) -> list[Party]:
    return list(dict.fromkeys(found for each in items if (found := getattr(each, side))))


def _people(items: list[Obligation], side: str) -> str:
    return "\n".join(person(each) for each in _side(items, side)) or _zh("paper.performance.none")


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
