"""The papers of a mediation, as values made from the record (mediation.md section 3.2)."""

from casework.documents.paper import Clauses, Heading, Note, Paper, Para, SignatureRoom
from casework.mediation.agreements import Agreement, current_agreement
from casework.mediation.models import Mediation
from casework.mediation.printing import (
    clause,
    day,
    dispute,
    make,
    moment,
    names,
    person,
    side,
    titles_of,
    total,
    word,
    zh,
)
from casework.mediation.rules.mediators import entry, proposed
from casework.mediation.rules.people import awaited, mediation_of, party_of
from casework.procedure.step import Ask, paper


def _sides(ask: Ask) -> list[tuple[str, str | None]]:
    return [("applicants", side(ask.case, "applicant")), ("respondents", side(ask.case, "respondent"))]


def _parties(ask: Ask) -> tuple[str, str]:
    return ("parties", names(ask.case.parties))


def _all_sign(ask: Ask, *others: str) -> SignatureRoom:
    places = [(party.name, party.kind == "org") for party in ask.case.parties]
    return SignatureRoom((*places, *((zh(f"paper.mediation.{each}"), False) for each in others)))


@paper("D-02")
def registration_form(ask: Ask) -> Paper | None:
    """人民调解申请书 where a party applies in writing; else the committee's own form comes with acceptance (M-10)."""
    if ask.facts.origin != "application" or ask.facts.oral:
        return None
    rows = [*_sides(ask), ("facts", ask.case.facts), ("request", ask.case.request)]
    applicants = tuple((party.name, party.kind == "org") for party in ask.case.of_role("applicant"))
    return make(ask, "D-02", rows, Note(zh("paper.mediation.voluntary")), SignatureRoom(applicants), seal=False)


@paper("D-03")
def acceptance_form(ask: Ask) -> Paper:
    """人民调解受理登记表."""
    p = mediation_of(ask)
    rows = [
        ("accepted_on", day(p.accepted_on)),
        *_sides(ask),
        ("dispute_kind", dispute(ask.case)),
        ("source", word("mediation_origin", p.origin)),
        ("facts", ask.case.facts),
        ("court", p.court_name),
    ]
    return make(ask, "D-03", rows, _all_sign(ask, "registrar"), number=p.number or "")


@paper("D-05")
def rights_notices(ask: Ask) -> list[Paper]:
    """权利义务告知书, one per party."""
    last = "entrusted" if mediation_of(ask).entrusted else "7"
    items = tuple(zh(f"paper.mediation.rights.{n}") for n in (*range(1, 7), last))
    return [
        make(
            ask,
            "D-05",
            [("parties", person(party))],
            Clauses(items),
            SignatureRoom(((party.name, party.kind == "org"),)),
            addressee=party.name,
        )
        for party in ask.case.parties
    ]


@paper("D-04")
def refusal_notice(ask: Ask) -> Paper:
    """不予受理告知书 with ground and the other routes."""
    p = mediation_of(ask)
    rows = [
        _parties(ask),
        ("ground", word("mediation_refusal", p.refused_ground)),
        ("detail", p.refused_detail),
        ("routes", p.routes_told),
    ]
    return make(ask, "D-04", rows, addressee=names(ask.case.of_role("applicant")))


@paper("M-14")
def supplement_notice(ask: Ask) -> Paper:
    """补正通知书."""
    p = mediation_of(ask)
    rows = [
        ("applicants", names(ask.case.of_role("applicant"))),
        ("missing", "\n".join(p.missing)),
        ("due", day(p.supplement_due)),
    ]
    return make(ask, "M-14", rows, addressee=names(ask.case.of_role("applicant")))


@paper("M-11")
def invitations(ask: Ask) -> list[Paper]:
    """调解意愿征询函 to each party that has still to agree."""
    return [
        make(
            ask,
            "M-11",
            [("applicants", names(ask.case.of_role("applicant"))), ("matter", dispute(ask.case))],
            Para(zh("paper.mediation.invitation")),
            addressee=party.name,
        )
        for party in awaited(ask)
    ]


@paper("D-28")
def hand_over_letter(ask: Ask) -> Paper:
    """移交函."""
    rows = [
        ("sender", ask.actor.office_name),
        ("receiver", ask.facts.receiver),
        _parties(ask),
        ("reason", ask.facts.reason),
        ("facts", ask.case.facts),
    ]
    return make(ask, "D-28", rows, addressee=ask.facts.receiver or "")


