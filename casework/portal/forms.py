"""The shapes of what parties hand in."""

from casework.counter.fields import AtMost, Choice, Day, LongText, Money, NotFuture, Required, Text, Tick
from casework.counter.files import Files
from casework.counter.form import ActForm

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
