"""What a number typed into a filing says at once: whether it can be right, and what follows from it for other fields."""

from dataclasses import dataclass, field

from sqlalchemy import ColumnElement, select

from casework.base.db import db
from casework.base.phrases import phrase
from casework.identifiers import check
from casework.identifiers.result import Check
from casework.identity.actor import Actor
from casework.records.filing import NUMBER_KINDS, code_digests, right_keys
from casework.records.grants import CONTENT, Grant
from casework.records.models import Case, Party, Right

PATENT_KINDS = {"1": "patent_invention", "8": "patent_invention", "2": "patent_utility", "9": "patent_utility"}
KIND_DIGIT = 4


@dataclass(frozen=True)
class Said:
    """What is said beside a field: `sort` fine, doubtful or unknown; `fill` is what may be put into empty fields."""

    sort: str
    text: str
    fill: dict[str, str] = field(default_factory=dict)


def code_said(side: str, typed: str, *, actor: Actor) -> Said:
    """About a code of a side (applicant, respondent): its check, and the party as my office's cases know it."""
    kind, checked = _code(typed)
    if not checked.valid:
        return Said("doubtful", _doubts(checked))
    fill = {f"{side}_kind": kind, **{f"{side}_{name}": value for name, value in _known_party(typed, actor).items()}}
    known = f"{side}_name" in fill
    return Said("fine", phrase(f"checks.{kind}" + (".known" if known else "")), fill)


def right_said(kind: str, typed: str, *, actor: Actor) -> Said:
    """About a right's number: its check by its own kind, or by the kind that it fits where none is chosen."""
    fitting = [kind] if kind in NUMBER_KINDS else _fitting(typed)
    if not fitting:
        return Said("unknown", phrase("checks.right_unknown"))
    checked = check(NUMBER_KINDS[fitting[0]], typed)
    if not checked.valid:
        return Said("doubtful", _doubts(checked))
    found = _patent_kind(checked) if fitting[0].startswith("patent") else fitting[0]
    fill = {} if kind in NUMBER_KINDS and kind != "patent_unknown" else {"right_kind": found}
    if fitting[0].startswith("patent") and kind in NUMBER_KINDS and found != kind != "patent_unknown":
        return Said(
            "doubtful", phrase("checks.other_patent", kind=phrase(f"right_kind.{found}")), {"right_kind": found}
        )
    holder = _known_holder(typed, actor)
    text = phrase("checks.right", kind=phrase(f"right_kind.{found}"), number=checked.canonical)
    return Said("fine", text + (phrase("checks.holder", name=holder) if holder else ""), fill)


def _code(typed: str) -> tuple[str, Check]:
    organisation = check("uscc", typed)
    if organisation.valid:
        return "org", organisation
    person = check("resident_id", typed)
    return ("person", person) if person.valid else ("org", organisation)


def _doubts(checked: Check) -> str:
    return " ".join(each.message for each in checked.problems[:2])


def _fitting(typed: str) -> list[str]:
    tries = ("patent_invention", "software", "plant_variety", "trademark")
    return [kind for kind in tries if check(NUMBER_KINDS[kind], typed).valid][:1]


def _patent_kind(checked: Check) -> str:
    digits = [char for char in str(checked.canonical) if char.isdigit()]
    place = KIND_DIGIT if len(digits) > 9 else 2
    return PATENT_KINDS.get(digits[place], "patent_design")


def _known_party(typed: str, actor: Actor) -> dict[str, str]:
    """Name, telephone and address as the newest case whose content my office reads has them."""
    asked = (
        select(Party.name, Party.phone, Party.address)
        .join(Grant, Grant.case_id == Party.case_id)
        .where(Party.code_key.in_(code_digests(typed)), *_readable(actor))
        .order_by(Party.id.desc())
        .limit(1)
    )
    row = db.session.execute(asked).mappings().first()
    return {name: value for name, value in row.items() if value} if row else {}


def _known_holder(typed: str, actor: Actor) -> str | None:
    asked = (
        select(Right.holder)
        .join(Case, Case.id == Right.case_id)
        .join(Grant, Grant.case_id == Case.id)
        .where(Right.canonical.in_(right_keys(typed)), Right.holder.is_not(None), *_readable(actor))
        .order_by(Right.id.desc())
        .limit(1)
    )
    return db.session.scalar(asked)


def _readable(actor: Actor) -> tuple[ColumnElement[bool], ...]:
    return Grant.office_id == actor.office_id, Grant.scope == CONTENT, Grant.until.is_(None)
