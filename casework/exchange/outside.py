"""Events of courts, police and procuratorates that are recorded as facts beside our own proceedings."""

from collections.abc import Callable

from casework.exchange.history import Event
from casework.exchange.stage import Stage
from casework.identity.roles import OfficeKind, Role
from casework.litigation import verbs
from casework.litigation.steps import BY_NAME
from casework.litigation.verbs import OutsideFacts

STEP_OF = {
    "notarised_evidence": "notarise_evidence",
    "lawsuit_filed": "file_suit",
    "jurisdiction_objection": "object_jurisdiction",
    "jurisdiction_transferred": "transfer_jurisdiction",
    "court_accepted": "docket_suit",
    "hearing": "hear",
    "judgment": "judge",
    "appeal": "appeal",
    "appeal_withdrawn": "withdraw_appeal",
    "admin_litigation": "sue_administration",
    "arrest": "arrest",
    "arrest_approved": "approve_arrest",
    "sent_to_procuratorate": "send_to_prosecution",
    "non_prosecution": "not_prosecute",
    "procuratorial_opinion": "give_opinion",
    "joint_team": "confer",
    "result_fed_back": "tell_result",
    "published": "publish",
}


def recorded(action: str) -> Callable[[Stage, Event], None]:
    """The function that records this action."""

    def record(stage: Stage, event: Event) -> None:
        keeper = Role.REGISTRAR if stage.keeper.kind == OfficeKind.COMMITTEE else Role.OFFICER
        on = None if event.undated else event.day
        facts = OutsideFacts(event.actor[:120], on, (event.document or "")[:120] or None, event.note)
        step = BY_NAME[STEP_OF[action]]
        if stage.outside is None:
            stage.outside = verbs.open_with(stage.case, step, facts, actor=stage.act(keeper), now=event.at)
        else:
            verbs.record_act(stage.outside, step, facts, actor=stage.act(keeper), now=event.at)

    return record
