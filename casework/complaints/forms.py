"""Forms of the intake: shape only."""

from typing import Any

from wtforms import FieldList, FormField

from casework.base.phrases import phrase
from casework.complaints.rules import GROUNDS
from casework.complaints.verbs import (
    FilesFacts,
    Gaps,
    HandOver,
    IdentityNotice,
    Reason,
    RefusalFacts,
    Registration,
    Routes,
)
from casework.counter.fields import Choice, Day, LongText, Money, Required, Text
from casework.counter.files import Files
from casework.counter.form import ActForm
from casework.identity.directory import office_by_id, offices_of_kind
from casework.identity.roles import OfficeKind
from casework.records.filing import CaseFacts, PartyFacts, RightFacts
from casework.records.words import CHANNELS, MATTERS, RIGHT_KINDS

TRACKS = ("request", "complaint", "report")
WANTS = ("mediation", "handling", "advice")


class PartyForm(ActForm):
    """One more party."""

    key = "party"
    role = Choice(("applicant", "respondent", "third_party"), "party_role", default="respondent")
    kind = Choice(("org", "person"), "party_kind", default="org")
    name = Text()
    code = Text(longest=40)
    phone = Text(longest=40)
    address = Text()


class RegisterForm(ActForm):
    """The walk-in on one screen: at most 14 inputs for the common case."""

    key = "register"
    applicant_name = Text(validators=[Required()])
    applicant_code = Text(longest=40)
    applicant_phone = Text(longest=40, validators=[Required()])
    applicant_address = Text()
    respondent_name = Text(validators=[Required()])
    respondent_code = Text(longest=40)
    respondent_phone = Text(longest=40)
    respondent_address = Text()
    right_kind = Choice(RIGHT_KINDS, "right_kind", empty=True, validators=[Required()])
    right_number = Text(longest=80)
    facts_told = LongText(validators=[Required()])
    request = LongText(longest=2000, validators=[Required()])
    claim = Money()
    files = Files()
    applicant_kind = Choice(("org", "person"), "party_kind", default="org")
    respondent_kind = Choice(("org", "person"), "party_kind", default="org")
    matter = Choice(MATTERS, "matter", default="infringement")
    track = Choice(TRACKS, "track", default="request")
    wants = Choice(WANTS, "wants", default="mediation")
    channel = Choice(CHANNELS, "channel", default="walk_in")
    place = Text()
    pending_elsewhere = Text()
    more_parties = FieldList(FormField(PartyForm), max_entries=60)

    def facts(self) -> Registration:
        """The registration that the verb takes."""
        case = CaseFacts(
            title=self._title(),
            source=self.channel.data,
            parties=(self._side("applicant"), self._side("respondent"), *self._others()),
            rights=(RightFacts(kind=self.right_kind.data, number=self.right_number.data),),
            facts=self.facts_told.data or "",
            request=self.request.data or "",
            claim_fen=self.claim.data,
            place=self.place.data,
            matter=self.matter.data or "infringement",
        )
        return Registration(
            case,
            track=self.track.data,
            wants=self.wants.data,
            channel=self.channel.data,
            pending_elsewhere=self.pending_elsewhere.data,
            files=self.files.data or (),
        )

    def _title(self) -> str:
        kind = phrase(f"right_kind.{self.right_kind.data}")
        return phrase("case.title", applicant=self.applicant_name.data, respondent=self.respondent_name.data, kind=kind)

    def _side(self, role: str) -> PartyFacts:
        told = {part: self[f"{role}_{part}"].data for part in ("name", "code", "phone", "address", "kind")}
        return PartyFacts(role=role, **told)

    def _others(self) -> list[PartyFacts]:
        return [
            PartyFacts(**{name: entry.form[name].data for name in ("role", "kind", "name", "code", "phone", "address")})
            for entry in self.more_parties
            if entry.form["name"].data
        ]


class EmptyForm(ActForm):
    """An act that needs no facts: the click is the act."""


class EvidenceForm(ActForm):
    """Further files."""

    facts_type = FilesFacts
    files = Files(validators=[Required()])


class SupplementForm(ActForm):
    """What came; a paper shown at the desk needs no file."""

    facts_type = FilesFacts
    files = Files()


class IdentityForm(ActForm):
    """Identity papers asked for, by a date."""

    facts_type = IdentityNotice
    due = Day(validators=[Required()])
    asked = LongText(longest=1000, validators=[Required()])


class GapsForm(ActForm):
    """All that is missing, one per line."""

    key = "gaps"
    missing = LongText(longest=2000, validators=[Required()])

    def facts(self) -> Gaps:
        """The lines as a list."""
        return Gaps(tuple(line.strip() for line in (self.missing.data or "").splitlines() if line.strip()))


class RefuseForm(ActForm):
    """Ground and other routes of a refusal."""

    key = "refuse"
    facts_type = RefusalFacts
    ground = Choice(GROUNDS, "refusal_ground", empty=True, validators=[Required()])
    reason = LongText(longest=200)
    routes = LongText(longest=1000, validators=[Required()])

    def prepare(self, subject: Any) -> None:
        """Offer the usual routes as text to keep or change."""
        _offer_routes(self.routes)


class LapseForm(ActForm):
    """A closing for want of what was asked for; its ground needs no choice (CMP-5 item 5)."""

    key = "refuse"
    facts_type = RefusalFacts
    reason = LongText(longest=200)
    routes = LongText(longest=1000, validators=[Required()])

    def prepare(self, subject: Any) -> None:
        """Offer the usual routes as text to keep or change."""
        _offer_routes(self.routes)


def _offer_routes(field: LongText) -> None:
    if not field.data and not field.raw_data:
        field.data = phrase("routes.usual")


class RoutesForm(ActForm):
    """Where the person is sent instead."""

    facts_type = Routes
    routes = LongText(longest=1000, validators=[Required()])


class ReasonForm(ActForm):
    """A reason in words."""

    facts_type = Reason
    reason = LongText(longest=200, validators=[Required()])


class HandOverForm(ActForm):
    """To which committee."""

    key = "hand_over"
    committee_id = Choice(validators=[Required()])
    note = LongText(longest=1000)

    def prepare(self, subject: Any) -> None:
        """Offer the committees of the city."""
        self.committee_id.offer([(str(each.id), each.name) for each in offices_of_kind(OfficeKind.COMMITTEE)])

    def facts(self) -> HandOver:
        """The committee as a row."""
        return HandOver(office_by_id(int(self.committee_id.data or 0)), self.note.data)
