"""An adjudication (行政裁决): one request to the office that handles patent matters."""

from datetime import date

from sqlalchemy import CheckConstraint, ForeignKey, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from casework.base.model import JsonText
from casework.procedure.models import Proceeding

NAME = "adjudication"


class Adjudication(Proceeding):
    """One adjudication. `panel` are the names of its members; a decision keeps its number, result and text."""

    __tablename__ = "adjudication"
    __table_args__ = (
        CheckConstraint("decision IS NULL OR decided_on IS NOT NULL", name="decision_has_a_date"),
        CheckConstraint("ended_ground IS NULL OR ended_on IS NOT NULL", name="end_has_a_date"),
        CheckConstraint("extension_steps BETWEEN 0 AND 2", name="two_extensions_at_most"),
        CheckConstraint("vote_result IS NULL OR voted_on IS NOT NULL", name="vote_has_a_date"),
        CheckConstraint("court_outcome IS NULL OR judged_on IS NOT NULL", name="outcome_has_a_date"),
        CheckConstraint("reviewed_on IS NULL OR vote_result IS NOT NULL", name="review_is_of_a_vote"),
    )
    __mapper_args__ = {"polymorphic_identity": NAME}  # noqa: RUF012 - SQLAlchemy reads a plain class attribute

    id: Mapped[int] = mapped_column(ForeignKey("proceeding.id", ondelete="RESTRICT"), primary_key=True)
    missing: Mapped[list[str]] = mapped_column(JsonText, default=list)
    asked_once: Mapped[bool] = mapped_column(default=False)
    panel: Mapped[list[str]] = mapped_column(JsonText, default=list)
    pending_elsewhere: Mapped[str | None] = mapped_column(String(200), comment="suit or other way agreed on (ADJ-4)")
    served_on: Mapped[date | None]
    answered_on: Mapped[date | None]
    objected_on: Mapped[date | None]
    hearing_on: Mapped[date | None]
    suspended_for: Mapped[int | None] = mapped_column(comment="ground 1-7 of art 28")
    decision: Mapped[str | None] = mapped_column(String(12), comment="established or dismissed")
    decision_number: Mapped[str | None] = mapped_column(String(60))
    decision_text: Mapped[str | None] = mapped_column(Text)
    decided_on: Mapped[date | None]
    extension_steps: Mapped[int] = mapped_column(default=0)
    ended_ground: Mapped[str | None] = mapped_column(String(30))
    ended_on: Mapped[date | None]
    standing: Mapped[str | None] = mapped_column(String(12), comment="what entitles the requester (ADJ-4)")
    authorised: Mapped[bool | None] = mapped_column(comment="a licensee's contract or the holder's consent (ADJ-4)")
    place_link: Mapped[str | None] = mapped_column(String(12), comment="respondent's place or place of the act (ADJ-1)")
    claims: Mapped[str | None] = mapped_column(Text, comment="claims relied on (ADJ-6)")
    known_on: Mapped[date | None] = mapped_column(comment="act and infringer known: three years (ADJ-9)")
    continues: Mapped[bool | None] = mapped_column(comment="the act goes on and the patent is in force (ADJ-9)")
    supplement_due: Mapped[date | None] = mapped_column(comment="last day of the correction (ADJ-7)")
    investigator: Mapped[str | None] = mapped_column(String(60), comment="technical investigator (ADJ-30)")
    commissioned: Mapped[str | None] = mapped_column(String(120), comment="body that handles it for the office (ADJ-3)")
    hearing_place: Mapped[str | None] = mapped_column(String(200))
    heard_on: Mapped[date | None]
    absent: Mapped[str | None] = mapped_column(String(12), comment="who stayed away from the hearing (ADJ-14)")
    uncounted_for: Mapped[str | None] = mapped_column(String(30), comment="why the three months stand still (ADJ-19)")
    vote_result: Mapped[str | None] = mapped_column(String(12), comment="what the majority of the panel decided")
    votes_for: Mapped[list[str] | None] = mapped_column(JsonText, comment="members who voted so")
    votes_against: Mapped[list[str] | None] = mapped_column(JsonText)
    voted_on: Mapped[date | None]
    voted_by: Mapped[str | None] = mapped_column(String(60), comment="who recorded the vote")
    reviewed_by: Mapped[str | None] = mapped_column(String(60), comment="legal review by somebody off the panel")
    reviewed_on: Mapped[date | None]
    joined_to_id: Mapped[int | None] = mapped_column(
        ForeignKey("adjudication.id", ondelete="RESTRICT"), index=True, comment="leading case of a joined one (ADJ-28)"
    )
    court_outcome: Mapped[str | None] = mapped_column(String(20), comment="how the suit ended (ADJ-26)")
    judgment_number: Mapped[str | None] = mapped_column(String(60))
    judged_on: Mapped[date | None]
    told_first_on: Mapped[date | None] = mapped_column(comment="requester told before the lead is passed on (ADJ-13)")
