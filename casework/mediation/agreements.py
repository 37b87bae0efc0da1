"""The agreement (调解协议): its text as terms, who is bound, who has signed, when it took effect.

Free of the committee: a row hangs on any proceeding, so that an office's own mediation can keep its agreements here.
"""

from datetime import date, datetime
from typing import Any

from sqlalchemy import BigInteger, CheckConstraint, Column, ForeignKey, String, Table, Text, UniqueConstraint, select
from sqlalchemy.orm import Mapped, mapped_column, relationship

from casework.base.db import db
from casework.base.model import Base, JsonText, UtcDateTime
from casework.base.secret import SecretText
from casework.mediation.effective import REGIMES, Effective, effective
from casework.procedure.models import Proceeding
from casework.records.models import Case, Party

DRAFT, IN_FORCE, REOPENED, REFUSED, REPLACED = "draft", "in_force", "reopened", "refused", "replaced"
PARTY, MEDIATOR, RECORDER, SEAL = "party", "mediator", "recorder", "seal"

bound = Table(
    "agreement_party",
    Base.metadata,
    Column("agreement_id", ForeignKey("agreement.id", ondelete="RESTRICT"), primary_key=True),
    Column("party_id", ForeignKey("party.id", ondelete="RESTRICT"), primary_key=True),
)


