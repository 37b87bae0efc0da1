"""One adjudication walked by short names, and the facts that it is usually walked with."""

from dataclasses import replace
from datetime import date, timedelta

from casework.adjudication import facts as f
from casework.adjudication import verbs
from casework.adjudication.filing_rules import MATERIALS
from casework.procedure.asking import refusals
from casework.records.filing import RightFacts
from tests.support.city import NOON, a_complaint

DAY = date(2026, 3, 2)
MEMBERS = ("方志远", "余思敏", "柯建国")
PANEL = f.Filing(MEMBERS, MATERIALS)
ASKED = f.Request(standing="patentee", place_link="act", claims="权利要求1")
VOTE = f.Vote("established", MEMBERS[:2], MEMBERS[2:])
BOTH = (f.PartySigned("P1", DAY), f.PartySigned("P2", DAY))
DECISION = f.Decision("黄知裁字〔2026〕1号", DAY, "落入权利要求1", "停止制造、销售", way_to_sue=True, received=BOTH)
REPEAT = f.Repeat(**{**vars(DECISION), "number": "黄知裁字〔2026〕2号"}, prior=DECISION.number, same_act=True)
PATENT = (RightFacts("patent_utility", "ZL201920451236.5"),)
OTHER_PATENT = (RightFacts("patent_utility", "ZL201620913636.X"),)
HEARING = f.Hearing(date(2026, 3, 20), "第一审理室")
REFUSAL = f.Refusal("other", "不属于受理范围")
AFTER = timedelta(days=20)
LATER = date(2026, 3, 20)


class Bench:
    """One adjudication walked by short names; `now` can be moved."""

    def __init__(self, city, asked=None, **facts):
        self.city, self.now = city, NOON
        self.case = a_complaint(city, login="officer", **{"rights": PATENT, **facts}).case
        self.a = verbs.request(
            self.case, f.Request(**{**vars(ASKED), **(asked or {})}), actor=city.actor("officer"), now=NOON
        )

    def do(self, verb, facts=None, login="officer"):
        """One act."""
        self.a = verb(self.a, facts, actor=self.city.actor(login), now=self.now)
        return self

    def plain(self, step, login="officer"):
        """An act that writes nothing else."""
        return self.do(verbs.plain(step), None, login)

    def later(self, by=AFTER):
        """Time passes."""
        self.now += by
        return self

    def filed(self):
        """As far as filing."""
        return self.do(verbs.file, PANEL)

    def served(self):
        """As far as service on the respondent."""
        return self.filed().do(verbs.serve, f.Service(DAY))

    def answered(self):
        """As far as the answer."""
        return self.served().do(verbs.answer, f.Day(DAY))

    def voted(self, result="established"):
        """As far as the vote of the panel."""
        return self.answered().do(verbs.vote, replace(VOTE, result=result))

    def reviewed(self, result="established"):
        """As far as the legal review."""
        return self.voted(result).do(verbs.review, None, "deputy")

    def decided(self, **changes):
        """As far as the decision."""
        return self.reviewed().do(verbs.establish, replace(DECISION, **changes))

    def effective(self):
        """As far as its effect."""
        return self.decided().later().do(verbs.take_effect)

    def said(self, step, facts=None, login="officer", now=None):
        """The codes of the reasons against a step."""
        actor = self.city.actor(login)
        return [each.code for each in refusals(self.a, step, actor=actor, now=now or self.now, facts=facts)]
