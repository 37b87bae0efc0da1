"""Whether the newest run reached every state, step and reason of every procedure; what it missed (`make test`)."""

import json
import sys

from casework.base.phrases import catalogue
from casework.procedure.models import START
from casework.procedure.procedure import PROCEDURES
from casework.web.rooms import procedures
from tests.support.reaching import FOLDER

STANDING = ("state", "post", "side.office", "side.counterpart", "side.either")


def wanted() -> dict[str, set[str]]:
    """Everything there is to reach, as text."""
    procedures()
    steps = {f"{name}.{step}" for name, each in PROCEDURES.items() for step in each.steps}
    states = {f"{name}.{state}" for name, each in PROCEDURES.items() for state in each.states if state != START}
    guards = {guard.name for each in PROCEDURES.values() for step in each.steps.values() for guard in step.guards}
    codes = {key.removeprefix("guard.").removesuffix(".fact") for key in catalogue() if key.startswith("guard.")}
    reasons = {code for code in codes if not code.endswith((".cure", ".by")) and code.split(".")[0] in guards}
    return {
        "steps": steps,
        "states": states,
        "codes": reasons | set(STANDING),
        "alone": guards,
        "cured": guards,
    }


def reached() -> dict[str, set[str]]:
    """What the newest run reached, all workers together."""
    found: dict[str, set[str]] = {name: set() for name in ("steps", "states", "codes", "alone", "cured")}
    for file in FOLDER.glob("*.json"):
        told = json.loads(file.read_text("utf-8"))
        found["steps"] |= {".".join(pair) for pair in told["steps"]}
        found["states"] |= {".".join(pair) for pair in told["states"]}
        found["codes"] |= set(told["codes"])
        for name in ("alone", "cured"):
            found[name] |= {code.partition(".")[0] for code in told.get(name, ())}
    return found


def main() -> int:
    """Name what was missed; 1 if anything was: each guard is also met alone, and cured in the same test."""
    all_of_it, got = wanted(), reached()
    missed = {name: sorted(all_of_it[name] - got[name]) for name in all_of_it}
    for name, each in missed.items():
        said = [f"{name}: {len(all_of_it[name])} there are, {len(each)} not reached by a test", *each]
        sys.stdout.write("\n  ".join(said) + "\n")
    return 1 if any(missed.values()) else 0


if __name__ == "__main__":
    sys.exit(main())
