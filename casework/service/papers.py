"""The receipt of service (送达回证) that goes along with a paper, and the confirmed address (D-22)."""

from casework.base.phrases import phrase
from casework.documents.paper import KeyValueTable, Note, Paper, SignatureRoom
from casework.documents.text import zh_date
from casework.procedure.step import Ask, paper

KEPT_BY_HAND = ("direct", "left", "entrusted", "forwarded", "post")


@paper("R-04")
def receipt_of_service(ask: Ask) -> Paper | None:
    """送达回证 for ways that end in a signature; None for electronic service and public notice."""
    run = ask.proceeding
    if run.way not in KEPT_BY_HAND:
        return None
    number = f"（{run.paper.number}）" if run.paper.number else ""
    told = {
        "case_number": ask.case.number,
        "served_paper": f"《{run.paper.title}》{number}",
        "party": run.party.name,
        "recipient": run.recipient or "",
        "address": run.address or "",
        "way": phrase(f"service_way.{run.way}"),
        "sent_on": zh_date(run.sent_on.isoformat()),
        "sent_by": f"{ask.actor.office_name} {ask.actor.name}",
        "refusal": "",
    }
    rows = tuple((phrase(f"paper.service.field.{name}"), value) for name, value in told.items())
    places = (phrase("paper.service.receiver"), phrase("paper.service.witness"), phrase("paper.service.server"))
    return Paper(
        kind="R-04",
        title=phrase("paper.service.title"),
        office=ask.actor.office_name,
        issued_on=ask.today,
        blocks=(
            KeyValueTable(rows),
            Note(phrase("paper.service.note")),
            SignatureRoom(tuple((each, False) for each in places)),
        ),
        fields=told,
    )
