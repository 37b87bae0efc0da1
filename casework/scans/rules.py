"""Guards of a scan (M-34): one readable file, of a paper of this case, of the text that is signed, with who and when."""

from casework.base.wallclock import local_date
from casework.documents.models import PaperRecord
from casework.procedure.step import Ask, No, guard, no
from casework.scans.matching import awaiting, by_code, by_hand, newest_text


def paper_of(ask: Ask) -> PaperRecord | None:
    """The paper that the scan is of: by its code, where none can be read as chosen by hand."""
    return by_code(ask.case, ask.facts) if ask.facts.texts else by_hand(ask.case, ask.facts)


@guard("M-34", needs_facts=True)
def one_scan_is_handed_in(ask: Ask) -> No | None:
    """One file, a PDF or a picture, of one paper."""
    told = ask.facts
    if len(told.files) != 1:
        return no("one", at="files")
    return no(told.unreadable, at="files") if told.unreadable else None


@guard("M-34", needs_facts=True)
def the_scan_is_of_a_paper_of_this_case(ask: Ask) -> No | None:
    """The printed code names a paper of this case; without a readable code a person chooses it."""
    told, chosen = ask.facts, by_hand(ask.case, ask.facts)
    if not told.texts:
        return None if chosen or told.unreadable else no("unread", at="paper")
    found = by_code(ask.case, told)
    if found is None:
        return no("foreign", at="files")
    agree = chosen is None or chosen.id == found.id
    return None if agree else no("other", at="paper", title=found.title, number=found.number or found.code)


@guard("M-34", needs_facts=True)
def the_scan_is_of_the_text_that_is_signed(ask: Ask) -> No | None:
    """Signatures under a text that was changed since do not count for the new one."""
    paper = paper_of(ask)
    run = awaiting(paper) if paper else None
    return no(at="files") if paper and run and newest_text(run) != paper.id else None


@guard("M-34", needs_facts=True)
def who_signed_is_ticked(ask: Ask) -> No | None:
    """A signed paper was signed by somebody."""
    return None if ask.facts.signed else no(at="signed")


@guard("M-34", needs_facts=True)
def the_day_of_signing_is_told(ask: Ask) -> No | None:
    """A paper is signed between the day it was made and today."""
    paper, day = paper_of(ask), ask.facts.signed_on
    made = local_date(paper.made_at) if paper else None
    return None if day and day <= ask.today and (made is None or day >= made) else no(at="signed_on", made=made or "—")
