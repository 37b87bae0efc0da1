"""The papers of transfers between agencies, of notices and of ways on (DOC-T1, T2 and their like; D-30)."""

import re
from collections.abc import Iterator

from casework.documents.blocks import SignatureRoom
from casework.documents.paper import Paper
from casework.enforcement.printing import (
    Extra,
    Row,
    common_rows,
    contact,
    form,
    instant,
    law,
    letter,
    office_name,
    parties,
    person,
    right_names,
    zh,
)
from casework.mediation.agreements import Agreement, agreement_in_force
from casework.mediation.printing import clause
from casework.procedure.step import Ask, paper
from casework.records.models import Party
from casework.transfers.police_papers import channel, files_of, files_told, measures_told

CLAUSES = {"K1": "ADM-6", "K2": "ADM-3"}
ABROAD = "K12"
CODE = re.compile(r"[(（]K\d+[)）]$")


@paper("R-03")
def receipt(ask: Ask) -> Paper:
    """移交回执: who received, at which instant, which bundle."""
    transfer = ask.proceeding
    rows: list[Row] = [
        *common_rows(ask),
        ("transfer_kind", _kind_told(transfer.kind)),
        ("sender", office_name(_sender_id(ask))),
        ("received_by", transfer.receiver),
        ("received_at", instant(ask, transfer.received_at)),
        ("bundle_sha256", transfer.bundle_sha256),
    ]
    return form(ask, "R-03", rows, Extra(signers=("receiver",)))


@paper("DOC-T1")
def transfer_letter(ask: Ask) -> Paper:
    """案件移送函 with evidence list, measures and reply slip."""
    transfer = ask.proceeding
    receiver = office_name(transfer.counterpart_id)
    rows: list[Row] = [
        *common_rows(ask),
        ("sender", ask.actor.office_name),
        ("receiver", receiver),
        ("source", channel(ask)),
        ("reason", transfer.reason),
        ("law", law(ask, CLAUSES[transfer.kind])),
        ("facts", ask.case.facts),
        ("evidence", files_told(ask)),
        ("measures", measures_told(ask)),
        ("contact", contact(ask, transfer.contact)),
        ("bundle_sha256", transfer.bundle_sha256),
    ]
    extra = Extra((), receiver, blocks={"files": files_of(ask)}, seal=True, slip=ask.actor.office_name)
    return letter(ask, "DOC-T1", rows, extra)


@paper("DOC-T1.return")
def return_letter(ask: Ask) -> Paper:
    """退回函 with its reason; the sender asks the common superior, nobody sends the case on."""
    receiver = office_name(ask.proceeding.office_id)
    rows: list[Row] = [
        *common_rows(ask),
        ("receiver", receiver),
        ("reason", ask.facts.reason),
        ("received_at", instant(ask, ask.proceeding.received_at)),
        ("law", law(ask, "ADM-3")),
        ("contact", contact(ask)),
    ]
    return letter(ask, "DOC-T1.return", rows, Extra((), receiver, seal=True))


@paper("DOC-T2")
def designation_request(ask: Ask) -> Paper:
    """报请指定管辖函: facts and both opinions."""
    asked = ask.proceeding
    receiver = office_name(asked.counterpart_id)
    rows: list[Row] = [
        *common_rows(ask),
        ("receiver", receiver),
        ("rival", office_name(asked.rival_id)),
        ("facts", ask.case.facts),
        ("reason", ask.facts.reason),
        ("talk", asked.talk),
        ("law", law(ask, "ADM-3", "ADM-4")),
        ("contact", contact(ask)),
    ]
    return letter(ask, "DOC-T2", rows, Extra((), receiver, seal=True))


@paper("DOC-T2.designation")
def designation(ask: Ask) -> Paper | None:
    """指定管辖通知书 of the superior; none where the superior's own paper came from outside."""
    asked = ask.proceeding
    if ask.actor.office_id != asked.counterpart_id:
        return None
    offices = "、".join(name for name in map(office_name, (asked.office_id, asked.rival_id)) if name)
    rows: list[Row] = [
        *common_rows(ask),
        ("offices", offices),
        ("designated", office_name(asked.designated_id)),
        ("letter_number", ask.facts.number),
        ("law", law(ask, "ADM-4")),
    ]
    return letter(ask, "DOC-T2.designation", rows, Extra((), offices, seal=True))


