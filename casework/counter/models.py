"""A draft: what somebody was typing, kept on the server until it is sent or thrown away."""

from datetime import datetime

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from casework.base.model import Base, UtcDateTime
from casework.base.secret import SecretText


class Draft(Base):
    """The fields of a form not sent yet, of one person: encrypted, for it may name a reporter (CMP-17)."""

    __tablename__ = "draft"

    person_id: Mapped[int] = mapped_column(ForeignKey("person.id", ondelete="CASCADE"), primary_key=True)
    form: Mapped[str] = mapped_column(String(30), primary_key=True)
    typed: Mapped[str] = mapped_column(SecretText, comment="JSON: field -> texts")
    saved_at: Mapped[datetime] = mapped_column(UtcDateTime)
