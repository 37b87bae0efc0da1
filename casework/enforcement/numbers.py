"""Numbers of penalty papers: the office's short word, the kind of paper, the year in 六角括号, a gap-free serial."""

from datetime import datetime

from casework.base.wallclock import local_date
from casework.documents.numbers import next_number
from casework.identity.actor import Actor


def official_number(actor: Actor, word: str, now: datetime) -> str:
    """The next number of the actor's office for one word, such as 黄市监处罚〔2026〕3号."""
    year = local_date(now).year
    return f"{actor.office_short}{word}〔{year}〕{next_number(actor.office_id, word, year)}号"
