"""Forms of the intake: shape only."""

from collections.abc import Sequence
from typing import Any

from wtforms import Field, FieldList, FormField

from casework.base.phrases import phrase
from casework.complaints.gaps import gaps_of
from casework.complaints.grounds import grounds_on
from casework.complaints.proposals import Proposal, proposed_committee
from casework.complaints.rules import IDENTITY_GROUNDS
from casework.complaints.track_rules import REPORT, TRACKS
from casework.complaints.track_verbs import report_title
from casework.complaints.verbs import (
    ANONYMOUS,
    FilesFacts,
    Gaps,
    HandOver,
    IdentityNotice,
    Reason,
    RefusalFacts,
    Registration,
    Routes,
)
from casework.counter.fields import Choice, Day, LongText, Money, NotFuture, Required, Text, Tick
from casework.counter.files import Files
from casework.counter.form import ActForm
from casework.identity.directory import office_by_id, offices_of_kind
from casework.identity.models import Organisation
from casework.identity.roles import OfficeKind
from casework.records.filing import CaseFacts, PartyFacts, RightFacts
from casework.records.vault import ReporterFacts
from casework.records.words import CHANNELS, MATTERS, RIGHT_KINDS

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


class RequiredOfWhoAsks(Required):
    """Filled by whoever asks for something; a report may be anonymous (CMP-11)."""

    def __call__(self, form: Any, field: Field) -> None:
        if form.track.data != REPORT:
            super().__call__(form, field)


class RegisterForm(ActForm):
    """The walk-in on one screen: at most 14 inputs for the common case."""

    key = "register"
    applicant_name = Text(validators=[RequiredOfWhoAsks()])
    applicant_code = Text(longest=40)
    applicant_phone = Text(longest=40, validators=[RequiredOfWhoAsks()])
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
    real_name = Tick()
    received_on = Day(validators=[NotFuture()])
    wants = Choice(WANTS, "wants", default="mediation")
    channel = Choice(CHANNELS, "channel", default="walk_in")
    place = Text()
    pending_elsewhere = Text()
    more_parties = FieldList(FormField(PartyForm), max_entries=60)

    def facts(self) -> Registration:
        """The registration that the verb takes; of a report the applicant's lines go to the vault alone (CMP-17)."""
        secret = self.track.data == REPORT
        case = CaseFacts(
            title=self._title(),
            source=self.channel.data,
            parties=(*(() if secret else (self._side("applicant"),)), self._side("respondent"), *self._others()),
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
            received_on=self.received_on.data,
            real_name=bool(self.real_name.data),
            reporter=self._reporter() if secret else ANONYMOUS,
        )

    def _reporter(self) -> ReporterFacts:
        return ReporterFacts(**{part: self[f"applicant_{part}"].data for part in ("name", "code", "phone", "address")})

    def _title(self) -> str:
        if self.track.data == REPORT:
            return report_title(self.respondent_name.data, self.right_kind.data)
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


def offer_offices(field: Choice, offices: Sequence[Organisation], proposal: Proposal | None) -> None:
    """Offer offices as choices; the proposed one is chosen until somebody chooses another."""
    field.offer([(str(each.id), each.name) for each in offices], empty=proposal is None)
    if proposal is not None and not field.raw_data:
        field.data = str(proposal.office.id)


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

    def prepare(self, subject: Any) -> None:
        """List what the record itself shows to be missing, to keep or change."""
        if not self.missing.data and not self.missing.raw_data:
            self.missing.data = "\n".join(gaps_of(subject.case)) or None

    def facts(self) -> Gaps:
        """The lines as a list."""
        return Gaps(tuple(line.strip() for line in (self.missing.data or "").splitlines() if line.strip()))


class RefuseForm(ActForm):
    """Ground and other routes of a refusal."""

    key = "refuse"
    facts_type = RefusalFacts
    ground = Choice(validators=[Required()])
    reason = LongText(longest=200)
    routes = LongText(longest=1000, validators=[Required()])

    def prepare(self, subject: Any) -> None:
        """Offer the grounds of the rules on the day of receipt, by item, and the usual routes to keep or change."""
        _offer_grounds(self.ground, grounds_on(subject.rule_set_on))
        _offer_routes(self.routes)


class IdentityLapseForm(RefuseForm):
    """A refusal because identity was not proven, or falsely (CMP-4)."""

    def prepare(self, subject: Any) -> None:
        """Offer the grounds about identity that the rules on the day of receipt know."""
        _offer_grounds(self.ground, [each for each in grounds_on(subject.rule_set_on) if each in IDENTITY_GROUNDS])
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


def _offer_grounds(field: Choice, grounds: Sequence[str]) -> None:
    field.offer([(each, phrase(f"refusal_ground.{each}")) for each in grounds], empty=True)


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

    proposal: Proposal | None = None
    silent: str = ""

    def prepare(self, subject: Any) -> None:
        """Offer the committees of the city, the proposed one chosen."""
        self.proposal, self.silent = proposed_committee(subject), "competence.no_committee"
        offer_offices(self.committee_id, offices_of_kind(OfficeKind.COMMITTEE), self.proposal)

    def facts(self) -> HandOver:
        """The committee as a row."""
        return HandOver(office_by_id(int(self.committee_id.data or 0)), self.note.data)
