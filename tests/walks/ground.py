"""The ground that walks begin on: the city with one dispute of every kind, each stopped somewhere on its way."""

import shutil
from collections import Counter
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random
from typing import Any

from casework.base.db import db
from casework.exchange.life.tale import Plot, Tale, play
from casework.exchange.life.year import PLOTS, _town
from casework.mediation.committee import load_demonstration_committee
from casework.web.app import create_app
from tests.support.city import load_city
from tests.support.engines import SqliteCopies, opened, sqlite_url

START = datetime(2026, 3, 2, 1, 0, tzinfo=UTC)
AGO = (1, 4, 8, 15, 25, 45, 80)


class Ground:
    """One application on a file that is put back to the same state before each walk; `seen` counts what walks did."""

    def __init__(self, folder: Path, seed: int) -> None:
        self.file, self.clean = folder / "walk.sqlite", folder / "clean.sqlite"
        shutil.copyfile(SqliteCopies(folder).template, self.file)
        self.app = create_app({"SQLALCHEMY_DATABASE_URI": sqlite_url(self.file), "CASEWORK_INSTANCE": str(folder)})
        self.seen: Counter[str] = Counter()
        self.taken: Counter[tuple[str, str]] = Counter()
        with opened(self.app):
            self.refused = told(load_city(db.session).offices, Random(seed))
            db.session.commit()
        shutil.copyfile(self.file, self.clean)

    def reset(self) -> None:
        """The ground as it was."""
        for end in ("", "-wal", "-shm"):
            self.file.with_name(self.file.name + end).unlink(missing_ok=True)
        shutil.copyfile(self.clean, self.file)


def told(offices: dict[str, Any], chance: Random) -> list[str]:
    """Let one dispute of every plot begin some days before the start of the walk; what was refused of them."""
    load_demonstration_committee(offices)
    town = _town(offices)
    plots: list[Plot] = [plot for plot, share in PLOTS for _ in range(1 + (share > 20))]
    tales = [(Tale(town, START - timedelta(days=chance.choice(AGO)), Random(chance.random())), plot) for plot in plots]
    return play(tales, until=START)
