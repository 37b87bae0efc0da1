"""Out of which proceeding a transfer grows."""

from casework.procedure.models import Proceeding
from casework.procedure.siblings import open_on
from casework.records.models import Case

HOLDERS = ("penalty", "adjudication", "mediation", "complaint")


def parent_of(case: Case, office_id: int) -> Proceeding | None:
    """The open proceeding by which the office holds the case: a penalty case before an adjudication and so on."""
    held = [each for each in open_on(case, *HOLDERS) if office_id in (each.office_id, each.counterpart_id)]
    ranked = sorted(held, key=lambda each: (HOLDERS.index(each.procedure), -each.id))
    return ranked[0] if ranked else None
