"""The papers of the transfer to the police (DOC-P1 to P7), as values made from the record."""

from casework.base.phrases import phrase
from casework.documents.blocks import FingerprintList, Table
from casework.documents.paper import Paper
from casework.enforcement.papers import Extra, Row, common_rows, form, instant, parties
from casework.enforcement.sheet import last_sheet
from casework.identity.directory import office_by_id
from casework.procedure.step import Ask, paper
from casework.transfers.kinds import FIVE_PAPERS

HANDLERS = Extra(signers=("handlers",))
HEAD = Extra(signers=("head",), seal=True)


@paper("DOC-P5.report")
def crime_report(ask: Ask) -> Paper:
    """移送涉嫌犯罪案件的书面报告 to the chief, with the threshold sheet."""
    rows: list[Row] = [
        *common_rows(ask),
        ("team", "、".join(ask.proceeding.team)),
        *sheet_rows(ask),
        ("report", ask.facts.report),
        ("reported_at", instant(ask, ask.proceeding.reported_at)),
    ]
    return form(ask, "DOC-P5.report", rows, HANDLERS)


@paper("DOC-P5")
def approval_sheet(ask: Ask) -> Paper:
    """移送审批表: team, report instant, the chief by post, decision, instant, reasons if refused."""
    transfer = ask.proceeding
    rows: list[Row] = [
        *common_rows(ask),
        ("team", "、".join(transfer.team)),
        ("reported_at", instant(ask, transfer.reported_at)),
        ("approver", f"{ask.actor.name}({phrase(f'role.{ask.actor.role}')})"),
        ("decision", phrase(f"approval.{ask.step.name}")),
        ("decided_at", instant(ask)),
        ("reason", transfer.refused_reason),
    ]
    return form(ask, "DOC-P5", rows, Extra(signers=("chief",)))


@paper("DOC-P1")
def crime_letter(ask: Ask) -> Paper:
    """涉嫌犯罪案件移送书 with the frozen list of attachments, the measures in force and the reply slip."""
    transfer = ask.proceeding
    receiver = office_name(transfer.counterpart_id)
    rows: list[Row] = [
        ("case_number", ask.case.number),
        ("sender", ask.actor.office_name),
        ("receiver", receiver),
        ("party", parties(ask, "respondent")),
        *sheet_rows(ask),
        ("facts", transfer.report),
        ("measures", measures_told(ask)),
        ("attachments", _five_papers(ask)),
        ("handlers", "、".join(transfer.team)),
        ("contact", transfer.contact),
        ("approved_at", instant(ask, transfer.approved_at)),
        ("sent_at", instant(ask, transfer.sent_at)),
        ("bundle_sha256", transfer.bundle_sha256),
    ]
    extra = Extra(("receiver_with_instant",), receiver, "penalty_note.DOC-P1", (files_of(ask),), True)
    return form(ask, "DOC-P1", rows, extra)


@paper("DOC-P2")
def investigation_report(ask: Ask) -> Paper | None:
    """涉嫌犯罪案件情况的调查报告, where it is ticked as present."""
    transfer = ask.proceeding
    if transfer.papers.get("report") is not True:
        return None
    crime, lines, suspicion = (value for _, value in sheet_rows(ask))
    rows: list[Row] = [
        ("case_number", ask.case.number),
        ("source", channel(ask)),
        ("suspect", parties(ask, "respondent")),
        ("facts", transfer.report),
        ("evidence", "、".join(each["name"] for each in transfer.bundle)),
        ("law", crime),
        ("threshold_lines", lines),
        ("suspicion", suspicion),
        ("proposal", phrase("penalty_paper.police_proposal", police=office_name(transfer.counterpart_id))),
    ]
    return form(ask, "DOC-P2", rows, HANDLERS)


