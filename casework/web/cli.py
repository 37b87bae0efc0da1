"""The command `casework`: batch answers, replay, report, charts, verification, and running the house."""

import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from casework.base import wallclock
from casework.web.import_cli import import_ledger
from casework.web.pure import pure_answers
from casework.web.report_cli import report
from casework.web.terminal import application as _application
from casework.web.terminal import tell as _tell
from casework.web.terminal import unusable as _unusable

Answer = Callable[[dict[str, Any]], dict[str, Any]]


@click.group()
def main() -> None:
    """Casework: the record of intellectual-property disputes, from complaint to performance."""


def _batch_command(name: str) -> click.Command:
    @click.option("--json", "as_json", is_flag=True, help="standard output holds one JSON value")
    @click.option("--batch", required=True, help="a file with a list of questions, - for standard input")
    def command(as_json: bool, batch: str) -> None:
        answer = pure_answers(name)
        _tell([_answered(answer, each) for each in _questions(batch)])

    command.__doc__ = f"Answer a batch of `{name}` questions (cli-contract)."
    return click.command(name)(command)


for _name in ("deadline", "check", "threshold", "court", "effective-date"):
    main.add_command(_batch_command(_name))


@main.command()
@click.option("--json", "as_json", is_flag=True)
@click.argument("paths", nargs=-1, required=True)
def replay(as_json: bool, paths: tuple[str, ...]) -> None:
    """Enter case histories through the same door as the screens."""
    from casework.exchange.replay import replay as walk  # late: slow import

    cases = [Path(each) for each in paths]
    unread = [str(each) for each in cases if not each.exists()]
    if unread:
        _unusable(f"读不到: {', '.join(unread)}")
    with _application().app_context():
        try:
            answers = walk(cases)
        except ValueError as error:
            _unusable(str(error))
        _tell(answers)


main.add_command(report)
main.add_command(import_ledger)


@main.command()
@click.argument("name", required=False)
@click.option("--svg", is_flag=True, help="a drawing instead of text")
def chart(name: str | None, svg: bool) -> None:
    """Print the chart of a procedure, or of all."""
    from casework.procedure.chart import chart_svg, chart_text  # late: slow import
    from casework.web.rooms import procedures  # late: slow import

    known = procedures()
    if name is not None and name not in known:
        _unusable(f"没有名为 {name} 的程序;现有: {', '.join(sorted(known))}")
    for each in [known[name]] if name else known.values():
        click.echo(chart_svg(each, standalone=True) if svg else chart_text(each))


@main.command()
@click.argument("file", required=False, type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--root", "roots", multiple=True, type=click.Path(exists=True, dir_okay=False, path_type=Path),
              help="a certificate to trust, PEM or DER; may be repeated")  # fmt: skip
def verify(file: Path | None, roots: tuple[Path, ...]) -> None:
    """Check every journal chain, or one PDF: exit 1 where something was altered or the PDF is neither signed nor proven."""
    from casework.procedure.verify import states_out_of_step  # late: slow import
    from casework.records.verify import first_breaks  # late: slow import

    if file:
        sys.exit(_told_of(file, roots))
    with _application().app_context():
        breaks = [*first_breaks(), *states_out_of_step()]
    for each in breaks:
        click.echo(f"{each.case_number} 第 {each.seq} 条: {WORDS[each.problem]}")
    click.echo("办案日志完整" if not breaks else f"发现 {len(breaks)} 个案件的日志被改动")
    sys.exit(1 if breaks else 0)


def _told_of(file: Path, roots: tuple[Path, ...]) -> int:
    """Say what was signed in a PDF; the exit status."""
    from casework.documents.report import report_on  # late: slow import

    _application()
    found = report_on(file.read_bytes(), roots)
    for line in found.lines:
        click.echo(line)
    return 0 if found.good else 1


WORDS = {
    "missing": "条目缺失或多出",
    "link": "与上一条的链接不符",
    "content": "内容与指纹不符",
    "head": "案件记载的链首不符",
    "state": "程序状态与日志不符",
}


@main.command()
def migrate() -> None:
    """Bring the database up to date."""
    _application()
    click.echo("数据库已是最新结构")


@main.command()
@click.argument("message")
def revision(message: str) -> None:
    """Write a database revision from the difference between the models and the newest one."""
    from flask_migrate import revision as write  # late: slow import

    with _application().app_context():
        write(message=message, autogenerate=True)


@main.command()
@click.option("--cases", default=0, help="beside the city, a province of so many cases")
@click.option("--offices", default=20, help="offices of the province, 1 to 2000")
def demo(cases: int, offices: int) -> None:
    """Create the demonstration database if needed and load the demonstration city, and a province where asked."""
    from casework.web.demo import load_demonstration  # late: slow import

    app = _application()
    with app.app_context():
        for line in load_demonstration(wallclock.now()):
            click.echo(line)
        if cases:
            _load_province(cases, offices)


def _load_province(cases: int, offices: int) -> None:
    from casework.base.db import db  # late: slow import
    from casework.statistics.generator import Size, load_province  # late: slow import

    facts = load_province(Size(cases, offices, wallclock.local_date(wallclock.now())))
    db.session.commit()
    click.echo(f"另有样例省：{offices} 个单位，{cases} 件案件，{facts} 项计数")


@main.command()
@click.option("--host", default="127.0.0.1")
@click.option("--port", default=8000)
@click.option("--workers", default=1)
def serve(host: str, port: int, workers: int) -> None:
    """Serve; a server with demonstration sign-ins stays on loopback."""
    from casework.web.serve import Refused, run  # late: slow import

    try:
        run(host, port, workers)
    except Refused as refused:
        _unusable(str(refused))


@main.command()
def worker() -> None:
    """Keep the promises of the outbox until stopped."""
    from casework.web.serve import runner_of  # late: slow import

    app = _application()
    with app.app_context():
        runner_of(app).run_forever()


def _questions(batch: str) -> list[Any]:
    try:
        text = sys.stdin.buffer.read() if batch == "-" else Path(batch).read_bytes()
        found = json.loads(text.decode("utf-8-sig"))
    except (OSError, ValueError) as error:
        _unusable(f"读不懂 {batch}: {error}")
    if not isinstance(found, list):
        _unusable(f"{batch} 不是问题列表")
    ids = [each.get("id") for each in found if isinstance(each, dict)]
    if len(set(map(str, ids))) != len(ids):
        _unusable(f"{batch} 中有重复的 id")
    return found


def _answered(answer: Answer, question: Any) -> dict[str, Any]:
    if not isinstance(question, dict):
        return {"id": None, "error": {"code": "missing_field", "message": "问题应为对象"}}
    return answer(question)
