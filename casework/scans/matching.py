"""Which paper of the case a scan is of, and which papers may still come back signed."""

from sqlalchemy import select
from sqlalchemy.orm import joinedload

from casework.base.db import db
from casework.documents.kinds import kinds
from casework.documents.models import PaperRecord
from casework.documents.scanning import paper_code
from casework.mediation.agreements import MEDIATOR, current_agreement
from casework.mediation.models import Mediation
from casework.records.models import Case
from casework.scans.facts import Returned
from casework.scans.models import Scan

AGREEMENT = "D-16"
MEDIATOR_MARK = "M:"
MOST = 60


def signable(case: Case, office_id: int) -> list[PaperRecord]:
    """The newest papers of an office in a case that leave room for signatures and have not come back, newest first."""
    kept = [kind for kind, row in kinds().items() if "signatures" in row.places]
    back = select(Scan.paper_id).where(Scan.case_id == case.id)
    asked = select(PaperRecord).where(
        PaperRecord.case_id == case.id,
        PaperRecord.office_id == office_id,
        PaperRecord.kind.in_(kept),
        PaperRecord.id.not_in(back),
    )
    with db.session.no_autoflush:
        return list(db.session.scalars(asked.order_by(PaperRecord.id.desc()).limit(MOST)))


def by_code(case: Case, facts: Returned) -> PaperRecord | None:
    """The paper of the case whose code is on the scan."""
    codes = [code for code in map(paper_code, facts.texts) if code]
    asked = select(PaperRecord).where(PaperRecord.case_id == case.id, PaperRecord.code.in_(codes))
    with db.session.no_autoflush:
        return db.session.scalars(asked.limit(1)).first() if codes else None


def by_hand(case: Case, facts: Returned) -> PaperRecord | None:
    """The paper of the case that a person chose."""
    found = db.session.get(PaperRecord, facts.paper) if facts.paper else None
    return found if found is not None and found.case_id == case.id else None


def awaiting(paper: PaperRecord) -> Mediation | None:
    """The mediation whose agreement waits for signatures on this paper; None where the paper signs nothing else."""
    if paper.kind != AGREEMENT or paper.proceeding_id is None:
        return None
    run = db.session.get(Mediation, paper.proceeding_id)
    return run if run is not None and run.state in ("signing", "agreed") and current_agreement(run) else None


def newest_text(mediation: Mediation) -> int | None:
    """The id of the newest agreement paper of a mediation: the one that is signed."""
    asked = select(PaperRecord.id).where(
        PaperRecord.proceeding_id == mediation.id,
        PaperRecord.kind == AGREEMENT,
        PaperRecord.case_id == mediation.case_id,
    )
    return db.session.scalar(asked.order_by(PaperRecord.id.desc()).limit(1))


def unsigned(mediation: Mediation) -> list[tuple[str, str]]:
    """(mark, name) of the bound parties and named mediators who have not signed the text yet."""
    text = current_agreement(mediation)
    if text is None:
        return []
    done = {each.name for each in text.of(MEDIATOR)}
    parties = [(each.ref, each.name) for each in text.parties if text.signed_by(each) is None]
    named = [each.mediator.name for each in mediation.named]
    return [*parties, *((MEDIATOR_MARK + name, name) for name in named if name not in done)]


def scans_of(case: Case) -> dict[int, Scan]:
    """Paper id -> its scan, of one case."""
    asked = select(Scan).where(Scan.case_id == case.id).options(joinedload(Scan.evidence))
    return {each.paper_id: each for each in db.session.scalars(asked)}
