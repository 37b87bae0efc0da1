"""The agreement, written or oral, and the checklist of its clauses."""

from dataclasses import replace

from casework.base.wallclock import local_time
from casework.documents.paper import Clauses, Heading, Note, Paper, Para, ScreenSignatures, SignatureRoom
from casework.mediation.agreements import SEAL, Agreement, Signature, current_agreement
from casework.mediation.papers.common import all_sign, file_number
from casework.mediation.preview import as_signed
from casework.mediation.printing import (
    clause,
    day,
    make,
    person,
    total,
    zh,
)
from casework.mediation.rules.people import mediation_of
from casework.procedure.step import Ask, paper


@paper("D-16")
def agreement_paper(ask: Ask) -> Paper | None:
    """人民调解协议书 with terms, sum in figures and capitals, and room for every signature and the seal."""
    text = current_agreement(ask.proceeding)
    return _agreement(ask, text) if text else None


def _agreement(ask: Ask, text: Agreement) -> Paper:
    rows = [
        ("parties", "\n".join(person(party) for party in text.parties)),
        ("facts", text.main_facts),
        ("dispute", text.issues),
        ("responsibilities", text.responsibilities or zh("paper.mediation.no_responsibilities")),
        ("content", zh("paper.mediation.content_follows", n=len(text.terms))),
        ("on_default", text.on_default or zh("paper.mediation.by_law")),
        ("confirmation", zh(f"paper.mediation.{'confirmation' if text.confirmable else 'no_confirmation'}")),
        ("copies", str(text.copies)),
    ]
    return make(
        ask,
        "D-16",
        rows,
        Heading(zh("paper.mediation.content.label")),
        Clauses(tuple(clause(term) for term in text.terms)),
        Para(total(text)),
        *_extra(text),
        all_sign(ask, "mediator", "recorder"),
        number=_draft_number(text) or file_number(mediation_of(ask)),
        copies=text.copies,
    )


def _extra(text: Agreement) -> list[Para]:
    return [Para(zh("paper.mediation.promise"))] if text.enforcement_promise else []


def _draft_number(text: Agreement) -> str:
    """The agreement's number; a second draft says so, because no two papers share a number."""
    if not text.number or text.position == 1:
        return text.number or ""
    return zh("paper.mediation.draft", number=text.number, n=text.position)


@paper("D-16")
def signed_copy(ask: Ask) -> Paper | None:
    """The agreement as it was signed on screens: the same words with every such signature; None where all is ink."""
    text = current_agreement(ask.proceeding)
    if text is None or not text.on_screen:
        return None
    drawn = _agreement(ask, text)
    inked = [each for each in text.signatures if not each.proved]
    rooms = tuple((_signer(each), each.sealed) for each in inked if each.role != SEAL)
    signed = ScreenSignatures(as_signed(text), tuple(_on_screen(each) for each in text.on_screen))
    blocks = [each for each in drawn.blocks if not isinstance(each, SignatureRoom)]
    head, note = Heading(zh("paper.mediation.on_screen.label")), Note(zh("paper.mediation.on_screen"))
    number = zh("paper.mediation.signed_on_screen", number=drawn.number)
    return replace(drawn, blocks=(*blocks, head, signed, note, SignatureRoom(rooms)), number=number)


def _signer(signed: Signature) -> str:
    return signed.party.name if signed.party else zh(f"paper.mediation.{signed.role}")


def _on_screen(signed: Signature) -> tuple[str, str, str, str]:
    who = f"{_signer(signed)}\n{signed.name}" if signed.name != _signer(signed) else signed.name
    return (
        who,
        zh(f"paper.mediation.proved.{signed.proved}"),
        local_time(signed.signed_at).strftime("%Y-%m-%d %H:%M:%S") if signed.signed_at else "",
        signed.text_sha256 or "",
    )


@paper("D-17")
def oral_agreement_form(ask: Ask) -> Paper | None:
    """人民调解口头协议登记表."""
    text = current_agreement(ask.proceeding)
    if text is None:
        return None
    rows = [
        ("parties", "\n".join(person(party) for party in text.parties)),
        ("facts", text.main_facts),
        ("dispute", text.issues),
        ("content", "\n".join(clause(term) for term in text.terms)),
        ("manner", "；".join(filter(None, (each.manner for each in text.terms))) or zh("paper.mediation.as_agreed")),
        ("reached_on", day(text.reached_on)),
    ]
    room = SignatureRoom(((zh("paper.mediation.mediator"), False), (zh("paper.mediation.recorder"), False)))
    return make(ask, "D-17", rows, Para(total(text)), room, number=_draft_number(text))


CHECKED = (
    "licence",
    "acts_to_stop",
    "stock",
    "links",
    "moulds",
    "apology",
    "confidentiality",
    "no_ownership",
    "no_immunity",
)


@paper("D-16a")
def clause_checklist(ask: Ask) -> Paper | None:
    """知识产权条款核对表: for each usual clause the terms that hold it; nothing on ownership, penalty or crime (J-11, X-17)."""
    text = current_agreement(ask.proceeding)
    if text is None or not ask.case.rights:
        return None
    rows = [(name, _terms_with(text, name)) for name in CHECKED]
    return make(ask, "D-16a", rows, all_sign(ask, "mediator"), seal=False)


def _terms_with(text: Agreement, name: str) -> str:
    marks = zh(f"paper.mediation.{name}.marks").split("、")
    found = [str(no) for no, term in enumerate(text.terms, 1) if any(mark in (term.text or "") for mark in marks)]
    return zh("paper.mediation.in_terms", numbers="、".join(found)) if found else zh(f"paper.mediation.{name}.absent")
