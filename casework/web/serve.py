"""Serving: gunicorn over the application, with a worker thread for the outbox in the one-process setting."""

import ipaddress
import threading
from pathlib import Path
from typing import Any

from gunicorn.app.base import BaseApplication

from casework.base.errors import CaseworkError
from casework.base.phrases import phrase
from casework.base.tasks import Handler
from casework.exchange.ledger import shelf
from casework.identity.city import has_demonstration_people
from casework.jobs import drill
from casework.jobs.runner import Runner
from casework.mediation import binding
from casework.statistics import each_office
from casework.transfers import packing
from casework.web import settings
from casework.web.app import Casework


class Refused(CaseworkError):
    """The server does not start, and why."""


def run(host: str, port: int, workers: int = 1) -> None:
    """Serve until stopped. Raises Refused for demonstration sign-ins on an address others can reach."""
    app = settings.application(migrated=True)
    with app.app_context():
        if has_demonstration_people() and not _is_loopback(host):
            raise Refused(phrase("serve.refused", host=host))
    options = {"bind": f"{host}:{port}", "workers": workers, "threads": 8, "post_fork": _post_fork}
    _Server(app, {**options, "control_socket_disable": True}).run()


def runner_of(app: Casework) -> Runner:
    """The runner of an application: fonts from its assets, drawn papers into its instance folder."""
    instance = Path(app.config["CASEWORK_INSTANCE"])
    return Runner(
        fonts=Path(app.config["CASEWORK_ASSETS"]) / "fonts",
        folder=instance / "papers",
        seals=Path(app.config.get("CASEWORK_SEALS") or instance / "seals"),
        tasks=tasks_of(app),
    )


def tasks_of(app: Casework) -> dict[str, Handler]:
    """Who does the long tasks of each kind."""
    instance = Path(app.config["CASEWORK_INSTANCE"])
    assets = Path(app.config.get("CASEWORK_ASSETS") or instance / "assets")
    return {
        shelf.TASK: lambda task, tell: shelf.enter_kept(task, tell, instance / "ledgers"),
        shelf.REHEARSAL: lambda task, tell: shelf.rehearse_kept(task, tell, instance / "ledgers"),
        each_office.KIND: each_office.publish_each,
        drill.KIND: drill.drill(instance / "backups"),
        packing.KIND: packing.packer(assets / "fonts", app.extensions["evidence_store"], instance / "packages"),
        binding.KIND: binding.binder(assets / "fonts", app.extensions["evidence_store"], instance / "files"),
    }


def _post_fork(_server: Any, worker: Any) -> None:
    if worker.age == 1:
        threading.Thread(target=_keep_promises, args=(worker.app.wsgi(),), daemon=True).start()


def _keep_promises(app: Casework) -> None:
    with app.app_context():
        runner_of(app).run_forever()


def _is_loopback(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False


class _Server(BaseApplication):
    """Gunicorn with settings handed in."""

    def __init__(self, app: Casework, options: dict[str, Any]) -> None:
        self.application, self.options = app, {"worker_class": "gthread", **options}
        super().__init__()

    def load_config(self) -> None:
        for name, value in self.options.items():
            self.cfg.set(name, value)

    def load(self) -> Casework:
        return self.application
