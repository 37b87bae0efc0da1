"""The shapes of the acts on labels."""

from typing import Any

from casework.base import wallclock
from casework.counter.fields import Choice, Day, LongText, NotFuture, Required, Several, Text
from casework.counter.form import ActForm
from casework.labels.facts import Proposal, Reason
from casework.labels.sources import sources_of, table
from casework.procedure.models import Proceeding


class ProposalForm(ActForm):
    """A label, the party, the earlier findings that the product found, and what a person saw."""

    key = "label"
    code = Choice(tuple(table()["labels"]), "label_code", empty=True, validators=[Required()])
    party = Choice(validators=[Required()])
    numbers = Several()
    outside_number = Text()
    outside_on = Day(validators=[NotFuture()])
    signs = Several((*table()["checklist"], *table()["conduct"]), "label_sign")
    reason = LongText(longest=2000, validators=[Required()])

    def prepare(self, subject: Proceeding) -> None:
        """Offer the respondents and every earlier finding against them."""
        respondents = subject.case.of_role("respondent")
        self.party.offer([(party.ref, party.name) for party in respondents])
        today = wallclock.local_date(wallclock.now())
        found = {each.number: each for party in respondents for code in table()["labels"]
                 for each in sources_of(code, party, today)}  # fmt: skip
        self.numbers.offer([(number, f"{number} {each.on}") for number, each in found.items()])

    def facts(self) -> Proposal:
        """The proposal."""
        told: dict[str, Any] = {name: self._value(field) for name, field in self._fields.items()}
        return Proposal(**{**told, "numbers": tuple(told["numbers"] or ()), "signs": tuple(told["signs"] or ())})


class ReasonForm(ActForm):
    """A reason."""

    key = "label"
    facts_type = Reason
    reason = LongText(longest=300, validators=[Required()])


class EmptyForm(ActForm):
    """Nothing to tell."""

    key = "label"
