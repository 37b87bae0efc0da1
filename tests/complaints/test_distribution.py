"""Distribution (分送): the proposed authority, what a station may not do, back only to the intake, never on (CMP-16, STN-6)."""

from datetime import date

import pytest

from casework.adjudication import steps as adjudicating
from casework.adjudication.models import Adjudication
from casework.base.db import db
from casework.complaints import route_verbs, steps, track_verbs, verbs
from casework.complaints.grounds import grounds_on, item_of
from casework.complaints.models import Complaint
from casework.complaints.proposals import proposed_authority, proposed_committee
from casework.enforcement import decision_steps, lead_steps
from casework.enforcement.models import Penalty
from casework.identity.models import Organisation
from casework.procedure.asking import refusals
from casework.records.filing import PartyFacts, RightFacts
from casework.transfers import police_steps
from casework.transfers.models import PoliceTransfer
from tests.complaints.walk import REPLY_BY, at, codes, distributed, filed, reported, running, signed
from tests.support.city import NOON, case_facts


def shop_in(place: str) -> dict:
    """Facts of a dispute with a shop at a place."""
    return {"parties": (case_facts().parties[0], PartyFacts("respondent", "样例商行", address=place)), "place": place}


@pytest.mark.parametrize(
    ("track", "right", "place", "office", "rule"),
    [
        ("request", "patent_invention", "大冶市", "hs-ipo", "ADJ-2"),
        ("report", "trademark", "大冶市金湖街道", "bureau-daye", "PEN-12"),
        ("report", "trademark", "黄石市下陆区", "bureau-xialu", "PEN-12"),
        ("report", "trademark", "某处", "hs-ipo", "PEN-12"),
        ("complaint", "trademark", "阳新县兴国镇", "bureau-yangxin", "X-20"),
        ("report", "copyright", "大冶市", "hs-culture", "PEN-13"),
        ("request", "plant_variety", "大冶市", "hs-agriculture", "X-14"),
    ],
)
def test_table_proposes_the_body_with_its_rule(city, track, right, place, office, rule):
    case = {**shop_in(place), "rights": (RightFacts(right, "1"),)}
    file = (
        reported(city, case={**case, "parties": case["parties"][1:]})
        if track == "report"
        else filed(city, track, wants="handling", case=case)
    )

    proposal = proposed_authority(file)

    assert (proposal.office, proposal.body.rule) == (city.offices[office], rule)
    assert proposal.office.name in proposal.because
    assert f"（{rule}）" in proposal.because


def test_table_is_silent_where_no_authority_of_the_city_is_competent(city):
    file = filed(city, case={"rights": (RightFacts("ic_layout", "BS.185001234"),)})

    assert proposed_authority(file) is None
    assert proposed_committee(file).body.rule == "X-15"


def test_other_authority_than_the_proposed_needs_a_reason(city):
    file = filed(city, wants="handling", login="clerk", case=shop_in("大冶市"))
    there = {"receiver": city.offices["bureau-yangxin"], "reason": None}

    assert codes(distributed, city, file, **there) == ["other_authority_has_a_reason.other"]
    assert distributed(city, file, **{**there, "reason": "查处在先"}).state == "redirected"


def test_proposed_authority_needs_no_reason(city):
    file = filed(city, wants="handling", login="clerk", case=shop_in("大冶市"))

    assert distributed(city, file, "bureau-daye", reason=None).counterpart_id == city.offices["bureau-daye"].id


def test_authority_unknown_to_the_table_needs_a_reason(city):
    file = filed(city, login="clerk", case={"rights": (RightFacts("ic_layout", "BS.185001234"),)})

    assert codes(distributed, city, file, reason=None) == ["other_authority_has_a_reason.unknown"]
    assert distributed(city, file, reason="请代为咨询").state == "redirected"


def test_committee_unknown_to_the_table_needs_a_note(city):
    file = filed(city, case={"rights": (RightFacts("trademark", "1"),), "matter": "reward"})
    committee, officer = city.offices["hs-committee"], city.actor("officer")

    said = codes(verbs.hand_over, file, verbs.HandOver(committee), actor=officer, now=NOON)

    assert said == ["other_committee_has_a_reason.unknown"]
    assert verbs.hand_over(file, verbs.HandOver(committee, "双方愿意"), actor=officer, now=NOON).state == "handed_over"


