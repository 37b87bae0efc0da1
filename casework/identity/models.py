"""Organisations, people, posts and the throttle of sign-ins."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from casework.base.model import Base, UtcDateTime
from casework.identity.actor import Actor
from casework.identity.roles import Level, OfficeKind, Role


class Organisation(Base):
    """An office, station, committee, court or other body of the city."""

    __tablename__ = "organisation"
    __table_args__ = (
        CheckConstraint("length(code) > 0", name="code_given"),
        CheckConstraint("parent_id IS NULL OR parent_id <> id", name="not_own_parent"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    code: Mapped[str] = mapped_column(String(40), unique=True, comment="short, stable, in addresses and packages")
    name: Mapped[str] = mapped_column(String(120), unique=True)
    short: Mapped[str] = mapped_column(String(20), comment="the word in document numbers, such as 黄知调")
    kind: Mapped[OfficeKind] = mapped_column(String(20), index=True)
    level: Mapped[Level] = mapped_column(String(12))
    division: Mapped[str | None] = mapped_column(String(6), comment="GB/T 2260 code, null where there is none")
    parent_id: Mapped[int | None] = mapped_column(ForeignKey("organisation.id", ondelete="RESTRICT"), index=True)
    address: Mapped[str | None] = mapped_column(String(200))
    phone: Mapped[str | None] = mapped_column(String(40))
    registration: Mapped[str | None] = mapped_column(String(80), comment="of a committee: its filing with justice")
    on_system: Mapped[bool] = mapped_column(default=True, comment="false: reached by sealed package and reply")
    active: Mapped[bool] = mapped_column(default=True)


class Person(Base):
    """Somebody who signs in."""

    __tablename__ = "person"

    id: Mapped[int] = mapped_column(primary_key=True)
    login: Mapped[str] = mapped_column(String(60), unique=True)
    name: Mapped[str] = mapped_column(String(60))
    password_hash: Mapped[str] = mapped_column(String(200))
    demonstration: Mapped[bool] = mapped_column(default=False, comment="a published sign-in; loopback only")
    active: Mapped[bool] = mapped_column(default=True)
    failed_sign_ins: Mapped[int] = mapped_column(default=0)
    locked_until: Mapped[datetime | None] = mapped_column(UtcDateTime)
    posts: Mapped[list["Post"]] = relationship(back_populates="person", order_by="Post.id", lazy="selectin")

    def posts_on(self, day: date) -> list["Post"]:
        """The posts that the person holds on a local date, at offices that are active."""
        return [post for post in self.posts if post.held_on(day) and post.organisation.active]


class Post(Base):
    """A role of a person at an organisation, from a day until a day."""

    __tablename__ = "post"
    __table_args__ = (
        UniqueConstraint("person_id", "organisation_id", "role"),
        CheckConstraint("until IS NULL OR until >= since", name="ends_after_it_begins"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id", ondelete="RESTRICT"))
    organisation_id: Mapped[int] = mapped_column(ForeignKey("organisation.id", ondelete="RESTRICT"), index=True)
    role: Mapped[Role] = mapped_column(String(20))
    since: Mapped[date]
    until: Mapped[date | None]
    person: Mapped[Person] = relationship(back_populates="posts")
    organisation: Mapped[Organisation] = relationship(lazy="joined")

    def held_on(self, day: date) -> bool:
        """Whether the local date lies in the time of the post; its last day belongs to it."""
        return self.since <= day and (self.until is None or day <= self.until)

    def actor(self) -> Actor:
        """The value that verbs get when this person acts in this post."""
        return actor_at(self.organisation, Role(self.role), name=self.person.name, person_id=self.person_id)


def actor_at(office: Organisation, role: Role, *, name: str, person_id: int | None = None) -> Actor:
    """An actor in `role` at `office`; without a person it is the product itself or a replayed history."""
    return Actor(
        person_id=person_id,
        name=name,
        role=role,
        office_id=office.id,
        office_name=office.name,
        office_code=office.code,
        office_kind=OfficeKind(office.kind),
        level=Level(office.level),
        office_short=office.short,
    )
