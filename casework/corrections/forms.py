"""Forms of corrections: shape only. What is left empty stays as it is."""

from typing import Any

from casework.base.phrases import phrase
from casework.corrections import facts as f
from casework.corrections.models import Correction
from casework.corrections.rules import ROLES
from casework.counter.fields import Choice, LongText, Money, Required, Text
from casework.counter.form import ActForm
from casework.records.models import Party, Right
from casework.records.words import RIGHT_KINDS


class PartyDetails(ActForm):
    """What is told of a party, and why."""

    key = "correction"
    name = Text(longest=200)
    code = Text(longest=40)
    phone = Text(longest=40)
    address = Text(longest=200)
    representative = Text(longest=60)
    agent = Text(longest=60)
    reason = LongText(longest=300, validators=[Required()])


class PartyForm(PartyDetails):
    """What is right of a party."""

    facts_type = f.PartyCorrection
    first = ("party",)
    party = Choice(validators=[Required()])

    def prepare(self, subject: Correction) -> None:
        """Offer the parties with what the record tells."""
        parties = subject.case.parties
        self.party.offer([(each.ref, _said(each)) for each in parties], empty=len(parties) != 1)


class JoiningForm(PartyDetails):
    """A party that joins."""

    facts_type = f.JoiningParty
    first = ("role", "kind", "name")
    role = Choice(ROLES, "party_role", default="third_party", validators=[Required()])
    kind = Choice(("org", "person"), "party_kind", default="org", validators=[Required()])
    name = Text(longest=200, validators=[Required()])


class RightForm(ActForm):
    """What is right of a right, or a further one."""

    key = "correction_right"
    right = Choice()
    kind = Choice(RIGHT_KINDS, "right_kind", empty=True)
    number = Text(longest=80)
    title = Text(longest=200)
    holder = Text(longest=200)
    reason = LongText(longest=300, validators=[Required()])

    def prepare(self, subject: Correction) -> None:
        """Offer the rights of the case, and a further one."""
        rights = [(str(each.id), _told(each)) for each in subject.case.rights]
        self.right.offer([*rights, ("", phrase("correction.further_right"))])

    def facts(self) -> f.RightCorrection:
        """The correction; the choice is the id of a right, or empty."""
        told: dict[str, Any] = {name: self._value(field) for name, field in self._fields.items()}
        return f.RightCorrection(**{**told, "right": int(told["right"]) if told["right"] else None})


class CaseForm(ActForm):
    """What is right of the dispute; the boxes hold what the record tells."""

    key = "correction_case"
    facts_type = f.CaseCorrection
    title = Text(longest=200)
    facts_told = LongText(longest=20000)
    request = LongText(longest=5000)
    claim = Money()
    place = Text(longest=200)
    reason = LongText(longest=300, validators=[Required()])
    places = (("facts", "facts_told"), ("claim_fen", "claim"))

    def prepare(self, subject: Correction) -> None:
        """Show what the record tells; what is left as it stands is not changed."""
        case = subject.case
        told = {"title": case.title, "facts_told": case.facts, "request": case.request, "place": case.place}
        for name, value in told.items():
            if not self[name].raw_data:
                self[name].data = value
        if not self.claim.raw_data:
            self.claim.data = case.claim_fen

    def facts(self) -> f.CaseCorrection:
        """The correction."""
        told = {name: self._value(self[name]) for name in ("title", "request", "place", "reason")}
        return f.CaseCorrection(**told, facts=self.facts_told.data, claim_fen=self.claim.data)


def _said(party: Party) -> str:
    told = [each for each in (party.phone, party.address, party.representative, party.agent) if each]
    return "　".join([phrase(f"party_role.{party.role}"), party.name, *told])


def _told(right: Right) -> str:
    told = [each for each in (right.number, right.title, right.holder) if each]
    return "　".join([phrase(f"right_kind.{right.kind}"), *told])
