"""The runner: takes open promises from the outbox, oldest first, and keeps them. Doing one twice does no harm."""

import logging
import time
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

from sqlalchemy.exc import SQLAlchemyError

from casework.base import wallclock
from casework.base.db import db, reading_only
from casework.base.outbox import OutboxItem, open_items
from casework.base.tasks import Handler
from casework.documents.fonts import fonts_in
from casework.documents.models import PaperRecord
from casework.documents.placed import Drawn
from casework.documents.seal import seal_of, sealed
from casework.documents.store import kept_file, note_drawn, placed
from casework.identity.directory import office_by_id
from casework.jobs import schedule
from casework.jobs.tasks import run_waiting

log = logging.getLogger(__name__)
MOST_ATTEMPTS = 5


class Runner:
    """Keeps promises. `fonts` is the folder of the font files, `folder` where drawn papers are kept.

    `seals` holds the certificates of the offices that seal by computer; without it papers wait for the stamp. `tasks`
    does the long tasks by their kind.
    """

    def __init__(
        self, *, fonts: Path, folder: Path, seals: Path | None = None, tasks: Mapping[str, Handler] | None = None
    ) -> None:
        self.fonts, self.folder, self.seals, self.tasks = fonts, folder, seals, tasks or {}
        self.jobs = {"draw_papers": self.draw_papers}

    def run_once(self, now: datetime | None = None) -> int:
        """Keep every open promise once; how many were kept. A failure is noted and tried again later."""
        with reading_only():
            waiting = [item.id for item in open_items() if item.attempts < MOST_ATTEMPTS]
            db.session.rollback()
        return sum(self._keep(item_id, now or wallclock.now()) for item_id in waiting)

    def run_forever(self, pause: float = 0.5) -> None:
        """Keep promises and run the standing jobs until the process ends."""
        while True:
            self.go_round(wallclock.now())
            db.session.remove()
            time.sleep(pause)

    def go_round(self, now: datetime) -> None:
        """Once round: promises and the jobs that are due. A trouble of the database is logged; the next round tries again."""
        for work in (self.run_once, schedule.run_due, self.run_tasks):
            try:
                work(now)
            except SQLAlchemyError:
                db.session.rollback()
                log.exception("the worker's round was cut short")

    def run_tasks(self, now: datetime) -> int:
        """Do the long tasks that wait; how many ended well."""
        return run_waiting(self.tasks, now)

    def draw_papers(self, payload: dict[str, Any]) -> None:
        """Draw the papers of one step, seal them where the office does, keep the files; nobody waits for a lock."""
        with reading_only():
            drawn = {each: self._drawn(each) for each in payload["papers"]}
            db.session.rollback()
        for paper_id, content in drawn.items():
            note_drawn(db.session.get_one(PaperRecord, paper_id), content)

    def _drawn(self, paper_id: int) -> bytes:
        record = db.session.get_one(PaperRecord, paper_id)
        drawn = placed(record, fonts_in(self.fonts))
        self.folder.mkdir(parents=True, exist_ok=True)
        kept_file(record, self.folder).write_bytes(self._sealed(record, drawn))
        return drawn.pdf

    def _sealed(self, record: PaperRecord, drawn: Drawn) -> bytes:
        office = office_by_id(record.office_id) if drawn.seal else None
        seal = seal_of(office.code, office.name, self.seals) if office else None
        return sealed(drawn, seal, fonts_in(self.fonts)) if seal else drawn.pdf

    def _keep(self, item_id: int, now: datetime) -> int:
        with reading_only():
            item = db.session.get_one(OutboxItem, item_id)
            kind, payload = item.kind, item.payload
            db.session.rollback()
        try:
            self.jobs[kind](payload)
        except Exception as error:
            db.session.rollback()
            log.exception("outbox item %s failed", item_id)
            item = db.session.get_one(OutboxItem, item_id)
            item.attempts += 1
            item.last_error = str(error)[:500]
            db.session.commit()
            return 0
        db.session.get_one(OutboxItem, item_id).done_at = now
        db.session.commit()
        return 1
