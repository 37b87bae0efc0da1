"""Guards of the text, the signatures and the effect: M-30 to M-36, C-11, C-20, D-16."""

from datetime import date

from casework.base.money import grouped
from casework.base.phrases import phrase
from casework.identifiers.amounts import parse_amount
from casework.mediation.agreements import DRAFT, IN_FORCE, MEDIATOR, SEAL, Agreement, current_agreement
from casework.mediation.facts import TermFacts
from casework.mediation.models import Mediation
from casework.mediation.preview import fingerprint
from casework.mediation.rules.people import known, lacking, mediation_of, party_of
from casework.mediation.text import TextFinding, findings, sum_of
from casework.procedure.step import Ask, No, guard, no
from casework.records.models import Case, Party

KINDS = ("pay", "act", "omission")
TITLE = ("J-11", "X-02", "X-03", "X-07", "X-09", "X-11")
IMMUNITY = ("X-17", "X-18")
HOWS = ("signature", "seal", "fingerprint", "e_signature")


def bound_parties(case: Case, refs: tuple[str, ...]) -> list[Party]:
    """Who the agreement binds: the parties named, else all parties of the case."""
    return [party for party in case.parties if not refs or party.ref in refs]


def fitting_regimes(mediation: Mediation) -> tuple[str, ...]:
    """The regimes of effect that a written agreement of this mediation may have, the usual one first."""
    if mediation.online:
        return ("court_online",)
    return ("people_in_court_assigned", "court_assigned") if mediation.of_court else ("people_written",)


@guard("M-33", needs_facts=True)
def the_agreement_has_terms(ask: Ask) -> No | None:
    """An agreement says what somebody has to do."""
    return None if ask.facts.terms else no(at="terms")


@guard("M-33", needs_facts=True)
def terms_bind_parties(ask: Ask) -> list[No]:
    """Each duty has a debtor, and to pay also a creditor, both bound by the agreement and not the same."""
    refs = {party.ref for party in bound_parties(ask.case, ask.facts.bound)}
    return [
        no(at=f"terms-{place}-debtor", no=place + 1)
        for place, term in enumerate(ask.facts.terms)
        if not _two_sides(term, refs)
    ]


def _two_sides(term: TermFacts, refs: set[str]) -> bool:
    creditors = refs | {None} if term.kind != "pay" else refs
    return term.debtor in refs and term.creditor in creditors and term.debtor != term.creditor


@guard("M-33", needs_facts=True)
def every_party_is_bound(ask: Ask) -> No | None:
    """Both means all: fewer than all parties only in a partial agreement, and never fewer than two (C-21)."""
    told = ask.facts.bound
    if not told:
        return None
    if not known(ask.case, told) or len(set(told)) < 2:
        return no("unknown", at="bound")
    missing = lacking(ask.case, told)
    partial = getattr(ask.facts, "partial", False)
    return no(at="bound", missing=missing) if missing and not partial else None


@guard("M-33", needs_facts=True)
def each_term_says_what(ask: Ask) -> list[No]:
    """A payment has an amount; an act or an omission is told in words."""
    wrong = []
    for place, term in enumerate(ask.facts.terms):
        if term.kind not in KINDS:
            wrong.append(no("kind", at=f"terms-{place}-kind", no=place + 1))
        elif term.kind == "pay" and (term.fen or 0) <= 0:
            wrong.append(no("amount", at=f"terms-{place}-fen", no=place + 1))
        elif term.kind != "pay" and not term.text:
            wrong.append(no("text", at=f"terms-{place}-text", no=place + 1))
    return wrong


@guard("M-33", needs_facts=True)
def no_date_has_passed(ask: Ask) -> list[No]:
    """Nothing is promised for a day that is over; today is in time."""
    late = [(place, each) for place, each in enumerate(ask.facts.terms) if each.due and each.due < _fixed_on(ask)]
    return [no(at=f"terms-{place}-due", no=place + 1, due=each.due) for place, each in late]


def _fixed_on(ask: Ask) -> date:
    reached: date | None = getattr(ask.facts, "reached_on", None)
    return reached or ask.today


@guard("D-16", needs_facts=True)
def capitals_match_figures(ask: Ask) -> list[No]:
    """An amount in Chinese capitals is the amount in figures (TV-69)."""
    found = [
        no(at=f"terms-{place}-capitals", capitals=term.capitals, yuan=_yuan(term.fen))
        for place, term in enumerate(ask.facts.terms)
        if term.capitals and parse_amount(term.capitals).fen != term.fen
    ]
    capitals = getattr(ask.facts, "capitals", None)
    total = sum_of(ask.facts.terms)
    if capitals and parse_amount(capitals).fen != total:
        found.append(no(at="capitals", capitals=capitals, yuan=_yuan(total)))
    return found


