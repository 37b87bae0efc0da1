"""Events of enforcement and of transfers to the police."""

from casework.base.db import db
from casework.enforcement import facts as f
from casework.enforcement import verbs as penalties
from casework.enforcement.models import Penalty
from casework.enforcement.sheet import SheetFacts
from casework.exchange import cast
from casework.exchange.history import UNTOLD, Event
from casework.exchange.stage import Stage, Unfit, ours
from casework.identity.actor import Actor
from casework.identity.models import Organisation
from casework.identity.roles import OfficeKind, Role
from casework.transfers import facts as tf
from casework.transfers.models import PoliceTransfer
from casework.transfers.verbs import incoming, police

TEAM = ("承办人一(来源未载明)", "承办人二(来源未载明)")
CRIMES = {"copyright": "217", "trade_secret": "219", "patent_unknown": "216"}
PAPERS = dict.fromkeys(("letter", "report", "goods", "appraisal", "other"), UNTOLD)


def lead(stage: Stage, event: Event) -> None:
    """A report or clue arrives."""
    _led(stage, event)


def inspect(stage: Stage, event: Event) -> None:
    """The office inspects on the spot."""
    told = f.Inspection(TEAM, event.note or UNTOLD, UNTOLD)
    penalties.inspect(_led(stage, event), told, actor=_officer(stage, event), now=event.at)


def seize(stage: Stage, event: Event) -> None:
    """Goods are sealed or seized."""
    penalty = _investigated(stage, event)
    told = f.MeasureFacts("seizure", event.note or UNTOLD, UNTOLD, stage.number(event), event.day)
    penalties.take_measure(penalty, told, actor=_officer(stage, event), now=event.at)


def identify(stage: Stage, event: Event) -> None:
    """The right holder identifies the goods."""
    penalty = _investigated(stage, event)
    penalties.ask_identification(penalty, None, actor=_officer(stage, event), now=event.at)
    told = f.Findings(event.note or UNTOLD)
    penalties.receive_identification(penalty, told, actor=_officer(stage, event), now=event.at)


def file(stage: Stage, event: Event) -> None:
    """The office files a penalty case."""
    _filed(stage, event)


def decide(stage: Stage, event: Event) -> None:
    """The office decides on a penalty."""
    penalty = _investigated(stage, event)
    officer, reviewer, head = _officer(stage, event), _reviewer(stage, event), _head(stage, event)
    penalties.conclude(penalty, f.Findings(event.note or stage.history.facts or UNTOLD), actor=officer, now=event.at)
    penalties.review(penalty, None, actor=reviewer, now=event.at)
    penalties.notify(penalty, f.Notice(event.note or UNTOLD, event.day), actor=officer, now=event.at)
    penalties.waive_hearing(penalty, None, actor=officer, now=event.at)
    told = f.Decision(event.note or UNTOLD, event.amount_fen, number=stage.number(event))
    penalties.decide(penalty, told, actor=head, now=event.at)


def find_nothing(stage: Stage, event: Event) -> None:
    """No violation is found."""
    told = f.Reason(event.note or UNTOLD)
    penalties.find_no_violation(_led(stage, event), told, actor=_officer(stage, event), now=event.at)


def send(stage: Stage, event: Event) -> None:
    """The case goes to the police."""
    _led(stage, event)
    officer = _officer(stage, event)
    receiver = cast.office(_police_name(stage), OfficeKind.POLICE)
    reason = tf.Suspicion(SheetFacts(_crime(stage), {}, event.note or UNTOLD), event.note or f"涉嫌犯罪({UNTOLD})")
    stage.police = police.suspect(stage.case, reason, actor=officer, now=event.at)
    police.name_team(stage.police, tf.Team(TEAM), actor=_head(stage, event), now=event.at)
    police.report(stage.police, tf.Report(event.note or UNTOLD), actor=officer, now=event.at)
    police.approve(stage.police, None, actor=_chief(stage, event), now=event.at)
    told = tf.PoliceSending(office=receiver, papers=PAPERS, contact=UNTOLD)
    police.send(stage.police, told, actor=officer, now=event.at)


