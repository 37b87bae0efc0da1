"""The stage of one replayed case: the case, its proceedings as they arise, who acts, what was told so far."""

from dataclasses import dataclass

from casework.adjudication.models import Adjudication
from casework.base.errors import CaseworkError
from casework.confirmation.models import Confirmation
from casework.enforcement.models import Penalty
from casework.exchange import cast
from casework.exchange.history import UNTOLD, Event, History, ToldParty
from casework.identity.actor import Actor
from casework.identity.models import Organisation
from casework.identity.roles import ENFORCEMENT, OfficeKind, Role
from casework.litigation.models import OutsideRecord
from casework.mediation.models import Mediation
from casework.performance.models import Performance
from casework.records.filing import CaseFacts, PartyFacts, RightFacts, open_case
from casework.records.models import Case
from casework.records.words import RIGHT_KINDS
from casework.transfers.models import PoliceTransfer

ROUTES = "可以依法申请仲裁、请求行政机关处理或者向人民法院起诉"
ROLES = {"applicant": "applicant", "respondent": "respondent"}


class Unfit(CaseworkError):
    """An event that cannot be applied, with the reason in words and the rule, if one."""

    def __init__(self, reason: str, rule: str | None = None) -> None:
        super().__init__(reason)
        self.reason, self.rule = reason, rule


@dataclass
class Stage:
    """What stands on the stage. Proceedings are None until an event, or a step supplied for it, opens them."""

    history: History
    keeper: Organisation
    case: Case
    mediation: Mediation | None = None
    adjudication: Adjudication | None = None
    confirmation: Confirmation | None = None
    performance: Performance | None = None
    penalty: Penalty | None = None
    police: PoliceTransfer | None = None
    outside: OutsideRecord | None = None

    def act(self, role: Role, at: Organisation | None = None, name: str = "历史记载") -> Actor:
        """An actor in a role, at the keeper unless told."""
        return cast.actor(at or self.keeper, role, name)

    @property
    def by_committee(self) -> bool:
        """Whether a mediation committee keeps the case."""
        return self.keeper.kind == OfficeKind.COMMITTEE

    def number(self, event: Event) -> str:
        """The number told with an event's document; untold, words that say so and are this event's alone."""
        return (event.number or f"{UNTOLD}({self.history.id}-{event.seq})")[:60]

    def ref(self, told: str | None, side: str) -> str:
        """Our ref of a party told by the history's own ref; untold, the first of that side."""
        listed = [each.ref for each in self.history.parties]
        if told is not None and told in listed:
            return f"P{listed.index(told) + 1}"
        found = self.case.of_role(side)
        return found[0].ref if found else "P1"

    @property
    def refs(self) -> tuple[str, ...]:
        """The parties of both sides by ref."""
        return tuple(party.ref for party in self.case.parties if party.role != "third_party")


def staged(history: History) -> Stage:
    """Open the case of a history at its keeper, at the instant of its first event."""
    keeper = _keeper(history)
    now = history.events[0].at
    case = open_case(_facts(history), actor=cast.actor(keeper, _opener(keeper)), now=now)
    return Stage(history, keeper, case)


def ours(event: Event, stage: Stage) -> Organisation:
    """The enforcement office of an event: the one named there, if it is of our kind, else the keeper."""
    kind = cast.KINDS.get(event.actor_kind)
    if kind in ENFORCEMENT:
        return cast.office(event.actor, kind)
    if stage.keeper.kind in ENFORCEMENT:
        return stage.keeper
    return cast.office(None, OfficeKind.IP_OFFICE)


def _keeper(history: History) -> Organisation:
    kinds = [each.actor_kind for each in history.events]
    if history.organisation:
        return cast.office(history.organisation, OfficeKind.COMMITTEE)
    named = next((each for each in history.events if each.actor_kind == "mediation_committee"), None)
    if named:
        return cast.office(named.actor, OfficeKind.COMMITTEE)
    if history.channel in ("committee_application", "own_initiative", "court_entrusted"):
        return cast.office(None, OfficeKind.COMMITTEE)
    for told in ("ip_office", "market_supervision", "culture", "customs"):
        if told in kinds:
            event = next(each for each in history.events if each.actor_kind == told)
            return cast.office(event.actor, cast.KINDS[told])
    return cast.office(None, OfficeKind.IP_OFFICE)


def _opener(keeper: Organisation) -> Role:
    return Role.REGISTRAR if keeper.kind == OfficeKind.COMMITTEE else Role.OFFICER


def _facts(history: History) -> CaseFacts:
    parties = [_party(each) for each in history.parties]
    sides = {party.role for party in parties}
    missing = [PartyFacts(role, f"{UNTOLD}({role})") for role in ("applicant", "respondent") if role not in sides]
    kind = history.right_kind if history.right_kind in RIGHT_KINDS else "other"
    return CaseFacts(
        title=history.title,
        source=history.channel,
        parties=(*parties, *missing),
        rights=tuple(RightFacts(kind, each) for each in history.right_numbers or (None,)),
        facts=history.facts or UNTOLD,
        request=UNTOLD,
        outside_ref=history.id,
    )


def _party(told: ToldParty) -> PartyFacts:
    kind = "person" if told.person else "org"
    return PartyFacts(role=ROLES.get(told.role, "third_party"), name=told.name or UNTOLD, kind=kind)
