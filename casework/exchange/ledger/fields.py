"""How each column of each ledger is read, and what the fields of one row say of each other."""

import re
from collections.abc import Callable
from datetime import date
from decimal import Decimal

from casework.clock.due import compute
from casework.exchange.ledger import readers
from casework.exchange.ledger.readers import Row, text_of
from casework.exchange.ledger.words import plain, says_nothing, words
from casework.exchange.ledger.workbook import Value
from casework.identifiers.amounts import parse_amount
from casework.identifiers.checking import check
from casework.identifiers.dates import parse_date

Reader = Callable[[Row, str, Value], object]
DAY = r"20[0-9]{2}[年./\-][0-9]{1,2}[月./\-][0-9]{1,2}日?|[0-9]{1,2}月[0-9]{1,2}日"
MONEY = r"(?:[0-9][0-9,]*(?:\.[0-9]+)?|[零壹贰叁肆伍陆柒捌玖拾佰仟]+)(?:万元?|千元|元|万|亿元?)?整?"
TOKEN = re.compile(f"(?P<day>{DAY})|(?P<money>{MONEY})")
ORDINAL = re.compile(r"第?[0-9一二三四五六七八九十]+[期次笔]|分[0-9一二三四五六七八九十]+期|^[0-9]+[.、)]")


def read_number(_row: Row, _name: str, value: Value) -> str | None:
    """A number of the office's own, without spaces."""
    return None if says_nothing(value) else "".join(text_of(value).split())


def read_court_number(row: Row, name: str, value: Value) -> str | None:
    """The number of a ruling on confirmation, canonical."""
    if says_nothing(value):
        return None
    told = check("court_number", text_of(value), use="confirmation", today=row.today)
    if not told.valid or any(each.code == "not_confirmation" for each in told.problems):
        row.say("confirmation_no_kind", name, why="；".join(each.message for each in told.problems))
    return told.canonical if isinstance(told.canonical, str) else text_of(value)