def receive(stage: Stage, event: Event) -> None:
    """The police receive and file."""
    if stage.police is None:
        send(stage, event)
    transfer = _sent(stage)
    if transfer.state == "sent":
        told = tf.Receipt(event.actor, event.at)
        police.receive(transfer, told, actor=_officer(stage, event), now=event.at)
    if transfer.state == "received":
        police.file(transfer, tf.Filed(event.number or UNTOLD, event.at), actor=_officer(stage, event), now=event.at)


def notify_clue(stage: Stage, event: Event) -> None:
    """A clue is passed on without handing over the case."""
    receiver = cast.office(_police_name(stage), OfficeKind.POLICE)
    told = tf.Clue("K11", office=receiver, reason=event.note or UNTOLD)
    incoming.give_notice(stage.case, told, actor=_officer(stage, event), now=event.at)


def opinion(stage: Stage, event: Event) -> None:
    """The procuratorate sends the case back with its opinion; a lead follows."""
    sender = cast.office(event.actor, OfficeKind.PROCURATORATE)
    told = tf.Arrival(
        "K6",
        office=sender,
        reason=event.note or UNTOLD,
        papers=("opinion", "non_prosecution"),
        receiver=UNTOLD,
        received_at=event.at,
    )
    arrival = incoming.arrive(stage.case, told, actor=_officer(stage, event), now=event.at)
    lead_facts = f.LeadFacts(stage.history.facts or UNTOLD, "procuratorate", found_on=event.day)
    incoming.open_lead(arrival, lead_facts, actor=_officer(stage, event), now=event.at)
    stage.penalty = penalties.penalty_of(stage.case, _officer(stage, event).office_id)


def _led(stage: Stage, event: Event) -> Penalty:
    if stage.penalty is None:
        told = f.LeadFacts(stage.history.facts or UNTOLD, "report", found_on=event.day)
        stage.penalty = penalties.open_lead(stage.case, told, actor=_officer(stage, event), now=event.at)
    return stage.penalty


def _filed(stage: Stage, event: Event) -> Penalty:
    penalty = _led(stage, event)
    if penalty.state in ("lead", "verifying"):
        told = f.FilingFacts(TEAM, event.note or stage.history.facts or UNTOLD)
        penalties.file(penalty, told, actor=_head(stage, event), now=event.at)
    return penalty


def _investigated(stage: Stage, event: Event) -> Penalty:
    penalty = _filed(stage, event)
    if penalty.state == "filed":
        penalties.investigate(penalty, None, actor=_officer(stage, event), now=event.at)
    return penalty


def _sent(stage: Stage) -> PoliceTransfer:
    if stage.police is None:
        raise Unfit("没有移送公安机关的程序", "POL-4")
    return stage.police


def _office(stage: Stage, event: Event) -> Organisation:
    """The office that handles the penalty case; before there is one, the office of the event."""
    handling = db.session.get(Organisation, stage.penalty.office_id) if stage.penalty else None
    return handling or ours(event, stage)


def _officer(stage: Stage, event: Event) -> Actor:
    return stage.act(Role.OFFICER, _office(stage, event), TEAM[0])


def _reviewer(stage: Stage, event: Event) -> Actor:
    return stage.act(Role.HEAD, _office(stage, event), "历史记载审核人")


def _head(stage: Stage, event: Event) -> Actor:
    return stage.act(Role.HEAD, _office(stage, event), "历史记载负责人")


def _chief(stage: Stage, event: Event) -> Actor:
    return stage.act(Role.CHIEF, _office(stage, event), "历史记载正职负责人")


def _police_name(stage: Stage) -> str | None:
    return next((each.actor for each in stage.history.events if each.actor_kind == "police"), None)


def _crime(stage: Stage) -> str:
    return CRIMES.get(stage.history.right_kind, "214")
