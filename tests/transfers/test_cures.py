"""Each guard of the transfers K1 to K12: one fact false, its reason alone, the fact mended, the step lawful."""

from datetime import date

import pytest

from casework.adjudication import facts as af
from casework.adjudication import verbs as adjudicating
from casework.enforcement.facts import LeadFacts
from casework.enforcement.sheet import SheetFacts
from casework.identity.roles import Level
from casework.procedure.procedure import PROCEDURES
from casework.procedure.siblings import begun_on
from casework.transfers import facts as f
from casework.transfers.kinds import ADMIN, DESIGNATION, IN, NOTICE, POLICE, ROUTE
from casework.transfers.models import AdminTransfer, Designation, IncomingTransfer, Notice, PoliceTransfer, Route
from casework.transfers.verbs import admin, incoming, police, route
from tests.enforcement.walk import TEAM, at, lead
from tests.support.cures import Cure, asked, clocks, ended, put, stands
from tests.transfers.test_incoming import BOTH, letter, way
from tests.transfers.walk import (
    PAPERS,
    SUSPICION,
    approved,
    arrived,
    declined,
    drafted,
    received,
    reported,
    sending,
    sent,
    suspected,
)

T = at(7, 8)
DECLINED = f.Declined("no_crime", "不构成", papers_back=True)
GOODS = f.Goods("电机", "方志远", "袁勇")
NUMBER = f.Filed("黄公（经）立字〔2026〕1号")
WHY = f.Reason("理由")


def on(stage):
    """A stage of the walk on the day of these tests."""
    return lambda town, case: stage(town, case, T)


def fresh(model, kind, who="officer", **told):
    """A transfer before its first step."""
    return lambda town, case: model(case=case, office_id=getattr(town, who).office_id, kind=kind, **told)


def teamed(town, case):
    return police.name_team(suspected(town, case, T), f.Team(TEAM), actor=town.head, now=T)


def reported_by_name(town, case):
    lead(town, case, at(7, 1), source="report", reporter_name="举报甲")
    return teamed(town, case)


def of_the_police(town, case):
    return police.file(received(town, case, T), NUMBER, actor=town.police, now=at(7, 9))


def second(town, case):
    suspected(town, case, T)
    return fresh(PoliceTransfer, "K4")(town, case)


def for_approval(town, case):
    return admin.submit(drafted(town, case, T), None, actor=town.officer, now=T)


def of_a_patent(town, case):
    case.rights[0].kind = "patent_utility"
    adjudicating.request(case, af.Request(place_link="act"), actor=town.officer, now=at(7, 1))
    return admin.approve(for_approval(town, case), None, actor=town.head, now=T)


def accepted(town, case):
    return admin.accept(arrived(town, case, T), f.Taking(), actor=town.culture, now=T)


def came_by_transfer(town, case):
    transfer = admin.tell_result(accepted(town, case), f.Result("已处罚"), actor=town.culture, now=T)
    admin.close(transfer, None, actor=town.officer, now=T)
    return fresh(AdminTransfer, "K1", "culture")(town, case)


def never_came(transfer, _town):
    for each in begun_on(transfer.case):
        stands(each, "refused")


def announcing(kind):
    def stage(town, case):
        here, there = town.officer.office_id, town.police.office_id
        return IncomingTransfer(case=case, office_id=here, counterpart_id=there, kind=kind)

    return stage


def asking(town, **changes):
    told = {"rival": town.office("bureau-yangxin"), "superior": town.office("hs-ipo"), "reason": "争议", "talk": "未成"}
    return f.Asking(**{**told, **changes})


def of_dispute(town, case):
    return admin.ask_designation(case, asking(town), actor=town.daye_head, now=T)


def noticed(town, case):
    told = f.Clue("K11", town.office("hs-culture"), None, "门店内有盗版图书")
    return incoming.give_notice(case, told, actor=town.officer, now=T)


def letter_came(town, case):
    return letter(town, case, T)


def lead_opened(town, case):
    arrival = letter(town, case, T)
    incoming.open_lead(arrival, LeadFacts(), actor=town.officer, now=T)
    return arrival


