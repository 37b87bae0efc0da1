"""The rooms of an office and the hours at which its sessions may begin: data that the office keeps itself."""

from dataclasses import dataclass
from datetime import datetime, time

from casework.base.db import db
from casework.base.errors import Invalid, NotFound
from casework.base.phrases import phrase
from casework.identity.actor import Actor
from casework.identity.roles import Role
from casework.sittings import models as m
from casework.sittings.hours import hours

KEEPERS = (Role.CHAIR, Role.REGISTRAR, Role.ADMIN)
MOST_ROOMS, MOST_HOURS, LONGEST_ROOM = 20, 20, 40
SHORTEST, LONGEST = 15, 480
NOON = "12:00"


@dataclass(frozen=True)
class Practice:
    """Rooms, hours (`09:00`, sorted) and the planned length of a session in minutes."""

    rooms: tuple[str, ...]
    begins: tuple[str, ...]
    minutes: int

    @property
    def halves(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The hours before noon and those after."""
        return tuple(each for each in self.begins if each < NOON), tuple(each for each in self.begins if each >= NOON)


def practice_of(office_id: int) -> Practice:
    """What an office told, else the practice that comes with the product."""
    row = db.session.get(m.Practice, office_id)
    if row is None:
        return Practice(tuple(hours()["rooms"]), tuple(hours()["begins"]), hours()["minutes"])
    return Practice(tuple(row.rooms.splitlines()), tuple(row.begins.splitlines()), row.minutes)


def may_keep(actor: Actor) -> bool:
    """Whether somebody keeps the rooms and hours of the own office."""
    return actor.role in KEEPERS


def keep_practice(rooms: str, begins: str, minutes: str, *, actor: Actor, now: datetime) -> Practice:
    """Keep the rooms (one a line), hours and length of the actor's office; slots proposed from now on follow it.

    Raises NotFound for who does not keep them, Invalid with each mistake under its field. Sessions told stay.
    """
    if not may_keep(actor):
        raise NotFound("practice")
    named = tuple(dict.fromkeys(each.strip() for each in rooms.splitlines() if each.strip()))
    at = tuple(sorted(set(begins.replace("：", ":").replace("，", " ").replace(",", " ").split())))
    if wrong := _wrong(named, at, minutes.strip()):
        raise Invalid(wrong)
    kept = Practice(named, tuple(f"{time.fromisoformat(each):%H:%M}" for each in at), int(minutes))
    row = m.Practice(
        office_id=actor.office_id,
        rooms="\n".join(kept.rooms),
        begins="\n".join(kept.begins),
        minutes=kept.minutes,
        told_by=actor.name,
        told_at=now,
    )
    db.session.merge(row)
    db.session.flush()
    return kept


def _wrong(rooms: tuple[str, ...], begins: tuple[str, ...], minutes: str) -> dict[str, list[str]]:
    wrong: dict[str, list[str]] = {}
    if not 0 < len(rooms) <= MOST_ROOMS or any(len(each) > LONGEST_ROOM or "|" in each for each in rooms):
        wrong["rooms"] = [phrase("sittings.rooms_wrong", most=MOST_ROOMS, longest=LONGEST_ROOM)]
    if not 0 < len(begins) <= MOST_HOURS or not all(map(_is_hour, begins)):
        wrong["begins"] = [phrase("sittings.begins_wrong")]
    if not minutes.isascii() or not minutes.isdecimal() or not SHORTEST <= int(minutes) <= LONGEST:
        wrong["minutes"] = [phrase("sittings.minutes_wrong", shortest=SHORTEST, longest=LONGEST)]
    return wrong


def _is_hour(told: str) -> bool:
    try:
        return len(told) == len(NOON) and time.fromisoformat(told) >= time()
    except ValueError:
        return False
