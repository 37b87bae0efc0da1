"""The papers of a patent mediation (Order 81 arts 65, 66, 69)."""

from casework.adjudication.agreement_paper import agreement_paper
from casework.base.phrases import phrase
from casework.documents.kinds import kinds
from casework.documents.paper import Clauses, KeyValueTable, Paper, Para, SignatureRoom
from casework.documents.text import zh_date
from casework.mediation.agreements import current_agreement
from casework.procedure.step import Ask, paper

Blocks = tuple[Para | Clauses | KeyValueTable | SignatureRoom, ...]


@paper("DOC-A9")
def statement_notice(ask: Ask) -> Paper:
    """意见陈述通知书 to the respondent, with the copy of the request (MED-3)."""
    told = {"request": ask.case.request, "due": phrase("patent_mediation.statement_due", lang="zh")}
    blocks = (_heads(ask), Para(_say("notice", title=ask.case.title)), Para(_say("silence")))
    return _letter(ask, "DOC-A9", blocks, told, to="respondent")


@paper("DOC-A10")
def filing_notice(ask: Ask) -> Paper:
    """立案通知书 with the time and place of the mediation (MED-4)."""
    on, place = zh_date(ask.facts.on.isoformat()), ask.facts.place
    said = _say("filed", title=ask.case.title, on=on, place=place)
    return _letter(ask, "DOC-A10", (_heads(ask), Para(said)), {"time": on, "place": place})


@paper("DOC-A10x")
def refusal_notice(ask: Ask) -> Paper:
    """不予立案通知书 to the requester (MED-4)."""
    reason = getattr(ask.facts, "reason", None) or _say(f"answer.{ask.proceeding.answer}")
    blocks = (Para(_say("not_filed", title=ask.case.title, reason=reason)), Para(_say("routes")))
    return _letter(ask, "DOC-A10x", blocks, {"reason": reason}, to="applicant")


@paper("DOC-A7")
def agreement(ask: Ask) -> Paper:
    """调解协议书 under the seal of the office (MED-6)."""
    text = current_agreement(ask.proceeding)
    confirmable = _say("confirmable" if text and text.confirmable else "not_confirmable")
    return agreement_paper(ask, title=_say("agreement_title"), closing=confirmable)


@paper("DOC-A11")
def withdrawal(ask: Ask) -> Paper:
    """撤销案件决定书: the mediation failed; both sides are told (MED-6)."""
    ground = phrase(f"patent_mediation_ground.{ask.facts.ground}", lang="zh")
    blocks = (Para(_say("withdrawn", title=ask.case.title, ground=ground)), Para(_say("routes")))
    return _letter(ask, "DOC-A11", blocks, {"ground": ground})


def _heads(ask: Ask) -> KeyValueTable:
    return KeyValueTable(
        (
            (phrase("adjudication.requester", lang="zh"), _names(ask, "applicant")),
            (phrase("adjudication.respondent", lang="zh"), _names(ask, "respondent")),
            (_say("matter"), phrase(f"patent_matter.{ask.proceeding.matter}", lang="zh")),
        )
    )


def _letter(
    ask: Ask, kind: str, blocks: Blocks, fields: dict[str, str], *, to: str = "", title: str | None = None
) -> Paper:
    both = "、".join(filter(None, (_names(ask, "applicant"), _names(ask, "respondent"))))
    return Paper(
        kind=kind,
        title=title or kinds()[kind].title,
        office=ask.actor.office_name,
        issued_on=ask.today,
        blocks=blocks,
        fields={"parties": both, **fields},
        addressee=_names(ask, to) if to else both,
        seal=True,
    )


def _names(ask: Ask, role: str) -> str:
    return "、".join(party.name for party in ask.case.of_role(role))


def _say(key: str, **values: str) -> str:
    return phrase(f"patent_mediation.{key}", lang="zh", **values)
