"""The notice of a clue found in a mediation (DOC-T4): the mediation goes on, the case changes no hands (M-25)."""

from casework.documents.kinds import kinds
from casework.documents.paper import Paper, Para
from casework.identity.directory import office_by_id
from casework.mediation.printing import names, zh
from casework.procedure.step import Ask, paper

SENTENCES = ("found", "clue", "parties", "goes_on")


@paper("DOC-T4")
def clue_letter(ask: Ask) -> Paper:
    """线索通报函: what was found, to whom it is told; nothing that was said to settle is in it (C-14)."""
    office = office_by_id(ask.actor.office_id)
    reach = [ask.actor.name, office.phone if office else None, office.address if office else None]
    told = {
        "receiver": ask.facts.receiver or zh("paper.clue.authority"),
        "clue": (ask.facts.reason or "").rstrip("。；"),
        "case": ask.case.number,
        "party": names(ask.case.parties),
        "contact": "，".join(part for part in reach if part),
    }
    return Paper(
        kind="DOC-T4",
        title=kinds()["DOC-T4"].title,
        office=ask.actor.office_name,
        issued_on=ask.today,
        addressee=told["receiver"],
        blocks=tuple(Para(zh(f"paper.clue.{each}", **told)) for each in SENTENCES),
        fields=told,
        seal=True,
    )
