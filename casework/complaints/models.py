"""A complaint (投诉登记): the intake of a dispute at a station or a bureau."""

from datetime import date

from sqlalchemy import CheckConstraint, ForeignKey, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from casework.base.model import JsonText
from casework.procedure.models import Proceeding

NAME = "complaint"


class Complaint(Proceeding):
    """One intake. `track` tells a consumer's complaint, a report and a right holder's request apart (CMP-1, CMP-2)."""

    __tablename__ = "complaint"
    __table_args__ = (
        CheckConstraint("track IN ('complaint', 'report', 'request')", name="track_known"),
        CheckConstraint("refused_ground IS NULL OR routes_told <> ''", name="refusal_tells_routes"),
        CheckConstraint("track = 'report' OR NOT real_name", name="only_a_report_is_under_real_name"),
    )
    __mapper_args__ = {"polymorphic_identity": NAME}  # noqa: RUF012 - SQLAlchemy reads a plain class attribute

    id: Mapped[int] = mapped_column(ForeignKey("proceeding.id", ondelete="RESTRICT"), primary_key=True)
    track: Mapped[str] = mapped_column(String(12), default="request")
    received_on: Mapped[date | None] = mapped_column(comment="local day of receipt, day 0; null: the day it began")
    real_name: Mapped[bool] = mapped_column(default=False, server_default="0", comment="a report under a real name")
    wants: Mapped[str] = mapped_column(String(20), default="mediation", comment="mediation, handling, advice")
    channel: Mapped[str] = mapped_column(String(20), default="walk_in")
    missing: Mapped[list[str]] = mapped_column(JsonText, default=list, comment="what the correction notice lists")
    supplement_due: Mapped[date | None]
    identity_proven_on: Mapped[date | None]
    received_from_id: Mapped[int | None] = mapped_column(
        ForeignKey("organisation.id", ondelete="RESTRICT"), comment="the intake that distributed it (CMP-16)"
    )
    reply_due: Mapped[date | None] = mapped_column(comment="reply date of the distribution notice")
    result: Mapped[str | None] = mapped_column(Text, comment="what the office that handled it replied")
    pending_elsewhere: Mapped[str | None] = mapped_column(
        String(200), comment="court, agency: number of a pending case"
    )
    refused_ground: Mapped[str | None] = mapped_column(String(30))
    routes_told: Mapped[str] = mapped_column(Text, default="")
    handed_to_id: Mapped[int | None] = mapped_column(ForeignKey("organisation.id", ondelete="RESTRICT"))
    closing_reason: Mapped[str | None] = mapped_column(String(200))
    end_ground: Mapped[str | None] = mapped_column(String(30), comment="why mediation by the office ended (CMP-7)")
    ended_on: Mapped[date | None]
    settlement: Mapped[str | None] = mapped_column(Text, comment="what was agreed before the authority (CMP-9)")
