"""Forms of leads and penalty cases: shape only."""

import re
from typing import Any

from wtforms import FieldList, FormField, StringField

from casework.base.money import plain
from casework.base.phrases import phrase
from casework.counter.fields import Choice, Day, LongText, Money, Required, Text, Tick, clean
from casework.counter.form import ActForm
from casework.enforcement import facts
from casework.enforcement.goods import Item
from casework.enforcement.models import Penalty
from casework.enforcement.rules import CRIME, SOURCES, SUSPENSIONS
from casework.enforcement.sheet import CRIMES, SheetFacts
from casework.procedure.clocks import open_clocks

MEASURES = ("seizure", "preservation")
MONEY_FIGURES = ("income", "turnover", "sales", "stock_value", "loss")
COUNTS = ("pieces", "stock_pieces", "copies", "works", "downloads", "clicks", "members", "marks", "patents")
LIST_MARKS = re.compile(r"[、,,;;\n]")


class Count(StringField):
    """A number of things; the data is an int, None when empty."""

    def process_formdata(self, valuelist: list[Any]) -> None:
        typed = clean(str(valuelist[0])) if valuelist and valuelist[0] is not None else None
        self.data = None
        if typed is None:
            return
        if not typed.isdecimal() or len(typed) > 12:
            raise ValueError(phrase("penalty.count_unread"))
        self.data = int(typed)

    def _value(self) -> str:
        return str(self.raw_data[0]) if self.raw_data else "" if self.data is None else str(self.data)


class Names(Text):
    """Several names in one line, parted by 、 or commas."""

    def names(self) -> tuple[str, ...]:
        """The names, each once, in the order typed."""
        parts = (part.strip() for part in LIST_MARKS.split(self.data or ""))
        return tuple(dict.fromkeys(part for part in parts if part))


class EmptyForm(ActForm):
    """An act that needs no facts: the click is the act."""


class LeadForm(ActForm):
    """A lead on one screen; the reporter's lines go to the vault."""

    key = "lead"
    suspected = LongText(longest=4000, validators=[Required()])
    source = Choice(SOURCES, "lead_source", default="inspection")
    found_on = Day()
    act_ended_on = Day()
    endangers_life = Tick()
    real_name_report = Tick()
    reporter_name = Text(longest=60)
    reporter_phone = Text(longest=40)
    reporter_address = Text()
    facts_type = facts.LeadFacts

    def facts(self) -> facts.LeadFacts:
        """The lead that the verb takes."""
        return facts.LeadFacts(**{name: self._value(each) for name, each in self._fields.items()})


class OfficersForm(ActForm):
    """Who verifies."""

    key = "officers"
    officers = Names(validators=[Required()])

    def facts(self) -> facts.Inspection:
        """The officers by name."""
        return facts.Inspection(officers=self.officers.names())


class FilingForm(ActForm):
    """Filing: officers, first evidence, jurisdiction."""

    key = "filing"
    officers = Names(validators=[Required()])
    evidence = LongText(longest=4000, validators=[Required()])
    competent = Tick(default=True)

    def prepare(self, subject: Any) -> None:
        """Offer the officers who verified the lead."""
        _offer_officers(self, subject)

    def facts(self) -> facts.FilingFacts:
        """What the filing rests on."""
        return facts.FilingFacts(self.officers.names(), self.evidence.data, bool(self.competent.data))


class ReasonForm(ActForm):
    """A reason in words."""

    key = "penalty_reason"
    facts_type = facts.Reason
    reason = LongText(longest=1000, validators=[Required()])


class ReporterToldForm(ActForm):
    """What the reporter is told."""

    key = "reporter_told"
    facts_type = facts.ReporterTold
    result = LongText(longest=1000, validators=[Required()])
    basis = Text(longest=200)


class ClosingForm(ActForm):
    """A closing remark."""

    key = "penalty_reason"
    facts_type = facts.Reason
    reason = LongText(longest=1000)


class InspectionForm(ActForm):
    """A site inspection."""

    key = "inspection"
    officers = Names(validators=[Required()])
    place = Text()
    findings = LongText(longest=8000, validators=[Required()])

    def prepare(self, subject: Any) -> None:
        """Offer the officers of the case."""
        _offer_officers(self, subject)

    def facts(self) -> facts.Inspection:
        """Who was there and what was found."""
        return facts.Inspection(self.officers.names(), self.findings.data, self.place.data)


class ItemForm(ActForm):
    """One item of goods."""

    key = "measure_item"
    facts_type = Item
    name = Text(longest=120)
    specification = Text(longest=120)
    quantity = Count()
    unit = Text(longest=20)
    fen = Money()
    valued_by = Text(longest=120)
    features = Text(longest=200)


