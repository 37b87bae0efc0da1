"""The vocabulary of offices and posts. A step names who may take it as `role@office_kind`."""

from enum import StrEnum


class OfficeKind(StrEnum):
    """What kind of office an organisation is; the competence of steps hangs on it."""

    IP_OFFICE = "ip_office"
    BUREAU = "bureau"
    STATION = "station"
    COMMITTEE = "committee"
    CULTURE = "culture"
    AGRICULTURE = "agriculture"
    FORESTRY = "forestry"
    CUSTOMS = "customs"
    POLICE = "police"
    PROCURATORATE = "procuratorate"
    COURT = "court"
    NOTARY = "notary"
    ARBITRATION = "arbitration"
    JUSTICE = "justice"


class Role(StrEnum):
    """A post at an office. A person may hold several, at several offices, and acts in one at a time."""

    CLERK = "clerk"
    REGISTRAR = "registrar"
    MEDIATOR = "mediator"
    CHAIR = "chair"
    SEAL_KEEPER = "seal_keeper"
    OFFICER = "officer"
    HEAD = "head"
    DEPUTY = "deputy"
    CHIEF = "chief"
    STATISTICIAN = "statistician"
    ARCHIVIST = "archivist"
    ADMIN = "admin"
    SYSTEM = "system"


class Level(StrEnum):
    """The administrative level of an office; a transfer to the police stays on one level (POL-4)."""

    PROVINCE = "province"
    CITY = "city"
    COUNTY = "county"


ENFORCEMENT = (
    OfficeKind.IP_OFFICE,
    OfficeKind.BUREAU,
    OfficeKind.CULTURE,
    OfficeKind.AGRICULTURE,
    OfficeKind.FORESTRY,
    OfficeKind.CUSTOMS,
)
HANDLERS = (
    "clerk@station",
    *(f"officer@{kind}" for kind in ENFORCEMENT),
    *(f"head@{kind}" for kind in ENFORCEMENT),
    "registrar@committee",
    "mediator@committee",
)
"""Who handles disputes: the posts that serve papers, take signed ones back and put the record right."""
