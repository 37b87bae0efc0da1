"""The form of an outside act."""

from casework.counter.fields import Day, LongText, NotFuture, Required, Text
from casework.counter.form import ActForm
from casework.litigation.verbs import OutsideFacts


class OutsideForm(ActForm):
    """Who did it, when, under which number."""

    key = "outside"
    facts_type = OutsideFacts
    authority = Text(validators=[Required()])
    on = Day(validators=[NotFuture()])
    number = Text(longest=120)
    note = LongText(longest=2000)


class NothingForm(ActForm):
    """No facts."""
