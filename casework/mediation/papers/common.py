"""What the papers of a mediation share: the rows of the parties, the room where all sign."""

from casework.documents.paper import SignatureRoom
from casework.mediation.models import Mediation
from casework.mediation.printing import names, side, zh
from casework.procedure.step import Ask


def sides(ask: Ask) -> list[tuple[str, str | None]]:
    """Both sides with what is known to reach them."""
    return [("applicants", side(ask.case, "applicant")), ("respondents", side(ask.case, "respondent"))]


def parties(ask: Ask) -> tuple[str, str]:
    """All parties in one row."""
    return ("parties", names(ask.case.parties))


def all_sign(ask: Ask, *others: str) -> SignatureRoom:
    """Room for every party and for the others named."""
    places = [(party.name, party.kind == "org") for party in ask.case.parties]
    return SignatureRoom((*places, *((zh(f"paper.mediation.{each}"), False) for each in others)))


def file_number(p: Mediation) -> str:
    """The number of the file, or that none was given (a matter never accepted)."""
    return p.number or zh("paper.mediation.not_numbered")


def told(value: str | None) -> str:
    """What was written down, or 无: the record says that there is nothing."""
    return value or zh("paper.mediation.none")
