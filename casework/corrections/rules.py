"""Guards of corrections (CMP-3, M-10, M-34): what is put right, by whom, why, and not under a text being signed."""

from typing import Any

from casework.corrections import facts as f
from casework.mediation.models import NAME as MEDIATION
from casework.procedure.siblings import begun_on, open_on
from casework.procedure.step import Ask, No, guard, no
from casework.records.filing import name_key
from casework.records.models import Party, Right
from casework.records.words import RIGHT_KINDS

ROLES = ("applicant", "respondent", "third_party")
SIGNED = ("name", "representative", "number", "title", "holder")


def party_of(ask: Ask) -> Party | None:
    """The party that the facts name."""
    return next((each for each in ask.case.parties if each.ref == ask.facts.party), None)


def right_of(ask: Ask) -> Right | None:
    """The right that the facts name."""
    return next((each for each in ask.case.rights if each.id == ask.facts.right), None)


def changed(thing: Any, facts: Any, names: tuple[str, ...]) -> dict[str, Any]:
    """What the facts tell otherwise than the record."""
    told = {name: getattr(facts, name) for name in names}
    return {name: value for name, value in told.items() if value not in (None, "") and value != getattr(thing, name)}


@guard("M-10")
def the_dispute_is_in_our_hands(ask: Ask) -> No | None:
    """Who registered the dispute or handles a part of it puts its record right."""
    ours = ask.case.registered_by_id == ask.actor.office_id
    return None if ours or any(each.office_id == ask.actor.office_id for each in begun_on(ask.case)) else no()


@guard("CMP-3", needs_facts=True)
def the_party_put_right_is_named(ask: Ask) -> No | None:
    """A correction is of a party of this case, and tells something else than the record."""
    party = party_of(ask)
    if party is None:
        return no("who", at="party")
    return None if changed(party, ask.facts, f.TOLD_OF_A_PARTY) else no("same", at="name", party=party.name)


@guard("CMP-3", needs_facts=True)
def the_right_put_right_is_named(ask: Ask) -> No | None:
    """A correction is of a right of this case, or adds one of a known kind."""
    right = right_of(ask)
    if ask.facts.right is not None:
        same = right is not None and not changed(right, ask.facts, f.TOLD_OF_A_RIGHT)
        return no("which", at="right") if right is None else (no("same", at="number") if same else None)
    return None if ask.facts.kind in RIGHT_KINDS else no("kind", at="kind")


@guard("CMP-3", needs_facts=True)
def something_else_is_told_of_the_dispute(ask: Ask) -> No | None:
    """A correction tells something else than the record."""
    return None if changed(ask.case, ask.facts, f.TOLD_OF_A_CASE) else no(at="facts")


@guard("CMP-3", needs_facts=True)
def the_joining_party_is_told(ask: Ask) -> No | None:
    """Who joins has a side and a name, and does not stand there already."""
    told = ask.facts
    if told.role not in ROLES:
        return no("side", at="role")
    if not told.name:
        return no("name", at="name")
    there = any((each.role, each.name_key) == (told.role, name_key(told.name)) for each in ask.case.parties)
    return no("there", at="name", party=told.name) if there else None


@guard("M-10", needs_facts=True)
def why_it_is_put_right_is_told(ask: Ask) -> No | None:
    """The reason of a correction stays in the journal."""
    return None if ask.facts.reason else no(at="reason")


@guard("M-34", needs_facts=True)
def no_text_with_the_old_words_is_being_signed(ask: Ask) -> No | None:
    """Names and rights that a text tells are not changed while the text is being signed."""
    told = any(getattr(ask.facts, name, None) for name in SIGNED)
    signing = [each for each in open_on(ask.case, MEDIATION) if each.state == "signing"]
    return no() if told and signing else None