class MeasureForm(ActForm):
    """Seizure or preservation: the goods item by item, or in words."""

    key = "measure"
    kind = Choice(MEASURES, "measure_kind", default="seizure")
    place = Text(validators=[Required()])
    document = Text(longest=60)
    taken_on = Day()
    items = FieldList(FormField(ItemForm), min_entries=3, max_entries=60)
    goods = LongText(longest=8000)

    def facts(self) -> facts.MeasureFacts:
        """The measure with the items that have a name."""
        told = {name: self[name].data for name in ("kind", "place", "document", "taken_on", "goods")}
        items = tuple(each for each in map(self._value, self.items) if each.name)
        return facts.MeasureFacts(**told, items=items)


class AssistanceForm(ActForm):
    """Help asked of another body."""

    key = "assistance"
    facts_type = facts.Assistance
    receiver = Text(longest=80, validators=[Required()])
    what = LongText(longest=4000, validators=[Required()])
    why = LongText(longest=4000, validators=[Required()])
    due = Day()
    contact = Text(longest=120)


class AssistanceAnswerForm(ActForm):
    """The answer of a body that was asked."""

    key = "assistance"
    facts_type = facts.AssistanceAnswer
    receiver = Choice(validators=[Required()])
    answer = LongText(longest=8000, validators=[Required()])

    def prepare(self, subject: Any) -> None:
        """Offer the bodies whose answer is awaited."""
        rows = open_clocks(subject, ("ADM-7",)) if isinstance(subject, Penalty) else []
        self.receiver.offer([(each.label or "", each.label or "") for each in rows])


class MeasureNamedForm(ActForm):
    """One measure of the case, and why."""

    key = "measure_named"
    position = Choice(validators=[Required()])
    reason = LongText(longest=1000)

    def prepare(self, subject: Any) -> None:
        """Offer the measures in force."""
        rows = subject.measures if isinstance(subject, Penalty) else []
        self.position.offer([(str(each.position), _measure_words(each)) for each in rows if each.ended_on is None])

    def facts(self) -> facts.MeasureNamed:
        """The measure by its place in the list."""
        return facts.MeasureNamed(int(self.position.data or 0), self.reason.data)


class FindingsForm(ActForm):
    """What was found."""

    key = "findings"
    facts_type = facts.Findings
    findings = LongText(longest=20000, validators=[Required()])


class SheetForm(ActForm):
    """The threshold sheet: figures in yuan and pieces, and the suspicion in words, always on offer."""

    key = "sheet"
    crime = Choice(CRIMES, "crime", empty=True)
    suspicion = LongText(longest=4000)
    object = Choice(("goods", "services", "mixed"), "crime_object", default="goods")
    income = Money()
    turnover = Money()
    sales = Money()
    stock_value = Money()
    loss = Money()
    pieces = Count()
    stock_pieces = Count()
    copies = Count()
    works = Count()
    downloads = Count()
    clicks = Count()
    members = Count()
    marks = Count()
    patents = Count()
    punished_on = Day()
    acted_on = Day()

    def sheet(self) -> SheetFacts:
        """The figures that are filled, as the thresholds read them."""
        found: dict[str, Any] = {name: plain(self[name].data) for name in MONEY_FIGURES if self[name].data is not None}
        found.update({name: self[name].data for name in COUNTS if self[name].data is not None})
        found.update({name: self[name].data.isoformat() for name in ("punished_on", "acted_on") if self[name].data})
        if self.object.data and self.object.data != "goods":
            found["object"] = self.object.data
        return SheetFacts(self.crime.data, found, self.suspicion.data)

    def facts(self) -> Any:
        """The sheet."""
        return self.sheet()


class SuspensionForm(ActForm):
    """Ground and reason of a suspension."""

    key = "suspension"
    facts_type = facts.Suspension
    ground = Choice(
        tuple(each for each in SUSPENSIONS if each != CRIME), "suspension", empty=True, validators=[Required()]
    )
    reason = LongText(longest=1000, validators=[Required()])


class NoticeForm(ActForm):
    """The notice of the intended penalty."""

    key = "penalty_notice"
    facts_type = facts.Notice
    proposed = LongText(longest=4000, validators=[Required()])
    served_on = Day(validators=[Required()])


class HearingForm(ActForm):
    """The day of the hearing."""

    key = "penalty_hearing"
    facts_type = facts.HearingDay
    hearing_on = Day(validators=[Required()])


class DecisionForm(ActForm):
    """The decision with its amounts."""

    key = "penalty_decision"
    facts_type = facts.Decision
    decision = LongText(longest=8000, validators=[Required()])
    fine_fen = Money()
    confiscated_fen = Money()
    warning_only = Tick()
    number = Text(longest=60)


class DayForm(ActForm):
    """A day, default today."""

    key = "penalty_day"
    facts_type = facts.Day
    on = Day()


def _offer_officers(form: Any, subject: Any) -> None:
    if isinstance(subject, Penalty) and not form.officers.raw_data and not form.officers.data:
        form.officers.data = "、".join(subject.officers or ())


def _measure_words(measure: Any) -> str:
    kind = phrase(f"measure_kind.{measure.kind}")
    return f"{measure.label} {kind} {measure.taken_on} {measure.goods[:40]}"
