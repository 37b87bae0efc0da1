"""What the standing jobs did last: one row per job, claimed by one worker at a time."""

from datetime import datetime

from sqlalchemy import String, Text
from sqlalchemy.orm import Mapped, mapped_column

from casework.base.model import Base, UtcDateTime


class JobRun(Base):
    """The newest run of a standing job."""

    __tablename__ = "job_run"

    name: Mapped[str] = mapped_column(String(40), primary_key=True)
    started_at: Mapped[datetime] = mapped_column(UtcDateTime)
    finished_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    done: Mapped[int] = mapped_column(default=0, comment="items taken in the newest run")
    refused: Mapped[int] = mapped_column(default=0, comment="items that the door refused: nothing to do yet")
    failed: Mapped[int] = mapped_column(default=0, comment="items that broke; the others went on")
    last_error: Mapped[str | None] = mapped_column(Text)
