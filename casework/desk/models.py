"""What a person keeps at the desk: filters with a name."""

from sqlalchemy import ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from casework.base.model import Base


class SavedFilter(Base):
    """A question that a person asks of a list again and again: the address behind the question mark, with a name."""

    __tablename__ = "saved_filter"
    __table_args__ = (UniqueConstraint("person_id", "page", "name"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id", ondelete="CASCADE"))
    page: Mapped[str] = mapped_column(String(20), comment="day or cases")
    name: Mapped[str] = mapped_column(String(40))
    asked: Mapped[str] = mapped_column(String(300), comment="a query string that the page makes anew")
