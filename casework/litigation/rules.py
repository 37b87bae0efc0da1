"""Guards of the outside record."""

from casework.procedure.step import Ask, No, guard, no


@guard("X-19", needs_facts=True)
def the_authority_is_named(ask: Ask) -> No | None:
    """An outside act has an author."""
    return None if ask.facts.authority else no(at="authority")


@guard("T-09", needs_facts=True)
def it_has_happened(ask: Ask) -> No | None:
    """Only what has happened is recorded."""
    return no(at="on", on=ask.facts.on) if ask.facts.on and ask.facts.on > ask.today else None