def read_instalments(row: Row, _name: str, value: Value) -> list[list[str | int | float]] | None:
    """Payments as [date, yuan], out of sentences such as 2026年5月1日前付2万元，8月1日前付1.5万元; None where there are none."""
    year: int | None = None
    days: list[str] = []
    sums: list[int] = []
    for found in TOKEN.finditer(ORDINAL.sub("", plain(value))):
        if found["day"]:
            year, day = _day_of(found["day"], year)
            days += [day] if day else []
        elif (fen := parse_amount(found["money"]).fen) is not None:
            bare = found["money"].replace(",", "").replace(".", "").isdigit()
            sums.append(fen * (row.head.unit if bare else 1))
    if not days or len(days) != len(sums):
        return None
    return [[day, fen // 100 if fen % 100 == 0 else fen / 100] for day, fen in zip(days, sums, strict=True)]


def _day_of(told: str, year: int | None) -> tuple[int | None, str | None]:
    read = parse_date(told).value
    if read is None and year is not None:
        read = parse_date(f"{year}年{told}").value
    return (read.year, read.isoformat()) if read else (year, None)


def read_direction(_row: Row, _name: str, value: Value) -> str | None:
    """Forward (to police or court) or reverse, as the column says."""
    said = plain(value)
    if re.search(words()["reverse"], said):
        return "reverse"
    return "forward" if re.search(words()["forward"], said) or said else None


def read_taken_on(_row: Row, _name: str, value: Value) -> bool | None:
    """Whether the receiver took the case on; None while it has not decided."""
    said = plain(value)
    return next((code for code, each in words()["taken_on"] if said and re.search(each, said)), None)


def read_charge(row: Row, name: str, value: Value) -> str | None:
    """The crime that is suspected."""
    return None if says_nothing(value) else readers.read_text(row, name, value)


COMMON: dict[str, Reader] = {"right_kind": readers.read_kind, "result": readers.read_result}
READERS: dict[str, dict[str, Reader]] = {
    "station": {
        "date": readers.read_day,
        "source": readers.read_text,
        "applicant": readers.read_names,
        "applicant_code": readers.read_code,
        "respondent": readers.read_names,
        "respondent_code": readers.read_code,
        **COMMON,
        "right_no": readers.read_right_number,
        "amount": readers.read_amount,
        "facts": readers.read_text,
    },
    "committee": {
        "number": read_number,
        "accepted": readers.read_day,
        "mediators": readers.read_names,
        "applicant": readers.read_name,
        "respondents": readers.read_names,
        **COMMON,
        "agreement_no": read_number,
        "agreement_date": readers.read_day,
        "agreement_amount": readers.read_amount,
        "instalments": read_instalments,
        "confirmation_no": read_court_number,
        "confirmation_date": readers.read_day,
    },
    "transfer": {
        "direction": read_direction,
        "sender": readers.read_name,
        "receiver": readers.read_name,
        "case_name": readers.read_text,
        "charge": read_charge,
        "amount": readers.read_amount,
        "sent": readers.read_day,
        "doc_no": read_number,
        "receipt": readers.read_day,
        "accepted": read_taken_on,
        "decided": readers.read_day,
    },
}


def compare_station(row: Row) -> None:
    """A complaint without an applicant goes nowhere; several names in one cell are several parties."""
    for one, several in (("applicant", "applicants"), ("respondent", "respondents")):
        told = row.fields.get(one)
        if isinstance(told, list):
            row.fields[one] = told[0]
            row.fields |= {several: told} if len(told) > 1 else {}
    if not row.fields.get("applicant"):
        row.say("applicant_missing", "applicant")
    if not row.fields.get("respondent"):
        row.say("respondent_missing", "respondent")


def compare_committee(row: Row) -> None:
    """Order of the dates, the window of confirmation (J-02), the instalments' sum."""
    fields = row.fields
    if not fields.get("applicant"):
        row.say("applicant_missing", "applicant")
    if not fields.get("respondents"):
        row.say("respondent_missing", "respondents")
    if _earlier(fields.get("agreement_date"), fields.get("accepted")):
        row.say("agreement_before_accepted", "agreement_date")
    if fields.get("agreement_date") and fields.get("result") is None:
        fields["result"] = "mediated"
    if fields.get("confirmation_date") and not fields.get("confirmation_no"):
        row.say("confirmation_no_missing", "confirmation_no")
    _hold_to_window(row)
    _hold_to_sum(row)


def _hold_to_window(row: Row) -> None:
    agreed, confirmed = row.fields.get("agreement_date"), row.fields.get("confirmation_date")
    if isinstance(agreed, str) and isinstance(confirmed, str):
        due = compute("J-02", date.fromisoformat(agreed)).due
        if confirmed > due.isoformat():
            row.say("confirmation_over_30_days", "confirmation_date", due=due.isoformat())


def _hold_to_sum(row: Row) -> None:
    parts, whole = row.fields.get("instalments"), row.fields.get("agreement_amount")
    if isinstance(parts, list) and isinstance(whole, int | float):
        together = sum((Decimal(str(each[1])) for each in parts), Decimal(0))
        if together != Decimal(str(whole)):
            row.say("instalment_sum_mismatch", "instalments", sum=together, whole=whole)


def compare_transfer(row: Row) -> None:
    """Which way it went; whether it was a transfer at all; that nothing was decided before it came in."""
    fields = row.fields
    back = _judicial(fields.get("sender")) and not _judicial(fields.get("receiver"))
    if back and fields.get("direction") != "reverse":
        row.say("direction_reverse", "direction", sender=fields.get("sender"))
    fields["direction"] = "reverse" if back else fields.get("direction") or "forward"
    if _earlier(fields.get("decided"), fields.get("receipt")):
        row.say("decision_before_receipt", "decided")
    if not fields.get("charge") and fields["direction"] == "forward":
        row.say("charge_missing", "charge")
    if not fields.get("doc_no"):
        row.say("doc_no_missing", "doc_no")


def _judicial(name: object) -> bool:
    return bool(name) and re.search(words()["judicial"], str(name)) is not None


def _earlier(one: object, other: object) -> bool:
    return isinstance(one, str) and isinstance(other, str) and one < other


COMPARED: dict[str, Callable[[Row], None]] = {
    "station": compare_station,
    "committee": compare_committee,
    "transfer": compare_transfer,
}
