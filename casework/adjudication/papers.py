"""The papers of an adjudication (transfer.md 4, DOC-A): letters and decisions in prose from the record."""

from dataclasses import replace
from datetime import date

from sqlalchemy import select

from casework.adjudication.agreement_paper import agreement_paper
from casework.adjudication.models import Adjudication
from casework.base.db import db
from casework.base.phrases import phrase
from casework.base.wallclock import local_date
from casework.documents.blocks import Block, Clauses, KeyValueTable, SignatureRoom
from casework.documents.kinds import missing_fields
from casework.documents.models import PaperRecord
from casework.documents.paper import Paper, Para
from casework.documents.text import sentence
from casework.enforcement.printing import (
    Extra,
    Row,
    contact,
    day,
    form,
    law,
    letter,
    parties,
    people,
    right_names,
    smooth,
    zh,
)
from casework.procedure.step import Ask, paper
from casework.records.models import Party

Blocks = dict[str, Block | None]


@paper("DOC-A1")
def request_form(ask: Ask) -> Paper | None:
    """专利侵权纠纷处理请求书 for the requester to sign, once the record holds what art 15 asks for (ADJ-6)."""
    asked = select(PaperRecord.id).where(PaperRecord.proceeding_id == ask.proceeding.id, PaperRecord.kind == "DOC-A1")
    if db.session.scalar(asked.limit(1)):
        return None
    made = _request(ask)
    return None if missing_fields(made) else made


def lacking(adjudication: Adjudication) -> list[str]:
    """What the request lacks of the items of art 15, in words: the start of a correction notice (ADJ-7)."""
    case = adjudication.case
    told = {
        "requester": case.of_role("applicant"),
        "address": _of(case.of_role("applicant"), "address"),
        "contact": _of(case.of_role("applicant"), "phone"),
        "respondent": case.of_role("respondent"),
        "respondent_contact": _reach(case.of_role("respondent")),
        "claims": adjudication.claims,
        "matters": case.request,
        "facts": case.facts,
    }
    return [phrase(f"documents.field.{name}") for name, value in told.items() if not value]


@paper("DOC-A1.correction")
def correction_notice(ask: Ask) -> Paper:
    """补正通知书: all that is missing, in one list, until when (ADJ-7)."""
    missing = "；".join(ask.facts.missing)
    rows: list[Row] = [*_heads(ask), ("missing", missing), ("due", ask.proceeding.supplement_due)]
    text = "DOC-A1.correction" if ask.proceeding.supplement_due else "DOC-A1.correction.undated"
    return _letter(ask, "DOC-A1.correction", [*rows, ("law", law(ask, "ADJ-7"))], to=("applicant",), text=text)


@paper("DOC-A2")
def filing_notice(ask: Ask) -> Paper:
    """立案通知书: date, panel, why it is filed (ADJ-8)."""
    rows: list[Row] = [
        ("filed_on", ask.today),
        ("reason", zh("agency_paper.filed_for", law=law(ask, "ADJ-4"))),
        ("panel", "、".join(ask.facts.panel)),
        ("law", law(ask, "ADJ-8")),
    ]
    return _letter(ask, "DOC-A2", [*_heads(ask), *rows], to=("applicant",))


@paper("DOC-A2x")
def refusal_notice(ask: Ask) -> Paper:
    """不予立案通知书 with the reason."""
    reason = f"{zh(f'adjudication_refusal.{ask.facts.ground}')}。{ask.facts.reason}"
    rows: list[Row] = [*_heads(ask), ("reason", reason), ("law", law(ask, "ADJ-8"))]
    return _letter(ask, "DOC-A2x", rows, to=("applicant",))


@paper("DOC-A3")
def answer_notice(ask: Ask) -> Paper:
    """答辩通知书 to the respondent: served when, answer until when, how many copies (ADJ-10)."""
    due = next((clock.due for clock in ask.proceeding.clocks if clock.rule.startswith("ADJ-10.answer")), None)
    rows: list[Row] = [
        *_heads(ask),
        ("served_on", ask.facts.on),
        ("due", due or zh("adjudication.due_of_older_law")),
        ("copies", str(len(ask.case.of_role("respondent")))),
        ("law", law(ask, "ADJ-10")),
    ]
    return _letter(ask, "DOC-A3", rows, to=("respondent",))


@paper("DOC-A4")
def hearing_notice(ask: Ask) -> Paper:
    """口头审理通知书 to both sides: when, where, before whom (ADJ-14)."""
    rows: list[Row] = [
        *_heads(ask),
        ("time", " ".join(part for part in (day(ask.proceeding.hearing_on), ask.facts.time) if part)),
        ("place", ask.proceeding.hearing_place),
        ("panel", "、".join(ask.proceeding.panel)),
        ("law", law(ask, "ADJ-14")),
    ]
    return _letter(ask, "DOC-A4", rows)


@paper("DOC-A5")
def standstill_notice(ask: Ask) -> Paper:
    """中止处理通知书: ground, from when, until the cause is gone (ADJ-15)."""
    rows = _standstill(ask, ask.today, zh("agency_paper.until_the_cause_is_gone"))
    return _letter(ask, "DOC-A5", rows, title=zh("agency_title.DOC-A5.stop"), text="DOC-A5.stop")


@paper("DOC-A5")
def resumption_notice(ask: Ask) -> Paper:
    """恢复处理通知书: the ground that is gone, from when until when the case stood still (ADJ-15)."""
    began = [span[0] for clock in ask.proceeding.clocks if clock.rule == "ADJ-19" for span in clock.pauses]
    rows = _standstill(ask, date.fromisoformat(max(began)) if began else ask.today, day(ask.today))
    return _letter(ask, "DOC-A5", rows, title=zh("agency_title.DOC-A5.resume"), text="DOC-A5.resume")


