"""The journal as prose: step, who, office, when, from where to where, and what changed in words."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import select

from casework.base.db import db
from casework.base.money import grouped
from casework.base.phrases import has_phrase, phrase, written
from casework.base.wallclock import local_time
from casework.identity.models import Organisation
from casework.law import cite
from casework.procedure.models import START
from casework.procedure.procedure import state_label, step_label
from casework.records.journal import JournalEntry
from casework.records.models import Case

PAGE = 50
YUAN = "_fen"
WORDS = {
    ("party", "role"): "party_role",
    ("party", "kind"): "party_kind",
    ("right_in_dispute", "kind"): "right_kind",
    ("dispute_case", "matter"): "matter",
    ("dispute_case", "source"): "channel",
    ("agreement_term", "kind"): "term_kind",
    ("agreement_signature", "how"): "signing_how",
    ("party_answer", "channel"): "answer_channel",
    ("complaint", "channel"): "channel",
    ("complaint", "track"): "track",
    ("complaint", "wants"): "wants",
    ("complaint", "end_ground"): "termination_ground",
    ("complaint", "refused_ground"): "refusal_ground",
    ("agreement", "status"): "agreement_status",
    ("agreement_signature", "role"): "signing_role",
    ("obligation", "kind"): "term_kind",
    ("label", "code"): "label_code",
    ("label", "signs"): "label_sign",
    ("party_answer", "answer"): "consent",
    ("mediation", "end_reason"): "mediation_end",
    ("mediation", "refused_ground"): "mediation_refusal",
    ("confirmation", "channel"): "filing_channel",
    ("confirmation", "materials"): "material",
    ("confirmation", "ground"): "confirmation_ground",
    ("performance_proof", "answer"): "proof_answer",
    ("performance_proof", "how"): "proof_how",
    ("performance", "packet"): "packet",
    ("penalty", "suspended_ground"): "suspension",
    ("adjudication", "suspended_for"): "suspension_ground",
    ("transfer_police", "papers"): "five_papers",
    ("adjudication", "decision"): "decision",
    ("adjudication", "vote_result"): "decision",
    ("adjudication", "ended_ground"): "adjudication_ground",
    ("adjudication", "court_outcome"): "court_outcome",
    ("patent_mediation", "court_way"): "court_way",
    ("consultative_opinion", "conclusion"): "opinion_conclusion",
    ("consultative_opinion", "ended_ground"): "opinion_end",
    ("adjudication", "standing"): "adjudication_standing",
    ("adjudication", "place_link"): "adjudication_place",
    ("adjudication", "absent"): "patent_absent",
    ("adjudication", "uncounted_for"): "adjudication_uncounted",
    ("patent_mediation", "matter"): "patent_matter",
    ("patent_mediation", "answer"): "patent_answer",
    ("patent_mediation", "absent"): "patent_absent",
    ("patent_mediation", "ended_ground"): "patent_mediation_ground",
    ("threshold_sheet", "tier"): "tier",
}
DULL = {"position", "ref", "code_key", "sha256", "media_type", "received_at", "registered_at", "canonical"}
INSTANT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(\+00:00|Z)")
OFFICES = {"counterpart_id", "handed_to_id", "designated_id", "police_id", "procuratorate_id"}


@dataclass(frozen=True)
class Changed:
    """A value that changed, in the reader's words; `old` is None where there was none before."""

    name: str
    old: str | None
    new: str

    @property
    def line(self) -> str:
        """The change as one line."""
        if self.old is None:
            return phrase("desk.case.set", name=self.name, new=self.new)
        return phrase("desk.case.change", name=self.name, old=self.old, new=self.new)


@dataclass(frozen=True)
class Told:
    """One entry of the journal as a reader sees it."""

    seq: int
    at: datetime
    recorded: datetime | None
    label: str
    move: str
    actor: str
    role: str
    office: str
    basis: str
    rule: str
    pairs: tuple["Changed", ...]
    hash: str

    @property
    def changes(self) -> tuple[str, ...]:
        """What changed, a line each."""
        return tuple(pair.line for pair in self.pairs)


def history(case: Case, before: int | None = None, *, content: bool = True) -> tuple[list[Told], int | None]:
    """The newest fifty entries below the sequence number `before`, and the key of the older ones, None at the first."""
    asked = select(JournalEntry).where(JournalEntry.case_id == case.id)
    if before is not None:
        asked = asked.where(JournalEntry.seq < before)
    entries = list(db.session.scalars(asked.order_by(JournalEntry.seq.desc()).limit(PAGE + 1)))
    shown = entries[:PAGE]
    offices = _office_names(shown) if content else {}
    return [_told(entry, offices, content=content) for entry in shown], shown[-1].seq if len(entries) > PAGE else None


