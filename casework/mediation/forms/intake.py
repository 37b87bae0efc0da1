"""Forms up to acceptance."""

from typing import Any

from casework.base.phrases import phrase
from casework.counter.fields import Choice, Day, LongText, NotFuture, Required, Text, Tick
from casework.counter.files import Files
from casework.counter.form import ActForm
from casework.identity.directory import office_by_id, offices_of_kind
from casework.identity.roles import OfficeKind
from casework.mediation.facts import (
    Acceptance,
    Answer,
    Application,
    Assignment,
    FilesFacts,
    Gaps,
    HandOver,
    Lapse,
    Reason,
    Referral,
    Refusal,
    Taking,
)
from casework.mediation.forms.fields import CaseForm, Parties, told
from casework.mediation.rules.intake import CHANNELS, GROUNDS, LINKS, ORIGINS


class NoFacts(ActForm):
    """An act that needs no facts: the click is the act."""


class ReasonForm(ActForm):
    """A reason in words."""

    key = "mediation"
    facts_type = Reason
    reason = LongText(longest=2000, validators=[Required()])


class FilesForm(ActForm):
    """Files that came."""

    key = "mediation"
    facts_type = FilesFacts
    files = Files()


class RoutesForm(CaseForm):
    """A form that tells the other routes: the usual ones are filled in, to keep or change."""

    routes_offered = "routes.after_mediation"

    def prepare(self, subject: Any) -> None:
        """Offer the usual routes as text."""
        super().prepare(subject)
        routes = self._fields["routes"]
        if not routes.data and not routes.raw_data:
            routes.data = phrase(self.routes_offered)


class ApplicationForm(ActForm):
    """How the dispute came to the committee."""

    key = "mediation"
    facts_type = Application
    origin = Choice(ORIGINS, "mediation_origin", default="application", validators=[Required()])
    oral = Tick()
    requested_on = Day(validators=[NotFuture()])
    pending_elsewhere = Text()
    files = Files()


class AssignmentForm(CaseForm):
    """A court's papers."""

    key = "mediation"
    today = ("received_on",)
    link = Choice(LINKS, "mediation_link", default="assigned", validators=[Required()])
    online = Tick()
    received_on = Day(validators=[Required(), NotFuture()])
    court_id = Choice()
    court_name = Text(longest=120)
    court_number = Text(longest=60)
    one_sided = Tick()
    agreed_on = Day(validators=[NotFuture()])

    def prepare(self, subject: Any) -> None:
        """Offer the courts of the city."""
        super().prepare(subject)
        self.court_id.offer([(str(each.id), each.name) for each in offices_of_kind(OfficeKind.COURT)], empty=True)

    def facts(self) -> Assignment:
        """The court as a row where it is one of the city."""
        return Assignment(
            link=self.link.data,
            online=self.online.data,
            received_on=self.received_on.data,
            court=office_by_id(int(self.court_id.data)) if self.court_id.data else None,
            court_name=self.court_name.data,
            court_number=self.court_number.data,
            one_sided=self.one_sided.data,
            agreed_on=self.agreed_on.data,
        )


class TakingForm(CaseForm):
    """Signing for the court's papers, or the platform's record."""

    key = "mediation"
    today = ("signed_on",)
    facts_type = Taking
    signed_on = Day(validators=[Required(), NotFuture()])
    rights_told_on = Day(validators=[NotFuture()])


class GapsForm(ActForm):
    """All that is missing, one per line."""

    key = "mediation"
    missing = LongText(longest=2000, validators=[Required()])

    def facts(self) -> Gaps:
        """The lines as a list."""
        return Gaps(tuple(line.strip() for line in (self.missing.data or "").splitlines() if line.strip()))


class LapseForm(RoutesForm):
    """Closing for want of supplement."""

    key = "mediation"
    facts_type = Lapse
    reminded_on = Day(validators=[Required(), NotFuture()])
    routes = LongText(longest=1000, validators=[Required()])


class AgreedForm(CaseForm):
    """Parties agree to mediate."""

    key = "answer"
    today = ("answered_on",)
    parties = Parties(validators=[Required()])
    answered_on = Day(validators=[Required(), NotFuture()])
    channel = Choice(CHANNELS, "answer_channel", empty=True, validators=[Required()])

    def facts(self) -> Answer:
        """The answer."""
        return Answer(told(self.parties.data), self.answered_on.data, self.channel.data)


class RefusedForm(RoutesForm):
    """A party refuses or cannot be reached."""

    key = "answer"
    today = ("answered_on",)
    parties = Parties(validators=[Required()])
    answered_on = Day(validators=[Required(), NotFuture()])
    channel = Choice(CHANNELS, "answer_channel", empty=True, validators=[Required()])
    unreachable = Tick()
    routes = LongText(longest=1000, validators=[Required()])

    def facts(self) -> Answer:
        """The answer with the routes told."""
        return Answer(
            told(self.parties.data),
            self.answered_on.data,
            self.channel.data,
            self.routes.data,
            self.unreachable.data,
        )


class RefusalForm(RoutesForm):
    """Why not to accept, and where to go."""

    key = "mediation_refusal"
    facts_type = Refusal
    ground = Choice(GROUNDS, "mediation_refusal", empty=True, validators=[Required()])
    detail = LongText(longest=1000)
    routes = LongText(longest=1000, validators=[Required()])


class HandOverForm(RoutesForm):
    """To which body the matter goes."""

    key = "mediation_hand_over"
    facts_type = HandOver
    receiver = Text(longest=120, validators=[Required()])
    reason = LongText(longest=1000, validators=[Required()])
    routes = LongText(longest=1000, validators=[Required()])


class ReferralForm(HandOverForm):
    """To which committee, and which place points there."""

    facts_type = Referral
    place = Text(longest=200, validators=[Required()])


class AcceptanceForm(CaseForm):
    """Acceptance."""

    key = "mediation"
    today = ("rights_told_on",)
    facts_type = Acceptance
    rights_told_on = Day(validators=[NotFuture()])
    difficult = Tick()
    civil_part = LongText(longest=1000)
