"""Every paper of an adjudication, made by a case and read back by another program."""

import re
from dataclasses import replace

import pytest
from sqlalchemy import select

from casework.adjudication import facts as f
from casework.adjudication import verbs
from casework.adjudication.forms import GapsForm
from casework.base.db import db
from casework.documents.fonts import fonts_in
from casework.documents.kinds import kinds
from casework.documents.models import PaperRecord
from casework.documents.paper import from_data
from casework.mediation.facts import TermFacts
from tests.adjudication.bench import BOTH, DAY, HEARING, LATER, REFUSAL, Bench
from tests.documents.conftest import FOLDER
from tests.documents.reading import untold

PAYS = TermFacts("pay", "P2", "P1", 3_000_000, due=LATER, manner="转账", account="6222 0000 1234 5678", text="赔偿款")
STOPS = TermFacts("act", "P2", "P1", text="停止制造、销售被控侵权产品并销毁模具")
SETTLEMENT = f.Settlement(
    (PAYS, STOPS), BOTH, DAY, DAY, "双方确认被控产品落入权利要求1的保护范围", enforcement_promise=True
)


def corrected(bench):
    bench.a.claims = None
    bench.do(verbs.ask_supplement, f.Gaps(("专利登记簿副本", "所依据的权利要求"), LATER))
    return bench.do(verbs.supplement, f.Supplement(claims="权利要求1、3"))


def refused(bench):
    return bench.do(verbs.refuse, REFUSAL)


def heard(bench):
    return bench.served().do(verbs.set_hearing, replace(HEARING, time="09:30"))


def stood_still(bench):
    return bench.served().do(verbs.suspend, f.Suspension(1))


def resumed(bench):
    return stood_still(bench).later().do(verbs.resume)


def settled(bench):
    return bench.served().do(verbs.mediate, f.Consent(True)).do(verbs.settle, SETTLEMENT)


def withdrawn(bench):
    return bench.filed().do(verbs.withdraw_case, f.Ending("other", DAY))


MADE = {
    Bench.decided: ["DOC-A1", "DOC-A2", "DOC-A3", "DOC-A6"],
    corrected: ["DOC-A1.correction"],
    refused: ["DOC-A2x"],
    heard: ["DOC-A4"],
    stood_still: ["DOC-A5"],
    resumed: ["DOC-A5"],
    settled: ["DOC-A7"],
    withdrawn: ["DOC-A8"],
}


@pytest.fixture
def bench(city):
    """A request received."""
    return Bench(city)


def papers_of(bench) -> dict[str, PaperRecord]:
    asked = select(PaperRecord).where(PaperRecord.case_id == bench.case.id).order_by(PaperRecord.id)
    return {record.kind: record for record in db.session.scalars(asked)}


@pytest.mark.parametrize(("act", "expected"), MADE.items(), ids=lambda told: getattr(told, "__name__", ""))
def test_papers_of_a_case_show_every_field_and_place(bench, tmp_path, act, expected):
    act(bench)
    made, fonts = papers_of(bench), fonts_in(FOLDER)

    assert sorted(set(expected) - set(made)) == []
    assert {
        kind: lacking for kind in expected if (lacking := untold(from_data(made[kind].data), fonts, tmp_path))
    } == {}


def test_every_kind_of_the_adjudication_is_made_here():
    told = {kind for each in MADE.values() for kind in each}

    assert {kind for kind in kinds() if re.match(r"DOC-A[1-8](\D|$)", kind)} - told == set()


def test_decision_carries_its_own_number_and_the_panel_signs(bench):
    bench.decided()

    decision = from_data(papers_of(bench)["DOC-A6"].data)
    assert decision.number == "黄知裁字〔2026〕1号"
    assert decision.fields["panel"] == "方志远、余思敏、柯建国"


def test_answer_notice_goes_to_the_respondent(bench):
    bench.served()

    notice = papers_of(bench)["DOC-A3"].data
    assert (notice["addressee"], notice["fields"]["due"]) == ("阳新县样例商行", "2026年3月17日")


def test_notice_of_resumption_tells_the_whole_standstill(bench):
    resumed(bench)

    fields = papers_of(bench)["DOC-A5"].data["fields"]
    assert (fields["from"], fields["until"]) == ("2026年3月2日", "2026年3月22日")


def test_request_form_waits_for_what_it_lacks_and_the_notice_begins_with_it(city):
    bench = Bench(city, {"claims": None})
    waiting = "DOC-A1" in papers_of(bench)
    form = GapsForm(None)
    form.prepare(bench.a)

    bench.do(verbs.ask_supplement, f.Gaps(("所依据的权利要求",), LATER))
    bench.do(verbs.supplement, f.Supplement(claims="权利要求1"))

    assert (waiting, form.missing.data) == (False, "所依据的权利要求")
    assert papers_of(bench)["DOC-A1"].data["fields"]["claims"] == "权利要求1"


def test_request_form_is_made_once(bench):
    corrected(bench)

    asked = select(PaperRecord.id).where(PaperRecord.case_id == bench.case.id, PaperRecord.kind == "DOC-A1")
    assert len(db.session.scalars(asked).all()) == 1
