"""The papers of the transfer to the police (DOC-P1 to P7), as values made from the record."""

from dataclasses import replace
from datetime import date

from casework.documents.blocks import Block, FingerprintList, Heading
from casework.documents.paper import Paper
from casework.documents.text import articles_in_words
from casework.enforcement.goods import COLUMNS, goods_table, rows_of, shortened, worth_told
from casework.enforcement.printing import (
    Extra,
    Row,
    common_rows,
    contact,
    day,
    form,
    instant,
    law,
    letter,
    office_name,
    people,
    zh,
)
from casework.enforcement.sheet import last_sheet
from casework.procedure.step import Ask, paper
from casework.transfers.kinds import FIVE_PAPERS

HANDLERS = Extra(signers=("handlers",))
FULL_WIDTH = str.maketrans({",": "，", ":": "："})
EXAMINED = ("body", "qualification", "object", "conclusion", "concluded_on")


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
        ("approver", f"{ask.actor.name}（{zh(f'role.{ask.actor.role}')}）"),
        ("decision", zh(f"approval.{ask.step.name}")),
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
        *common_rows(ask),
        ("sender", ask.actor.office_name),
        ("receiver", receiver),
        ("law", law(ask, "POL-1", "POL-4")),
        *sheet_rows(ask),
        ("facts", transfer.report),
        ("measures", measures_told(ask)),
        ("attachments", "；".join(five_papers(ask))),
        ("handlers", "、".join(transfer.team)),
        ("contact", contact(ask, transfer.contact)),
        ("approved_at", instant(ask, transfer.approved_at)),
        ("sent_at", instant(ask, transfer.sent_at)),
        ("bundle_sha256", transfer.bundle_sha256),
    ]
    extra = Extra((), receiver, blocks={"files": files_of(ask)}, seal=True, slip=ask.actor.office_name)
    return letter(ask, "DOC-P1", rows, extra)


@paper("DOC-P2")
def investigation_report(ask: Ask) -> Paper | None:
    """涉嫌犯罪案件情况的调查报告, where it is ticked as present."""
    transfer = ask.proceeding
    if transfer.papers.get("report") is not True:
        return None
    told = dict(sheet_rows(ask))
    rows: list[Row] = [
        *common_rows(ask),
        ("source", channel(ask)),
        ("suspect", people(ask, "respondent")),
        ("facts", transfer.report),
        ("evidence", files_told(ask)),
        ("law", told["crime"]),
        ("threshold_lines", told["threshold_lines"]),
        ("suspicion", told["suspicion"]),
        ("proposal", zh("agency_paper.police_proposal", police=office_name(transfer.counterpart_id))),
        ("handlers", "、".join(transfer.team)),
    ]
    return letter(ask, "DOC-P2", rows, HANDLERS)


@paper("DOC-P3")
def goods_list(ask: Ask) -> Paper | None:
    """涉案物品清单 of the measures in force, where it is ticked as present and there are any."""
    transfer = ask.proceeding
    if transfer.papers.get("goods") is not True or not transfer.measures:
        return None
    printed = [(each, rows_of(each["goods"], each.get("items", ()))) for each in transfer.measures]
    items = [row for _, lines in printed for row in lines]
    rows: list[Row] = [
        *common_rows(ask),
        ("items", shortened("\n".join(row["name"] for row in items))),
        ("worth", worth_told(each for measure in transfer.measures for each in measure.get("items", ()))),
        ("storage_place", "；".join(_each(transfer.measures, "place"))),
        ("measure_document", "；".join(_each(transfer.measures, "document"))),
    ]
    blocks: dict[str, Block | None] = {}
    for place, (measure, lines) in enumerate(printed):
        blocks[f"measure{place}"] = Heading(_measure({**measure, "goods": ""}))
        blocks[f"goods{place}"] = goods_table(lines)
    made = form(ask, "DOC-P3", rows, Extra(("handlers",), blocks=blocks))
    columns = {column: "；".join(_each(items, column)) for column in COLUMNS if column != "name"}
    return replace(made, fields={**made.fields, **columns})


@paper("DOC-P4")
def appraisal_note(ask: Ask) -> Paper:
    """检验报告或者鉴定意见: by whom, of what, with which result; or the reason why there is none."""
    told = ask.proceeding.papers.get("appraisal")
    examined, there = ask.facts.appraisal, told is True
    rows: list[Row] = [
        *common_rows(ask),
        ("report", zh("agency_paper.attached") if there else told),
        *((name, getattr(examined, name) if there else zh("agency_paper.not_applicable")) for name in EXAMINED),
    ]
    return form(ask, "DOC-P4", rows, HANDLERS)


