"""Out of which proceeding a transfer grows."""

from casework.procedure.models import Proceeding
from casework.procedure.siblings import begun_on, open_on
from casework.records.models import Case

HOLDERS = ("penalty", "adjudication", "patent_mediation", "mediation", "complaint")


def parent_of(case: Case, office_id: int) -> Proceeding | None:
    """The open proceeding by which the office holds the case: a penalty case before an adjudication and so on."""
    held = [each for each in open_on(case, *HOLDERS) if office_id in (each.office_id, each.counterpart_id)]
    ranked = sorted(held, key=lambda each: (HOLDERS.index(each.procedure), -each.id))
    return ranked[0] if ranked else None


def has_handled(case: Case, office_id: int) -> bool:
    """Whether the office registered the case or has run a proceeding on it, open or ended."""
    if case.registered_by_id == office_id:
        return True
    return any(each.office_id == office_id for each in begun_on(case))
