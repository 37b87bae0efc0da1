"""Papers of the conduct: mediators, sessions, inquiry, addresses, extension, standstill."""

from casework.documents.paper import Note, Paper, SignatureRoom
from casework.identity.directory import office_by_id
from casework.mediation.agreements import current_agreement
from casework.mediation.models import Mediation
from casework.mediation.papers.common import all_sign, file_number, parties, told
from casework.mediation.printing import (
    day,
    dispute,
    make,
    moment,
    names,
    word,
    zh,
)
from casework.mediation.rules.mediators import entry, proposed
from casework.mediation.rules.people import mediation_of, party_of
from casework.procedure.step import Ask, paper


@paper("D-08")
def disclosures(ask: Ask) -> list[Paper]:
    """调解员披露声明, one per mediator named."""
    made = []
    for each in proposed(ask):
        found = entry(each)
        result = each.disclosed if each.conflict else zh("paper.mediation.no_relation")
        checked = zh("paper.mediation.checked", parties=names(ask.case.parties))
        rows = [("mediator", found.name if found else None), parties(ask), ("checked", checked), ("result", result)]
        note = Note(zh("paper.mediation.all_consent") if each.conflict else zh("paper.mediation.read"))
        made.append(make(ask, "D-08", rows, note, all_sign(ask, "mediator"), seal=False))
    return made


@paper("D-09")
def naming_record(ask: Ask) -> Paper:
    """指派（选定）调解员记录."""
    named = mediation_of(ask).named
    rows = [
        ("mediators", "、".join(each.mediator.name for each in named)),
        ("presiding", next((each.mediator.name for each in named if each.presiding), None)),
        ("chosen_by", word("chosen_by", named[0].chosen_by)),
        ("reason", getattr(ask.facts, "reason", None)),
    ]
    return make(ask, "D-09", rows)


@paper("D-10")
def session_notices(ask: Ask) -> list[Paper]:
    """调解通知书, one per party."""
    rows = [
        ("matter", dispute(ask.case)),
        ("time", moment(ask.facts.held_at)),
        ("place", ask.facts.place),
        ("mediator", "、".join(each.mediator.name for each in mediation_of(ask).named)),
        ("other_routes", zh("paper.mediation.other_routes_open")),
        ("answer_how", _answer_how(ask)),
    ]
    return [make(ask, "D-10", rows, addressee=party.name) for party in ask.case.parties]


def _answer_how(ask: Ask) -> str:
    office = office_by_id(ask.actor.office_id)
    ways = "、".join(each for each in (office.phone, office.address) if each) if office else ""
    return zh("paper.mediation.answer_how", name=ask.actor.name, ways=ways or ask.actor.office_name)


@paper("D-12")
def session_record(ask: Ask) -> Paper:
    """人民调解记录. Concessions and words in confidence are no part of it (C-14, P-11)."""
    session = mediation_of(ask).sessions[-1]
    there = [party for ref in session.present if (party := party_of(ask.case, ref))]
    rows = [
        ("time", moment(session.held_at)),
        ("place", session.place),
        ("matter", dispute(ask.case)),
        ("parties", names(there)),
        ("guests", session.guests),
        ("rights_told", _rights_told(mediation_of(ask))),
        ("statements", told(session.statements)),
        ("facts_found", told(session.facts_found)),
        ("undisputed", session.undisputed),
        ("risk_told", zh("paper.mediation.risk_told")),
        ("result", told(session.result)),
    ]
    return make(ask, "D-12", rows, Note(zh("paper.mediation.read")), all_sign(ask, "mediator", "recorder"), seal=False)


def _rights_told(p: Mediation) -> str:
    return day(p.rights_told_on) if p.rights_told_on else zh("paper.mediation.told_at_the_start")


@paper("D-13")
def undisputed_facts(ask: Ask) -> Paper | None:
    """无争议事实记载, signed by all, where a court's matter has some (C-24)."""
    session = mediation_of(ask).sessions[-1]
    if not session.undisputed or not mediation_of(ask).of_court:
        return None
    rows = [parties(ask), ("time", moment(session.held_at)), ("undisputed", session.undisputed)]
    return make(ask, "D-13", rows, all_sign(ask, "mediator"), seal=False)


@paper("D-22")
def service_address(ask: Ask) -> Paper:
    """送达地址确认书."""
    last = mediation_of(ask).addresses[-1]
    rows = [
        ("party", last.party.name),
        ("recipient", last.recipient),
        ("address", last.address),
        ("phone", last.phone),
        ("electronic", last.electronic),
        ("date", day(last.signed_on)),
    ]
    room = SignatureRoom(((last.party.name, last.party.kind == "org"),))
    return make(ask, "D-22", rows, Note(zh("paper.mediation.address_note")), room, seal=False)


@paper("D-11")
def investigation_record(ask: Ask) -> Paper:
    """人民调解调查记录."""
    last = mediation_of(ask).investigations[-1]
    rows = [
        ("time", moment(last.held_at)),
        ("place", last.place),
        ("matter", dispute(ask.case)),
        ("asked", last.asked),
        ("relation", last.relation),
        ("participants", "、".join(dict.fromkeys(filter(None, (last.asked, last.investigator, last.recorder))))),
        ("investigator", last.investigator),
        ("recorder", last.recorder or last.investigator),
        ("questions", last.content),
    ]
    room = SignatureRoom(
        tuple((zh(f"paper.mediation.{each}"), False) for each in ("asked_person", "mediator", "recorder"))
    )
    return make(ask, "D-11", rows, Note(zh("paper.mediation.read_by_asked")), room, seal=False)


@paper("D-14")
def extension_consent(ask: Ask) -> Paper:
    """延期同意书."""
    last = mediation_of(ask).extensions[-1]
    rows = [
        ("case_number", file_number(mediation_of(ask))),
        ("old_end", day(last.old_end)),
        ("new_end", day(last.new_end)),
        ("reason", told(last.reason)),
    ]
    return make(ask, "D-14", rows, all_sign(ask, "mediator"), seal=False)


@paper("D-15")
def standstill_record(ask: Ask) -> Paper:
    """中止（恢复）调解记录."""
    cause = mediation_of(ask).suspended_for
    reason = word("standstill", cause or "resumed")
    detail = getattr(ask.facts, "detail", None) or getattr(ask.facts, "reason", None)
    effect = zh(f"paper.mediation.clock_effect.{'stands' if cause else 'runs'}", day=day(ask.today))
    rows = [parties(ask), ("reason", reason), ("detail", detail), ("date", day(ask.today)), ("clock_effect", effect)]
    return make(ask, "D-15", rows)


@paper("D-29")
def sham_report(ask: Ask) -> Paper | None:
    """虚假调解报告, only where a sham is suspected (C-08)."""
    if ask.facts.cause != "sham":
        return None
    text = current_agreement(ask.proceeding)
    number = (text.number if text else None) or zh("paper.mediation.no_agreement")
    rows = [
        ("signs", ask.facts.detail),
        parties(ask),
        ("agreement", number),
        ("measure", zh("paper.mediation.suspended")),
    ]
    return make(ask, "D-29", rows, addressee=mediation_of(ask).court_name or "")
