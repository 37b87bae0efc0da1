"""Amounts of money as people write them: 3.5万元, 人民币叁万伍仟元整, 3万5千, 约2万."""

import re
import unicodedata
from dataclasses import dataclass
from decimal import Decimal

from casework.identifiers.capitals import UNITS, capitals, read_capitals
from casework.identifiers.spelling import seen

__all__ = ["AmountReading", "capitals", "parse_amount", "read_capitals"]

ABOUT = re.compile(
    r"^(?:大约|大概|约为?|近|将近|逾|超过?|不足|不低于|不超过|至少|最多)"
    r"|(?:左右|上下|多元?|余元?|以上|以下|许)$"
)
ABOUT_INSIDE = re.compile(r"(?<=[0-9千万亿])[余多几](?=[万亿元]|$)")
FOREIGN = re.compile(r"[$€£]|USD|EUR|HKD|JPY|GBP|美元|美金|欧元|港币|港元|日元|英镑|澳元|加元|韩元|卢布|台币")
YUAN = re.compile(r"人民币|RMB|CNY|[¥￥]|^\(?[大小]写\)?:?|(?<=人民币)\(?[大小]写\)?:?")
RANGE = re.compile(r"[0-9千万亿元][\-~–—至到][¥￥]?[0-9]")
SCIENTIFIC = re.compile(r"[+-]?[0-9.]+E[+-]?[0-9]+")
GROUPED = re.compile(r"(?<![0-9,])[0-9]{1,3}(?:,[0-9]{3})+(?![0-9,])")
REMARK = re.compile(r"\([^()]*\)$")
NUMBER = r"[0-9]+(?:\.[0-9]+)?"
ARABIC = re.compile(
    rf"(?:(?P<a>{NUMBER})亿)?(?:(?P<b>{NUMBER}|[0-9]+[千仟百佰十拾])万)?"
    rf"(?:(?P<c>{NUMBER})[千仟])?(?:(?P<d>{NUMBER})[百佰])?"
    rf"(?:(?P<e>{NUMBER}))?[元圆块]?(?:(?P<j>[0-9])[角毛])?(?:(?P<f>[0-9])分)?[整正]?"
)
PARTS = {"a": 10**8, "b": 10**4, "c": 10**3, "d": 100}
VARIANTS = str.maketrans("萬億圓−W", "万亿元-万")
MISSING = re.compile(r"[/\-—.]*|无|不详|未知|待定|暂无|未填")


@dataclass(frozen=True)
class AmountReading:
    """`fen` is None where no single amount can be told. `flag` says why, or what is doubtful.

    Flags: missing, approximate, range, bad_grouping, scientific, currency, negative, conflict, unparseable.
    """

    fen: int | None
    flag: str | None


def parse_amount(text: str) -> AmountReading:
    """The amount in fen that `text` says; never raises. Of a remark at the end only capitals count."""
    plain = _plain(text)
    if MISSING.fullmatch(plain):
        return AmountReading(None, "missing")
    if flag := _hopeless(plain):
        return AmountReading(None, flag)
    if remark := REMARK.search(plain):
        return _with_remark(plain[: remark.start()], remark[0])
    about = ABOUT_INSIDE.sub("", ABOUT.sub("", YUAN.sub("", plain)))
    fen = _fen(about)
    if fen is None:
        return AmountReading(None, "unparseable")
    return AmountReading(fen, "negative" if fen < 0 else _doubt(about, YUAN.sub("", plain)))


def _plain(text: str) -> str:
    wide = unicodedata.normalize("NFKC", "".join(filter(seen, text))).upper()
    return "".join(wide.split()).translate(VARIANTS)


def _hopeless(plain: str) -> str | None:
    if SCIENTIFIC.fullmatch(plain):
        return "scientific"
    if FOREIGN.search(plain):
        return "currency"
    if RANGE.search(plain):
        return "range"
    return "bad_grouping" if "," in GROUPED.sub("", plain) else None


def _with_remark(head: str, remark: str) -> AmountReading:
    read = parse_amount(head)
    told = read_capitals(re.sub("^(大写|即)?[:：]?", "", remark[1:-1]))
    if read.fen is not None and told is not None and told != read.fen:
        return AmountReading(None, "conflict")
    return read


def _doubt(about: str, said: str) -> str | None:
    return "approximate" if about != said else None


def _fen(plain: str) -> int | None:
    signed = plain.replace(",", "")
    if signed.startswith("-"):
        positive = _fen(signed[1:])
        return None if positive is None else -positive
    found = ARABIC.fullmatch(signed.removeprefix("+"))
    if found and any(found.groupdict().values()):
        return _from_parts(found)
    return read_capitals(signed)


def _from_parts(found: re.Match[str]) -> int | None:
    told = {name: _decimal(value) for name, value in found.groupdict().items() if value}
    total = sum((told[name] * size for name, size in PARTS.items() if name in told), Decimal(0))
    loose = told.get("e", Decimal(0))
    total += loose * _size_of_loose(told, found["e"] or "")
    fen = total * 100 + told.get("j", 0) * 10 + told.get("f", 0)
    return int(fen) if fen == int(fen) else None


def _decimal(part: str) -> Decimal:
    """A part before its unit; 2千 before 万 is two thousand."""
    return Decimal(part[:-1]) * UNITS[part[-1]] if part[-1] in UNITS else Decimal(part)


def _size_of_loose(told: dict[str, Decimal], loose: str) -> int:
    """3万5 is spoken for 35000: one digit takes the place below the unit before it."""
    before = [PARTS[name] for name in PARTS if name in told]
    spoken = before and len(loose) == 1 and "j" not in told and "f" not in told
    return before[-1] // 10 if spoken else 1
