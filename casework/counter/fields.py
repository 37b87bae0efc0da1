"""Fields that read what people write: dates, amounts, instants, text, with messages that name the cure."""

from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, date, datetime
from typing import Any, TypeVar

from wtforms import (
    BooleanField,
    DateTimeLocalField,
    Field,
    PasswordField,
    SelectField,
    SelectMultipleField,
    StringField,
    TextAreaField,
)
from wtforms.validators import StopValidation, ValidationError
from wtforms.widgets import CheckboxInput, ListWidget

from casework.base.money import plain
from casework.base.phrases import phrase
from casework.base.wallclock import SHANGHAI, local_time
from casework.identifiers.amounts import parse_amount
from casework.identifiers.dates import parse_date

YEARS = range(1900, 2200)
LARGEST_FEN = 10**15
D = TypeVar("D", bound=date)


def clean(value: str | None) -> str | None:
    """Text without control characters and outer spaces; line ends unified; empty becomes None."""
    if not isinstance(value, str):
        return None
    unified = value.replace("\r\n", "\n").replace("\r", "\n")
    kept = "".join(char for char in unified if char in "\n\t" or ord(char) >= 32)
    return kept.strip() or None


def _of_our_time(value: D) -> D:
    """The date or time itself; a slip of the year that no calendar can count with raises ValueError."""
    if value.year not in YEARS:
        raise ValueError(phrase("counter.date_range", first=YEARS.start, last=YEARS.stop - 1))
    return value


class Text(StringField):
    """One line of text; None when empty."""

    def __init__(self, longest: int = 200, **kwargs: Any) -> None:
        kwargs.setdefault("filters", [clean])
        kwargs["validators"] = [*kwargs.get("validators", ()), AtMost(longest)]
        super().__init__(**kwargs)


class Secret(PasswordField):
    """A password: as typed, nothing taken away; never sent back to the page."""

    def __init__(self, **more: Any) -> None:
        super().__init__(render_kw={"autocomplete": "current-password"}, **more)


class LongText(TextAreaField):
    """Several lines of text; None when empty."""

    def __init__(self, longest: int = 20000, **kwargs: Any) -> None:
        kwargs.setdefault("filters", [clean])
        kwargs["validators"] = [*kwargs.get("validators", ()), AtMost(longest)]
        super().__init__(**kwargs)


class Tick(BooleanField):
    """A tick box; `false`, `0` and nothing are no."""


class Day(StringField):
    """A local date as people write it: 2026-03-05, 2026年3月5日, ２０２６／３／５."""

    def process_formdata(self, valuelist: list[Any]) -> None:
        typed = clean(valuelist[0]) if valuelist else None
        self.data = None
        if typed is None:
            return
        read = parse_date(typed)
        if read.value is None:
            raise ValueError(phrase("counter.date_unread"))
        self.data = _of_our_time(read.value)

    def _value(self) -> str:
        if self.raw_data:
            return str(self.raw_data[0])
        return self.data.isoformat() if isinstance(self.data, date) else ""


