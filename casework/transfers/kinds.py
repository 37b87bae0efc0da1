"""The kinds of transfer as rows (transfer.md 2.4). A new kind is a row here."""

from dataclasses import dataclass

from casework.identity.roles import ENFORCEMENT, OfficeKind

ADMIN = "transfer_admin"
DESIGNATION = "designation"
POLICE = "transfer_police"
IN = "transfer_in"
NOTICE = "notice"
ROUTE = "route"
OUTSIDE = "outside"  # kept off the platform: transfer.md section 10

ANY = tuple(OfficeKind)
SYSTEM = (OfficeKind.IP_OFFICE, OfficeKind.BUREAU)
DISPUTES = (*SYSTEM, OfficeKind.COMMITTEE, OfficeKind.STATION)
INSIDE = ("DOC-P5", "DOC-P5.report")  # the report to the chief and the approval stay in the office (POL-3)
FIVE_PAPERS = ("letter", "report", "goods", "appraisal", "other")


@dataclass(frozen=True)
class Kind:
    """One kind: which office kinds send and receive, what levels must be, who approves, which table it runs on.

    `level`: "same" = sender and receiver on one level, "any" = no rule. `papers` must be in the bundle or be
    explained. `clocks` are the rules its steps start. `rule` is the decisive one.
    """

    id: str
    procedure: str
    senders: tuple[OfficeKind, ...]
    receivers: tuple[OfficeKind, ...]
    level: str
    approver: str | None
    papers: tuple[str, ...]
    clocks: tuple[str, ...]
    rule: str


KINDS = {
    row.id: row
    for row in (
        Kind("K1", ADMIN, ENFORCEMENT, ENFORCEMENT, "any", "head", (), ("ADM-6.approve", "ADM-6.send"), "ADM-6"),
        Kind("K2", ADMIN, SYSTEM, SYSTEM, "same", "head", (), ("ADM-6.approve", "ADM-6.send"), "ADM-3"),
        Kind("K3", DESIGNATION, ENFORCEMENT, ENFORCEMENT, "any", "head", (), ("ADM-4",), "ADM-3"),
        Kind(
            "K4", POLICE, ENFORCEMENT, (OfficeKind.POLICE,), "same", "chief", FIVE_PAPERS, ("POL-3", "POL-4"), "POL-4"
        ),
        Kind("K5", IN, (OfficeKind.POLICE,), ENFORCEMENT, "same", None, (), ("REV-9.register",), "REV-1"),
        Kind(
            "K6",
            IN,
            (OfficeKind.PROCURATORATE,),
            ENFORCEMENT,
            "any",
            None,
            ("opinion", "non_prosecution"),
            ("REV-9.register", "REV-7"),
            "REV-4",
        ),
        Kind("K7", ROUTE, DISPUTES, (OfficeKind.COURT,), "any", None, (), (), "LNK-9"),
        Kind("K8", "confirmation", DISPUTES, (OfficeKind.COURT,), "any", None, (), ("J-02",), "J-01"),
        Kind("K9", ROUTE, DISPUTES, (OfficeKind.ARBITRATION,), "any", None, (), ("LNK-13",), "E-06"),
        Kind("K10", ROUTE, DISPUTES, (OfficeKind.NOTARY,), "any", None, (), ("E-03",), "E-02"),
        Kind("K11", NOTICE, ANY, ANY, "any", None, (), (), "ADM-11"),
        Kind("K12", NOTICE, ANY, (), "any", None, (), (), "STN-7"),
        Kind(
            "K13",
            OUTSIDE,
            ENFORCEMENT,
            (OfficeKind.PROCURATORATE,),
            "any",
            "chief",
            (),
            (),
            "POL-14",
        ),
    )
}


def receives(kind: str, office_kind: str) -> bool:
    """Whether an office of this kind may receive a transfer of that kind."""
    return office_kind in KINDS[kind].receivers


def sends(kind: str, office_kind: str) -> bool:
    """Whether an office of this kind may send a transfer of that kind."""
    return office_kind in KINDS[kind].senders
