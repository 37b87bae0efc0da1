"""Outside acts as resources."""

from datetime import datetime

from casework.counter.act import Act, Opening
from casework.identity.actor import Actor
from casework.litigation import steps, verbs
from casework.litigation.forms import NothingForm, OutsideForm
from casework.litigation.models import NAME, OutsideRecord
from casework.procedure.step import Step
from casework.records.models import Case

NOUNS = {
    "notarise_evidence": "notarised-evidence",
    "file_suit": "suit",
    "object_jurisdiction": "jurisdiction-objection",
    "transfer_jurisdiction": "jurisdiction-transfer",
    "docket_suit": "docketing",
    "hear": "hearing",
    "judge": "judgment",
    "appeal": "appeal",
    "withdraw_appeal": "appeal-withdrawal",
    "sue_administration": "administrative-suit",
    "arrest": "arrest",
    "approve_arrest": "arrest-approval",
    "send_to_prosecution": "prosecution",
    "not_prosecute": "non-prosecution",
    "give_opinion": "opinion",
    "confer": "conference",
    "tell_result": "result",
    "publish": "publication",
}


def _make(case: Case, actor: Actor, _now: datetime) -> OutsideRecord:
    return verbs.propose(case, actor)


def _act(step: Step) -> Act:
    return Act(NAME, step, NOUNS[step.name], OutsideForm, verbs.recording(step))


ACTS = (
    Opening(NAME, steps.BY_NAME["open_record"], "record", NothingForm, verbs.open_record, _make),
    *(_act(step) for step in steps.STEPS if step.name in NOUNS),
    Act(NAME, steps.BY_NAME["close"], "closing", NothingForm, verbs.close),
)
