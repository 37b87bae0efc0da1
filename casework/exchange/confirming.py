"""Events of judicial confirmation and of performance."""

from casework.confirmation import facts as f
from casework.confirmation import verbs
from casework.confirmation.models import Confirmation
from casework.exchange.history import UNTOLD, Event
from casework.exchange.stage import Stage, Unfit
from casework.identity.actor import Actor
from casework.identity.roles import OfficeKind, Role
from casework.mediation.agreements import agreement_in_force
from casework.performance import facts as pf
from casework.performance import verbs as performing
from casework.performance.models import Performance

SUPPLIED = "协议或者申请的日期为回放所补,不是事实,不能据以认定逾期"


def apply(stage: Stage, event: Event) -> None:
    """Both sides apply to the court together."""
    if not agreement_in_force(stage.case):
        raise Unfit("没有已生效的调解协议,不能申请司法确认", "J-02")
    made_up = any(each.undated for each in stage.history.events if each.action == "agreement_signed") or event.undated
    told = f.Preparation(
        consents=stage.refs,
        court=_court(stage),
        court_reason="历史案件,按来源记载的法院",
        despite="历史案件,按来源记载",
        obstacle=SUPPLIED if made_up else None,
        obstacle_ended_on=event.day if made_up else None,
    )
    stage.confirmation = verbs.prepare(stage.case, told, actor=_keeper(stage), now=event.at)
    filing = f.Filing(filed_on=event.day, materials=f.MATERIALS)
    verbs.file(stage.confirmation, filing, actor=_keeper(stage), now=event.at)


def grant(stage: Stage, event: Event) -> None:
    """The court rules that the agreement is valid."""
    confirmation = _docketed(stage, event)
    told = f.Ruling(number=stage.history.confirmation_number or event.number, ruled_on=event.day)
    verbs.confirm(confirmation, told, actor=_keeper(stage), now=event.at)


def deny(stage: Stage, event: Event) -> None:
    """The court dismisses the application."""
    confirmation = _docketed(stage, event)
    told = f.Denial(ground="other", ruled_on=event.day, detail=event.note or UNTOLD)
    verbs.dismiss(confirmation, told, actor=_keeper(stage), now=event.at)


def perform(stage: Stage, event: Event) -> None:
    """Something is paid or done under the agreement."""
    performance = scheduled(stage, event)
    told = pf.Proof(done_on=event.day, items=event.items, fen=event.amount_fen, how="other", note=event.note)
    performing.record(performance, told, actor=_keeper(stage), now=event.at)


def scheduled(stage: Stage, event: Event) -> Performance:
    """The performance of the case's agreement, opened when it is first needed."""
    if stage.performance is None:
        found = agreement_in_force(stage.case)
        if not found:
            raise Unfit("没有已生效的调解协议,没有可以履行的义务", "M-37")
        stage.performance = performing.open_performance(found[-1], actor=_keeper(stage), now=event.at)
    return stage.performance


def _docketed(stage: Stage, event: Event) -> Confirmation:
    if stage.confirmation is None:
        apply(stage, event)
    if stage.confirmation is None:
        raise Unfit("没有申请,法院不能裁定", "J-01")
    if stage.confirmation.state == "filed":
        docketing = f.Docketing(stage.history.confirmation_number, event.day)
        verbs.docket(stage.confirmation, docketing, actor=_keeper(stage), now=event.at)
    return stage.confirmation


def _keeper(stage: Stage) -> Actor:
    return stage.act(Role.REGISTRAR if stage.keeper.kind == OfficeKind.COMMITTEE else Role.OFFICER)


def _court(stage: Stage) -> str | None:
    ruling = next((e.actor for e in stage.history.events if e.action == "confirmation_granted"), None)
    return stage.history.confirming_court or ruling
