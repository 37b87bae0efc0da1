"""Papers of the end: notices, the report to the court, closing report, cover and remarks of the file."""

from casework.documents.paper import Paper, SignatureRoom
from casework.mediation.agreements import current_agreement
from casework.mediation.models import Mediation
from casework.mediation.papers.common import file_number, parties, told
from casework.mediation.printing import (
    day,
    make,
    names,
    titles_of,
    word,
    zh,
)
from casework.mediation.rules.people import mediation_of
from casework.procedure.step import Ask, paper


@paper("D-18")
def ending_notice(ask: Ask) -> Paper:
    """终止调解通知书 with reason and routes; also for a withdrawal."""
    p = mediation_of(ask)
    rows = [
        ("case_number", file_number(p)),
        parties(ask),
        ("accepted_on", day(p.accepted_on) if p.accepted_on else zh("paper.mediation.never_accepted")),
        ("reason", word("mediation_end", p.end_reason)),
        ("detail", p.end_detail),
        ("routes", p.routes_told),
    ]
    return make(ask, "D-18", rows, addressee=names(ask.case.parties))


@paper("C-15")
def court_report(ask: Ask) -> Paper | None:
    """诉调对接调解情况报告 to the court that sent the matter, with the list of papers (C-10, C-12, C-15, C-23)."""
    p = mediation_of(ask)
    if not p.of_court:
        return None
    rows = [
        ("court_number", p.court_number),
        parties(ask),
        ("result", _result(p)),
        ("court_result", word("court_result", p.court_result)),
        ("course", getattr(ask.facts, "course", None) or p.end_detail or p.refused_detail),
        ("conduct", getattr(ask.facts, "conduct", None)),
        ("hints", getattr(ask.facts, "hints", None)),
        ("enclosures", "\n".join(titles_of(ask.proceeding))),
    ]
    return make(ask, "C-15", rows, addressee=p.court_name or "")


def _result(p: Mediation) -> str:
    text = current_agreement(p)
    if text and text.effective_on:
        return zh("paper.mediation.agreed", day=day(text.effective_on), number=text.number or "")
    return word("mediation_refusal", p.refused_ground) if p.refused_ground else word("mediation_end", p.end_reason)


@paper("D-26")
def closing_report(ask: Ask) -> Paper:
    """人民调解结案报告表."""
    p = mediation_of(ask)
    rows = [
        ("file_number", file_number(p)),
        ("office", ask.actor.office_name),
        ("handler", _handlers(p) or ask.actor.name),
        ("accepted_on", day(p.accepted_on) if p.accepted_on else zh("paper.mediation.never_accepted")),
        ("closed_on", day(p.closed_on)),
        parties(ask),
        ("source", word("mediation_origin", p.origin)),
        ("facts", ask.case.facts),
        ("result", word("closing_ground", p.closing_ground)),
        ("detail", p.closing_report),
    ]
    room = SignatureRoom(((zh("paper.mediation.mediator"), False), (zh("paper.mediation.chair"), True)))
    return make(ask, "D-26", rows, room)


@paper("D-01")
def file_cover(ask: Ask) -> Paper:
    """卷宗封面."""
    p = mediation_of(ask)
    serving = _handlers(p)
    rows = [
        ("office", ask.actor.office_name),
        ("number", p.number or zh("paper.mediation.not_numbered")),
        ("title", ask.case.title),
        ("file_number", ask.facts.shelf or file_number(p)),
        ("mediators", serving or zh("paper.mediation.no_mediator")),
        ("accepted_on", day(p.accepted_on) if p.accepted_on else zh("paper.mediation.never_accepted")),
        ("closed_on", day(p.closed_on)),
        ("retention", word("retention", p.retention)),
        ("pages", str(p.pages)),
        ("filed_by", ask.actor.name),
        ("filed_on", day(ask.today)),
        ("remarks", ask.facts.remarks),
    ]
    return make(ask, "D-01", rows, seal=False)


def _handlers(p: Mediation) -> str:
    return "、".join(dict.fromkeys(each.mediator.name for each in p.namings))


@paper("D-27")
def file_remarks(ask: Ask) -> Paper:
    """卷宗情况说明 on the back cover: what is missing or came late, who filed it, room for who checked it."""
    rows = [
        ("case_number", file_number(mediation_of(ask))),
        ("remarks", told(ask.facts.remarks)),
        ("filed_by", ask.actor.name),
        ("checked_by", zh("paper.mediation.by_hand")),
        ("filed_on", day(ask.today)),
    ]
    room = SignatureRoom(
        ((zh("paper.mediation.filed_by.label"), False), (zh("paper.mediation.checked_by.label"), False))
    )
    return make(ask, "D-27", rows, room, seal=False)