@guard("D-16", needs_facts=True)
def sum_matches_terms(ask: Ask) -> No | None:
    """The total on the paper is the sum of the payments (row 20)."""
    told, total = ask.facts.sum_fen, sum_of(ask.facts.terms)
    return None if told in (None, total) else no(at="sum_fen", told=_yuan(told), total=_yuan(total))


def _yuan(fen: int | None) -> str:
    return grouped(fen or 0)


def _unanswered(ask: Ask, *rules: str) -> list[No]:
    given = {each.finding for each in ask.facts.going_on if each.reason}
    open_ones = [each for each in findings(ask.case, ask.facts) if each.is_error and each.key not in given]
    return [
        no(at=each.field, message=_cited(each, rules, ask), finding=each.key, better=each.better)
        for each in open_ones
        if each.rule in rules
    ]


def _cited(finding: TextFinding, rules: tuple[str, ...], ask: Ask) -> str:
    """The finding's sentence, with its own article where the guard covers several rules."""
    if len(rules) == 1:
        return finding.message
    return phrase("text.cited", message=finding.message, article=finding.article(ask.law_on))


@guard("M-33", needs_facts=True)
def the_text_is_complete(ask: Ask) -> list[No]:
    """Facts, dispute, day, manner and place are told, or there is a reason why not, which the journal keeps."""
    return _unanswered(ask, "M-33")


@guard("J-11", needs_facts=True)
def title_is_left_alone(ask: Ask) -> list[No]:
    """No clause decides who owns a right or whether it is valid, or there is a reason to keep it (TV-49)."""
    return _unanswered(ask, *TITLE)


@guard("X-17", needs_facts=True)
def no_immunity_is_promised(ask: Ask) -> list[No]:
    """Penalty and crime are not the parties' to waive, or there is a reason to keep the words (TV-51)."""
    return _unanswered(ask, *IMMUNITY)


@guard("J-17", needs_facts=True)
def the_content_is_clear(ask: Ask) -> list[No]:
    """Nothing else in the words stands in the way of confirmation, or there is a reason to keep them."""
    others = {each.rule for each in findings(ask.case, ask.facts)} - {"M-33", "X-22", *TITLE, *IMMUNITY}
    return _unanswered(ask, *others)


@guard("X-22", needs_facts=True)
def nobody_is_in_bankruptcy(ask: Ask) -> list[No]:
    """Neither words nor parties show a bankruptcy, or there is a reason to go on without confirmation."""
    return _unanswered(ask, "X-22")


WORDS = (
    the_text_is_complete,
    title_is_left_alone,
    no_immunity_is_promised,
    the_content_is_clear,
    nobody_is_in_bankruptcy,
)


@guard("M-34", needs_facts=True)
def regime_fits(ask: Ask) -> No | None:
    """Whose signatures count follows from who mediates for whom (mediation.md 2.4)."""
    fitting = fitting_regimes(mediation_of(ask))
    return None if ask.facts.regime in (None, *fitting) else no(at="regime")


@guard("M-31", needs_facts=True)
def all_parties_want_it_oral(ask: Ask) -> No | None:
    """By word of mouth only when all parties ask for it, and never in a court's matter."""
    if mediation_of(ask).of_court:
        return no("court", at="asked_by")
    missing = lacking(ask.case, ask.facts.asked_by)
    return no(at="asked_by", missing=missing) if missing else None


@guard("M-31", needs_facts=True)
def nothing_remains_to_be_done(ask: Ask) -> list[No]:
    """By word of mouth only what is performed the same day."""
    day = ask.facts.reached_on
    return [
        no(at=f"terms-{place}-due", no=place + 1)
        for place, term in enumerate(ask.facts.terms)
        if term.kind != "omission" and (term.due is None or day is None or term.due > day)
    ]


@guard("M-35", needs_facts=True)
def the_day_it_was_reached_is_told(ask: Ask) -> No | None:
    """An oral agreement takes effect on the day it was reached, which has come."""
    day = ask.facts.reached_on
    return None if day and day <= ask.today else no(at="reached_on")


def _text(ask: Ask) -> Agreement | None:
    return current_agreement(ask.proceeding)


