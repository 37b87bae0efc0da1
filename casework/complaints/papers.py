"""The papers of the intake, as values made from the record."""

from casework.base.phrases import phrase
from casework.base.wallclock import local_date, local_time
from casework.complaints.grounds import item_of
from casework.documents.paper import (
    Clauses,
    FingerprintList,
    KeyValueTable,
    Note,
    Paper,
    Para,
    ReplySlip,
    SignatureRoom,
)
from casework.documents.text import articles_in_words, sentence, zh_date
from casework.identity.directory import office_by_id
from casework.identity.roles import OfficeKind
from casework.law import cite
from casework.procedure.clocks import open_clocks
from casework.procedure.step import Ask, paper
from casework.records.models import Case, Evidence, Right

INTERNAL = "内部规定"


@paper("R-01")
def filing_receipt(ask: Ask) -> Paper:
    """登记回执: number, instant, parties and a fingerprint per file handed in."""
    case = ask.case
    rows = {
        "case_number": case.number,
        **_received(ask),
        "applicants": _names(case, "applicant"),
        "respondents": _names(case, "respondent"),
        "rights": "、".join(_right(each) for each in case.rights) or phrase("paper.none"),
        "request": case.request or phrase("paper.none"),
        **_answered_by(ask),
    }
    return _receipt(ask, "R-01", rows, case.evidence)


def _answered_by(ask: Ask) -> dict[str, str]:
    """Until when the office says whether it takes the matter (CMP-3), where those days run."""
    due = [clock.due for clock in open_clocks(ask.proceeding, ("CMP-3",))]
    return {"answered_by": zh_date(due[0].isoformat())} if due else {}


@paper("R-02")
def evidence_receipt(ask: Ask) -> Paper | None:
    """证据材料收据: the files handed in with this act, a fingerprint each; None when only papers were shown."""
    new = [each for each in ask.case.evidence if each.received_at == ask.now]
    if not new:
        return None
    return _receipt(ask, "R-02", {"case_number": ask.case.number, **_received(ask)}, new)


@paper("R-03")
def hand_over_receipt(ask: Ask) -> Paper:
    """移交回执: the receiving office signs, with name and instant."""
    rows = {"case_number": ask.case.number, **_received(ask), "applicants": _names(ask.case, "applicant")}
    return _receipt(ask, "R-03", rows, [])


@paper("DOC-C4")
def identity_notice(ask: Ask) -> Paper:
    """限期提供身份证明材料通知书: what is asked, until when, and what follows otherwise (CMP-4)."""
    fields = {
        "due": zh_date(ask.facts.due.isoformat()),
        "asked": ask.facts.asked,
        "basis": articles_in_words(cite("CMP-4", ask.law_on).article_zh),
        "consequence": phrase("paper.DOC-C4.consequence"),
        "contact": _contact(ask),
    }
    said = phrase("paper.DOC-C4.body", title=ask.case.title, **fields)
    return _letter(ask, "DOC-C4", (Para(said), Para(phrase("paper.contact", contact=fields["contact"]))), fields)


@paper("M-14")
def supplement_notice(ask: Ask) -> Paper:
    """补正通知书: everything that is missing, once, with the last day (M-14, ADJ-7)."""
    due = zh_date(ask.proceeding.supplement_due.isoformat())
    missing = tuple(ask.facts.missing)
    blocks = (
        Para(phrase("paper.M-14.body", title=ask.case.title)),
        Clauses(missing),
        Para(phrase("paper.M-14.due", due=due)),
    )
    fields = {"applicants": _names(ask.case, "applicant"), "missing": ";".join(missing), "due": due}
    return _letter(ask, "M-14", blocks, fields)


@paper("DOC-C5")
def acceptance_notice(ask: Ask) -> Paper:
    """投诉受理决定书 (CMP-3)."""
    received = _received_on(ask)
    said = phrase("paper.DOC-C5.body", received=received, title=ask.case.title)
    fields = {"received_on": received, "subject": ask.case.title, "contact": ask.actor.office_name}
    return _letter(ask, "DOC-C5", (Para(said),), fields)


@paper("DOC-C6")
def refusal_notice(ask: Ask) -> Paper:
    """不予受理: ground and the other routes; an authority decides (DOC-C6), a station only tells (D-04)."""
    kind = "D-04" if ask.actor.office_kind == OfficeKind.STATION else "DOC-C6"
    ground = _ground(ask)
    reason = ask.proceeding.closing_reason or ""
    routes = ask.proceeding.routes_told
    received = _received_on(ask)
    blocks = (
        Para(phrase(f"paper.{kind}.body", received=received, title=ask.case.title, ground=ground, reason=reason)),
        Para(phrase("paper.routes", routes=routes)),
        Para(phrase("paper.contact", contact=_contact(ask))),
    )
    fields = {
        "received_on": received,
        "subject": ask.case.title,
        "parties": _names(ask.case, "applicant"),
        "ground": ground,
        "routes": routes,
        "contact": _contact(ask),
    }
    return _letter(ask, kind, blocks, fields)


