"""The words of a procedure: step, guard, paper. A procedure is a table of these rows."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, Literal, Protocol

from casework.base.errors import Refusal
from casework.base.phrases import phrase, written
from casework.base.wallclock import local_date
from casework.documents.paper import Paper
from casework.identity.actor import Actor
from casework.law import cite
from casework.records.models import Case

Side = Literal["office", "counterpart", "either"]


@dataclass(frozen=True)
class Ask:
    """The question put to guards and paper builders: whether this actor may take this step now, with these facts.

    `facts` is None when only the standing guards are asked (to draw a button).
    """

    proceeding: Any
    step: "Step"
    actor: Actor
    now: datetime
    facts: Any = None

    @property
    def case(self) -> Case:
        """The case of the proceeding."""
        found: Case = self.proceeding.case
        return found

    @property
    def law_on(self) -> date:
        """The day whose law is cited: the proceeding's own; before it has begun, today."""
        kept: date | None = self.proceeding.rule_set_on
        return kept or self.today

    @property
    def today(self) -> date:
        """The local date (Asia/Shanghai) of the act."""
        return local_date(self.now)


@dataclass(frozen=True)
class No:
    """A guard's no. `values` fill its sentence, `variant` picks one of several, `field` is the input concerned."""

    values: dict[str, Any] = field(default_factory=dict)
    variant: str = ""
    field: str | None = None


def no(variant: str = "", /, *, at: str | None = None, **values: object) -> No:
    """Say no: `no("late", at="filed_on", due=due)`. The sentence stands in the phrase catalogue."""
    return No(values, variant, at)


Test = Callable[[Ask], No | Iterable[No] | None]


@dataclass(frozen=True)
class Guard:
    """A statement that must be true for a step: its name reads true, its rule says why.

    The catalogue holds `guard.<name>[.<variant>].fact` (what is so), `.cure` (what mends it) and `.by` (who can).
    A guard with `needs_facts` is asked only when facts are proposed.
    """

    name: str
    rule: str
    test: Test
    needs_facts: bool = False

    def refusals(self, ask: Ask) -> list[Refusal]:
        """The reasons of this guard against the step, none when it agrees."""
        if self.needs_facts and ask.facts is None:
            return []
        said = self.test(ask)
        told = [] if said is None else [said] if isinstance(said, No) else list(said)
        return [self._refusal(each, ask) for each in told]

    def _refusal(self, said: No, ask: Ask) -> Refusal:
        key = ".".join(part for part in ("guard", self.name, said.variant) if part)
        return Refusal(
            code=self.name if not said.variant else f"{self.name}.{said.variant}",
            fact=phrase(f"{key}.fact", **said.values),
            rule=self.rule,
            article=written(cite(self.rule, ask.law_on).article_zh),
            cure=phrase(f"{key}.cure", **said.values),
            by=phrase(f"{key}.by"),
            field=said.field,
        )


def guard(rule: str, *, needs_facts: bool = False) -> Callable[[Test], Guard]:
    """Make a guard of a question: the function's name is the guard's, its docstring the explanation."""

    def made(test: Test) -> Guard:
        return Guard(test.__name__, rule, test, needs_facts)

    return made


class PaperOf(Protocol):
    """Makes one paper of a step from the record and the facts. It reads only; `kind` is the paper's id."""

    kind: str

    def __call__(self, ask: Ask) -> Paper | Iterable[Paper] | None:
        """The paper, several of them (one per party), or None when this case needs none."""
        ...


def paper(kind: str) -> Callable[[Callable[[Ask], Any]], PaperOf]:
    """Mark a function as the maker of the paper `kind` (D-03, DOC-P1 ...)."""

    def marked(make: Callable[[Ask], Any]) -> PaperOf:
        make.kind = kind  # type: ignore[attr-defined]
        return make  # type: ignore[return-value]

    return marked


@dataclass(frozen=True)
class Step:
    """One lawful move (步骤): a row of the procedure's table.

    `who` lists posts as `role@office_kind`; `side` says whether the handling office, the counterpart or either
    may take it. `starts` and `stops` name clock rules (a stop of "C-09" stops "C-09.assigned" too);
    `may_start` are those that the verb chooses among by the facts. `dest` "=" keeps the state. `figure` names
    the statistic that the step counts for. `basis` are rule ids, the first one decisive.
    """

    name: str
    source: tuple[str, ...]
    dest: str
    who: tuple[str, ...]
    basis: tuple[str, ...]
    guards: tuple[Guard, ...] = ()
    papers: tuple[PaperOf, ...] = ()
    starts: tuple[str, ...] = ()
    may_start: tuple[str, ...] = ()
    stops: tuple[str, ...] = ()
    pauses: tuple[str, ...] = ()
    resumes: tuple[str, ...] = ()
    extends: tuple[str, ...] = ()
    figure: str | None = None
    side: Side = "office"
    offered: bool = True
