"""What a clock is called in the reader's language."""

from casework.base.phrases import language, written
from casework.clock.clocks import default_table


def clock_name(rule: str) -> str:
    """The reader's word for a time limit: the title of its newest row. Raises UnknownRule."""
    row = default_table().versions(rule)[-1]
    return written(row.title_zh) if language() == "zh" else row.title_en
