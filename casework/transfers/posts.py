"""Posts and groups of states that the transfer tables share."""

from casework.enforcement.posts import CHIEFS, HEADS, OFFICERS, STAFF

POLICE = ("officer@police", "head@police")
PROSECUTORS = ("officer@procuratorate", "head@procuratorate")
POLICE_OR_SENDER = (*POLICE, *STAFF)
PROSECUTORS_OR_SENDER = (*PROSECUTORS, *STAFF)
SENDERS_OF_CLUES = (
    *STAFF,
    *CHIEFS,
    *POLICE,
    *PROSECUTORS,
    "clerk@station",
    "registrar@committee",
    "mediator@committee",
    "chair@committee",
    "clerk@court",
    "officer@justice",
    "officer@arbitration",
    "officer@notary",
)
DISPUTE_STAFF = (*OFFICERS, "registrar@committee", "mediator@committee", "clerk@station")

__all__ = [
    "CHIEFS",
    "DISPUTE_STAFF",
    "HEADS",
    "OFFICERS",
    "POLICE",
    "POLICE_OR_SENDER",
    "PROSECUTORS",
    "PROSECUTORS_OR_SENDER",
    "SENDERS_OF_CLUES",
    "STAFF",
]
