"""Forms of the text and of the signatures."""

from datetime import datetime
from typing import Any

from wtforms import FieldList, FormField, IntegerField
from wtforms.validators import NumberRange, Optional

from casework.base import wallclock
from casework.base.phrases import phrase
from casework.base.wallclock import local_date
from casework.counter.fields import Choice, Day, LongText, Money, NotFuture, Required, Secret, Text, Tick
from casework.identifiers.amounts import capitals
from casework.identity.actor import Actor
from casework.identity.passwords import proves
from casework.mediation.agreements import Agreement, current_agreement
from casework.mediation.facts import (
    AgreementText,
    GoOn,
    OralAgreement,
    PartySignature,
    Signing,
    TermFacts,
    Unsigned,
)
from casework.mediation.forms.fields import CaseForm, OneParty, Parties, told
from casework.mediation.forms.intake import RoutesForm
from casework.mediation.on_screen import PASSWORD, OnScreen
from casework.mediation.preview import Preview, as_facts, fingerprint, preview
from casework.mediation.rules.agreement import HOWS, KINDS, fitting_regimes
from casework.mediation.text import TextFinding, findings, sum_of

ROWS = 3


class TermForm(CaseForm):
    """One duty: who, to whom, what or how much, until when, how and where."""

    key = "term"
    kind = Choice(KINDS, "term_kind", default="pay")
    debtor = OneParty()
    creditor = OneParty()
    fen = Money()
    capitals = Text(longest=60)
    due = Day()
    manner = Text()
    place = Text()
    account = Text()
    text = LongText(longest=5000)

    def term(self) -> TermFacts:
        """The duty as a value."""
        return TermFacts(**{name: field.data for name, field in self._fields.items()})

    @property
    def blank(self) -> bool:
        """Whether nothing was typed in this row."""
        return not any(field.data for name, field in self._fields.items() if name != "kind")


class GoOnForm(CaseForm):
    """Why the words stay although a finding speaks against them."""

    key = "going_on"
    finding = Text(longest=60)
    reason = Text(longest=500)

    def answer(self) -> GoOn:
        """The reason as a value."""
        return GoOn(self.finding.data, self.reason.data)


class TermsForm(CaseForm):
    """Terms as rows; a press on "check" or "preview" comes back with what it found and nothing done."""

    terms = FieldList(FormField(TermForm), min_entries=ROWS, max_entries=60)
    bound = Parties()
    main_facts = LongText(longest=5000)
    issues = LongText(longest=2000)
    going_on = FieldList(FormField(GoOnForm), max_entries=120)
    check = Tick()
    preview = Tick()

    def prepare(self, subject: Any) -> None:
        """Offer the parties in every row; begin with the facts and the request of the case."""
        self.subject = subject
        super().prepare(subject)
        for name, known in (("main_facts", subject.case.facts), ("issues", subject.case.request)):
            field = self._fields[name]
            if not field.data and not field.raw_data:
                field.data = known

    def validate(self, extra_validators: Any = None) -> bool:
        """False also where only a check or a preview was asked for."""
        valid = super().validate(extra_validators)
        return valid and not (self.check.data or self.preview.data)

    def rows(self) -> tuple[TermFacts, ...]:
        """The rows in which something was typed."""
        return tuple(row.form.term() for row in self.terms.entries if not row.form.blank)

    def reasons(self) -> tuple[GoOn, ...]:
        """The reasons to go on that were given."""
        return tuple(row.form.answer() for row in self.going_on.entries)

    @property
    def total_fen(self) -> int:
        """What is to be paid in all, fen."""
        return sum_of(self.rows())

    @property
    def total_capitals(self) -> str:
        """The same in Chinese capitals."""
        return capitals(self.total_fen)

    @property
    def findings(self) -> list[TextFinding]:
        """What speaks against the words as typed; empty on an empty page."""
        return findings(self.subject.case, self.facts()) if self.rows() else []

    def reason_for(self, key: str) -> str:
        """The reason already given for a finding."""
        return next((each.reason or "" for each in self.reasons() if each.finding == key), "")


class AgreementForm(TermsForm):
    """The text of a written agreement."""

    key = "agreement"
    sum_fen = Money()
    capitals = Text(longest=60)
    regime = Choice()
    responsibilities = LongText(longest=2000)
    on_default = LongText(longest=2000)
    enforcement_promise = Tick()
    wants_confirmation = Tick()
    partial = Tick()
    copies = IntegerField(validators=[Optional(), NumberRange(min=1, max=99)])

    def prepare(self, subject: Any) -> None:
        """Offer the ways of taking effect that this mediation can have."""
        super().prepare(subject)
        self.regime.offer([(each, phrase(f"regime.{each}")) for each in fitting_regimes(subject)], empty=True)

    @property
    def printed(self) -> Preview:
        """The text as the paper will say it."""
        return preview(self.subject.case, self.facts())

    def facts(self) -> AgreementText:
        """The text."""
        return AgreementText(
            terms=self.rows(),
            sum_fen=self.sum_fen.data,
            capitals=self.capitals.data,
            regime=self.regime.data,
            bound=told(self.bound.data),
            main_facts=self.main_facts.data,
            issues=self.issues.data,
            responsibilities=self.responsibilities.data,
            on_default=self.on_default.data,
            enforcement_promise=self.enforcement_promise.data,
            wants_confirmation=self.wants_confirmation.data,
            partial=self.partial.data,
            copies=self.copies.data,
            going_on=self.reasons(),
        )


