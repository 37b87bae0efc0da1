"""Every procedure as a whole: its chart, who may do what in which state, and whether every state has a way in and out.

CASEWORK_WRITE_SNAPSHOTS=1 writes charts and matrices anew; the difference is then read in review.
"""

import os
import xml.etree.ElementTree as ET
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy.orm.attributes import set_committed_value

from casework.base.phrases import has_phrase, phrase
from casework.documents.kinds import kinds
from casework.identity.actor import Actor
from casework.identity.roles import OfficeKind, Role
from casework.law import cite
from casework.procedure.asking import refusals
from casework.procedure.chart import chart_svg, chart_text
from casework.procedure.models import START, Proceeding
from casework.procedure.procedure import Procedure
from casework.procedure.step import Step
from casework.statistics.printed import MONTHLY
from casework.web.rooms import ACTS, procedures
from tests.support.city import NOON

ROOT = Path(__file__).parents[2]
CHARTS = ROOT / "docs" / "procedures"
MATRICES = Path(__file__).parent / "matrix"
TODAY = date(2026, 11, 23)
WRITE = os.environ.get("CASEWORK_WRITE_SNAPSHOTS") == "1"
ALL = procedures()
POSTS = [f"{role}@{kind}" for kind in OfficeKind for role in Role]
each_procedure = pytest.mark.parametrize("procedure", ALL.values(), ids=ALL.keys())


def matrix(procedure: Procedure) -> str:
    """State x step x post as the product answers: every post that is refused nothing, and at whose office it sits.

    Where the state itself forbids the step, one post that otherwise may is asked instead of all.
    """
    bare = {name: replace(step, guards=()) for name, step in procedure.steps.items()}
    posts = [post for post in POSTS if any(post in step.who for step in bare.values())]
    lines = []
    for state in procedure.states:
        proceeding = Proceeding(procedure=procedure.name, office_id=1, counterpart_id=2, rule_set_on=TODAY)
        set_committed_value(proceeding, "state", state)
        for name, step in bare.items():
            asked = posts if state in step.source else step.who[:1]
            able = {post: seats for post in asked if (seats := _seats(proceeding, step, post))}
            if able:
                lines.append(f"{state:<22} {name:<24} [{_side(set(able.values()))}] {' '.join(able)}")
    return "\n".join(lines) + "\n"


def _seats(proceeding: Proceeding, step: Step, post: str) -> str:
    """At which offices somebody of the post may take the step: the handling one, the counterpart, another."""
    role, _, kind = post.partition("@")
    at = {"office": 1, "counterpart": 2, "another": 3}
    sat = {
        where: Actor(None, "吕堃", Role(role), number, "样例机构", "x", OfficeKind(kind))
        for where, number in at.items()
    }
    return "+".join(each for each, actor in sat.items() if not refusals(proceeding, step, actor=actor, now=NOON))


def _side(seats: set[str]) -> str:
    """The side that a row of the table tells, from the answers."""
    return {"office+counterpart": "either"}.get("|".join(sorted(seats)), "|".join(sorted(seats)))


def reachable(procedure: Procedure) -> set[str]:
    """The states that some row of steps leads to from the start."""
    found, waiting = {START}, [START]
    while waiting:
        for step in procedure.lawful(waiting.pop()):
            if step.dest not in found | {"="}:
                found.add(step.dest)
                waiting.append(step.dest)
    return found


def ends_from(procedure: Procedure, state: str) -> bool:
    """Whether a row of steps leads from the state to a final one."""
    seen, waiting = {state}, [state]
    while waiting:
        here = waiting.pop()
        if here in procedure.final:
            return True
        for step in procedure.lawful(here):
            if step.dest not in seen | {"="}:
                seen.add(step.dest)
                waiting.append(step.dest)
    return False


def snapshot(file: Path, now: str) -> str:
    """What the file holds; written anew first when the switch says so."""
    if WRITE:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(now, "utf-8")
    return file.read_text("utf-8")


@each_procedure
def test_chart_is_the_one_on_file(procedure):
    assert chart_text(procedure) == snapshot(CHARTS / f"{procedure.name}.txt", chart_text(procedure))


@each_procedure
def test_matrix_of_posts_is_the_one_on_file(procedure):
    assert matrix(procedure) == snapshot(MATRICES / f"{procedure.name}.txt", matrix(procedure))


@each_procedure
def test_every_state_is_reached_from_the_start(procedure):
    assert reachable(procedure) == set(procedure.states)


@each_procedure
def test_every_state_that_is_not_final_leads_to_an_end(procedure):
    stuck = [state for state in procedure.states if not ends_from(procedure, state)]

    assert stuck == []


@each_procedure
def test_every_post_of_a_step_exists(procedure):
    unknown = {post for step in procedure.steps.values() for post in step.who} - set(POSTS)

    assert unknown == set()


@each_procedure
def test_every_rule_of_a_step_can_be_cited(procedure):
    cited = [cite(rule, TODAY).article_zh for step in procedure.steps.values() for rule in step.basis]

    assert all(cited)


@each_procedure
def test_every_word_of_a_procedure_stands_in_the_catalogue(procedure):
    name = procedure.name
    wanted = [f"procedure.{name}", *(f"state.{name}.{state}" for state in procedure.states)]
    wanted += [f"step.{name}.{step}" for step in procedure.steps]

    assert [key for key in wanted if not has_phrase(key)] == []


@each_procedure
def test_drawing_shows_every_state_by_its_word(procedure):
    drawn = ET.fromstring(chart_svg(procedure, here=procedure.states[1], standalone=True))

    words = {text.text for text in drawn.iter("{http://www.w3.org/2000/svg}text")}
    assert {phrase(f"state.{procedure.name}.{state}") for state in procedure.states} <= words


def test_drawing_on_a_page_carries_no_style_of_its_own():
    drawn = chart_svg(ALL["complaint"], here="submitted")

    assert "<style" not in drawn
    assert " style=" not in drawn


@each_procedure
def test_every_offered_step_has_an_address(procedure):
    addressed = {act.step.name for act in ACTS if act.procedure == procedure.name}
    filed_on_screen = {"register", "apply_to_committee"} if procedure.name == "complaint" else set()
    offered = {name for name, step in procedure.steps.items() if step.offered and not _by_job(step)}

    assert offered - addressed - filed_on_screen == set()


def _by_job(step) -> bool:
    return all(post.startswith("system@") for post in step.who)


def test_every_kind_of_paper_is_made_by_a_step_but_the_monthly_report():
    made = {maker.kind for procedure in ALL.values() for step in procedure.steps.values() for maker in step.papers}

    assert set(kinds()) - made == {MONTHLY}
