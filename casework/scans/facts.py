"""The facts of a scan, as plain values."""

from dataclasses import dataclass
from datetime import date

from casework.records.evidence_store import StoredFile


@dataclass(frozen=True)
class Returned:
    """A signed paper came back as a scan.

    `texts` is what its codes say, `unreadable` why it could not be read; `paper` the id of the paper chosen by hand,
    None: by the code. `signed` are refs of parties and `M:name` of mediators, `sealed` the parties whose own seal
    stands there; `signed_on` a local date.
    """

    files: tuple[StoredFile, ...] = ()
    texts: tuple[str, ...] = ()
    unreadable: str | None = None
    paper: int | None = None
    signed: tuple[str, ...] = ()
    sealed: tuple[str, ...] = ()
    signed_on: date | None = None
