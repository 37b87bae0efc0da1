"""The threshold sheet: figures measured by `thresholds`, beside the officer's suspicion in words. Advice only."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import select

from casework.base.db import db
from casework.enforcement.models import ThresholdSheet
from casework.enforcement.thresholds import Threshold, evaluate
from casework.identity.actor import Actor
from casework.procedure.models import Proceeding

CRIMES = ("213", "214", "215", "216", "217", "218", "219")


@dataclass(frozen=True)
class SheetFacts:
    """What is measured. `figures` are the facts of `thresholds.evaluate`: yuan, pieces, days as text."""

    crime: str | None = None
    figures: Mapping[str, Any] = field(default_factory=dict)
    suspicion: str | None = None


def measured(facts: SheetFacts) -> Threshold:
    """The advice on these figures; without a crime nothing is met."""
    return evaluate(facts.crime, facts.figures) if facts.crime else Threshold(False, "none", ())


def enter_sheet(proceeding: Proceeding, facts: SheetFacts, *, actor: Actor, now: datetime) -> ThresholdSheet:
    """Keep the sheet with the proceeding, inside an open door."""
    found = measured(facts)
    sheet = ThresholdSheet(
        proceeding_id=proceeding.id,
        crime=facts.crime,
        figures=dict(facts.figures),
        met=found.met,
        tier=found.tier,
        lines=list(found.lines),
        suspicion=facts.suspicion,
        made_at=now,
        made_by=actor.name,
    )
    db.session.add(sheet)
    return sheet


def last_sheet(proceeding: Proceeding) -> ThresholdSheet | None:
    """The newest sheet of a proceeding."""
    asked = select(ThresholdSheet).where(ThresholdSheet.proceeding_id == proceeding.id)
    return db.session.scalar(asked.order_by(ThresholdSheet.id.desc()).limit(1))
