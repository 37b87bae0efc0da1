"""A patent mediation by the office (专利纠纷行政调解): its own request, consent and filing (rules MED)."""

from datetime import date

from sqlalchemy import CheckConstraint, ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from casework.procedure.models import Proceeding

NAME = "patent_mediation"
MATTERS = ("ownership", "inventorship", "reward", "provisional_use", "damages", "other")
NATIONAL = ("open_licence", "drug_linkage")
COURT_WAYS = ("measure", "local_accepts", "local_refuses")
OF_TITLE = ("ownership", "inventorship")


class PatentMediation(Proceeding):
    """One mediation by the office. `parent_id` is the adjudication that referred it, if one did (ADJ-21).

    `answer`: what the respondent said to the request, or its silence; only "agreed" leads to filing (MED-4).
    """

    __tablename__ = "patent_mediation"
    __table_args__ = (
        CheckConstraint("answer IS NULL OR answer IN ('agreed', 'refused', 'silent')", name="answer_known"),
        CheckConstraint("(answer IS NULL) = (answered_on IS NULL)", name="answer_has_a_date"),
        CheckConstraint("ended_ground IS NULL OR ended_on IS NOT NULL", name="end_has_a_date"),
        CheckConstraint("(court_way IS NULL) = (court_told_on IS NULL)", name="court_way_has_a_date"),
        CheckConstraint("stay_ended_on IS NULL OR stay_asked_on IS NOT NULL", name="stay_was_asked"),
    )
    __mapper_args__ = {"polymorphic_identity": NAME}  # noqa: RUF012 - SQLAlchemy reads a plain class attribute

    id: Mapped[int] = mapped_column(ForeignKey("proceeding.id", ondelete="RESTRICT"), primary_key=True)
    matter: Mapped[str] = mapped_column(String(20), comment="what the dispute is about (MED-1)")
    granted_on: Mapped[date | None] = mapped_column(comment="grant of the patent, for a fee before grant (MED-1)")
    decision_number: Mapped[str | None] = mapped_column(String(60), comment="decision that found infringement (MED-2)")
    noticed_on: Mapped[date | None]
    served_on: Mapped[date | None]
    answer: Mapped[str | None] = mapped_column(String(8))
    answered_on: Mapped[date | None]
    session_on: Mapped[date | None]
    session_place: Mapped[str | None] = mapped_column(String(200))
    held_on: Mapped[date | None]
    absent: Mapped[str | None] = mapped_column(String(12), comment="who stayed away without reason (MED-5)")
    stay_asked_on: Mapped[date | None] = mapped_column(comment="the patent procedure was to be suspended (MED-7)")
    stay_ended_on: Mapped[date | None]
    court_way: Mapped[str | None] = mapped_column(String(16), comment="what opens judicial confirmation here (MED-9)")
    court_named: Mapped[str | None] = mapped_column(String(80), comment="the court named to the parties (MED-9)")
    court_told_on: Mapped[date | None] = mapped_column(comment="both were told of judicial confirmation (MED-9)")
    ended_ground: Mapped[str | None] = mapped_column(String(30))
    ended_on: Mapped[date | None]

    @property
    def of_title(self) -> bool:
        """Whether it is about who owns or invented: no court confirms an agreement on that (J-11)."""
        return self.matter in OF_TITLE
