"""Forms of splitting, distribution and the vault: shape only."""

from typing import Any

from casework.complaints.forms import offer_offices
from casework.complaints.proposals import Proposal, proposed_authority
from casework.complaints.route_verbs import Distribution, Result
from casework.complaints.track_rules import TRACKS
from casework.complaints.track_verbs import SplitFacts
from casework.counter.fields import Choice, Day, LongText, Required, Several, Tick
from casework.counter.form import ActForm
from casework.identity.directory import office_by_id, offices_of_kind
from casework.identity.roles import ENFORCEMENT


class SplitForm(ActForm):
    """Into which tracks, and what is reported."""

    key = "split"
    tracks = Several(TRACKS, "track", validators=[Required()])
    reported = LongText(longest=4000)
    real_name = Tick(default=True)

    def facts(self) -> SplitFacts:
        """The tracks in the order of the list."""
        chosen = tuple(each for each in TRACKS if each in (self.tracks.data or ()))
        return SplitFacts(chosen, self.reported.data, bool(self.real_name.data))


class DistributeForm(ActForm):
    """To which authority; the competent one by the table is chosen already."""

    key = "distribute"
    receiver_id = Choice(validators=[Required()])
    reply_due = Day(validators=[Required()])
    reason = LongText(longest=200)
    note = LongText(longest=1000)
    proposal: Proposal | None = None
    silent: str = ""

    def prepare(self, subject: Any) -> None:
        """Offer the authorities of the city, the proposed one chosen unless it is the sender itself."""
        self.proposal, self.silent = proposed_authority(subject), "competence.no_authority"
        others = [each for each in offices_of_kind(*ENFORCEMENT) if each.id != subject.office_id]
        other = self.proposal if self.proposal and self.proposal.office in others else None
        offer_offices(self.receiver_id, others, other)

    def facts(self) -> Distribution:
        """The authority as a row."""
        office = office_by_id(int(self.receiver_id.data or 0))
        return Distribution(office, self.reply_due.data, self.reason.data, self.note.data)


class ReplyForm(ActForm):
    """What became of the file."""

    key = "reply"
    facts_type = Result
    result = LongText(longest=2000, validators=[Required()])
