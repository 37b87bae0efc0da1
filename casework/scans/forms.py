"""The form of a scan: the file, who signed, whose seal stands there, the day. The code on the file names the paper."""

from casework.base import wallclock
from casework.base.phrases import phrase
from casework.base.wallclock import local_date
from casework.counter.fields import Choice, Day, NotFuture, Required, Several
from casework.counter.files import Files
from casework.counter.form import ActForm
from casework.counter.session import evidence_store
from casework.documents.models import PaperRecord
from casework.documents.scanning import Unreadable, texts_on
from casework.documents.text import zh_date
from casework.scans.facts import Returned
from casework.scans.matching import MEDIATOR_MARK, awaiting, signable, unsigned
from casework.scans.models import Scan


class ScanForm(ActForm):
    """One scan; whoever has yet to sign the text is ticked, to be compared with the scan."""

    key = "scan"
    places = (("party", "signed"), ("name", "sealed"))
    files = Files(validators=[Required()])
    signed = Several()
    sealed = Several()
    signed_on = Day(validators=[Required(), NotFuture()])
    paper = Choice()

    def prepare(self, subject: Scan) -> None:
        """Offer parties and mediators, today, and the papers that may come back."""
        papers = signable(subject.case, subject.office_id)
        waiting = _waiting(papers)
        parties = [(each.ref, each.name) for each in subject.case.parties]
        listed = dict([*parties, *waiting])
        self.signed.offer(listed.items())
        self.sealed.offer([(each.ref, each.name) for each in subject.case.parties if each.kind == "org"])
        self.paper.offer([("", phrase("scan.by_code")), *((str(each.id), _said(each)) for each in papers)])
        if not self.signed_on.raw_data:
            self.signed.data = tuple(mark for mark, _name in waiting if not mark.startswith(MEDIATOR_MARK))
            self.signed_on.data = local_date(wallclock.now())

    def facts(self) -> Returned:
        """What came back, with what its codes say."""
        files = self.files.data or ()
        texts, unreadable = _read(files[0].sha256, files[0].media_type) if len(files) == 1 else ((), None)
        return Returned(
            files=files,
            texts=texts,
            unreadable=unreadable,
            paper=int(self.paper.data) if self.paper.data else None,
            signed=tuple(self.signed.data or ()),
            sealed=tuple(self.sealed.data or ()),
            signed_on=self.signed_on.data,
        )


def _waiting(papers: list[PaperRecord]) -> list[tuple[str, str]]:
    runs = (awaiting(paper) for paper in papers)
    return next((unsigned(run) for run in runs if run is not None), [])


def _read(sha256: str, media_type: str) -> tuple[tuple[str, ...], str | None]:
    try:
        return texts_on(evidence_store().path(sha256), media_type), None
    except Unreadable as error:
        return (), error.code


def _said(paper: PaperRecord) -> str:
    day = zh_date(paper.issued_on.isoformat())
    return phrase("scan.choice", title=paper.title, number=paper.number or paper.code, day=day)
