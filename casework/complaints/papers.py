"""The papers of the intake, as values made from the record."""

from casework.base.wallclock import local_time
from casework.base.phrases import phrase
from casework.documents.paper import FingerprintList, KeyValueTable, Note, Paper, Para, SignatureRoom
from casework.procedure.step import Ask, paper


@paper("R-01")
def filing_receipt(ask: Ask) -> Paper:
    """登记回执: number, instant, parties and a fingerprint per file handed in."""
    case = ask.case
    rows = [
        ("case_number", case.number),
        ("received_at", local_time(ask.now).strftime("%Y年%m月%d日 %H:%M")),
        ("received_by", f"{ask.actor.office_name} {ask.actor.name}"),
        ("applicants", "、".join(p.name for p in case.of_role("applicant"))),
        ("respondents", "、".join(p.name for p in case.of_role("respondent"))),
        ("rights", "、".join(_right(r) for r in case.rights) or phrase("paper.none")),
        ("request", case.request or phrase("paper.none")),
    ]
    files = tuple((file.name, file.size, file.sha256) for file in case.evidence)
    return Paper(
        kind="R-01",
        title=phrase("paper.R-01.title"),
        office=ask.actor.office_name,
        issued_on=ask.today,
        blocks=(
            KeyValueTable(tuple((phrase(f"paper.field.{name}"), value) for name, value in rows)),
            FingerprintList(files),
            Note(phrase("paper.R-01.note")),
            SignatureRoom(((phrase("paper.field.receiver"), False), (phrase("paper.field.applicant_signs"), False))),
        ),
        fields=dict(rows),
    )


def _right(right: object) -> str:
    kind = phrase(f"right_kind.{right.kind}")  # type: ignore[attr-defined]
    return f"{kind} {right.canonical or right.number or ''}".strip()  # type: ignore[attr-defined]
