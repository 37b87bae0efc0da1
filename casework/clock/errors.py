"""What can be wrong with a question about a clock. `code` is the one of the machine interface."""

from typing import ClassVar

from casework.base.errors import CaseworkError
from casework.base.phrases import phrase


class ClockError(CaseworkError):
    """Root of this room's errors. The text is a phrase of this room, in the reader's language."""

    code: ClassVar[str]

    def __init__(self, key: str, **values: object) -> None:
        super().__init__(phrase(f"clock.error.{key}", None, **values))
        self.key = key


class UnknownRule(ClockError):
    """The table has no clock of this id, nor is it an alias of exactly one."""

    code = "unknown_rule"


class NoRuleInForce(ClockError):
    """The clock exists, but no version of it holds the rule-set date. Never guessed."""

    code = "no_rule_in_force"


class BadDate(ClockError):
    """A date that is none, of the wrong kind for the clock, or beyond the years that can be counted."""

    code = "bad_date"


class BadOption(ClockError):
    """An option that this clock does not accept, or that has no usable shape."""

    code = "bad_option"


class MissingField(ClockError):
    """A question without a field it needs."""

    code = "missing_field"
