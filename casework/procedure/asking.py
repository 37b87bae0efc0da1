"""All reasons against a step at once. Screen, API, import, replay and jobs ask the same question here."""

import logging
from collections.abc import Iterable
from datetime import datetime
from typing import Any

from casework.base.errors import Refusal
from casework.base.phrases import phrase, written
from casework.identity.actor import Actor
from casework.identity.roles import ENFORCEMENT, OfficeKind
from casework.law import cite
from casework.procedure.models import Proceeding
from casework.procedure.procedure import procedure_of, state_label, step_label
from casework.procedure.step import Ask, Step

log = logging.getLogger("casework.door")
STATION_RULE = "STN-6"


def refusals(proceeding: Proceeding, step: Step, *, actor: Actor, now: datetime, facts: Any = None) -> list[Refusal]:
    """Every reason why the actor may not take the step now; empty when it is lawful.

    Without `facts` only the standing reasons are asked: state, post, side and guards about the record.
    """
    ask = Ask(proceeding, step, actor, now, facts)
    standing = _state(ask)
    found = [*standing, *_post(ask), *_side(ask)]
    if not standing:
        for each in step.guards:
            found.extend(each.refusals(ask))
    if log.isEnabledFor(logging.DEBUG):
        _tell(ask, found)
    return found


def _tell(ask: Ask, found: list[Refusal]) -> None:
    """To the log: what was refused with which codes, what is lawful with all facts told."""
    told = [ask.proceeding.procedure, ask.step.name, [each.code for each in found]]
    if found:
        log.debug("refused", extra={"casework": told})
    elif ask.facts is not None or not any(each.needs_facts for each in ask.step.guards):
        log.debug("lawful", extra={"casework": told})


def _state(ask: Ask) -> list[Refusal]:
    here, step = ask.proceeding.state, ask.step
    if here in step.source:
        return []
    name = ask.proceeding.procedure
    wanted = "、".join(f"「{state_label(name, state)}」" for state in step.source)
    first = [s for s in procedure_of(ask.proceeding).lawful(here) if s.dest in step.source]
    cure = "、".join(step_label(name, each.name) for each in first)
    return [
        _refusal(
            ask,
            "state",
            fact=phrase("door.state.fact", here=state_label(name, here), wanted=wanted),
            cure=phrase("door.state.cure", steps=cure) if cure else phrase("door.state.none"),
            by=phrase("door.state.by"),
        )
    ]


def _post(ask: Ask) -> list[Refusal]:
    if ask.actor.post in ask.step.who:
        return []
    allowed = posts_label(ask.step.who)
    if _is_no_stations_power(ask):
        cure = phrase("door.station.cure", allowed=allowed)
        return [_refusal(ask, "post", fact=phrase("door.station.fact"), cure=cure, by=allowed, rule=STATION_RULE)]
    return [
        _refusal(
            ask,
            "post",
            fact=phrase("door.post.fact", mine=post_label(ask.actor.post), allowed=allowed),
            cure=phrase("door.post.cure", allowed=allowed),
            by=allowed,
        )
    ]


def _side(ask: Ask) -> list[Refusal]:
    p, mine = ask.proceeding, ask.actor.office_id
    held = {"office": {p.office_id}, "counterpart": {p.counterpart_id}, "either": {p.office_id, p.counterpart_id}}
    if mine in held[ask.step.side]:
        return []
    return [
        _refusal(
            ask,
            f"side.{ask.step.side}",
            fact=phrase(f"door.side.{ask.step.side}.fact", mine=ask.actor.office_name),
            cure=phrase("door.side.cure"),
            by=phrase(f"door.side.{ask.step.side}.by"),
        )
    ]


def post_label(post: str) -> str:
    """The reader's words for `role@office_kind`, such as 登记员(调委会)."""
    role, _, kind = post.partition("@")
    return phrase("door.post", role=phrase(f"role.{role}"), kind=phrase(f"office_kind.{kind}"))


def posts_label(posts: Iterable[str]) -> str:
    """Several posts in words, the offices of one role together: 承办人(市知识产权局、区县市场监管局)."""
    offices: dict[str, list[str]] = {}
    for post in posts:
        role, _, kind = post.partition("@")
        offices.setdefault(role, []).append(phrase(f"office_kind.{kind}"))
    told = (
        phrase("door.post", role=phrase(f"role.{role}"), kind="、".join(dict.fromkeys(kinds)))
        for role, kinds in offices.items()
    )
    return "、".join(told)


def _is_no_stations_power(ask: Ask) -> bool:
    """Whether a station reaches for what only an authority may do: accept, decide, seize, penalise, transfer (STN-6)."""
    kinds = {post.partition("@")[2] for post in ask.step.who}
    return ask.actor.office_kind == OfficeKind.STATION and bool(kinds) and kinds <= set(ENFORCEMENT)


def _refusal(ask: Ask, code: str, *, fact: str, cure: str, by: str, rule: str = "") -> Refusal:
    rule = rule or ask.step.basis[0]
    article = written(cite(rule, ask.law_on).article_zh)
    return Refusal(code=code, fact=fact, rule=rule, article=article, cure=cure, by=by)
