"""Guards of sessions, time and standstill: M-16, M-20 to M-24, C-05, C-07, C-08, C-25."""

from datetime import date

from casework.base.wallclock import local_date
from casework.mediation.rules.people import known, lacking, mediation_of, party_of
from casework.procedure.clocks import open_clocks
from casework.procedure.models import RunningClock
from casework.procedure.step import Ask, No, guard, no

PERIODS = ("M-22", "C-09", "C-19")
CAUSES = ("sham", "other_procedure", "other")
RECORDINGS = ("audio", "video")
SECRETS = ("trade_secret", "technical_secret", "business_secret")


def period(ask: Ask) -> RunningClock | None:
    """The clock of the mediation that still runs."""
    return next(iter(open_clocks(ask.proceeding, PERIODS)), None)


@guard("C-05", needs_facts=True)
def time_and_place_are_told(ask: Ask) -> list[No]:
    """A notice of session says when and where."""
    found = [] if ask.facts.held_at else [no("time", at="held_at")]
    return found if ask.facts.place else [*found, no("place", at="place")]


@guard("M-16", needs_facts=True)
def rights_were_told_first(ask: Ask) -> No | None:
    """Nature, principles, rights and duties are told and signed for before the first session."""
    told = ask.facts.rights_told_on or mediation_of(ask).rights_told_on
    held = ask.facts.held_at
    if told is None:
        return no(at="rights_told_on")
    return no("late", at="rights_told_on", told=told) if held and told > local_date(held) else None


@guard("M-24", needs_facts=True)
def the_session_has_been_held(ask: Ask) -> list[No]:
    """A record tells when, where and who was there; nothing is recorded before it happened."""
    told, found = ask.facts, []
    if told.held_at is None or told.held_at > ask.now:
        found.append(no("time", at="held_at"))
    if not told.place:
        found.append(no("place", at="place"))
    if not told.present or not known(ask.case, told.present):
        found.append(no("present", at="present"))
    return found


@guard("M-24", needs_facts=True)
def the_record_is_signed(ask: Ask) -> No | None:
    """The record is read and signed by parties, mediator and recorder."""
    return None if ask.facts.signed else no(at="signed")


@guard("C-24", needs_facts=True)
def a_recording_stands_in_by_consent(ask: Ask) -> list[No]:
    """Audio or video replaces the full record where all clearly agree; what is undisputed stays in signed writing."""
    told = ask.facts
    if not told.kept_as:
        return []
    missing = lacking(ask.case, told.recording_consents)
    found = [no("consent", at="recording_consents", missing=missing)] if missing else []
    found += [] if told.kept_as in RECORDINGS and told.recording else [no("untold", at="recording")]
    return found if told.undisputed else [*found, no("undisputed", at="undisputed")]


@guard("M-05", needs_facts=True)
def a_named_mediator_presides(ask: Ask) -> No | None:
    """Nobody presides who is not named for this mediation."""
    who = ask.facts.presided_by
    serving = {each.mediator.name for each in mediation_of(ask).named}
    return no(at="presided_by", name=who) if who and who not in serving else None


@guard("C-25")
def identity_and_address_are_confirmed(ask: Ask) -> No | None:
    """Online every party's identity is checked and its address for service confirmed before the start."""
    mediation = mediation_of(ask)
    confirmed = {each.party_id for each in mediation.addresses}
    missing = [party.name for party in ask.case.parties if party.id not in confirmed] if mediation.online else []
    return no(missing="、".join(missing)) if missing else None


@guard("M-20", needs_facts=True)
def guests_are_accepted(ask: Ask) -> No | None:
    """Relatives, experts and others take part only with the parties' consent."""
    return no(at="guests_accepted") if ask.facts.guests and not ask.facts.guests_accepted else None