@paper("DOC-P6")
def reconsideration_request(ask: Ask) -> Paper:
    """复议申请: which refusal, received when, why it is wrong."""
    return _attack(ask, ask.proceeding.police_id, "DOC-P6.reconsideration", "POL-8")


@paper("DOC-P6")
def supervision_suggestion(ask: Ask) -> Paper:
    """建议立案监督书 to the procuratorate."""
    return _attack(ask, ask.proceeding.procuratorate_id, "DOC-P6.supervision", "POL-9")


@paper("DOC-P7")
def goods_receipt(ask: Ask) -> Paper:
    """物品移交清单 signed by both."""
    rows: list[Row] = [
        *common_rows(ask),
        ("given_by", ask.facts.given_by),
        ("taken_by", ask.facts.taken_by),
        ("handed_at", instant(ask)),
        ("items", ask.facts.goods),
    ]
    return form(ask, "DOC-P7", rows, Extra(signers=("giver", "taker")))


def sheet_rows(ask: Ask) -> list[Row]:
    """Crime, lines reached and suspicion of the newest sheet; what is not named or not reached says so."""
    sheet = last_sheet(ask.proceeding)
    crime = articles_in_words(zh(f"crime.{sheet.crime}" if sheet and sheet.crime else "crime.unnamed"))
    reached = "；".join(sheet.lines).translate(FULL_WIDTH) if sheet and sheet.lines else None
    lines = reached or zh("agency_paper.no_line_reached")
    return [("crime", crime), ("threshold_lines", lines), ("suspicion", sheet.suspicion if sheet else None)]


def channel(ask: Ask) -> str:
    """How the case came, in words."""
    return zh(f"channel.{ask.case.source}")


def measures_told(ask: Ask) -> str:
    """Every measure in force with the day on which it ends; 无 where there is none."""
    return "；".join(_measure(each) for each in ask.proceeding.measures) or zh("agency_paper.none")


def files_of(ask: Ask) -> FingerprintList | None:
    """The frozen bundle, a fingerprint per file; nothing where no file goes along."""
    files = tuple((each["name"], each["size"], each["sha256"]) for each in ask.proceeding.bundle)
    return FingerprintList(files) if files else None


def files_told(ask: Ask) -> str:
    """The names of the files in the bundle; 无 where no file goes along."""
    return "、".join(each["name"] for each in ask.proceeding.bundle) or zh("agency_paper.none")


def five_papers(ask: Ask) -> tuple[str, ...]:
    """The five papers of the rules, each attached or explained."""
    told = ask.proceeding.papers
    attached = zh("agency_paper.attached")
    words = ((zh(f"five_papers.{name}"), told.get(name)) for name in FIVE_PAPERS)
    return tuple(f"{word}：{attached if there is True else there}" for word, there in words)


def _attack(ask: Ask, receiver_id: int | None, text: str, rule: str) -> Paper:
    transfer, receiver = ask.proceeding, office_name(receiver_id)
    rows: list[Row] = [
        *common_rows(ask),
        ("receiver", receiver),
        ("police", office_name(transfer.police_id)),
        ("decision", transfer.declined_reason),
        ("received_at", instant(ask, transfer.answered_at)),
        ("reasons", ask.facts.reason),
        ("law", law(ask, rule)),
        ("contact", contact(ask, transfer.contact)),
    ]
    extra = Extra((), receiver, seal=True, title=zh(f"agency_title.{text}"))
    return letter(ask, "DOC-P6", rows, extra, text=text)


def _each(rows: list[dict[str, str]], name: str) -> list[str]:
    return list(dict.fromkeys(str(each[name]) for each in rows if each.get(name)))


def _measure(row: dict[str, object]) -> str:
    told = [
        zh(f"measure_kind.{row['kind']}"),
        str(row.get("document") or ""),
        shortened(str(row["goods"])),
        zh("agency_paper.stored", place=row["place"]) if row.get("place") else "",
        zh("agency_paper.ends", day=day(date.fromisoformat(str(row["expires_on"])))) if row.get("expires_on") else "",
    ]
    return "，".join(part for part in told if part)