def test_other_committee_than_the_proposed_needs_a_note(city):
    file, officer = filed(city, case={"rights": (RightFacts("trademark", "1"),)}), city.actor("officer")
    other = Organisation(
        code="hs-other", name="样例调委会", short="样", kind="committee", level="city", on_system=False
    )
    db.session.add(other)
    db.session.flush()

    said = codes(verbs.hand_over, file, verbs.HandOver(other), actor=officer, now=NOON)

    assert said == ["other_committee_has_a_reason.other"]
    assert verbs.hand_over(file, verbs.HandOver(other, "双方所选"), actor=officer, now=NOON).counterpart_id == other.id


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"receiver": None}, "receiver_is_an_authority"),
        ({"receiver": "hs-committee"}, "receiver_is_an_authority"),
        ({"receiver": "hs-police"}, "receiver_is_an_authority"),
        ({"receiver": "hs-ipo"}, "receiver_is_an_authority.own"),
        ({"reply_due": None}, "reply_date_lies_ahead"),
        ({"reply_due": date(2026, 3, 2)}, "reply_date_lies_ahead"),
    ],
)
def test_distribution_names_an_authority_and_a_reply_date(city, changes, code):
    file = filed(city)
    if "receiver" in changes:
        changes = {"receiver": city.offices.get(changes["receiver"] or "")}

    assert codes(distributed, city, file, **changes) == [code]
    assert distributed(city, file).reply_due == REPLY_BY


def test_receiver_signs_and_has_its_own_run_with_the_first_days(city):
    file = filed(city, "complaint", received_on=date(2026, 2, 27))

    run = signed(city, file)

    assert (file.state, running(file)) == ("distributed", {})
    assert (run.office_id, run.received_from_id) == (city.offices["bureau-daye"].id, city.offices["hs-ipo"].id)
    assert (run.state, run.rule_set_on, running(run)) == ("submitted", date(2026, 2, 27), {"CMP-3": "2026-03-09"})


@pytest.mark.parametrize("sign", [False, True], ids=["unsigned", "signed"])
def test_what_is_not_ours_goes_back_to_the_intake_with_its_days(city, sign):
    file, daye = filed(city, "complaint"), city.actor("daye-officer")
    run = signed(city, file) if sign else distributed(city, file, "bureau-daye")

    assert codes(route_verbs.send_to_intake, file, verbs.Reason(), actor=daye, now=at(3, 5)) == ["a_reason_is_given"]
    route_verbs.send_to_intake(file, verbs.Reason("不属本辖区"), actor=daye, now=at(3, 5))

    assert (file.state, running(file)) == ("submitted", {"CMP-3": "2026-03-11"})
    assert [run.state] == ["sent_back" if sign else "submitted"]


def test_what_was_distributed_is_never_passed_on(city):
    run, daye = signed(city, filed(city, "complaint")), city.actor("daye-officer")

    told = codes(verbs.tell_where, run, verbs.Routes("向阳新县局提出"), actor=daye, now=NOON)
    passed = refusals(run, steps.COMPLAINT.steps["distribute"], actor=daye, now=NOON)

    run.received_from_id = None
    cured = refusals(
        run, steps.COMPLAINT.steps["tell_where"], actor=daye, now=NOON, facts=verbs.Routes("向阳新县局提出")
    )

    assert (told, cured) == (["what_was_distributed_goes_back"], [])
    assert [each.code for each in passed] == ["post", "what_was_distributed_goes_back"]


def test_what_a_station_sent_may_be_told_or_distributed_by_the_office(city):
    file = filed(city, "complaint", login="clerk")
    distributed(city, file, "hs-ipo")
    route_verbs.sign_for(file, None, actor=city.actor("officer"), now=NOON)
    city.session.flush()

    run = city.session.query(type(file)).filter_by(parent_id=file.id).one()

    assert distributed(city, run, "bureau-daye").state == "redirected"


def test_receiver_that_has_begun_neither_sends_back_nor_replies_before_it_has_ended(city):
    file, daye = filed(city, "complaint"), city.actor("daye-officer")
    run = signed(city, file)
    result = route_verbs.Result("已受理并调解")
    verbs.accept(run, None, actor=daye, now=NOON)

    back = codes(route_verbs.send_to_intake, file, verbs.Reason("不办了"), actor=daye, now=NOON)
    soon = codes(route_verbs.reply, file, result, actor=daye, now=NOON)
    verbs.withdraw(run, verbs.Reason("和解"), actor=daye, now=NOON)
    late = codes(route_verbs.send_to_intake, file, verbs.Reason("不办了"), actor=daye, now=NOON)
    mute = codes(route_verbs.reply, file, route_verbs.Result(), actor=daye, now=NOON)
    route_verbs.reply(file, result, actor=daye, now=NOON)

    assert (back, soon, late, mute) == (
        ["it_is_not_handled_yet"],
        ["its_own_track_is_over"],
        ["it_is_not_handled_yet"],
        ["the_reply_tells_a_result"],
    )
    assert (file.state, file.result) == ("answered", "已受理并调解")


def test_reporter_stays_with_the_intake_when_a_report_is_distributed(city):
    report = reported(city)
    signed(city, report)

    said = codes(track_verbs.open_vault, report, verbs.Reason("回访"), actor=city.actor("daye-officer"), now=NOON)

    assert said == ["side.office", "a_reporter_is_kept_here"]
    assert (
        track_verbs.open_vault(report, verbs.Reason("转达"), actor=city.actor("officer"), now=NOON).state
        == "distributed"
    )


