"""The shapes of what parties hand in."""

from typing import Any

from casework.counter.fields import AtMost, Choice, Day, LongText, Money, NotFuture, Required, Text, Tick
from casework.counter.files import Files
from casework.counter.form import ActForm
from casework.records.words import RIGHT_KINDS

STARS = ("5", "4", "3", "2", "1")


class Upload(ActForm):
    """Files with a word beside them."""

    key = "portal_upload"
    files = Files(validators=[Required()])
    note = LongText(validators=[AtMost(1000)])


class ProofForm(ActForm):
    """Something was paid or done."""

    key = "portal_proof"
    item = Choice(validators=[Required()])
    done_on = Day(validators=[Required(), NotFuture()])
    fen = Money()
    files = Files()
    note = LongText(validators=[AtMost(1000)])


class Wish(ActForm):
    """Which mediator the party would like."""

    key = "portal_wish"
    mediator = Choice(validators=[Required()])


class Sign(ActForm):
    """Signing on the screen: the signer's full name and the last four signs of the number that is on record."""

    key = "portal_sign"
    name = Text(validators=[Required(), AtMost(60)])
    tail = Text(validators=[Required(), AtMost(8)])
    read = Tick(validators=[Required()])


class Survey(ActForm):
    """Two questions."""

    key = "portal_survey"
    result = Choice(STARS, "stars", empty=True, validators=[Required()])
    service = Choice(STARS, "stars", empty=True, validators=[Required()])


class OnlineFilingForm(ActForm):
    """A dispute told online: thirteen things, a third of them optional."""

    key = "online_filing"
    station = Choice(validators=[Required()])
    applicant_kind = Choice(("org", "person"), "party_kind", default="org")
    applicant_name = Text(validators=[Required()])
    applicant_code = Text(longest=30)
    applicant_phone = Text(longest=40, validators=[Required()])
    applicant_address = Text()
    respondent_name = Text(validators=[Required()])
    respondent_address = Text()
    right_kind = Choice(RIGHT_KINDS, "right_kind", validators=[Required()])
    right_number = Text(longest=80)
    facts = LongText(longest=5000, validators=[Required()])
    request = LongText(longest=2000, validators=[Required()])
    claim = Money()
    files = Files()

    def told(self) -> dict[str, Any]:
        """What was written, as plain values, without the station and the files."""
        return {name: field.data for name, field in self._fields.items() if name not in ("station", "files")}
