"""Ways to where an act of the intake is asked for, and what a refusal says."""

from datetime import UTC, date, datetime

import pytest

from casework.base.errors import StepRefused
from casework.complaints import route_verbs, track_verbs, verbs
from casework.complaints.models import Complaint
from casework.records.vault import ReporterFacts
from tests.support.city import NOON, case_facts

REPORTER = ReporterFacts("举报甲", "420281199003078888", "13900000001", "大冶市东岳路1号")
REPORT_CASE = {
    "title": "对阳新县样例商行商标的举报",
    "parties": case_facts().parties[1:],
    "request": "",
    "source": "report",
}
REPLY_BY = date(2026, 3, 20)


def at(month: int, day: int, year: int = 2026) -> datetime:
    """Noon of a local day."""
    return datetime(year, month, day, 4, tzinfo=UTC)


def filed(city, track: str = "request", *, login: str = "officer", now: datetime = NOON, **more) -> Complaint:
    """A complaint or request as registered; `case` changes the facts of the case."""
    told = verbs.Registration(case_facts(**more.pop("case", {})), track, **more)
    return verbs.register(told, actor=city.actor(login), now=now)


def reported(city, *, login: str = "officer", now: datetime = NOON, **more) -> Complaint:
    """A report under a real name."""
    told = {"real_name": True, "reporter": REPORTER, **more}
    return filed(city, "report", login=login, now=now, case={**REPORT_CASE, **told.pop("case", {})}, **told)


def distributed(city, complaint: Complaint, code: str = "bureau-yangxin", **changes) -> Complaint:
    """A file on its way to an authority."""
    told = {"receiver": city.offices[code], "reply_due": REPLY_BY, "reason": "属其辖区", **changes}
    login = "clerk" if complaint.office_id == city.offices["station-kfq-opto"].id else "officer"
    return route_verbs.distribute(complaint, route_verbs.Distribution(**told), actor=city.actor(login), now=NOON)


def signed(city, complaint: Complaint) -> Complaint:
    """A file distributed to the bureau of Daye and signed for: the run of the bureau."""
    distributed(city, complaint, "bureau-daye")
    route_verbs.sign_for(complaint, None, actor=city.actor("daye-officer"), now=NOON)
    city.session.flush()
    return city.session.query(Complaint).filter_by(parent_id=complaint.id).order_by(Complaint.id.desc()).first()


def split_into(
    city, complaint: Complaint, *tracks: str, told: str = "被申请人门店长期销售假冒商品。"
) -> list[Complaint]:
    """The runs that a mixed paper was split into, oldest first."""
    facts = track_verbs.SplitFacts(tracks, told if "report" in tracks else None)
    track_verbs.split(complaint, facts, actor=city.actor("officer"), now=NOON)
    city.session.flush()
    return city.session.query(Complaint).filter(Complaint.id > complaint.id).order_by(Complaint.id).all()


def running(complaint: Complaint) -> dict[str, str]:
    """The clocks that run: rule and last day."""
    return {clock.rule: clock.due.isoformat() for clock in complaint.clocks if clock.state == "running"}


def codes(call, *args, **kwargs) -> list[str]:
    """The codes of a refusal."""
    with pytest.raises(StepRefused) as refused:
        call(*args, **kwargs)
    return [each.code for each in refused.value.refusals]
