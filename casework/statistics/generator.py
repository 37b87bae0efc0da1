"""A credible province at any size: offices, seasons, kinds, sources, all endings, with whole journals.

Rows go in by the batch, not through the door; the facts are those that the tally gives for the journals.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from itertools import count
from random import Random
from typing import Any, cast

from sqlalchemy import Connection, Table, delete, func, insert, literal, select

from casework.base.db import db
from casework.base.wallclock import local_date
from casework.identity.models import Organisation
from casework.identity.roles import Level, OfficeKind
from casework.mediation.agreements import Agreement
from casework.mediation.models import Mediation
from casework.performance.models import Obligation
from casework.procedure.models import Proceeding
from casework.records.counters import facts_of, sum_facts
from casework.records.figures import FigureCount, FigureFact
from casework.records.grants import Grant
from casework.records.journal import JournalEntry, fingerprint
from casework.records.models import Case, Party, Right
from casework.statistics.aftermath import Act, Limit, Run, follow, until
from casework.statistics.aftermath_rows import Course, record
from casework.statistics.counting import CLOSING

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
    "basis": ["M-15"],
    "changes": {},
}
TAKEN_ON, MONTH, EXTENDED = ("accept", "mediate_again"), timedelta(days=31), 0.15
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
    numbers = _Numbers(*(count(_after(connection, each)) for each in (Case, Party, Proceeding, Agreement, Obligation)))
    chance = Random(seed)  # noqa: S311 no secret, a story
    number = 0
    for start in range(0, size.cases, BATCH):
        tales = [_tale(numbers, offices, size, chance) for _ in range(start, min(start + BATCH, size.cases))]
        number += _write(connection, tales, numbers, journals=size.journals)
    connection.execute(delete(FigureCount))
    sum_facts(connection)
    _count_on(connection)
    return number


@dataclass(frozen=True)
class _Numbers:
    """Where the ids of each table go on."""

    case: Iterator[int]
    party: Iterator[int]
    proceeding: Iterator[int]
    agreement: Iterator[int]
    duty: Iterator[int]


def _after(connection: Connection, model: Any) -> int:
    return (connection.scalar(select(func.max(model.id))) or 0) + 1


def _count_on(connection: Connection) -> None:
    """Let PostgreSQL number behind the ids given here; SQLite does by itself."""
    if connection.dialect.name == "postgresql":
        for model in (Case, Party, Proceeding, Agreement, Obligation):
            sequence = func.pg_get_serial_sequence(model.__tablename__, "id")
            connection.execute(select(func.setval(sequence, _after(connection, model), literal(False))))


@dataclass
class _Tale:
    """One case to be: its rows."""

    case: dict[str, Any]
    right: str
    office: Organisation
    first_party: int
    entries: list[dict[str, Any]]
    courses: list[Course]


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


def _tale(numbers: _Numbers, offices: list[Any], size: Size, chance: Random) -> _Tale:
    office, other, day = chance.choice(offices), chance.choice(offices), _day(size, chance)
    at = datetime(day.year, day.month, day.day, chance.randrange(1, 9), chance.randrange(60), tzinfo=UTC)
    ending = _pick(ENDINGS, chance)
    if ending == "open" and day < size.until - LONG_OPEN:
        ending = "agreed"
    case_id, claim = next(numbers.case), chance.randrange(1, 400) * 100_000
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
    parties = next(numbers.party), next(numbers.party)
    acts = [Act(*each) for each in _acts(at, ending, claim, size.until, chance)]
    runs = [Run("mediation", acts, list(_limits(acts, chance))), *_following(acts, size.until, chance)]
    agreement = next(numbers.agreement) if acts[-1].figure == "agreed" else None
    places = {"case_id": case_id, "office_id": office.id, "first_party": parties[0], "agreement": agreement}
    courses = [Course(next(numbers.proceeding), run, [], **places) for run in runs]
    entries = list(_entries(courses, office, other if ending == "moved" else office))
    return _Tale(case, _pick(KINDS, chance), office, parties[0], entries, courses)


def _following(acts: list[Act], last: date, chance: Random) -> Iterator[Run]:
    """What followed by the last day, where the mediation came to an agreement."""
    end = acts[-1]
    if end.figure == "agreed":
        for run in follow(end.at, end.fen or 0, chance, oral=end.step == "agree_orally"):
            if (known := until(run, last)) is not None:
                yield known


def _limits(acts: list[Act], chance: Random) -> Iterator[Limit]:
    """A month for each time it was taken on, longer by pauses and by what the parties agreed (M-22, M-23)."""
    start, due = None, date.min
    for place, act in enumerate(acts):
        if act.step in TAKEN_ON and start is None:
            start, due = place, local_date(act.at) + MONTH * (2 if chance.random() < EXTENDED else 1)
        elif act.step == "resume":
            due += local_date(act.at) - local_date(acts[place - 1].at)
        elif act.figure in CLOSING and start is not None:
            yield "M-22", start, place, due
            start = None
    if start is not None:
        yield "M-22", start, len(acts), due


def _entries(courses: list[Course], office: Any, other: Any) -> Iterator[dict[str, Any]]:
    """The journal of a case: the acts of all its proceedings in their order, those of a moved case by the other office."""
    told = [(act, place, course) for course in courses for place, act in enumerate(course.run.acts)]
    at_work, state = office, dict.fromkeys((course.proceeding for course in courses), "start")
    for seq, (act, place, course) in enumerate(sorted(told, key=lambda each: each[0].at), start=1):
        if course is courses[0] and place == 2:
            at_work = other
        course.seqs.append(seq)
        course.office_id = at_work.id
        named = {"case_id": course.case_id, "office_id": at_work.id, "office": at_work.name, "seq": seq}
        where = {"proceeding_id": course.proceeding, "procedure": course.run.procedure}
        yield {**COMMON, **named, **where, "from_state": state[course.proceeding], **_entry(act)}
        state[course.proceeding] = act.to


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


def _entry(act: Act) -> dict[str, Any]:
    on = local_date(act.at) if act.figure else None
    told = {"at": act.at, "recorded_at": act.at, "step": act.step, "to_state": act.to}
    return {**told, "figure": act.figure, "figure_on": on, "figure_fen": act.fen}


def _write(connection: Connection, tales: list[_Tale], numbers: _Numbers, *, journals: bool) -> int:
    for tale in tales:
        head = ""
        for entry in tale.entries if journals else ():
            entry["previous"] = head
            head = entry["hash"] = fingerprint(JournalEntry(**entry))
        tale.case["journal_count"], tale.case["journal_head"] = (len(tale.entries), head) if journals else (0, "")
    connection.execute(insert(Case), [tale.case for tale in tales])
    if journals:
        _record(connection, tales, numbers)
    facts = [fact for tale in tales for fact in facts_of(_about(tale), tale.entries)]
    connection.execute(insert(FigureFact), facts)
    return len(facts)


def _record(connection: Connection, tales: list[_Tale], numbers: _Numbers) -> None:
    """Everything of a case beside its figures."""
    rows: dict[Any, list[dict[str, Any]]] = {each: [] for each in (Party, Right, Grant)}
    for tale in tales:
        case, began = tale.case["id"], tale.entries[0]["at"]
        for place, role in enumerate(("applicant", "respondent"), start=1):
            name = f"样例{case}号当事人{place}"
            party = {"id": tale.first_party + place - 1, "case_id": case, "ref": f"P{place}", "position": place}
            kind = {"role": role, "kind": "org", "code_doubtful": False}
            rows[Party].append({**party, **kind, "name": name, "name_key": name})
        rows[Right].append({"case_id": case, "kind": tale.right, "doubtful": False})
        grant = {"case_id": case, "office_id": tale.office.id, "scope": "content", "purpose": "register"}
        rows[Grant].append({**grant, "since": began})
    for model, told in rows.items():
        connection.execute(insert(model), told)
    record(connection, [each for tale in tales for each in tale.courses], numbers.duty)
    mediations = [{"id": tale.courses[0].proceeding} for tale in tales]
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
