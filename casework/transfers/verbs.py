"""Every act on a transfer, by table. Importing this module enters all tables of the room."""

from casework.transfers import admin_verbs as admin
from casework.transfers import in_verbs as incoming
from casework.transfers import police_verbs as police
from casework.transfers import review_verbs as review
from casework.transfers import route_verbs as route
from casework.transfers.steps import ADMIN, DESIGNATION, INCOMING, NOTICE, POLICE, ROUTE

__all__ = [
    "ADMIN",
    "DESIGNATION",
    "INCOMING",
    "NOTICE",
    "POLICE",
    "ROUTE",
    "admin",
    "incoming",
    "police",
    "review",
    "route",
]
