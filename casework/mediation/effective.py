"""When an agreement takes effect and how long confirmation can be asked for (mediation.md 2.4).

M-34, M-35, C-11 and C-20 each count other signatures; which ones, per regime, is the table `REGIMES`.
"""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from casework.base.phrases import phrase
from casework.clock.due import Due, compute
from casework.clock.errors import ClockError
from casework.law import question

PARTIES, MEDIATOR, SEAL, REACHED = "parties", "mediator_at", "seal_at", "reached_at"
ALL_THREE = (PARTIES, MEDIATOR, SEAL)
PARTIES_ALONE = (PARTIES,)


@dataclass(frozen=True)
class Regime:
    """What must be there before the agreement takes effect, the rule, and the clock of confirmation.

    `also`: the elements of a second regime that can be argued; its date is kept beside the first.
    """

    elements: tuple[str, ...]
    rule: str
    clock: str = "J-02"
    also: tuple[str, ...] | None = None


REGIMES = {
    "people_written": Regime(ALL_THREE, "M-34"),
    "people_oral": Regime((REACHED,), "M-35"),
    "court_assigned": Regime(PARTIES_ALONE, "C-11"),
    "court_online": Regime(PARTIES_ALONE, "C-20"),
    "administrative": Regime(ALL_THREE, "J-08", clock="J-08"),
    "commercial": Regime(ALL_THREE, "E-08"),
    "people_in_court_assigned": Regime(ALL_THREE, "M-34", also=PARTIES_ALONE),
}


@dataclass(frozen=True)
class Effective:
    """Shanghai dates; all None while `missing` names an element that is lacking.

    `also` is the second date where two regimes can be argued and differ, `window_from` the earlier one,
    `confirmation_due` the last day to apply for confirmation, `provisional` as for every due date.
    """

    effective: date | None
    also: date | None
    window_from: date | None
    confirmation_due: date | None
    provisional: bool | None
    missing: tuple[str, ...]


def answer(asked: object) -> dict[str, Any]:
    """The answer to `{"id", "agreement"}`: the fields of Effective; or id and error."""
    return question.answered(asked, lambda given: _told(effective(question.part(given, "agreement"))))


def effective(agreement: Mapping[str, Any]) -> Effective:
    """Date of effect and confirmation window of an agreement (cli-contract section 6). Raises QuestionError.

    `at`, `mediator_at`, `seal_at`, `reached_at` are dates or instants, as text or value; null is "not yet".
    """
    regime = REGIMES[question.one_of(agreement, "regime", tuple(REGIMES))]
    found = _elements(agreement)
    missing = tuple(text for element in regime.elements for text in _missing(element, found[element]))
    if missing:
        return Effective(None, None, None, None, None, missing)
    takes_effect = _last(found, regime.elements)
    second = _last(found, regime.also) if regime.also else takes_effect
    start = min(takes_effect, second)
    due = _window(regime.clock, start)
    also = second if second != takes_effect else None
    return Effective(takes_effect, also, start, _plain(due), due.provisional, ())


def _told(found: Effective) -> dict[str, Any]:
    shown = {name: value.isoformat() if isinstance(value, date) else value for name, value in asdict(found).items()}
    return {**shown, "missing": list(found.missing)}


Dated = dict[str, date | None]


def _elements(agreement: Mapping[str, Any]) -> dict[str, Dated]:
    """Element -> who -> date, None where it is lacking. All are read, so that a bad date never hides."""
    single = {name: {"": question.day(agreement, name)} for name in (MEDIATOR, SEAL, REACHED)}
    return {PARTIES: _signed(agreement.get("signatures")), **single}


def _signed(signatures: object) -> Dated:
    """Party -> date of signing. A party named several times (signature, seal) has signed with the last."""
    if not isinstance(signatures, list | tuple | None):
        raise question.bad_option("signatures", signatures)
    found: Dated = {}
    for index, each in enumerate(signatures or ()):
        if not isinstance(each, Mapping):
            raise question.bad_option("signatures", each)
        party, at = str(each.get("party") or index + 1), question.day(each, "at")
        earlier = found.get(party, at)
        found[party] = max(earlier, at) if earlier and at else None
    return found


def _missing(element: str, dated: Dated) -> list[str]:
    lacking = [who for who, at in dated.items() if at is None]
    if element != PARTIES:
        return [phrase(f"effective.missing.{element}")] if lacking else []
    unnamed = [phrase("effective.missing.other_party")] if len(dated) < 2 else []
    return [phrase("effective.missing.party", party=who) for who in lacking] + unnamed


def _last(found: Mapping[str, Dated], elements: tuple[str, ...]) -> date:
    return max(at for element in elements for at in found[element].values() if at is not None)


def _window(clock: str, start: date) -> Due:
    try:
        return compute(clock, start)
    except ClockError as error:
        raise question.QuestionError(error.code, str(error)) from error


def _plain(due: Due) -> date:
    return date(due.due.year, due.due.month, due.due.day)
