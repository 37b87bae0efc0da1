"""A signed paper comes back: matched by its code, its signatures entered by the steps of the mediation."""

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import select

from casework.base.db import db
from casework.base.errors import StepRefused
from casework.documents.proof import use_proof_key
from casework.procedure.asking import refusals
from casework.records.evidence import handed_in
from casework.records.journal import JournalEntry
from casework.records.models import Evidence
from casework.scans import steps, verbs
from casework.scans.matching import scans_of, signable
from tests.mediation.conftest import make_case
from tests.mediation.walk import Walk
from tests.scans.conftest import hand_in, paper_of, returned


def codes(walk, facts, who: str = "mediator") -> list[str]:
    """The codes with which a scan is refused."""
    with pytest.raises(StepRefused) as refused:
        hand_in(walk, facts, who)
    return [each.code for each in refused.value.refusals]


def reasons(walk, facts) -> list[str]:
    """What stands against a scan, asked without handing it in."""
    actor = walk.room.mediator
    scan = verbs.proposed(walk.case, actor, walk.now)
    return [each.code for each in refusals(scan, steps.MATCH, actor=actor, now=walk.now, facts=facts)]


@pytest.mark.parametrize("ending", [".pdf", ".jpg", ".png"])
def test_scan_askew_and_noisy_is_matched_and_signs_for_all_who_are_ticked(signing, scanner, ending):
    paper = paper_of(signing)

    scan = hand_in(signing, returned(signing, scanner.scan(paper, ending), signed=("P1", "P2", "M:吕堃")))

    text = signing.text
    assert (scan.paper_id, scan.matched_by, scan.state, scan.signers) == (
        paper.id,
        "code",
        "matched",
        ["P1", "P2", "M:吕堃"],
    )
    assert [(each.role, each.name, each.sealed, each.signed_on) for each in text.signatures] == [
        ("party", "甲某", True, signing.today),
        ("party", "乙店", False, signing.today),
        ("mediator", "吕堃", False, signing.today),
    ]
    assert db.session.scalars(select(Evidence.name)).all() == [scan.evidence.name]


def test_scan_of_another_paper_is_kept_and_signs_nothing(signing, scanner):
    paper = paper_of(signing, "D-05")

    scan = hand_in(signing, returned(signing, scanner.scan(paper)), "registrar")

    entry = db.session.scalars(select(JournalEntry).order_by(JournalEntry.id.desc()).limit(1)).one()
    assert (scan.paper_id, signing.text.signatures) == (paper.id, [])
    assert (scan.evidence.copy_of_id, handed_in(signing.case)) == (paper.id, [])
    assert (entry.step, sorted(entry.changes)) == ("match", ["evidence", "paper_scan"])
    assert {key: each.id for key, each in scans_of(signing.case).items()} == {paper.id: scan.id}
    assert paper.id not in [each.id for each in signable(signing.case, signing.room.committee.id)]


def test_scan_without_a_readable_code_is_matched_by_hand(signing, scanner, tmp_path):
    paper, file = paper_of(signing), tmp_path / "cut.png"
    scanner.picture(paper).crop((0, 700, 1600, 2300)).save(file)

    unread = codes(signing, returned(signing, file))
    scan = hand_in(signing, returned(signing, file, paper=paper.id))

    assert unread == ["the_scan_is_of_a_paper_of_this_case.unread"]
    assert (scan.paper_id, scan.matched_by) == (paper.id, "hand")


def test_scan_of_another_case_or_a_forged_code_is_refused(signing, scanner):
    other = Walk(signing.room, make_case(signing.room)).signing()
    foreign = scanner.scan(paper_of(other))
    own = scanner.scan(paper_of(signing))
    elsewhere = codes(signing, returned(signing, foreign))
    use_proof_key(bytes(32))

    assert elsewhere == ["the_scan_is_of_a_paper_of_this_case.foreign"]
    assert codes(signing, returned(signing, own)) == ["the_scan_is_of_a_paper_of_this_case.foreign"]


def test_code_outweighs_the_hand(signing, scanner):
    told = returned(signing, scanner.scan(paper_of(signing)), paper=paper_of(signing, "D-05").id)

    assert codes(signing, told) == ["the_scan_is_of_a_paper_of_this_case.other"]
    assert hand_in(signing, replace(told, paper=None)).matched_by == "code"


def test_signatures_under_a_text_that_was_changed_do_not_count(signing, scanner):
    old = scanner.scan(paper_of(signing))
    signing.reopen().settle(signing.term(fen=4_000_000))
    stale = returned(signing, old)

    assert codes(signing, stale) == ["the_scan_is_of_the_text_that_is_signed"]
    assert hand_in(signing, returned(signing, scanner.scan(paper_of(signing)))).state == "matched"


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ({"signed": ()}, "who_signed_is_ticked"),
        ({"signed_on": None}, "the_day_of_signing_is_told"),
        ({"ahead": 1}, "the_day_of_signing_is_told"),
        ({"ahead": -1}, "the_day_of_signing_is_told"),
        ({"files": ()}, "one_scan_is_handed_in.one"),
        ({"unreadable": "kind"}, "one_scan_is_handed_in.kind"),
        ({"unreadable": "broken"}, "one_scan_is_handed_in.broken"),
        ({"unreadable": "large"}, "one_scan_is_handed_in.large"),
    ],
)
def test_reason_alone_and_cured(signing, scanner, told, expected):
    good = returned(signing, scanner.scan(paper_of(signing)))
    ahead = told.pop("ahead", None)
    if ahead:
        told = {"signed_on": signing.today + timedelta(days=ahead)}
    facts = replace(good, **told)

    assert reasons(signing, facts) == [expected]
    assert codes(signing, facts) == [expected]
    assert reasons(signing, good) == []
    assert hand_in(signing, good).state == "matched"


def test_who_may_not_sign_a_text_may_not_by_a_scan(signing, scanner):
    file = scanner.scan(paper_of(signing))

    assert codes(signing, returned(signing, file, signed=("M:吕堃",)), "registrar") == ["post"]
