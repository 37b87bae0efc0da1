"""What the acts on a lead or penalty case are told: plain values. Amounts in fen, dates local."""

from dataclasses import dataclass
from datetime import date

from casework.enforcement.goods import Item, in_words


@dataclass(frozen=True)
class LeadFacts:
    """A lead as it came. `parent_id` is the proceeding it grew out of; the reporter goes to the vault."""

    suspected: str | None = None
    source: str = "inspection"
    act_ended_on: date | None = None
    endangers_life: bool = False
    real_name_report: bool = False
    reporter_name: str | None = None
    reporter_phone: str | None = None
    reporter_address: str | None = None
    parent_id: int | None = None
    found_on: date | None = None


@dataclass(frozen=True)
class FilingFacts:
    """Officers named, first evidence, own jurisdiction affirmed."""

    officers: tuple[str, ...] = ()
    evidence: str | None = None
    competent: bool = True


@dataclass(frozen=True)
class Reason:
    """A reason in words."""

    reason: str | None = None


@dataclass(frozen=True)
class Inspection:
    """A site inspection: who was there, what was found."""

    officers: tuple[str, ...] = ()
    findings: str | None = None
    place: str | None = None


@dataclass(frozen=True)
class MeasureFacts:
    """A seizure or preservation: goods one per line or item by item, place, paper number, day (default: the act's)."""

    kind: str = "seizure"
    goods: str | None = None
    place: str | None = None
    document: str | None = None
    taken_on: date | None = None
    items: tuple[Item, ...] = ()

    @property
    def listed(self) -> str:
        """The goods in words, from the items where nothing was written."""
        return self.goods or in_words(self.items)


@dataclass(frozen=True)
class Assistance:
    """Help asked of another body: of whom, what, why, until when (default: the days of ADM-7), whom to answer."""

    receiver: str | None = None
    what: str | None = None
    why: str | None = None
    due: date | None = None
    contact: str | None = None


@dataclass(frozen=True)
class AssistanceAnswer:
    """What the body that was asked has answered."""

    receiver: str | None = None
    answer: str | None = None


@dataclass(frozen=True)
class MeasureNamed:
    """Which measure of the case, and why."""

    position: int | None = None
    reason: str | None = None


@dataclass(frozen=True)
class ReporterTold:
    """What a reporter under a real name is told, and the law that asks for it where the rules set no period."""

    result: str | None = None
    basis: str | None = None


@dataclass(frozen=True)
class Findings:
    """What was found, in words."""

    findings: str | None = None


@dataclass(frozen=True)
class Suspension:
    """On which ground, with which reason."""

    ground: str | None = None
    reason: str | None = None


@dataclass(frozen=True)
class Notice:
    """The penalty announced and the day on which the notice reached the party."""

    proposed: str | None = None
    served_on: date | None = None


@dataclass(frozen=True)
class HearingDay:
    """When the hearing is held."""

    hearing_on: date | None = None


@dataclass(frozen=True)
class Decision:
    """What is ordered. Amounts in fen; `number` as printed on the paper, default the next one."""

    decision: str | None = None
    fine_fen: int | None = None
    confiscated_fen: int | None = None
    warning_only: bool = False
    number: str | None = None


@dataclass(frozen=True)
class Day:
    """A day on which something happened; default the day of the act."""

    on: date | None = None