@guard("M-34")
def a_text_awaits_signatures(ask: Ask) -> No | None:
    """There is a text to sign."""
    found = _text(ask)
    return None if found and found.status in (DRAFT, IN_FORCE) and found.form == "written" else no()


@guard("M-34", needs_facts=True)
def signer_is_bound(ask: Ask) -> No | None:
    """Who signs as a party is bound by the agreement and has not signed yet."""
    text, party = _text(ask), party_of(ask.case, ask.facts.party)
    if text is None or party is None or party not in text.parties:
        return no(at="party")
    return no("twice", at="party", party=party.name) if text.signed_by(party) else None


@guard("M-34", needs_facts=True)
def signed_after_the_text(ask: Ask) -> No | None:
    """A signature is dated: not before the text was fixed, never in the future; the same day is fine (J-27)."""
    text, day = _text(ask), ask.facts.signed_on
    if day is None or day > ask.today:
        return no(at="signed_on")
    return no("early", at="signed_on", settled=text.settled_on) if text and day < text.settled_on else None


@guard("M-36", needs_facts=True)
def organisation_signs_or_seals(ask: Ask) -> No | None:
    """An organisation signs through its representative and its seal; with neither it has not signed (TV-67)."""
    party = party_of(ask.case, ask.facts.party)
    if party is None or party.kind != "org":
        return None
    return None if ask.facts.name or ask.facts.sealed else no(at="name", party=party.name)


@guard("M-34", needs_facts=True)
def way_of_signing_is_known(ask: Ask) -> No | None:
    """Signature, seal, fingerprint; on the courts' platform the electronic signature alone (C-20)."""
    text, how = _text(ask), ask.facts.how
    if how not in HOWS:
        return no(at="how")
    online = text is not None and text.regime == "court_online"
    return no("online", at="how") if online and how != "e_signature" else None


@guard("M-34", needs_facts=True)
def a_named_mediator_signs(ask: Ask) -> No | None:
    """The mediator who signs is one of those named for the mediation, and signs once."""
    serving = {each.mediator.name for each in mediation_of(ask).named}
    name = ask.facts.name or ask.actor.name
    if name not in serving:
        return no(at="name", name=name)
    text = _text(ask)
    return no("twice", at="name", name=name) if text and name in {s.name for s in text.of(MEDIATOR)} else None


@guard("M-34")
def a_mediator_has_yet_to_sign(ask: Ask) -> No | None:
    """A named mediator has not signed; who has signed does not sign again."""
    text = _text(ask)
    if text is None:
        return None
    signed = {each.name for each in text.of(MEDIATOR)}
    return None if {each.mediator.name for each in mediation_of(ask).named} - signed or not signed else no()


@guard("M-34")
def a_party_has_yet_to_sign(ask: Ask) -> No | None:
    """Not all parties have signed; who has signed does not sign again."""
    text = _text(ask)
    return None if text is None or any(text.signed_by(each) is None for each in text.parties) else no()


@guard("M-34", needs_facts=True)
def the_text_signed_is_the_text(ask: Ask) -> No | None:
    """On a screen the text that was read is the text that stands: another word is another text."""
    text, told = _text(ask), ask.facts.on_screen
    return no() if told and text and told.text_sha256 != fingerprint(text) else None


@guard("M-34", needs_facts=True)
def a_mediator_signs_the_screen_alone(ask: Ask) -> No | None:
    """On the screen a mediator signs only for themselves, after proving who they are."""
    if ask.facts.how != "e_signature":
        return None
    name = ask.facts.name or ask.actor.name
    own = {each.mediator.name for each in mediation_of(ask).named if each.mediator.person_id == ask.actor.person_id}
    if ask.actor.person_id is None or name not in own:
        return no("other", at="name", name=name)
    return None if ask.facts.on_screen else no(at="password")


@guard("M-34")
def it_is_not_sealed_yet(ask: Ask) -> No | None:
    """The committee's seal is affixed once."""
    text = _text(ask)
    return no() if text and text.of(SEAL) else None


@guard("M-34")
def all_that_counts_is_there(ask: Ask) -> list[No]:
    """Nothing takes effect before the last element of its regime is there."""
    text = _text(ask)
    return [no(what=each) for each in text.effect.missing] if text else []


@guard("M-34")
def effect_is_not_in_the_future(ask: Ask) -> No | None:
    """No effective date lies in the future (invariant 2)."""
    text = _text(ask)
    day = text.effect.effective if text else None
    return no(day=day) if day and day > ask.today else None
