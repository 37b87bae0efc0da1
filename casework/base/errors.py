"""The errors that a person can cause. The web translates each to a status; nothing else is caught."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Refusal:
    """One reason why a step is not lawful now.

    `code` names the guard; `fact` says what is so, `cure` what mends it and `by` who can (all in the reader's
    language); `rule` is the rule's id and `article` its citation; `field` is the input it belongs to, if one.
    """

    code: str
    fact: str
    rule: str
    article: str
    cure: str
    by: str
    field: str | None = None


class CaseworkError(Exception):
    """Root of the errors below."""


class StepRefused(CaseworkError):
    """The door says no: all reasons at once. The web answers 409."""

    def __init__(self, step: str, refusals: list[Refusal]) -> None:
        super().__init__(f"{step}: " + "; ".join(f"[{r.rule}] {r.fact}" for r in refusals))
        self.step = step
        self.refusals = refusals


class Changed(CaseworkError):
    """Somebody else was faster: the record changed since it was opened. The web answers 409."""

    def __init__(self, what: str, by: str, step: str, at: str) -> None:
        super().__init__(f"{what}: {step} by {by} at {at}")
        self.what, self.by, self.step, self.at = what, by, step, at


class Invalid(CaseworkError):
    """What was handed in has no usable shape: field name -> messages. The web answers 422."""

    def __init__(self, errors: dict[str, list[str]]) -> None:
        super().__init__("; ".join(f"{field}: {', '.join(said)}" for field, said in errors.items()))
        self.errors = errors


class NotFound(CaseworkError):
    """No such thing, or not for this reader: the two are not told apart. The web answers 404."""
