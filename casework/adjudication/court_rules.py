"""Guards of what comes from court, superior and sister case: ADJ-3, ADJ-26, ADJ-28."""

from sqlalchemy import select

from casework.adjudication.models import Adjudication
from casework.base.db import db
from casework.identity.directory import office_by_id
from casework.identity.roles import Level, OfficeKind
from casework.procedure.step import Ask, No, guard, no
from casework.records.models import Case

LEFT_STANDING = ("upheld", "suit_withdrawn", "suit_rejected")
RANKS = (Level.COUNTY, Level.CITY, Level.PROVINCE)
JOINED_WITH = ("filed", "served")


@guard("ADJ-26", needs_facts=True)
def the_judgment_is_on_record(ask: Ask) -> list[No]:
    """The outcome of a suit is recorded with number and day of the judgment: not before the decision, nor to come."""
    day, made = ask.facts.on, ask.proceeding.decided_on
    found = [] if ask.facts.number else [no("number", at="number")]
    in_time = day and (made or day) <= day <= ask.today
    return found if in_time else [*found, no("day", at="on")]


@guard("ADJ-26", needs_facts=True)
def the_court_left_it_standing(ask: Ask) -> No | None:
    """A decision takes effect after a suit where the court upheld it, or the suit was withdrawn or not admitted."""
    return None if ask.facts.outcome in LEFT_STANDING else no(at="outcome")


@guard("ADJ-3", needs_facts=True)
def the_superior_orders_it(ask: Ask) -> list[No]:
    """A patent office above this one lifts or designates, by a paper with number and day."""
    above, here = ask.facts.superior, office_by_id(ask.proceeding.office_id)
    higher = above and here and above.kind == OfficeKind.IP_OFFICE and _rank(above.level) > _rank(here.level)
    found = [] if higher else [no("office", at="superior_id", name=above.name if above else "—")]
    told = ask.facts.number and ask.facts.on and ask.facts.on <= ask.today
    return found if told else [*found, no("paper", at="number")]


def _rank(level: str) -> int:
    return RANKS.index(Level(level))


@guard("ADJ-28", needs_facts=True)
def the_leading_case_fits(ask: Ask) -> No | None:
    """Joined are cases of one holder on one patent that the same office has filed; the leading one is joined to none."""
    number = ask.facts.leading or "—"
    leading = leading_case(ask.facts.leading)
    if leading is None or leading.case_id == ask.case.id:
        return no("unknown", at="leading", number=number)
    if leading.office_id != ask.proceeding.office_id or leading.state not in JOINED_WITH or leading.joined_to_id:
        return no("not_leading", at="leading", number=number)
    if not _patents(leading.case) & _patents(ask.case):
        return no("other_patent", at="leading", number=number)
    return None if _holders(leading.case) & _holders(ask.case) else no("other_holder", at="leading", number=number)


@guard("ADJ-28")
def it_leads_no_other(ask: Ask) -> No | None:
    """A case that others are joined to, or that is joined already, is joined no further."""
    if ask.proceeding.joined_to_id:
        return no("joined")
    asked = select(Adjudication.id).where(Adjudication.joined_to_id == ask.proceeding.id)
    with db.session.no_autoflush:
        return no("leads") if db.session.scalar(asked.limit(1)) else None


def leading_case(number: str | None) -> Adjudication | None:
    """The newest adjudication of the case with this number."""
    asked = select(Adjudication).join(Case, Case.id == Adjudication.case_id).where(Case.number == number)
    with db.session.no_autoflush:
        return db.session.scalars(asked.order_by(Adjudication.id.desc()).limit(1)).first() if number else None


def _patents(case: Case) -> set[str]:
    return {right.canonical for right in case.rights if right.kind.startswith("patent") and right.canonical}


def _holders(case: Case) -> set[str]:
    return {party.name_key for party in case.of_role("applicant")}
