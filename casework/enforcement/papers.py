"""The papers of leads and penalty cases, as values made from the record (transfer.md section 4)."""

from collections.abc import Iterable
from dataclasses import dataclass

from casework.base.phrases import phrase
from casework.base.wallclock import local_time
from casework.documents.blocks import Block, KeyValueTable, Note, SignatureRoom
from casework.documents.paper import Paper
from casework.enforcement.reporter import redacted
from casework.procedure.step import Ask, paper

Row = tuple[str, object]


@dataclass(frozen=True)
class Extra:
    """What a paper has beside its table: who signs, to whom, a note at its foot, further blocks."""

    signers: tuple[str, ...] = ()
    addressee: str | None = None
    note: str | None = None
    blocks: tuple[Block, ...] = ()
    seal: bool = False


def form(ask: Ask, kind: str, rows: Iterable[Row], extra: Extra = Extra()) -> Paper:
    """A paper made of one table: labels from `penalty_paper.<name>`, every value freed of the reporter's identity."""
    told = [(name, _text(ask, value)) for name, value in rows]
    table = KeyValueTable(tuple((phrase(f"penalty_paper.{name}"), value) for name, value in told))
    notes = (Note(phrase(extra.note)),) if extra.note else ()
    places = tuple((phrase(f"penalty_sign.{each}"), False) for each in extra.signers)
    return Paper(
        kind=kind,
        title=phrase(f"penalty_title.{kind}"),
        office=ask.actor.office_name,
        issued_on=ask.today,
        addressee=extra.addressee or "",
        blocks=(table, *extra.blocks, *notes, *((SignatureRoom(places),) if places else ())),
        fields=dict(told),
        seal=extra.seal,
    )


def instant(ask: Ask, value: object = None) -> str:
    """An instant as a paper prints it, default the act's."""
    return local_time(value or ask.now).strftime("%Y年%m月%d日 %H:%M")  # type: ignore[arg-type]


def parties(ask: Ask, role: str) -> str:
    """The names of one side."""
    return "、".join(each.name for each in ask.case.of_role(role))


def right_names(ask: Ask) -> str:
    """The rights in dispute with their numbers."""
    told = (
        f"{phrase(f'right_kind.{each.kind}')} {each.canonical or each.number or ''}".strip() for each in ask.case.rights
    )
    return "、".join(told)


def common_rows(ask: Ask) -> list[Row]:
    """What every paper of a case begins with."""
    return [
        ("case_number", ask.case.number),
        ("party", parties(ask, "respondent")),
        ("rights", right_names(ask)),
    ]


@paper("DOC-E1")
def lead_registration(ask: Ask) -> Paper:
    """案件来源登记表: where the lead came from, what is suspected; never who reported."""
    penalty = ask.proceeding
    rows: list[Row] = [
        *common_rows(ask),
        ("lead_source", phrase(f"lead_source.{penalty.source}")),
        ("suspected_act", penalty.suspected),
        ("act_ended_on", penalty.act_ended_on),
        ("registered_at", instant(ask)),
        ("handler", ask.actor.name),
    ]
    return form(ask, "DOC-E1", rows, Extra(signers=("handler", "head")))


@paper("DOC-E2")
def filing_approval(ask: Ask) -> Paper:
    """立案审批表: evidence, officers, approval of the head."""
    rows: list[Row] = [
        *common_rows(ask),
        ("penalty_number", ask.proceeding.number),
        ("suspected_act", ask.proceeding.suspected),
        ("first_evidence", ask.facts.evidence),
        ("officers", "、".join(ask.proceeding.officers)),
        ("approved_by", ask.actor.name),
        ("filed_on", ask.today),
    ]
    return form(ask, "DOC-E2", rows, Extra(signers=("handlers", "head")))


@paper("DOC-E3")
def no_filing(ask: Ask) -> Paper:
    """不予立案审批表 with its reason."""
    rows: list[Row] = [
        *common_rows(ask),
        ("suspected_act", ask.proceeding.suspected),
        ("reason", ask.facts.reason),
        ("approved_by", ask.actor.name),
    ]
    return form(ask, "DOC-E3", rows, Extra(signers=("handlers", "head")))


@paper("DOC-E4")
def goods_list(ask: Ask) -> Paper:
    """财物清单: what was seized or preserved, where it is, until when."""
    rows: list[Row] = [
        *common_rows(ask),
        ("measure_kind", phrase(f"measure_kind.{ask.facts.kind}")),
        ("measure_document", ask.facts.document),
        ("goods", ask.facts.goods),
        ("storage_place", ask.facts.place),
        ("taken_on", ask.facts.taken_on or ask.today),
    ]
    return form(ask, "DOC-E4", rows, Extra(signers=("handlers", "party")))


@paper("DOC-E5")
def investigation_report(ask: Ask) -> Paper:
    """案件调查终结报告: findings and officers, for legal review."""
    rows: list[Row] = [
        *common_rows(ask),
        ("penalty_number", ask.proceeding.number),
        ("findings", ask.facts.findings),
        ("officers", "、".join(ask.proceeding.officers)),
    ]
    return form(ask, "DOC-E5", rows, Extra(signers=("handlers",)))


@paper("DOC-E6")
def penalty_notice(ask: Ask) -> Paper:
    """行政处罚告知书: what is intended, and the right to be heard."""
    rows: list[Row] = [
        *common_rows(ask),
        ("penalty_number", ask.proceeding.number),
        ("findings", ask.proceeding.findings),
        ("proposed_penalty", ask.facts.proposed),
        ("served_on", ask.facts.served_on),
    ]
    return form(ask, "DOC-E6", rows, Extra(signers=("party",), note="penalty_note.DOC-E6", seal=True))


@paper("DOC-E7")
def penalty_decision(ask: Ask) -> Paper:
    """行政处罚决定书: facts, order, amounts, remedies."""
    penalty = ask.proceeding
    rows: list[Row] = [
        ("decision_number", penalty.decision_number),
        *common_rows(ask),
        ("findings", penalty.findings),
        ("decision", penalty.decision),
        ("fine", yuan(penalty.fine_fen)),
        ("confiscated", yuan(penalty.confiscated_fen)),
        ("decided_on", penalty.decided_on),
    ]
    return form(ask, "DOC-E7", rows, Extra(note="penalty_note.DOC-E7", seal=True)).numbered(penalty.decision_number)


@paper("DOC-E8")
def no_penalty_decision(ask: Ask) -> Paper:
    """不予行政处罚决定书 with its reason."""
    rows: list[Row] = [
        *common_rows(ask),
        ("findings", ask.proceeding.findings),
        ("reason", ask.facts.reason),
    ]
    return form(ask, "DOC-E8", rows)


def yuan(fen: int | None) -> str:
    """An amount as a paper prints it."""
    return phrase("penalty_paper.none") if fen is None else f"{fen / 100:,.2f}元"


def _text(ask: Ask, value: object) -> str:
    told = phrase("penalty_paper.none") if value is None or value == "" else str(value)
    return redacted(told, ask.case)
