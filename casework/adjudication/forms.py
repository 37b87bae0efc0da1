"""Forms of the adjudication: shape only."""

from typing import Any

from wtforms import FieldList, FormField

from casework.adjudication import facts as f
from casework.adjudication.deciding_rules import ABSENT, FORBIDDEN, GO_ON, POWERS, RESULTS, UNCOUNTED
from casework.adjudication.filing_rules import MATERIALS, PLACES, REFUSALS, STANDINGS
from casework.adjudication.mediation_models import NATIONAL
from casework.adjudication.models import Adjudication
from casework.adjudication.papers import lacking
from casework.adjudication.rules import END_GROUNDS
from casework.counter.fields import Choice, Day, LongText, Money, NotFuture, Required, Several, Text, Tick
from casework.counter.files import Files
from casework.counter.form import ActForm
from casework.mediation.facts import TermFacts
from casework.procedure.models import Proceeding


def _lines(text: str | None) -> tuple[str, ...]:
    return tuple(line.strip() for line in (text or "").splitlines() if line.strip())


class NothingForm(ActForm):
    """No facts: the click is the act."""


class RequestForm(ActForm):
    """A request for a decision."""

    key = "adjudication"
    facts_type = f.Request
    matter = Choice(("infringement", *NATIONAL), "adjudication_matter", default="infringement", validators=[Required()])
    standing = Choice(STANDINGS, "adjudication_standing", empty=True, validators=[Required()])
    authorised = Tick()
    place_link = Choice(PLACES, "adjudication_place", empty=True, validators=[Required()])
    claims = LongText(longest=2000)
    known_on = Day(validators=[NotFuture()])
    continues = Tick()
    other_way = Text()
    files = Files()


class GapsForm(ActForm):
    """All that is missing, one per line."""

    key = "adjudication"
    missing = LongText(longest=2000, validators=[Required()])
    due = Day(validators=[Required()])

    def prepare(self, subject: Any) -> None:
        """Begin with what the request form lacks."""
        if isinstance(subject, Adjudication) and not self.missing.raw_data and not self.missing.data:
            self.missing.data = "\n".join(lacking(subject))

    def facts(self) -> f.Gaps:
        """The lines as a list."""
        return f.Gaps(_lines(self.missing.data), self.due.data)


class SupplementForm(ActForm):
    """What the correction tells anew."""

    key = "adjudication"
    facts_type = f.Supplement
    standing = Choice(STANDINGS, "adjudication_standing", empty=True)
    authorised = Tick()
    claims = LongText(longest=2000)


class FilingForm(ActForm):
    """The panel, one name per line, and what came with the request."""

    key = "adjudication"
    panel = LongText(longest=400, validators=[Required()])
    materials = Several(MATERIALS, "adjudication_material")
    investigator = Text(longest=60)
    commissioned = Text(longest=120)

    def facts(self) -> f.Filing:
        """The names as a list."""
        told = tuple(self.materials.data or ())
        return f.Filing(_lines(self.panel.data), told, self.investigator.data, self.commissioned.data)


class RefusalForm(ActForm):
    """Ground of art 12 and the reason."""

    key = "adjudication"
    facts_type = f.Refusal
    ground = Choice(REFUSALS, "adjudication_refusal", empty=True, validators=[Required()])
    reason = LongText(longest=1000, validators=[Required()])


class HearingForm(ActForm):
    """Day, time and place of a hearing."""

    key = "adjudication"
    facts_type = f.Hearing
    on = Day(validators=[Required()])
    time = Text(longest=20)
    place = Text(validators=[Required()])


class HeardForm(ActForm):
    """A hearing as it was."""

    key = "adjudication"
    facts_type = f.Heard
    absent = Choice(ABSENT, "patent_absent", validators=[Required()])
    signed = Tick()


class GoingOnForm(ActForm):
    """Why a stay is refused."""

    key = "adjudication"
    facts_type = f.GoingOn
    ground = Choice(GO_ON, "adjudication_go_on", empty=True, validators=[Required()])
    reason = LongText(longest=1000)


class UncountedForm(ActForm):
    """Why time is not counted."""

    key = "adjudication"
    facts_type = f.Uncounted
    cause = Choice(UNCOUNTED, "adjudication_uncounted", empty=True, validators=[Required()])


class InspectionForm(ActForm):
    """What the office does to find the facts."""

    key = "adjudication"
    facts_type = f.Inspection
    power = Choice((*POWERS, *FORBIDDEN), "adjudication_power", empty=True, validators=[Required()])
    note = LongText(longest=2000)


class VoteForm(ActForm):
    """The vote of the panel."""

    key = "adjudication"
    result = Choice(RESULTS, "decision", empty=True, validators=[Required()])
    in_favour = Several()
    against = Several()
    note = LongText(longest=2000)

    def prepare(self, subject: Proceeding) -> None:
        """Offer the members."""
        pairs = [(name, name) for name in getattr(subject, "panel", None) or ()]
        self.in_favour.offer(pairs)
        self.against.offer(pairs)

    def facts(self) -> f.Vote:
        """Who voted how."""
        ticked = tuple(self.in_favour.data or ()), tuple(self.against.data or ())
        return f.Vote(self.result.data, *ticked, self.note.data)


