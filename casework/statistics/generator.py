"""A credible province at any size: offices, seasons, kinds, sources, all endings, with whole journals.

Rows go in by the batch, not through the door; the facts are those that the tally gives for the journals.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from random import Random
from typing import Any, cast

from sqlalchemy import Connection, Table, delete, func, insert, select

from casework.base.db import db
from casework.base.wallclock import local_date
from casework.identity.models import Organisation
from casework.identity.roles import Level, OfficeKind
from casework.mediation.models import Mediation
from casework.procedure.models import Proceeding
from casework.records.counters import facts_of, sum_facts
from casework.records.figures import FigureCount, FigureFact
from casework.records.grants import Grant
from casework.records.journal import JournalEntry, fingerprint
from casework.records.models import Case, Party, Right

SEASON = (8, 5, 11, 10, 10, 11, 10, 9, 11, 10, 12, 13)
Shares = tuple[tuple[str, int], ...]
KINDS: Shares = (
    *(("trademark", 45), ("copyright", 25), ("patent_design", 9), ("patent_utility", 8), ("patent_invention", 3)),
    *(
        ("software", 3),
        ("trade_secret", 2),
        ("unfair_competition", 2),
        ("gi_mark", 1),
        ("plant_variety", 1),
        ("other", 1),
    ),
)
SOURCES: Shares = (
    *(("committee_application", 40), ("court_assigned", 22), ("station", 15), ("walk_in", 10), ("police", 3)),
    *(("exhibition", 3), ("platform", 4), ("own_initiative", 3)),
)
MATTERS: Shares = (("infringement", 88), ("contract", 8), ("ownership", 3), ("reward", 1))
ENDINGS: Shares = (
    *(("agreed", 56), ("terminated", 20), ("withdrawn", 9), ("transferred", 2), ("not_accepted", 6), ("open", 4)),
    *(("reopened", 2), ("moved", 1)),
)
LONG_OPEN = timedelta(days=300)
STEPS = {
    "agreed": ("take_effect", "agreed"),
    "terminated": ("terminate", "terminated"),
    "withdrawn": ("withdraw", "withdrawn"),
    "transferred": ("transfer_out", "transferred"),
    "not_accepted": ("refuse", "not_accepted"),
}
COMMON: dict[str, Any] = {
    "person_id": None,
    "actor": "样例",
    "role": "registrar",
    "procedure": "mediation",
    "basis": ["M-15"],
    "changes": {},
}
BATCH = 2000


@dataclass(frozen=True)
class Size:
    """How large a province: cases, offices, years that end with `until`. `journals` False writes figures only."""

    cases: int
    offices: int
    until: date
    years: int = 5
    journals: bool = True


def load_province(size: Size, *, seed: int = 2026) -> int:
    """Write a province into the database; how many facts it has. The caller commits. Equal seeds give equal provinces."""
    connection = db.session.connection()
    offices = _offices(connection, size.offices)
    first = (connection.scalar(select(func.max(Case.id))) or 0) + 1
    first_proceeding = (connection.scalar(select(func.max(Proceeding.id))) or 0) + 1
    chance = Random(seed)  # noqa: S311 no secret, a story
    number = 0
    for start in range(0, size.cases, BATCH):
        tales = [
            _tale(first + place, first_proceeding + place, offices, size, chance)
            for place in range(start, min(start + BATCH, size.cases))
        ]
        number += _write(connection, tales, journals=size.journals)
    connection.execute(delete(FigureCount))
    sum_facts(connection)
    return number


@dataclass
class _Tale:
    """One case to be: its rows."""

    case: dict[str, Any]
    right: str
    office: Organisation
    entries: list[dict[str, Any]]
    proceeding: int
    state: str


def _offices(connection: Connection, number: int) -> list[Any]:
    known = {row.code for row in connection.execute(select(Organisation.code))}
    rows = [
        {
            "code": f"committee-{place:04d}",
            "name": f"样例第{place}知识产权纠纷人民调解委员会",
            "short": f"样{place}调",
            "kind": OfficeKind.COMMITTEE,
            "level": Level.COUNTY,
            "division": f"42{place % 14 + 1:02d}00",
            "on_system": True,
            "active": True,
        }
        for place in range(number)
    ]
    new = [row for row in rows if row["code"] not in known]
    if new:
        connection.execute(insert(Organisation), new)
    asked = (
        select(Organisation.id, Organisation.name)
        .where(Organisation.code.like("committee-%"))
        .order_by(Organisation.id)
    )
    return list(connection.execute(asked.limit(number)))


def _tale(case_id: int, proceeding: int, offices: list[Any], size: Size, chance: Random) -> _Tale:
    office, other, day = chance.choice(offices), chance.choice(offices), _day(size, chance)
    at = datetime(day.year, day.month, day.day, chance.randrange(1, 9), chance.randrange(60), tzinfo=UTC)
    ending = _pick(ENDINGS, chance)
    if ending == "open" and day < size.until - LONG_OPEN:
        ending = "agreed"
    claim = chance.randrange(1, 400) * 100_000
    case = {
        "id": case_id,
        "number": f"省样{day.year}-{case_id:09d}",
        "title": f"样例第{case_id}号知识产权纠纷",
        "registered_at": at,
        "registered_by_id": office.id,
        "source": _pick(SOURCES, chance),
        "matter": _pick(MATTERS, chance),
        "facts": "",
        "request": "",
        "claim_fen": claim,
    }
    entries: list[dict[str, Any]] = []
    common = {"case_id": case_id, "office_id": office.id, "office": office.name, "proceeding_id": proceeding}
    state = "start"
    for seq, act in enumerate(_acts(at, ending, claim, size.until, chance), start=1):
        if ending == "moved" and seq == 3:
            common |= {"office_id": other.id, "office": other.name}
        entries.append({**COMMON, **common, "seq": seq, "from_state": state, **_entry(*act)})
        state = act[2]
    return _Tale(case, _pick(KINDS, chance), office, entries, proceeding, state)


def _acts(at: datetime, ending: str, claim: int, until: date, chance: Random) -> Iterator[tuple[Any, ...]]:
    """The acts of a mediation in order, those that have happened by the last day."""
    accepted = at + timedelta(days=chance.randrange(0, 6))
    acts: list[tuple[Any, ...]] = [(at, "register", "registered", "registered", None)]
    if ending == "not_accepted":
        acts.append((accepted, "refuse", "not_accepted", "not_accepted", None))
    else:
        acts.append((accepted, "accept", "accepted", "accepted", None))
        if chance.random() < 0.05:
            paused = accepted + timedelta(days=5)
            acts.append((paused, "appraise", "suspended", None, None))
            accepted += timedelta(days=chance.randrange(15, 40))
            acts.append((accepted, "resume", "in_mediation", None, None))
        acts += _ends(accepted, ending, claim, chance)
    yield from (act for act in acts if local_date(act[0]) <= until)


def _ends(accepted: datetime, ending: str, claim: int, chance: Random) -> Iterator[tuple[Any, ...]]:
    """How a mediation ends, if it does: moved to another office or mediated again it ends in an agreement."""
    if ending == "open":
        return
    ended = accepted + timedelta(days=min(int(chance.expovariate(1 / 18)) + 1, 200))
    if ending == "moved":
        yield ended, "accept", "accepted", "accepted", None
    if ending == "reopened":
        yield ended, "terminate", "terminated", "terminated", None
        ended += timedelta(days=chance.randrange(3, 60))
        yield ended, "mediate_again", "accepted", "reopened", None
    if ending in ("moved", "reopened"):
        ended, ending = ended + timedelta(days=chance.randrange(1, 30)), "agreed"
    step, to = STEPS[ending]
    oral = ending == "agreed" and chance.random() < 0.15
    fen = claim * chance.randrange(20, 90) // 100 if ending == "agreed" else None
    yield ended, "agree_orally" if oral else step, to, ending, fen


def _entry(at: datetime, step: str, to: str, figure: str | None, fen: int | None) -> dict[str, Any]:
    on = local_date(at) if figure else None
    told = {"at": at, "recorded_at": at, "step": step, "to_state": to, "figure": figure, "figure_on": on}
    return {**told, "figure_fen": fen}


def _write(connection: Connection, tales: list[_Tale], *, journals: bool) -> int:
    for tale in tales:
        head = ""
        for entry in tale.entries if journals else ():
            entry["previous"] = head
            head = entry["hash"] = fingerprint(JournalEntry(**entry))
        tale.case["journal_count"], tale.case["journal_head"] = (len(tale.entries), head) if journals else (0, "")
    connection.execute(insert(Case), [tale.case for tale in tales])
    if journals:
        _record(connection, tales)
    facts = [fact for tale in tales for fact in facts_of(_about(tale), tale.entries)]
    connection.execute(insert(FigureFact), facts)
    return len(facts)


def _record(connection: Connection, tales: list[_Tale]) -> None:
    """Everything of a case beside its figures."""
    rows: dict[Any, list[dict[str, Any]]] = {each: [] for each in (Party, Right, Grant)}
    proceedings, mediations = [], []
    for tale in tales:
        case, began = tale.case["id"], tale.entries[0]["at"]
        for place, role in enumerate(("applicant", "respondent"), start=1):
            name = f"样例{case}号当事人{place}"
            party = {"case_id": case, "ref": f"P{place}", "position": place, "role": role, "kind": "org"}
            rows[Party].append({**party, "name": name, "name_key": name, "code_doubtful": False})
        rows[Right].append({"case_id": case, "kind": tale.right, "doubtful": False})
        grant = {"case_id": case, "office_id": tale.office.id, "scope": "content", "purpose": "register"}
        rows[Grant].append({**grant, "since": began})
        times = {"opened_at": began, "moved_at": tale.entries[-1]["at"], "rule_set_on": local_date(began)}
        kind = {"id": tale.proceeding, "case_id": case, "procedure": "mediation", "state": tale.state, "version": 1}
        proceedings.append({**kind, **times, "office_id": tale.office.id})
        mediations.append({"id": tale.proceeding})
    for model, told in rows.items():
        connection.execute(insert(model), told)
    connection.execute(insert(cast("Table", Proceeding.__table__)), proceedings)
    connection.execute(insert(cast("Table", Mediation.__table__)), mediations)
    connection.execute(insert(JournalEntry), [entry for tale in tales for entry in tale.entries])


def _about(tale: _Tale) -> dict[str, Any]:
    names = ("id", "source", "matter", "claim_fen")
    return {**{name: tale.case[name] for name in names}, "right_kind": tale.right, "parties": 2}


def _day(size: Size, chance: Random) -> date:
    """A working weekday by the season of the year."""
    while True:
        day = size.until - timedelta(days=chance.randrange(365 * size.years))
        if day.weekday() < 5 and chance.random() * max(SEASON) < SEASON[day.month - 1]:
            return day


def _pick(shares: Shares, chance: Random) -> str:
    names = [name for name, _ in shares]
    return chance.choices(names, [share for _, share in shares])[0]
