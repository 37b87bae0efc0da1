"""Tables published elsewhere, beside ours: their own sums checked, their misprints and conflicts shown as such."""

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from fractions import Fraction
from functools import cache
from importlib.resources import files

from casework.base.phrases import phrase
from casework.statistics.grid import one_decimal

NAMES = (
    "T1_shanghai_2018_people_mediation",
    "T3_hubei_2021_protection",
    "D3_national_courts_2020",
    "T7_local_small_reports",
    "T8_indicator_inventory",
)
SUB = "其中"
WHOLE, CLOSED = "新收合计", "审结"


@dataclass(frozen=True)
class Finding:
    """What is odd, or proven, about a published table."""

    kind: str
    told: str


@dataclass(frozen=True)
class Published:
    """A published table: its lines as printed, and what its own sums say."""

    name: str
    columns: list[str]
    lines: list[dict[str, str]]
    findings: list[Finding]


@cache
def published_elsewhere() -> list[Published]:
    """All published tables with their findings."""
    found = []
    for name in NAMES:
        lines = _lines(name)
        found.append(Published(name, list(lines[0]), lines, [*_check(name, lines)]))
    return found


def _check(name: str, lines: list[dict[str, str]]) -> Iterator[Finding]:
    if name.startswith("T1"):
        yield from _partitions(lines)
        yield from _shares(lines)
    elif name.startswith("T3"):
        yield from _conflicts(lines)
    elif name.startswith("D3"):
        yield from _misprinted(lines)
        yield from _cleared(lines)
    elif name.startswith("T7"):
        yield from _unreliable(lines)


def _partitions(lines: list[dict[str, str]]) -> Iterator[Finding]:
    """Each partition of one total adds up to it; what the source left out is shown as derived."""
    total = next(int(each["accepted"]) for each in lines if each["dimension"] == "total")
    for dimension in ("status", "source", "right"):
        parts = [each for each in lines if each["dimension"] == dimension and not each["category"].startswith(SUB)]
        derived = [each for each in parts if each["note"].startswith("推算")]
        found = sum(int(each["accepted"]) for each in parts)
        kind = "holds" if found == total else "breaks"
        yield Finding(
            kind, phrase(f"elsewhere.sum_{kind}", dimension=phrase(f"elsewhere.{dimension}"), found=found, total=total)
        )
        for each in derived:
            yield Finding("derived", phrase("elsewhere.derived", category=each["category"], number=each["accepted"]))


def _shares(lines: list[dict[str, str]]) -> Iterator[Finding]:
    """Each printed percentage against the exact fraction, rounded once."""
    total = next(int(each["accepted"]) for each in lines if each["dimension"] == "total")
    for each in lines:
        printed = each["share_pct_published"]
        if printed:
            exact = one_decimal(Fraction(100 * int(each["accepted"]), total))
            if Decimal(printed) != Decimal(exact):
                yield Finding(
                    "misprint", phrase("elsewhere.share", category=each["category"], printed=printed, exact=exact)
                )


def _conflicts(lines: list[dict[str, str]]) -> Iterator[Finding]:
    """Two figures for one thing are flagged, never averaged; a rate printed beside its base gives the base back."""
    closed = [each for each in lines if each["indicator"].startswith(("法院结案", "法院审结"))]
    if len({each["value"] for each in closed}) > 1:
        told = "、".join(f"{each['indicator']} {each['value']}" for each in closed)
        yield Finding("conflict", phrase("elsewhere.conflict", told=told))
    accepted = next(int(each["value"]) for each in lines if each["indicator"] == "法院受理知识产权案件")
    for each in closed:
        percent = one_decimal(Fraction(100 * int(each["value"]), accepted))
        yield Finding("rate", phrase("elsewhere.rate", indicator=each["indicator"], percent=percent, base=accepted))
    for each in lines:
        before = _before(each["value"], each["yoy_pct"])
        if before is not None:
            yield Finding(
                "base", phrase("elsewhere.base", indicator=each["indicator"], percent=each["yoy_pct"], before=before)
            )


def _misprinted(lines: list[dict[str, str]]) -> Iterator[Finding]:
    """A part larger than its whole cannot be: what the whole leaves for it is told beside what is printed."""
    for block, found in _blocks(lines).items():
        whole = found.pop(WHOLE)
        parts = {name: value for name, value in found.items() if name != CLOSED}
        for name, printed in parts.items():
            rest = whole - (sum(parts.values()) - printed)
            if printed > whole and rest >= 0:
                told = phrase("elsewhere.left", block=block, category=name, printed=printed, rest=rest, total=whole)
                yield Finding("misprint", told)


def _cleared(lines: list[dict[str, str]]) -> Iterator[Finding]:
    """Closed against received; above 100 % is lawful, for what was pending before is closed too."""
    for block, found in _blocks(lines).items():
        percent = one_decimal(Fraction(100 * found[CLOSED], found[WHOLE]))
        kind = "lawful" if found[CLOSED] > found[WHOLE] else "rate"
        yield Finding(
            kind, phrase(f"elsewhere.{kind}", indicator=f"{block}{CLOSED}", percent=percent, base=found[WHOLE])
        )


def _blocks(lines: list[dict[str, str]]) -> dict[str, dict[str, int]]:
    found: dict[str, dict[str, int]] = {}
    for each in lines:
        found.setdefault(each["block"], {})[each["indicator"]] = int(each["value"])
    return found


def _unreliable(lines: list[dict[str, str]]) -> Iterator[Finding]:
    for each in lines:
        if "不可靠" in each["note"] or "余" in each["note"]:
            yield Finding("unreliable", phrase("elsewhere.unreliable", indicator=each["indicator"], note=each["note"]))


def _before(value: str, percent: str) -> int | None:
    """The value a year before that a printed growth rate implies, to the unit."""
    try:
        now, grown = Fraction(value), Fraction(Decimal(percent)) / 100
    except (InvalidOperation, ValueError):
        return None
    return int(now / (1 + grown) + Fraction(1, 2)) if grown != -1 else None


def _lines(name: str) -> list[dict[str, str]]:
    text = files("casework.statistics").joinpath("data", "external", f"{name}.csv").read_text("utf-8-sig")
    return [{key: value or "" for key, value in row.items() if key} for row in csv.DictReader(io.StringIO(text))]
