"""Posts and groups of states that the tables of this room share."""

from casework.identity.roles import ENFORCEMENT

OFFICERS = tuple(f"officer@{kind}" for kind in ENFORCEMENT)
HEADS = tuple(f"head@{kind}" for kind in ENFORCEMENT)
CHIEFS = tuple(f"chief@{kind}" for kind in ENFORCEMENT)
POLICE = ("officer@police", "head@police", "officer@procuratorate", "head@procuratorate")
STAFF = OFFICERS + HEADS

LEAD = ("lead", "verifying")
CASE = ("filed", "investigating")
LATE = ("concluded", "reviewed", "notified", "hearing")
LIVE = LEAD + CASE + LATE
HALTS_FOR_CRIME = LIVE
LENDABLE = LEAD + CASE
LENT = "transferring"
