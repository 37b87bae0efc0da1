"""Papers of the beginning: application, acceptance, refusal, invitation, rights and duties, identity, hand-over."""

from dataclasses import replace

from casework.base.money import grouped
from casework.documents.paper import Paper, Para, ReplySlip, SignatureRoom
from casework.documents.text import articles_in_words
from casework.law import cite
from casework.mediation.papers.common import all_sign, parties, sides
from casework.mediation.printing import (
    day,
    dispute,
    make,
    names,
    person,
    titles_of,
    word,
    zh,
)
from casework.mediation.rules.people import awaited, mediation_of
from casework.procedure.step import Ask, paper
from casework.records.models import Party, Right

RIGHTS = (
    ("nature", (1,)), ("principles", (2,)), ("effect", (6,)), ("rights_of_parties", (3, 4)), ("duties_of_parties", (5,)),
    ("fee", ("fee",)),
)  # fmt: skip


@paper("D-02")
def registration_form(ask: Ask) -> Paper | None:
    """人民调解申请书 where a party applies in writing; else the committee's own form comes with acceptance (M-10)."""
    if ask.facts.origin != "application" or ask.facts.oral:
        return None
    rows = [
        *sides(ask),
        ("facts", ask.case.facts),
        ("request", ask.case.request),
        ("declaration", zh("paper.mediation.voluntary")),
    ]
    applicants = tuple((party.name, party.kind == "org") for party in ask.case.of_role("applicant"))
    return make(ask, "D-02", rows, SignatureRoom(applicants), seal=False)


@paper("D-03")
def acceptance_form(ask: Ask) -> Paper:
    """人民调解受理登记表."""
    p = mediation_of(ask)
    rows = [
        ("accepted_on", day(p.accepted_on)),
        *sides(ask),
        ("dispute_kind", dispute(ask.case)),
        ("source", word("mediation_origin", p.origin)),
        ("facts", ask.case.facts),
        ("court", p.court_name),
        ("remarks", zh("paper.mediation.none")),
    ]
    return make(ask, "D-03", rows, all_sign(ask, "registrar"), number=p.number or "")


@paper("D-05")
def rights_notices(ask: Ask) -> list[Paper]:
    """权利义务告知书, one per party."""
    last = "entrusted" if mediation_of(ask).entrusted else "7"
    items = [(name, "\n".join(zh(f"paper.mediation.rights.{n}") for n in places)) for name, places in RIGHTS]
    rows = [*items, ("confirmation_window", zh(f"paper.mediation.rights.{last}"))]
    return [
        make(
            ask,
            "D-05",
            [("parties", person(party)), *rows],
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
        parties(ask),
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
    return _to_another(ask, ask.facts.receiver, ask.facts.reason)


@paper("D-28")
def joint_letter(ask: Ask) -> Paper:
    """联合调解函 to the committee that joins: the file stays here (M-12)."""
    cause = "，".join(part for part in (zh(f"joint_cause.{ask.facts.cause}"), ask.facts.place) if part)
    made = _to_another(ask, ask.facts.committee, cause)
    return replace(made, title=zh("paper.mediation.joint.title"))


def _to_another(ask: Ask, receiver: str | None, reason: str | None) -> Paper:
    rows = [
        ("sender", ask.actor.office_name),
        ("receiver", receiver),
        parties(ask),
        ("reason", reason),
        (
            "basis",
            articles_in_words("、".join(dict.fromkeys(cite(rule, ask.law_on).article_zh for rule in ask.step.basis))),
        ),
        ("facts", ask.case.facts),
        ("enclosures", "\n".join(titles_of(ask.proceeding)) or zh("paper.mediation.none")),
    ]
    slip = ReplySlip(ask.actor.office_name, zh("paper.mediation.slip", title=ask.case.title))
    return make(ask, "D-28", rows, slip, addressee=receiver or "")


@paper("D-02a")
def rights_annex(ask: Ask) -> list[Paper]:
    """知识产权纠纷调解申请附表: the right in dispute, its holder and number, what is done against it; one per right."""
    if getattr(ask.facts, "origin", None) != "application" or ask.facts.oral:
        return []
    case, nothing = ask.case, zh("paper.mediation.none")
    shared = [
        ("alleged_act", case.facts),
        ("act_place", case.place or nothing),
        ("link", nothing),
        ("evidence", "、".join(each.name for each in case.evidence) or nothing),
        ("pending", ask.proceeding.pending_elsewhere or nothing),
        ("claimed", zh("paper.mediation.yuan", yuan=grouped(case.claim_fen)) if case.claim_fen else nothing),
        ("relief", case.request),
    ]
    room = SignatureRoom(tuple((party.name, party.kind == "org") for party in case.of_role("applicant")))
    return [make(ask, "D-02a", [*_right(right), *shared], room, seal=False) for right in case.rights]


def _right(right: Right) -> list[tuple[str, str | None]]:
    """The right as told; whether it still stands and until when is checked on the register and filled in by hand."""
    return [
        ("rights", "，".join(each for each in (word("right_kind", right.kind), right.title) if each)),
        ("right_number", right.canonical or right.number or zh("paper.mediation.none")),
        ("right_holder", right.holder or zh("paper.mediation.as_applied")),
        ("legal_status", zh("paper.mediation.unverified" if right.doubtful else "paper.mediation.by_register")),
        ("valid_until", zh("paper.mediation.by_register")),
    ]


@paper("D-06")
def identity_proofs(ask: Ask) -> list[Paper]:
    """当事人身份证明, one sheet per party with room for the copy; of a number only its last four places (P-12)."""
    return [
        make(
            ask,
            "D-06",
            [
                ("holder", person(party)),
                ("document_kind", zh(f"paper.mediation.document.{party.kind}")),
                ("document_number", _ending_in(party)),
                ("valid_until", zh("paper.mediation.on_the_copy")),
                ("copy_attached", zh("paper.mediation.copy_here")),
            ],
            seal=False,
        )
        for party in ask.case.parties
    ]


def _ending_in(party: Party) -> str:
    if not party.code_last4:
        return zh("paper.mediation.on_the_copy")
    return zh("paper.mediation.ending_in", last=party.code_last4)


@paper("D-07")
def authorisations(ask: Ask) -> list[Paper]:
    """授权委托书 for each party that has an agent, with every power named one by one."""
    return [
        make(
            ask,
            "D-07",
            [
                ("principal", person(party)),
                ("agent", party.agent),
                ("relation", zh("paper.mediation.relation_by_hand")),
                ("matters", ask.case.title),
                ("powers", "\n".join(zh(f"paper.mediation.power.{n}") for n in range(1, 8))),
                ("valid_until", zh("paper.mediation.until_the_end")),
            ],
            SignatureRoom(((party.name, party.kind == "org"), (party.agent or "", False))),
            seal=False,
        )
        for party in ask.case.parties
        if party.agent
    ]