def gone_on(kind, code):
    return lambda town, case: route.go_on(case, way(town, kind, code), actor=town.officer, now=T)


def taken(kind, code, login):
    def stage(town, case):
        return route.take_on(gone_on(kind, code)(town, case), f.Registered("1号"), actor=getattr(town, login), now=T)

    return stage


def done(kind, code, login):
    def stage(town, case):
        going = taken(kind, code, login)(town, case)
        return route.conclude(going, f.Result("已办结"), actor=getattr(town, login), now=T)

    return stage


def chief_on_the_team(transfer, town):
    transfer.team = [*TEAM, town.chief.name]


def drafted_by_the_head(transfer, town):
    transfer.sent_by = town.head.name


def same_level(_transfer, town):
    town.office("bureau-daye").level = Level.CITY


def police_are_outside(_transfer, town):
    town.office("hs-police").on_system = False


def by_the_city_office(going, town):
    going.office_id = town.officer.office_id


def draft(kind, code, reason="涉及著作权"):
    return lambda town: f.Draft(kind, town.office(code) if code else None, reason)


def told_police(**changes):
    return lambda town: sending(town, **changes)


def arrival(kind="K5", code="hs-police", **changes):
    return lambda town: f.Arrival(kind, town.office(code) if code else None, "不构成犯罪", receiver="方志远", **changes)


def announced(kind="K5", code="hs-ipo", papers=BOTH, reason="情节轻微"):
    return lambda town: f.Announcement(kind, town.office(code) if code else None, reason, papers)


def clue(code="hs-culture", **changes):
    return lambda town: f.Clue("K11", town.office(code) if code else None, None, **{"reason": "盗版图书", **changes})


def going(kind, code, **changes):
    return lambda town: way(town, kind, code, **changes)


