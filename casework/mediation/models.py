"""A mediation (调解) of the committee and what stands in its file beside the agreement."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, ForeignKey, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from casework.base.model import Base, JsonText, UtcDateTime
from casework.procedure.models import Proceeding
from casework.records.models import Party

NAME = "mediation"
OWN, ASSIGNED, ENTRUSTED_ORDINARY, ENTRUSTED_SUMMARY = "own", "assigned", "entrusted_ordinary", "entrusted_summary"
ENTRUSTED = (ENTRUSTED_ORDINARY, ENTRUSTED_SUMMARY)


class Mediation(Proceeding):
    """One mediation. `link` tells a court's assignment before filing (委派) from an entrustment after it (委托).

    The court is the counterpart of the proceeding where it is an office of the city.
    """

    __tablename__ = "mediation"
    __table_args__ = (
        CheckConstraint("link IN ('own', 'assigned', 'entrusted_ordinary', 'entrusted_summary')", name="link_known"),
        CheckConstraint("refused_ground IS NULL OR routes_told <> ''", name="refusal_tells_routes"),
        CheckConstraint("end_reason IS NULL OR (ended_on IS NOT NULL AND routes_told <> '')", name="end_tells_routes"),
        CheckConstraint("fee_fen = 0", name="no_fee"),
    )
    __mapper_args__ = {"polymorphic_identity": NAME}  # noqa: RUF012 - SQLAlchemy reads a plain class attribute

    id: Mapped[int] = mapped_column(ForeignKey("proceeding.id", ondelete="RESTRICT"), primary_key=True)
    link: Mapped[str] = mapped_column(String(20), default=OWN)
    online: Mapped[bool] = mapped_column(default=False, comment="on the courts' mediation platform")
    one_sided: Mapped[bool] = mapped_column(
        default=False, server_default="0", comment="the court asked one party only: C-18"
    )
    origin: Mapped[str] = mapped_column(String(20), default="application", comment="who brought it, for statistics")
    oral: Mapped[bool] = mapped_column(default=False, comment="asked for orally; the committee fills the form (M-10)")
    requested_on: Mapped[date | None] = mapped_column(comment="request addressed to the committee: limitation (L-02)")
    court_name: Mapped[str | None] = mapped_column(String(120))
    court_number: Mapped[str | None] = mapped_column(String(60), comment="the court's number of its papers")
    received_on: Mapped[date | None] = mapped_column(comment="the court's papers came")
    pending_elsewhere: Mapped[str | None] = mapped_column(String(200), comment="court or agency: its pending case")
    missing: Mapped[list[str]] = mapped_column(JsonText, default=list, comment="what the notice lists")
    supplement_due: Mapped[date | None]
    refused_ground: Mapped[str | None] = mapped_column(String(30))
    refused_detail: Mapped[str | None] = mapped_column(Text)
    refusal_proposed_by: Mapped[str | None] = mapped_column(String(60))
    refusal_proposer_id: Mapped[int | None] = mapped_column(ForeignKey("person.id", ondelete="RESTRICT"))
    routes_told: Mapped[str] = mapped_column(Text, default="")
    accepted_on: Mapped[date | None] = mapped_column(comment="court-linked: signature or platform confirmation")
    rights_told_on: Mapped[date | None] = mapped_column(comment="notice of rights and duties told and signed (M-16)")
    difficult: Mapped[bool] = mapped_column(default=False, comment="疑难复杂, flagged by the chair")
    joint_with: Mapped[list[str] | None] = mapped_column(JsonText, comment="committees that mediate with it (M-12)")
    suspended_for: Mapped[str | None] = mapped_column(String(20))
    court_result: Mapped[str | None] = mapped_column(String(20), comment="what the court was told: C-10, C-12, C-13")
    court_told_on: Mapped[date | None] = mapped_column(comment="report and papers back at the court (C-15)")
    end_reason: Mapped[str | None] = mapped_column(String(30))
    end_detail: Mapped[str | None] = mapped_column(Text)
    ended_on: Mapped[date | None] = mapped_column(comment="end of mediation: limitation runs anew (L-03)")
    closed_on: Mapped[date | None]
    closing_ground: Mapped[str | None] = mapped_column(String(20))
    closing_report: Mapped[str | None] = mapped_column(Text)
    closing_proposed_by: Mapped[str | None] = mapped_column(String(60), comment="who wrote the report (row 47)")
    closing_proposer_id: Mapped[int | None] = mapped_column(ForeignKey("person.id", ondelete="RESTRICT"))
    again: Mapped[int] = mapped_column(default=0, comment="how often it was taken up again after a refusal (M-40)")
    retention: Mapped[str | None] = mapped_column(String(10), comment="short, long, permanent (M-42)")
    pages: Mapped[int | None]
    shelf: Mapped[str | None] = mapped_column(String(60))
    fee_fen: Mapped[int] = mapped_column(default=0, comment="always 0: people's mediation is free (M-07)")
    namings: Mapped[list["MediatorNaming"]] = relationship(back_populates="mediation", order_by="MediatorNaming.id")
    invitations: Mapped[list["MediatorInvitation"]] = relationship(
        back_populates="mediation", order_by="MediatorInvitation.id"
    )
    sessions: Mapped[list["MediationSession"]] = relationship(
        back_populates="mediation", order_by="MediationSession.position"
    )
    answers: Mapped[list["PartyAnswer"]] = relationship(back_populates="mediation", order_by="PartyAnswer.id")
    extensions: Mapped[list["Extension"]] = relationship(back_populates="mediation", order_by="Extension.id")
    addresses: Mapped[list["ServiceAddress"]] = relationship(back_populates="mediation", order_by="ServiceAddress.id")
    investigations: Mapped[list["Investigation"]] = relationship(
        back_populates="mediation", order_by="Investigation.position"
    )

    @property
    def of_court(self) -> bool:
        """Whether a court assigned or entrusted it."""
        return self.link != OWN

    @property
    def entrusted(self) -> bool:
        """Whether it was entrusted after filing: no judicial confirmation (C-12)."""
        return self.link in ENTRUSTED

    @property
    def waiting(self) -> list["MediatorInvitation"]:
        """The invitations that nobody has answered yet."""
        return [each for each in self.invitations if each.answer is None]

    @property
    def named(self) -> list["MediatorNaming"]:
        """The mediators now in charge, the presiding one first."""
        return sorted((each for each in self.namings if each.until is None), key=lambda each: not each.presiding)


class Mediator(Base):
    """An entry of the committee's register: a member, or a person appointed (聘任) by it (M-01, M-02, M-05)."""

    __tablename__ = "mediator"
    __table_args__ = (
        CheckConstraint("sex IS NULL OR sex IN ('female', 'male')", name="sex_known"),
        CheckConstraint("until IS NULL OR until >= since", name="ends_after_it_begins"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    office_id: Mapped[int] = mapped_column(ForeignKey("organisation.id", ondelete="RESTRICT"), index=True)
    person_id: Mapped[int | None] = mapped_column(ForeignKey("person.id", ondelete="RESTRICT"), comment="who signs in")
    name: Mapped[str] = mapped_column(String(60))
    sex: Mapped[str | None] = mapped_column(String(6), comment="the committee must include a woman (M-01)")
    member: Mapped[bool] = mapped_column(default=False, comment="elected member; else appointed")
    chair: Mapped[bool] = mapped_column(default=False)
    since: Mapped[date]
    until: Mapped[date | None] = mapped_column(comment="last day of the term")
    active: Mapped[bool] = mapped_column(default=True)
    on_roster: Mapped[bool] = mapped_column(default=True, comment="on the court's roster (C-02)")
    full_time: Mapped[bool] = mapped_column(default=False)
    specialities: Mapped[list[str]] = mapped_column(JsonText, default=list, comment="right kinds")

    def in_term(self, on: date) -> bool:
        """Whether the person is appointed on that local date."""
        return self.active and self.since <= on and (self.until is None or on <= self.until)


class MediatorNaming(Base):
    """A mediator named for a mediation (D-09) with the answer to the conflict question (D-08)."""

    __tablename__ = "mediator_naming"
    __table_args__ = (
        CheckConstraint("chosen_by IN ('committee', 'parties', 'court')", name="chosen_by_known"),
        CheckConstraint("disclosed = '' OR consented_on IS NOT NULL", name="disclosed_needs_consent"),
        CheckConstraint("until IS NULL OR until >= named_on", name="ends_after_it_begins"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    mediation_id: Mapped[int] = mapped_column(ForeignKey("mediation.id", ondelete="RESTRICT"), index=True)
    mediator_id: Mapped[int] = mapped_column(ForeignKey("mediator.id", ondelete="RESTRICT"))
    presiding: Mapped[bool] = mapped_column(default=False)
    chosen_by: Mapped[str] = mapped_column(String(10), default="committee")
    named_on: Mapped[date]
    disclosed: Mapped[str] = mapped_column(Text, default="", comment="relation disclosed; empty: none")
    consented_on: Mapped[date | None] = mapped_column(comment="all parties consent after disclosure (M-19)")
    until: Mapped[date | None] = mapped_column(comment="replaced on")
    replaced_for: Mapped[str | None] = mapped_column(String(300))
    mediation: Mapped[Mediation] = relationship(back_populates="namings")
    mediator: Mapped[Mediator] = relationship()


class MediatorInvitation(Base):
    """A mediator is asked to take a mediation; accepts with the conflict answer, declines, or is silent (C-17)."""

    __tablename__ = "mediator_invitation"
    __table_args__ = (
        CheckConstraint("answer IS NULL OR answer IN ('accepted', 'declined', 'silent')", name="answer_known"),
        CheckConstraint("(answer IS NULL) = (answered_on IS NULL)", name="answer_has_a_date"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    mediation_id: Mapped[int] = mapped_column(ForeignKey("mediation.id", ondelete="RESTRICT"), index=True)
    mediator_id: Mapped[int] = mapped_column(ForeignKey("mediator.id", ondelete="RESTRICT"))
    presiding: Mapped[bool] = mapped_column(default=False)
    chosen_by: Mapped[str] = mapped_column(String(10), default="committee")
    invited_on: Mapped[date]
    answer: Mapped[str | None] = mapped_column(String(8))
    answered_on: Mapped[date | None]
    reason: Mapped[str | None] = mapped_column(String(500), comment="why it was declined")
    mediation: Mapped[Mediation] = relationship(back_populates="invitations")
    mediator: Mapped[Mediator] = relationship()


class PartyAnswer(Base):
    """A party's answer to the question whether it will mediate, with date and channel (M-11)."""

    __tablename__ = "party_answer"
    __table_args__ = (CheckConstraint("answer IN ('agreed', 'refused', 'unreachable')", name="answer_known"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    mediation_id: Mapped[int] = mapped_column(ForeignKey("mediation.id", ondelete="RESTRICT"), index=True)
    party_id: Mapped[int] = mapped_column(ForeignKey("party.id", ondelete="RESTRICT"), index=True)
    answer: Mapped[str] = mapped_column(String(12))
    answered_on: Mapped[date]
    channel: Mapped[str] = mapped_column(String(20))
    mediation: Mapped[Mediation] = relationship(back_populates="answers")
    party: Mapped[Party] = relationship()


class MediationSession(Base):
    """One session with its record (D-12). What was offered in order to settle is never in this row."""

    __tablename__ = "mediation_session"
    __table_args__ = (UniqueConstraint("mediation_id", "position"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    mediation_id: Mapped[int] = mapped_column(ForeignKey("mediation.id", ondelete="RESTRICT"))
    position: Mapped[int]
    held_at: Mapped[datetime] = mapped_column(UtcDateTime)
    place: Mapped[str] = mapped_column(String(200))
    presided_by: Mapped[str] = mapped_column(String(60))
    recorder: Mapped[str | None] = mapped_column(String(60))
    present: Mapped[list[str]] = mapped_column(JsonText, default=list, comment="refs of the parties present")
    guests: Mapped[str | None] = mapped_column(String(500), comment="invited with the parties' consent (M-20)")
    public: Mapped[bool] = mapped_column(default=False)
    statements: Mapped[str] = mapped_column(Text, default="")
    facts_found: Mapped[str] = mapped_column(Text, default="")
    undisputed: Mapped[str] = mapped_column(Text, default="", comment="undisputed facts, signed (C-24)")
    result: Mapped[str] = mapped_column(Text, default="")
    signed: Mapped[bool] = mapped_column(default=False, comment="read and signed by parties, mediator, recorder")
    kept_as: Mapped[str | None] = mapped_column(String(8), comment="audio or video instead of a full record (C-24)")
    recording: Mapped[str | None] = mapped_column(String(200), comment="where the recording lies")
    mediation: Mapped[Mediation] = relationship(back_populates="sessions")


class PrivateNote(Base):
    """What a party conceded or told the mediator alone; no journal, export or share reaches it (C-14, P-11)."""

    __withheld__ = True
    __tablename__ = "mediation_private_note"

    id: Mapped[int] = mapped_column(primary_key=True)
    mediation_id: Mapped[int] = mapped_column(ForeignKey("mediation.id", ondelete="RESTRICT"), index=True)
    session_id: Mapped[int | None] = mapped_column(ForeignKey("mediation_session.id", ondelete="RESTRICT"))
    kind: Mapped[str] = mapped_column(String(12), comment="concession, caucus")
    text: Mapped[str] = mapped_column(Text)
    written_by: Mapped[str] = mapped_column(String(60))
    written_at: Mapped[datetime] = mapped_column(UtcDateTime)


class Extension(Base):
    """An extension by consent of all parties (D-14): from the old end to the new one, local dates."""

    __tablename__ = "mediation_extension"
    __table_args__ = (CheckConstraint("new_end > old_end", name="later"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    mediation_id: Mapped[int] = mapped_column(ForeignKey("mediation.id", ondelete="RESTRICT"), index=True)
    old_end: Mapped[date]
    new_end: Mapped[date]
    consented_on: Mapped[date]
    reason: Mapped[str] = mapped_column(String(500))
    mediation: Mapped[Mediation] = relationship(back_populates="extensions")


class ServiceAddress(Base):
    """A party's confirmed address for service, given with proof of identity (C-25; D-22). The newest one counts."""

    __tablename__ = "service_address"

    id: Mapped[int] = mapped_column(primary_key=True)
    mediation_id: Mapped[int | None] = mapped_column(
        ForeignKey("mediation.id", ondelete="RESTRICT"), index=True, comment="null: confirmed when a paper was served"
    )
    party_id: Mapped[int] = mapped_column(ForeignKey("party.id", ondelete="RESTRICT"), index=True)
    recipient: Mapped[str] = mapped_column(String(60))
    address: Mapped[str] = mapped_column(String(200))
    phone: Mapped[str] = mapped_column(String(40))
    electronic: Mapped[str | None] = mapped_column(String(120), comment="consented address of electronic service")
    identity_seen: Mapped[bool] = mapped_column(default=False, comment="identity was checked")
    signed_on: Mapped[date]
    mediation: Mapped[Mediation | None] = relationship(back_populates="addresses")
    party: Mapped[Party] = relationship()


class Investigation(Base):
    """What somebody was asked outside a session, with the record read and signed (D-11)."""

    __tablename__ = "mediation_investigation"
    __table_args__ = (UniqueConstraint("mediation_id", "position"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    mediation_id: Mapped[int] = mapped_column(ForeignKey("mediation.id", ondelete="RESTRICT"))
    position: Mapped[int]
    held_at: Mapped[datetime] = mapped_column(UtcDateTime)
    place: Mapped[str] = mapped_column(String(200))
    asked: Mapped[str] = mapped_column(String(120), comment="who was asked")
    relation: Mapped[str | None] = mapped_column(String(200), comment="to the dispute or a party")
    investigator: Mapped[str] = mapped_column(String(60))
    recorder: Mapped[str | None] = mapped_column(String(60))
    content: Mapped[str] = mapped_column(Text, comment="questions and answers")
    signed: Mapped[bool] = mapped_column(default=False, comment="read and signed by who was asked")
    mediation: Mapped[Mediation] = relationship(back_populates="investigations")