@paper("D-08")
def disclosures(ask: Ask) -> list[Paper]:
    """调解员披露声明, one per mediator named."""
    made = []
    for each in proposed(ask):
        found = entry(each)
        result = each.disclosed if each.conflict else zh("paper.mediation.no_relation")
        rows = [("mediator", found.name if found else None), _parties(ask), ("result", result)]
        note = Note(zh("paper.mediation.all_consent") if each.conflict else zh("paper.mediation.read"))
        made.append(make(ask, "D-08", rows, note, _all_sign(ask, "mediator"), seal=False))
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
    ]
    note = Note(zh("paper.mediation.other_routes_open"))
    return [make(ask, "D-10", rows, note, addressee=party.name) for party in ask.case.parties]


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
        ("rights_told", day(mediation_of(ask).rights_told_on)),
        ("statements", session.statements),
        ("facts_found", session.facts_found),
        ("undisputed", session.undisputed),
        ("result", session.result),
    ]
    return make(ask, "D-12", rows, Note(zh("paper.mediation.read")), _all_sign(ask, "mediator", "recorder"), seal=False)


@paper("D-13")
def undisputed_facts(ask: Ask) -> Paper | None:
    """无争议事实记载, signed by all, where a court's matter has some (C-24)."""
    session = mediation_of(ask).sessions[-1]
    if not session.undisputed or not mediation_of(ask).of_court:
        return None
    rows = [_parties(ask), ("time", moment(session.held_at)), ("undisputed", session.undisputed)]
    return make(ask, "D-13", rows, _all_sign(ask, "mediator"), seal=False)


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
        ("investigator", last.investigator),
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
    rows = [("old_end", day(last.old_end)), ("new_end", day(last.new_end)), ("reason", last.reason)]
    return make(ask, "D-14", rows, _all_sign(ask, "mediator"), seal=False)


@paper("D-15")
def standstill_record(ask: Ask) -> Paper:
    """中止（恢复）调解记录."""
    cause = mediation_of(ask).suspended_for
    reason = word("standstill", cause or "resumed")
    detail = getattr(ask.facts, "detail", None) or getattr(ask.facts, "reason", None)
    rows = [_parties(ask), ("reason", reason), ("detail", detail), ("date", day(ask.today))]
    return make(ask, "D-15", rows)


@paper("D-29")
def sham_report(ask: Ask) -> Paper | None:
    """虚假调解报告, only where a sham is suspected (C-08)."""
    if ask.facts.cause != "sham":
        return None
    rows = [("signs", ask.facts.detail), _parties(ask), ("measure", zh("paper.mediation.suspended"))]
    return make(ask, "D-29", rows, addressee=mediation_of(ask).court_name or "")


@paper("D-16")
def agreement_paper(ask: Ask) -> Paper | None:
    """人民调解协议书 with terms, sum in figures and capitals, and room for every signature and the seal."""
    text = current_agreement(ask.proceeding)
    if text is None:
        return None
    rows = [
        ("parties", "\n".join(person(party) for party in text.parties)),
        ("facts", text.main_facts),
        ("dispute", text.issues),
        ("responsibilities", text.responsibilities),
        ("content", zh("paper.mediation.content_follows", n=len(text.terms))),
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
        _all_sign(ask, "mediator", "recorder"),
        number=_draft_number(text),
        copies=text.copies,
    )


def _extra(text: Agreement) -> list[Para]:
    told = [Para(text.on_default)] if text.on_default else []
    if text.enforcement_promise:
        told.append(Para(zh("paper.mediation.promise")))
    if text.confirmable:
        told.append(Para(zh("paper.mediation.confirmation")))
    return told


def _draft_number(text: Agreement) -> str:
    """The agreement's number; a second draft says so, because no two papers share a number."""
    if not text.number or text.position == 1:
        return text.number or ""
    return zh("paper.mediation.draft", number=text.number, n=text.position)


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
        ("reached_on", day(text.reached_on)),
    ]
    room = SignatureRoom(((zh("paper.mediation.mediator"), False), (zh("paper.mediation.recorder"), False)))
    return make(ask, "D-17", rows, Para(total(text)), room, number=_draft_number(text))


@paper("D-18")
def ending_notice(ask: Ask) -> Paper:
    """终止调解通知书 with reason and routes; also for a withdrawal."""
    p = mediation_of(ask)
    rows = [
        _parties(ask),
        ("accepted_on", day(p.accepted_on)),
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
        _parties(ask),
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
        ("number", p.number),
        ("accepted_on", day(p.accepted_on) if p.accepted_on else zh("paper.mediation.never_accepted")),
        ("closed_on", day(p.closed_on)),
        _parties(ask),
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
    serving = "、".join(dict.fromkeys(each.mediator.name for each in p.namings))
    rows = [
        ("office", ask.actor.office_name),
        ("number", p.number or zh("paper.mediation.not_numbered")),
        ("title", ask.case.title),
        ("mediators", serving or zh("paper.mediation.no_mediator")),
        ("accepted_on", day(p.accepted_on) if p.accepted_on else zh("paper.mediation.never_accepted")),
        ("closed_on", day(p.closed_on)),
        ("retention", word("retention", p.retention)),
        ("pages", str(p.pages)),
        ("remarks", ask.facts.remarks),
    ]
    return make(ask, "D-01", rows, seal=False)