def test_only_a_competent_authority_accepts(city):
    file = filed(city, wants="handling", case={"rights": (RightFacts("copyright", "1"),)})

    assert codes(verbs.accept, file, None, actor=city.actor("officer"), now=NOON) == ["this_office_is_competent"]
    own = filed(city, wants="handling", login="culture", case={"rights": (RightFacts("copyright", "1"),)})
    assert verbs.accept(own, None, actor=city.actor("culture"), now=NOON).state == "accepted"


def test_county_bureau_does_not_accept_a_patent_infringement(city):
    file = filed(city, wants="handling", login="daye-officer", case={"rights": (RightFacts("patent_utility", "1"),)})

    said = codes(verbs.accept, file, None, actor=city.actor("daye-officer"), now=NOON)

    assert said == ["this_office_is_competent"]


def test_returned_before_acceptance_the_days_to_answer_run_again(city):
    file, registrar = filed(city, "complaint"), city.actor("registrar")
    verbs.hand_over(file, verbs.HandOver(city.offices["hs-committee"], "愿调解"), actor=city.actor("officer"), now=NOON)

    verbs.send_back(file, verbs.Reason("对方不同意"), actor=registrar, now=at(3, 4))

    assert (file.state, running(file)) == ("submitted", {"CMP-3": "2026-03-11"})


def test_returned_after_acceptance_it_stays_accepted_once(city):
    file, officer, registrar = filed(city, "complaint"), city.actor("officer"), city.actor("registrar")
    verbs.accept(file, None, actor=officer, now=NOON)
    over = verbs.HandOver(city.offices["hs-committee"], "双方同意")
    verbs.entrust(file, over, actor=officer, now=NOON)

    mute = codes(verbs.return_entrusted, file, verbs.Reason(), actor=registrar, now=NOON)
    verbs.return_entrusted(file, verbs.Reason("一方缺席"), actor=registrar, now=NOON)

    assert mute == ["a_reason_is_given"]
    assert (file.state, running(file)) == ("accepted", {"CMP-6": "2026-05-08"})
    assert codes(verbs.accept, file, None, actor=officer, now=NOON) == ["state"]


def test_entrusted_and_signed_for_the_days_of_the_office_end(city):
    file, officer = filed(city, "complaint"), city.actor("officer")
    verbs.accept(file, None, actor=officer, now=NOON)
    verbs.entrust(file, verbs.HandOver(city.offices["hs-committee"], "双方同意"), actor=officer, now=NOON)

    verbs.take_over(file, None, actor=city.actor("registrar"), now=NOON)

    assert (file.state, running(file)) == ("taken_over", {})


@pytest.mark.parametrize(
    ("kind", "step"),
    [
        (Complaint, steps.ACCEPT),
        (Complaint, steps.REFUSE),
        (Complaint, steps.ASK_IDENTITY),
        (Penalty, lead_steps.OPEN_LEAD),
        (Penalty, lead_steps.TAKE_MEASURE),
        (Penalty, decision_steps.DECIDE),
        (Adjudication, adjudicating.ESTABLISH),
        (PoliceTransfer, police_steps.SEND),
    ],
    ids=lambda each: getattr(each, "name", ""),
)
def test_what_a_station_may_not_do_is_refused_by_stn_6_with_who_can(city, kind, step):
    case = filed(city, login="clerk").case
    proceeding = kind(case=case, office_id=city.offices["station-kfq-opto"].id)

    (said,) = [each for each in refusals(proceeding, step, actor=city.actor("clerk"), now=NOON) if each.code == "post"]

    assert said.rule == "STN-6"
    assert "工作站没有执法权" in said.fact
    assert said.by in said.cure


@pytest.mark.parametrize("noun", ["register", "ask_supplement", "hand_over", "distribute", "split"])
def test_what_a_station_may_do_is_open_to_its_clerk(noun):
    assert "clerk@station" in steps.COMPLAINT.steps[noun].who


@pytest.mark.parametrize(
    ("day", "count", "item"), [(date(2026, 4, 14), 6, None), (date(2026, 4, 15), 7, 6)], ids=["order 20", "order 121"]
)
def test_grounds_are_those_of_the_day_of_receipt(day, count, item):
    assert (len(grounds_on(day)), item_of("false_identity", day)) == (count, item)


def test_ground_of_the_new_rules_is_none_for_an_old_complaint(city):
    old, new = filed(city, now=at(4, 20), received_on=date(2026, 4, 14)), filed(city, now=at(4, 20))
    told = verbs.RefusalFacts("false_identity", "向人民法院起诉")

    assert codes(verbs.refuse, old, told, actor=city.actor("officer"), now=at(4, 20)) == ["ground_is_enumerated"]
    assert verbs.refuse(new, told, actor=city.actor("officer"), now=at(4, 20)).state == "not_accepted"
