"""The reasons that the paths do not meet: the compulsory papers of a file, each missing one by its code (3.1)."""

import pytest

from casework.base.db import db
from casework.documents.models import PaperRecord
from casework.mediation import facts as f
from casework.mediation.steps import MEDIATION
from casework.procedure.asking import refusals

EVERY = ("D-02", "D-03", "D-06", "D-12", "D-16")


def missing(walk, *on_paper):
    """The codes of the compulsory papers that a file without drawn papers lacks."""
    db.session.query(PaperRecord).filter_by(case_id=walk.case.id).delete()
    told = f.Archiving("long", 12, identity_in_file=True, on_paper=on_paper)
    said = refusals(walk.m, MEDIATION.steps["archive"], actor=walk.room.archivist, now=walk.now, facts=told)
    return {each.code.rpartition(".")[2] for each in said if each.code.startswith("compulsory_papers")}


def test_file_without_papers_lacks_every_compulsory_one(walk):
    walk.agreed().close()

    assert missing(walk) >= {"application", "record", "outcome"}


@pytest.mark.parametrize(("kind", "code"), [("D-02", "application"), ("D-12", "record"), ("D-16", "outcome")])
def test_paper_that_is_in_the_file_on_paper_counts(walk, kind, code):
    walk.agreed().close()

    assert code not in missing(walk, *EVERY)
    assert code in missing(walk, *(each for each in EVERY if each not in (kind, "D-03")))


def test_naming_nobody_is_refused(walk):
    walk.accepted()
    told = f.Mediators(())

    said = refusals(walk.m, MEDIATION.steps["name_mediators"], actor=walk.room.registrar, now=walk.now, facts=told)

    assert "mediators_are_appointed.nobody" in [each.code for each in said]
