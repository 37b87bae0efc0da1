"""A mediation whose parties are told, with ways out of our choosing."""

from datetime import datetime, timedelta

import pytest

from casework.base.db import db
from casework.base.wallclock import SHANGHAI
from casework.mediation import facts as mf
from casework.mediation.committee import load_demonstration_committee, register_of
from casework.mediation.verbs import conduct, intake
from casework.notices.ports import NotSent, use_ports
from casework.records.filing import open_case
from tests.support.city import case_facts

NOW = datetime(2026, 3, 2, 12, 0, tzinfo=SHANGHAI)
PLACE = "第一调解室"


class Way:
    """A way out that takes what it is given, or nothing at all."""

    told = "way"

    def __init__(self, works: bool = True) -> None:
        self.works, self.sent = works, []

    def send(self, to, subject, body):
        """Keep it, or refuse."""
        if not self.works:
            raise NotSent("refused")
        self.sent.append((to, subject, body))


@pytest.fixture
def ways():
    """Mail works, texts do not; afterwards there is no way out."""
    found = {"mail": Way(), "text": Way(works=False)}
    use_ports(found, "https://door.example/portal/")
    yield found
    use_ports({}, "")


@pytest.fixture
def mediation(city):
    """P1 consented to mail; P2 has a mobile; a session is notified for tomorrow."""
    load_demonstration_committee(city.offices)
    registrar, office = city.actor("registrar"), city.offices["hs-committee"]
    case = open_case(case_facts(), actor=registrar, now=NOW)
    case.parties[1].phone = "138-0000-0001"
    found = intake.register(case, mf.Application(), actor=registrar, now=NOW)
    intake.start_review(found, None, actor=registrar, now=NOW)
    intake.accept(found, mf.Acceptance(rights_told_on=NOW.date()), actor=registrar, now=NOW)
    (chosen,) = [each for each in register_of(office.id) if each.name == "吕堃"]
    naming = mf.Naming(chosen.id, presiding=True, conflict=False)
    conduct.name_mediators(found, mf.Mediators((naming,)), actor=registrar, now=NOW)
    told = mf.AddressFacts("P1", "张三", "黄石市下陆区1号", "0714-1", "zhang@party.example", True, NOW.date())
    conduct.confirm_address(found, told, actor=registrar, now=NOW)
    tomorrow = mf.Notification(NOW + timedelta(days=1), PLACE)
    conduct.notify_session(found, tomorrow, actor=registrar, now=NOW)
    db.session.commit()
    return found
