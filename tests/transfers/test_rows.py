"""Every row of the kinds of transfer (transfer.md 2.4) is a step: from, to, who, clock and paper as the row has them."""

from dataclasses import dataclass

import pytest

from casework.procedure.procedure import PROCEDURES
from casework.transfers.kinds import KINDS
from casework.web.rooms import procedures


@dataclass(frozen=True)
class Row:
    """One row of the rulebook: kind and number, step, who may take it, clock that it starts or ends, paper it makes."""

    kind: str
    number: str
    step: str
    who: str
    starts: str | None = None
    ends: str | None = None
    paper: str | None = None


ROWS = [
    Row("K1", "1", "draft", "officer"),
    Row("K1", "1", "submit", "officer", starts="ADM-6.approve"),
    Row("K1", "2", "approve", "head", starts="ADM-6.send", ends="ADM-6.approve"),
    Row("K1", "2x", "refuse", "head", ends="ADM-6.approve"),
    Row("K1", "3", "send", "officer", starts="ADM-6.sign", ends="ADM-6.send", paper="DOC-T1"),
    Row("K1", "4", "receive", "officer", ends="ADM-6.sign", paper="R-03"),
    Row("K1", "5", "accept", "officer"),
    Row("K1", "6", "return", "officer", starts="ADM-2", paper="DOC-T1.return"),
    Row("K1", "7", "tell_result", "officer"),
    Row("K1", "7", "close", "officer"),
    Row("K2", "1-3", "send", "officer", paper="DOC-T1"),
    Row("K2", "5", "return", "officer", starts="ADM-2"),
    Row("K3", "1", "ask_designation", "head", starts="ADM-4", paper="DOC-T2"),
    Row("K3", "2", "designate", "head", ends="ADM-4", paper="DOC-T2.designation"),
    Row("K4", "1", "suspect", "officer"),
    Row("K4", "2", "name_team", "head"),
    Row("K4", "3", "report", "officer", starts="POL-3"),
    Row("K4", "4", "approve", "chief", starts="POL-4", ends="POL-3", paper="DOC-P5"),
    Row("K4", "4x", "refuse_approval", "chief", ends="POL-3", paper="DOC-P5"),
    Row("K4", "5", "send", "officer", ends="POL-4", paper="DOC-P1"),
    Row("K4", "6", "receive", "officer", starts="POL-5", paper="R-03"),
    Row("K4", "7", "forward", "officer", ends="POL-5"),
    Row("K4", "8", "ask_supplement", "officer", starts="POL-6.supplement", ends="POL-6.notice"),
    Row("K4", "9", "supplement", "officer", ends="POL-6.supplement"),
    Row("K4", "10", "file", "officer", starts="POL-11", ends="POL-7"),
    Row("K4", "10x", "decline", "officer", starts="POL-8", ends="POL-7"),
    Row("K4", "11", "hand_over_goods", "officer", ends="POL-11", paper="DOC-P7"),
    Row("K4", "12", "ask_reconsideration", "head", starts="POL-9.decide", ends="POL-8", paper="DOC-P6"),
    Row("K4", "13", "suggest_supervision", "head", ends="POL-8", paper="DOC-P6"),
    Row("K4", "14", "file_after_all", "officer", ends="POL-9.decide"),
    Row("K4", "14x", "refuse_again", "officer", starts="POL-9.suggest", ends="POL-9.decide"),
    Row("K4", "15", "suggest_supervision", "head", ends="POL-9.suggest"),
    Row("K4", "16", "ask_reasons", "officer", starts="POL-10.explain"),
    Row("K4", "16", "explain", "officer", ends="POL-10.explain"),
    Row("K4", "16", "tell_to_file", "officer", starts="POL-10.file"),
    Row("K4", "16", "file_as_told", "officer", ends="POL-10.file"),
    Row("K4", "17", "resume_penalty", "officer"),
    Row("K4", "18", "tell_outcome", "officer"),
    Row("K5", "1", "receive", "officer", starts="REV-9.register", paper="R-03"),
    Row("K5", "2-3", "open_lead", "officer", ends="REV-9.register"),
    Row("K5", "4", "reply", "officer", paper="DOC-T5"),
    Row("K6", "1", "receive", "officer", starts="REV-7", paper="R-03"),
    Row("K6", "2", "hold", "head"),
    Row("K6", "2", "release", "head"),
    Row("K6", "4", "reply", "head", ends="REV-7", paper="DOC-T5"),
    Row("K7", "1-3", "go_on", "registrar", paper="DOC-T6"),
    Row("K7", "4", "take_on", "clerk"),
    Row("K9", "1", "go_on", "mediator", starts="LNK-13", paper="DOC-T6"),
    Row("K9", "2", "take_on", "officer", ends="LNK-13"),
    Row("K9", "2x", "turn_down", "officer", ends="LNK-13"),
    Row("K9", "3", "conclude", "officer"),
    Row("K10", "1", "go_on", "mediator", paper="D-30"),
    Row("K10", "1", "take_on", "officer", starts="E-03"),
    Row("K10", "2", "conclude", "officer", ends="E-03"),
    Row("K10", "3", "certify", "officer"),
    Row("K10", "3x", "refuse_certificate", "officer"),
    Row("K11", "1", "give_notice", "clerk", paper="DOC-T4"),
    Row("K11", "1", "acknowledge", "officer"),
    Row("K12", "1", "refer_abroad", "officer", paper="DOC-T4"),
]
NO_ROW = {
    "transfer_admin": {"drop"},
    "designation": {"withdraw_request"},
    "transfer_police": {"review_longer", "tell_progress", "end_supervision"},
    "transfer_in": {"announce"},
    "notice": {"tell_news", "close_notice"},
    "route": {"halt", "go_on_counting", "end"},
}


def step_of(row: Row):
    """The step that the row names, in the procedure of its kind."""
    procedures()
    return PROCEDURES[KINDS[row.kind].procedure].steps[row.step]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row.kind}-{row.number}-{row.step}")
def test_row_is_a_step_with_its_people_clocks_and_papers(row):
    step = step_of(row)

    assert row.who in {post.partition("@")[0] for post in step.who}
    assert row.starts is None or row.starts in (*step.starts, *step.may_start)
    assert row.ends is None or row.ends in step.stops
    assert row.paper is None or row.paper in {paper.kind for paper in step.papers}


@pytest.mark.parametrize("name", sorted(NO_ROW))
def test_step_without_a_row_is_one_of_the_named_few(name):
    procedures()
    told = {row.step for row in ROWS if KINDS[row.kind].procedure == name}

    assert set(PROCEDURES[name].steps) - told == NO_ROW[name]
    assert NO_ROW[name] & told == set()


def test_only_the_chief_approves_a_transfer_to_the_police():
    approve = PROCEDURES["transfer_police"].steps["approve"]

    assert {post.partition("@")[0] for post in approve.who} == {"chief"}


def test_confirmation_is_the_procedure_of_k8_and_k13_stays_off_the_platform():
    assert (KINDS["K8"].procedure, KINDS["K8"].clocks) == ("confirmation", ("J-02",))
    assert (KINDS["K13"].procedure, KINDS["K13"].approver, KINDS["K13"].rule) == ("outside", "chief", "POL-14")
