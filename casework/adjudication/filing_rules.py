"""Guards of what a request needs before it is filed: ADJ-1, ADJ-4 to ADJ-7, ADJ-9, ADJ-28 to ADJ-30."""

from sqlalchemy import select

from casework.adjudication.mediation_models import NATIONAL
from casework.adjudication.models import Adjudication
from casework.base.db import db
from casework.base.wallclock import local_date
from casework.procedure.clocks import compute_here
from casework.procedure.step import Ask, No, guard, no
from casework.records.models import Case, Party, Right

STANDINGS = ("patentee", "heir", "exclusive", "sole", "ordinary")
NEED_MORE = ("sole", "ordinary")
PLACES = ("respondent", "act")
MATERIALS = ("request", "identity", "register_copy", "copies")
REFUSALS = (
    "not_entitled", "no_respondent", "no_request", "no_competence", "sued_or_agreed", "not_corrected", "report_withheld",
    "for_the_national_office", "other",
)  # fmt: skip
DONE = ("refused", "transferred", "settled", "withdrawn", "performed")


@guard("ADJ-4")
def a_patent_is_infringed(ask: Ask) -> No | None:
    """Only the infringement of a patent is adjudicated."""
    return None if any(right.kind.startswith("patent") for right in ask.case.rights) else no()


@guard("ADJ-29", needs_facts=True)
def it_is_not_for_the_national_office(ask: Ask) -> No | None:
    """Drug-patent linkage and open licences go to the national office alone."""
    return no(at="matter") if ask.facts.matter in NATIONAL else None


@guard("ADJ-1", needs_facts=True)
def a_place_links_the_office(ask: Ask) -> No | None:
    """The office of the respondent's place or of the place of the act adjudicates."""
    return None if ask.facts.place_link in PLACES else no(at="place_link")


@guard("ADJ-4")
def the_requester_is_entitled(ask: Ask) -> No | None:
    """Patentee, heir or exclusive licensee alone; a sole or ordinary licensee only as the holder or contract allows."""
    standing = ask.proceeding.standing
    if standing not in STANDINGS:
        return no("untold")
    return no(standing) if standing in NEED_MORE and not ask.proceeding.authorised else None


@guard("ADJ-6")
def the_claims_are_named(ask: Ask) -> No | None:
    """The request says which claims it relies on."""
    return None if ask.proceeding.claims else no()


@guard("ADJ-5", needs_facts=True)
def the_materials_are_complete(ask: Ask) -> list[No]:
    """Request, identity, copy of the patent register (not the certificate), a copy for each respondent."""
    return [no(name, at="materials") for name in MATERIALS if name not in ask.facts.materials]


@guard("ADJ-28", needs_facts=True)
def no_other_case_decides_it(ask: Ask) -> No | None:
    """The same patent against the same respondent is not adjudicated in two cases at once."""
    number = _twin(ask)
    return no(number=number) if number else None


def _twin(ask: Ask) -> str | None:
    patents = [right.canonical for right in ask.case.rights if right.kind.startswith("patent") and right.canonical]
    names = [party.name_key for party in ask.case.of_role("respondent")]
    asked = (
        select(Case.number)
        .join(Adjudication, Adjudication.case_id == Case.id)
        .join(Right, Right.case_id == Case.id)
        .join(Party, Party.case_id == Case.id)
        .where(
            Case.id != ask.case.id,
            Adjudication.state.in_(
                ("received", "supplementing", "filed", "served", "suspended", "objection", "mediation")
            ),
            Right.canonical.in_(patents),
            Party.name_key.in_(names),
            Party.role == "respondent",
        )
    )
    with db.session.no_autoflush:
        found: str | None = db.session.scalar(asked.limit(1)) if patents and names else None
        return found


@guard("ADJ-30", needs_facts=True)
def the_investigator_does_not_judge(ask: Ask) -> No | None:
    """A technical investigator gives an opinion for reference and is no member of the panel."""
    who = ask.facts.investigator
    return no(at="investigator", name=who) if who and who in ask.facts.panel else None


@guard("ADJ-7", needs_facts=True)
def the_day_to_correct_lies_ahead(ask: Ask) -> No | None:
    """The notice of correction sets a last day."""
    return None if ask.facts.due and ask.facts.due > ask.today else no(at="due")


@guard("ADJ-4", needs_facts=True)
def the_ground_of_refusal_is_listed(ask: Ask) -> No | None:
    """Filing is refused on a condition of art 12; that three years have passed is none."""
    return None if ask.facts.ground in REFUSALS else no(at="ground")


@guard("ADJ-7", needs_facts=True)
def the_time_to_correct_is_over(ask: Ask) -> No | None:
    """A request lapses uncorrected only where correction was asked for and its last day has passed."""
    if ask.facts.ground != "not_corrected":
        return None
    due = ask.proceeding.supplement_due
    if ask.proceeding.state != "supplementing":
        return no("unasked", at="ground")
    return no("early", at="ground", due=due) if due and ask.today <= due else None


@guard("ADJ-5", needs_facts=True)
def the_report_was_asked_for(ask: Ask) -> No | None:
    """A report was withheld only where the correction notice asked for it."""
    return no(at="ground") if ask.facts.ground == "report_withheld" and not ask.proceeding.asked_once else None


@guard("ADJ-9", needs_facts=True)
def the_time_bar_holds(ask: Ask) -> No | None:
    """Three years end a case only where the respondent pleads them and the act does not go on."""
    if ask.facts.ground != "time_barred":
        return None
    p = ask.proceeding
    if not ask.facts.pleaded:
        return no("unpleaded", at="pleaded")
    if p.continues or p.known_on is None:
        return no("goes_on", at="ground")
    end = compute_here("ADJ-9", p.known_on, rule_set_on=p.rule_set_on).due
    asked = local_date(p.opened_at)
    return no("in_time", at="ground", due=end) if asked <= end else None


@guard("ADJ-13", needs_facts=True)
def the_requester_was_told_first(ask: Ask) -> No | None:
    """Before the lead of a case without competence is passed on, the requester is told."""
    if ask.facts.ground != "no_competence":
        return None
    told = ask.facts.told_on
    return None if told and told <= ask.today else no(at="told_on")
