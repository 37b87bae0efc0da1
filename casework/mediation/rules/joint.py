"""Guards of joint handling by several committees (联合调解, M-12)."""

from casework.mediation.rules.people import lacking, mediation_of
from casework.procedure.step import Ask, No, guard, no

DIFFICULT, ACROSS = "difficult", "across"
CAUSES = (DIFFICULT, ACROSS)


@guard("M-12", needs_facts=True)
def joint_handling_has_its_cause(ask: Ask) -> No | None:
    """Difficult disputes, flagged so, and those across areas, with the place told, are handled jointly."""
    if ask.facts.cause not in CAUSES:
        return no(at="cause")
    if ask.facts.cause == DIFFICULT:
        return None if mediation_of(ask).difficult else no("plain", at="cause")
    return None if ask.facts.place else no("place", at="place")


@guard("M-12", needs_facts=True)
def the_other_committee_agreed(ask: Ask) -> No | None:
    """Another committee, not handling it yet, agreed on a day that has come; committees do not instruct each other."""
    name, on = (ask.facts.committee or "").strip(), ask.facts.agreed_on
    if not name or name == ask.actor.office_name:
        return no(at="committee")
    if name in (mediation_of(ask).joint_with or ()):
        return no("twice", at="committee", name=name)
    return None if on and on <= ask.today else no("day", at="agreed_on")


@guard("M-12", needs_facts=True)
def the_parties_know_of_it(ask: Ask) -> No | None:
    """All parties know who mediates with whom, and accept it (M-28)."""
    missing = lacking(ask.case, ask.facts.consents)
    return no(at="consents", missing=missing) if missing else None