@paper("DOC-T4")
def clue_letter(ask: Ask) -> Paper:
    """线索通报函 or referral note: the sender keeps its case."""
    notice = ask.proceeding
    receiver = notice.outside or office_name(notice.counterpart_id)
    rows: list[Row] = [
        *common_rows(ask),
        ("receiver", receiver),
        ("clue", notice.reason),
        ("contact", contact(ask, notice.contact)),
    ]
    text = "DOC-T4.abroad" if notice.kind == ABROAD else ""
    return letter(ask, "DOC-T4", rows, Extra((), receiver, seal=True), text=text)


@paper("DOC-T5")
def reply(ask: Ask) -> Paper:
    """办理结果回复函 to police or procuratorate."""
    arrival = ask.proceeding
    receiver = office_name(arrival.counterpart_id)
    rows: list[Row] = [
        *common_rows(ask),
        ("receiver", receiver),
        ("received_at", instant(ask, arrival.received_at)),
        ("result", arrival.result),
        ("decision_number", arrival.result_number),
        ("contact", contact(ask)),
    ]
    return letter(ask, "DOC-T5", rows, Extra((), receiver, seal=True))


@paper("DOC-T6")
def route_letter(ask: Ask) -> Paper:
    """转出函 to court, arbitration or notary: no concession is in it (C-14)."""
    receiver = office_name(ask.proceeding.counterpart_id)
    rows: list[Row] = [
        *common_rows(ask),
        ("applicants", parties(ask, "applicant")),
        ("receiver", receiver),
        ("transfer_kind", _kind_told(ask.proceeding.kind)),
        ("reason", ask.proceeding.reason),
        ("contact", contact(ask, ask.proceeding.contact)),
    ]
    return letter(ask, "DOC-T6", rows, Extra((), receiver, seal=True))


@paper("D-30")
def notary_application(ask: Ask) -> Paper | None:
    """公证申请书 for enforcement by a notary (E-02); None on the ways to court and arbitration."""
    if ask.proceeding.kind != "K10":
        return None
    agreements = agreement_in_force(ask.case)
    parties_bound = list(dict.fromkeys(party for each in agreements for party in each.parties)) or ask.case.parties
    rows: list[Row] = [
        ("parties", "\n".join(map(person, parties_bound))),
        ("receiver", office_name(ask.proceeding.counterpart_id)),
        ("agreement", "、".join(each.number for each in agreements if each.number) or zh("agency_paper.see_enclosed")),
        ("payment_clause", "\n".join(_payments(agreements)) or zh("agency_paper.see_agreement")),
        ("promise", zh("agency_paper.promise_told")),
        (
            "identities",
            "\n".join(zh(f"agency_paper.identity_of.{each.kind}", name=each.name) for each in parties_bound),
        ),
        ("authority", _authority(parties_bound)),
        ("right_proofs", zh("agency_paper.proof_of", rights=right_names(ask))),
    ]
    places = tuple((each.name, each.kind == "org") for each in parties_bound)
    return form(ask, "D-30", rows, Extra(blocks={"signatures": SignatureRoom(places)}))


def _payments(agreements: list[Agreement]) -> Iterator[str]:
    """The duties to pay, as the agreements print them: only those can be enforced by a notary."""
    return (f"{term.no}. {clause(term)}" for each in agreements for term in each.terms if term.kind == "pay")


def _authority(people: list[Party]) -> str:
    agents = [zh("agency_paper.authorised", name=each.name, agent=each.agent) for each in people if each.agent]
    return "\n".join(agents) or zh("agency_paper.in_person")


def _kind_told(kind: str) -> str:
    """The kind of a transfer in words, without the short name that only the screen needs."""
    return CODE.sub("", zh(f"transfer_kind.{kind}"))


def _sender_id(ask: Ask) -> int | None:
    transfer = ask.proceeding
    sender: int | None = transfer.counterpart_id if transfer.kind in ("K5", "K6") else transfer.office_id
    return sender
