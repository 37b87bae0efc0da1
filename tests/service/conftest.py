"""A complaint that a bureau accepted: its decision (DOC-C5) waits to be served on the applicant."""

from datetime import datetime, timedelta

import pytest
from sqlalchemy import select

from casework.base.errors import StepRefused
from casework.base.wallclock import local_date
from casework.complaints import verbs as intake
from casework.documents.models import PaperRecord
from casework.service import facts as f
from casework.service import verbs
from tests.support.city import NOON, a_complaint


class Post:
    """Who serves: remembers the case, the paper and the day, and calls the verbs."""

    def __init__(self, city, session):
        self.city, self.session, self.now = city, session, NOON
        complaint = a_complaint(city, login="officer")
        intake.accept(complaint, None, actor=self.officer, now=NOON)
        session.flush()
        self.case = complaint.case
        self.paper = session.scalars(select(PaperRecord).where(PaperRecord.kind == "DOC-C5")).one()

    @property
    def officer(self):
        return self.city.actor("officer")

    @property
    def today(self):
        return local_date(self.now)

    def after(self, days: int) -> "Post":
        self.now += timedelta(days=days)
        return self

    def sending(self, **told) -> f.Sending:
        usual = {"paper": self.paper.id, "party": "P1", "way": "post", "sent_on": self.today}
        return f.Sending(**{**usual, **told})

    def send(self, **told):
        return verbs.send(self.case, self.sending(**told), actor=self.officer, now=self.now)

    def send_again(self, run, **told):
        return verbs.send_again(
            run, self.sending(**{"paper": None, "party": None, **told}), actor=self.officer, now=self.now
        )

    def prove(self, run, **told):
        facts = f.Proof(**{"proof": "return_slip", "on": self.today, **told})
        return verbs.prove(run, facts, actor=self.officer, now=self.now)

    def fail(self, run, **told):
        facts = f.Failure(**{"failure": "moved", "on": self.today, **told})
        return verbs.fail(run, facts, actor=self.officer, now=self.now)

    def give_up(self, run, reason="当事人已经当面领取新的文书"):
        return verbs.give_up(run, f.Reason(reason), actor=self.officer, now=self.now)


def codes(act, *args, **told) -> list[str]:
    """The codes with which an act is refused."""
    with pytest.raises(StepRefused) as refused:
        act(*args, **told)
    return [each.code for each in refused.value.refusals]


@pytest.fixture
def post(city, session) -> Post:
    return Post(city, session)


@pytest.fixture
def at() -> datetime:
    return NOON
