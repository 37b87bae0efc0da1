"""The runner seals what an office with a certificate sends out; the desk hands the sealed file out, `verify` reads it."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from casework.base.db import db
from casework.counter.session import paper_file
from casework.documents.models import PaperRecord
from casework.documents.signatures import signatures
from casework.documents.store import keep
from casework.identity.directory import office_by_id
from casework.jobs.runner import Runner
from casework.web.serve import runner_of
from tests.documents import samples
from tests.documents.certificates import Authority
from tests.support.city import NOON, a_complaint

ROOT = Path(__file__).parents[2]


@pytest.fixture
def settings(settings) -> dict[str, object]:
    return {**settings, "CASEWORK_ASSETS": str(ROOT / "var" / "assets")}


@pytest.fixture
def notice(city, session) -> PaperRecord:
    """A paper with a seal."""
    case = a_complaint(city).case
    office = city.offices["hs-ipo"]
    paper = samples.notice()
    made = keep(paper, case_id=case.id, proceeding_id=None, office_id=office.id, office_short="黄市监", now=NOON)
    session.commit()
    return session.get_one(PaperRecord, made.id)


@pytest.fixture
def runner(app, notice) -> Runner:
    """The runner of an application whose office has a certificate."""
    found = runner_of(app)
    found.seals.mkdir(parents=True)
    office = office_by_id(notice.office_id)
    Authority(found.seals).office(office.code, office.name)
    return found


def test_paper_of_an_office_with_a_certificate_is_sealed_and_handed_out_so(runner, notice, session):
    runner.draw_papers({"papers": [notice.id]})
    session.commit()

    (found,) = signatures(paper_file(notice))

    assert (found.unaltered, office_by_id(notice.office_id).name in found.signer) == (True, True)


def test_file_put_in_the_place_of_a_sealed_one_is_not_handed_out(runner, notice, session):
    runner.draw_papers({"papers": [notice.id]})
    session.commit()
    next(runner.folder.iterdir()).write_bytes(b"%PDF-1.4 something else")

    assert signatures(paper_file(notice)) == []
    assert len(paper_file(notice)) > 10_000


def test_office_without_a_certificate_waits_for_the_stamp(app, notice, session):
    runner_of(app).draw_papers({"papers": [notice.id]})
    session.commit()

    assert signatures(paper_file(notice)) == []


def test_command_tells_what_was_signed(app, runner, notice, session, tmp_path):
    runner.draw_papers({"papers": [notice.id]})
    session.commit()
    db.session.remove()
    good, bad = tmp_path / "good.pdf", tmp_path / "bad.pdf"
    raw = next(runner.folder.iterdir()).read_bytes()
    good.write_bytes(raw)
    bad.write_bytes(raw[:3000] + bytes([raw[3000] ^ 1]) + raw[3001:])
    environment = {
        **os.environ,
        "CASEWORK_DATABASE_URL": str(app.config["SQLALCHEMY_DATABASE_URI"]),
        "CASEWORK_INSTANCE": str(app.config["CASEWORK_INSTANCE"]),
    }

    command = [Path(sys.executable).with_name("casework"), "verify", "--root", str(runner.seals / "root.pem")]
    done = [
        subprocess.run([*command, str(file)], env=environment, capture_output=True, encoding="utf-8", check=False)
        for file in (good, bad)
    ]

    assert [each.returncode for each in done] == [0, 1]
    assert "签章后未被改动；证书可信" in done[0].stdout
    assert "文书验证码有效" in done[0].stdout
    assert "签章后已被改动" in done[1].stdout
