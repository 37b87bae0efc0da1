"""Cells read as what their column holds: a value, and what is to be said about it."""

import re
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal

from casework.base.phrases import phrase
from casework.exchange.ledger.headers import Head
from casework.exchange.ledger.words import pattern, plain, says_nothing, words
from casework.exchange.ledger.workbook import Value
from casework.identifiers import names
from casework.identifiers.amounts import parse_amount
from casework.identifiers.checking import check
from casework.identifiers.dates import EXCEL_ZERO, SERIALS, parse_date
from casework.identifiers.spelling import seen

PRECISE = 10**15
SPLIT = re.compile(r"[、，;；\n]+")
FORMULA = re.compile(r"[=@]|[+\-](?![0-9.])")
BORN = re.compile(r"[1-9][0-9]{5}(18|19|20)[0-9]{2}(0[1-9]|1[0-2])[0-9]{6}|[1-9][0-9]{16}X")
DATE_CODES = {"year_missing": "date_year_missing", "ambiguous": "date_ambiguous", "excel_serial": ""}
AMOUNT_CODES = {"missing": "amount_missing", "approximate": "amount_approximate", "range": "amount_range"}
AMOUNT_CODES |= {"negative": "amount_negative"}


@dataclass
class Row:
    """One row being read: its fields so far, and its problems."""

    number: int
    head: Head
    today: date
    fields: dict[str, object] = field(default_factory=dict)
    problems: list[dict[str, str | None]] = field(default_factory=list)

    def say(self, code: str, at: str | None, **values: object) -> None:
        """Add a problem once; its message is the phrase of its code."""
        if not any(each["code"] == code and each["field"] == at for each in self.problems):
            message = phrase(f"exchange.ledger.{code}", "zh", **{"name": _name(at), **values})
            self.problems.append({"code": code, "field": at, "message": message})

    @property
    def codes(self) -> set[str]:
        """The codes of the problems."""
        return {str(each["code"]) for each in self.problems}


def _name(at: str | None) -> str:
    return phrase(f"exchange.ledger.field.{at}", "zh") if at else ""


def text_of(value: Value) -> str:
    """A cell as typed, without outer spaces and invisible characters; a whole number without its fraction."""
    if isinstance(value, float) and value.is_integer() and abs(value) < PRECISE:
        return str(int(value))
    told = "".join(char for char in str(value) if seen(char) or char in "\n\t")
    return told.strip().strip("\u3000").replace("\r\n", "\n").replace("\r", "\n")


def read_text(row: Row, name: str, value: Value) -> str | None:
    """Words as typed. Text that a spreadsheet would take for a formula, and text too long, is told."""
    text = text_of(value)
    if FORMULA.match(text):
        row.say("formula_like_text", name)
    if len(text) > words()["longest_text"]:
        row.say("text_too_long", name, most=words()["longest_text"], length=len(text))
    return text or None


def read_name(row: Row, name: str, value: Value) -> str | None:
    """The name of a party, kept as typed."""
    if says_nothing(value):
        return None
    for code in names.remarks(str(value).strip()):
        if code in ("traditional_chars", "invisible_chars"):
            row.say(code, name)
    return read_text(row, name, value)


def read_names(row: Row, name: str, value: Value) -> list[str] | None:
    """Several names in one cell."""
    told = [each for part in SPLIT.split(str(value)) if (each := read_name(row, name, part))]
    return told or None


def read_day(row: Row, name: str, value: Value) -> str | None:
    """A legal date, YYYY-MM-DD."""
    if isinstance(value, datetime | date):
        return _fitting(row, name, value.date() if isinstance(value, datetime) else value)
    if isinstance(value, int | float) and not isinstance(value, bool):
        known = value == value and int(value) in SERIALS  # noqa: PLR0124 - not a number is not itself
        if not known:
            row.say("date_impossible", name, typed=str(value))
            return None
        return _fitting(row, name, date.fromordinal(EXCEL_ZERO.toordinal() + int(value)))
    if says_nothing(value):
        return None
    read = parse_date(str(value))
    code = DATE_CODES.get(read.flag or "excel_serial", "date_impossible")
    if code:
        row.say(code, name, typed=text_of(value))
    return _fitting(row, name, read.value) if read.value else None


def _fitting(row: Row, name: str, day: date) -> str:
    last = min(filter(None, (row.today, row.head.filled_on)))
    if day > last:
        row.say("date_future", name, day=day.isoformat(), last=last.isoformat())
    elif name == row.head.ledger.date and row.head.period and not row.head.period[0] <= day <= row.head.period[1]:
        row.say("date_outside_sheet_period", name, day=day.isoformat())
    return day.isoformat()


