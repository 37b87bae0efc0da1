"""The journal as prose."""

from casework.base.wallclock import local_time
from casework.complaints.verbs import FilesFacts, Gaps, ask_supplement, supplement
from casework.desk.prose import history
from casework.records.filing import RightFacts


def test_history_tells_who_moved_what_and_what_changed(city, registered, now):
    complaint = registered(2)
    ask_supplement(complaint, Gaps(("发票",)), actor=city.actor("clerk"), now=now)

    told, older = history(complaint.case)

    assert older is None
    assert [(each.seq, each.label, each.move) for each in told] == [
        (2, "一次性告知补正", "「已登记待处理」→「待补正」"),
        (1, "登记纠纷", "→「已登记待处理」"),
    ]
    assert told[0].changes == (
        "投诉登记 · 需要补正的材料：空 → 发票",
        f"投诉登记 · 补正期限：{complaint.supplement_due}",
    )
    assert (told[0].actor, told[0].role) == ("周晓岚", "受理员")


def test_history_says_when_an_act_was_entered_later(city, registered, now):
    complaint = registered(2)

    (told,) = history(complaint.case)[0]

    assert (told.recorded - told.at).days >= 2


def test_history_names_offices_and_words_instead_of_keys(handed_over):
    complaint = handed_over()

    told, _ = history(complaint.case)

    changes = [line for each in told for line in each.changes]
    assert "投诉登记 · 对方机构：黄石市知识产权纠纷人民调解委员会" in changes
    assert "当事人 · 地位：申请人" in changes
    assert "案件 · 请求金额：50,000.00 元" in changes
    assert [line for line in changes if "_id" in line] == []


def test_history_shows_instants_by_the_office_clock(registered):
    complaint = registered(2)

    (told,) = history(complaint.case)[0]

    begun = local_time(complaint.opened_at).strftime("%Y-%m-%d %H:%M")
    assert f"投诉登记 · 开始时间：{begun}" in told.changes


def test_history_names_a_column_by_its_table(registered):
    complaint = registered(2, rights=(RightFacts("patent_invention", "ZL202010123456.3", title="一种模具"),))

    (told,) = history(complaint.case)[0]

    assert "权利 · 名称：一种模具" in told.changes


def test_history_for_a_status_reader_tells_the_way_only(city, registered, now):
    complaint = registered(2)
    ask_supplement(complaint, Gaps(("发票",)), actor=city.actor("clerk"), now=now)
    supplement(complaint, FilesFacts(), actor=city.actor("clerk"), now=now)

    told, _ = history(complaint.case, content=False)

    assert [each.label for each in told] == ["收到补正材料", "一次性告知补正", "登记纠纷"]
    assert {(each.actor, each.changes) for each in told} == {("", ())}
