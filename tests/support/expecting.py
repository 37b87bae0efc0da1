"""Whether a test module expects a refusal: read from its text, so that it holds however workers share the tests."""

import re
from functools import cache
from pathlib import Path


def expects(module: str, guard: str) -> bool:
    """Whether a code of the guard, with or without a variant, stands in the module as a word of its own."""
    return re.search(rf'"{guard}[".{{]', _text(module)) is not None


@cache
def _text(module: str) -> str:
    return Path(module).read_text("utf-8")
