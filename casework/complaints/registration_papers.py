"""The registration forms of the intake: of a complaint (DOC-C1) and of a report (DOC-C2)."""

from casework.base.money import grouped
from casework.base.phrases import phrase
from casework.documents.kinds import kinds
from casework.documents.paper import KeyValueTable, Note, Paper, SignatureRoom
from casework.identifiers.amounts import capitals
from casework.procedure.step import Ask, paper
from casework.records.models import Case, Party


@paper("DOC-C1")
def complaint_form(ask: Ask) -> Paper | None:
    """投诉登记表; None where nobody complains as a consumer. What the record does not hold is written by hand."""
    if ask.proceeding.track != "complaint":
        return None
    case = ask.case
    told = {
        **_people("complainant", case.of_role("applicant")),
        "publish": _say("tick"),
        "delegated": _say("tick"),
        "respondent": _each(case.of_role("respondent"), "name"),
        "respondent_contact": _reached(case.of_role("respondent")),
        "facts": _facts(case),
        "amount": _amount(case.claim_fen),
        "evidence": _evidence(case),
        "request": case.request,
        "handler": f"{ask.actor.office_name} {ask.actor.name}",
    }
    room = SignatureRoom(((_say("complainant"), False), (_say("handler"), False)))
    return _form(ask, "DOC-C1", told, Note(_say("remote")), room)


@paper("DOC-C2")
def report_form(ask: Ask) -> Paper | None:
    """举报登记表; None for anything but a report. Who reported stays in the vault and is not printed (CMP-17)."""
    if ask.proceeding.track != "report":
        return None
    reported = ask.case.of_role("respondent")
    hidden = _say("in_the_vault")
    told = {
        **dict.fromkeys(("reporter", "phone", "address", "identity"), hidden),
        "reported": _each(reported, "name"),
        "reported_address": _each(reported, "address"),
        "clues": _facts(ask.case),
        "evidence": _evidence(ask.case),
        "handler": f"{ask.actor.office_name} {ask.actor.name}",
    }
    room = SignatureRoom(((_say("reporter"), False), (_say("handler"), False)))
    return _form(ask, "DOC-C2", told, Note(_say("secret")), room)


def _people(role: str, people: list[Party]) -> dict[str, str]:
    return {
        role: _each(people, "name"),
        "phone": _each(people, "phone"),
        "identity": "\n".join(_identity(each) for each in people),
        "address": _each(people, "address"),
    }


def _each(people: list[Party], name: str) -> str:
    """One line a party; empty room to write in where the record has nothing."""
    return "\n".join(dict.fromkeys(getattr(each, name) or "" for each in people)).strip()


def _identity(party: Party) -> str:
    """An organisation's credit code in full, of a person's number its last four places (P-12)."""
    if party.kind == "org":
        return _say("credit_code", code=party.code) if party.code else ""
    return _say("identity_card", last=party.code_last4) if party.code_last4 else ""


def _reached(people: list[Party]) -> str:
    told = ("，".join(part for part in (each.representative, each.phone, each.address) if part) for each in people)
    return "\n".join(told).strip()


def _facts(case: Case) -> str:
    return "\n".join(part for part in (case.place and _say("place", place=case.place), case.facts) if part)


def _amount(fen: int | None) -> str:
    return _say("amount", yuan=grouped(fen), capitals=capitals(fen)) if fen else _say("no_amount")


def _evidence(case: Case) -> str:
    return "、".join(each.name for each in case.evidence) or phrase("paper.none")


def _form(ask: Ask, kind: str, told: dict[str, str], *blocks: Note | SignatureRoom) -> Paper:
    rows = tuple((phrase(f"documents.field.{name}"), value) for name, value in told.items())
    return Paper(
        kind=kind,
        title=kinds()[kind].title,
        office=ask.actor.office_name,
        issued_on=ask.today,
        blocks=(KeyValueTable(rows), *blocks),
        fields=told,
    )


def _say(name: str, **values: str | None) -> str:
    return phrase(f"paper.registration.{name}", **values)