class Agreement(Base):
    """One text agreed in a mediation. `effective_on`, `window_from` and `also_on` are local dates (mediation.md 2.4).

    `status`: draft while signatures are missing, in_force from its effect on, reopened or refused when it never
    came to that, replaced after a new mediation (M-40).
    """

    __tablename__ = "agreement"
    __table_args__ = (
        CheckConstraint("form IN ('written', 'oral')", name="form_known"),
        CheckConstraint("status IN ('draft', 'in_force', 'reopened', 'refused', 'replaced')", name="status_known"),
        CheckConstraint("(status IN ('in_force', 'replaced')) = (effective_on IS NOT NULL)", name="effect_has_a_date"),
        CheckConstraint("(form = 'oral') = (reached_on IS NOT NULL)", name="oral_has_its_day"),
        CheckConstraint("sum_fen >= 0", name="sum_not_negative"),
        UniqueConstraint("proceeding_id", "position"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    proceeding_id: Mapped[int] = mapped_column(ForeignKey("proceeding.id", ondelete="RESTRICT"), index=True)
    case_id: Mapped[int] = mapped_column(ForeignKey("dispute_case.id", ondelete="RESTRICT"), index=True)
    position: Mapped[int] = mapped_column(comment="1 for the first text of the proceeding")
    number: Mapped[str | None] = mapped_column(String(60), comment="协议编号")
    regime: Mapped[str] = mapped_column(String(30), comment="whose signatures count, see effective.REGIMES")
    form: Mapped[str] = mapped_column(String(8), default="written")
    status: Mapped[str] = mapped_column(String(10), default=DRAFT)
    settled_on: Mapped[date] = mapped_column(comment="the day the text was fixed")
    reached_on: Mapped[date | None] = mapped_column(comment="oral: the day the parties reached it (M-35)")
    effective_on: Mapped[date | None]
    also_on: Mapped[date | None] = mapped_column(comment="second date where two regimes can be argued")
    window_from: Mapped[date | None] = mapped_column(comment="the day the confirmation window is counted from")
    confirmable: Mapped[bool] = mapped_column(default=True, comment="false: entrusted by a court after filing (C-12)")
    partial: Mapped[bool] = mapped_column(default=False, comment="settles a part of the claims only (C-21)")
    sum_fen: Mapped[int] = mapped_column(BigInteger, comment="all money duties, fen")
    main_facts: Mapped[str] = mapped_column(Text, default="")
    issues: Mapped[str] = mapped_column(Text, default="", comment="争议事项")
    responsibilities: Mapped[str] = mapped_column(Text, default="", comment="各方责任")
    on_default: Mapped[str] = mapped_column(Text, default="", comment="consequence of not performing")
    enforcement_promise: Mapped[bool] = mapped_column(default=False, comment="the debtors accept enforcement (E-02)")
    wants_confirmation: Mapped[bool] = mapped_column(default=False)
    copies: Mapped[int] = mapped_column(default=0)
    going_on: Mapped[dict[str, str]] = mapped_column(JsonText, default=dict, comment="finding -> reason to go on")
    proceeding: Mapped[Proceeding] = relationship()
    case: Mapped[Case] = relationship()
    terms: Mapped[list["Term"]] = relationship(back_populates="agreement", order_by="Term.no")
    parties: Mapped[list[Party]] = relationship(secondary=bound, order_by=Party.position)
    signatures: Mapped[list["Signature"]] = relationship(back_populates="agreement", order_by="Signature.id")

    def of(self, role: str) -> list["Signature"]:
        """The signatures of one sort: party, mediator, recorder, seal."""
        return [each for each in self.signatures if each.role == role]

    def signed_by(self, party: Party) -> "Signature | None":
        """The signature of a party."""
        return next((each for each in self.of(PARTY) if each.party_id == party.id), None)

    @property
    def effect(self) -> Effective:
        """Dates of effect by the regime, or what is still missing. Reads the record only."""
        return effective(
            {
                "regime": self.regime,
                "signatures": [{"party": self._told_apart(p), "at": _day(self.signed_by(p))} for p in self.parties],
                "mediator_at": _last(self.of(MEDIATOR)),
                "seal_at": _last(self.of(SEAL)),
                "reached_at": self.reached_on,
            }
        )

    def _told_apart(self, party: Party) -> str:
        """The party's name, with its ref where two parties are named alike."""
        alike = [each for each in self.parties if each.name == party.name]
        return party.name if len(alike) == 1 else f"{party.name}({party.ref})"

    @property
    def on_screen(self) -> list["Signature"]:
        """The signatures given on a screen, in their order."""
        return [each for each in self.signatures if each.proved]

    @property
    def clock(self) -> str:
        """The rule of the confirmation window: J-02, or J-08 for an office's own mediation."""
        return REGIMES[self.regime].clock

    @property
    def doubts(self) -> list["Signature"]:
        """Signatures that hold but deserve a warning: an organisation's representative without its seal (M-36)."""
        return [each for each in self.of(PARTY) if each.party and each.party.kind == "org" and not each.sealed]


class Term(Base):
    """One duty of an agreement. `fen` only for pay; `due` is a local date."""

    __tablename__ = "agreement_term"
    __table_args__ = (
        CheckConstraint("kind IN ('pay', 'act', 'omission')", name="kind_known"),
        CheckConstraint("(kind = 'pay') = (fen IS NOT NULL)", name="money_only_to_pay"),
        CheckConstraint("fen IS NULL OR fen > 0", name="money_is_positive"),
        CheckConstraint("creditor_id IS NULL OR debtor_id <> creditor_id", name="two_sides"),
        UniqueConstraint("agreement_id", "no"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    agreement_id: Mapped[int] = mapped_column(ForeignKey("agreement.id", ondelete="RESTRICT"))
    no: Mapped[int] = mapped_column(comment="1, 2 ... as printed")
    kind: Mapped[str] = mapped_column(String(8))
    debtor_id: Mapped[int] = mapped_column(ForeignKey("party.id", ondelete="RESTRICT"))
    creditor_id: Mapped[int | None] = mapped_column(ForeignKey("party.id", ondelete="RESTRICT"))
    fen: Mapped[int | None] = mapped_column(BigInteger)
    due: Mapped[date | None]
    manner: Mapped[str | None] = mapped_column(String(200))
    place: Mapped[str | None] = mapped_column(String(200))
    account: Mapped[str | None] = mapped_column(SecretText, comment="where to pay, encrypted")
    text: Mapped[str] = mapped_column(Text, default="")
    agreement: Mapped[Agreement] = relationship(back_populates="terms")
    debtor: Mapped[Party] = relationship(foreign_keys=debtor_id)
    creditor: Mapped[Party | None] = relationship(foreign_keys=creditor_id)


class Signature(Base):
    """One signature, fingerprint or seal under an agreement, with its local date.

    Given on a screen it keeps its instant, how the signer's identity was proved and the fingerprint of what was signed;
    `person_id` is the mediator who was signed in.
    """

    __tablename__ = "agreement_signature"
    __table_args__ = (
        CheckConstraint("role IN ('party', 'mediator', 'recorder', 'seal')", name="role_known"),
        CheckConstraint("how IN ('signature', 'seal', 'fingerprint', 'e_signature')", name="how_known"),
        CheckConstraint("(role = 'party') = (party_id IS NOT NULL)", name="party_named"),
        CheckConstraint("proved IN ('portal', 'password')", name="proof_known"),
        CheckConstraint(
            "(proved IS NULL) = (signed_at IS NULL) AND (proved IS NULL) = (text_sha256 IS NULL)",
            name="screen_keeps_all",
        ),
        UniqueConstraint("agreement_id", "role", "party_id", "name"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    agreement_id: Mapped[int] = mapped_column(ForeignKey("agreement.id", ondelete="RESTRICT"), index=True)
    role: Mapped[str] = mapped_column(String(10))
    party_id: Mapped[int | None] = mapped_column(ForeignKey("party.id", ondelete="RESTRICT"))
    how: Mapped[str] = mapped_column(String(12))
    name: Mapped[str] = mapped_column(String(120), default="", comment="who wrote: representative, agent, mediator")
    sealed: Mapped[bool] = mapped_column(default=False, comment="the organisation's own seal is there (M-36)")
    signed_on: Mapped[date]
    signed_at: Mapped[datetime | None] = mapped_column(UtcDateTime, comment="on a screen: the instant")
    proved: Mapped[str | None] = mapped_column(String(8), comment="on a screen: how identity was proved")
    text_sha256: Mapped[str | None] = mapped_column(String(64), comment="on a screen: fingerprint of the text signed")
    person_id: Mapped[int | None] = mapped_column(ForeignKey("person.id", ondelete="RESTRICT"))
    agreement: Mapped[Agreement] = relationship(back_populates="signatures")
    party: Mapped[Party | None] = relationship()


def agreements_of(proceeding: Proceeding) -> list[Agreement]:
    """All texts of a proceeding, oldest first."""
    if not proceeding.id:
        return []
    asked = select(Agreement).where(Agreement.proceeding_id == proceeding.id).order_by(Agreement.position)
    with db.session.no_autoflush:
        return list(db.session.scalars(asked))


def current_agreement(proceeding: Proceeding) -> Agreement | None:
    """The text being signed or in force on a proceeding."""
    return next((a for a in reversed(agreements_of(proceeding)) if a.status in (DRAFT, IN_FORCE)), None)


def agreement_in_force(case: Case) -> list[Agreement]:
    """The agreements of a case that bind, oldest first; none is void for want of confirmation (M-37)."""
    asked = select(Agreement).where(Agreement.case_id == case.id, Agreement.status == IN_FORCE)
    with db.session.no_autoflush:
        return list(db.session.scalars(asked.order_by(Agreement.id)))


def _day(signature: Signature | None) -> date | None:
    return signature.signed_on if signature else None


def _last(signatures: list[Signature]) -> date | None:
    return max((each.signed_on for each in signatures), default=None)


def told(agreement: Agreement) -> dict[str, Any]:
    """The agreement as plain values, for JSON and packages; accounts are left out."""
    return {
        "number": agreement.number,
        "regime": agreement.regime,
        "form": agreement.form,
        "status": agreement.status,
        "effective_on": agreement.effective_on,
        "also_on": agreement.also_on,
        "window_from": agreement.window_from,
        "sum_fen": agreement.sum_fen,
        "parties": [party.ref for party in agreement.parties],
        "terms": [
            {
                "no": term.no,
                "kind": term.kind,
                "debtor": term.debtor.ref,
                "creditor": term.creditor.ref if term.creditor else None,
                "fen": term.fen,
                "due": term.due,
                "text": term.text,
            }
            for term in agreement.terms
        ],
    }
