"""Forms of mediators, sessions, time and standstill."""

from typing import Any

from wtforms import FieldList, FormField

from casework.base.reading import in_order
from casework.counter.fields import Choice, Day, LongText, Moment, NotFuture, Required, Text, Tick
from casework.mediation.committee import in_term
from casework.mediation.facts import (
    AddressFacts,
    ExtensionFacts,
    InvestigationFacts,
    Mediators,
    Naming,
    Notification,
    Replacement,
    SessionRecord,
    Suspension,
)
from casework.mediation.forms.fields import CaseForm, OneParty, Parties, told
from casework.mediation.rules.conduct import CAUSES, RECORDINGS
from casework.mediation.rules.mediators import CHOSEN_BY

ANSWERS = ("none", "disclosed")


def offer_mediators(field: Choice, subject: Any) -> None:
    """Offer the mediators of the register who are in term today."""
    field.offer(
        [(str(each.id), each.name) for each in in_order(in_term(subject.office_id), lambda row: row.name)], empty=True
    )


class NamingForm(CaseForm):
    """One mediator with the answer to the conflict question."""

    key = "naming"
    mediator_id = Choice()
    presiding = Tick()
    conflict = Choice(ANSWERS, "conflict", empty=True)
    disclosed = Text(longest=500)
    consents = Parties()

    def naming(self) -> Naming:
        """The naming; an unanswered conflict question stays unanswered."""
        return Naming(
            mediator_id=int(self.mediator_id.data) if self.mediator_id.data else None,
            presiding=self.presiding.data,
            conflict={"none": False, "disclosed": True}.get(self.conflict.data or ""),
            disclosed=self.disclosed.data,
            consents=told(self.consents.data),
        )


class MediatorsForm(CaseForm):
    """The mediators of a mediation; rows without a person are left out."""

    key = "naming"
    chosen_by = Choice(CHOSEN_BY, "chosen_by", default="committee", validators=[Required()])
    mediators = FieldList(FormField(NamingForm), min_entries=2, max_entries=9)

    def prepare(self, subject: Any) -> None:
        """Offer parties and the mediators in term."""
        super().prepare(subject)
        for row in self.mediators.entries:
            offer_mediators(row.form.mediator_id, subject)

    def facts(self) -> Mediators:
        """The rows that name somebody."""
        rows = [row.form.naming() for row in self.mediators.entries]
        return Mediators(tuple(each for each in rows if each.mediator_id), self.chosen_by.data)


class ReplacementForm(NamingForm):
    """Who leaves, who asked, who takes over."""

    key = "replacement"
    places = (("successor", "mediator_id"), ("mediators", "mediator_id"))
    leaving_id = Choice(validators=[Required()])
    asked_by = OneParty()
    reason = Text(longest=300)

    def prepare(self, subject: Any) -> None:
        """Offer those who serve, and those who may take over."""
        super().prepare(subject)
        offer_mediators(self.mediator_id, subject)
        self.leaving_id.offer([(str(n.mediator_id), n.mediator.name) for n in subject.named], empty=True)

    def facts(self) -> Replacement:
        """The replacement."""
        leaving = int(self.leaving_id.data) if self.leaving_id.data else None
        successor = self.naming() if self.mediator_id.data else None
        return Replacement(leaving, self.asked_by.data, self.reason.data, successor)


class NotificationForm(CaseForm):
    """When and where."""

    key = "session"
    facts_type = Notification
    held_at = Moment(validators=[Required()])
    place = Text(validators=[Required()])


class SessionForm(CaseForm):
    """The record of a session; what is conceded goes to the two fields that are kept apart."""

    key = "session"
    held_at = Moment(validators=[Required(), NotFuture()])
    place = Text(validators=[Required()])
    present = Parties(validators=[Required()])
    presided_by = Choice()
    recorder = Text(longest=60)
    guests = Text(longest=500)
    guests_accepted = Tick()
    public = Tick()
    objection_to_public = Tick()
    rights_told_on = Day(validators=[NotFuture()])
    statements = LongText()
    facts_found = LongText()
    undisputed = LongText()
    result = LongText(longest=5000, validators=[Required()])
    concessions = LongText()
    caucus = LongText()
    signed = Tick()
    kept_as = Choice(RECORDINGS, "kept_as", empty=True)
    recording = Text(longest=200)
    recording_consents = Parties()

    def prepare(self, subject: Any) -> None:
        """Offer the parties and the named mediators."""
        super().prepare(subject)
        serving = [(each.mediator.name, each.mediator.name) for each in subject.named]
        self.presided_by.offer(serving, empty=not serving)

    def facts(self) -> SessionRecord:
        """The record."""
        values = {name: field.data for name, field in self._fields.items()}
        return SessionRecord(
            **{**values, "present": told(self.present.data), "recording_consents": told(self.recording_consents.data)}
        )


class DisclosureForm(CaseForm):
    """A relation that shows while mediation goes on."""

    key = "disclosure"
    places = (("mediators", "mediator_id"),)
    mediator_id = Choice(validators=[Required()])
    disclosed = LongText(longest=500, validators=[Required()])
    consents = Parties(validators=[Required()])

    def prepare(self, subject: Any) -> None:
        """Offer the parties and those who serve."""
        super().prepare(subject)
        self.mediator_id.offer([(str(n.mediator_id), n.mediator.name) for n in subject.named], empty=True)

    def facts(self) -> Mediators:
        """The disclosure as a naming with its consents."""
        naming = Naming(
            int(self.mediator_id.data), conflict=True, disclosed=self.disclosed.data, consents=told(self.consents.data)
        )
        return Mediators((naming,))


class AddressForm(CaseForm):
    """Where a party is served."""

    key = "address"
    today = ("signed_on",)
    facts_type = AddressFacts
    party = OneParty(validators=[Required()])
    recipient = Text(longest=60, validators=[Required()])
    address = Text(longest=200, validators=[Required()])
    phone = Text(longest=40, validators=[Required()])
    electronic = Text(longest=120)
    identity_seen = Tick()
    signed_on = Day(validators=[Required(), NotFuture()])


class InvestigationForm(CaseForm):
    """What somebody was asked outside a session."""

    key = "investigation"
    facts_type = InvestigationFacts
    held_at = Moment(validators=[Required(), NotFuture()])
    place = Text(validators=[Required()])
    asked = Text(longest=120, validators=[Required()])
    relation = Text(longest=200)
    investigator = Text(longest=60, validators=[Required()])
    recorder = Text(longest=60)
    content = LongText(validators=[Required()])
    signed = Tick()


class ExtensionForm(CaseForm):
    """A new last day by consent of all parties."""

    key = "extension"
    new_end = Day(validators=[Required()])
    consents = Parties(validators=[Required()])
    reason = Text(longest=500, validators=[Required()])

    def facts(self) -> ExtensionFacts:
        """The extension."""
        return ExtensionFacts(self.new_end.data, told(self.consents.data), self.reason.data)


class SuspensionForm(CaseForm):
    """Why mediation stands still."""

    key = "suspension"
    facts_type = Suspension
    cause = Choice(CAUSES, "standstill", empty=True, validators=[Required()])
    detail = LongText(longest=2000, validators=[Required()])
