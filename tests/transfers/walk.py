"""The path of a police transfer by short names."""

from datetime import datetime
from typing import Any

from casework.enforcement.sheet import SheetFacts
from casework.records.models import Case
from casework.transfers import facts
from casework.transfers.models import AdminTransfer, PoliceTransfer
from casework.transfers.verbs import admin, police
from tests.enforcement.walk import TEAM, Town, at

PAPERS = {"letter": True, "report": True, "goods": True, "appraisal": "商标权人已出具鉴别意见", "other": True}
SUSPICION = facts.Suspicion(SheetFacts("214", {"sales": 60000}, None), "销售假冒注册商标的商品,金额较大")


def suspected(town: Town, case: Case, now: datetime) -> PoliceTransfer:
    """A crime suspected on the figures."""
    return police.suspect(case, SUSPICION, actor=town.officer, now=now)


def reported(town: Town, case: Case, now: datetime, **told: Any) -> PoliceTransfer:
    """The chief has the report."""
    transfer = suspected(town, case, now)
    police.name_team(transfer, facts.Team(TEAM), actor=town.head, now=now)
    return police.report(transfer, facts.Report("经核实涉嫌犯罪", **told), actor=town.officer, now=now)


def approved(town: Town, case: Case, now: datetime) -> PoliceTransfer:
    """The chief has approved."""
    return police.approve(reported(town, case, now), None, actor=town.chief, now=now)


def sending(town: Town, **changes: Any) -> facts.PoliceSending:
    """To the city police, four papers there, one explained."""
    told = {"office": town.office("hs-police"), "papers": PAPERS, "contact": "方志远 0714-6350000"}
    return facts.PoliceSending(**{**told, **changes})


def sent(town: Town, case: Case, now: datetime) -> PoliceTransfer:
    """On its way."""
    return police.send(approved(town, case, now), sending(town), actor=town.officer, now=now)


def received(town: Town, case: Case, now: datetime) -> PoliceTransfer:
    """The police have signed."""
    transfer = sent(town, case, now)
    return police.receive(transfer, facts.Receipt("袁勇"), actor=town.police, now=now)


def declined(town: Town, case: Case, now: datetime) -> PoliceTransfer:
    """The police do not file and return the papers."""
    told = facts.Declined("no_crime", "金额未达到追诉标准", papers_back=True)
    return police.decline(received(town, case, now), told, actor=town.police, now=now)


def drafted(town: Town, case: Case, now: datetime, **changes: Any) -> AdminTransfer:
    """A draft to the culture department."""
    told = {"kind": "K1", "office": town.office("hs-culture"), "reason": "涉及著作权,属文化执法机构管辖"}
    return admin.draft(case, facts.Draft(**{**told, **changes}), actor=town.officer, now=now)


def arrived(town: Town, case: Case, now: datetime, **changes: Any) -> AdminTransfer:
    """Signed for by the receiver."""
    transfer = drafted(town, case, now, **changes)
    admin.submit(transfer, None, actor=town.officer, now=now)
    admin.approve(transfer, None, actor=town.head, now=now)
    admin.send(transfer, facts.Sending(), actor=town.officer, now=now)
    taker = town.culture if transfer.counterpart_id == town.office("hs-culture").id else town.daye_officer
    return admin.receive(transfer, facts.Receipt(taker.name), actor=taker, now=now)


__all__ = ["TEAM", "Town", "at"]
