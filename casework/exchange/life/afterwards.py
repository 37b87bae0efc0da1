"""What follows an agreement: confirmation by the court, payment on time or late, the closed file."""

from collections.abc import Iterator
from datetime import timedelta

from casework.confirmation import facts as cf
from casework.confirmation import verbs as confirming
from casework.exchange.life.tale import Tale
from casework.identity.models import actor_at
from casework.identity.roles import Role
from casework.mediation import facts as f
from casework.mediation.agreements import agreement_in_force
from casework.mediation.models import Mediation
from casework.mediation.verbs import ending
from casework.performance import facts as pf
from casework.performance import verbs as performing
from casework.performance.models import Obligation, Performance
from casework.records.models import Case

CONFIRMED, LATE, LETS_LAPSE = 0.55, 0.15, 0.2


def afterwards(tale: Tale, mediation: Mediation) -> Iterator[None]:
    """Confirmation in about half of the agreements; then what was promised is done, mostly."""
    if tale.likely(CONFIRMED):
        yield from _confirmed(tale, mediation.case)
    performance = performing.open_performance(
        agreement_in_force(mediation.case)[-1], actor=tale.who(tale.mediator), now=tale.now
    )
    yield from _performed(tale, performance)
    if performance.state != "performed":
        return
    told = f.Closing("performed", "协议已经全部履行，回访双方满意")
    ending.propose_closing(mediation, told, actor=tale.who(tale.mediator), now=tale.now)
    tale.later(1, 10)
    yield
    ending.close(mediation, None, actor=tale.who("chair"), now=tale.now)
    tale.later(10, 16)
    yield
    bound = f.Archiving("long", tale.chance.randrange(28, 70), "二楼档案柜", identity_in_file=True)
    ending.archive(mediation, bound, actor=tale.who("registrar"), now=tale.now)


def _confirmed(tale: Tale, case: Case) -> Iterator[None]:
    refs = tuple(party.ref for party in agreement_in_force(case)[0].parties)
    tale.later(tale.chance.randrange(1, 8), 11)
    yield
    registrar = tale.who("registrar")
    confirmation = confirming.prepare(case, cf.Preparation(consents=refs), actor=registrar, now=tale.now)
    tale.later(tale.chance.randrange(0, 5), 15)
    yield
    confirming.file(confirmation, cf.Filing(tale.today, materials=cf.MATERIALS), actor=registrar, now=tale.now)
    tale.later(2, 10)
    yield
    code, number = _number(tale, confirmation.counterpart_id)
    judge = actor_at(tale.town.offices[code], Role.CLERK, name="尹明") if code != "wuhan-court" else registrar
    confirming.docket(confirmation, cf.Docketing(number, tale.today), actor=judge, now=tale.now)
    tale.later(tale.chance.randrange(5, 18), 10)
    yield
    received = tuple(cf.Receipt(ref, tale.today) for ref in refs)
    confirming.confirm(confirmation, cf.Ruling(number, tale.today, received), actor=judge, now=tale.now)


def _number(tale: Tale, court_id: int | None) -> tuple[str, str]:
    codes = {"daye-court": "鄂0281", "hs-court": "鄂02", "wuhan-court": "鄂01"}
    code = next((each for each in codes if tale.town.offices[each].id == court_id), "daye-court")
    return code, f"（{tale.today.year}）{codes[code]}民特{tale.chance.randrange(10, 400)}号"


def _performed(tale: Tale, performance: Performance) -> Iterator[None]:
    late = tale.likely(LATE)
    for item in sorted(performance.items, key=lambda each: each.due or tale.today):
        _wait_for(tale, item, days=25 if late and item.fen else -2)
        yield
        _done(tale, performance, item)
    if performance.state != "performed":
        performing.fulfil(performance, None, actor=tale.who(tale.mediator), now=tale.now)
    tale.later(20, 15)
    yield
    visit = pf.Visit(visited_on=tale.today, result="双方均表示协议已经履行完毕", satisfied=True)
    performing.return_visit(performance, visit, actor=tale.who(tale.mediator), now=tale.now)


def _wait_for(tale: Tale, item: Obligation, *, days: int) -> None:
    due = item.due or tale.today
    tale.later(max(0, (due + timedelta(days=days) - tale.today).days), 9, 30)


def _done(tale: Tale, performance: Performance, item: Obligation) -> None:
    how = "transfer" if item.fen else "takedown"
    proof = pf.Proof(tale.today, (item.no,), item.fen, how, "confirmed")
    performing.record(performance, proof, actor=tale.who(tale.mediator), now=tale.now)
