"""No text that a person reads stands outside the catalogue: not in a template, not in the code."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
CHINESE = re.compile(r"[\u4e00-\u9fff]")
WORD = re.compile(r"[A-Za-z\u4e00-\u9fff]{2,}")
CLASSES = re.compile(r"\{% block (?:page|body)_class %\}.*?\{% endblock %\}", re.DOTALL)
JINJA = re.compile(r"\{#.*?#\}|\{%.*?%\}|\{\{.*?\}\}", re.DOTALL)
TAG = re.compile(r"<(script|style)\b.*?</\1>|<[^>]*>", re.DOTALL)
SAID = re.compile(r"\s(?:title|alt|placeholder|aria-label)=\"([^\"]*)\"")
NAMES = {"CMP", "SHA", "PDF", "CSV", "JSON", "SVG", "XLSX", "doctype", "html"}
READS_OR_WRITES_CHINESE = {
    "identifiers": "reads and writes numbers, amounts and dates as people write them",
    "documents": "sets Chinese type: punctuation and page numbers",
    "exchange": "made-up and published histories, and the headers of ledgers",
    "clock/notice.py": "reads the notices of the State Council",
    "clock/calendar.py": "the name of a day off in the record",
    "statistics": "units and made-up figures of workbooks and tables",
    "desk/guide_views.py": "what the tour searches for, and the samples of the style page",
    "web/cli.py": "the command line speaks Chinese",
    "web/report_cli.py": "the command line speaks Chinese",
    "mediation/conditions.py": "words looked for in terms",
    "mediation/arbitration.py": "words looked for in terms",
    "mediation/printing.py": "papers are Chinese",
    "complaints/papers.py": "papers are Chinese",
    "enforcement": "papers and document numbers are Chinese",
    "complaints/proposals.py": "words looked for in requests",
    "mediation/verbs": "words kept in the record",
    "records": "words kept in the record",
    "jobs/schedule.py": "the product's own name in the journal",
    "portal/filing.py": "the word in receipt numbers, the title of a case",
    "portal/inbox.py": "the word in receipt numbers",
}


def templates() -> list[str]:
    """The templates, from the root of the repository."""
    return sorted(str(each.relative_to(ROOT)) for each in (ROOT / "templates").rglob("*.html"))


def texts_in(template: str) -> list[str]:
    """The words of a template that come from no phrase."""
    bare = JINJA.sub(" ", CLASSES.sub(" ", template))
    said = [word for told in SAID.findall(bare) for word in WORD.findall(told)]
    shown = WORD.findall(TAG.sub(" ", bare))
    return [word for word in (*shown, *said) if word not in NAMES]


def literals_in(source: str) -> Iterator[str]:
    """The Chinese texts of a module, without docstrings and the comments of columns."""
    tree = ast.parse(source)
    passed: set[int] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            passed.add(id(node.value))
        if isinstance(node, ast.keyword) and node.arg == "comment":
            passed.update(id(each) for each in ast.walk(node.value))
    for node in ast.walk(tree):
        if id(node) not in passed and isinstance(node, ast.Constant) and CHINESE.search(str(node.value)):
            yield str(node.value)


@pytest.mark.parametrize("path", templates())
def test_template_has_no_text_of_its_own(path):
    assert texts_in((ROOT / path).read_text("utf-8")) == []


def test_code_has_no_text_of_its_own():
    found = {
        str(file.relative_to(ROOT / "casework")): list(literals_in(file.read_text("utf-8")))
        for file in (ROOT / "casework").rglob("*.py")
    }
    told = {path for path, said in found.items() if said}

    assert sorted(path for path in told if not path.startswith(tuple(READS_OR_WRITES_CHINESE))) == []
    assert [each for each in READS_OR_WRITES_CHINESE if not any(path.startswith(each) for path in told)] == []


@pytest.mark.parametrize(("template", "found"), [
    ("<p>{{ t('a.b') }}</p>", []),
    ("<p>Hello</p>", ["Hello"]),
    ("<p>你好 {{ name }}</p>", ["你好"]),
    ('<input placeholder="Name">', ["Name"]),
    ("{# Said to developers #}<code>SHA-256 {{ x }}</code>", []),
])  # fmt: skip
def test_planted_text_is_found(template, found):
    assert texts_in(template) == found


def test_planted_literal_is_found():
    assert list(literals_in('"""说明"""\nx = f(comment="注")\ny = "你好"')) == ["你好"]
