"""What every template may ask: the way around, the reader's language, how a form field is drawn."""

from typing import Any

from flask import current_app, request, url_for
from wtforms import Field, FieldList, FormField

from casework.base import wallclock
from casework.base.phrases import has_phrase, phrase, reader, written
from casework.clock.errors import UnknownRule
from casework.clock.titles import clock_name
from casework.complaints.steps import REGISTER
from casework.counter.session import current_actor
from casework.desk.case_page import may_read
from casework.desk.fields import rule_of
from casework.desk.forecast import forecasts
from casework.documents.kinds import kinds
from casework.procedure.asking import posts_label
from casework.procedure.models import Proceeding
from casework.procedure.procedure import state_label
from casework.procedure.step import Step

WAYS = (
    ("nav.day", ("desk.day_list", "day.hand_over")),
    ("nav.new", ("complaints.new_case",)),
    ("nav.cases", ("desk.cases", "desk.case_page", "desk.clock")),
    ("nav.submissions", ("portal_staff.waiting",)),
    ("nav.calendar", ("sittings.calendar",)),
    ("nav.notices", ("notices.mine", "notices.letter")),
    ("nav.month", ("statistics.this_month", "statistics.month_page", "statistics.figure_page")),
    (
        "nav.administration",
        (
            "administration.home",
            "administration.calendar",
            "administration.rules",
            "administration.rule",
            "notices.table",
        ),
    ),
    ("nav.ledgers", ("ledgers.new", "ledgers.rehearsal", "tasks.index", "tasks.task")),
    ("nav.rules", ("desk.rules", "desk.rule")),
    ("nav.procedures", ("desk.procedures", "desk.procedure")),
    ("nav.tour", ("guide.tour",)),
)
KEEP_LEDGERS = ("clerk@station", "registrar@committee", "admin@ip_office", "statistician@ip_office")
ONLY = {"nav.new": REGISTER.who, "nav.administration": ("admin@ip_office",), "nav.ledgers": KEEP_LEDGERS}
SPARE_ROWS = 2
KINDS = {
    "LongText": "long",
    "TextAreaField": "long",
    "Tick": "tick",
    "BooleanField": "tick",
    "Files": "files",
    "MultipleFileField": "files",
    "FileField": "files",
    "Money": "money",
    "Day": "day",
    "Choice": "choice",
    "SelectField": "choice",
}


def helpers() -> dict[str, Any]:
    """The functions that templates of all rooms may call."""
    return {
        "navigation": navigation,
        "reader_language": reader,
        "field_kind": field_kind,
        "usual_hint": usual_hint,
        "spare_rows": spare_rows,
        "label_at": label_at,
        "consequences_of": consequences_of,
        "state_of": state_of,
        "forecasts_of": lambda proceeding, step: forecasts(proceeding, step, wallclock.now()),
        "rule_of_field": rule_of,
        "posts_of": posts_of,
        "may_read": lambda case: may_read(case, current_actor()),
    }


def navigation() -> list[tuple[str, str, bool]]:
    """(phrase, address, whether the reader is there) of the ways that the application has."""
    found = []
    for key, endpoints in WAYS:
        known = [each for each in endpoints if each in current_app.view_functions]
        if known and current_actor().post in ONLY.get(key, (current_actor().post,)):
            found.append((key, url_for(known[0]), request.endpoint in endpoints))
    return found


def field_kind(field: Field) -> str:
    """How a field is drawn: long, tick, files, money, day, choice, many, or text."""
    for each in type(field).__mro__:
        if each.__name__ in ("SelectMultipleField", "RadioField"):
            return "many"
        if each.__name__ in KINDS:
            return KINDS[each.__name__]
    return "text"


def usual_hint(field: Field) -> str:
    """The hint that a kind of field has where its form gives none."""
    key = {"day": "ui.day_hint", "money": "ui.money_hint", "files": "ui.files_hint"}.get(field_kind(field))
    return phrase(key) if key else ""


def spare_rows(field: FieldList) -> list[Any]:
    """The entries of a list field and a few empty ones to fill, so that rows can be added without scripts.

    Choices that the form offered to the first entry are offered to the spare ones too.
    """
    filled = len(field.entries)
    offered = field.entries[0] if filled else None
    room = (field.max_entries or filled + SPARE_ROWS) - filled
    spare = 0 if field.min_entries and filled <= field.min_entries else SPARE_ROWS
    for _ in range(max(0, min(room, spare))):
        entry = field.append_entry()
        if offered is not None and isinstance(entry, FormField):
            for name, each in entry.form._fields.items():
                if hasattr(each, "choices"):
                    each.choices = offered.form._fields[name].choices
    return list(field.entries)


def label_at(form: Any, path: str) -> str:
    """The reader's word for an erroneous field, inside rows too: `terms-0-due` is 协议条款 第 1 行 履行期限."""
    if path in form._fields:
        return str(form.label_of(form._fields[path]))
    for name, field in form._fields.items():
        if not path.startswith(f"{name}-"):
            continue
        rest = path[len(name) + 1 :]
        if isinstance(field, FormField):
            return f"{form.label_of(field)} {label_at(field.form, rest)}"
        place, _, inner = rest.partition("-")
        row = f"{form.label_of(field)} {phrase('ui.row', place=int(place) + 1) if place.isdigit() else place}"
        entry = _entry(field, place)
        return f"{row} {label_at(entry.form, inner)}" if inner and entry is not None else row
    return path


def _entry(field: Any, place: str) -> Any:
    entries = getattr(field, "entries", [])
    return entries[int(place)] if place.isdigit() and int(place) < len(entries) else None


def consequences_of(procedure: str, step: Step) -> list[str]:
    """What an act brings about, in words: state, papers, clocks."""
    told = [phrase("ui.stays") if step.dest == "=" else phrase("ui.becomes", state=state_label(procedure, step.dest))]
    titles = [_paper_title(paper.kind) for paper in step.papers]
    if titles:
        told.append(phrase("ui.makes_papers", names="、".join(titles)))
    for key, rules in (("ui.starts_clocks", step.starts), ("ui.stops_clocks", step.stops)):
        if rules:
            told.append(phrase(key, names="、".join(dict.fromkeys(_clock(rule) for rule in rules))))
    return told


def _paper_title(kind: str) -> str:
    if has_phrase(f"paper.{kind}.title"):
        return phrase(f"paper.{kind}.title")
    return written(kinds()[kind].title) if kind in kinds() else kind


def _clock(rule: str) -> str:
    try:
        return clock_name(rule)
    except UnknownRule:
        return rule


def posts_of(step: Step) -> str:
    """Who may take a step, in words."""
    return posts_label(step.who)


def state_of(proceeding: Proceeding) -> str:
    """The reader's word for where a proceeding stands."""
    return state_label(proceeding.procedure, proceeding.state)
