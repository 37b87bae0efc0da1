"""Which office the table of competence proposes for a file, with the rule that says so (S-6, CMP-14, CMP-15)."""

from collections.abc import Sequence
from dataclasses import dataclass

from casework.base.phrases import phrase
from casework.complaints.competence import Body, competent_bodies
from casework.complaints.models import Complaint
from casework.identity.directory import offices_of_kind
from casework.identity.models import Organisation
from casework.identity.roles import ENFORCEMENT, Level, OfficeKind
from casework.law import cite

ORDER = {
    "report": ("penalise", "adjudicate", "detain", "decide"),
    "handling": ("adjudicate", "penalise", "decide", "mediate"),
    "mediation": ("mediate", "adjudicate", "penalise"),
}
SAME_KIND = {"patent_unknown": "patent_invention", "trade_secret": "business_secret"}
BUREAU = "市场监督管理局"
CITY = "黄石市"


@dataclass(frozen=True)
class Proposal:
    """The office proposed, the row of the table behind it, and why in words: with article and rule id."""

    office: Organisation
    body: Body
    because: str


def act_of(complaint: Complaint) -> str:
    """The act by which the table of competence is asked: a consumer's complaint has a row of its own."""
    return "consumer_complaint" if complaint.track == "complaint" else complaint.case.matter


def bodies_for(complaint: Complaint) -> list[Body]:
    """Every body that the table knows for the file, the one that fits what is wanted first."""
    kinds = dict.fromkeys(SAME_KIND.get(right.kind, right.kind) for right in complaint.case.rights)
    found = [body for kind in kinds or ("other",) for body in competent_bodies(kind, act_of(complaint))]
    wanted = ORDER["report" if complaint.track == "report" else _wants(complaint)]
    return sorted(found, key=lambda body: wanted.index(body.what) if body.what in wanted else len(wanted))


def proposed_authority(complaint: Complaint) -> Proposal | None:
    """The authority of the city that is competent: by right and act, then by the place (CMP-14); None if unknown."""
    place = _place(complaint)
    for body in bodies_for(complaint):
        office = _authority(body, place) if body.office_kind in ENFORCEMENT else None
        if office is not None:
            return Proposal(office, body, _because(complaint, body, office, place))
    return None


def proposed_committee(complaint: Complaint) -> Proposal | None:
    """The mediation committee, where the table lets a committee mediate this right and act; None otherwise."""
    for body in bodies_for(complaint):
        if body.office_kind == OfficeKind.COMMITTEE:
            for office in offices_of_kind(OfficeKind.COMMITTEE):
                return Proposal(office, body, _because(complaint, body, office, ""))
    return None


def is_one_of(office_kind: str, level: str, bodies: Sequence[Body]) -> bool:
    """Whether an office of this kind and level is among the bodies; the city's IP office is the city's bureau too."""
    kinds = {office_kind, OfficeKind.BUREAU} if office_kind == OfficeKind.IP_OFFICE else {office_kind}
    levels = {"county", "city"} if level == Level.CITY else {"county"}
    return any(body.office_kind in kinds and body.level in levels for body in bodies)


def _wants(complaint: Complaint) -> str:
    return "handling" if complaint.wants == "handling" else "mediation"


def _place(complaint: Complaint) -> str:
    """Where the table looks: a report goes by the place of the act, a complaint by the respondent's place."""
    act = [complaint.case.place or ""]
    homes = [party.address or "" for party in complaint.case.of_role("respondent")]
    told = homes + act if complaint.track == "complaint" else act + homes
    return "、".join(dict.fromkeys(each for each in told if each))


def _authority(body: Body, place: str) -> Organisation | None:
    if body.office_kind == OfficeKind.BUREAU:
        near = _bureau_at(place) if body.level == "county" else None
        return near or _first(OfficeKind.IP_OFFICE)
    return _first(OfficeKind(body.office_kind))


def _bureau_at(place: str) -> Organisation | None:
    for office in offices_of_kind(OfficeKind.BUREAU):
        district = office.name.removesuffix(BUREAU)
        if district in place or district.removeprefix(CITY) in place:
            return office
    return None


def _first(kind: OfficeKind) -> Organisation | None:
    return next(iter(offices_of_kind(kind)), None)


def _because(complaint: Complaint, body: Body, office: Organisation, place: str) -> str:
    kind = complaint.case.rights[0].kind if complaint.case.rights else "other"
    told = phrase(
        "competence.because",
        office=office.name,
        right=phrase(f"right_kind.{kind}"),
        act=phrase(f"competence.act.{act_of(complaint)}"),
        what=phrase(f"competence.what.{body.what}"),
        article=cite(body.rule, complaint.rule_set_on).article_zh,
        rule=body.rule,
    )
    near = phrase("competence.place", place=place) if place and office.kind == OfficeKind.BUREAU else ""
    return told + near + body.note
