"""The bundle of a transfer: what goes along, frozen by a hash per file at the moment of sending."""

import hashlib
from typing import Any

from casework.base.db import db
from casework.base.model import canonical_json
from casework.enforcement.models import Penalty
from casework.procedure.clocks import open_clocks
from casework.procedure.siblings import open_on
from casework.records.evidence import handed_in
from casework.records.models import Case
from casework.transfers.models import Transfer


def freeze(transfer: Transfer, evidence_ids: tuple[int, ...] | None) -> None:
    """Write the list of files and measures into the transfer; from now on neither changes with the case."""
    db.session.flush()
    chosen = [each for each in handed_in(transfer.case) if evidence_ids is None or each.id in evidence_ids]
    transfer.bundle = [{"name": each.name, "size": each.size, "sha256": each.sha256} for each in chosen]
    transfer.measures = measures_in_force(transfer.case)
    frozen = canonical_json({"files": transfer.bundle, "measures": transfer.measures})
    transfer.bundle_sha256 = hashlib.sha256(frozen.encode()).hexdigest()


def measures_in_force(case: Case) -> list[dict[str, Any]]:
    """Every measure in force on the case with the day on which it ends."""
    return [row for each in open_on(case, "penalty") if isinstance(each, Penalty) for row in _measures(each)]


def _measures(penalty: Penalty) -> list[dict[str, Any]]:
    found = []
    for each in penalty.measures:
        if each.ended_on is None:
            clocks = open_clocks(penalty, ("PEN-4", "PEN-5"), each.label)
            expires = clocks[0].due.isoformat() if clocks else None
            row: dict[str, Any] = {
                name: getattr(each, name) for name in ("kind", "document", "goods", "place", "items")
            }
            found.append({**row, "taken_on": each.taken_on.isoformat(), "expires_on": expires})
    return found
