"""Forms of acts: shape only. A form has no word of its own; labels and hints stand in the phrase catalogue."""

from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any, ClassVar

from wtforms import Field, FieldList, Form, FormField

from casework.base.phrases import has_phrase, phrase
from casework.identity.actor import Actor


class ActForm(Form):
    """The shape of an act's facts.

    `key` prefixes the phrases `field.<key>.<name>` (label) and `hint.<key>.<name>`; `facts_type` is the value
    that the verb gets. A field named like a facts field fills it; override `facts` for more. `places` are pairs:
    a fact that reasons point to, and the field of this form that is meant. `first` names fields that stand before
    those of the classes it derives from.
    """

    key: ClassVar[str] = "act"
    places: ClassVar[tuple[tuple[str, str], ...]] = ()
    facts_type: ClassVar[type[Any] | None] = None
    first: ClassVar[tuple[str, ...]] = ()

    class Meta:
        """No language of WTForms' own: messages come from our validators."""

        locales = ("zh",)

    def __iter__(self) -> Iterator[Field]:
        """The fields as the page shows them."""
        named = [self._fields[name] for name in self.first]
        return iter([*named, *(field for name, field in self._fields.items() if name not in self.first)])

    def prepare(self, subject: Any) -> None:
        """Fill choices and defaults from the proceeding or case; called before the form reads its input."""

    def proven(self, _actor: Actor, _now: datetime) -> bool:
        """Whether the sender proved who they are, where the act asks for that again; else the field says so."""
        return True

    def facts(self) -> Any:
        """The typed facts of a valid form, or None where the act needs none."""
        if self.facts_type is None:
            return None
        return self.facts_type(**{name: self._value(field) for name, field in self._fields.items()})

    def place_of(self, name: str | None) -> str | None:
        """The field of this form that a reason's field means (`terms-0-due` too), None where it has none."""
        found = dict(self.places).get(name or "", name)
        return found if found and found.partition("-")[0] in self._fields else None

    def label_of(self, field: Field) -> str:
        """The reader's word for a field: of this form, else of all forms."""
        return self._text("field", field) or field.short_name

    def hint_of(self, field: Field) -> str:
        """A line of help under a field, empty where there is none."""
        return self._text("hint", field)

    def _text(self, sort: str, field: Field) -> str:
        for key in (f"{sort}.{self.key}.{field.short_name}", f"{sort}.{field.short_name}"):
            if has_phrase(key):
                return phrase(key)
        return ""

    @staticmethod
    def _value(field: Field) -> Any:
        if isinstance(field, FieldList):
            return tuple(ActForm._value(entry) for entry in field.entries)
        if isinstance(field, FormField):
            kind = getattr(field.form, "facts_type", None)
            inner = {name: ActForm._value(each) for name, each in field.form._fields.items()}
            return kind(**inner) if kind else inner
        return field.data


def asks_for_a_row(form: Form, name: str | None) -> bool:
    """Whether a press named one of the form's lists to get a row more; it has it then, as far as the list may grow."""
    field = form._fields.get(name or "")
    if not isinstance(field, FieldList):
        return False
    if field.max_entries is None or len(field.entries) < field.max_entries:
        field.append_entry()
    return True


def error_lines(errors: Mapping[str, Any] | list[Any], prefix: str = "") -> dict[str, list[str]]:
    """A form's errors as flat lines: `terms-0-due` -> messages."""
    found: dict[str, list[str]] = {}
    for name, said in errors.items() if isinstance(errors, Mapping) else enumerate(errors):
        where = f"{prefix}-{name}" if prefix else str(name)
        if isinstance(said, Mapping):
            found.update(error_lines(said, where))
        elif said and isinstance(said, list | tuple) and isinstance(said[0], Mapping | list):
            found.update(error_lines(list(said), where))
        elif said:
            found[where] = [str(each) for each in said]
    return found
