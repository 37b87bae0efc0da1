"""Guards of the ways on from a dispute: court, arbitration, notary (E-02, E-06, C-14)."""

from casework.procedure.clocks import open_clocks
from casework.procedure.step import Ask, No, guard, no

PARTS = ("arbitration_intent", "arbitration_matter", "arbitration_institution")


@guard("C-14", needs_facts=True)
def concessions_stay_behind(ask: Ask) -> No | None:
    """What a party conceded to settle does not go to the court."""
    if ask.proceeding.kind != "K7" or ask.facts.concessions_left_out:
        return None
    return no(at="concessions_left_out")


@guard("E-06", needs_facts=True)
def arbitration_is_agreed(ask: Ask) -> list[No]:
    """Arbitration needs an agreement with intent, matter and chosen institution, on an arbitrable matter."""
    if ask.proceeding.kind != "K9":
        return []
    found = [no(part, at=part) for part in PARTS if not getattr(ask.facts, part)]
    return found if ask.facts.arbitrable else [*found, no("matter", at="arbitrable")]


@guard("E-02", needs_facts=True)
def debtor_promised_enforcement(ask: Ask) -> list[No]:
    """A notary gives enforcement effect to a payment duty with the debtor's express promise (R13)."""
    if ask.proceeding.kind != "K10":
        return []
    return [no(part, at=part) for part in ("payment_clause", "promise_clause") if not getattr(ask.facts, part)]


@guard("E-02")
def it_went_to_a_notary(ask: Ask) -> No | None:
    """An execution certificate is asked of a notary."""
    return None if ask.proceeding.kind == "K10" else no()


@guard("E-03")
def the_notary_counts(ask: Ask) -> No | None:
    """Only while the notary's days run can they be halted: for further proof, verification or force majeure."""
    return None if _days_of_the_notary(ask) == ["running"] else no()


@guard("E-03")
def the_notary_waits(ask: Ask) -> No | None:
    """Only halted days go on."""
    return None if _days_of_the_notary(ask) == ["paused"] else no()


def _days_of_the_notary(ask: Ask) -> list[str]:
    return [clock.state for clock in open_clocks(ask.proceeding, ("E-03",))]


@guard("E-06", needs_facts=True)
def a_number_is_given(ask: Ask) -> No | None:
    """What was registered elsewhere has a number there."""
    return None if ask.facts.number else no(at="number")
