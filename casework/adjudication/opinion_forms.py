"""Forms of the consultative opinion: shape only."""

from casework.adjudication import facts as shared
from casework.adjudication import opinion_facts as f
from casework.adjudication.opinion_models import CONCLUSIONS, HOLDER_ACTS
from casework.counter.fields import Choice, Day, LongText, NotFuture, Required, Tick
from casework.counter.files import Files
from casework.counter.form import ActForm

KEY = "consultative_opinion"


class DemandForm(ActForm):
    """Warning and written demand."""

    key = KEY
    facts_type = f.Demand
    warned_on = Day(validators=[Required(), NotFuture()])
    sent_on = Day(validators=[Required(), NotFuture()])
    received_on = Day(validators=[NotFuture()])
    files = Files()


class AskedForm(ActForm):
    """The holder kept silent."""

    key = KEY
    facts_type = f.Asked
    silent = Tick()


class HolderActedForm(ActForm):
    """What the holder did after all."""

    key = KEY
    facts_type = f.HolderActed
    act = Choice(HOLDER_ACTS, "holder_act", empty=True, validators=[Required()])
    on = Day(validators=[Required(), NotFuture()])


class OpinionForm(ActForm):
    """What the office thinks, and why."""

    key = KEY
    facts_type = f.Opinion
    conclusion = Choice(CONCLUSIONS, "opinion_conclusion", empty=True, validators=[Required()])
    opinion = LongText(validators=[Required()])


class ReasonForm(ActForm):
    """A reason in words."""

    key = KEY
    facts_type = shared.Reason
    reason = LongText(longest=1000, validators=[Required()])
