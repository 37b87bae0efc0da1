"""What the commands share: the application, one JSON value on standard output, an unusable question."""

import json
import sys
from typing import Any, NoReturn

import click


def application() -> Any:
    """The application on a database that is brought up to date."""
    from casework.web.settings import application as made  # late: slow import

    return made(migrated=True)


def tell(value: Any) -> None:
    """One JSON value on standard output."""
    sys.stdout.buffer.write(json.dumps(value, ensure_ascii=False).encode() + b"\n")


def unusable(reason: str) -> NoReturn:
    """Say why the question cannot be answered and end with status 2."""
    click.echo(reason, err=True)
    sys.exit(2)
