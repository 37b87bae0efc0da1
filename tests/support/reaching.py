"""Which steps the tests took, which reasons they met, met alone and cured: heard from the door's log, kept per worker."""

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
        self.alone: set[str] = set()
        self.cured: set[str] = set()
        self.waiting: dict[tuple[str, str], set[str]] = {}
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
        if record.msg == "refused":
            self.codes.update(told)
            self._met(procedure, step, told)
        else:
            self.cured |= self.waiting.pop((procedure, step), set())

    def _met(self, procedure: str, step: str, codes: list[str]) -> None:
        """A reason met alone waits for its cure: the same step lawful, later in the same test."""
        if len(set(codes)) == 1:
            self.alone.update(codes)
            self.waiting.setdefault((procedure, step), set()).update(codes)

    def pytest_runtest_setup(self) -> None:
        """What one test was refused, no other test cures."""
        self.waiting.clear()

    def pytest_sessionfinish(self) -> None:
        """Write what was heard; a worker writes its own file."""
        if not self.steps and not self.codes:
            return
        worker = os.environ.get("PYTEST_XDIST_WORKER", "alone")
        FOLDER.mkdir(parents=True, exist_ok=True)
        told = {name: sorted(getattr(self, name)) for name in ("steps", "states", "codes", "alone", "cured")}
        (FOLDER / f"{worker}.json").write_text(json.dumps(told), "utf-8")
