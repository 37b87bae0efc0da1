"""Guards of the transfer to the police (POL-1 to POL-12)."""

from casework.enforcement.sheet import measured
from casework.identity.roles import OfficeKind
from casework.procedure.clocks import open_clocks
from casework.procedure.step import Ask, No, guard, no
from casework.transfers.kinds import FIVE_PAPERS

GROUNDS = ("no_crime", "minor", "not_liable", "other")
INCOMPLETE = "incomplete"
NEWS = (
    "arrest",
    "arrest_approved",
    "sent_to_procuratorate",
    "moved_to_other_police",
    "non_prosecution",
    "case_withdrawn",
    "judgment",
    "other",
)
OUTCOMES = ("judgment", "non_prosecution", "case_withdrawn")
LONGER = {"clues": "POL-7.clues", "complex": "POL-7.complex"}


@guard("POL-1", needs_facts=True)
def suspicion_is_shown(ask: Ask) -> No | None:
    """A threshold that is met, or reasonable suspicion in words; either suffices."""
    sheet = ask.facts.sheet
    return None if sheet.suspicion or measured(sheet).met else no(at="suspicion")


@guard("POL-2", needs_facts=True)
def team_has_two_officers(ask: Ask) -> No | None:
    """The special team has two different officers or more."""
    count = len({name for name in ask.facts.officers if name})
    return None if count >= 2 else no(at="officers", count=count)


@guard("POL-2")
def reporter_is_on_the_team(ask: Ask) -> No | None:
    """The team that verified the facts reports and sends."""
    team = ask.proceeding.team or []
    return None if ask.actor.name in team else no(name=ask.actor.name, team="、".join(team))


@guard("POL-2", needs_facts=True)
def the_report_is_written(ask: Ask) -> No | None:
    """The chief decides on a written report that reached him not later than now."""
    if not ask.facts.report:
        return no("text", at="report")
    at = ask.facts.reported_at
    return no("ahead", at="reported_at") if at and at > ask.now else None


@guard("POL-2")
def approver_is_not_on_the_team(ask: Ask) -> No | None:
    """Who verified the facts does not approve."""
    return no(name=ask.actor.name) if ask.actor.name in (ask.proceeding.team or []) else None


@guard("POL-4", needs_facts=True)
def papers_are_there_or_explained(ask: Ask) -> list[No]:
    """Five papers; for each one that is missing a reason."""
    told = ask.facts.papers or {}
    return [
        no(f"{name}", at=f"{name}_reason") for name in FIVE_PAPERS if told.get(name) is not True and not told.get(name)
    ]


@guard("POL-6", needs_facts=True)
def police_list_the_gaps(ask: Ask) -> No | None:
    """Police who find the papers incomplete say what is missing."""
    return None if ask.facts.missing else no(at="missing")


@guard("POL-6", needs_facts=True)
def not_declined_as_incomplete(ask: Ask) -> No | None:
    """Incomplete papers are no ground to refuse."""
    if ask.facts.ground == INCOMPLETE:
        return no("incomplete", at="ground")
    return None if ask.facts.ground in GROUNDS else no("unknown", at="ground")


@guard("POL-7", needs_facts=True)
def reasons_and_papers_come_back(ask: Ask) -> list[No]:
    """Who does not file gives reasons and returns the papers."""
    found = []
    if not ask.facts.reason:
        found.append(no("reason", at="reason"))
    if not ask.facts.papers_back:
        found.append(no("papers", at="papers_back"))
    return found


@guard("POL-7", needs_facts=True)
def filing_has_a_number(ask: Ask) -> No | None:
    """The filing notice carries a number."""
    return None if ask.facts.number else no(at="number")


@guard("POL-7", needs_facts=True)
def notice_has_come(ask: Ask) -> No | None:
    """A notice cannot have been received before it exists."""
    at = ask.facts.noticed_at
    return no(at="noticed_at") if at and at > ask.now else None


@guard("POL-7", needs_facts=True)
def more_time_has_a_ground(ask: Ask) -> No | None:
    """Longer review is for clues to be checked, or for a major and complex case with approval."""
    if ask.facts.ground not in LONGER:
        return no("unknown", at="ground")
    return no("approval", at="approved_by") if ask.facts.ground == "complex" and not ask.facts.approved_by else None


@guard("POL-5", needs_facts=True)
def forwarded_to_other_police(ask: Ask) -> No | None:
    """Police forward to other police."""
    office = ask.facts.office
    if office is None or office.kind != OfficeKind.POLICE:
        return no("kind", at="office_id")
    return no("self", at="office_id") if office.id == ask.proceeding.counterpart_id else None


@guard("POL-11", needs_facts=True)
def both_sign_for_the_goods(ask: Ask) -> list[No]:
    """Goods are handed over by list, signed by giver and taker."""
    told = {"goods": ask.facts.goods, "given_by": ask.facts.given_by, "taken_by": ask.facts.taken_by}
    return [no(name, at=name) for name, value in told.items() if not value]


@guard("POL-8")
def asked_within_three_days(ask: Ask) -> No | None:
    """Reconsideration is asked for within three days of the notice; afterwards supervision remains."""
    late = [each for each in open_clocks(ask.proceeding, ("POL-8",)) if ask.today > each.due]
    return no(due=late[0].due) if late else None


@guard("POL-9", needs_facts=True)
def supervised_by_a_procuratorate(ask: Ask) -> No | None:
    """Supervision is suggested to a procuratorate."""
    office = ask.facts.office
    return None if office is not None and office.kind == OfficeKind.PROCURATORATE else no(at="office_id")


@guard("POL-12")
def papers_are_back(ask: Ask) -> No | None:
    """The penalty case goes on when the papers are back."""
    return None if ask.proceeding.papers_back else no()


@guard("REV-2", needs_facts=True)
def outcome_is_known(ask: Ask) -> No | None:
    """A criminal case ends by judgment, non-prosecution or withdrawal, on a day that has come."""
    if ask.facts.kind not in OUTCOMES:
        return no("unknown", at="kind")
    return no("ahead", at="on") if ask.facts.on and ask.facts.on > ask.today else None


@guard("REV-2", needs_facts=True)
def news_is_named(ask: Ask) -> No | None:
    """News of a criminal case is of a known kind and has happened."""
    if ask.facts.kind not in NEWS:
        return no("unknown", at="kind")
    return no("ahead", at="on") if ask.facts.on and ask.facts.on > ask.today else None
