"""Guards of service (T-13, D-22): which paper, on whom, by which way, with which proof."""

from sqlalchemy import select

from casework.base.db import db
from casework.base.wallclock import local_date
from casework.documents.models import PaperRecord
from casework.mediation.addresses import address_of
from casework.procedure.clocks import open_clocks
from casework.procedure.step import Ask, No, guard, no
from casework.records.models import Party
from casework.service.models import SENT, SERVED, UNDELIVERED, Service
from casework.service.ways import Way, failures, receivers, ways


def paper_of(ask: Ask) -> PaperRecord | None:
    """The paper that the facts name, or the one that is on its way; only a paper of the acting office that is served."""
    named = getattr(ask.facts, "paper", None) or ask.proceeding.paper_id
    found = db.session.get(PaperRecord, named) if named else None
    mine = found is not None and (found.case_id, found.office_id) == (ask.case.id, ask.actor.office_id)
    return found if found is not None and mine and found.kind in receivers() else None


def party_of(ask: Ask) -> Party | None:
    """The party that the facts name, or the one it is on its way to."""
    ref = getattr(ask.facts, "party", None)
    known = (each for each in ask.case.parties if (each.ref == ref if ref else each.id == ask.proceeding.party_id))
    return next(known, None)


def runs_of(paper: PaperRecord, party: Party) -> list[Service]:
    """Every service of a paper on a party, oldest first."""
    asked = select(Service).where(Service.paper_id == paper.id, Service.party_id == party.id).order_by(Service.id)
    with db.session.no_autoflush:
        return list(db.session.scalars(asked))


def _way(ask: Ask) -> Way | None:
    return ways().get(ask.facts.way or "")


@guard("T-13", needs_facts=True)
def a_paper_goes_to_a_party(ask: Ask) -> No | None:
    """Only a paper of this office is served, on a party that receives its kind."""
    paper, party = paper_of(ask), party_of(ask)
    if paper is None:
        return no("paper", at="paper")
    return None if party is not None and party.role in receivers()[paper.kind] else no("party", at="paper")


@guard("T-13", needs_facts=True)
def it_is_not_under_way_or_served(ask: Ask) -> No | None:
    """A paper is on its way to a party once, and is served once."""
    paper, party = paper_of(ask), party_of(ask)
    found = [each for each in runs_of(paper, party) if each.state in (SENT, SERVED)] if paper and party else []
    return no(found[-1].state, at="paper", on=found[-1].served_on or found[-1].sent_on) if found else None


@guard("T-13", needs_facts=True)
def the_way_is_lawful(ask: Ask) -> No | None:
    """There are seven ways of service; all but the public notice need an address."""
    way, party = _way(ask), party_of(ask)
    if way is None:
        return no("way", at="way")
    known = ask.facts.address or (party and address_of(party)) or way.needs_consent or way.after_others
    return None if known else no("address", at="address")


@guard("T-13", needs_facts=True)
def electronic_service_is_consented(ask: Ask) -> No | None:
    """Electronic service needs the receiver's consent and the address it named."""
    way, party = _way(ask), party_of(ask)
    if way is None or party is None or not way.needs_consent:
        return None
    given = ask.facts.confirmed_on and ask.facts.electronic
    return None if given or address_of(party, electronic=True) else no(at="electronic", party=party.name)


@guard("T-13", needs_facts=True)
def a_public_notice_comes_last(ask: Ask) -> No | None:
    """A public notice is open when nobody knows where the party is, or other ways have failed."""
    way, paper, party = _way(ask), paper_of(ask), party_of(ask)
    if way is None or not way.after_others or ask.facts.others_failed:
        return None
    tried = [each for each in runs_of(paper, party) if each.state == UNDELIVERED] if paper and party else []
    return None if tried else no(at="others_failed")


@guard("D-22", needs_facts=True)
def a_confirmation_is_complete(ask: Ask) -> list[No]:
    """A confirmation of the address names who receives, where, the telephone, and its day."""
    told = ask.facts
    if told.confirmed_on is None:
        return []
    missing = [name for name in ("recipient", "address", "phone") if not getattr(told, name)]
    found = [no("missing", at=name) for name in missing]
    return [*found, *([no("ahead", at="confirmed_on")] if told.confirmed_on > ask.today else [])]


@guard("T-13", needs_facts=True)
def the_day_of_sending_is_told(ask: Ask) -> No | None:
    """A paper is sent on a day that has come, not before it was made."""
    paper, day = paper_of(ask), ask.facts.sent_on
    made = local_date(paper.made_at) if paper else None
    return None if day and day <= ask.today and (made is None or day >= made) else no(at="sent_on", made=made or "—")


@guard("T-13", needs_facts=True)
def the_proof_fits_the_way(ask: Ask) -> No | None:
    """Each way has its own proof: a signed receipt, a return slip, the system's record, the publication."""
    return None if ask.facts.proof in ways()[ask.proceeding.way].proofs else no(at="proof")


@guard("T-13", needs_facts=True)
def the_day_of_receipt_is_told(ask: Ask) -> No | None:
    """The day on the proof lies between sending and today; a public notice has none."""
    if ways()[ask.proceeding.way].deemed:
        return None
    day = ask.facts.on
    return None if day and ask.proceeding.sent_on <= day <= ask.today else no(at="on", sent=ask.proceeding.sent_on)


@guard("T-13")
def the_days_of_the_notice_are_over(ask: Ask) -> No | None:
    """A public notice counts as service when its thirty days are over."""
    rule = ways()[ask.proceeding.way].deemed if ask.proceeding.way in ways() else None
    due = [clock.due for clock in open_clocks(ask.proceeding, (rule,))] if rule else []
    return no(due=due[0]) if due and ask.today <= due[0] else None


@guard("T-13", needs_facts=True)
def the_failure_is_told(ask: Ask) -> No | None:
    """What came back tells why, and on which day."""
    day = ask.facts.on
    if ask.facts.failure not in failures():
        return no("failure", at="failure")
    return None if day and ask.proceeding.sent_on <= day <= ask.today else no("day", at="on")


@guard("T-13", needs_facts=True)
def a_reason_is_written(ask: Ask) -> No | None:
    """Giving service up needs a reason."""
    return None if ask.facts.reason else no(at="reason")
