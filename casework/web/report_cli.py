"""The command `casework report`: every table, period, office and form; publishing, recounting, doubts, cut-offs."""

import sys
from collections.abc import Callable
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import Any

import click

from casework.base import wallclock
from casework.web.terminal import application, tell, unusable

FORMS = ("text", "json", "csv", "xlsx", "pdf")


@click.group()
def report() -> None:
    """Figures."""


@report.command()
@click.option("--json", "as_json", is_flag=True)
@click.option("--month", required=True, help="YYYY-MM")
@click.option("--unit", default=None, help="one organisation, by code or id")
def monthly(as_json: bool, month: str, unit: str | None) -> None:
    """The figures of one calendar month in Asia/Shanghai."""
    from casework.statistics.monthly import monthly as figures  # late: slow import

    with application().app_context():
        tell(_asked(lambda: figures(month, unit)))


@report.command()
@click.option("--json", "as_json", is_flag=True)
def tables(as_json: bool) -> None:
    """The tables that can be asked for."""
    from casework.statistics.tables import tables as known  # late: slow import

    told = [{"table": key, "title": each.label[0], "source": each.source} for key, each in known().items()]
    if as_json:
        tell(told)
    else:
        click.echo("\n".join(f"{each['table']:<16}{each['title']}（{each['source']}）" for each in told))


@report.command()
@click.argument("name")
@click.option("--period", required=True, help="2026-10, 2026-Q4, 2026 or 2026-01-16..2026-02-16 (end not included)")
@click.option("--unit", default=None, help="one organisation, by code or id")
@click.option("--form", type=click.Choice(FORMS), default="text")
@click.option("--json", "as_json", is_flag=True, help="the same as --form json")
@click.option("--out", type=click.Path(path_type=Path), default=None, help="a file instead of standard output")
@click.option("--day", default=None, help="the publication as it stood on that day, YYYY-MM-DD")
def table(
    *, name: str, period: str, unit: str | None, form: str, as_json: bool, out: Path | None, day: str | None
) -> None:
    """A table over a period in any form: counted now, or as published on a day."""
    from casework.statistics.handing import handed_out, in_form  # late: slow import

    app = application()
    with app.app_context():
        told = _asked(lambda: handed_out(name, period, unit, date.fromisoformat(day) if day else None))
        fonts = Path(app.config["CASEWORK_ASSETS"]) / "fonts" if form == "pdf" else None
        body = in_form(told, "json" if as_json else form, fonts)
    if out is None:
        sys.stdout.buffer.write(body)
    else:
        out.write_bytes(body)


@report.command()
@click.argument("name", required=False)
@click.option("--period", default=None, help="2026-10, 2026-Q4, 2026 or 2026-01-16..2026-02-16 (end not included)")
@click.option("--unit", default=None, help="one organisation, by code or id")
@click.option("--out", type=click.Path(path_type=Path), default=None, help="XLSX to a file instead of one JSON value")
def upper(name: str | None, period: str | None, unit: str | None, out: Path | None) -> None:
    """A form of the upper level filled by its mapping, or the forms there are; exit 1 when a check does not hold."""
    from casework.statistics.handing import filled_upper  # late: slow import
    from casework.statistics.upper_forms import upper_forms  # late: slow import
    from casework.statistics.upper_workbook import as_xlsx  # late: slow import

    with application().app_context():
        if name is None or period is None:
            tell([{"form": each.key, "name": each.name, "receiver": each.receiver} for each in upper_forms()])
            return
        form, when, told = _asked(lambda: filled_upper(name, period, unit))
        if out is not None:
            out.write_bytes(as_xlsx(form, when, told))
        else:
            tell({"form": form.key, "version": form.version, "period": when.name, **asdict(told)})
    for each in told.broken:
        click.echo(f"{each.label}：{each.left} / {each.right}", err=True)
    sys.exit(1 if told.broken else 0)


@report.command()
@click.option("--period", required=True)
@click.option("--unit", default=None)
def doubts(period: str, unit: str | None) -> None:
    """The doubts about the data of a period, one JSON value."""
    from casework.statistics.handing import asked_for  # late: slow import
    from casework.statistics.quality import doubts as doubtful  # late: slow import

    with application().app_context():
        _, when, scope = _asked(lambda: asked_for("ip_monthly", period, unit))
        tell([{**asdict(each), "told": each.told} for each in doubtful(when, scope.offices)])


@report.command()
@click.option("--repair", is_flag=True, help="count everything anew from the journal")
def recount(repair: bool) -> None:
    """Prove the counters from the journal; exit 1 and name each cell that differs."""
    from casework.base.db import db  # late: slow import
    from casework.records import counters  # late: slow import

    with application().app_context():
        if repair:
            click.echo(f"已由办案日志重新核算，共 {counters.rebuild()} 项")
            db.session.commit()
        found = counters.recount()
    for each in found:
        click.echo(f"{each.cell}: 计数器 {each.kept}，日志 {each.recounted}")
    click.echo("计数器与办案日志一致" if not found else f"有 {len(found)} 格不一致")
    sys.exit(1 if found else 0)


@report.command("publish-all")
@click.option("--period", required=True)
@click.option("--tick-all", is_flag=True, help="every doubt of the data was looked at")
@click.option("--by", required=True, help="login of the statistician")
def publish_all(period: str, tick_all: bool, by: str) -> None:
    """Freeze the monthly table of the whole city and of each office; stopped, it goes on where it was when asked again."""
    from casework.base.db import db  # late: slow import
    from casework.statistics.handing import publish_everything  # late: slow import

    def tell(done: int, whole: int) -> None:
        db.session.commit()
        if done < whole:
            click.echo(f"{done} / {whole}", err=True)

    def refuse(office: str, why: str) -> None:
        click.echo(f"{office}: {why}", err=True)

    with application().app_context():
        found = _asked(
            lambda: publish_everything(period, by, tell, refuse, tick_all=tick_all, now=wallclock.now()),
        )
    told = f"已发布 {found['published']} 张，此前已发布 {found['published_before']} 张"
    click.echo(f"{told}，未发布 {found['not_published']} 张")
    sys.exit(1 if found["not_published"] else 0)


@report.command("cut-off")
@click.argument("unit")
@click.option("--last-day", default=31, help="last day of the office's month, 31 for the calendar's")
@click.option("--last-month", default=12, help="last month of the office's year")
def cut_off(unit: str, last_day: int, last_month: int) -> None:
    """Let an office end its months and years where it does."""
    from casework.base.db import db  # late: slow import
    from casework.statistics.cut_offs import set_cut_off  # late: slow import
    from casework.statistics.monthly import unit_id  # late: slow import
    from casework.statistics.period import CutOff  # late: slow import

    with application().app_context():
        found = _asked(lambda: unit_id(unit))
        _asked(lambda: set_cut_off(found or 0, CutOff(last_day, last_month)))
        db.session.commit()
    click.echo(f"{unit}: 每月 {last_day} 日、每年 {last_month} 月截止")


def _asked(question: Callable[[], Any]) -> Any:
    """The answer; what cannot be asked ends the command in words."""
    try:
        return question()
    except ValueError as error:
        unusable(str(error))
