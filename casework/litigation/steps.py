"""The table of outside acts: each is a fact of another authority; the state says how far it has come."""

from casework.litigation import rules
from casework.litigation.models import NAME
from casework.procedure.models import START
from casework.procedure.procedure import Procedure
from casework.procedure.step import Guard, Step

KEEPERS = (
    "registrar@committee",
    "mediator@committee",
    "officer@ip_office",
    "officer@bureau",
    "officer@culture",
    "officer@agriculture",
    "officer@forestry",
    "officer@customs",
    "clerk@station",
)
TOLD: tuple[Guard, ...] = (rules.the_authority_is_named, rules.it_has_happened)
OPEN = ("noted", "evidence", "suit", "tried", "criminal", "prosecution")
DONE = ("judged", "not_prosecuted", "appealed")
ANY = (*OPEN, *DONE)


def _act(name: str, dest: str, basis: str, source: tuple[str, ...] = ANY) -> Step:
    return Step(name, source=source, dest=dest, who=KEEPERS, basis=(basis,), guards=TOLD, side="either")


STEPS = (
    Step("open_record", source=(START,), dest="noted", who=KEEPERS, basis=("X-19",), side="either"),
    _act("notarise_evidence", "evidence", "E-03", ("noted", "evidence")),
    _act("file_suit", "suit", "X-19"),
    _act("object_jurisdiction", "suit", "J-06"),
    _act("transfer_jurisdiction", "suit", "J-06"),
    _act("docket_suit", "suit", "J-12", ("noted", "evidence", "suit", "appealed")),
    _act("hear", "tried", "X-19"),
    _act("judge", "judged", "X-19"),
    _act("appeal", "appealed", "X-19"),
    _act("withdraw_appeal", "judged", "X-19", ("appealed", "tried", "suit")),
    _act("sue_administration", "suit", "ADJ-26"),
    _act("arrest", "criminal", "POL-7"),
    _act("approve_arrest", "criminal", "POL-7"),
    _act("send_to_prosecution", "prosecution", "REV-4"),
    _act("not_prosecute", "not_prosecuted", "REV-4"),
    _act("give_opinion", "=", "REV-4", ANY),
    _act("confer", "=", "ADM-11", ANY),
    _act("tell_result", "=", "REV-10", ANY),
    _act("publish", "=", "ADM-11", ANY),
    Step("close", source=ANY, dest="closed", who=KEEPERS, basis=("M-41",), side="either"),
)
OUTSIDE_RECORD = Procedure(NAME, final=("closed",), steps=STEPS)
BY_NAME = {step.name: step for step in STEPS}