class ReasonForm(ActForm):
    """A reason in words."""

    key = "adjudication"
    facts_type = f.Reason
    reason = LongText(longest=1000, validators=[Required()])


class ServiceForm(ActForm):
    """Service with proof."""

    key = "adjudication"
    facts_type = f.Service
    on = Day(validators=[Required(), NotFuture()])
    abroad = Tick()


class DayForm(ActForm):
    """A day."""

    key = "adjudication"
    facts_type = f.Day
    on = Day(validators=[Required()])


class SuspensionForm(ActForm):
    """The ground of art 28."""

    key = "adjudication"
    ground = Choice(tuple("1234567"), "suspension_ground", empty=True, validators=[Required()])

    def facts(self) -> f.Suspension:
        """The ground as a number."""
        return f.Suspension(int(self.ground.data or 0))


class ExtensionForm(ActForm):
    """Months added."""

    key = "adjudication"
    months = Choice(("1", "2"), "months", validators=[Required()])
    approved_by = Text()

    def facts(self) -> f.Extension:
        """The months as a number."""
        return f.Extension(int(self.months.data or 0), self.approved_by.data)


class ConsentForm(ActForm):
    """Both sides want to settle."""

    key = "adjudication"
    facts_type = f.Consent
    all_agree = Tick()


class TermForm(ActForm):
    """One duty of the agreement."""

    key = "adjudication"
    facts_type = TermFacts
    kind = Choice(("pay", "act", "omission"), "term_kind", default="pay")
    debtor = Choice()
    creditor = Choice()
    fen = Money()
    due = Day()
    manner = Text(longest=120)
    account = Text(longest=120)
    text = LongText(longest=2000)


class SettlementForm(ActForm):
    """The agreement and its signatures: every party signs on the day given."""

    key = "adjudication"
    places = (("signatures", "signed_on"),)
    terms = FieldList(FormField(TermForm), min_entries=2, max_entries=60)
    main_facts = LongText()
    signed_on = Day(validators=[Required(), NotFuture()])
    official_on = Day(validators=[Required(), NotFuture()])
    seal_on = Day(validators=[Required(), NotFuture()])
    enforcement_promise = Tick()

    def prepare(self, subject: Proceeding) -> None:
        """Offer the parties as debtors and creditors."""
        self.refs = [party.ref for party in subject.case.parties if party.role != "third_party"]
        pairs = [(party.ref, f"{party.ref} {party.name}") for party in subject.case.parties]
        for entry in self.terms:
            entry.form["debtor"].offer(pairs, empty=True)
            entry.form["creditor"].offer(pairs, empty=True)

    def facts(self) -> f.Settlement:
        """Terms that are filled in, and the signatures."""
        told = [self._value(entry) for entry in self.terms]
        terms: tuple[Any, ...] = tuple(each for each in told if each.debtor)
        signatures = tuple(f.PartySigned(ref, self.signed_on.data) for ref in self.refs)
        return f.Settlement(
            terms=terms,
            signatures=signatures,
            official_on=self.official_on.data,
            seal_on=self.seal_on.data,
            main_facts=self.main_facts.data,
            enforcement_promise=self.enforcement_promise.data,
        )


class DecisionForm(ActForm):
    """The decision with the items of art 31."""

    key = "adjudication"
    number = Text()
    decided_on = Day(validators=[Required(), NotFuture()])
    pleadings = LongText()
    reasons = LongText(validators=[Required()])
    acts_to_stop = LongText()
    way_to_sue = Tick()
    awards_damages = Tick()
    received_on = Day()

    def prepare(self, subject: Proceeding) -> None:
        """Remember who receives it."""
        self.refs = [party.ref for party in subject.case.parties]

    def facts(self) -> f.Decision:
        """The decision; every party received it on the day given, if one is."""
        names = ("number", "decided_on", "pleadings", "reasons", "acts_to_stop", "way_to_sue", "awards_damages")
        received = tuple(f.PartySigned(ref, self.received_on.data) for ref in self.refs if self.received_on.data)
        return f.Decision(**{name: self[name].data for name in names}, received=received)


class DecisionServiceForm(ActForm):
    """Who received the decision, and when."""

    key = "adjudication"
    facts_type = f.PartySigned
    party = Choice(validators=[Required()])
    on = Day(validators=[Required(), NotFuture()])

    def prepare(self, subject: Proceeding) -> None:
        """Offer the parties."""
        self.party.offer([(party.ref, party.name) for party in subject.case.parties], empty=True)


class RepeatForm(DecisionForm):
    """A decision on a repeated infringement: the earlier decision, and that the act is of the same kind."""

    prior = Text(validators=[Required()])
    same_act = Tick()

    def facts(self) -> f.Repeat:
        """The decision with the earlier one."""
        return f.Repeat(**vars(super().facts()), prior=self.prior.data, same_act=self.same_act.data)


class EndingForm(ActForm):
    """Ground of art 36."""

    key = "adjudication"
    facts_type = f.Ending
    ground = Choice(END_GROUNDS, "adjudication_ground", empty=True, validators=[Required()])
    on = Day(validators=[NotFuture()])
    pleaded = Tick()
    told_on = Day(validators=[NotFuture()])