@paper("DOC-P3")
def goods_list(ask: Ask) -> Paper | None:
    """涉案物品清单 from the measures in force, where it is ticked as present."""
    transfer = ask.proceeding
    if transfer.papers.get("goods") is not True:
        return None
    head = tuple(
        phrase(f"penalty_paper.{each}") for each in ("goods", "storage_place", "measure_document", "expires_on")
    )
    lines = tuple(
        (each["goods"], each["place"] or "", each["document"] or "", each["expires_on"] or "")
        for each in transfer.measures
    )
    items = ";".join(each["goods"] for each in transfer.measures)
    return form(
        ask, "DOC-P3", [*common_rows(ask), ("items", items)], Extra(("handlers",), blocks=(Table(head, lines),))
    )


@paper("DOC-P4")
def appraisal_note(ask: Ask) -> Paper:
    """检验报告或者鉴定结论: attached, or the reason why there is none."""
    told = ask.proceeding.papers.get("appraisal")
    said = phrase("penalty_paper.attached") if told is True else told
    return form(ask, "DOC-P4", [*common_rows(ask), ("report", said)], HANDLERS)


@paper("DOC-P6")
def reconsideration_request(ask: Ask) -> Paper:
    """复议申请: which refusal, received when, why it is wrong."""
    return form(ask, "DOC-P6", _attacked(ask, ask.proceeding.police_id), HEAD)


@paper("DOC-P6")
def supervision_suggestion(ask: Ask) -> Paper:
    """建议立案监督书 to the procuratorate."""
    return form(ask, "DOC-P6", _attacked(ask, ask.proceeding.procuratorate_id), HEAD)


@paper("DOC-P7")
def goods_receipt(ask: Ask) -> Paper:
    """物品移交清单 signed by both."""
    rows: list[Row] = [
        *common_rows(ask),
        ("items", ask.facts.goods),
        ("given_by", ask.facts.given_by),
        ("taken_by", ask.facts.taken_by),
        ("handed_at", instant(ask)),
    ]
    return form(ask, "DOC-P7", rows, Extra(signers=("giver", "taker")))


def sheet_rows(ask: Ask) -> list[Row]:
    """Crime, lines reached and suspicion of the newest sheet; a crime not named yet says so."""
    sheet = last_sheet(ask.proceeding)
    crime = phrase(f"crime.{sheet.crime}") if sheet and sheet.crime else phrase("crime.unnamed")
    lines = ";".join(sheet.lines) if sheet else ""
    return [("crime", crime), ("threshold_lines", lines), ("suspicion", sheet.suspicion if sheet else None)]


def office_name(office_id: int | None) -> str | None:
    """The full name of an office."""
    office = office_by_id(office_id) if office_id else None
    return office.name if office else None


def channel(ask: Ask) -> str:
    """How the case came, in words."""
    return phrase(f"channel.{ask.case.source}")


def measures_told(ask: Ask) -> str:
    """Every measure in force with the day on which it ends."""
    return ";".join(_measure(each) for each in ask.proceeding.measures)


def files_of(ask: Ask) -> FingerprintList:
    """The frozen bundle, a fingerprint per file."""
    return FingerprintList(tuple((each["name"], each["size"], each["sha256"]) for each in ask.proceeding.bundle))


def _five_papers(ask: Ask) -> str:
    told = ask.proceeding.papers
    attached = phrase("penalty_paper.attached")
    words = ((phrase(f"five_papers.{name}"), told.get(name)) for name in FIVE_PAPERS)
    return ";".join(f"{word}:{attached if there is True else there}" for word, there in words)


def _measure(row: dict[str, object]) -> str:
    kind = phrase(f"measure_kind.{row['kind']}")
    expires = row["expires_on"] or phrase("penalty_paper.none")
    return phrase("penalty_paper.measure", kind=kind, goods=row["goods"], place=row["place"], expires=expires)


def _attacked(ask: Ask, receiver_id: int | None) -> list[Row]:
    transfer = ask.proceeding
    return [
        *common_rows(ask),
        ("receiver", office_name(receiver_id)),
        ("decision", transfer.declined_reason),
        ("received_at", instant(ask, transfer.answered_at)),
        ("reasons", ask.facts.reason),
    ]
