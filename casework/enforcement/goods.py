"""Goods item by item, as lists of goods print them (DOC-E4, DOC-P3)."""

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from typing import Any

from casework.base.money import grouped
from casework.documents.blocks import Table
from casework.enforcement.printing import money, zh

COLUMNS = ("name", "specification", "quantity", "unit", "value_told", "features")
WIDTHS = (7, 20, 16, 9, 9, 19, 20)
FEW = 5


@dataclass(frozen=True)
class Item:
    """One item of goods: name, specification, how many of which unit, value in fen and how it was valued, features."""

    name: str | None = None
    specification: str | None = None
    quantity: int | None = None
    unit: str | None = None
    fen: int | None = None
    valued_by: str | None = None
    features: str | None = None


def kept(items: Iterable[Item]) -> list[dict[str, Any]]:
    """Items as a measure keeps them; those without a name were not told."""
    return [asdict(each) for each in items if each.name]


def in_words(items: Iterable[Item]) -> str:
    """Items one a line: name, specification, quantity with its unit."""
    return "\n".join(
        " ".join(part for part in (each.name, each.specification, f"{each.quantity or ''}{each.unit or ''}") if part)
        for each in items
        if each.name
    )


def rows_of(goods: str, items: Iterable[Mapping[str, Any]]) -> list[dict[str, str]]:
    """What a list prints of each item by column; goods told in words are one item a line, the rest left to the hand."""
    told = list(items) or [{"name": line.strip()} for line in goods.splitlines() if line.strip()]
    return [_printed(each) for each in told]


def worth_told(items: Iterable[Mapping[str, Any]]) -> str:
    """What all items together are worth, in figures and capitals; empty where no value was told."""
    total = sum(each.get("fen") or 0 for each in items)
    return money(total) if total else ""


def shortened(goods: str) -> str:
    """Goods in one line; of a long list its beginning and how many there are."""
    lines = [line.strip() for line in goods.splitlines() if line.strip()]
    told = "、".join(lines[:FEW])
    return zh("agency_paper.and_more", told=told, count=len(lines)) if len(lines) > FEW else told


def goods_table(rows: Iterable[Mapping[str, str]], more: tuple[str, ...] = ()) -> Table:
    """The table of a list of goods; `more` are further columns of its rows."""
    columns = (*COLUMNS, *more)
    head = (zh("agency_paper.no"), *(zh(f"agency_paper.item.{each}") for each in columns))
    lines = tuple(
        (str(place), *(each.get(column, "") for column in columns)) for place, each in enumerate(rows, start=1)
    )
    return Table(head, lines, (*WIDTHS, *(15 for _ in more)))


def _printed(item: Mapping[str, Any]) -> dict[str, str]:
    worth = f"￥{grouped(item['fen'])}" if item.get("fen") else ""
    valued = [part for part in (worth, item.get("valued_by")) if part]
    told = {name: item.get(name) for name in ("name", "specification", "quantity", "unit", "features")}
    return {**{name: str(value or "") for name, value in told.items()}, "value_told": "；".join(valued)}