@guard("C-25", needs_facts=True)
def the_address_is_complete(ask: Ask) -> list[No]:
    """An address for service names the party, who receives, where, and the telephone number (D-22)."""
    told = ask.facts
    found = [] if party_of(ask.case, told.party) else [no("party", at="party")]
    return found + [no(name, at=name) for name in ("recipient", "address", "phone") if not getattr(told, name)]


@guard("C-25", needs_facts=True)
def identity_was_checked(ask: Ask) -> No | None:
    """Who confirms an address has proved who he is."""
    return None if ask.facts.identity_seen else no(at="identity_seen")


@guard("C-25", needs_facts=True)
def the_address_is_signed(ask: Ask) -> No | None:
    """The confirmation is signed on a day that has come."""
    day = ask.facts.signed_on
    return None if day and day <= ask.today else no(at="signed_on")


@guard("D-11", needs_facts=True)
def the_investigation_is_told(ask: Ask) -> list[No]:
    """A record of investigation tells when and where, who asked whom, questions and answers; nothing beforehand."""
    told = ask.facts
    found = [] if told.held_at and told.held_at <= ask.now else [no("held_at", at="held_at")]
    wanted = ("place", "asked", "investigator", "content")
    return found + [no(name, at=name) for name in wanted if not getattr(told, name)]


@guard("D-11", needs_facts=True)
def the_investigation_is_signed(ask: Ask) -> No | None:
    """Who was asked has read and signed the record."""
    return None if ask.facts.signed else no(at="signed")


@guard("C-07", needs_facts=True)
def no_mediator_is_a_witness(ask: Ask) -> No | None:
    """A mediator of the case, present or past, is not asked as a witness in it."""
    mediators = {each.mediator.name for each in mediation_of(ask).namings}
    return no(at="asked", name=ask.facts.asked) if ask.facts.asked in mediators else None


@guard("M-21", needs_facts=True)
def open_only_where_nobody_minds(ask: Ask) -> No | None:
    """A session is open only where no secret is at stake and no party objects."""
    secret = any(right.kind in SECRETS for right in ask.case.rights)
    return no(at="public") if ask.facts.public and (secret or ask.facts.objection_to_public) else None


@guard("M-22")
def a_time_limit_runs(ask: Ask) -> No | None:
    """Only a running limit can be extended."""
    return None if period(ask) else no()


@guard("M-22")
def the_limit_has_not_passed(ask: Ask) -> No | None:
    """An extension is agreed before expiry."""
    clock = period(ask)
    return no(due=clock.due) if clock and clock.state == "running" and ask.today > clock.due else None


@guard("M-22", needs_facts=True)
def all_parties_extend(ask: Ask) -> No | None:
    """All parties consent to an extension, in writing."""
    missing = lacking(ask.case, ask.facts.consents)
    return no(at="consents", missing=missing) if missing else None


@guard("M-22", needs_facts=True)
def the_new_end_is_later(ask: Ask) -> No | None:
    """An extension names a new last day after the present one."""
    clock, end = period(ask), ask.facts.new_end
    if not isinstance(end, date):
        return no(at="new_end", due=clock.due if clock else "")
    return no(at="new_end", due=clock.due) if clock and end <= clock.due else None


@guard("C-08", needs_facts=True)
def cause_of_standstill_is_told(ask: Ask) -> No | None:
    """Standing still needs one of the causes, and words when a sham is suspected."""
    if ask.facts.cause not in CAUSES:
        return no(at="cause")
    return None if ask.facts.detail else no("detail", at="detail")


@guard("M-23", needs_facts=True)
def the_appraisal_is_named(ask: Ask) -> No | None:
    """Time of an appraisal is left out only when it is told what is appraised."""
    return None if ask.facts.reason else no(at="reason")


@guard("C-08", needs_facts=True)
def the_cause_is_gone(ask: Ask) -> No | None:
    """Mediation goes on when the cause of the standstill is gone, and the record says how (row 19)."""
    return None if ask.facts.reason else no(at="reason")
