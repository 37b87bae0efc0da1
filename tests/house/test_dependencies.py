"""What we import is declared, what is declared is used, and each has its reason in docs/dependencies.md."""

import ast
import json
import re
import sys
import tomllib
from functools import cache
from importlib.metadata import distributions, packages_distributions
from pathlib import Path

import pytest
from packaging.requirements import Requirement

ROOT = Path(__file__).parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
NOT_IMPORTED = {
    "gunicorn": "a command",
    "psycopg": "SQLAlchemy loads it by the address of the database",
    "setuptools": "builds",
    "fonttools": "tools/rare_glyphs.py cuts fonts at set-up",
    "tzdata": "zoneinfo reads its files",
}


def name_of(requirement: str) -> str:
    """The distribution a requirement is about, spelled as Python spells names."""
    return re.split(r"[^\w.-]", requirement, maxsplit=1)[0].lower().replace("_", "-")


@cache
def owners() -> dict[str, list[str]]:
    """Which distributions bring which module."""
    return dict(packages_distributions())


def declared() -> set[str]:
    """What runs in an office, the extras included."""
    project = PROJECT["project"]
    lists = [
        project["dependencies"],
        *project["optional-dependencies"].values(),
        PROJECT["dependency-groups"]["build"],
    ]
    return {name_of(each) for requirements in lists for each in requirements}


def imported(source: str) -> set[str]:
    """The distributions of others that a file imports."""
    modules = {
        name
        for each in ast.walk(ast.parse(source))
        for name in ([alias.name for alias in each.names] if isinstance(each, ast.Import) else [])
        + ([each.module] if isinstance(each, ast.ImportFrom) else [])
    }
    tops = {name.partition(".")[0] for name in modules} - sys.stdlib_module_names - {"casework", "config"}
    return {name_of(owners().get(top, [top])[0]) for top in tops}


def imported_by_us() -> set[str]:
    """The same for all that runs in an office."""
    files = [*(ROOT / "casework").rglob("*.py"), *(ROOT / "migrations").rglob("*.py"), *ROOT.glob("*.py")]
    return {name for file in files for name in imported(file.read_text("utf-8"))}


def test_every_import_is_declared_and_every_dependency_used():
    assert imported_by_us() | set(NOT_IMPORTED) == declared()


def test_every_dependency_has_its_reason():
    reasons = (ROOT / "docs/dependencies.md").read_text("utf-8")
    packages = json.loads((ROOT / "package.json").read_text("utf-8"))
    names = declared() | {name_of(each) for each in PROJECT["dependency-groups"]["dev"]}
    names |= {*packages["dependencies"], *packages["devDependencies"]}

    without = {name for name in names if not re.search(rf"^\| {re.escape(name)}\b", reasons, re.MULTILINE)}

    assert without == set()


def locked_extras(lock: str) -> set[tuple[str, str]]:
    """The extras that the lines of a lock file name, each with its distribution."""
    lines = re.findall(r"^([\w.-]+\[[\w,-]+\])==", lock, re.MULTILINE)
    return {(name_of(line), extra) for line in lines for extra in Requirement(line).extras}


def asked_extras() -> set[tuple[str, str]]:
    """The extras that installed packages ask of others without being asked for an extra themselves."""
    wanted = [Requirement(line) for each in distributions() for line in each.requires or ()]
    here = [each for each in wanted if each.marker is None or each.marker.evaluate({"extra": ""})]
    return {(name_of(each.name), extra) for each in here for extra in each.extras}


def test_the_lock_names_every_extra_so_that_a_newer_release_is_never_taken():
    lock = (ROOT / "requirements/dev.lock").read_text("utf-8")

    assert ("coverage", "toml") in asked_extras()
    assert asked_extras() <= locked_extras(lock)


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("import json", set()),
        ("from casework.base import db", set()),
        ("from flask_login import current_user", {"flask-login"}),
        ("import undeclared.thing", {"undeclared"}),
    ],
)
def test_reading_of_imports_finds_a_planted_one(source, expected):
    assert imported(source) == expected
