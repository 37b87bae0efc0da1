"""The papers of a mediation that the authority holds itself (DOC-C7 to DOC-C9)."""

from casework.base.phrases import phrase
from casework.base.wallclock import local_time
from casework.documents.kinds import kinds
from casework.documents.paper import KeyValueTable, Paper, Para, SignatureRoom
from casework.documents.text import zh_date
from casework.identity.directory import office_by_id
from casework.procedure.step import Ask, paper

COPIES = 3
Blocks = tuple[KeyValueTable | Para | SignatureRoom, ...]


@paper("DOC-C7")
def meeting_notice(ask: Ask) -> Paper:
    """投诉调解通知书: when, where, what to bring, who mediates and until when to object (CMP-6)."""
    at = local_time(ask.facts.at)
    office = office_by_id(ask.actor.office_id)
    told = {
        "subject": ask.case.title,
        "time": f"{zh_date(at.date().isoformat())}{at:%H:%M}",
        "place": ask.facts.place,
        "bring": ask.facts.bring or _say("bring"),
        "mediators": "、".join(ask.facts.mediators),
        "recusal": _say("recusal"),
        "phone": (office.phone if office else None) or _say("phone_of_office"),
    }
    return _paper(ask, "DOC-C7", (Para(_say("meeting", title=ask.case.title)), _table(told)), told)


@paper("DOC-C8")
def termination_notice(ask: Ask) -> Paper:
    """终止调解决定书: ground by its number, and the ways that are left (CMP-7)."""
    ground = phrase(f"termination_ground.{ask.facts.ground}", lang="zh")
    told = {"subject": ask.case.title, "ground": ground, "remedy": ask.facts.routes or ""}
    said = _say("terminated", title=ask.case.title, ground=ground, reason=ask.facts.reason or "")
    return _paper(ask, "DOC-C8", (Para(said), Para(told["remedy"])), told)


@paper("DOC-C9")
def settlement(ask: Ask) -> Paper | None:
    """投诉调解书 in three originals; None where it was performed at once or both do without (CMP-9)."""
    if ask.facts.without_paper:
        return None
    told = {
        "complainant": _names(ask, "applicant"),
        "respondent": _names(ask, "respondent"),
        "content": ask.case.facts or ask.case.title,
        "request": ask.case.request or _say("none"),
        "agreement": ask.facts.text,
    }
    room = SignatureRoom(
        (*((party.name, party.kind == "org") for party in ask.case.parties), (_say("mediator"), False))
    )
    return _paper(ask, "DOC-C9", (_table(told), Para(_say("unperformed")), room), told, copies=COPIES)


def _table(told: dict[str, str]) -> KeyValueTable:
    return KeyValueTable(tuple((phrase(f"documents.field.{name}", lang="zh"), text) for name, text in told.items()))


def _paper(ask: Ask, kind: str, blocks: Blocks, fields: dict[str, str], copies: int = 1) -> Paper:
    return Paper(
        kind=kind,
        title=kinds()[kind].title,
        office=ask.actor.office_name,
        issued_on=ask.today,
        blocks=blocks,
        fields=fields,
        addressee="、".join(filter(None, (_names(ask, "applicant"), _names(ask, "respondent")))),
        seal=True,
        copies=copies,
    )


def _names(ask: Ask, role: str) -> str:
    return "、".join(party.name for party in ask.case.of_role(role))


def _say(key: str, **values: str) -> str:
    return phrase(f"complaint_mediation.{key}", lang="zh", **values)