NO_CRIME = f.Suspicion(SheetFacts("214", {"sales": 100}, None))
POLICE_ROWS = [
    Cure("suspicion_is_shown", fresh(PoliceTransfer, "K4"), "suspect", NO_CRIME, SUSPICION),
    Cure("none_of_this_kind_is_open", second, "suspect", SUSPICION, SUSPICION, mend=ended(POLICE, "closed")),
    Cure("team_has_two_officers", on(suspected), "name_team", f.Team(TEAM[:1]), f.Team(TEAM), "head"),
    Cure("reporter_is_on_the_team", teamed, "report", f.Report("核实"), f.Report("核实"),
         spoil=put(team=["余思敏", "某甲"]), mend=put(team=list(TEAM))),
    Cure("the_report_is_written.text", teamed, "report", f.Report(), f.Report("核实")),
    Cure("the_report_is_written.ahead", teamed, "report", f.Report("核实", at(7, 30)), f.Report("核实", at(7, 8))),
    Cure("reporter_stays_hidden", reported_by_name, "report", f.Report("据举报甲反映"), f.Report("核实")),
    Cure("approver_is_not_on_the_team", on(reported), "approve", None, None, "chief",
         chief_on_the_team, put(team=list(TEAM))),
    Cure("transfer_has_a_reason", on(reported), "refuse_approval", f.Reason(), WHY, "chief"),
    Cure("receiver_may_take_it.missing", on(approved), "send", told_police(office=None), told_police()),
    Cure("receiver_may_take_it.kind", on(approved), "send",
         lambda t: sending(t, office=t.office("hs-procuratorate")), told_police()),
    Cure("levels_are_equal", on(approved), "send", lambda t: sending(t, office=t.office("daye-police")), told_police()),
    *(Cure(f"papers_are_there_or_explained.{paper}", on(approved), "send",
           told_police(papers={**PAPERS, paper: None}), told_police(papers={**PAPERS, paper: "本案没有"})) for paper in PAPERS),
    Cure("evidence_belongs_to_the_case", on(approved), "send", told_police(evidence_ids=(999,)), told_police()),
    Cure("the_right_side_acts", on(sent), "receive", f.Receipt("袁勇"), f.Receipt("袁勇"), mend=police_are_outside),
    Cure("receipt_has_name_and_instant.name", on(sent), "receive", f.Receipt(), f.Receipt("袁勇"), "police"),
    Cure("receipt_has_name_and_instant.ahead", on(sent), "receive", f.Receipt("袁勇", at(8, 1)), f.Receipt("袁勇"), "police"),
    Cure("forwarded_to_other_police.kind", on(received), "forward", lambda t: f.Forwarding(t.office("hs-culture"), "管辖"),
         lambda t: f.Forwarding(t.office("daye-police"), "管辖"), "police"),
    Cure("police_list_the_gaps", on(received), "ask_supplement", f.Gaps(), f.Gaps(("检验报告",)), "police"),
    Cure("more_time_has_a_ground.unknown", on(received), "review_longer", f.Review(), f.Review("clues"), "police"),
    Cure("more_time_has_a_ground.approval", on(received), "review_longer", f.Review("complex"),
         f.Review("complex", "县级公安机关负责人"), "police"),
    Cure("filing_has_a_number", on(received), "file", f.Filed(), NUMBER, "police"),
    Cure("not_declined_as_incomplete.incomplete", on(received), "decline",
         f.Declined("incomplete", "不全", papers_back=True), DECLINED, "police"),
    Cure("reasons_and_papers_come_back.papers", on(received), "decline", f.Declined("no_crime", "不构成"), DECLINED, "police"),
    Cure("notice_has_come", on(received), "decline", f.Declined("no_crime", "不构成", papers_back=True, noticed_at=at(7, 30)),
         DECLINED, "police"),
    *(Cure(f"both_sign_for_the_goods.{name}", of_the_police, "hand_over_goods", f.Goods(**{**vars(GOODS), name: None}), GOODS)
      for name in ("goods", "given_by", "taken_by")),
    Cure("asked_within_three_days", on(declined), "ask_reconsideration", f.Reason("金额有误"), f.Reason("金额有误"), "head",
         mend=clocks(due=date(2026, 7, 14)), now=at(7, 14)),
    Cure("supervised_by_a_procuratorate", on(declined), "suggest_supervision",
         lambda t: f.Supervision(t.office("hs-police"), "应当立案"),
         lambda t: f.Supervision(t.office("hs-procuratorate"), "应当立案"), "head"),
    Cure("outcome_is_known.unknown", of_the_police, "tell_outcome", f.Outcome(), f.Outcome("judgment", date(2026, 7, 9)), "police"),
    Cure("news_is_named.unknown", on(received), "tell_progress", f.Progress("rumour"), f.Progress("arrest"), "police"),
    Cure("papers_are_back", on(declined), "resume_penalty", None, None,
         spoil=put(papers_back=False), mend=put(papers_back=True)),
]  # fmt: skip
ADMIN_ROWS = [
    Cure("receiver_may_take_it.missing", fresh(AdminTransfer, "K1"), "draft", draft("K1", None), draft("K1", "hs-culture")),
    Cure("system_levels_are_equal", fresh(AdminTransfer, "K2"), "draft", draft("K2", "bureau-daye"), draft("K2", "bureau-daye"),
         mend=same_level),
    Cure("kind_fits_the_offices.K1", fresh(AdminTransfer, "K1"), "draft", draft("K1", "bureau-daye"), draft("K1", "hs-culture")),
    Cure("it_did_not_come_by_transfer", came_by_transfer, "draft", draft("K1", "hs-agriculture"), draft("K1", "hs-agriculture"),
         "culture", mend=never_came),
    Cure("approver_did_not_draft", for_approval, "approve", None, None, "head", drafted_by_the_head, put(sent_by="方志远")),
    Cure("requester_was_told", of_a_patent, "send", f.Sending(requester_told=False), f.Sending(requester_told=True)),
    Cure("a_result_is_told", accepted, "tell_result", f.Result(), f.Result("已处罚"), "culture"),
    *(Cure(code, fresh(Designation, "K3", "daye_head"), "ask_designation", wrong, asking, "daye_head") for code, wrong in (
        ("superior_is_common.rival", lambda t: asking(t, rival=None)),
        ("superior_is_common.missing", lambda t: asking(t, superior=None)),
        ("superior_is_common.not_common", lambda t: asking(t, superior=t.office("hs-culture"))),
        ("both_opinions_are_told", lambda t: asking(t, talk=None)))),
    Cure("designated_is_in_the_dispute.missing", of_dispute, "designate", f.Designated(),
         lambda t: f.Designated(t.office("bureau-yangxin")), "officer"),
]  # fmt: skip
IN_ROWS = [
    Cure("sender_is_of_the_kind", announcing("K6"), "announce", announced("K6"), announced("K5"), "police",
         mend=put(kind="K5")),
    Cure("receiver_is_an_agency.kind", announcing("K5"), "announce", announced(code="hs-court"),
         announced(), "police"),
    Cure("reverse_levels_are_equal", announcing("K5"), "announce", announced(code="bureau-daye"),
         announced(), "police"),
    Cure("sender_is_known.missing", fresh(IncomingTransfer, "K5"), "receive", arrival(code=None), arrival()),
    Cure("opinion_and_decision_are_there.opinion", fresh(IncomingTransfer, "K6"), "receive",
         arrival("K6", "hs-procuratorate", papers=("non_prosecution",)), arrival("K6", "hs-procuratorate", papers=BOTH)),
    Cure("the_matter_is_settled", lead_opened, "reply", f.Result("已处罚"), f.Result("已处罚"), mend=ended("penalty", "closed")),
    Cure("the_body_is_named", fresh(Notice, "K12"), "refer_abroad", f.Clue("K12", reason="抢注"),
         f.Clue("K12", None, "湖北分中心", "抢注")),
    Cure("clues_of_duty_crimes_stay_outside", fresh(Notice, "K11"), "give_notice", clue(of_official=True), clue()),
    Cure("news_is_named.ahead", noticed, "tell_news", f.Progress("arrest", date(2026, 8, 1)), f.Progress("arrest")),
]  # fmt: skip
ROUTE_ROWS = [
    Cure("sender_may_send_it", fresh(Route, "K9", "culture"), "go_on", going("K9", "hs-arbitration"), going("K9", "hs-arbitration"),
         "culture", mend=by_the_city_office, cured_by="officer"),
    Cure("concessions_stay_behind", fresh(Route, "K7"), "go_on", going("K7", "hs-court", concessions_left_out=False),
         going("K7", "hs-court")),
    *(Cure(f"arbitration_is_agreed.{part.removeprefix('of_')}", fresh(Route, "K9"), "go_on",
           going("K9", "hs-arbitration", **{part: False}), going("K9", "hs-arbitration"))
      for part in ("arbitration_intent", "arbitration_matter", "arbitration_institution")),
    *(Cure(f"debtor_promised_enforcement.{part}", fresh(Route, "K10"), "go_on", going("K10", "hs-notary", **{part: False}),
           going("K10", "hs-notary")) for part in ("payment_clause", "promise_clause")),
    Cure("a_number_is_given", gone_on("K9", "hs-arbitration"), "take_on", f.Registered(), f.Registered("1号"), "arbitrator"),
    Cure("the_notary_counts", taken("K10", "hs-notary", "notary"), "halt", WHY, WHY, "notary",
         clocks(state="paused"), clocks(state="running")),
    Cure("the_notary_waits", taken("K10", "hs-notary", "notary"), "go_on_counting", None, None, "notary",
         mend=clocks(state="paused")),
    Cure("it_went_to_a_notary", done("K10", "hs-notary", "notary"), "certify", f.Registered("1号"), f.Registered("1号"), "notary",
         put(kind="K9"), put(kind="K10")),
]  # fmt: skip
ROWS = [*POLICE_ROWS, *ADMIN_ROWS, *IN_ROWS, *ROUTE_ROWS]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.code)
def test_guard_refuses_alone_and_lets_the_cure_pass(town, case, row):
    refused, cured = asked(row, town, case)

    assert (refused, cured) == ([row.code], [])


def test_every_guard_of_the_transfers_has_a_row():
    tables = (POLICE, ADMIN, DESIGNATION, IN, NOTICE, ROUTE)
    guards = {guard.name for name in tables for step in PROCEDURES[name].steps.values() for guard in step.guards}

    assert {row.code.partition(".")[0] for row in ROWS} == guards
