"""What a filing lacks, found in the record itself, so that nobody has to type the list (M-14: everything at once)."""

from collections.abc import Iterator

from casework.base.phrases import phrase
from casework.records.models import Case, Party


def gaps_of(case: Case) -> list[str]:
    """What is missing or doubtful in a case, a line each in the reader's language; empty when nothing is."""
    return list(dict.fromkeys(_gaps(case)))


def _gaps(case: Case) -> Iterator[str]:
    for party in case.of_role("applicant"):
        yield from _of_applicant(party)
    if any(not party.phone and not party.address for party in case.of_role("respondent")):
        yield phrase("gaps.respondent_reached")
    if any(right.doubtful or not right.number for right in case.rights):
        yield phrase("gaps.right")
    if not case.evidence:
        yield phrase("gaps.evidence")


def _of_applicant(party: Party) -> Iterator[str]:
    if not party.code_last4:
        yield phrase(f"gaps.identity_{party.kind}", name=party.name)
    elif party.code_doubtful:
        yield phrase("gaps.code_doubtful", name=party.name)
    if not party.address:
        yield phrase("gaps.address", name=party.name)
    if party.agent:
        yield phrase("gaps.authority", name=party.agent)
