"""What no file of the repository may say. The patterns are made of pieces, so that this file passes."""

import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
BINARY = {".ttf", ".pdf", ".png", ".jpg", ".xlsx", ".docx", ".zip", ".gz", ".ico"}
LOCKS = ("requirements/", "package-lock.json")


def either(*pieces: tuple[str, ...]) -> str:
    """A pattern of alternatives, each given in pieces."""
    return "|".join("".join(each) for each in pieces)


FORBIDDEN = {
    "a registry's host": either(
        ("pypi", r"\.org"),
        ("python", r"hosted\.org"),
        ("npm", r"js\.(org|com)"),
        ("deb", r"\.debian\.org"),
        ("npm", "mirror"),
    ),
    "a path of one machine": either(("/wo", r"rk/(main|shared|\.\w)"), ("/ro", "ot/"), ("(?<![a-z])/ho", r"me/\w+/")),
    "an unfinished mark": either(("TO", r"DO\b"), ("FIX", r"ME\b"), ("XX", r"X\b"), ("NotImplemented", "Error")),
    "a test that is not run": either(
        (r"pytest\.sk", "ip"), (r"mark\.sk", "ip"), ("xf", r"ail\b"), ("import", "orskip")
    ),
    "a silenced check without its name": either(("# no", r"qa(?!:)"), ("# type: ig", r"nore(?!\[)")),
}
ALLOWED = {("pyproject.toml", "a test that is not run")}  # the option that makes an expected failure strict


def faults_of(path: str, content: str) -> list[str]:
    """Which forbidden things the text of one file says, by line."""
    patterns = FORBIDDEN | ({"an address in a lock file": ":" + "//"} if path.startswith(LOCKS) else {})
    return [
        f"{path}:{number}: {what}"
        for number, line in enumerate(content.splitlines(), 1)
        for what, pattern in patterns.items()
        if (path, what) not in ALLOWED and re.search(pattern, line)
    ]


def tracked_files() -> list[str]:
    """The text files of the repository."""
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True)
    return [
        path
        for path in listed.stdout.split("\0")
        if path and Path(path).suffix not in BINARY and (ROOT / path).is_file()
    ]


def test_no_file_says_what_none_may():
    files = tracked_files()

    found = [fault for path in files for fault in faults_of(path, (ROOT / path).read_text("utf-8"))]

    assert "pyproject.toml" in files
    assert found == []


@pytest.mark.parametrize(
    ("path", "line", "what"),
    [
        ("docs/a.md", "see pypi" + ".org", "a registry's host"),
        ("docs/a.md", "in /wo" + "rk/main/casework", "a path of one machine"),
        ("docs/a.md", "the page /wo" + "rk/2026-11-23", None),
        ("casework/a.py", "# TO" + "DO: later", "an unfinished mark"),
        ("casework/a.py", "raise NotImplemented" + "Error", "an unfinished mark"),
        ("tests/a.py", "@pytest.mark.sk" + "ip", "a test that is not run"),
        ("casework/a.py", "import a  # no" + "qa", "a silenced check without its name"),
        ("casework/a.py", "import a  # no" + "qa: F401", None),
        ("casework/a.py", "a = b  # type: ig" + "nore", "a silenced check without its name"),
        ("requirements/run.lock", "a @ https:/" + "/a", "an address in a lock file"),
        ("docs/a.md", "http:/" + "/127.0.0.1:8000", None),
    ],
)
def test_hygiene_catches_a_planted_fault(path, line, what):
    expected = [f"{path}:1: {what}"] if what else []

    assert faults_of(path, line) == expected
