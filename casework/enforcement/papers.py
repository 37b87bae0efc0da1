"""The papers of leads and penalty cases, as values made from the record (transfer.md section 4)."""

import json
from functools import cache
from importlib.resources import files

from casework.documents.blocks import KeyValueTable
from casework.documents.paper import Paper
from casework.enforcement.goods import goods_table, rows_of, shortened, worth_told
from casework.enforcement.printing import (
    Extra,
    Row,
    common_rows,
    contact,
    form,
    instant,
    law,
    letter,
    money,
    parties,
    people,
    zh,
)
from casework.procedure.step import Ask, paper


@paper("DOC-E1")
def lead_registration(ask: Ask) -> Paper:
    """案件来源登记表: where the lead came from, what is suspected; never who reported."""
    penalty = ask.proceeding
    rows: list[Row] = [
        *common_rows(ask),
        ("lead_source", zh(f"lead_source.{penalty.source}")),
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
    """财物清单: what was seized or preserved, item by item, where it is, since when."""
    measure = ask.proceeding.measures[-1]
    rows: list[Row] = [
        *common_rows(ask),
        ("measure_kind", zh(f"measure_kind.{measure.kind}")),
        ("measure_document", measure.document),
        ("goods", shortened(measure.goods)),
        ("worth", worth_told(measure.items)),
        ("storage_place", measure.place),
        ("taken_on", measure.taken_on),
    ]
    table = goods_table(rows_of(measure.goods, measure.items))
    return form(ask, "DOC-E4", rows, Extra(signers=("handlers", "party"), blocks={"items": table}))


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
        ("law", law(ask, "PEN-8")),
        ("contact", contact(ask)),
    ]
    return letter(ask, "DOC-E6", rows, Extra(("party",), parties(ask, "respondent"), seal=True))


@paper("DOC-E7")
def penalty_decision(ask: Ask) -> Paper:
    """行政处罚决定书: facts, order, amounts, remedies."""
    penalty = ask.proceeding
    rows: list[Row] = [
        ("decision_number", penalty.decision_number),
        *common_rows(ask),
        ("penalty_number", penalty.number),
        ("findings", penalty.findings),
        ("decision", penalty.decision),
        ("fine", money(penalty.fine_fen)),
        ("confiscated", money(penalty.confiscated_fen)),
        ("notified_on", penalty.notified_on),
        ("decided_on", penalty.decided_on),
    ]
    rows += [
        ("by_law", _by_law(ask)),
        ("performance", zh(f"agency_paper.{'pay_fine' if penalty.fine_fen else 'perform_at_once'}")),
    ]
    return letter(ask, "DOC-E7", rows, Extra(blocks=_whom(ask), seal=True)).numbered(penalty.decision_number)


@cache
def fines() -> dict[str, str]:
    """Kind of right -> the rule that a fine rests on."""
    told: dict[str, str] = json.loads((files("casework.enforcement") / "data" / "fines.json").read_text("utf-8"))[
        "fines"
    ]
    return told


def _by_law(ask: Ask) -> str:
    """The articles that a fine for these rights rests on, by the law of the day; 依法 where the rules name none."""
    rules = dict.fromkeys(rule for each in ask.case.rights if (rule := fines().get(each.kind)))
    return zh("agency_paper.by_law", law=law(ask, *rules)) if rules else zh("agency_paper.by_the_law")


@paper("DOC-E8")
def no_penalty_decision(ask: Ask) -> Paper:
    """不予行政处罚决定书 with its reason."""
    rows: list[Row] = [
        *common_rows(ask),
        ("penalty_number", ask.proceeding.number),
        ("findings", ask.proceeding.findings),
        ("reason", ask.facts.reason),
    ]
    return letter(ask, "DOC-E8", rows, Extra(blocks=_whom(ask), seal=True))


@paper("DOC-T3")
def assistance_letter(ask: Ask) -> Paper:
    """协助调查函: what is asked, why, answer until when (ADM-7)."""
    asked = ask.facts
    rows: list[Row] = [
        *common_rows(ask),
        ("receiver", asked.receiver),
        ("what", asked.what),
        ("why", asked.why),
        ("due", asked.due),
        ("law", law(ask, "ADM-7")),
        ("contact", contact(ask, asked.contact)),
    ]
    return letter(ask, "DOC-T3", rows, Extra((), asked.receiver, seal=True))


def _whom(ask: Ask) -> dict[str, KeyValueTable]:
    told = people(ask, "respondent").split("\n")
    return {"whom": KeyValueTable(tuple((zh("agency_paper.party"), each) for each in told))}


@paper("DOC-C10")
def report_result(ask: Ask) -> Paper:
    """举报处理结果告知书: the result and the law that asks to tell it; who reported stands in the vault alone."""
    rows: list[Row] = [
        ("reporter", zh("agency_paper.reporter")),
        ("subject", ask.proceeding.suspected),
        ("basis", ask.facts.basis or law(ask, "CMP-12")),
        ("result", ask.facts.result),
        ("contact", contact(ask)),
    ]
    return letter(ask, "DOC-C10", rows, Extra((), zh("agency_paper.reporter"), seal=True))
