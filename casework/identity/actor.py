"""Who acts: a plain value, detached from the database, handed to every verb."""

from dataclasses import dataclass

from casework.identity.roles import Level, OfficeKind, Role


@dataclass(frozen=True)
class Actor:
    """One person in one post at one office. `person_id` None means the product itself (a job)."""

    person_id: int | None
    name: str
    role: Role
    office_id: int
    office_name: str
    office_code: str
    office_kind: OfficeKind
    level: Level = Level.CITY
    office_short: str = ""

    @property
    def post(self) -> str:
        """The post as steps name it: `role@office_kind`."""
        return f"{self.role}@{self.office_kind}"
