"""Where a party is served: the address it confirmed, once for the whole case (D-22), else the one on the record."""

from sqlalchemy import select

from casework.base.db import db
from casework.mediation.models import ServiceAddress
from casework.records.models import Party


def confirmed_address(party: Party) -> ServiceAddress | None:
    """The newest confirmation of a party of the case, whoever took it; None while there is none."""
    asked = select(ServiceAddress).where(ServiceAddress.party_id == party.id)
    with db.session.no_autoflush:
        return db.session.scalar(asked.order_by(ServiceAddress.id.desc()).limit(1))


def address_of(party: Party, *, electronic: bool = False) -> str | None:
    """Where a paper goes when nothing else is told; an electronic address only as confirmed."""
    known = confirmed_address(party)
    if electronic:
        return known.electronic if known else None
    return known.address if known else party.address