class Moment(DateTimeLocalField):
    """An instant typed as local time (Asia/Shanghai); the data is aware and in UTC."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(format=["%Y-%m-%dT%H:%M", "%Y-%m-%d %H:%M", "%Y-%m-%dT%H:%M:%S"], **kwargs)

    def process_formdata(self, valuelist: list[Any]) -> None:
        if not valuelist or not clean(str(valuelist[0])):
            self.data = None
            return
        try:
            super().process_formdata(valuelist)
        except ValueError as error:
            raise ValueError(phrase("counter.moment_unread")) from error
        read: Any = self.data
        self.data = None
        if read is not None:
            self.data = _of_our_time(read).replace(tzinfo=SHANGHAI).astimezone(UTC)

    def _value(self) -> str:
        if self.raw_data:
            return str(self.raw_data[0])
        return local_time(self.data).strftime("%Y-%m-%dT%H:%M") if isinstance(self.data, datetime) else ""


class Money(StringField):
    """An amount in yuan as people write it (3.5万元, 叁万伍仟元整); the data is integer fen, never negative."""

    def process_formdata(self, valuelist: list[Any]) -> None:
        typed = clean(str(valuelist[0])) if valuelist and valuelist[0] is not None else None
        self.data = None
        if typed is None:
            return
        read = parse_amount(typed)
        if read.fen is None:
            raise ValueError(phrase("counter.amount_unread"))
        if not 0 <= read.fen <= LARGEST_FEN:
            raise ValueError(phrase("counter.amount_range"))
        self.data = read.fen

    def _value(self) -> str:
        if self.raw_data:
            return str(self.raw_data[0])
        return "" if self.data is None else plain(self.data)


class Choice(SelectField):
    """One of a list. Choices are codes; their words stand in the catalogue as `<words>.<code>`."""

    def __init__(
        self,
        codes: Sequence[str] | Callable[[], Sequence[str]] = (),
        words: str = "",
        empty: bool = False,
        **kwargs: Any,
    ) -> None:
        self.words = words
        super().__init__(choices=lambda: self._labelled(codes, empty), coerce=_code, **kwargs)

    def _labelled(self, codes: Any, empty: bool) -> list[tuple[str, str]]:
        listed = codes() if callable(codes) else codes
        told = [(code, phrase(f"{self.words}.{code}") if self.words else code) for code in listed]
        return [("", phrase("counter.please_choose")), *told] if empty else told

    def offer(self, pairs: Sequence[tuple[str, str]], *, empty: bool = False) -> None:
        """Set the choices from the record: (value, words)."""
        self.choices = [("", phrase("counter.please_choose")), *pairs] if empty else list(pairs)

    def pre_validate(self, form: Any) -> None:
        """Refuse a code that is not on the list, in the reader's words."""
        listed = [value for value, *_ in self.iter_choices()]
        if (self.data or "") not in listed and self.data is not None:
            raise ValidationError(phrase("counter.not_a_choice"))


class Several(SelectMultipleField):
    """Several of a list, as tick boxes; the data is a tuple of codes."""

    widget = ListWidget(prefix_label=False)
    option_widget = CheckboxInput()

    def __init__(self, codes: Iterable[str] = (), words: str = "", **kwargs: Any) -> None:
        self.codes, self.words = tuple(codes), words
        super().__init__(choices=lambda: [(code, phrase(f"{words}.{code}")) for code in self.codes], **kwargs)

    def offer(self, pairs: Iterable[tuple[str, str]]) -> None:
        """Set the list from the record: (value, words)."""
        self.choices = list(pairs)

    def pre_validate(self, form: Any) -> None:
        """Refuse what is not on the list, in the reader's words."""
        listed = {value for value, *_ in self.iter_choices()}
        if any(each not in listed for each in self.data or ()):
            raise ValidationError(phrase("counter.not_a_choice"))


def _code(value: Any) -> str | None:
    return None if value is None or value == "" else str(value)


class Required:
    """The field must be filled; the message says so in the reader's words."""

    field_flags = {"required": True}  # noqa: RUF012 - WTForms reads a plain class attribute

    def __call__(self, form: Any, field: Field) -> None:
        if field.errors:
            raise StopValidation
        if field.data is None or field.data in ("", [], ()) or field.data is False:
            field.errors = []
            raise StopValidation(phrase("counter.required"))


class AtMost:
    """Text of at most so many characters."""

    def __init__(self, longest: int) -> None:
        self.longest = longest

    def __call__(self, form: Any, field: Field) -> None:
        if isinstance(field.data, str) and len(field.data) > self.longest:
            raise ValidationError(phrase("counter.too_long", longest=self.longest, length=len(field.data)))


class NotFuture:
    """A date or instant that has happened already."""

    def __call__(self, form: Any, field: Field) -> None:
        today = datetime.now(SHANGHAI)
        told = field.data
        now: Any = today if isinstance(told, datetime) else today.date()
        if isinstance(told, date) and told > now:
            raise ValidationError(phrase("counter.in_future"))
