"""Forms of service: shape only."""

from casework.base import wallclock
from casework.base.phrases import phrase
from casework.base.wallclock import local_date
from casework.counter.fields import Choice, Day, LongText, NotFuture, Required, Text
from casework.counter.files import Files
from casework.counter.form import ActForm
from casework.mediation.addresses import confirmed_address
from casework.service import facts as f
from casework.service.models import Service
from casework.service.overview import Row, rows_of, waiting
from casework.service.ways import failures, proofs, ways


class AgainForm(ActForm):
    """By which way, when, to whom and where."""

    key = "service"
    way = Choice(tuple(ways()), "service_way", default="direct", validators=[Required()])
    sent_on = Day(validators=[Required(), NotFuture()])
    recipient = Text(longest=60)
    address = Text(longest=200)
    phone = Text(longest=40)
    electronic = Text(longest=120)
    confirmed_on = Day(validators=[NotFuture()])
    others_failed = LongText(longest=300)

    def prepare(self, subject: Service) -> None:
        """Offer today, and the address that the party confirmed."""
        _today(self.sent_on)
        known = confirmed_address(subject.party)
        for name in ("recipient", "address", "phone", "electronic"):
            if known is not None and not self[name].raw_data:
                self[name].data = getattr(known, name)

    def facts(self) -> f.Sending:
        """The sending."""
        return f.Sending(**{name: self._value(self[name]) for name in AgainForm(None)._fields})


class SendForm(AgainForm):
    """Which paper to whom, and how."""

    places = (("party", "paper"),)
    first = ("paper",)
    paper = Choice(validators=[Required()])

    def prepare(self, subject: Service) -> None:
        """Offer what still waits, today, and the address where one party alone is left."""
        rows = waiting(rows_of(subject.case, today=local_date(wallclock.now()), office_id=subject.office_id))
        self.paper.offer([(f"{row.paper.id}:{row.party.ref}", _said(row)) for row in rows], empty=len(rows) != 1)
        _today(self.sent_on)

    def facts(self) -> f.Sending:
        """The sending, with paper and party."""
        paper, _, party = (self.paper.data or "").partition(":")
        told = super().facts()
        return f.Sending(**{**vars(told), "paper": int(paper) if paper.isdecimal() else None, "party": party or None})


class ProofForm(ActForm):
    """The proof that came back."""

    key = "service"
    proof = Choice(proofs(), "service_proof", validators=[Required()])
    on = Day(validators=[NotFuture()])
    number = Text(longest=80)
    received_by = Text(longest=60)
    files = Files()
    facts_type = f.Proof

    def prepare(self, subject: Service) -> None:
        """Offer the proofs of the way it went, and today."""
        found = ways()[subject.way].proofs if subject.way in ways() else proofs()
        self.proof.offer([(each, phrase(f"service_proof.{each}")) for each in found])
        _today(self.on)


class FailureForm(ActForm):
    """Why it came back, and when."""

    key = "service"
    facts_type = f.Failure
    failure = Choice(failures(), "service_failure", empty=True, validators=[Required()])
    on = Day(validators=[Required(), NotFuture()])

    def prepare(self, subject: Service) -> None:
        """Offer today."""
        _today(self.on)


class ReasonForm(ActForm):
    """A reason."""

    key = "service"
    facts_type = f.Reason
    reason = LongText(longest=300, validators=[Required()])


def _today(field: Day) -> None:
    if not field.raw_data and not field.data:
        field.data = local_date(wallclock.now())


def _said(row: Row) -> str:
    number = f"（{row.paper.number}）" if row.paper.number else ""
    return phrase("service.choice", title=f"{row.paper.title}{number}", party=row.party.name)