@paper("DOC-C3")
def distribution_notice(ask: Ask) -> Paper:
    """分送通知书: from whom, what about, reply by when, how many enclosures (CMP-16). It never names a reporter."""
    case, receiver, due = ask.case, ask.facts.receiver.name, zh_date(ask.facts.reply_due.isoformat())
    count = str(len(case.evidence))
    received = _received_on(ask)
    body = phrase("paper.DOC-C3.body", received=received, title=case.title, number=case.number, count=count)
    blocks = (
        Para(body),
        Para(phrase("paper.D-28.note", note=sentence(ask.facts.note))) if ask.facts.note else Note(""),
        Para(phrase("paper.DOC-C3.due", due=due)),
        FingerprintList(tuple((each.name, each.size, each.sha256) for each in case.evidence)),
    )
    fields = {"receiver": receiver, "received_on": received, "subject": case.title, "reply_due": due, "count": count}
    return Paper(
        kind="DOC-C3",
        title=phrase("paper.DOC-C3.title"),
        office=ask.actor.office_name,
        issued_on=ask.today,
        blocks=blocks,
        fields=fields,
        addressee=receiver,
        seal=True,
    )


def _station_rule(ask: Ask) -> str:
    """What a station hands over by; where the rule book has no published text, the city's own rules."""
    article = cite("STN-6", ask.law_on).article_zh
    return phrase("paper.D-28.own_rule") if article.startswith(INTERNAL) else articles_in_words(article)


@paper("D-28")
def hand_over_letter(ask: Ask) -> Paper:
    """移交函: the dispute goes to a mediation committee, with its list of papers (STN-6)."""
    case, receiver = ask.case, ask.facts.committee.name
    listed = tuple((each.name, each.size, each.sha256) for each in case.evidence)
    blocks = (
        Para(phrase("paper.D-28.body", title=case.title, number=case.number)),
        Para(phrase("paper.D-28.basis", law=_station_rule(ask))),
        Para(phrase("paper.D-28.note", note=sentence(ask.facts.note))) if ask.facts.note else Note(""),
        FingerprintList(listed),
        ReplySlip(ask.actor.office_name, phrase("paper.D-28.slip", title=case.title)),
    )
    fields = {
        "sender": ask.actor.office_name,
        "receiver": receiver,
        "reason": phrase("paper.D-28.reason"),
        "parties": f"{_names(case, 'applicant')}；{_names(case, 'respondent')}",
        "basis": _station_rule(ask),
        "enclosures": "、".join(each.name for each in case.evidence) or phrase("paper.D-28.nothing"),
    }
    return Paper(
        kind="D-28",
        title=phrase("paper.D-28.title"),
        office=ask.actor.office_name,
        issued_on=ask.today,
        blocks=blocks,
        fields=fields,
        addressee=receiver,
        seal=True,
    )


def _received(ask: Ask) -> dict[str, str]:
    return {
        "received_at": local_time(ask.now).strftime("%Y年%m月%d日 %H:%M"),
        "received_by": f"{ask.actor.office_name} {ask.actor.name}",
    }


def _receipt(ask: Ask, kind: str, rows: dict[str, str], files: list[Evidence]) -> Paper:
    return Paper(
        kind=kind,
        title=phrase(f"paper.{kind}.title"),
        office=ask.actor.office_name,
        issued_on=ask.today,
        blocks=(
            KeyValueTable(tuple((phrase(f"paper.field.{name}"), value) for name, value in rows.items())),
            FingerprintList(tuple((each.name, each.size, each.sha256) for each in files)),
            Note(phrase("paper.receipt_note" if files else "paper.receipt_keep")),
            SignatureRoom(((phrase("paper.field.receiver"), False), (phrase("paper.field.hander"), False))),
        ),
        fields=rows,
    )


def _letter(ask: Ask, kind: str, blocks: tuple[Para | Clauses, ...], fields: dict[str, str]) -> Paper:
    return Paper(
        kind=kind,
        title=phrase(f"paper.{kind}.title"),
        office=ask.actor.office_name,
        issued_on=ask.today,
        blocks=blocks,
        fields=fields,
        addressee=_names(ask.case, "applicant"),
        seal=True,
    )


def _contact(ask: Ask) -> str:
    """Where and how the office is reached, its name where the directory knows no more."""
    office = office_by_id(ask.actor.office_id)
    known = "、".join(part for part in (office.address, office.phone) if part) if office else ""
    return known or ask.actor.office_name


def _received_on(ask: Ask) -> str:
    return zh_date((ask.proceeding.received_on or local_date(ask.case.registered_at)).isoformat())


def _ground(ask: Ask) -> str:
    """The ground in words with its item number in the article of the day of receipt (CMP-5)."""
    code = ask.proceeding.refused_ground or "other"
    item, told = item_of(code, ask.law_on), phrase(f"refusal_ground.{code}")
    return phrase("paper.ground", item=item, ground=told) if item else told


def _names(case: Case, role: str) -> str:
    """The names of a side; a report's case has no applicant, and whoever reported stays unnamed (CMP-17)."""
    named = "、".join(party.name for party in case.of_role(role))
    return named or (phrase("paper.reporter") if role == "applicant" else "")


def _right(right: Right) -> str:
    return f"{phrase(f'right_kind.{right.kind}')} {right.canonical or right.number or ''}".strip()
