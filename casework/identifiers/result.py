"""What a check says: a hint for the clerk, never a wall."""

from dataclasses import dataclass

from casework.base.errors import CaseworkError
from casework.base.phrases import phrase


@dataclass(frozen=True)
class Problem:
    """One doubt about a number. `code` is one of cli-contract section 3, `message` is for the reader.

    `position`: the doubtful character, counted from 1 in the number without prefix and dots.
    `suggestion`: the canonical number that was probably meant. Both only where the arithmetic leaves one possibility.
    """

    code: str
    message: str
    position: int | None = None
    suggestion: str | None = None


@dataclass(frozen=True)
class Check:
    """`valid`: form, check digit, year, kind digit and dates are right.

    `canonical` is what is stored and compared: None where the value is no such number, a list where it holds
    several.
    """

    valid: bool
    canonical: str | list[str] | None
    problems: tuple[Problem, ...]


class IdentifierError(CaseworkError):
    """A question that cannot be answered; `code` is unknown_kind, missing_field or bad_option."""

    def __init__(self, code: str, **values: object) -> None:
        super().__init__(phrase(f"identifiers.error.{code}", None, **values))
        self.code = code


def problem(
    code: str,
    key: str | None = None,
    *,
    position: int | None = None,
    suggestion: str | None = None,
    **values: object,
) -> Problem:
    """The problem `code`, worded by the phrase `identifiers.<key>` (default: the code)."""
    return Problem(code, phrase(f"identifiers.{key or code}", None, **values), position, suggestion)


def refused(
    code: str,
    key: str | None = None,
    *,
    position: int | None = None,
    suggestion: str | None = None,
    **values: object,
) -> Check:
    """The value is no such number, for one reason."""
    told = problem(code, key, position=position, suggestion=suggestion, **values)
    return Check(valid=False, canonical=None, problems=(told,))


def judged(canonical: str, problems: list[Problem]) -> Check:
    """A number of the right shape; valid when nothing is doubtful."""
    return Check(not problems, canonical, tuple(problems))