@paper("DOC-A6")
def decision(ask: Ask) -> Paper:
    """行政裁决书 with the items of art 31: parties, pleadings, findings, basis, order, way to sue (ADJ-20)."""
    found = sentence(ask.facts.acts_to_stop or zh("adjudication.dismissed"))
    way = zh("adjudication.way_to_sue")
    rows: list[Row] = [
        *_heads(ask),
        ("panel", "、".join(ask.proceeding.panel)),
        ("filed_on", _filed_on(ask)),
        ("pleadings", _pleadings(ask)),
        ("findings", ask.facts.reasons),
        ("basis", law(ask, *ask.step.basis)),
        ("result", found),
        ("way_to_sue", way),
        ("prior", getattr(ask.facts, "prior", None)),
    ]
    blocks: Blocks = {
        "whom": KeyValueTable(tuple(_sides(ask))),
        "order": Clauses((found, way)),
        "panel": SignatureRoom(tuple((zh("agency_paper.member", name=name), False) for name in ask.proceeding.panel)),
    }
    text = "DOC-A6.repeat" if getattr(ask.facts, "prior", None) else "DOC-A6"
    made = _letter(ask, "DOC-A6", rows, to=(), text=text, blocks=blocks)
    return replace(made, number=ask.facts.number or "")


@paper("DOC-A7")
def settlement(ask: Ask) -> Paper:
    """专利侵权纠纷调解协议书 (ADJ-21)."""
    return agreement_paper(ask)


@paper("DOC-A8")
def withdrawal(ask: Ask) -> Paper:
    """撤销案件决定书: ground of art 36, or mediation failed (art 69)."""
    ground = zh(f"adjudication_ground.{ask.facts.ground}")
    return _letter(ask, "DOC-A8", [*_heads(ask), ("ground", ground), ("law", law(ask, *ask.step.basis))])


def _letter(
    ask: Ask,
    kind: str,
    rows: list[Row],
    *,
    to: tuple[str, ...] = ("applicant", "respondent"),
    title: str | None = None,
    text: str = "",
    blocks: Blocks | None = None,
) -> Paper:
    addressee = "、".join(parties(ask, role) for role in to)
    extra = Extra((), addressee, blocks=blocks or {}, seal=True, title=title)
    return letter(ask, kind, rows, extra, text=text)


def _heads(ask: Ask) -> list[Row]:
    return [
        ("case_number", ask.case.number),
        ("title", ask.case.title),
        ("rights", right_names(ask)),
        ("requesters", parties(ask, "applicant")),
        ("respondents", parties(ask, "respondent")),
        ("parties", f"{parties(ask, 'applicant')}、{parties(ask, 'respondent')}"),
        ("contact", contact(ask)),
    ]


def _sides(ask: Ask) -> list[tuple[str, str]]:
    sides = (("requester", "applicant"), ("respondent", "respondent"))
    return [(zh(f"adjudication.{word}"), each) for word, role in sides for each in people(ask, role).split("\n")]


def _request(ask: Ask) -> Paper:
    askers, others = ask.case.of_role("applicant"), ask.case.of_role("respondent")
    files = "、".join(each.name for each in ask.case.evidence) or zh("agency_paper.none")
    rows: list[Row] = [
        ("requester", parties(ask, "applicant")),
        ("address", _of(askers, "address")),
        ("contact", _of(askers, "phone")),
        ("representative", _of(askers, "representative")),
        ("agent", _of(askers, "agent")),
        ("respondent", parties(ask, "respondent")),
        ("respondent_contact", _reach(others)),
        ("rights", right_names(ask)),
        ("claims", ask.proceeding.claims),
        ("matters", ask.case.request),
        ("facts", ask.case.facts),
        ("enclosures", zh("agency_paper.enclosures_of_request", files=files)),
        ("copies", str(len(others))),
    ]
    made = form(ask, "DOC-A1", rows)
    room = SignatureRoom(tuple((party.name, party.kind == "org") for party in askers))
    to = Para(zh("agency_paper.to_office", office=ask.actor.office_name), plain=True)
    return replace(made, office="", blocks=(*made.blocks, to, room))


def _standstill(ask: Ask, since: date, until: str) -> list[Row]:
    ground = zh(f"suspension_ground.{ask.proceeding.suspended_for}")
    return [*_heads(ask), ("reason", ground), ("from", since), ("until", until), ("law", law(ask, "ADJ-15"))]


def _pleadings(ask: Ask) -> str:
    if ask.facts.pleadings:
        return smooth(str(ask.facts.pleadings))
    case, answered = ask.case, ask.proceeding.answered_on
    asked = zh("adjudication.pleaded", request=case.request or case.title, facts=case.facts or case.title)
    reply = zh("adjudication.answered", on=day(answered)) if answered else zh("adjudication.unanswered")
    return smooth(asked + reply)


def _filed_on(ask: Ask) -> date:
    began = [clock.started_at for clock in ask.proceeding.clocks if clock.rule == "ADJ-19"]
    return local_date(min(began) if began else ask.proceeding.opened_at)


def _of(found: list[Party], name: str) -> str:
    return "；".join(getattr(party, name) for party in found if getattr(party, name))


def _reach(found: list[Party]) -> str:
    told = ("，".join(part for part in (party.address, party.phone) if part) for party in found)
    return "；".join(each for each in told if each)
