"""`casework import`: a ledger out of a spreadsheet, rehearsed or entered (cli-contract section 8)."""

from pathlib import Path

import click

from casework.base import wallclock
from casework.base.phrases import phrase
from casework.web.terminal import application, tell, unusable


@click.command("import")
@click.option("--dry-run", is_flag=True, help="judge every row and write nothing")
@click.option("--json", "as_json", is_flag=True, help="standard output holds one JSON value")
@click.option("--office", help="the code of the office whose ledger this is; else the one named in the sheet")
@click.argument("file", type=click.Path(path_type=Path))
def import_ledger(dry_run: bool, as_json: bool, office: str | None, file: Path) -> None:
    """Enter the ledger of a station, of the committee or of transfers; each row with its fate."""
    from casework.exchange.ledger import importing  # late: slow import
    from casework.exchange.ledger.workbook import UnreadableWorkbook  # late: slow import
    from casework.identity.directory import office_by_code  # late: slow import

    if not file.is_file():
        unusable(phrase("exchange.ledger.file.absent", "zh", name=file.name))
    with application().app_context():
        by = office_by_code(office) if office else None
        if office and by is None:
            unusable(phrase("exchange.ledger.file.no_office", "zh", code=office))
        try:
            today = wallclock.local_date(wallclock.now())
            answer = importing.import_ledger(file, today, dry_run=dry_run, office=by)
        except UnreadableWorkbook as error:
            unusable(str(error))
        tell(answer)
