"""Published tables of others on a page, our own figures of a period beside them."""

from urllib.parse import urlsplit

from flask import Blueprint, render_template

from casework.base import wallclock
from casework.base.phrases import has_phrase, phrase
from casework.base.wallclock import local_date
from casework.counter.asked import asked_text
from casework.counter.session import current_actor
from casework.statistics.asking_views import asked_period, asked_scope
from casework.statistics.beside import beside, line_key, place_of
from casework.statistics.cut_offs import cut_off_of
from casework.statistics.elsewhere import Published, published_elsewhere
from casework.statistics.period import Period, parse

bp = Blueprint("elsewhere", __name__, url_prefix="/figures/published-elsewhere")
NUMBERS = ("accepted", "share_pct_published", "succeeded", "succeeded_share_pct_published", "value", "yoy_pct")
SHARED = ("T1",)
HEADS = ("year", "region")


@bp.get("")
def index() -> str:
    """Each table as printed, with what its own sums say, and our figures where both count the same."""
    current_actor()
    period = _period()
    return render_template(
        "statistics/elsewhere.html",
        title=phrase("elsewhere.title"),
        tables=published_elsewhere(),
        ours=beside(period, asked_scope()),
        key_of=line_key,
        place_of=place_of,
        constant=_constant,
        numbers=NUMBERS,
        shared=SHARED,
        printed=_printed,
        host=lambda address: urlsplit(address).hostname or address,
        period=period,
    )


def _constant(table: Published) -> dict[str, str]:
    """The columns that say the same in every line: told once above the table instead."""
    first, *others = table.lines
    return {key: value for key, value in first.items() if key in HEADS and all(each[key] == value for each in others)}


def _period() -> Period:
    """The period asked for, the running year where none is."""
    if asked_text("period"):
        return asked_period()
    return parse(f"{local_date(wallclock.now()).year:04d}", cut_off_of(None))


def _printed(column: str, value: str) -> str:
    """A value as printed; whole numbers with marks between thousands, the names of groups in words."""
    if column == "dimension" and has_phrase(f"elsewhere.{value}"):
        return phrase(f"elsewhere.{value}")
    if column == "used_by":
        return "、".join(dict.fromkeys(_place(each) for each in value.split()))
    return f"{int(value):,}" if column in NUMBERS and value.isdecimal() else value


def _place(told: str) -> str:
    """Who uses an indicator: the place of a published table by its number, else as told."""
    return phrase(f"elsewhere.place.{told}") if has_phrase(f"elsewhere.place.{told}") else told
