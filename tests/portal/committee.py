"""A mediation at the committee, for tests of what its parties do through the door."""

from sqlalchemy import select

from casework.mediation.committee import register_of
from casework.portal.models import Submission

DAY = "2026-11-02"


class Room:
    """The committee's people by short names, as the walk of a mediation wants them."""

    def __init__(self, city):
        self.registrar, self.mediator = city.actor("registrar"), city.actor("mediator")
        self.chair, self.seal_keeper = city.actor("chair"), city.actor("chair", 1)
        mine = register_of(city.offices["hs-committee"].id)
        self.mediators = sorted(mine, key=lambda each: each.name != "吕堃")


def newest(session):
    """What was handed in last."""
    session.rollback()
    return session.scalars(select(Submission).order_by(Submission.id.desc())).first()


def signing(walk, session):
    """As far as the text."""
    walk.name().session().settle()
    session.commit()


SIGN = {"name": "乙某", "tail": "0000", "read": "y"}
