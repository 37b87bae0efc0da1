"""Which steps the tests took and which reasons they met: heard from the door's own log, kept per worker."""

import json
import logging
import os
from pathlib import Path

FOLDER = Path(__file__).parents[2] / "var" / "reached"


class Watcher(logging.Handler):
    """A pytest plugin that listens to the door."""

    def __init__(self) -> None:
        super().__init__(logging.DEBUG)
        self.steps: set[tuple[str, str]] = set()
        self.states: set[tuple[str, str]] = set()
        self.codes: set[str] = set()
        log = logging.getLogger("casework.door")
        log.setLevel(logging.DEBUG)
        log.propagate = False
        log.addHandler(self)

    def emit(self, record: logging.LogRecord) -> None:
        """One thing the door did."""
        procedure, step, told = record.casework  # type: ignore[attr-defined]
        if record.msg == "taken":
            self.steps.add((procedure, step))
            self.states.add((procedure, told))
        else:
            self.codes.update(told)

    def pytest_sessionfinish(self) -> None:
        """Write what was heard; a worker writes its own file."""
        if not self.steps and not self.codes:
            return
        worker = os.environ.get("PYTEST_XDIST_WORKER", "alone")
        FOLDER.mkdir(parents=True, exist_ok=True)
        told = {"steps": sorted(self.steps), "states": sorted(self.states), "codes": sorted(self.codes)}
        (FOLDER / f"{worker}.json").write_text(json.dumps(told), "utf-8")