def read_amount(row: Row, name: str, value: Value) -> int | float | None:
    """An amount in yuan; of a plain number the unit is the sheet's."""
    if isinstance(value, int | float) and not isinstance(value, bool):
        return _amount(row, name, round(Decimal(str(value)) * row.head.unit * 100))
    text = text_of(value)
    read = parse_amount(text)
    if read.flag or read.fen is None:
        code = AMOUNT_CODES.get(read.flag or "", "amount_suspicious")
        row.say(code, name, typed=text, yuan=_yuan(read.fen) if read.fen is not None else "")
    if read.fen is None:
        return None
    bare = not re.search(r"[元圆块万亿千百]", plain(text))
    if row.head.unit > 1 and re.search("元|圆", plain(text)) and "万" not in plain(text):
        row.say("amount_unit_conflict", name, typed=text)
    if found := re.search(words()["bases"], plain(text)):
        row.say("amount_basis_differs", name, basis=found[0])
    return _amount(row, name, read.fen * (row.head.unit if bare else 1))


def _amount(row: Row, name: str, fen: int) -> int | float:
    if fen < 0:
        row.say("amount_negative", name, yuan=_yuan(fen), typed=_yuan(fen))
    if fen >= words()["suspicious_yuan"] * 100:
        row.say("amount_suspicious", name, typed=_yuan(fen))
    return _yuan(fen)


def _yuan(fen: int) -> int | float:
    return fen // 100 if fen % 100 == 0 else fen / 100


def read_code(row: Row, name: str, value: Value) -> str | None:
    """A credit code or the number of an identity card, canonical."""
    if isinstance(value, int | float) and abs(value) >= PRECISE:
        row.say("id_precision_lost", name)
        return None
    if says_nothing(value):
        row.say(f"{name}_missing", name)
        return None
    kinds = ("resident_id", "uscc") if BORN.fullmatch(plain(value).upper()) else ("uscc", "resident_id")
    read = [check(kind, str(value), today=row.today) for kind in kinds]
    best = next((each for each in read if each.valid), read[0])
    if not best.valid:
        row.say("id_check_failed", name, why="；".join(each.message for each in best.problems))
    return best.canonical if isinstance(best.canonical, str) else text_of(value)


def read_kind(row: Row, name: str, value: Value) -> str | None:
    """The kind of right, by our word."""
    if says_nothing(value):
        row.say("right_kind_unknown", name, typed="")
        return None
    said = plain(value)
    found = [code for code, each in words()["right_kinds"] if re.search(each, said)]
    if len(found) > 1 and found[0].startswith("patent") and found[1] == "patent_unknown" and said.count("专利") < 2:
        found.remove("patent_unknown")
    if found[:2] == ["gi_mark", "trademark"]:
        found.remove("trademark")
    if not found:
        row.say("right_kind_unknown", name, typed=text_of(value))
        return None
    if len(found) > 1 or found[0] == "patent_unknown":
        row.say("right_kind_ambiguous", name, typed=text_of(value))
    return None if len(found) > 1 else str(found[0])


def read_right_number(row: Row, name: str, value: Value) -> str | None:
    """The number of the right, canonical where its kind has a form; it is held against the kind told in its row."""
    kind = str(row.fields.get("right_kind") or "")
    if says_nothing(value):
        if kind in words()["numbered"]:
            row.say("right_no_missing", name)
        return None
    text = text_of(value)
    form = words()["numbered"].get(kind) or ("patent" if plain(text).startswith("zl") else None)
    if form is None:
        return text
    told = check(form, text, today=row.today)
    codes = {each.code for each in told.problems}
    if "publication_number" in codes:
        row.say("right_no_is_publication_no", name, typed=text)
    elif not told.valid:
        row.say("right_no_check_failed", name, why="；".join(each.message for each in told.problems))
    number = told.canonical if isinstance(told.canonical, str) else None
    _hold_against_kind(row, kind, number)
    return number or ("、".join(told.canonical) if isinstance(told.canonical, list) else None)


def _hold_against_kind(row: Row, kind: str, number: str | None) -> None:
    digits = words()["kind_digits"].get(kind)
    if not digits or not number or not number.startswith("ZL"):
        return
    body = number[2:].partition(".")[0]
    place = 4 if len(body) == 12 else 2
    if body[place] not in digits:
        row.say("right_kind_mismatch", "right_kind", number=number)


def read_result(row: Row, name: str, value: Value) -> str | None:
    """How it ended, by our word."""
    said = plain(value)
    return next((code for code, each in words()["results"] if re.search(each, said)), None) if said else None


def is_subtotal(text: str) -> bool:
    """Whether a row that begins so is a sum."""
    return pattern("subtotal").match(text) is not None


def is_note(text: str) -> bool:
    """Whether a row that begins so is a note of the form."""
    return pattern("note").match(text) is not None