def _told(entry: JournalEntry, offices: dict[Any, str], *, content: bool) -> Told:
    late = (entry.recorded_at - entry.at).total_seconds() > 60
    return Told(
        seq=entry.seq,
        at=entry.at,
        recorded=entry.recorded_at if late else None,
        label=step_label(entry.procedure, entry.step),
        move=_move(entry),
        actor=entry.actor if content else "",
        role=phrase(f"role.{entry.role}"),
        office=entry.office,
        basis="、".join(_article(rule, entry) for rule in entry.basis[:1]),
        rule=entry.basis[0] if entry.basis else "",
        pairs=tuple(_changes(entry.changes, offices)) if content else (),
        hash=entry.hash,
    )


def _move(entry: JournalEntry) -> str:
    after = state_label(entry.procedure, entry.to_state)
    if entry.from_state == entry.to_state:
        return phrase("desk.case.stayed", after=after)
    if entry.from_state == START:
        return phrase("desk.case.opened", after=after)
    return phrase("desk.case.moved", before=state_label(entry.procedure, entry.from_state), after=after)


def _article(rule: str, entry: JournalEntry) -> str:
    return f"{written(cite(rule, entry.at.date()).article_zh)}({rule})"


def _office_names(entries: list[JournalEntry]) -> dict[Any, str]:
    """The names of the offices that the changes point to: one query."""
    ids = {
        each
        for entry in entries
        for things in entry.changes.values()
        if isinstance(things, list)
        for thing in things
        if isinstance(thing, dict)
        for column in OFFICES & thing.keys()
        for each in thing[column]
        if each is not None
    }
    asked = select(Organisation.id, Organisation.name).where(Organisation.id.in_(ids))
    return {row.id: row.name for row in db.session.execute(asked)} if ids else {}


def _changes(changes: dict[str, Any], offices: dict[Any, str]) -> Iterator[Changed]:
    """Each changed column with its old and new value, in the reader's words."""
    for table, things in changes.items():
        if not isinstance(things, list):
            yield Changed(_column(table), None, _value("", table, things))
            continue
        for thing in things:
            yield from _thing(table, thing, offices)


def _thing(table: str, thing: Any, offices: dict[Any, str]) -> Iterator[Changed]:
    pairs = thing.items() if isinstance(thing, dict) else ()
    for column, pair in pairs:
        if is_dull(column) or not isinstance(pair, list) or len(pair) != 2:
            continue
        old, new = (offices.get(each, each) if column in OFFICES else each for each in pair)
        name = f"{_table(table)}{_column(column, table)}"
        if old is None:
            if new not in (None, "", False, [], 0):
                yield Changed(name, None, _value(table, column, new))
        else:
            yield Changed(name, _value(table, column, old), _value(table, column, new))


def is_dull(column: str) -> bool:
    """Whether a column says nothing to a reader: keys of rows, digests, what the page shows elsewhere."""
    return column in DULL or (column.endswith("_id") and column not in OFFICES)


def _table(table: str) -> str:
    return phrase(f"table.{table}") + " · " if has_phrase(f"table.{table}") else ""


def _column(column: str, table: str = "") -> str:
    """The name of a column: the one it has in this table, else the usual one, else its own."""
    names = (f"column.{table}.{column}", f"column.{column}")
    return next((phrase(name) for name in names if has_phrase(name)), column)


def _value(table: str, column: str, value: Any) -> str:
    for words in (WORDS.get((table, column), ""), f"{table}_{column}", column):
        if isinstance(value, str) and has_phrase(f"{words}.{value}"):
            return phrase(f"{words}.{value}")
    if value is None or value in ("", []):
        return phrase("desk.case.empty")
    if isinstance(value, list):
        return "、".join(_value(table, column, each) for each in value)
    return _dict(table, column, value) if isinstance(value, dict) else _plain(column, value)


def _dict(table: str, column: str, value: dict[str, Any]) -> str:
    if "chars" in value:
        return phrase("desk.case.long_text", chars=value["chars"])
    words = WORDS.get((table, column), "")
    named = {name: f"{words}.{name}" if has_phrase(f"{words}.{name}") else "" for name in value}
    return "、".join(
        f"{phrase(named[name]) if named[name] else _column(str(name))} {_value(table, str(name), each)}"
        for name, each in value.items()
    )


def _plain(column: str, value: Any) -> str:
    if isinstance(value, bool):
        return phrase("desk.case.yes" if value else "desk.case.no")
    if isinstance(value, int) and (column.endswith(YUAN) or column == "fen"):
        return phrase("desk.case.yuan", amount=grouped(value))
    return _local(value) if isinstance(value, str) and INSTANT.fullmatch(value) else str(value)


def _local(stored: str) -> str:
    """An instant of the journal, kept in UTC, as the office's own clock showed it."""
    return local_time(datetime.fromisoformat(stored)).strftime("%Y-%m-%d %H:%M")