class OralForm(TermsForm):
    """An agreement by word of mouth."""

    key = "oral"
    places = (("capitals", "terms"),)
    today = ("reached_on",)
    reached_on = Day(validators=[Required(), NotFuture()])
    asked_by = Parties(validators=[Required()])
    recorder = Text(longest=60)
    recording = Text(longest=200)

    def facts(self) -> OralAgreement:
        """What was agreed."""
        return OralAgreement(
            reached_on=self.reached_on.data,
            asked_by=told(self.asked_by.data),
            terms=self.rows(),
            bound=told(self.bound.data),
            main_facts=self.main_facts.data,
            issues=self.issues.data,
            recorder=self.recorder.data,
            recording=self.recording.data,
            going_on=self.reasons(),
        )


class SignatureForm(CaseForm):
    """A form of the signature page: it knows the text and who has signed."""

    text: Agreement | None = None

    def prepare(self, subject: Any) -> None:
        """Remember the text."""
        super().prepare(subject)
        self.text = current_agreement(subject)


class PartySignatureForm(SignatureForm):
    """A party's signature; those who have signed are no longer offered."""

    key = "signature"
    today = ("signed_on",)
    facts_type = PartySignature
    party = OneParty(validators=[Required()])
    signed_on = Day(validators=[Required(), NotFuture()])
    how = Choice(HOWS, "signing_how", default="signature", validators=[Required()])
    name = Text(longest=120)
    sealed = Tick()

    def prepare(self, subject: Any) -> None:
        """Offer the parties still to sign."""
        super().prepare(subject)
        text = self.text
        if text is not None:
            open_ones = [party for party in text.parties if text.signed_by(party) is None]
            self.party.offer([(party.ref, party.name) for party in open_ones], empty=True)


class SigningForm(SignatureForm):
    """The mediator's signature: with ink, entered by day; or here on the screen, under the text that was read."""

    key = "signature"
    today = ("signed_on",)
    signed_on = Day(validators=[Required(), NotFuture()])
    name = Choice()
    how = Choice(HOWS, "signing_how", default="signature", validators=[Required()])
    read = Tick()
    password = Secret()
    text_sha256 = Text(longest=64)

    def prepare(self, subject: Any) -> None:
        """Offer the named mediators, and the text as it will be printed with its fingerprint."""
        super().prepare(subject)
        serving = [(each.mediator.name, each.mediator.name) for each in subject.named]
        self.name.offer(serving, empty=not serving)
        if self.text is not None:
            self.printed, self.fingerprint = preview(subject.case, as_facts(self.text)), fingerprint(self.text)

    def validate(self, extra_validators: Any = None) -> bool:
        """The usual checks; on the screen also that the text was read."""
        fits = super().validate(extra_validators)
        if self.on_screen and not (self.read.data and self.text_sha256.data):
            self.read.errors = [phrase("signing.not_read")]
            return False
        return bool(fits)

    def proven(self, actor: Actor, now: datetime) -> bool:
        """On the screen the own password is asked again."""
        if not self.on_screen or proves(actor.person_id, self.password.data or "", now=now):
            return True
        self.password.errors = [phrase("signing.password_wrong")]
        return False

    @property
    def on_screen(self) -> bool:
        """Whether the signature is given here."""
        return bool(self.how.data == "e_signature")

    def facts(self) -> Signing:
        """Day, name and way; on the screen today, and the text that was read."""
        told = OnScreen(PASSWORD, self.text_sha256.data) if self.on_screen else None
        day = local_date(wallclock.now()) if told else self.signed_on.data
        return Signing(day, self.name.data, self.how.data, told)


class SealForm(SignatureForm):
    """The committee's seal."""

    key = "seal"
    today = ("signed_on",)
    signed_on = Day(validators=[Required(), NotFuture()])

    def facts(self) -> Signing:
        """The day of the seal."""
        return Signing(self.signed_on.data, how="seal")


class UnsignedForm(RoutesForm):
    """Who refuses to sign."""

    key = "unsigned"
    facts_type = Unsigned
    party = OneParty(validators=[Required()])
    detail = LongText(longest=1000)
    routes = LongText(longest=1000, validators=[Required()])
